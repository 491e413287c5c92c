// The days on which nobody works, as the office's production calendar has them.

import { backend } from '../backend'

/** Days at rest in a span, and the years of it that no calendar is loaded for. */
export interface DaysAtRest {
  off: ReadonlySet<string>
  missing: readonly number[]
}

/** Asks the calendar about a span of ISO days, both ends in it; null where there is none to ask. */
export async function daysOff(from: string, to: string): Promise<DaysAtRest | null> {
  try {
    const { off, missing } = await backend.daysOff({ from, to })
    return { off: new Set(off), missing }
  } catch {
    // A month without its holidays is still a month to point at.
    return null
  }
}
