import { describe, expect, it } from 'vitest'
import type { BlockTemplate, Piece, StandaloneTemplate } from '../../backend'
import {
  addBlock,
  addSnippet,
  addVariant,
  changeAt,
  difference,
  isDrawnOn,
  moveBlock,
  noPast,
  placeFor,
  printCondition,
  readCondition,
  remember,
  removeAt,
  removeSnippet,
  stepBack,
  stepForward,
  wordsApart,
} from './template'

const words = (text: string): Piece => ({ type: 'words', of: { text, bold: false, italic: false } })

const block = (id: string, text: string, when: string[] = []): BlockTemplate => ({
  id,
  role: id,
  lock: 'guided',
  when,
  each_demand: false,
  shape: 'paragraph',
  text: [words(text)],
})

const standalone = (...blocks: BlockTemplate[]): StandaloneTemplate => ({
  kind: 'final_refusal',
  language: 'ru',
  name: 'обычный',
  regimes: [],
  version: 1,
  note: '',
  text: { heading: [{ when: [], text: [words('О рассмотрении')] }], closing: 'С уважением,', blocks, snippets: {} },
})

const ids = (one: StandaloneTemplate): string[] => one.text.blocks.map((each) => each.id)

describe('a template as a value', () => {
  const start = standalone(block('a', 'один'), block('b', 'два'), block('c', 'три'))

  it('moves, adds and removes blocks without touching the old value', () => {
    expect(ids(moveBlock(start, 0, 2))).toEqual(['b', 'c', 'a'])
    expect(ids(moveBlock(start, 2, 0))).toEqual(['c', 'a', 'b'])
    expect(moveBlock(start, 0, 9)).toBe(start)
    const more = addBlock(addBlock(start, 0), 0)
    expect(ids(more)).toEqual(['a', 'own_2', 'own_1', 'b', 'c'])
    expect(ids(addVariant(start, 1))).toEqual(['a', 'b', 'b', 'c'])
    expect(ids(removeAt(start, { part: 'block', at: 1 }))).toEqual(['a', 'c'])
    expect(ids(start)).toEqual(['a', 'b', 'c'])
    expect(changeAt(start, { part: 'block', at: 7 }, { lock: 'free' })).toBe(start)
  })

  it('reads conditions and prints them the same', () => {
    for (const condition of ['money', '!has:demand.due', 'decision:refuse|decision:partly', '!channel:phone|quality'])
      expect(printCondition(readCondition(condition))).toBe(condition)
  })
})

describe('undo in the editor', () => {
  it('joins typing in one place and parts it from everything else', () => {
    const one = standalone(block('a', 'О'))
    const two = standalone(block('a', 'Об'))
    const three = standalone(block('a', 'Обы'))
    const moved = standalone(block('b', ''), block('a', 'Обы'))
    let past = remember(noPast(), one, 'block/0', 1000)
    past = remember(past, two, 'block/0', 1500)
    past = remember(past, three, null, 1600)
    expect(past.undo).toEqual([one, three])
    const back = stepBack(past, moved)!
    expect(back.standalone).toBe(three)
    const further = stepBack(back.past, back.standalone)!
    expect(further.standalone).toBe(one)
    expect(stepBack(further.past, further.standalone)).toBeNull()
    expect(stepForward(further.past, further.standalone)!.standalone).toBe(three)
    // Typing after a pause, or elsewhere, is a step of its own.
    const later = remember(remember(noPast(), one, 'block/0', 0), two, 'block/0', 5000)
    expect(later.undo).toHaveLength(2)
    expect(remember(remember(noPast(), one, 'block/0', 0), two, 'block/1', 10).undo).toHaveLength(2)
  })
})

describe('the difference between versions', () => {
  const before = standalone(block('a', 'один'), block('b', 'два'), block('c', 'три'), block('d', 'четыре'))

  it('is empty for the same text', () => {
    expect(difference(before, structuredClone(before))).toEqual([])
  })

  it('names what was added, removed, changed and moved, and nothing else', () => {
    const after = standalone(block('d', 'четыре'), block('a', 'один и ещё'), block('c', 'три', ['money']), block('own_1', 'пять'))
    const found = difference(before, after).map(({ what, part }) => `${what} ${part}`)
    expect(found.sort()).toEqual(['added block', 'changed block', 'moved block', 'removed block', 'when block'].sort())
  })

  it('tells a change of the lock, the name, the cases and the closing', () => {
    const after = { ...structuredClone(before), name: 'для гостиницы', regimes: ['hotel' as const] }
    after.text.closing = 'Всего доброго,'
    after.text.blocks[0]!.lock = 'locked'
    const found = difference(before, after).map(({ what, part }) => `${what} ${part}`)
    expect(found).toEqual(['changed name', 'changed regimes', 'lock block', 'changed closing'])
  })

  it('marks words of one side only', () => {
    expect(wordsApart('мы проверили всё', 'мы внимательно проверили всё')).toEqual([
      { text: 'мы ', side: 'both' },
      { text: 'внимательно ', side: 'after' },
      { text: 'проверили всё', side: 'both' },
    ])
    const runs = wordsApart('а б в', 'а г в')
    expect(runs.filter((run) => run.side !== 'after').map((run) => run.text).join('')).toBe('а б в')
    expect(runs.filter((run) => run.side !== 'before').map((run) => run.text).join('')).toBe('а г в')
  })
})

describe('what can be added', () => {
  const start = standalone(block('a', 'один'), block('b', 'два'))

  it('puts a block about each demand behind its like, and a paragraph at the end', () => {
    const first = addBlock(start, start.text.blocks.length - 1, [], 'each_demand')
    const end = addBlock(first, first.text.blocks.length - 1, [words('Итог.')])
    const at = placeFor(end, 'each_demand') + 1
    const next = addBlock(end, placeFor(end, 'each_demand'), [], 'each_demand')
    expect(next.text.blocks.map((one) => one.each_demand)).toEqual([...start.text.blocks.map(() => false), true, true, false])
    expect(next.text.blocks[at]?.id).not.toBe(first.text.blocks.at(-1)?.id)
    expect(placeFor(end, 'paragraph')).toBe(end.text.blocks.length - 1)
    expect(addBlock(start, 0, [], 'demand_list').text.blocks[1]).toMatchObject({ shape: 'demand_list', each_demand: false })
  })

  it('names a new snippet as no other, and lets go of it only when nothing draws on it', () => {
    const one = addSnippet(start, [words('через банк')])
    const two = addSnippet(one.standalone)
    expect(one.name).not.toBe(two.name)
    expect(one.name).toMatch(/^[a-z0-9_-]{1,64}$/)
    expect(isDrawnOn(two.standalone, one.name)).toBe(false)
    const drawn = addBlock(two.standalone, 0, [{ type: 'optional', of: [{ type: 'snippet', of: one.name }] }])
    expect(isDrawnOn(drawn, one.name)).toBe(true)
    expect(isDrawnOn(drawn, two.name)).toBe(false)
    expect(Object.keys(removeSnippet(drawn, two.name).text.snippets)).not.toContain(two.name)
  })
})
