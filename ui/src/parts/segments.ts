// What keys make of the parts of a day or a time: figures are typed into each
// part, which goes on by itself once it can take no more.

/** One part: which figures it takes. */
export interface Part {
  name: string
  least: number
  most: number
}

/** What a part holds after a key, and whether one goes on to the next or back to the one before. */
export interface Typed {
  text: string
  go?: 'on' | 'back'
}

const width = (part: Part): number => String(part.most).length

/** The number as its part shows it: 5 as «05». A year keeps its own digits. */
export function padded(part: Part, n: number): string {
  return width(part) > 2 ? String(n) : String(n).padStart(2, '0')
}

/** A digit typed behind what stands there; `fresh` writes over it. */
export function typeDigit(part: Part, text: string, digit: string, fresh: boolean): Typed {
  const before = fresh || text.length >= width(part) ? '' : text
  const longer = before + digit
  // What no longer fits gives way to the newest digit.
  const kept = Number(longer) > part.most ? digit : longer
  if (kept.length === width(part) || Number(kept) * 10 > part.most) {
    if (Number(kept) < part.least) return { text: kept.slice(0, 1) }
    return { text: padded(part, Number(kept)), go: 'on' }
  }
  return { text: kept }
}

/** Backspace: the last digit goes; «05» goes as a whole, and an empty part leads back. */
export function wipeDigit(text: string): Typed {
  if (text === '') return { text: '', go: 'back' }
  return { text: text.startsWith('0') ? '' : text.slice(0, -1) }
}

/** One up or down, round the ends; an empty part takes `start`. */
export function stepPart(part: Part, text: string, by: 1 | -1, start: number): string {
  if (text === '') return padded(part, start)
  const next = Number(text) + by
  return padded(part, next > part.most ? part.least : next < part.least ? part.most : next)
}

/** The part as it is left: «5» becomes «05», a lone nought where no nought can be goes. */
export function leavePart(part: Part, text: string): string {
  if (text === '') return ''
  return Number(text) < part.least ? '' : padded(part, Number(text))
}

/**
 * The figures of the day that a pasted text begins with, as they stand in the three parts: «22.11.2026», «1.2.26»,
 * «22112026», «2026-11-22T10:00»; null when it begins with none. Whether there is such a day is not asked.
 */
export function dayIn(pasted: string): [day: string, month: string, year: string] | null {
  const ours = /^\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)/.exec(pasted) ?? /^\s*(\d{2})(\d{2})(\d{4})(?!\d)/.exec(pasted)
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(pasted)
  const [year, month, day] = iso ? iso.slice(1) : (ours?.slice(1).reverse() ?? [])
  return year && month && day ? [day.padStart(2, '0'), month.padStart(2, '0'), wholeYear(year)] : null
}

/** «26» as «2026»; any other as it is. */
export function wholeYear(year: string): string {
  return year.length === 2 ? `20${year}` : year
}

/** The time of day that a pasted text begins with: «9:05» as «09:05»; null when it begins with none. */
export function clockIn(pasted: string): string | null {
  const found = /^\s*(\d{1,2}):(\d{2})(?!\d)/.exec(pasted)
  return found && Number(found[1]) < 24 && Number(found[2]) < 60 ? `${found[1]!.padStart(2, '0')}:${found[2]}` : null
}
