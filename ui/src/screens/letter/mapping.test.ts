import { describe, expect, test } from 'vitest'
import type { Block, Content, Span } from '../../backend/types'
import { joinSpans, toBlocks, toDocument } from './mapping'

/** A small repeatable source of chance, so that a failing letter can be made again from its seed. */
function chance(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const words = ['Холодильник', ' не морозит', '', '№ 5', '«два»\n', '😀', '<b>x</b>', '\t', '  ', 'é', '4 590,00 ₽', '‏مرحبا']

function line(any: (below: number) => number): Span[] {
  return Array.from({ length: any(6) }, (): Span => {
    const bold = any(2) === 0
    const italic = any(3) === 0
    switch (any(6)) {
      case 0:
        return { type: 'break' }
      case 5:
        return { type: 'reference', exhibit: 1 + any(9), name: words[any(words.length)] ?? '' }
      case 1:
        return {
          type: 'field',
          name: `demand:${any(9)}.due`,
          label: 'срок',
          value: any(2) === 0 ? null : (words[any(words.length)] ?? ''),
          by_hand: any(2) === 0,
          bold,
          italic,
        }
      default:
        return { type: 'text', text: words[any(words.length)] ?? '', bold, italic }
    }
  })
}

const some = <T>(any: (below: number) => number, least: number, make: () => T): T[] =>
  Array.from({ length: least + any(4) }, make)

function content(any: (below: number) => number): Content {
  switch (any(6)) {
    case 5:
      return { type: 'figure', exhibit: 1 + any(9), caption: line(any) }
    case 0:
      return { type: 'numbered_list', items: some(any, 1, () => line(any)) }
    case 1:
      return { type: 'dashed_list', items: some(any, 1, () => line(any)) }
    case 2:
      return { type: 'quote', paragraphs: some(any, 1, () => line(any)) }
    case 3:
      return { type: 'table', head: any(2) === 0, rows: some(any, 1, () => some(any, 0, () => line(any))) }
    default:
      return { type: 'paragraph', spans: line(any) }
  }
}

function letter(seed: number): Block[] {
  const any = chance(seed)
  return Array.from({ length: any(8) }, (_, i) => ({
    id: `block-${i}`,
    lock: (['locked', 'guided', 'free'] as const)[any(3)] ?? 'free',
    role: ['intro', '', 'rights'][any(3)] ?? '',
    content: content(any),
  }))
}

function joined(blocks: Block[]): Block[] {
  return blocks.map((block) => {
    const c = block.content
    const content: Content =
      c.type === 'paragraph'
        ? { ...c, spans: joinSpans(c.spans) }
        : c.type === 'quote'
          ? { ...c, paragraphs: c.paragraphs.map(joinSpans) }
          : c.type === 'table'
            ? { ...c, rows: c.rows.map((row) => row.map(joinSpans)) }
            : c.type === 'figure'
              ? { ...c, caption: joinSpans(c.caption) }
              : { ...c, items: c.items.map(joinSpans) }
    return { ...block, content }
  })
}

describe('between the letter and the editor', () => {
  test('any letter comes back as it went in', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const blocks = letter(seed)
      const document = toDocument(blocks)
      document.check()
      expect(toBlocks(document), `seed ${seed}`).toEqual(joined(blocks))
    }
  })

  test('what came back goes through unchanged', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const once = toBlocks(toDocument(letter(seed)))
      expect(toBlocks(toDocument(once))).toEqual(once)
    }
  })

  test('a letter without blocks has a place for the caret and stays without blocks', () => {
    const document = toDocument([])
    expect(document.childCount).toBe(1)
    expect(toBlocks(document)).toEqual([])
  })

  test('a list without items gets one', () => {
    const block: Block = { id: 'a', lock: 'free', role: '', content: { type: 'numbered_list', items: [] } }
    expect(toBlocks(toDocument([block]))[0]?.content).toEqual({ type: 'numbered_list', items: [[]] })
  })
})
