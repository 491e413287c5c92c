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
    issued: 'Выпущено, не отправлено',
    answered: 'Ответ дан',
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
    complaint_book: 'Книга отзывов и предложений',
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
    housing: 'Управление многоквартирным домом',
    communal: 'Коммунальные услуги',
    medical: 'Платная медицина',
    hotel: 'Гостиницы',
    catering: 'Общественное питание',
    household: 'Бытовое обслуживание',
    tourism: 'Туризм',
    carriage: 'Перевозки',
    passenger: 'Пассажирские перевозки, такси',
    telecom: 'Связь, интернет',
    finance: 'Банки, страхование, микрофинансы',
    car_service: 'Автосервис',
    education: 'Обучение, курсы',
    fitness_beauty: 'Фитнес и красота',
    veterinary: 'Ветеринария',
    tickets: 'Билеты на мероприятия',
    delivery: 'Курьеры и доставка',
    personal_data: 'Персональные данные',
    b2b: 'Между организациями',
    platform: 'Спор продавца с маркетплейсом',
    prosecutor: 'Запрос прокурора',
    rospotrebnadzor: 'Роспотребнадзор: предостережение, запрос',
    roskomnadzor: 'Запрос Роскомнадзора',
    housing_inspection: 'Запрос жилищной инспекции',
    labour_inspection: 'Запрос инспекции труда',
    neighbour: 'Соседи: шум, запахи, проход',
    general: 'Общие правила (ГК)',
    none: 'Отзыв или благодарность (без обязательств)',
  } satisfies Record<Regime, string> as Record<Regime, string>,
  demand: {
    refund: 'Вернуть деньги',
    replacement: 'Заменить товар',
    repair: 'Отремонтировать бесплатно',
    fix_defects: 'Устранить недостатки',
    exchange: 'Обменять товар',
    price_reduction: 'Уменьшить цену',
    expenses: 'Возместить расходы',
    damages: 'Возместить убытки',
    penalty: 'Выплатить неустойку',
    moral_damages: 'Компенсировать моральный вред',
    delivery: 'Передать товар или выполнить работу',
    loan_item: 'Предоставить товар на время ремонта',
    contract_refusal: 'Отказ от договора',
    recalculation: 'Сделать перерасчёт',
    information: 'Предоставить сведения или документы',
    erasure: 'Удалить персональные данные',
    apology: 'Принести извинения',
    stop_nuisance: 'Прекратить шум или другие помехи',
    stop_charging: 'Прекратить списания',
    payment: 'Оплатить',
    other: 'Другое',
  } satisfies Record<DemandKind, string> as Record<DemandKind, string>,
  decision: {
    satisfy: 'Удовлетворить',
    partly: 'Удовлетворить частично',
    refuse: 'Отказать',
    goodwill: 'Удовлетворить добровольно',
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
    duplicate: 'Повтор: ответ дан под другим номером',
    nothing_asked: 'Ничего не просят',
    forwarded: 'Передано по принадлежности',
    answered_orally: 'Ответ дан устно, заявитель согласен',
    spam: 'Реклама, спам',
    other: 'Другая причина',
  } satisfies Record<NoAnswerReason, string> as Record<NoAnswerReason, string>,
  step: {
    name_demands: 'Записать требования',
    acknowledge: 'Подтвердить получение',
    tell_forwarded: 'Сообщить заявителю, куда направили',
    await_complainant: 'Дождаться ответа заявителя',
    establish: 'Установить, что верно',
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
  /** How far a day is that the office set itself: no term of the law, and nothing follows from its passing. */
  goal: (left: number) =>
    left < 0
      ? `цель офиса прошла ${days(-left)} назад`
      : left === 0
        ? 'цель офиса сегодня'
        : left === 1
          ? 'цель офиса завтра'
          : `до цели офиса ${days(left)}`,
  noDue: 'срока нет',
}

export default words
