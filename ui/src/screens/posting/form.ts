// A dispatch while it is being typed, and what is to be said of it.

import { isoDay, moment } from '../../app/format'
import type {
  DispatchCheck,
  DispatchQuestion,
  DispatchValues,
  DispatchView,
  DispatchWay,
  InventoryLine,
  PostingCard,
  TrackingCheck,
} from '../../backend'
import { t } from '../../text/index.svelte'

/** A line of the inventory as typed. */
export interface Line {
  name: string
  sheets: string
  copies: string
  value: string | null
}

export interface Typed {
  way: DispatchWay
  day: string | null
  clock: string | null
  address: string
  tracking: string
  trackingKept: boolean
  cost: string | null
  expected: string | null
  /** Whether the person chose that day; else the office tells it from the way. */
  expectedOwn: boolean
  inventory: boolean
  lines: Line[]
  note: string
  receipt: string | null
}

export const lineOf = (line: InventoryLine): Line => ({
  name: line.name,
  sheets: line.sheets === null ? '' : String(line.sheets),
  copies: String(line.copies || 1),
  value: line.value,
})

/** A new dispatch, with what the letter and the way already tell. */
export function fresh(card: PostingCard, now = new Date()): Typed {
  const way = card.suggested
  return {
    way,
    day: isoDay(now),
    clock: now.toTimeString().slice(0, 5),
    address: whereTo(card, way),
    tracking: '',
    trackingKept: false,
    cost: null,
    expected: null,
    expectedOwn: false,
    inventory: withInventory(card, way),
    lines: card.inventory.map(lineOf),
    note: '',
    receipt: null,
  }
}

/** A dispatch that is put right. */
export function filled(card: PostingCard, { dispatch, tracking }: DispatchView): Typed {
  return {
    way: dispatch.way,
    day: dispatch.sent_at.slice(0, 10),
    clock: dispatch.sent_at.slice(11, 16),
    address: dispatch.address.join('\n'),
    tracking: dispatch.tracking,
    trackingKept: tracking.problem !== null,
    cost: dispatch.cost,
    expected: dispatch.expected,
    expectedOwn: true,
    inventory: dispatch.inventory.length > 0,
    lines: (dispatch.inventory.length > 0 ? dispatch.inventory : card.inventory).map(lineOf),
    note: dispatch.note,
    receipt: dispatch.receipt,
  }
}

const wayOf = (card: PostingCard, way: DispatchWay) => card.ways.find((one) => one.way === way)

/** Where a letter goes by a way, before anything is typed. */
export const whereTo = (card: PostingCard, way: DispatchWay): string => wayOf(card, way)?.to.join('\n') ?? ''

/** Whether a way goes with an inventory. */
export const withInventory = (card: PostingCard, way: DispatchWay): boolean => wayOf(card, way)?.inventory ?? false

/** What the office is asked of a dispatch as it is typed. */
export const question = (card: PostingCard, typed: Pick<Typed, 'way' | 'day' | 'address'>): DispatchQuestion => ({
  letter: card.letter,
  way: typed.way,
  sent_on: typed.day,
  address: addressLines(typed.address),
})

/** By when it is to arrive: the day the person chose, or the usual one of the way. */
export const expectedOf = (typed: Typed, check: DispatchCheck | null): string | null =>
  typed.expectedOwn ? typed.expected : (check?.expected ?? null)

const number = (typed: string): number | null => {
  const found = Number.parseInt(typed, 10)
  return Number.isFinite(found) && found > 0 ? found : null
}

/** The lines as the office takes them. */
export function inventory(lines: Line[]): InventoryLine[] {
  return lines
    .filter((line) => line.name.trim())
    .map((line) => ({
      name: line.name.trim(),
      sheets: number(line.sheets),
      copies: number(line.copies) ?? 1,
      value: line.value,
    }))
}

export const addressLines = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The form as the office takes it. */
export function values(card: PostingCard, typed: Typed, sentAt: string, check: DispatchCheck): DispatchValues {
  const about = wayOf(card, typed.way)
  return {
    way: typed.way,
    sent_at: sentAt,
    tracking: about?.number ? typed.tracking.trim() : '',
    tracking_kept: typed.trackingKept,
    address: addressLines(typed.address),
    cost: typed.cost,
    expected: expectedOf(typed, check),
    inventory: about?.envelope && typed.inventory ? inventory(typed.lines) : [],
    note: typed.note.trim(),
    receipt: typed.receipt,
  }
}

/** When it was sent; a minute is typed without its seconds. */
export const sentAt = (typed: Pick<Typed, 'day' | 'clock'>): string | null => moment(typed.day, typed.clock)

/** What is wrong with a tracking number, in words; null when nothing is. */
export function trackingWords(check: TrackingCheck | null): string | null {
  if (!check?.problem) return null
  if (check.digit !== null && check.found !== null) return t.posting.form.digit(check.found, check.digit)
  return t.posting.form.problems[check.problem] || null
}
