import type {
  Channel,
  DecisionKind,
  DemandKind,
  DueFilter,
  Kind,
  LetterState,
  NextStep,
  NoAnswerReason,
  Regime,
  Side,
  Status,
} from '../backend/types'
import { kindNames } from './kinds'
import { digits, ruPlural } from './plural'

const days = (n: number) => `${digits(n)}\u00a0${ruPlural(n, 'день', 'дня', 'дней')}`

/** The closed vocabularies, as the screens say them. */
const words = {
  status: {
    fresh: 'Новое',
    in_work: 'В работе',
    waiting: 'Ждём заявителя',
    decided: 'Решено',
    answered: 'Отвечено',
    closed: 'Закрыто',
  } satisfies Record<Status, string> as Record<Status, string>,
  channel: {
    email: 'Электронная почта',
    phone: 'Телефон',
    post: 'Почта, курьер',
    in_person: 'Лично',
    messenger: 'Мессенджер',
    website: 'Сайт',
    platform: 'Маркетплейс, отзовик',
    authority: 'Через ведомство',
    complaint_book: 'Книга жалоб',
    other: 'Другое',
  } satisfies Record<Channel, string> as Record<Channel, string>,
  kind: {
    claim: 'Претензия',
    complaint: 'Жалоба',
    review: 'Отзыв',
    request: 'Запрос',
    authority: 'Запрос ведомства',
    gratitude: 'Благодарность',
  } satisfies Record<Kind, string> as Record<Kind, string>,
  regime: {
    goods: 'Продажа товаров',
    services: 'Услуги и работы',
    prepaid_goods: 'Предоплаченный товар',
    distance: 'Дистанционная продажа',
    housing: 'Управление домом',
    communal: 'Коммунальные услуги',
    medical: 'Платная медицина',
    hotel: 'Гостиницы',
    catering: 'Общественное питание',
    household: 'Бытовое обслуживание',
    tourism: 'Туризм',
    carriage: 'Перевозки',
    personal_data: 'Персональные данные',
    b2b: 'Между организациями',
    platform: 'Маркетплейсы',
    neighbour: 'Соседи: шум, запахи, проход',
    general: 'Общие правила (ГК)',
    none: 'Без правоотношений',
  } satisfies Record<Regime, string> as Record<Regime, string>,
  demand: {
    refund: 'Вернуть деньги',
    replacement: 'Заменить товар',
    repair: 'Отремонтировать бесплатно',
    fix_defects: 'Устранить недостатки',
    exchange: 'Обменять',
    price_reduction: 'Снизить цену',
    expenses: 'Возместить расходы',
    damages: 'Возместить убытки',
    penalty: 'Выплатить неустойку',
    moral_damages: 'Компенсировать моральный вред',
    delivery: 'Передать товар, исполнить',
    loan_item: 'Дать товар на время ремонта',
    contract_refusal: 'Отказ от договора',
    recalculation: 'Сделать перерасчёт',
    information: 'Дать сведения или документы',
    erasure: 'Удалить персональные данные',
    apology: 'Принести извинения',
    stop_nuisance: 'Прекратить нарушение покоя',
    stop_charging: 'Прекратить списания',
    payment: 'Оплатить',
    other: 'Другое',
  } satisfies Record<DemandKind, string> as Record<DemandKind, string>,
  decision: {
    satisfy: 'Удовлетворить',
    partly: 'Удовлетворить частично',
    refuse: 'Отказать',
    goodwill: 'Пойти навстречу',
  } satisfies Record<DecisionKind, string> as Record<DecisionKind, string>,
  letter: kindNames('ru'),
  letterState: {
    draft: 'Черновик',
    issued: 'Выпущено',
    superseded: 'Заменено',
  } satisfies Record<LetterState, string> as Record<LetterState, string>,
  side: {
    complainant: 'Заявитель',
    office: 'Мы',
    third_party: 'Третье лицо',
    authority: 'Ведомство',
  } satisfies Record<Side, string> as Record<Side, string>,
  noAnswer: {
    withdrawn: 'Заявитель отозвал обращение',
    no_address: 'Анонимное или некуда отвечать',
    duplicate: 'Повтор: отвечено под другим номером',
    nothing_asked: 'Ничего не просят',
    forwarded: 'Передано по принадлежности',
    answered_orally: 'Отвечено устно, заявитель согласен',
    spam: 'Реклама, спам',
    other: 'Другая причина',
  } satisfies Record<NoAnswerReason, string> as Record<NoAnswerReason, string>,
  step: {
    name_demands: 'Записать требования',
    acknowledge: 'Подтвердить получение',
    await_complainant: 'Дождаться ответа заявителя',
    decide: 'Решить по требованиям',
    draft_final: 'Написать ответ',
    approve: 'Утвердить ответ',
    revise: 'Исправить ответ по замечаниям',
    issue_final: 'Проверить и выпустить ответ',
    replace: 'Заменить письмо',
    send: 'Отправить ответ',
    confirm_delivery: 'Узнать, доставлено ли',
    fulfil: 'Сделать обещанное',
    close: 'Закрыть дело',
    nothing: 'Всё сделано',
  } satisfies Record<NextStep, string> as Record<NextStep, string>,
  dueFilter: {
    overdue: 'Просрочено',
    today: 'Срок сегодня',
    week: 'Срок за 7 дней',
    none: 'Без срока',
  } satisfies Record<DueFilter, string> as Record<DueFilter, string>,
  /** How far a due day is: negative when it has passed. */
  due: (left: number) =>
    left < 0
      ? `просрочено на ${days(-left)}`
      : left === 0
        ? 'срок сегодня'
        : left === 1
          ? 'срок завтра'
          : `осталось ${days(left)}`,
  noDue: 'срока нет',
}

export default words
