import { describe, expect, it } from 'vitest'

/** What an editor and a lawyer struck out of the Russian screens, in any form of letters. */
const STRUCK = [
  'от кого потребитель уклонился',
  'Маркетплейсы',
  'Без правоотношений',
  'Управление домом',
  'Передать товар, исполнить',
  'Прекратить нарушение покоя',
  'Дать сведения или документы',
  'Книга жалоб',
  'Объяснение или показания',
  'Пойти навстречу',
  'снимает половину гнева',
  'слово за заявителем',
  'Умолчать — значит не ответить',
  'обещание без даты не держит',
  'Отказ без причин не устоит',
  'Сумма, которую даём',
  'Надёжный день',
  'Снять решение',
  'Бросьте файл',
  'лягут в это дело',
  'Как пришло',
  'Срок стоит',
  'Закон срока не ставит',
  'Пустить дальше',
  'Кого связывает',
  'из поставки',
  'уже не стучит в стену',
  'Взята карточка заявителя',
  'письмо не может быть из будущего',
  'Номер их письма',
  'не доступен',
  'буквы прочлись',
  'на лету',
  'страницы застынут',
  'по какому праву',
  'стоят дёшево',
  'Что с ним было',
  'Убрать человека',
  'К этой причине нужны слова',
  'Назовитесь его именем',
  'Диск не ответил',
  'уже не под рукой',
  'от этого не ждёт дольше',
  'к сроку вестей нет',
  'лягут в дневник',
  'он отберётся',
  'Против редакции',
  'подвёл контрагент',
  'К содержанию',
]

/** Words that may stand within a sentence, but were struck as what a field or a button says alone. */
const ALONE = ['Отвечено', 'Сколько', 'Чего', 'Отложить', 'Прощание', 'Стоило']

const files = Object.entries(
  import.meta.glob<string>('./*.ru.ts', { query: '?raw', import: 'default', eager: true }),
)

describe('what was struck out of the screens', () => {
  it('does not come back', () => {
    expect(files.length).toBeGreaterThan(25)
    const found = files.flatMap(([file, text]) => {
      const said = text.toLowerCase()
      const phrases = STRUCK.filter((phrase) => said.includes(phrase.toLowerCase()))
      const alone = ALONE.filter((word) => new RegExp(`['"\`]${word}['"\`]`).test(text))
      return [...phrases, ...alone].map((phrase) => `${file}: ${phrase}`)
    })
    expect(found).toEqual([])
  })

  it('is a capital for the reader too, who is «вы» on screens', () => {
    const capital = /(?:^|[а-яё,;:—(«] )(?:Вы|Вас|Вам|Вами|Ваш(?:а|е|и|его|ей|ему|ем|их|им|ими|у)?)(?![а-яё])/m
    expect('если Вам удобно').toMatch(capital)
    const found = files.flatMap(([file, text]) =>
      text.split('\n').filter((line) => capital.test(line)).map((line) => `${file}: ${line.trim()}`),
    )
    expect(found).toEqual([])
  })
})
