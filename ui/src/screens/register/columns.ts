// The register's columns: what they show, how wide they are, what they sort by.

import { date } from '../../app/format'
import type { ComplaintRow, SortColumn } from '../../backend'
import { t } from '../../text/index.svelte'

export interface Column {
  name: keyof typeof t.register.columns
  sort: SortColumn | null
  /** Width in rem, and the least one may be made. */
  width: number
  least: number
  /** Its share of the room left over, until the user sets widths by hand. */
  grow: number
}

export const COLUMNS: readonly Column[] = [
  { name: 'number', sort: 'number', width: 6.9, least: 4, grow: 0 },
  { name: 'received', sort: 'received', width: 5.25, least: 4, grow: 0 },
  { name: 'complainant', sort: 'complainant', width: 9, least: 4, grow: 3 },
  { name: 'subject', sort: 'subject', width: 9, least: 5, grow: 8 },
  { name: 'status', sort: 'status', width: 8, least: 4, grow: 0 },
  { name: 'due', sort: 'due', width: 6.1, least: 4, grow: 2 },
  { name: 'step', sort: null, width: 8.4, least: 4, grow: 3 },
  { name: 'channel', sort: null, width: 4.9, least: 3, grow: 1 },
]

/** Rows as a spreadsheet takes them: cells by tabs, rows by line ends. */
export function tsv(rows: readonly ComplaintRow[]): string {
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
