// Words of an issued letter for another one: what was said stays, and whom it was said to, how much and when is left
// blank, so that nothing of one person goes to another. What may still tell of somebody stays behind, and so does all
// that these rules don't know: a sentence too little is written anew, a name too much can't be taken back.

import type { Block, Complainant, Content, Finding, Span } from '../../backend'
import { isCommon, mayBegin } from './commonWords'

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

const folded = (word: string) => word.toLowerCase().replaceAll('ё', 'е')
/** What declension leaves of a word: «Лев» and «Льва», «Заяц» and «Зайца» have the same consonants. */
const bones = (word: string) => word.replace(/[аеиоуыэюяйьъaeiouy]/g, '')
/** Words beside names that name nobody. */
const BESIDE = /^(?:уважаем\p{L}*|dear|mrs?|ms|sir|madam|по|от|на|до|из|за|во?|с|к|о|об|и|не|ооо|ао|пао|ип|the|of|by|for)$/u

/** Whether a word is a name, or a part of one, in any of its cases. */
function names(word: string, name: string): boolean {
  if (word === name) return true
  if (name.length <= 2) return word.startsWith(name) && /^[аеиоуыюя]?[йюмх]?$/u.test(word.slice(name.length))
  const [bare, of] = [bones(word), bones(name)]
  if (Math.abs(word.length - name.length) > 4) return false
  if (of.length <= 1 && !word.startsWith(name.slice(0, Math.max(2, name.length - 2))) && !(bare === of && word[0] === name[0])) return false
  return word[0] === name[0] && bare.startsWith(of) && bare.length - of.length <= 2
}

/** The words by which the people of a case are called, and those of where they live. */
export function calledBy(complainant: Pick<Complainant, 'name' | 'name_dative' | 'salutation' | 'representative' | 'address'>, lines: readonly string[]): string[] {
  const { name, name_dative, salutation, representative, address } = complainant
  return [name, name_dative ?? '', salutation ?? '', representative, address, ...lines]
}

interface Found {
  start: number
  end: number
  blank: Blank
}

/** Where a text calls somebody by these names, however written, and where it has just these words. */
function called(text: string, parts: readonly string[], words: readonly string[]): Found[] {
  const named = [...text.matchAll(/\p{L}+/gu)].filter((word) => !BESIDE.test(folded(word[0])) && parts.some((part) => names(folded(word[0]), part)))
  const just = [...text.matchAll(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu)].filter((word) => words.includes(word[0]))
  return [...named, ...just].map((word) => ({ start: word.index, end: word.index + word[0].length, blank: 'name' as const }))
}

/** Where a place ends: the full stop of an abbreviation («руб.», «г.») that also ends the sentence stays in the text. */
function endOf(text: string, start: number, words: string): number {
  const end = start + words.trimEnd().length
  return text[end - 1] === '.' && /^\s*(?:$|\p{Lu})/u.test(text.slice(end)) && /\p{Ll}\.$/u.test(text.slice(start, end)) ? end - 1 : end
}

/** Where in a text something is to be left blank, in order; what touches and is of one kind is one place. */
export function places(text: string, of: readonly string[], words: readonly string[] = []): Found[] {
  const parts = of
    .flatMap((one) => folded(one).split(/[^\p{L}]+/u))
    .filter((part) => part.length > 1 && !BESIDE.test(part))
  const found = [
    ...PLACES.flatMap(([blank, pattern]) => [...text.matchAll(pattern)].map((hit) => ({ start: hit.index, end: endOf(text, hit.index, hit[0]), blank }))),
    ...called(text, parts, words),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  const joined: Found[] = []
  for (const one of found) {
    const last = joined.at(-1)
    if (last && (one.start < last.end || (one.blank === last.blank && text.slice(last.end, one.start).trim() === ''))) last.end = Math.max(last.end, one.end)
    else joined.push({ ...one })
  }
  return joined
}

const ADDRESS =
  /(?<!\p{L})(?:ул|улиц\p{L}*|просп|проспект\p{L}*|пр-т|пр-кт|пер|переул\p{L}*|наб|набережн\p{L}*|шоссе|бульвар\p{L}*|площад[ьи]|проезд[ае]?|мкр|микрорайон\p{L}*|дом[ае]?|корпус[ае]?|кв|квартир\p{L}*|подъезд\p{L}*|этаж\p{L}*|офис\p{L}*|город\p{L}*|деревн\p{L}*|пос[её]л\p{L}*|street|avenue|flat|apartment)(?!\p{L})/iu
const AMOUNT =
  /(?<!\p{L})(?:тыс|тысяч\p{L}*|миллион\p{L}*|сто|ста|двест\p{L}*|двухсот|трист\p{L}*|тр[её]хсот|четырест\p{L}*|\p{L}+сот|\p{L}+дцат\p{L}*|сорок\p{L}*|\p{L}+десят\p{L}*|девяност\p{L}*|руб|рубл\p{L}*|копе\p{L}*|thousand|hundred|roubles?)(?!\p{L})/iu
/** A point of a law, which is the same for everybody. */
const POINT = /(?<!\p{L})(?:ст|п|пп|ч)\.\s?\d{1,3}(?:\.\d{1,2})?(?![\d/])/giu

/** Whether what is left of a paragraph, with a sign where something was left blank, tells of nobody. */
export function tellsOfNobody(text: string): boolean {
  const rest = text.replace(POINT, '')
  if (/[\d№@#]|["«»“”„]|https?:|www\./u.test(rest) || ADDRESS.test(rest) || AMOUNT.test(rest)) return false
  if (/\p{L}(?:ович|евич|ьич|овн|евн|иничн)[аеойуыием]{0,3}(?!\p{L})/iu.test(rest)) return false
  // An accent above a letter, or one that is coded apart, hides a name from all that is asked here.
  if (/\p{M}/u.test(rest.normalize('NFC'))) return false
  // A letter in Russian has no words in Latin letters but names.
  if (/\p{Script=Cyrillic}/u.test(rest) && /\p{Script=Latin}/u.test(rest)) return false
  return [...rest.matchAll(/\p{Lu}[\p{L}-]*/gu)].every((word) => {
    const begins = /(?:^|[.!?:;…]\s*|\n\s*)$/u.test(rest.slice(0, word.index))
    return isCommon(word[0]) || (begins && mayBegin(word[0]))
  })
}

/** Stands where something is left blank, when a text is judged. */
const GAP = '…,'

/** The words of a block as they would go over, a line for each of its parts. */
export function wordsOf(block: Block): string {
  const line = (spans: readonly Span[]) => spans.map((span) => (span.type === 'text' ? span.text : span.type === 'field' ? GAP : ' ')).join('')
  const { content } = block
  switch (content.type) {
    case 'paragraph':
      return line(content.spans)
    case 'numbered_list':
    case 'dashed_list':
      return content.items.map(line).join('\n')
    case 'table':
      return content.rows.flat().map(line).join('\n')
    case 'quote':
      return content.paragraphs.map(line).join('\n')
    default:
      return ''
  }
}

/** Names that the office found written in small letters, as they stand in these parts. */
export const smallNames = (findings: readonly Finding[], parts: readonly { id: string; text: string }[]): string[] =>
  findings.flatMap(({ rule, block, start, end }) => {
    const part = rule === 'data.name_small' ? parts.find(({ id }) => id === block) : undefined
    return part ? [[...part.text].slice(start, end).join('')] : []
  })

/**
 * Blocks of an issued letter with its names, sums, days and numbers left blank. Pictures, references, legal wording and
 * quotes stay behind, as does each block that may still tell of somebody.
 */
export function taken(blocks: readonly Block[], of: readonly string[], labels: Record<Blank, string>, words: readonly string[] = []): Block[] {
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
    for (const { start, end, blank: kind } of places(one.text, of, words)) {
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
      default:
        return null
    }
  }
  return blocks.flatMap((block) => {
    const made = block.lock === 'locked' ? null : content(block.content)
    if (made === null) return []
    const whole: Block = { id: `taken-${crypto.randomUUID()}`, lock: 'free', role: '', content: made }
    const words = wordsOf(whole)
    return /\p{L}/u.test(words) && tellsOfNobody(words) ? [whole] : []
  })
}
