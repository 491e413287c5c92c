// The words for what is wrong with the copies.

import { failureText } from '../../app/notices.svelte'
import type { CopySafety, ToldConcern } from '../../backend'
import { t } from '../../text/index.svelte'

export function worded(concern: ToldConcern): string {
  const words = t.copies
  switch (concern.kind) {
    case 'damaged':
      return words.damaged
    case 'no_place':
      return words.noPlace
    case 'gone':
      return `${words.gone(concern.days)} ${words.goneAdvice}`
    case 'failed':
      return words.failed(failureText(concern.failure))
    case 'full':
      return words.full
    case 'never':
      return words.never
    case 'old':
      return words.old(concern.days)
    case 'partly':
      return words.partly(concern.lost)
    case 'broken':
      return words.brokenLast
    case 'not_restorable':
      return words.notRestorable
    case 'not_thinned':
      return words.notThinned(concern.folder)
    case 'same_disk':
      return words.sameDisk
    case 'network_share':
      return words.networkShare
    case 'by_hand':
      return words.byHand
  }
}

/** As of when the records are safe, or, where something is wrong with them or the copies, which copy to rely on. */
export function safeAsOf(on: string, safety: CopySafety): string {
  return safety.doubtful ? t.copies.lastGood(on) : t.copies.safe(on)
}
