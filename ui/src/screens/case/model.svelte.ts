// The open case: its card, and the one way to change it. Each change says what
// was done and offers to take it back.

import { onDestroy, untrack } from 'svelte'
import { notify, notifyFailure, notifyUndo } from '../../app/notices.svelte'
import { changed } from '../../app/office.svelte'
import { STATUSES_AWAITING_ANSWER, asFailure, backend, type Card, type TermView, type Failure, type LetterSummary, type CaseClockView } from '../../backend'
import { t } from '../../text/index.svelte'
import { owes } from './clocks'

export class CaseModel {
  card = $state.raw() as Card
  /** Forms that were left half filled in, by their draft's key. */
  drafts = $state.raw<ReadonlySet<string>>(new Set())
  /** The section whose form shall open. */
  asked = $state<{ what: 'demand' | 'decide' | 'close' | 'edit' | 'end'; id?: string; turn: number } | null>(null)
  busy = $state(false)
  /** How many forms stand open: while one does, its own button is the main one. */
  forms = $state(0)

  constructor(card: Card, drafts: ReadonlySet<string>) {
    this.card = card
    this.drafts = drafts
  }

  /** Counts a form in while the component that calls this lives. */
  formOpen(): void {
    untrack(() => (this.forms += 1))
    onDestroy(() => (this.forms -= 1))
  }

  get id(): string {
    return this.card.complaint.id
  }

  get closed(): boolean {
    return this.card.complaint.status === 'closed'
  }

  /** Whether nothing of it can be changed: it lies in the trash. */
  get frozen(): boolean {
    return this.card.complaint.trashed_at !== null
  }

  /** Changes the case; gives null, or why it was refused. `quiet` leaves a field's refusal and a conflict to the caller. */
  async change(run: () => Promise<Card>, said?: string, quiet = false): Promise<Failure | null> {
    this.busy = true
    try {
      const before = this.card.undo?.seq
      this.card = await run()
      changed()
      const offer = this.card.undo
      if (said !== undefined) {
        if (offer && offer.seq !== before) notifyUndo(said, () => this.undo(offer.seq))
        else notify(said)
      }
      return null
    } catch (error) {
      const failure = asFailure(error)
      if (!quiet || (failure.field === null && failure.code !== 'conflict')) notifyFailure(error)
      return failure
    } finally {
      this.busy = false
    }
  }

  /** Takes a change back: the one named, or the last. */
  async undo(seq?: number): Promise<void> {
    const which = seq ?? this.card.undo?.seq
    if (which === undefined) {
      notify(t.case.undo.nothing)
      return
    }
    await this.change(() => backend.undo({ complaint: this.id, seq: which }), t.case.undo.done)
  }

  /** Reads the card again, without a word. */
  async read(): Promise<void> {
    try {
      this.card = await backend.complaintCard({ complaint: this.id })
    } catch (error) {
      notifyFailure(error)
    }
  }

  /** Asks a section to open its form. */
  ask(what: 'demand' | 'decide' | 'close' | 'edit' | 'end', id?: string): void {
    const turn = (this.asked?.turn ?? 0) + 1
    this.asked = id === undefined ? { what, turn } : { what, id, turn }
  }

  /** The issued letter that answers it. */
  get answer(): LetterSummary | undefined {
    return this.card.letters.find((letter) => letter.id === this.card.answer)
  }

  /** The clock that leads: the nearest open one that binds the office. */
  get lead(): CaseClockView | undefined {
    return this.card.running.find((clock) => clock.leads)
  }

  /** What is still to be done besides answering, the nearest first. */
  get owed(): CaseClockView[] {
    return this.card.running.filter(owes)
  }

  /** Whether the answer is out, so that no term runs any more. */
  get settled(): boolean {
    return !STATUSES_AWAITING_ANSWER.includes(this.card.complaint.status)
  }
}

export const bindsComplainant = (term: TermView): boolean => term.binds_complainant
