import type { ErasureGround, Keeping } from '../backend'
import { digits, firstOf, ruPlural } from './plural'

const cases = (n: number) => `${digits(n)} ${ruPlural(n, 'обращение', 'обращения', 'обращений')}`

const retention = {
  title: 'Сколько хранить закрытые дела',
  lead: 'Срок считается с 1 января года, следующего за годом закрытия. Когда он выйдет, программа покажет дело в списке ниже; само ничего не стирается, если вы этого не выбрали.',
  checked: (day: string) => `Сроки записаны ${day}; где сказано «по памяти», с актом их ещё никто не сверил. Юрист их не подписывал.`,
  years: (kind: string) => `${kind}, лет`,
  yearsWrong: (most: number) => `Нужно целое число от 1 до ${most}.`,
  fixed: (n: number) => `не меньше ${digits(n)} ${ruPlural(n, 'года', 'лет', 'лет')}`,
  unverified: 'по памяти, с актом не сверено',
  word: (kind: string) => `${kind}: почему меньше, чем велит закон`,
  wordHint: 'Закон велит хранить дольше. Напишите, на каком основании срок короче: это останется в журнале.',
  trashDays: 'В корзине, дней',
  trashHint: 'Потом удалённое появится в списке ниже.',
  byItself: 'Стирать просроченное без просмотра',
  byItselfHint: 'Раз в день всё, чему вышел срок, сотрётся само, кроме того, что велено хранить. Вернуть будет нельзя.',
  byItselfTitle: 'Стирать без просмотра?',
  byItselfAsk: (n: number) =>
    n > 0
      ? `Срок уже вышел, дел и документов: ${digits(n)}. Завтра они сотрутся сами, и так будет каждый день. Вернуть стёртое нельзя.`
      : 'С завтрашнего дня всё, чему вышел срок, будет стираться само. Вернуть стёртое нельзя.',
  byItselfYes: 'Стирать без просмотра',
  save: 'Сохранить сроки',
  due: {
    title: 'Срок вышел',
    lead: 'Просмотрите и отметьте, что стереть навсегда. Чтобы дело осталось, откройте его и велите хранить.',
    today: (n: number) => `Срок хранения вышел: ${digits(n)}.`,
    look: 'Посмотреть',
    none: 'Стирать пока нечего',
    noneWhy: 'Здесь появятся дела, которым вышел срок, и то, что пролежало в корзине.',
    more: 'Здесь показано не всё: сотрите эти, и появятся следующие.',
    held: (until: string | null) => (until === null ? 'велено хранить' : `велено хранить по ${until}`),
    since: { trash: (day: string) => `в корзине с ${day}`, other: (day: string) => `закрыто ${day}` },
    inTrash: 'лежит в корзине',
    goesOn: (day: string) => `можно стереть с ${day}`,
    waiting: (day: string) => `к стиранию ${day}`,
    holds: (letters: number, documents: number) => `писем ${digits(letters)}, документов ${digits(documents)}`,
    all: 'Отметить все',
    erase: (n: number) => (n === 0 ? 'Стереть' : `Стереть: ${digits(n)}`),
    askTitle: 'Стереть навсегда?',
    ask: (numbers: string[], documents: number) =>
      [
        numbers.length > 0
          ? `Исчезнет всё, что записано ${numbers.length === 1 ? 'в обращении' : 'в обращениях'} ${firstOf(numbers, (n) => `и ещё ${digits(n)}`)}: слова, письма, документы, записи о них в журнале.`
          : '',
        documents > 0 ? `Документов из других дел сотрётся: ${digits(documents)}.` : '',
        'Вернуть это будет нельзя. Номера снова не выдаются, в журнале останется строка о стирании.',
      ]
        .filter(Boolean)
        .join(' '),
    yes: 'Стереть навсегда',
    done: (n: number, documents: number) => `Стёрто: ${cases(n)}, документов ${digits(documents)}`,
  },
  copies: {
    title: 'Где это останется',
    lead: 'Копии записей хранят и стёртое, пока не уйдут сами. Сотрите копию вручную, если ждать нельзя.',
    copy: (at: string, until: string) => `копия от ${at}, уйдёт не позднее ${until}`,
    file: 'прежние записи или старый файл программы; само не уйдёт',
  },
  log: {
    title: 'Что стёрто',
    lead: 'В этом списке нет ничего из стёртых записей, кроме номеров.',
    none: 'Пока ничего не стирали.',
    row: (n: number, letters: number, documents: number, persons: number) =>
      `обращений ${digits(n)}, писем ${digits(letters)}, документов ${digits(documents)}` +
      (persons > 0 ? `, заявителей ${digits(persons)}` : ''),
  },
  grounds: {
    trash: 'из корзины',
    term_over: 'вышел срок хранения',
    request: 'по просьбе лица',
    consent_withdrawn: 'согласие отозвано',
    unlawful: 'хранилось без основания',
  } satisfies Record<ErasureGround, string> as Record<ErasureGround, string>,
  hold: {
    action: 'Велеть хранить…',
    title: 'Хранить дело',
    lead: 'Пока указание действует, дело не сотрётся: ни из корзины, ни по сроку, ни по просьбе лица.',
    reason: 'Почему',
    reasonHint: 'Иск, проверка, спор, который может начаться.',
    by: 'Кто велел',
    byHint: 'Суд, орган, руководитель.',
    until: 'По какой день',
    untilHint: 'Пусто — пока не снимете.',
    save: 'Хранить',
    saved: 'Дело велено хранить',
    standing: (until: string | null) => (until === null ? 'Велено хранить' : `Велено хранить по ${until}`),
    told: (reason: string, by: string, day: string) => `${reason}. Велел: ${by}, записано ${day}.`,
    lift: 'Снять указание',
    lifted: 'Указание снято',
    edit: 'Изменить',
  },
  person: {
    action: 'Данные заявителя…',
    title: (name: string) => `Данные: ${name}`,
    anonymous: 'заявитель без имени',
    lead: 'Всё, что хранится об этом человеке: его карточка и обращения.',
    report: 'Отчёт о данных',
    reportHint: 'Бумага для самого человека: что хранится, откуда, зачем, до какого дня и кому отправлено.',
    opened: 'Отчёт открыт в программе для просмотра PDF',
    goes: 'Сотрётся',
    stays: 'Останется',
    nothing: 'Стереть сейчас ничего нельзя: всё, что есть, нужно хранить.',
    whole: 'Вместе с последним обращением исчезнут карточка, формы имени и недописанное о нём.',
    partly: 'Карточка останется, пока есть хоть одно обращение.',
    others: 'Если о человеке говорится в чужих обращениях, это остаётся: найдите такие места поиском.',
    ground: 'На каком основании',
    erase: 'Удалить данные лица',
    askTitle: 'Стереть навсегда?',
    ask: (numbers: string[]) => `Исчезнет всё, что записано в ${firstOf(numbers, (n) => `и ещё ${digits(n)}`)}. Вернуть это будет нельзя.`,
    yes: 'Стереть навсегда',
    done: (n: number) => `Стёрто: ${cases(n)}`,
    why: (keeping: Keeping, date: (day: string) => string) => {
      switch (keeping.why) {
        case 'open':
          return 'дело не закрыто или в нём ещё не всё исполнено'
        case 'hold':
          return keeping.hold.until === null
            ? `велено хранить: ${keeping.hold.reason}`
            : `велено хранить по ${date(keeping.hold.until)}: ${keeping.hold.reason}`
        case 'term':
          return `закон велит хранить до ${date(keeping.until)}: ${keeping.citation}`
      }
    },
  },
}

export default retention
