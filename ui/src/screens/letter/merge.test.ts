import { expect, test } from 'vitest'
import type { Block, LetterChoices, LetterText } from '../../backend'
import { merged, mergedChoices } from './merge'

const block = (id: string, words: string): Block => ({
  id,
  lock: 'guided',
  role: id,
  content: { type: 'paragraph', spans: [{ type: 'text', text: words, bold: false, italic: false }] },
})
const text = (over: Partial<LetterText>): LetterText =>
  ({ kind: 'interim', language: 'ru', heading: 'О сроке', salutation: 'Уважаемая Анна!', closing: 'С уважением,', blocks: [], made: {}, ...over }) as LetterText
const words = (of: LetterText) => of.blocks.map(({ content }) => (content.type === 'paragraph' ? content.spans.map((s) => (s.type === 'text' ? s.text : '')).join('') : ''))

test('what each has written elsewhere stands', () => {
  const base = text({ blocks: [block('a', 'Первое.'), block('b', 'Второе.'), block('c', 'Третье.')] })
  const mine = text({ salutation: 'Дорогая Анна!', blocks: [block('a', 'Первое.'), block('b', 'Второе, здесь.'), block('c', 'Третье.'), block('own-1', 'Новое здесь.')] })
  const theirs = text({ closing: 'Всего доброго,', blocks: [block('a', 'Первое, там.'), block('own-2', 'Новое там.'), block('b', 'Второе.')] })
  const { text: both, both: clash, theirs: lost } = merged(base, mine, theirs)
  expect([both.salutation, both.closing]).toEqual(['Дорогая Анна!', 'Всего доброго,'])
  expect(words(both)).toEqual(['Первое, там.', 'Новое там.', 'Второе, здесь.', 'Новое здесь.'])
  expect([clash, lost]).toEqual([false, []])
})

test('of what both wrote at one place nothing is lost', () => {
  const base = text({ blocks: [block('a', 'Первое.')] })
  const mine = text({ closing: 'Искренне Ваши,', blocks: [block('a', 'Первое, здесь.')] })
  const theirs = text({ closing: 'Всего доброго,', blocks: [block('a', 'Первое, там.')] })
  const { text: both, both: clash, theirs: lost } = merged(base, mine, theirs)
  expect(words(both)).toEqual(['Первое, здесь.', 'Первое, там.'])
  expect(new Set(both.blocks.map(({ id }) => id)).size).toBe(2)
  expect(both.closing).toBe('Искренне Ваши,')
  expect([clash, lost]).toEqual([true, ['Всего доброго,']])
})

test('choices made in two windows are both taken', () => {
  const choices = (over: Partial<LetterChoices>) => ({ expected: null, holding_reason: '', questions: [], particulars: {}, ...over }) as LetterChoices
  const both = mergedChoices(choices({}), choices({ expected: '2026-12-05' }), choices({ holding_reason: 'ждём акт' }))
  expect(both).toEqual({ choices: choices({ expected: '2026-12-05', holding_reason: 'ждём акт' }), theirs: [] })

  // Each of the particulars and of the questions by itself.
  const base = choices({ questions: ['Когда куплено?', 'Где?'], particulars: { place: 'офис', offer: '' } as never })
  const mine = choices({ questions: ['Когда куплено?', 'Где?', 'Кем?'], particulars: { place: 'офис', offer: 'ремонт' } as never })
  const theirs = choices({ questions: ['Когда куплено?', 'За сколько?'], particulars: { place: 'склад', offer: '' } as never })
  expect(mergedChoices(base, mine, theirs)).toEqual({
    choices: choices({ questions: ['Когда куплено?', 'Кем?', 'За сколько?'], particulars: { place: 'склад', offer: 'ремонт' } as never }),
    theirs: [],
  })

  // Of one place that both wrote what is of here stands, and what is of there is told.
  const clash = mergedChoices(choices({}), choices({ holding_reason: 'ждём мастера' }), choices({ holding_reason: 'ждём акт' }))
  expect(clash).toEqual({ choices: choices({ holding_reason: 'ждём мастера' }), theirs: ['ждём акт'] })
})
