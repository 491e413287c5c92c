import { digits, ruPlural } from './plural'

const register = {
  title: 'Журнал обращений',
  label: 'Обращения',
  columns: {
    number: 'Номер',
    received: 'Получено',
    complainant: 'Заявитель',
    subject: 'Предмет',
    kind: 'Вид',
    channel: 'Канал',
    status: 'Состояние',
    due: 'Срок',
    step: 'Следующий шаг',
  },
  resize: (column: string) => `Ширина столбца «${column}»`,
  sortBy: (column: string) => `Упорядочить: ${column}`,
  filters: 'Отбор',
  text: 'Слова из обращения',
  status: 'Состояние',
  channel: 'Канал',
  kind: 'Вид',
  due: 'Срок',
  all: 'любой',
  allStatus: 'любое',
  awaiting: 'без ответа',
  clear: 'Снять отбор',
  total: (n: number) => `${digits(n)} ${ruPlural(n, 'обращение', 'обращения', 'обращений')}`,
  found: (n: number) =>
    `${ruPlural(n, 'найдено', 'найдено', 'найдено')} ${digits(n)} ${ruPlural(n, 'обращение', 'обращения', 'обращений')}`,
  copied: (n: number) => `${ruPlural(n, 'Скопирована', 'Скопировано', 'Скопировано')} ${digits(n)} ${ruPlural(n, 'строка', 'строки', 'строк')}`,
  tooMany: (n: number) => `За раз копируется до ${digits(n)} строк. Выделите меньше.`,
  emptyTitle: 'Здесь будут все обращения',
  emptyWhy:
    'Каждое обращение получает номер и сроки в ту минуту, когда вы его записали, и потом ничего не теряется.',
  emptyButton: 'Записать первое обращение',
  zeroTitle: 'По этому отбору ничего нет',
  zeroWhy: 'Проверьте слова или снимите часть отбора: поиск понимает разные формы слов.',
  trash: 'Корзина',
  loading: 'загружается',
}

export default register
