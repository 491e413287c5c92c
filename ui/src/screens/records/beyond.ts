// What would be lost with a copy in place of the present records, in words.

import type { CopyCard } from '../../backend'
import { t } from '../../text/index.svelte'

export function beyond(card: CopyCard): string[] {
  const than = card.beyond
  if (!than || than.other_office) return []
  const words = t.copies
  return [
    than.parted ? words.parted : '',
    than.changes > 0 ? words.changes(than.changes) : '',
    than.changes < 0 ? words.ahead(-than.changes) : '',
    than.complaints.length > 0 ? words.beyondComplaints(than.complaints) : '',
    than.letters.length > 0 ? words.beyondLetters(than.letters) : '',
    than.only_in_copy > 0 ? words.onlyInCopy(than.only_in_copy) : '',
  ].filter(Boolean)
}
