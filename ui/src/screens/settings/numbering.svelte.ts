// What the numbers of the patterns will look like, asked for as they are typed.

import { backend, type Numbering, type NumberingExamples } from '../../backend'

export class Examples {
  #told = $state.raw<NumberingExamples | null>(null)
  #round = 0

  /** Asks about these patterns; the answer to an older asking is dropped. */
  async ask(numbering: Numbering): Promise<void> {
    const mine = (this.#round += 1)
    try {
      const told = await backend.numberingExamples(numbering)
      if (mine === this.#round) this.#told = told
    } catch {
      // Without an example the form can still be saved: the office looks again.
    }
  }

  /** The first number; empty while nothing is told. */
  first(which: keyof Numbering): string {
    return this.#told?.[which]?.number ?? ''
  }

  /** Whether the pattern gives no number. */
  wrong(which: keyof Numbering): boolean {
    return this.#told !== null && this.#told[which] === null
  }

  /** Whether the numbers go on from year to year. */
  endless(which: keyof Numbering): boolean {
    return this.#told?.[which]?.yearly === false
  }

  get anyWrong(): boolean {
    return this.wrong('incoming') || this.wrong('outgoing') || this.wrong('paper')
  }
}
