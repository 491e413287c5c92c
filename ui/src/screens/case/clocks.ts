// What the clocks of a case are called, and the facts they may run from or be proved by.

import { date, isoDay } from '../../app/format'
import { owedName } from '../../app/steps'
import { STARTS_FROM_FACTS, type Card, type CaseClockView, type ClockStart, type OwedClock, type Proof } from '../../backend'
import { language, t } from '../../text/index.svelte'

/** Tells a clock from all others of its case. */
export const keyOf = (clock: CaseClockView): string => clock.clock ?? clock.demand ?? ''

/** Whether nothing has ended it yet. */
export const runs = (clock: CaseClockView): boolean => clock.ended === null

/** Since what time of today an open term of hours is over; none where it is not. */
export function overSince(clock: CaseClockView, now = new Date()): string | null {
  const until = clock.until?.slice(0, 5)
  const clockNow = `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`
  return until !== undefined && clock.legal === isoDay(now) && until <= clockNow ? until : null
}

/** What a clock rests on, in the language of the screen; an office's own words as they are. */
export const citationOf = (of: { citation: string; citation_en: string }): string => (language() === 'ru' ? of.citation : of.citation_en)

export function nameOf(card: Card, clock: CaseClockView): string {
  if (clock.demand !== null) {
    const found = card.demands.find(({ demand }) => demand.id === clock.demand)
    const what = found ? t.words.demand[found.demand.kind] : t.clocks.kind.demand
    return clock.title ? `${what}: ${clock.title}` : what
  }
  if (clock.title) return clock.kind === 'other' || clock.kind === 'answer' ? clock.title : `${t.clocks.kind[clock.kind]}: ${clock.title}`
  return t.clocks.kind[clock.kind]
}

/** What is still to be done, with its sum and day: «Выплатить 4 590 ₽ до 04.12.2026». */
export function owedByDay(owed: OwedClock): string {
  const what = owedName(owed)
  return owed.legal ? t.clocks.owedBy(what, date(owed.legal)) : what
}

const letterName = (card: Card, id: string | null): string => {
  const letter = card.letters.find((one) => one.id === id)
  return letter ? `${t.words.letter[letter.kind]} ${letter.issued?.number ?? ''}`.trim() : ''
}

const dispatchName = (card: Card, id: string): string => {
  const found = card.dispatches.find((one) => one.dispatch === id)
  if (!found) return ''
  const about = [t.posting.ways[found.way].toLowerCase(), found.tracking].filter(Boolean).join(' ')
  return `${letterName(card, found.letter)}, ${about}, ${date(found.on)}`
}

/** What proves the end of a clock, in words. */
export function proofName(card: Card, proof: Proof): string {
  switch (proof.kind) {
    case 'letter':
      return letterName(card, proof.id) || t.clocks.proof.letter
    case 'dispatch':
      return dispatchName(card, proof.id) || t.clocks.proof.dispatch
    case 'document': {
      const found = [...card.documents, ...card.trashed_documents].find((one) => one.id === proof.id)
      return found ? `№\u00a0${found.exhibit} ${found.name}` : t.clocks.proof.document
    }
    case 'diary': {
      const found = card.diary.find((one) => one.id === proof.id)
      return found ? `${t.clocks.proof.diary} ${date(found.at)}` : t.clocks.proof.diary
    }
  }
}

/** The facts of one sort that a clock may run from. */
export function factsOf(card: Card, start: ClockStart): { value: string; label: string; on: string }[] {
  switch (start) {
    case 'issued':
      return card.letters.flatMap((one) =>
        one.issued ? [{ value: one.id, label: letterName(card, one.id), on: one.issued.at.slice(0, 10) }] : [],
      )
    case 'dispatched':
      return card.dispatches.map((one) => ({ value: one.dispatch, label: dispatchName(card, one.dispatch), on: one.on }))
    case 'delivered':
      return card.dispatches.flatMap((one) =>
        one.delivered.map((step) => ({
          value: step.event,
          label: `${letterName(card, one.letter)}: ${t.posting.states[step.state].toLowerCase()} ${date(step.on)}`,
          on: step.on,
        })),
      )
    case 'diary':
      return card.diary.map((one) => ({
        value: one.id,
        label: `${date(one.at)}: ${one.text.length > 60 ? `${one.text.slice(0, 60)}…` : one.text}`,
        on: one.at.slice(0, 10),
      }))
    default:
      return []
  }
}

/** What a clock runs from, in words. */
export function startName(card: Card, clock: CaseClockView): string {
  if (clock.start_ref === null || !STARTS_FROM_FACTS.includes(clock.start)) return t.clocks.start[clock.start]
  const found = factsOf(card, clock.start).find((one) => one.value === clock.start_ref)
  return found ? found.label : `${t.clocks.start[clock.start]} (${t.clocks.gone})`
}

/** Everything that may prove the end of a clock, by «kind/id». */
export function proofsOf(card: Card): { value: string; label: string }[] {
  const groups = t.clocks.ending.proofGroups
  return [
    ...card.documents.map((one) => ({ value: `document/${one.id}`, label: `${groups.document}: №\u00a0${one.exhibit} ${one.name}` })),
    ...card.letters
      .filter((one) => one.issued)
      .map((one) => ({ value: `letter/${one.id}`, label: `${groups.letter}: ${letterName(card, one.id)}` })),
    ...card.dispatches.map((one) => ({ value: `dispatch/${one.dispatch}`, label: `${groups.dispatch}: ${dispatchName(card, one.dispatch)}` })),
    ...factsOf(card, 'diary').map((one) => ({ value: `diary/${one.value}`, label: `${groups.diary}: ${one.label}` })),
  ]
}

/** The proof that a choice of `proofsOf` stands for. */
export function proofIn(chosen: string): Proof | null {
  const [kind, id] = chosen.split('/')
  return kind && id ? { kind: kind as Proof['kind'], id } : null
}
