// A draft letter while it is written: its words and choices, and how they reach the office.

import { notify, notifyFailure } from '../../app/notices.svelte'
import { changed } from '../../app/office.svelte'
import { asFailure, backend, type Block, type Failure, type Finding, type LetterCard, type LetterChoices, type LetterText } from '../../backend'
import { t } from '../../text/index.svelte'
import { saver, type Saver } from './autosave'
import type { LetterEditor } from './editor'
import { merged, mergedChoices } from './merge'
import { PreviewPages } from './pages.svelte'

export class DraftLetter {
  /** The letter as the office gave it last. */
  card = $state.raw() as LetterCard
  text = $state.raw() as LetterText
  choices = $state.raw() as LetterChoices
  findings = $state.raw<readonly Finding[]>([])
  /** The finding that is looked at. */
  active = $state<number | null>(null)
  editor = $state.raw<LetterEditor>()
  saving = $state<'saved' | 'typing' | 'saving' | 'failed'>('saved')
  /** The office is writing the letter anew. */
  refreshing = $state(false)
  /** What is shown was typed in an earlier visit and had not reached the letter. */
  restored = $state(false)
  /** Why the office did not take a choice. */
  refused = $state.raw<Failure | null>(null)
  readonly id: string
  readonly preview: PreviewPages

  #opened: LetterCard
  /** What the office had when this text last began from it; another window may have saved since. */
  #basis: LetterCard
  #version = 0
  #drafts: Saver<LetterText>
  #letters: Saver<LetterText>
  #choosing: Saver<LetterChoices>

  /** `left` is a text that was being typed when the program stopped. */
  constructor(opened: LetterCard, left: LetterText | null) {
    this.#opened = opened
    this.#basis = opened
    this.id = opened.summary.id
    this.card = opened
    this.text = left ?? opened.text
    this.choices = opened.choices
    this.findings = opened.findings
    this.restored = left !== null
    const letter = this.id

    // The draft survives a kill and is what «saved» means while one types. The letter itself is
    // written after a long pause or on leaving it, for each writing is a row of the journal.
    this.#drafts = saver<LetterText>(
      400,
      async (value) => {
        const mine = this.#version
        await backend.draftPut({ key: this.#key, value: { text: value, basis: this.#basis.text } })
        if (mine === this.#version && this.saving === 'typing') this.saving = 'saved'
      },
      () => undefined,
    )
    this.#letters = saver<LetterText>(
      20_000,
      async () => {
        this.saving = 'saving'
        let mine = this.#version
        const saved = await this.#together((version) => {
          mine = this.#version
          return backend.letterTextSave({ letter, text: this.text, version })
        })
        this.#tookBack(saved)
        if (mine === this.#version) {
          this.findings = saved.findings
          await this.#drafts.flush()
          await backend.draftDelete({ key: this.#key })
          this.saving = 'saved'
          this.restored = false
        } else this.saving = 'typing'
      },
      (error) => {
        this.saving = 'failed'
        notifyFailure(error)
      },
    )
    // Choices go to the office, which writes them into the text; words typed meanwhile are not lost.
    this.#choosing = saver<LetterChoices>(
      500,
      async () => {
        let asked = this.choices
        const fresh = await this.#standing(() =>
          this.#together((version) => {
            asked = this.choices
            return backend.letterChoicesSave({ letter, text: this.text, choices: asked, version })
          }),
        )
        const typed = this.choices
        this.#load(fresh)
        // What was chosen after this request stands until its own answer comes.
        if (this.#choosing.pending() && typed !== asked) this.choices = typed
        this.saving = 'saved'
      },
      (error) => {
        this.saving = 'failed'
        this.refused = asFailure(error)
        if (this.refused.field === null) notifyFailure(error)
      },
    )
    this.preview = new PreviewPages(
      (now) => backend.letterPreview({ letter, text: now }),
      (made) => {
        this.findings = made.findings
        if (this.active !== null && this.active >= made.findings.length) this.active = null
      },
    )
  }

  /** How many fields still wait for a value, as the office last found. */
  get unfilled(): number {
    return this.findings.filter(({ rule }) => rule === 'field.unresolved').length
  }

  get #key(): string {
    return `letter/${this.id}`
  }

  /** Asks until nothing was typed while the answer was on its way. */
  async #standing<A>(ask: () => Promise<A>): Promise<A> {
    for (;;) {
      const mine = this.#version
      const answer = await ask()
      if (mine === this.#version) return answer
    }
  }

  /** Asks with the version this text began from; where another window has saved since, both texts are brought together first. */
  async #together<A>(ask: (version: string) => Promise<A>): Promise<A> {
    for (;;) {
      try {
        return await ask(this.#basis.version)
      } catch (error) {
        if (asFailure(error).code !== 'other_content') throw error
        if (!this.#join(await backend.letterCard({ letter: this.id }))) throw error
      }
    }
  }

  /** Lays the text of here over what another window has saved, and says so; false where that has issued it. */
  #join(fresh: LetterCard): boolean {
    if (fresh.summary.state !== 'draft') {
      notify(t.letter.together.issued)
      return false
    }
    const { text, both, theirs: words } = merged(this.#basis.text, this.text, fresh.text)
    const { choices, theirs: chosen } = mergedChoices(this.#basis.choices, this.choices, fresh.choices)
    const theirs = [...words, ...chosen]
    this.#load({ ...fresh, text, choices })
    this.#basis = fresh
    notify(theirs.length > 0 ? t.letter.together.theirs(theirs) : both ? t.letter.together.both : t.letter.together.merged)
    return true
  }

  /** The office has taken the text as it is here, and may have written what was filled in its gaps into the choices. */
  #tookBack(saved: LetterCard): void {
    const before = this.#basis.choices
    this.card = saved
    this.#basis = saved
    if (JSON.stringify(before) === JSON.stringify(saved.choices)) return
    this.choices = mergedChoices(before, this.choices, saved.choices).choices
    if (this.#choosing.pending()) this.#choosing.changed(this.choices)
  }

  /** Takes the office's own text into the editor. */
  #load(fresh: LetterCard) {
    this.card = fresh
    this.#basis = fresh
    this.text = fresh.text
    // What was refused is still to be put right; it does not go unasked.
    if (this.refused === null) this.choices = fresh.choices
    this.findings = fresh.findings
    this.#version += 1
    this.editor?.load(fresh.text.blocks)
    this.preview.changed(fresh.text)
  }

  /** The person has typed; `at` is when. */
  edited(now: LetterText, at: number = performance.now()): void {
    this.text = now
    this.#version += 1
    this.saving = 'typing'
    this.#drafts.changed(now)
    this.#letters.changed(now)
    this.preview.changed(now, at)
  }

  /** The blocks have changed in the editor. */
  blocksChanged(blocks: Block[], at: number): void {
    this.edited({ ...this.text, blocks }, at)
  }

  /** The person has chosen. */
  choose(next: LetterChoices): void {
    this.choices = next
    this.refused = null
    this.saving = 'typing'
    this.#choosing.changed(next)
  }

  /** Has the office write the letter anew by `write`, over the words as they stand; `take` says what came of it. */
  async #anew<A>(write: () => Promise<A>, take: (answer: A) => string): Promise<void> {
    this.refreshing = true
    try {
      const said = take(await this.#standing(write))
      await backend.draftDelete({ key: this.#key })
      this.saving = 'saved'
      changed()
      notify(said)
    } catch (error) {
      notifyFailure(error)
    } finally {
      this.refreshing = false
    }
  }

  /** Takes what is new in the case into the letter. */
  refresh(): Promise<void> {
    return this.#anew(
      () => this.#together((version) => backend.letterRefresh({ letter: this.id, text: this.text, version })),
      (fresh) => {
        this.#load(fresh)
        return t.letter.stale.done
      },
    )
  }

  /** Takes a paragraph that is older than its source anew from the case, or keeps it for good. */
  settle(block: string, take: boolean): Promise<void> {
    return this.#anew(
      () => this.#together((version) => backend.letterParagraphSettle({ letter: this.id, text: this.text, block, take, version })),
      (fresh) => {
        this.#load(fresh)
        return take ? t.letter.behind.taken : t.letter.behind.kept
      },
    )
  }

  /** Takes the letter over to another template; the writer's own words stay. */
  takeOver(template: string | null): Promise<void> {
    return this.#anew(
      () => this.#together((version) => backend.letterTemplate({ letter: this.id, text: this.text, template, version })),
      ({ card, changes }) => {
        this.#load(card)
        const kept = changes.filter((change) => change.kind === 'stale' || change.kind === 'conflict').length
        return t.templates.letter.taken(changes.length - kept, kept)
      },
    )
  }

  /** Back from the words of an earlier visit to the letter as it was opened. */
  async discardRestored(): Promise<void> {
    await this.#forget()
    const { text, choices } = this.#opened
    this.#load({ ...this.card, text, choices })
    this.#letters.changed(text)
    this.restored = false
    notify(t.controls.draftDiscarded)
  }

  async #forget(): Promise<void> {
    await backend.draftDelete({ key: this.#key }).catch(() => undefined)
  }

  /** Writes what is being typed, now. */
  async write(): Promise<void> {
    await this.#letters.flush()
  }

  /** Writes what is being typed, if anything is; false when that failed. */
  async flush(): Promise<boolean> {
    if (this.#letters.pending()) await this.#letters.flush()
    return !this.#letters.pending()
  }

  /** Writes what is being typed and chosen; false when that failed. */
  async settled(): Promise<boolean> {
    await this.#choosing.flush()
    await this.#letters.flush()
    return !this.#letters.pending() && !this.#choosing.pending()
  }

  /** Reads the letter again as the office has it; `moved` tells whether another window has changed it. */
  async reread(): Promise<{ card: LetterCard; moved: boolean }> {
    const fresh = await backend.letterCard({ letter: this.id })
    const moved = fresh.version !== this.#basis.version
    if (moved) this.#join(fresh)
    this.card = fresh
    this.findings = fresh.findings
    return { card: fresh, moved }
  }

  /** Issues the letter as it is here. */
  async issue(reason: string | null): Promise<LetterCard> {
    const done = await backend.letterIssue({ letter: this.id, override_reason: reason, version: this.#basis.version })
    await this.over()
    return done
  }

  /** Nothing more is to be written: the letter is no longer a draft. */
  stop(): void {
    this.#letters.stop()
    this.#drafts.stop()
  }

  /** Like `stop`, and the words kept for a return go too. */
  async over(): Promise<void> {
    this.stop()
    await this.#forget()
  }

  /** The screen is left. */
  leave(): void {
    if (this.#choosing.pending()) void this.#choosing.flush().then(changed)
    if (this.#letters.pending()) {
      void this.#drafts.flush()
      void this.#letters.flush().then(changed)
    }
  }
}
