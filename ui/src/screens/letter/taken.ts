// Words of an issued letter for another one: what was said stays, and whom it was said to, how much and when is left
// blank, so that nothing of one person goes to another.

import type { Block, Content, Span } from '../../backend'

/** What is left blank. */
export type Blank = 'name' | 'sum' | 'day' | 'number'

const MONTHS =
  'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|January|February|March|April|May|June|July|August|September|October|November|December'

const PLACES: readonly [Blank, RegExp][] = [
  ['day', new RegExp(`«?\\d{1,2}»?\\s(?:${MONTHS})(?:\\s\\d{4}(?:\\s?(?:года|г\\.))?)?|\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}(?:\\s?(?:года|г\\.))?`, 'giu')],
  ['sum', /\d[\d\s]*(?:[.,]\d{1,2})?\s?(?:₽|руб(?:\.|л[а-я]+)?|RUB|roubles?)(?:\s\d{2}\sкоп(?:\.|е[а-я]+))?(?:\s?\([^)]*\))?/giu],
  ['number', /№\s?[\p{L}\d][\p{L}\d\-/.]*[\p{L}\d]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?\d[\d\s()-]{8,}\d/gu],
  [
    'name',
    /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}\.\s?(?:\p{Lu}\.)?|\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}+|(?:(?!Уважаем)\p{Lu}\p{Ll}+\s)?(?!Уважаем)\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+(?:ович|евич|ьич|овн|евн|ичн)\p{Ll}{0,3}/gu,
  ],
]

/** A name in any case: its words by their beginnings. */
function named(name: string): RegExp | null {
  const words = name.split(/[^\p{L}-]+/u).filter((word) => word.length > 2 && /^\p{Lu}/u.test(word))
  if (words.length === 0) return null
  return new RegExp(`(?<!\\p{L})(?:${words.map(begin).join('|')})\\p{L}{0,4}(?!\\p{L})`, 'gu')
}

const begin = (word: string) => word.slice(0, Math.max(3, word.length - 2))

interface Found {
  start: number
  end: number
  blank: Blank
}

/** Where in a text something is to be left blank, in order; what touches and is of one kind is one place. */
export function places(text: string, names: readonly string[]): Found[] {
  const of = names.map(named).filter((one) => one !== null)
  const found = [...PLACES, ...of.map((one) => ['name', one] as const)]
    .flatMap(([blank, pattern]) => [...text.matchAll(pattern)].map((hit) => ({ start: hit.index, end: hit.index + hit[0].trimEnd().length, blank })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const joined: Found[] = []
  for (const one of found) {
    const last = joined.at(-1)
    if (last && (one.start < last.end || (one.blank === last.blank && text.slice(last.end, one.start).trim() === ''))) last.end = Math.max(last.end, one.end)
    else joined.push({ ...one })
  }
  return joined
}

/** Blocks of an issued letter with its names, sums, days and numbers left blank; pictures, references and legal wording stay behind. */
export function taken(blocks: readonly Block[], names: readonly string[], labels: Record<Blank, string>): Block[] {
  const blank = (kind: Blank, label = labels[kind]): Span => ({
    type: 'field',
    name: `taken.${kind === 'day' ? 'due' : kind}`,
    label,
    value: null,
    by_hand: false,
    bold: false,
    italic: false,
  })
  const span = (one: Span): Span[] => {
    if (one.type === 'reference') return []
    if (one.type === 'break') return [one]
    if (one.type === 'field') return [{ ...one, name: `taken.${one.name.endsWith('due') ? 'due' : 'field'}`, value: null, by_hand: false }]
    const made: Span[] = []
    let at = 0
    for (const { start, end, blank: kind } of places(one.text, names)) {
      if (start > at) made.push({ ...one, text: one.text.slice(at, start) })
      made.push(blank(kind))
      at = end
    }
    if (at < one.text.length) made.push({ ...one, text: one.text.slice(at) })
    return made
  }
  const line = (spans: readonly Span[]) => spans.flatMap(span)
  const content = (of: Content): Content | null => {
    switch (of.type) {
      case 'paragraph':
        return { ...of, spans: line(of.spans) }
      case 'numbered_list':
      case 'dashed_list':
        return { ...of, items: of.items.map(line) }
      case 'table':
        return { ...of, rows: of.rows.map((row) => row.map(line)) }
      case 'quote':
        return { ...of, paragraphs: of.paragraphs.map(line) }
      default:
        return null
    }
  }
  return blocks.flatMap((block) => {
    const made = block.lock === 'locked' ? null : content(block.content)
    return made === null ? [] : [{ id: `taken-${crypto.randomUUID()}`, lock: 'free' as const, role: '', content: made }]
  })
}
