import { expect, it } from 'vitest'
import type { Block, Span } from '../../backend'
import { taken } from './taken'

const LABELS = { name: 'имя', sum: 'сумма', day: 'день', number: 'номер' }

const paragraph = (...spans: Span[]): Block => ({ id: 'a', lock: 'guided', role: 'intro', content: { type: 'paragraph', spans } })
const text = (words: string): Span => ({ type: 'text', text: words, bold: false, italic: false })
const shown = (blocks: Block[]) =>
  blocks.map(({ content }) => (content.type === 'paragraph' ? content.spans.map((span) => (span.type === 'text' ? span.text : span.type === 'field' ? `[${span.label}]` : '')).join('') : '')).join('\n')

it('leaves names, sums, days and numbers blank, whatever their case and notation, and keeps the rest word for word', () => {
  const words =
    'Уважаемая Ирина Аркадьевна! Товар изготовили по Вашим меркам 27 ноября 2026 г., поэтому 4\u00a0590,50 руб. (четыре тысячи рублей) по договору № 14-К/2026 вернём Власовой И. А. до 05.12.2026. Звоните: +7 812 555-01-00.'
  const got = shown(taken([paragraph(text(words))], ['Власова Ирина Аркадьевна'], LABELS))
  expect(got).toBe(
    'Уважаемая [имя]! Товар изготовили по Вашим меркам [день], поэтому [сумма] по договору [номер] вернём [имя] до [день]. Звоните: [номер].',
  )
})

it('empties the fields of the other case and leaves its pictures, references and legal wording behind', () => {
  const field: Span = { type: 'field', name: 'demand:1.due', label: 'срок', value: '5 декабря 2026 г.', by_hand: true, bold: false, italic: false }
  const blocks: Block[] = [
    paragraph(text('Выплатим не позднее '), field, { type: 'reference', exhibit: 2, name: 'чек', bold: false, italic: false } as Span, text('.')),
    { ...paragraph(text('Вы вправе обратиться в суд.')), lock: 'locked' },
  ]
  const got = taken(blocks, [], LABELS)
  expect(shown(got)).toBe('Выплатим не позднее [срок].')
  expect(JSON.stringify(got)).not.toContain('декабря')
  expect(got[0]).toMatchObject({ lock: 'free', role: '' })
})

it('leaves a sentence its full stop where a sum or a day ends it', () => {
  const go = (words: string) => shown(taken([paragraph(text(words))], [], LABELS))
  expect(go('Вернём Вам 4\u00a0590 руб. Спасибо, что сообщили нам.')).toBe('Вернём Вам [сумма]. Спасибо, что сообщили нам.')
  expect(go('Товар приняли 27 ноября 2026 г.')).toBe('Товар приняли [день].')
  expect(go('Вернём 4 590 руб. 50 коп. до 5 декабря 2026 г. на карту.')).toBe('Вернём [сумма] до [день] на карту.')
})

const PEOPLE = ['Иванова Ирина Петровна', 'Ли Ян', 'Пётр', 'Заяц Лев Пётрович', 'представитель козлова мария', 'Ухта, ул. Лесная, 5', 'John Smithson']
const go = (words: string) => shown(taken([paragraph(text(words))], PEOPLE, LABELS))

it.each([
  // Short, small, in capitals.
  ['Мы сообщили, что Ли и ян получили деньги.', 'Мы сообщили, что [имя] и [имя] получили деньги.'],
  ['Мы позвонили иванова ирина, деньги вернём.', 'Мы позвонили [имя], деньги вернём.'],
  ['Мы позвонили ИВАНОВОЙ, деньги вернём.', 'Мы позвонили [имя], деньги вернём.'],
  // Cases that change the stem.
  ['Мы вернули деньги Льву и Зайцу, а Петру ответим.', 'Мы вернули деньги [имя] и [имя], а [имя] ответим.'],
  // The representative and where they live, in any case and letters.
  ['Мы ответили Козловой, деньги вернём.', 'Мы ответили [имя], деньги вернём.'],
  ['Мы отправили мастера на Лесную, работы окончены.', 'Мы отправили мастера на [имя], работы окончены.'],
  ['We have answered Smithson in full.', 'We have answered [имя] in full.'],
])('a name is left blank however it is written: %s', (words, left) => expect(go(words)).toBe(left))

it.each([
  'Мастер Сидоров приезжал к Вам и осмотрел плиту.',
  'Сидоров приезжал к Вам и осмотрел плиту.',
  'Мы отправили мастера на улицу лесную.',
  'Мы отправили замену в квартиру восемь.',
  'Ваш заказ 4815 задержан.',
  'По телефону 555-01-00 Вам ответят.',
  'Мы вернём 5 тыс. руб. на карту.',
  'Мы вернём пять тысяч рублей на карту.',
  'Вы написали: «муж упал и сломал руку», и мы сожалеем.',
  'Мы ответили Васильевичу.',
  'Ответ дан Wilkins в срок.',
])('a paragraph that may tell of somebody stays behind: %s', (words) => expect(go(words)).toBe(''))

it('leaves quotes behind, and points of laws where they are', () => {
  const quote: Block = { id: 'q', lock: 'free', role: '', content: { type: 'quote', paragraphs: [[text('мне было больно')]] } }
  expect(taken([quote], [], LABELS)).toEqual([])
  expect(go('По ст. 18 и п. 2 ст. 19 Закона деньги вернём.')).toBe('По ст. 18 и п. 2 ст. 19 Закона деньги вернём.')
})
