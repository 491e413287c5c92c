import type { MatchSpan } from '../backend'

/** A stretch of text, matched or not. */
export interface Stretch {
  text: string
  hit: boolean
}

/** A text cut at its matches. Spans count characters, not UTF-16 units. */
export function stretches(text: string, spans: readonly MatchSpan[]): Stretch[] {
  const letters = [...text]
  const cut: Stretch[] = []
  let at = 0
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const from = Math.min(Math.max(start, at), letters.length)
    const to = Math.min(Math.max(end, from), letters.length)
    if (from > at) cut.push({ text: letters.slice(at, from).join(''), hit: false })
    if (to > from) cut.push({ text: letters.slice(from, to).join(''), hit: true })
    at = to
  }
  if (at < letters.length) cut.push({ text: letters.slice(at).join(''), hit: false })
  return cut
}
