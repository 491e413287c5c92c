// A letter written in two windows at once: both texts laid over the one they began from.

import type { Block, LetterChoices, LetterText } from '../../backend'
import { newBlockId } from './guard'

export interface Merged {
  text: LetterText
  /** Whether both have written at the same place of the body, where both texts now stand one behind the other. */
  both: boolean
  /** What the other wrote at places that hold one text only, and that say now what was written here. */
  theirs: string[]
}

/** Who filled a field in is no difference of what it says. */
const said = (key: string, value: unknown): unknown => (key === 'by_hand' ? undefined : value)

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a, said) === JSON.stringify(b, said)

/** What is written in one window and left alone in the other stands; of what is written in both, that of here. */
function pick<T>(base: T, mine: T, theirs: T): { is: T; clash: boolean } {
  if (same(mine, base)) return { is: theirs, clash: false }
  return { is: mine, clash: !same(theirs, base) && !same(mine, theirs) }
}

/** Lays what was written here and what another window has saved meanwhile over the text that both began from. */
export function merged(base: LetterText, mine: LetterText, theirs: LetterText): Merged {
  const lost: string[] = []
  const text = { ...mine }
  function part<K extends keyof LetterText>(name: K) {
    const { is, clash } = pick(base[name], mine[name], theirs[name])
    text[name] = is
    const words = theirs[name]
    if (clash) lost.push(typeof words === 'string' ? words : Array.isArray(words) ? words.filter((line) => typeof line === 'string').join(', ') : '')
  }
  for (const name of Object.keys(mine) as (keyof LetterText)[]) if (name !== 'blocks' && name !== 'made') part(name)
  // What composing wrote is what the office wrote last.
  text.made = theirs.made
  const body = blocks(base.blocks, mine.blocks, theirs.blocks)
  return { text: { ...text, blocks: body.blocks }, both: body.both, theirs: lost.filter((words) => words.trim() !== '') }
}

function blocks(base: readonly Block[], mine: readonly Block[], theirs: readonly Block[]): { blocks: Block[]; both: boolean } {
  const of = (list: readonly Block[]) => new Map(list.map((block) => [block.id, block]))
  const [was, here, there] = [of(base), of(mine), of(theirs)]
  const out: Block[] = []
  let both = false
  for (const block of mine) {
    const before = was.get(block.id)
    const other = there.get(block.id)
    if (other === undefined) {
      // Taken out there: it goes, unless it was written on here.
      if (before === undefined || !same(before, block)) out.push(block)
    } else {
      const { is, clash } = pick(before, block, other)
      out.push(is ?? block)
      if (clash) {
        both = true
        out.push({ ...other, id: newBlockId(), lock: 'free', role: '' })
      }
    }
  }
  theirs.forEach((block, at) => {
    if (here.has(block.id)) return
    const before = was.get(block.id)
    // Taken out here: it stays out, unless it was written on there.
    if (before !== undefined && same(before, block)) return
    const above = theirs.slice(0, at).findLast(({ id }) => out.some((placed) => placed.id === id))
    out.splice(above === undefined ? 0 : out.findIndex(({ id }) => id === above.id) + 1, 0, block)
  })
  return { blocks: out, both }
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list that both have changed: what the other has added follows, what the other has taken out goes. */
function lists(base: readonly unknown[], mine: readonly unknown[], theirs: readonly unknown[]): unknown[] {
  const has = (list: readonly unknown[], one: unknown) => list.some((other) => same(one, other))
  const kept = mine.filter((one) => has(theirs, one) || !has(base, one))
  return [...kept, ...theirs.filter((one) => !has(base, one) && !has(mine, one))]
}

/** Fields of here over those of there, each by itself; `lost` hears what of there gives way. */
function fields(base: Fields, mine: Fields, theirs: Fields, lost: (value: unknown) => void): Fields {
  const out: Record<string, unknown> = { ...theirs }
  for (const name of Object.keys({ ...base, ...mine })) {
    const [was, here, there] = [base[name], mine[name], theirs[name]]
    const { is, clash } = pick(was, here, there)
    if (!clash) out[name] = is
    else if (isFields(here) && isFields(there)) out[name] = fields(isFields(was) ? was : {}, here, there, lost)
    else if (Array.isArray(here) && Array.isArray(there)) out[name] = lists(Array.isArray(was) ? was : [], here, there)
    else {
      out[name] = here
      lost(there)
    }
    if (out[name] === undefined) delete out[name]
  }
  return out
}

/** Choices made here, over those that another window has saved meanwhile; `theirs` is what of those gave way. */
export function mergedChoices(base: LetterChoices, mine: LetterChoices, theirs: LetterChoices): { choices: LetterChoices; theirs: string[] } {
  const lost: string[] = []
  const hear = (value: unknown) => {
    if (value === null || value === undefined) return
    lost.push(typeof value === 'string' ? value : JSON.stringify(value))
  }
  const choices = fields(base as unknown as Fields, mine as unknown as Fields, theirs as unknown as Fields, hear)
  return { choices: choices as unknown as LetterChoices, theirs: lost.filter((words) => words.trim() !== '') }
}
