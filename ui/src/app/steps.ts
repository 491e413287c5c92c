// What a case asks for next, in the words of its row in a list.

import type { ComplaintRow, NextStep, OwedDay } from '../backend'
import { money } from './format'
import { t } from '../text/index.svelte'

/** The next step; what is still owed is called by its clock, or by its own words. */
export function stepName(row: ComplaintRow, step: NextStep = row.next_step): string {
  const owed = step === 'fulfil' && row.owed ? owedName(row.owed) : ''
  return owed || t.words.step[step]
}

/** What is still to be done, with its sum: «Выплатить 4 590 ₽». */
export function owedName({ kind, title, amount }: Pick<OwedDay, 'kind' | 'title' | 'amount'>): string {
  if (title && kind === 'other') return title
  return [t.clocks.owed[kind] ?? t.clocks.kind[kind], money(amount, true), title && `«${title}»`].filter(Boolean).join(' ')
}
