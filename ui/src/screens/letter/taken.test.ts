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
    'Уважаемая Ирина Аркадьевна! Кухню изготовили по Вашим меркам 27 ноября 2026 г., поэтому 4\u00a0590,50 руб. (четыре тысячи рублей) по договору № 14-К/2026 вернём Власовой И. А. до 05.12.2026. Звоните: +7 812 555-01-00.'
  const got = shown(taken([paragraph(text(words))], ['Власова Ирина Аркадьевна'], LABELS))
  expect(got).toBe(
    'Уважаемая [имя]! Кухню изготовили по Вашим меркам [день], поэтому [сумма] по договору [номер] вернём [имя] до [день]. Звоните: [номер].',
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
