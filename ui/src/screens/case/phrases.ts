// Where the phrases that points of a complaint come from stand in its text, which may have been put right since.

import type { SourcePhrase } from '../../backend'

/** A stretch of the text, marked or not. */
export interface Stretch {
  text: string
  marked: boolean
}

/** Where a phrase stands, in UTF-16 units: where it was taken, else where its words stand now. */
function placeOf(text: string, phrase: SourcePhrase): [number, number] | null {
  if (phrase.words === '') return null
  // Places are counted in characters, a surrogate pair being one.
  let start = 0
  let left = phrase.start
  for (const letter of text) {
    if (left === 0) break
    start += letter.length
    left -= 1
  }
  if (left > 0 || !text.startsWith(phrase.words, start)) start = text.indexOf(phrase.words)
  return start < 0 ? null : [start, start + phrase.words.length]
}

/** Whether the text still holds the phrase. */
export const holds = (text: string, phrase: SourcePhrase): boolean => placeOf(text, phrase) !== null

/** The text cut where phrases begin and end. */
export function stretches(text: string, phrases: readonly SourcePhrase[]): Stretch[] {
  const places = phrases
    .flatMap((phrase) => {
      const place = placeOf(text, phrase)
      return place ? [place] : []
    })
    .sort((a, b) => a[0] - b[0])
  const cut: Stretch[] = []
  let at = 0
  for (const [start, end] of places) {
    if (end <= at) continue
    if (start > at) cut.push({ text: text.slice(at, start), marked: false })
    cut.push({ text: text.slice(Math.max(at, start), end), marked: true })
    at = end
  }
  if (at < text.length) cut.push({ text: text.slice(at), marked: false })
  return cut
}
