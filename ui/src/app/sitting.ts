// What this window changed on each case since it was opened: of that alone a key takes the last thing back. What
// somebody else did, and what an earlier sitting did, is taken back where it stands in the history.

import type { UndoOffer } from '../backend'

interface Sitting {
  /** The version of the case after the last change of this window. With another one, somebody else was here. */
  version: number
  made: UndoOffer[]
}

const sittings = new Map<string, Sitting>()

/** Notes that this window changed a case from one version to the next. */
export function noteChange(complaint: string, before: number, after: number, offer: UndoOffer | null): void {
  const known = sittings.get(complaint)
  const made = known?.version === before ? known.made : []
  sittings.set(complaint, { version: after, made: offer ? [...made.filter(({ seq }) => seq !== offer.seq), offer] : made })
}

/** Notes that this window took a change back. */
export function noteUndone(complaint: string, seq: number): void {
  const known = sittings.get(complaint)
  if (known) known.made = known.made.filter((one) => one.seq !== seq)
}

/** The last change of this window that stands, while nothing else happened to the case. */
export function lastMade(complaint: string, version: number): UndoOffer | undefined {
  const known = sittings.get(complaint)
  return known?.version === version ? known.made.at(-1) : undefined
}
