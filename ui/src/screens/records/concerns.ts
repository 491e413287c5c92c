// The words for what is wrong with the copies, and whether it presses.

import { failureText } from '../../app/notices.svelte'
import type { CopyConcern } from '../../backend'
import { t } from '../../text/index.svelte'

/** Days that a medium may be away before that presses. */
const AWAY = 3

export function worded(concern: CopyConcern): string {
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
export function safeAsOf(on: string, concerns: readonly CopyConcern[]): string {
  const doubtful = ['damaged', 'broken', 'partly', 'not_restorable']
  return concerns.some((one) => doubtful.includes(one.kind)) ? t.copies.lastGood(on) : t.copies.safe(on)
}

/** A medium that lies in a drawer for a night is as it should be. */
export function isGrave(concern: CopyConcern): boolean {
  if (concern.kind === 'gone') return concern.days === null || concern.days > AWAY
  return concern.kind !== 'by_hand' && concern.kind !== 'network_share'
}
