// Typing that is never lost: what a form holds is kept under a key while it is
// typed, and is there again on return, also after a crash.

import { onDestroy, untrack } from 'svelte'
import { backend } from '../backend'
import { onLeaving } from './leaving'

const PAUSE = 400

export class Draft<T extends object> {
  /** What the form holds; bind fields to it. */
  value = $state() as T
  /** Whether the kept words have been looked for. Show the form then. */
  ready = $state(false)
  /** Whether what is shown was restored from an earlier visit. */
  restored = $state(false)

  #key: string
  #initial: () => T
  #timer: ReturnType<typeof setTimeout> | undefined
  #kept = ''
  #start = ''
  #over = false
  #last: Promise<unknown> = Promise.resolve()

  constructor(key: string, initial: () => T) {
    this.#key = key
    this.#initial = initial
    this.value = initial()
    this.#start = JSON.stringify(this.value)
    this.#kept = this.#start
  }

  /** Looks for kept words and puts them over the initial values. */
  async restore(): Promise<void> {
    try {
      const found = await backend.draftGet({ key: this.#key })
      const untouched = JSON.stringify(this.value) === this.#start
      if (found && untouched && typeof found.value === 'object' && found.value !== null) {
        const value = { ...this.#initial(), ...(found.value as T) }
        if (JSON.stringify(value) !== this.#start) {
          this.value = value
          this.restored = true
          this.#kept = JSON.stringify(value)
        }
      }
    } catch {
      // Without its draft a form is still a form.
    }
    this.ready = true
  }

  get touched(): boolean {
    return JSON.stringify(this.value) !== this.#start
  }

  /** Called with each change; writes after a pause. */
  changed(): void {
    clearTimeout(this.#timer)
    if (this.#over) return
    this.#timer = setTimeout(() => void this.flush(), PAUSE)
  }

  /** Writes what is there now. */
  flush(): Promise<unknown> {
    clearTimeout(this.#timer)
    const now = JSON.stringify(this.value)
    if (this.#over || !this.ready || now === this.#kept) return this.#last
    this.#kept = now
    const { key } = { key: this.#key }
    this.#last = this.#last
      .catch(() => undefined)
      .then(() =>
        now === this.#start
          ? backend.draftDelete({ key })
          : backend.draftPut({ key, value: JSON.parse(now) as unknown }),
      )
      .catch(() => {
        this.#kept = ''
      })
    return this.#last
  }

  /** Throws the kept words away and begins anew. */
  async discard(): Promise<void> {
    clearTimeout(this.#timer)
    this.value = this.#initial()
    this.#start = JSON.stringify(this.value)
    this.#kept = this.#start
    this.restored = false
    await this.#last.catch(() => undefined)
    await backend.draftDelete({ key: this.#key })
  }

  /** Puts words back that were thrown away, unless something else was typed or saved since. */
  take(value: T): void {
    if (this.#over || this.touched) return
    this.value = value
    this.restored = true
    this.changed()
  }

  /** After a successful save: the kept words have done their work. */
  async done(): Promise<void> {
    this.#over = true
    clearTimeout(this.#timer)
    await this.#last.catch(() => undefined)
    await backend.draftDelete({ key: this.#key }).catch(() => undefined)
  }

  /** Puts new values in as the untouched state, for a form that stays open after a save. */
  async reset(value: T = this.#initial()): Promise<void> {
    clearTimeout(this.#timer)
    this.value = value
    this.#start = JSON.stringify(value)
    this.#kept = this.#start
    this.restored = false
    this.#over = false
    await this.#last.catch(() => undefined)
    await backend.draftDelete({ key: this.#key }).catch(() => undefined)
  }
}

/**
 * A form's draft, for the life of the component that calls this while it is
 * set up: `const form = draft('note/' + id, () => ({ text: '' }))`.
 */
export function draft<T extends object>(key: string, initial: () => T): Draft<T> {
  const kept = new Draft(key, initial)
  void kept.restore()
  $effect(() => {
    JSON.stringify(kept.value)
    if (kept.ready) untrack(() => kept.changed())
  })
  const flush = () => kept.flush()
  onLeaving(flush)
  addEventListener('focusout', flush)
  onDestroy(() => {
    void flush()
    removeEventListener('focusout', flush)
  })
  return kept
}
