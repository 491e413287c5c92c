// The open case: its card, and the one way to change it. Each change says what
// was done and offers to take it back.

import { onDestroy, untrack } from 'svelte'
import { notify, notifyFailure, notifyUndo } from '../../app/notices.svelte'
import { changed } from '../../app/office.svelte'
import { lastMade, noteChange, noteUndone } from '../../app/sitting'
import { STATUSES_AWAITING_ANSWER, asFailure, backend, type Card, type TermView, type Failure, type LetterSummary, type SourcePhrase, type CaseClockView, type UndoOffer } from '../../backend'
import { t } from '../../text/index.svelte'

export class CaseModel {
  card = $state.raw() as Card
  /** Forms that were left half filled in, by their draft's key. */
  drafts = $state.raw<ReadonlySet<string>>(new Set())
  /** The section whose form shall open. */
  asked = $state<{ what: 'demand' | 'decide' | 'close' | 'edit' | 'end' | 'establish'; id?: string; turn: number } | null>(null)
  /** The phrases of the complaint's text that what has the focus comes from. */
  phrases = $state.raw<readonly SourcePhrase[]>([])
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
      const { version } = this.card.complaint
      this.card = await run()
      changed()
      const offer = this.card.undo
      const own = offer && offer.seq > (before ?? 0) ? offer : null
      noteChange(this.id, version, this.card.complaint.version, own)
      if (said !== undefined) {
        if (own) notifyUndo(said, () => this.undo(own))
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

  /** Takes the named change back, and says by name what it was. */
  undo(made: Pick<UndoOffer, 'seq' | 'op'>): Promise<void> {
    return this.#inTurn(() => this.#undo(made))
  }

  /** Makes a change again that was taken back: the one named by its taking back, or the last. */
  redo(seq?: number): Promise<void> {
    return this.#inTurn(() => this.#redo(seq))
  }

  #turns: Promise<void> = Promise.resolve()

  /** One after another, so that keys pressed in a row each find the card that the one before left. */
  #inTurn(step: () => Promise<void>): Promise<void> {
    this.#turns = this.#turns.then(step)
    return this.#turns
  }

  async #undo({ seq, op }: Pick<UndoOffer, 'seq' | 'op'>): Promise<void> {
    const failure = await this.change(() => backend.undo({ complaint: this.id, seq }))
    if (failure !== null) return
    noteUndone(this.id, seq)
    const redo = this.card.redo
    const said = t.case.undo.of(t.records.ops[op])
    notify(said, redo ? { label: t.controls.redo, run: () => void this.redo(redo.seq) } : undefined)
  }

  /**
   * What the key takes back: the last thing this window did here, while nothing else happened to the case. What
   * went out of the office or ended the case is asked about by name: a key is pressed in passing.
   */
  undoLast(): Promise<void> {
    return this.#inTurn(() => this.#undoLast())
  }

  async #undoLast(): Promise<void> {
    const last = lastMade(this.id, this.card.complaint.version)
    if (last === undefined) {
      notify(t.case.undo.nothing)
    } else if (last.weighty) {
      const what = t.records.ops[last.op]
      notify(t.case.undo.weighty(what), { label: t.controls.undo, run: () => void this.undo(last) })
    } else {
      await this.#undo(last)
    }
  }

  async #redo(seq?: number): Promise<void> {
    const offered = this.card.redo
    const which = seq ?? offered?.seq
    if (which === undefined) {
      notify(t.case.undo.nothingBack)
      return
    }
    const failure = await this.change(() => backend.undo({ complaint: this.id, seq: which }))
    if (failure !== null) return
    const made = this.card.undo
    const op = offered?.seq === which ? offered.undoes : null
    const said = t.case.undo.again(op ? t.records.ops[op] : null)
    if (made) notifyUndo(said, () => this.undo(made))
    else notify(said)
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
  ask(what: 'demand' | 'decide' | 'close' | 'edit' | 'end' | 'establish', id?: string): void {
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

  /** Whether the answer is out, so that no term runs any more. */
  get settled(): boolean {
    return !STATUSES_AWAITING_ANSWER.includes(this.card.complaint.status)
  }
}

export const bindsComplainant = (term: TermView): boolean => term.binds_complainant
