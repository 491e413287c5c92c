// What a case asks for next, in the words of its row in a list.

import type { ComplaintRow, NextStep } from '../backend'
import { t } from '../text/index.svelte'

/** The next step; what is still owed is called by its clock. */
export function stepName(row: ComplaintRow, step: NextStep = row.next_step): string {
  const owed = step === 'fulfil' && row.next_due_kind ? t.clocks.owed[row.next_due_kind] : undefined
  return owed ?? t.words.step[step]
}
