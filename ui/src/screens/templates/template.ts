// A template as its editor holds it: a plain value, and plain functions that
// give the next one. Nothing here knows the page.

import type { BlockTemplate, Lock, Piece, TemplateFault, StandaloneTemplate, Variant } from '../../backend/types'

/** A place with a text in a template. */
export type Place =
  | { part: 'heading'; at: number }
  | { part: 'block'; at: number }
  | { part: 'snippet'; name: string; at: number }

/** One key for a place, for lists and for telling changes of one text apart. */
export function placeKey(place: Place): string {
  return place.part === 'snippet' ? `snippet/${place.name}/${place.at}` : `${place.part}/${place.at}`
}

/** The variant or block at a place. */
export function textAt(standalone: StandaloneTemplate, place: Place): Variant | BlockTemplate | undefined {
  switch (place.part) {
    case 'heading':
      return standalone.text.heading[place.at]
    case 'block':
      return standalone.text.blocks[place.at]
    case 'snippet':
      return standalone.text.snippets[place.name]?.[place.at]
  }
}

const replaced = <T>(list: T[], at: number, item: T): T[] => list.map((one, i) => (i === at ? item : one))

/** The template with other values at a place. */
export function changeAt(standalone: StandaloneTemplate, place: Place, values: Partial<BlockTemplate>): StandaloneTemplate {
  const { text } = standalone
  const old = textAt(standalone, place)
  if (!old) return standalone
  const next = { ...old, ...values }
  switch (place.part) {
    case 'heading':
      return { ...standalone, text: { ...text, heading: replaced(text.heading, place.at, next) } }
    case 'block':
      return { ...standalone, text: { ...text, blocks: replaced(text.blocks, place.at, next as BlockTemplate) } }
    case 'snippet': {
      const variants = replaced(text.snippets[place.name] ?? [], place.at, next)
      return { ...standalone, text: { ...text, snippets: { ...text.snippets, [place.name]: variants } } }
    }
  }
}

/** An id no block of the template has. */
function freshId(standalone: StandaloneTemplate): string {
  const taken = new Set(standalone.text.blocks.map((block) => block.id))
  let n = 1
  while (taken.has(`own_${n}`)) n += 1
  return `own_${n}`
}

/** What a new block can be. */
export type Sort = 'paragraph' | 'each_demand' | 'demand_list' | 'question_list'

/** The template with a new block behind the one at `after`; -1 puts it first. */
export function addBlock(standalone: StandaloneTemplate, after: number, text: Piece[] = [], sort: Sort = 'paragraph'): StandaloneTemplate {
  const id = freshId(standalone)
  const block: BlockTemplate = {
    id,
    role: id,
    lock: 'guided',
    when: [],
    each_demand: sort === 'each_demand',
    shape: sort === 'demand_list' || sort === 'question_list' ? sort : 'paragraph',
    text,
  }
  const { blocks } = standalone.text
  return {
    ...standalone,
    text: { ...standalone.text, blocks: [...blocks.slice(0, after + 1), block, ...blocks.slice(after + 1)] },
  }
}

/** Behind which block a new one of a sort belongs: with its like, for blocks about a demand are written together. */
export function placeFor(standalone: StandaloneTemplate, sort: Sort): number {
  const { blocks } = standalone.text
  const last = sort === 'each_demand' ? blocks.findLastIndex((block) => block.each_demand) : -1
  return last < 0 ? blocks.length - 1 : last
}

/** The template with a new snippet, and the snippet's name. */
export function addSnippet(standalone: StandaloneTemplate, text: Piece[] = []): { standalone: StandaloneTemplate; name: string } {
  const { snippets } = standalone.text
  let n = 1
  while (`own_${n}` in snippets) n += 1
  const name = `own_${n}`
  return { standalone: { ...standalone, text: { ...standalone.text, snippets: { ...snippets, [name]: [{ when: [], text }] } } }, name }
}

const draws = (pieces: Piece[], name: string): boolean =>
  pieces.some((piece) => (piece.type === 'snippet' && piece.of === name) || (piece.type === 'optional' && draws(piece.of, name)))

/** Whether any text of the template draws on a snippet. */
export function isDrawnOn(standalone: StandaloneTemplate, name: string): boolean {
  const { heading, blocks, snippets } = standalone.text
  const others = Object.entries(snippets).flatMap(([other, variants]) => (other === name ? [] : variants))
  return [...heading, ...blocks, ...others].some((one) => draws(one.text, name))
}

/** The template without a snippet. */
export function removeSnippet(standalone: StandaloneTemplate, name: string): StandaloneTemplate {
  const snippets = Object.fromEntries(Object.entries(standalone.text.snippets).filter(([other]) => other !== name))
  return { ...standalone, text: { ...standalone.text, snippets } }
}

/** The template with another variant of the same block behind it: for other conditions, other words. */
export function addVariant(standalone: StandaloneTemplate, at: number): StandaloneTemplate {
  const block = standalone.text.blocks[at]
  if (!block) return standalone
  const { blocks } = standalone.text
  return { ...standalone, text: { ...standalone.text, blocks: [...blocks.slice(0, at + 1), { ...block }, ...blocks.slice(at + 1)] } }
}

export function removeAt(standalone: StandaloneTemplate, place: Place): StandaloneTemplate {
  const { text } = standalone
  const without = <T>(list: T[]): T[] => list.filter((_, i) => i !== place.at)
  switch (place.part) {
    case 'heading':
      return { ...standalone, text: { ...text, heading: without(text.heading) } }
    case 'block':
      return { ...standalone, text: { ...text, blocks: without(text.blocks) } }
    case 'snippet':
      return { ...standalone, text: { ...text, snippets: { ...text.snippets, [place.name]: without(text.snippets[place.name] ?? []) } } }
  }
}

/** The template with the block at `from` moved to `to`. */
export function moveBlock(standalone: StandaloneTemplate, from: number, to: number): StandaloneTemplate {
  const blocks = [...standalone.text.blocks]
  const [block] = blocks.splice(from, 1)
  if (!block || to < 0 || to > blocks.length) return standalone
  blocks.splice(to, 0, block)
  return { ...standalone, text: { ...standalone.text, blocks } }
}

/** The template with a new variant of the heading or of a snippet, put first: it has the conditions. */
export function addFirst(standalone: StandaloneTemplate, place: { part: 'heading' } | { part: 'snippet'; name: string }): StandaloneTemplate {
  const { text } = standalone
  if (place.part === 'heading') {
    const copy = text.heading[0]
    return { ...standalone, text: { ...text, heading: [{ when: [], text: copy?.text ?? [] }, ...text.heading] } }
  }
  const variants = text.snippets[place.name] ?? []
  const copy = variants[0]
  return {
    ...standalone,
    text: { ...text, snippets: { ...text.snippets, [place.name]: [{ when: [], text: copy?.text ?? [] }, ...variants] } },
  }
}

// Conditions: each is a list of alternatives, each of them turned round or not.

export interface Atom {
  not: boolean
  head: string
  value: string | null
}

export function readCondition(condition: string): Atom[] {
  return condition.split('|').map((word) => {
    const not = word.startsWith('!')
    const bare = not ? word.slice(1) : word
    const colon = bare.indexOf(':')
    return colon < 0 ? { not, head: bare, value: null } : { not, head: bare.slice(0, colon), value: bare.slice(colon + 1) }
  })
}

export function printCondition(atoms: Atom[]): string {
  return atoms.map(({ not, head, value }) => `${not ? '!' : ''}${head}${value === null ? '' : `:${value}`}`).join('|')
}

/** Whether a fault is in a place. */
export function isIn(fault: TemplateFault, place: Place): boolean {
  if (fault.part !== place.part) return false
  if (place.part === 'snippet') return fault.id === place.name && (fault.at ?? 0) === place.at
  return fault.at === place.at
}

export function isEmpty(pieces: Piece[]): boolean {
  return pieces.every((piece) =>
    piece.type === 'words' ? piece.of.text.trim() === '' : piece.type === 'optional' ? isEmpty(piece.of) : false,
  )
}

/** The words of a text, without what is put in. */
export function plainWords(pieces: Piece[], put: (name: string) => string = () => '…'): string {
  return pieces
    .map((piece) => {
      switch (piece.type) {
        case 'words':
          return piece.of.text
        case 'value':
          return put(piece.of.name)
        case 'snippet':
          return '…'
        case 'optional':
          return plainWords(piece.of, put)
      }
    })
    .join('')
}

// Differences between two versions, as a person reads them.

export interface Difference {
  what: 'added' | 'removed' | 'changed' | 'moved' | 'when' | 'lock'
  part: 'heading' | 'block' | 'snippet' | 'closing' | 'name' | 'regimes'
  name?: string
  before?: Piece[]
  after?: Piece[]
  whenBefore?: string[]
  whenAfter?: string[]
  lockBefore?: Lock
  lockAfter?: Lock
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

type Item = Variant & { id?: string; lock?: Lock; each_demand?: boolean; shape?: string }

/** Pairs what is alike: the same text under the same id first, then the same id in order. */
function pairs(before: Item[], after: Item[]): [number | null, number | null][] {
  const left = new Set(before.keys())
  const right = new Set(after.keys())
  const found: [number | null, number | null][] = []
  const pair = (fits: (a: Item, b: Item) => boolean) => {
    for (const b of [...right]) {
      for (const a of left) {
        if (fits(before[a]!, after[b]!)) {
          found.push([a, b])
          left.delete(a)
          right.delete(b)
          break
        }
      }
    }
  }
  pair((a, b) => a.id === b.id && same(a.text, b.text) && same(a.when, b.when))
  pair((a, b) => a.id === b.id && same(a.when, b.when))
  pair((a, b) => a.id === b.id && same(a.text, b.text))
  pair((a, b) => a.id === b.id)
  for (const b of right) found.push([null, b])
  for (const a of left) found.push([a, null])
  return found.sort(([a, b], [c, d]) => (b ?? (a ?? 0) - 0.5) - (d ?? (c ?? 0) - 0.5))
}

function between(part: Difference['part'], before: Item[], after: Item[], name?: string): Difference[] {
  const list: Difference[] = []
  const base = name === undefined ? { part } : { part, name }
  const kept = pairs(before, after)
  for (const [a, b] of kept) {
    const old = a === null ? undefined : before[a]
    const now = b === null ? undefined : after[b]
    if (!old && now) list.push({ ...base, what: 'added', after: now.text, whenAfter: now.when })
    else if (old && !now) list.push({ ...base, what: 'removed', before: old.text, whenBefore: old.when })
    else if (old && now) {
      if (!same(old.text, now.text)) list.push({ ...base, what: 'changed', before: old.text, after: now.text, whenAfter: now.when })
      if (!same(old.when, now.when))
        list.push({ ...base, what: 'when', after: now.text, whenBefore: old.when, whenAfter: now.when })
      if (old.lock !== undefined && now.lock !== undefined && old.lock !== now.lock)
        list.push({ ...base, what: 'lock', after: now.text, lockBefore: old.lock, lockAfter: now.lock })
    }
  }
  // What stands behind another neighbour than before was moved.
  const order = kept.filter((pair): pair is [number, number] => pair[0] !== null && pair[1] !== null)
  const steady = longestRise(order.map(([a]) => a))
  order.forEach(([a, b], at) => {
    if (!steady.has(at)) list.push({ ...base, what: 'moved', before: before[a]!.text, after: after[b]!.text })
  })
  return list
}

/** The places of a longest run of rising numbers: those that need not have moved. */
function longestRise(numbers: number[]): Set<number> {
  const best: { length: number; before: number }[] = []
  let last = -1
  numbers.forEach((n, at) => {
    let length = 1
    let before = -1
    for (let i = 0; i < at; i += 1) {
      if (numbers[i]! < n && best[i]!.length + 1 > length) {
        length = best[i]!.length + 1
        before = i
      }
    }
    best.push({ length, before })
    if (last < 0 || length > best[last]!.length) last = at
  })
  const steady = new Set<number>()
  while (last >= 0) {
    steady.add(last)
    last = best[last]!.before
  }
  return steady
}

const closing = (text: string): Piece[] => [{ type: 'words', of: { text, bold: false, italic: false } }]

/** What changed from one version to another. */
export function difference(before: StandaloneTemplate, after: StandaloneTemplate): Difference[] {
  const list: Difference[] = []
  if (before.name !== after.name && before.name !== '')
    list.push({ what: 'changed', part: 'name', before: closing(before.name), after: closing(after.name) })
  if (!same(before.regimes, after.regimes))
    list.push({ what: 'changed', part: 'regimes', whenBefore: before.regimes, whenAfter: after.regimes })
  list.push(...between('heading', before.text.heading, after.text.heading))
  list.push(...between('block', before.text.blocks, after.text.blocks))
  const names = [...new Set([...Object.keys(before.text.snippets), ...Object.keys(after.text.snippets)])].sort()
  for (const name of names)
    list.push(...between('snippet', before.text.snippets[name] ?? [], after.text.snippets[name] ?? [], name))
  if (before.text.closing !== after.text.closing)
    list.push({ what: 'changed', part: 'closing', before: closing(before.text.closing), after: closing(after.text.closing) })
  return list
}

/** Words of both texts, those of one only marked. */
export function wordsApart(before: string, after: string): { text: string; side: 'both' | 'before' | 'after' }[] {
  const cut = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? []
  const a = cut(before)
  const b = cut(after)
  if (a.length * b.length > 1_000_000) {
    return [
      { text: before, side: 'before' },
      { text: after, side: 'after' },
    ]
  }
  const rows = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      rows[i]![j] = a[i] === b[j] ? rows[i + 1]![j + 1]! + 1 : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!)
  const out: { text: string; side: 'both' | 'before' | 'after' }[] = []
  const put = (text: string, side: 'both' | 'before' | 'after') => {
    const last = out.at(-1)
    if (last?.side === side) last.text += text
    else out.push({ text, side })
  }
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      put(a[i]!, 'both')
      i += 1
      j += 1
    } else if (i < a.length && (j >= b.length || rows[i + 1]![j]! >= rows[i]![j + 1]!)) {
      put(a[i]!, 'before')
      i += 1
    } else {
      put(b[j]!, 'after')
      j += 1
    }
  }
  return out
}

// Undo within the editor: whole values, typing in one place counted as one step.

const JOINED = 1200
const STEPS = 200

export interface Past {
  undo: StandaloneTemplate[]
  redo: StandaloneTemplate[]
  /** The place last typed in, and when. */
  last: { key: string; at: number } | null
}

export const noPast = (): Past => ({ undo: [], redo: [], last: null })

/** The past after a change from `before`; typing on in one place adds no step. */
export function remember(past: Past, before: StandaloneTemplate, key: string | null, at: number): Past {
  const goesOn = key !== null && past.last?.key === key && at - past.last.at < JOINED
  return {
    undo: goesOn ? past.undo : [...past.undo, before].slice(-STEPS),
    redo: [],
    last: key === null ? null : { key, at },
  }
}

export function stepBack(past: Past, now: StandaloneTemplate): { past: Past; standalone: StandaloneTemplate } | null {
  const standalone = past.undo.at(-1)
  if (!standalone) return null
  return { past: { undo: past.undo.slice(0, -1), redo: [...past.redo, now], last: null }, standalone }
}

export function stepForward(past: Past, now: StandaloneTemplate): { past: Past; standalone: StandaloneTemplate } | null {
  const standalone = past.redo.at(-1)
  if (!standalone) return null
  return { past: { undo: [...past.undo, now], redo: past.redo.slice(0, -1), last: null }, standalone }
}
