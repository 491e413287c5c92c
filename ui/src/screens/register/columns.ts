// The register's columns: what they show, how wide they are, what they sort by.

import { date } from '../../app/format'
import type { ComplaintRow, SortColumn } from '../../backend'
import { t } from '../../text/index.svelte'

export interface Column {
  name: keyof typeof t.register.columns
  sort: SortColumn | null
  /** Width in rem; the subject takes what is left over and at least this. */
  width: number
  least: number
}

export const COLUMNS: readonly Column[] = [
  { name: 'number', sort: 'number', width: 8.5, least: 6 },
  { name: 'received', sort: 'received', width: 6.75, least: 5.5 },
  { name: 'complainant', sort: 'complainant', width: 14, least: 6 },
  { name: 'subject', sort: 'subject', width: 14, least: 8 },
  { name: 'channel', sort: null, width: 9, least: 5 },
  { name: 'status', sort: 'status', width: 9, least: 6 },
  { name: 'due', sort: 'due', width: 7.25, least: 6 },
  { name: 'step', sort: null, width: 13, least: 6 },
]

/** Rows as a spreadsheet takes them: cells by tabs, rows by line ends. */
export function tsv(rows: readonly ComplaintRow[]): string {
  const cell = (text: string) =>
    /^[=+\-@]/.test(text.trimStart()) ? `'${text}` : text.replace(/[\t\r\n]+/g, ' ')
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
    row.complainant || t.common.anonymous,
    row.subject,
    t.words.kind[row.kind],
    t.words.channel[row.channel],
    t.words.status[row.status],
    date(row.next_due),
    t.words.step[row.next_step],
  ])
  return [head, ...lines].map((line) => line.map(cell).join('\t')).join('\r\n')
}
