// Pages that the office draws: one asked for at a time, and what to say where none comes.

import { asFailure } from '../backend/failure'
import { failureText } from './notices.svelte'

/** What the program itself lacks to draw; anything else is the paper's own fault. */
const OF_THE_PROGRAM = ['own_data', 'drawing_not_started', 'drawing_outdated']

/** The words for a page that did not come: the cure, where it lies in the program; else those given. */
export function undrawn(error: unknown, words: string): string {
  return OF_THE_PROGRAM.includes(asFailure(error).code) ? failureText(error) : words
}

/** Draws one thing at a time; of all that is wanted meanwhile only the last is drawn, when that is done. */
export function lastWanted<T>(draw: (wanted: T) => Promise<void>): (wanted: T) => void {
  let next: { wanted: T } | null = null
  let busy = false
  async function run() {
    busy = true
    while (next) {
      const { wanted } = next
      next = null
      await draw(wanted)
    }
    busy = false
  }
  return (wanted) => {
    next = { wanted }
    if (!busy) void run()
  }
}
