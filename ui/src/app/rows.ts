// Rows of the register as a spreadsheet takes them.

import type { ComplaintRow } from '../backend'
import { t } from '../text/index.svelte'
import { date } from './format'

/** Cells by tabs, rows by line ends, under the names of their columns. */
export function rowsAsText(rows: readonly ComplaintRow[]): string {
  const cell = (text: string) => {
    const line = text.replace(/[\t\r\n]+/g, ' ').trim()
    return /^[=+\-@]/.test(line) ? `'${line}` : line
  }
  const head = [
    t.register.columns.number,
    t.register.columns.received,
    t.register.columns.complainant,
    t.register.columns.subject,
    t.register.columns.kind,
    t.register.columns.channel,
    t.register.columns.status,
    t.register.columns.due,
    t.register.columns.step,
  ]
  const lines = rows.map((row) => [
    row.number,
    date(row.received_at),
    row.complainant || t.controls.anonymous,
    row.subject,
    t.words.kind[row.kind],
    t.words.channel[row.channel],
    t.words.status[row.status],
    date(row.next_due),
    t.words.step[row.next_step],
  ])
  return [head, ...lines].map((line) => line.map(cell).join('\t')).join('\r\n')
}
