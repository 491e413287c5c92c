import { digits, firstOf, ruPlural } from './plural'

const days = (n: number) => `${digits(n)} ${ruPlural(n, 'день', 'дня', 'дней')}`
const complaints = (n: number) => `${digits(n)} ${ruPlural(n, 'обращение', 'обращения', 'обращений')}`
const letters = (n: number) => `${digits(n)} ${ruPlural(n, 'письмо', 'письма', 'писем')}`
const files = (n: number) => `${digits(n)} ${ruPlural(n, 'файл', 'файла', 'файлов')}`

const copies = {
  title: 'Копии записей',
  why: 'Из копии записи возвращаются, если компьютер сломается или что-то испортится.',
  safe: (date: string) => `Записи в сохранности на ${date}.`,
  /** What is wrong, by kind. */
  damaged: 'В записях найдены повреждения. Новые копии сами не делаются, прежние не удаляются.',
  noPlace: 'Скажите, где хранить копии записей: пока их некуда класть.',
  gone: (n: number | null) =>
    n === null
      ? 'Диска или папки для копий нет на месте.'
      : n < 1
        ? 'Диск для копий не подключён.'
        : `Диск для копий не подключён, последней копии ${days(n)}.`,
  goneAdvice: 'Когда он появится, копия сделается сама.',
  failed: (why: string) => `Копия не сделалась. ${why}`,
  full: 'На диске для копий кончается место. Освободите его или выберите другой диск.',
  never: 'Копии записей ещё нет.',
  old: (n: number) => `Последней копии записей ${days(n)}.`,
  partly: (n: number) => `В последней копии не хватает ${digits(n)} ${ruPlural(n, 'файла', 'файлов', 'файлов')}: их не удалось прочитать.`,
  notRestorable: 'Пробное восстановление нашло, что копия не цела. Сделайте новую и проверьте её.',
  sameDisk: 'Копии лежат на том же диске, что и записи: сломается он — пропадут и те, и другие.',
  networkShare: 'Копии лежат на сетевом диске: без сети их не прочитать.',
  byHand: 'Копии делаются, только когда Вы об этом просите.',
  /** What cures it. */
  choosePlace: 'Выбрать место…',
  make: 'Сделать копию',
  look: 'Посмотреть',
  place: 'Где хранятся',
  placeNone: 'Место не выбрано. Лучше всего другой диск или флешка: программа скопирует туда всё, чего там ещё нет.',
  placeOther: 'Другое место…',
  placeFree: (size: string) => `Свободно ${size}`,
  rhythm: 'Как часто',
  rhythms: { daily: 'Каждый день', weekly: 'Раз в неделю', off: 'Только вручную' },
  rhythmWhy:
    'Пока программа открыта, и при запуске, если последняя копия старее. Остаются все копии за двое суток и по одной за 14 дней, 8 недель и 24 месяца.',
  rehearsal: 'Проба',
  rehearsedGood: (date: string, made: string, n: number) =>
    `${date} копия от ${made} восстановлена для пробы: всё цело, ${files(n)}.`,
  rehearsedLost: (date: string, made: string, n: number) =>
    `${date} копия от ${made} восстановлена для пробы: не хватает ${digits(n)} ${ruPlural(n, 'файла', 'файлов', 'файлов')}.`,
  rehearsedBad: (date: string, made: string) => `${date} копию от ${made} восстановить не удалось.`,
  rehearsedNever: 'Раз в месяц программа сама восстанавливает копию во временную папку и проверяет её.',
  held: {
    restored: 'Записи возвращены из копии, поэтому прежние копии пока не удаляются: вдруг понадобится то, что было после неё.',
    damaged: 'Найдены повреждения, поэтому копии сами не делаются и прежние не удаляются. Проверьте записи в настройках; если нужно, верните их из копии.',
  },
  release: 'Всё в порядке, продолжать как обычно',
  list: 'Копии',
  listElsewhere: (folder: string) => `Копии в папке ${folder}`,
  listOther: 'Показать копии в другой папке…',
  listOwn: 'Вернуться к своим копиям',
  empty: 'Здесь ещё нет копий.',
  emptyElsewhere: 'В этой папке копий нет.',
  away: 'Их видно, когда диск подключён.',
  columns: {
    at: 'Записи на',
    bytes: 'Размер',
    complaints: 'Обращений',
    documents: 'Файлов',
    verified: 'Проверена',
  },
  lacks: (n: number) => `не хватает: ${digits(n)}`,
  broken: 'испорчена',
  otherOffice: 'другая организация',
  pick: 'Копия',
  pickHint: 'Выберите копию, чтобы посмотреть, что в ней.',
  of: (date: string) => `Копия от ${date}`,
  holds: (c: number, l: number, f: number) => `В ней ${complaints(c)}, ${letters(l)} и ${files(f)}.`,
  lostTitle: 'Этих файлов в ней нет:',
  same: 'После неё ничего не записано: она такая же, как нынешние записи.',
  changes: (n: number) => `После неё сделано ${digits(n)} ${ruPlural(n, 'изменение', 'изменения', 'изменений')}.`,
  ahead: (n: number) =>
    `В ней на ${digits(n)} ${ruPlural(n, 'изменение', 'изменения', 'изменений')} больше, чем в нынешних записях.`,
  parted: 'Копия и нынешние записи разошлись: в каждой есть то, чего нет в другой.',
  beyondComplaints: (numbers: string[]) =>
    `В ней нет ${digits(numbers.length)} ${ruPlural(numbers.length, 'обращения', 'обращений', 'обращений')}: ${firstOf(numbers, (n) => `и ещё ${digits(n)}`)}.`,
  beyondLetters: (numbers: string[]) =>
    `В ней нет ${digits(numbers.length)} ${ruPlural(numbers.length, 'выпущенного письма', 'выпущенных писем', 'выпущенных писем')}: ${firstOf(numbers, (n) => `и ещё ${digits(n)}`)}.`,
  onlyInCopy: (n: number) =>
    `Только в ней есть ${complaints(n)}.`,
  otherOfficeWhy: 'Это копия других записей, не тех, что открыты.',
  lookInto: 'Открыть копию рядом',
  lookingAt: (date: string) => `Вы смотрите копию от ${date}. В ней ничего нельзя изменить.`,
  lookBack: 'Вернуться к своим записям',
  rehearse: 'Восстановить для пробы',
  restore: 'Вернуть записи из этой копии…',
  restoreAsk: (date: string) => `Вернуть записи на ${date}?`,
  restoreText: (lost: string) =>
    [lost ? `Копия не такая, как нынешние записи. ${lost}` : '', 'Нынешние записи не удаляются: их папка останется рядом, с сегодняшней датой в имени.'].filter(Boolean).join(' '),
  restoreYes: 'Вернуть',
  restored: (date: string, kept: string | null) =>
    kept ? `Открыты записи на ${date}. Прежние лежат в папке ${kept}` : `Открыты записи на ${date}.`,
  restoredPart: (n: number) => `Не вернулось файлов: ${digits(n)}. Проверьте документы в настройках.`,
  working: { make: 'Копирую…', rehearse: 'Восстанавливаю для пробы…', restore: 'Восстанавливаю…' },
  progress: 'Ход работы',
  ofFiles: (done: number, total: number) => `${digits(done)} из ${digits(total)}`,
  stopped: 'Остановлено.',
  open: 'Копии записей',
  elsewhere: 'Копия в другое место…',
  fromCopy: 'Вернуть записи из копии…',
}

export default copies
