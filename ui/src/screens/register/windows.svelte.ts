// A long list read window by window: only what is in sight is asked for, what
// was seen is kept for a while, and what flew past is not asked for at all.

import { backend } from '../../backend'
import type { ComplaintRow, RegisterQuery } from '../../backend'

/** Rows a window holds. */
export const WINDOW = 100
const KEPT = 40
const AT_ONCE = 2

export class RowWindows {
  /** How many rows the list has; null until the first answer. */
  total = $state<number | null>(null)
  failed = $state<unknown>(null)
  /** Grows when rows arrive. */
  arrived = $state(0)

  #query: RegisterQuery
  #pages = new Map<number, ComplaintRow[]>()
  #asked = new Set<number>()
  #wanted: number[] = []
  #round = 0

  constructor(query: RegisterQuery) {
    this.#query = query
  }

  /** A row, if it is at hand. */
  row(index: number): ComplaintRow | undefined {
    void this.arrived
    return this.#pages.get(Math.floor(index / WINDOW))?.[index % WINDOW]
  }

  /** The rows of the list that are at hand: those in sight, and those that were. */
  get atHand(): readonly ComplaintRow[] {
    return [...this.#pages.values()].flat()
  }

  /** Says which rows are in sight; what is missing of them is asked for. */
  sight(first: number, end: number): void {
    const from = Math.floor(first / WINDOW)
    const to = Math.floor(Math.max(first, end - 1) / WINDOW)
    this.#wanted = []
    for (let page = from; page <= to; page += 1)
      if (!this.#pages.has(page) && !this.#asked.has(page)) this.#wanted.push(page)
    this.#ask()
  }

  /** Another query: the old rows stay in sight until the first new ones come. */
  async change(query: RegisterQuery): Promise<void> {
    this.#query = query
    await this.reread(0)
  }

  /** Reads anew what is in sight around a row; something has changed. */
  async reread(around: number): Promise<void> {
    const round = (this.#round += 1)
    this.#asked.clear()
    this.#wanted = []
    const page = Math.max(0, Math.floor(around / WINDOW))
    try {
      const answer = await backend.registerPage({
        query: this.#query,
        offset: page * WINDOW,
        limit: WINDOW,
      })
      if (round !== this.#round) return
      this.#pages.clear()
      this.#pages.set(page, answer.rows)
      this.total = answer.total
      this.failed = null
      this.arrived += 1
    } catch (error) {
      if (round === this.#round) this.failed = error
    }
  }

  /** All rows from one to another, read if need be; for copying. */
  async rows(from: number, to: number): Promise<ComplaintRow[]> {
    const rows: ComplaintRow[] = []
    for (let at = from; at <= to; ) {
      const page = Math.floor(at / WINDOW)
      let kept = this.#pages.get(page)
      if (!kept) {
        const answer = await backend.registerPage({
          query: this.#query,
          offset: page * WINDOW,
          limit: WINDOW,
        })
        kept = answer.rows
      }
      const part = kept.slice(at % WINDOW, (at % WINDOW) + to - at + 1)
      if (part.length === 0) break
      rows.push(...part)
      at += part.length
    }
    return rows
  }

  /** These rows of the list in its order, each page of them read once; for copying. */
  async at(indices: Iterable<number>): Promise<ComplaintRow[]> {
    const pages = new Map<number, number[]>()
    for (const index of [...indices].sort((a, b) => a - b)) {
      const page = Math.floor(index / WINDOW)
      pages.set(page, [...(pages.get(page) ?? []), index % WINDOW])
    }
    const rows: ComplaintRow[] = []
    for (const [page, places] of pages) {
      const whole = await this.rows(page * WINDOW, page * WINDOW + WINDOW - 1)
      rows.push(...places.flatMap((place) => whole[place] ?? []))
    }
    return rows
  }

  #ask(): void {
    while (this.#asked.size < AT_ONCE && this.#wanted.length > 0) {
      const page = this.#wanted.shift()!
      const round = this.#round
      this.#asked.add(page)
      backend
        .registerPage({ query: this.#query, offset: page * WINDOW, limit: WINDOW })
        .then(
          (answer) => {
            if (round !== this.#round) return
            this.#pages.set(page, answer.rows)
            if (this.total !== answer.total) this.total = answer.total
            for (const old of this.#pages.keys()) {
              if (this.#pages.size <= KEPT) break
              if (Math.abs(old - page) > 4) this.#pages.delete(old)
            }
            this.failed = null
            this.arrived += 1
          },
          (error: unknown) => {
            if (round === this.#round) this.failed = error
          },
        )
        .finally(() => {
          if (round !== this.#round) return
          this.#asked.delete(page)
          this.#ask()
        })
    }
  }
}
