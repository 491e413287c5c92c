import { digits, ruPlural } from './plural'

/** Other forms of an answer: public reply, call script, text message. */
const forms = {
  title: 'Другие формы ответа',
  lead: 'То же решение другими словами: для отзыва, для звонка, для SMS. Программа сверяет каждую с решениями по делу.',
  toCase: (number: string) => `К делу ${number}`,
  open: 'Другие формы ответа',
  kinds: { public: 'Публичный ответ', call: 'Сценарий звонка', sms: 'SMS, мессенджер' },
  why: {
    public: 'Для карт, отзывов и маркетплейса. Без имён, номеров, сумм и всего, по чему человека можно узнать.',
    call: 'Что сказать и как спокойно ответить на трудные вопросы. Читайте своими словами.',
    sms: 'Номер, решение одной фразой и где письмо.',
  },
  language: 'Язык',
  limit: 'Длина',
  limits: {
    public: (n: number) => `до ${digits(n)} знаков`,
    sms: (n: number) => (n === 70 ? 'одно SMS' : n <= 201 ? `до ${digits(Math.ceil(n / 67))} SMS` : 'для мессенджера'),
  },
  again: 'Написать заново',
  againTitle: 'Написать заново по делу?',
  againText: 'Ваши правки в этом тексте пропадут, если вы их не сохранили.',
  copy: 'Скопировать',
  save: 'Сохранить с делом',
  saved: 'Сохранено с делом',
  unsaved: 'Ещё не сохранено с делом',
  keptAt: (when: string) => `Сохранено ${when}`,
  chars: (n: number) => `${digits(n)} ${ruPlural(n, 'знак', 'знака', 'знаков')}`,
  ofLimit: (n: number, most: number) => `${digits(n)} из ${digits(most)} знаков`,
  messages: (n: number, room: number) => `${digits(n)} SMS, в последнем ещё ${digits(room)} ${ruPlural(room, 'знак', 'знака', 'знаков')}`,
  used: {
    public: 'Отметить публикацию',
    call: 'Отметить звонок',
    sms: 'Отметить отправку',
  },
  usedTitle: {
    public: 'Где опубликован ответ',
    call: 'Когда звонили',
    sms: 'Куда ушло сообщение',
  },
  place: { public: 'Площадка', call: 'Кто звонил и кому', sms: 'Чем отправлено' },
  placeHint: { public: 'Яндекс Карты, 2ГИС, маркетплейс', call: 'менеджер — заявителю', sms: 'SMS, мессенджер' },
  placeMissing: 'Напишите где.',
  link: { public: 'Ссылка на ответ', call: 'Номер', sms: 'Номер' },
  linkHint: 'Хранится как текст, программа её не открывает',
  note: 'Запись появится в дневнике дела.',
  noted: 'Отмечено и записано в дневник дела',
  where: 'Где использовано',
  usedAt: (when: string, place: string) => `${when} — ${place}`,
  clean: 'Замечаний нет',
  cleanHint: 'С решениями по делу текст не расходится.',
  remove: 'Удалить этот текст',
  removed: 'Текст удалён',
  mustsTitle: 'Отметить, несмотря на замечания?',
  mustsText: 'Проверка нашла то, что так публиковать нельзя. Если текст уже вышел, отметьте как есть и исправьте его там.',
}

export default forms
