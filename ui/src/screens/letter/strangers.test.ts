import { expect, it } from 'vitest'
import type { Block } from '../../backend'
import { takeIn } from '../../testing/cases'
import { machine } from '../../testing/office'
import { smallNames, taken, wordsOf } from './taken'

it('names of others in small letters are told, and left blank like those that are known', { timeout: 60_000 }, async () => {
  const { backend } = await machine()
  const { id } = await takeIn(backend, { complainant: { name: 'Тимофеев Олег Дмитриевич' } })
  const text = 'Мы позвонили иванову и ответили: мария петровна получит товар по меркам в срок.'
  const block = (words: string): Block => ({ id: 'a', lock: 'free', role: '', content: { type: 'paragraph', spans: [{ type: 'text', text: words, bold: false, italic: false }] } })
  const parts = [{ id: 'a', title: '', text }]
  const { findings } = await backend.formsCheck({ complaint: id, form: { kind: 'public', language: 'ru', limit: null, parts } })
  const names = smallNames(findings, parts)
  expect(names).toEqual(['иванову', 'мария', 'петровна'])
  const [left] = taken([block(text)], [], { name: 'имя', sum: 'сумма', day: 'день', number: 'номер' }, names)
  expect(wordsOf(left!)).toBe('Мы позвонили …, и ответили: …, получит товар по меркам в срок.')
  // Ordinary words in small letters, new ones too, name nobody who would have to be struck out of a public reply.
  expect(findings.filter(({ rule, severity }) => rule === 'data.name_small' && severity === 'must')).toEqual([])
  const ordinary = [{ id: 'a', title: '', text: 'Мы проверили партию павербанков и чехлов для айфонов: брак устраним по гарантии в срок до десяти дней.' }]
  const read = await backend.formsCheck({ complaint: id, form: { kind: 'public', language: 'ru', limit: null, parts: ordinary } })
  // A word that no dictionary has may be told as worth a look, and never as more.
  expect(read.findings.filter(({ rule, severity }) => rule === 'data.name_small' && severity !== 'hint')).toEqual([])
  expect(smallNames(read.findings, ordinary).filter((word) => !['павербанков', 'айфонов'].includes(word))).toEqual([])
})

it('what may be a name is left blank where words are taken: unknown, short, a word as well, or under an accent', { timeout: 60_000 }, async () => {
  const { backend } = await machine()
  const { id } = await takeIn(backend, { complainant: { name: 'Тимофеев Олег Дмитриевич' } })
  for (const [text, told] of [
    ['Мы позвонили шевченко и ответили юле.', ['шевченко', 'юле']],
    ['Звонила яна, ей ответил ким.', ['яна', 'ким']],
    ['Плиту осмотрел мастер волков, сообщили вере.', ['волков', 'вере']],
    ['Мы позвонили ива\u0301нову вчера.', ['ива\u0301нову']],
    ['Мы проверили товар и вернём деньги по вашей карте.', []],
  ] as const) {
    const parts = [{ id: 'a', title: '', text }]
    const form = { kind: 'public', language: 'ru', limit: null, parts } as const
    const { findings } = await backend.formsCheck({ complaint: id, form: { ...form, parts }, to_take: true })
    expect([...new Set(smallNames(findings, parts))], text).toEqual(told)
  }
})

it('the office tells paragraph by paragraph what strangers must not read of a case, on which taking words relies', { timeout: 60_000 }, async () => {
  const { backend } = await machine()
  const { id } = await takeIn(backend, { complainant: { name: 'Тимофеев Олег Дмитриевич' } })
  const words = { plain: 'Мы проверили товар и вернём деньги.', ill: 'Мы сожалеем, что после лечения пульпита диагноз не подтвердился.', sum: 'Вернём пять тысяч рублей.', name: 'Мы ответили Тимофееву.' }
  const parts = Object.entries(words).map(([part, text]) => ({ id: part, title: '', text }))
  const { findings } = await backend.formsCheck({ complaint: id, form: { kind: 'public', language: 'ru', limit: null, parts } })
  const telling = findings.filter(({ rule }) => rule.startsWith('data.')).map(({ block }) => block)
  expect(new Set(telling)).toEqual(new Set(['ill', 'sum', 'name']))
})
