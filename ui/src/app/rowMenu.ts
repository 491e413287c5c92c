// What the menu under the right button offers for a case in a list.

import { backend, type ComplaintRow } from '../backend'
import type { MenuItem } from '../parts/menu'
import { t } from '../text/index.svelte'
import { notify, notifyFailure } from './notices.svelte'
import { go } from './router.svelte'
import { rowsAsText } from './rows'

/** Copies words and says so. */
export async function copyWords(words: string, said: string = t.controls.copied): Promise<void> {
  try {
    await navigator.clipboard.writeText(words)
    notify(said)
  } catch (error) {
    notifyFailure(error)
  }
}

/** Open, copy the number, copy the row, print, close. */
export function rowMenu(row: ComplaintRow, open: () => void = () => go({ screen: 'case', id: row.id })): MenuItem[] {
  return [
    { label: t.controls.open, icon: 'document', keys: 'Enter', run: open },
    { label: t.register.copyNumber, icon: 'copy', run: () => void copyWords(row.number) },
    { label: t.register.copyRow, icon: 'table', run: () => void copyWords(rowsAsText([row])) },
    { label: t.register.printCase, icon: 'print', run: () => void printCase(row.id) },
    ...(row.status === 'closed'
      ? []
      : [{ label: t.register.closeCase, icon: 'check' as const, run: () => go({ screen: 'case', id: row.id, part: 'close' }) }]),
  ]
}

/** Prints the index of a case. */
export async function printCase(complaint: string): Promise<void> {
  try {
    await backend.paperOpen({ paper: 'case_index', complaint })
    notify(t.posting.papers.opened)
  } catch (error) {
    notifyFailure(error)
  }
}
