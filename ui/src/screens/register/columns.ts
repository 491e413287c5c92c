// The register's columns: what they show, how wide they are, what they sort by.

import { date } from '../../app/format'
import { stepName } from '../../app/steps'
import type { ComplaintRow, SortColumn } from '../../backend'
import { t } from '../../text/index.svelte'

export interface Column {
  name: keyof typeof t.register.columns
  sort: SortColumn | null
  /** Width in rem before anything is measured, and the least one may be made. */
  width: number
  least: number
  /** The least where numbers, dates and states would be cut otherwise, in large letters. */
  tight?: number
  /** The most that its words may ask for before the other columns have what they need. */
  most: number
  /** What stands in its cells beside the words, in rem: a sign, a frame. */
  beside?: number
}

export const COLUMNS: readonly Column[] = [
  { name: 'number', sort: 'number', width: 6.9, least: 4, most: 12 },
  { name: 'received', sort: 'received', width: 5.5, least: 4, most: 8 },
  { name: 'complainant', sort: 'complainant', width: 9, least: 6, tight: 4, most: 16 },
  { name: 'subject', sort: 'subject', width: 9, least: 8, tight: 4, most: 14 },
  { name: 'status', sort: 'status', width: 8.5, least: 4, most: 14, beside: 1.625 },
  { name: 'due', sort: 'due', width: 6.25, least: 5, most: 8, beside: 0.875 },
  { name: 'step', sort: null, width: 8.4, least: 6, tight: 5, most: 16 },
  { name: 'channel', sort: null, width: 4.9, least: 3, most: 12 },
]

/** Which columns get what their words need first, where the room does not do for all. */
export const FIRST: readonly Column['name'][] = ['number', 'due', 'status', 'received', 'step', 'complainant', 'subject', 'channel']

/** What a row is read for: in a narrow window these are whole before anything else. */
export const READ_MOST: readonly Column['name'][] = ['number', 'status', 'due', 'step']

/** Which columns are left out where the room does not do for what the rest need, the first of them first. */
export const SPARED: readonly Column['name'][] = ['channel', 'received']

/** The words of a cell, as its width is told by. */
export function words(column: Column, row: ComplaintRow): string {
  switch (column.name) {
    case 'number':
      return row.number
    case 'received':
      return date(row.received_at)
    case 'complainant':
      return row.complainant || t.controls.anonymous
    case 'subject':
      return row.subject
    case 'status':
      return t.words.status[row.status]
    case 'due':
      return row.next_due ? date(row.next_due) : '—'
    case 'step':
      return stepName(row)
    case 'channel':
      return t.words.channel[row.channel]
    default:
      return ''
  }
}
