// How wide the register's columns are: by their share of the room, or as set by hand.

import { COLUMNS, type Column } from './columns'

const MOST = 48

export class Widths {
  /** In rem, by column. */
  each = $state<Record<string, number>>({})
  /** Whether they were set by hand; until then columns share the room left over. */
  byHand = $state(false)

  constructor(each?: Record<string, number>, byHand = false) {
    this.each = each ?? Object.fromEntries(COLUMNS.map((column) => [column.name, column.width]))
    this.byHand = byHand
  }

  /** In rem. */
  of(column: Column): number {
    return this.each[column.name] ?? column.width
  }

  /** The width of a row, as CSS. */
  get row(): string {
    return `${COLUMNS.reduce((sum, column) => sum + this.of(column) + 1, 1)}rem`
  }

  /** The room of a column in its row, as CSS `flex`. */
  flex(column: Column): string {
    const grow = this.byHand ? (column.name === 'subject' ? 1 : 0) : column.grow
    return `${grow} 0 ${this.of(column)}rem`
  }

  /** Widths set by hand start from what is on the screen. */
  measure(list: HTMLElement | undefined): void {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
    list?.querySelectorAll<HTMLElement>('[role=columnheader]').forEach((cell, at) => {
      const column = COLUMNS[at]
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

  /** Back to the width a column is made with. */
  reset(column: Column, list: HTMLElement | undefined): void {
    this.measure(list)
    this.each[column.name] = column.width
  }
}
