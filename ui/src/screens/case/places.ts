// Where on the screen of a case the work of a step is done.

import type { StepFact } from '../../backend'

const PLACES: Record<StepFact, string | null> = {
  person: null,
  acknowledged: 'letters',
  demands_named: 'demands',
  documents_seen: 'documents',
  questions_answered: 'letters',
  facts_kept: 'diary',
  decided: 'demands',
  grounded: 'demands',
  approved: 'letters',
  issued: 'letters',
  sent: 'letters',
  promises_kept: 'terms',
  published: null,
}

/** The section in which a fact comes about; none where no section is about it. */
export const placeOf = (fact: StepFact): string | null => PLACES[fact]

/** Shows a section of the case, with the keyboard at its heading. */
export function toSection(name: string): void {
  const heading = document.getElementById(`case-${name}-title`)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}
