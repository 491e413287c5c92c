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
    { label: t.register.printCase, icon: 'print', run: () => void printCases([row.id]) },
    ...(row.status === 'closed'
      ? []
      : [{ label: t.register.closeCase, icon: 'check' as const, run: () => go({ screen: 'case', id: row.id, part: 'close' }) }]),
  ]
}

/** Prints the sheets of these cases as one job, through the system's dialog, and says what came of it. */
export async function printCases(complaints: readonly string[]): Promise<void> {
  if (complaints.length === 0) return
  try {
    const { printed } = await backend.papersPrint({ papers: complaints.map((complaint) => ({ paper: 'case_index', complaint })) })
    notify(printed ? t.controls.printed : t.controls.notPrinted)
  } catch (error) {
    notifyFailure(error)
  }
}
