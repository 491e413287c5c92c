// How wide the register's columns are: as their words need and the room allows, or as set by hand.

import type { ComplaintRow } from '../../backend'
import { t } from '../../text/index.svelte'
import { COLUMNS, FIRST, READ_MOST, SPARED, words, type Column } from './columns'

const MOST = 48
/** Room that each cell has around its words, and the row at its beginning, in rem. */
const AROUND = 1

export class Widths {
  /** In rem, by column. */
  each = $state<Record<string, number>>({})
  /** Whether they were set by hand. */
  byHand = $state(false)
  /** How many of the columns that are needed least have no room. */
  spared = $state(0)

  /** What the words seen so far need, in rem. */
  #need: Record<string, number> = {}
  /** Rows whose words are in it. */
  #noted = new WeakSet<ComplaintRow>()

  constructor(each?: Record<string, number>, byHand = false) {
    this.each = each ?? Object.fromEntries(COLUMNS.map((column) => [column.name, column.width]))
    this.byHand = byHand
  }

  /** The columns that are shown. */
  get shown(): readonly Column[] {
    const without = SPARED.slice(0, this.spared)
    return COLUMNS.filter(({ name }) => !without.includes(name))
  }

  /** In rem. */
  of(column: Column): number {
    return this.each[column.name] ?? column.width
  }

  /** The width of a row, as CSS. */
  get row(): string {
    return `${String(this.shown.reduce((sum, column) => sum + this.of(column) + AROUND, AROUND))}rem`
  }

  /** The room of a column in its row, as CSS `flex`. */
  flex(column: Column): string {
    return `${column.name === 'subject' ? '1' : '0'} 0 ${String(this.of(column))}rem`
  }

  /** Begins anew with other rows. */
  forget(): void {
    this.#need = {}
    this.#noted = new WeakSet()
  }

  /** Notes what the words of those rows need that are not noted yet. `width` tells how wide a text is, in rem, a head when `bold`. */
  note(rows: readonly ComplaintRow[], width: (text: string, bold: boolean) => number): void {
    const fresh = rows.filter((row) => !this.#noted.has(row))
    for (const row of fresh) this.#noted.add(row)
    for (const column of COLUMNS) {
      const head = width(t.register.columns[column.name], true) + (column.sort ? 1.25 : 0)
      const cells = fresh.map((row) => width(words(column, row), column.name === 'number' || column.name === 'due') + (column.beside ?? 0))
      this.#need[column.name] = Math.max(this.#need[column.name] ?? 0, head, ...cells)
    }
  }

  /** Shares so much room, in rem, among the columns: first what each needs, by what is read most; the rest goes to the subject. */
  share(room: number): void {
    if (this.byHand || room <= 0 || Object.keys(this.#need).length === 0) return
    this.spared = 0
    if (this.#fits(room, FIRST)) return
    this.spared = 1
    if (this.#fits(room, READ_MOST)) return
    this.spared = SPARED.length
    if (!this.#fits(room, READ_MOST)) this.#fits(room, READ_MOST, true)
  }

  /** Whether these have what they need, so shared. */
  #fits(room: number, these: readonly Column['name'][], isTight = false): boolean {
    const shown = this.shown
    const given: Record<string, number> = Object.fromEntries(shown.map(({ name, least, tight }) => [name, isTight ? (tight ?? least) : least]))
    let left = room - AROUND - shown.reduce((sum, { name }) => sum + (given[name] ?? 0) + AROUND, 0)
    const need = ({ name, least }: Column) => Math.max(isTight ? 0 : least, (this.#need[name] ?? least) + 0.125)
    const order = FIRST.map((name) => shown.find((column) => column.name === name)).filter((column) => column !== undefined)
    const give = (column: Column, most: number) => {
      const more = Math.min(Math.max(0, left), Math.max(0, Math.min(most, need(column)) - (given[column.name] ?? 0)))
      given[column.name] = (given[column.name] ?? 0) + more
      left -= more
    }
    for (const column of order) give(column, column.most)
    const whole = order.every((column) => !these.includes(column.name) || (given[column.name] ?? 0) >= Math.min(column.most, need(column)) - 0.01)
    for (const column of order) give(column, MOST)
    this.each = given
    return whole && left > -0.01
  }

  /** Widths set by hand start from what is on the screen. */
  measure(list: HTMLElement | undefined): void {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
    list?.querySelectorAll<HTMLElement>('[role=columnheader]').forEach((cell, at) => {
      const column = this.shown[at]
      if (!column || this.byHand) return
      this.each[column.name] = parseFloat(getComputedStyle(cell).width) / rem
    })
    this.byHand = true
  }

  set(column: Column, width: number): void {
    this.each[column.name] = Math.min(MOST, Math.max(column.least, width))
  }

  /** Makes a column wider by so many rem, or narrower. */
  widen(column: Column, by: number, list: HTMLElement | undefined): void {
    this.measure(list)
    this.set(column, this.of(column) + by)
  }

  /** Back to the width that its words need. */
  reset(column: Column, list: HTMLElement | undefined): void {
    this.measure(list)
    this.set(column, this.#need[column.name] ?? column.width)
  }
}

/** Measures words as the lists write them: with the letters of this element, in rem. Nothing where nothing is laid out. */
export function measuring(element: HTMLElement | undefined): ((text: string, bold: boolean) => number) | null {
  const pen = element && element.clientWidth > 0 ? document.createElement('canvas').getContext('2d') : null
  if (!element || !pen) return null
  const { fontFamily } = getComputedStyle(element)
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
  return (text, bold) => {
    pen.font = `${bold ? '600' : '400'} ${String(0.875 * rem)}px ${fontFamily}`
    return pen.measureText(text).width / rem
  }
}
