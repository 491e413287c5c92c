// Quiet lines at the foot of the window: saved, undone, failed. They are read
// out by screen readers and go by themselves, except failures.

import { NAMING_FAILURES, onSuccess } from '../backend'
import { asFailure, commandOf } from '../backend/failure'
import type { Failure } from '../backend/types'
import { t } from '../text/index.svelte'

export interface Notice {
  id: number
  text: string
  tone: 'calm' | 'bad'
  /** When it was said, as `performance.now` tells it. */
  said: number
  /** A word and what it does, for example undo. */
  action?: { label: string; run: () => void }
  /** Of a failure: what the system said, shown when it is asked for. */
  details?: string
  /** Of a failure: the command that failed. It goes when that succeeds. */
  command?: string
}

/** In milliseconds: what was said within it belongs to the screen that comes. */
const JUST_NOW = 700

const list = $state<Notice[]>([])
let last = 0
const timers = new Map<number, ReturnType<typeof setTimeout>>()

/** The lines shown now. */
export function notices(): readonly Notice[] {
  return list
}

export function dismiss(id: number): void {
  const at = list.findIndex((notice) => notice.id === id)
  if (at >= 0) list.splice(at, 1)
  clearTimeout(timers.get(id))
  timers.delete(id)
}

/**
 * Says something; with an action, it stays twice as long. A calm line takes the
 * place of the one before it; a failure leaves it, since it may offer to undo.
 */
export function notify(text: string, action?: Notice['action'], tone: Notice['tone'] = 'calm'): number {
  last += 1
  const id = last
  if (tone === 'calm') for (const old of list.filter((n) => n.tone === 'calm')) dismiss(old.id)
  const said = performance.now()
  list.push(action ? { id, text, tone, said, action } : { id, text, tone, said })
  if (tone === 'calm') timers.set(id, setTimeout(() => dismiss(id), action ? 12_000 : 5_000))
  return id
}

/** Says that something is done and offers to take it back. */
export function notifyUndo(text: string, undo: () => unknown): number {
  return notify(text, { label: t.controls.undo, run: () => void undo() })
}

function wordsOf(error: unknown): string | undefined {
  const failure = asFailure(error)
  return (failure.code === 'field' && failure.detail && t.failures.fields[failure.detail]) || t.failures.codes[failure.code]
}

/** The words for a thrown value: what happened, to what, and the cure. */
export function failureText(error: unknown): string {
  const { code, detail } = asFailure(error)
  const words = wordsOf(error) ?? t.failures.codes['unexpected'] ?? ''
  return detail && NAMING_FAILURES.includes(code) ? t.failures.named(words, detail) : words
}

/** What the system or the program said in its own words, for whoever is asked to help; null where that says nothing more. */
export function failureDetails(error: unknown): string | null {
  const { code, field, detail } = asFailure(error)
  if (detail === null || NAMING_FAILURES.includes(code) || t.failures.fields[detail]) return null
  return [code, field, detail].filter(Boolean).join(': ')
}

/** The words for a failure beside its field; null when it is about another field or none. */
export function fieldError(failure: Failure | null, field: string): string | null {
  return failure?.field === field ? failureText(failure) : null
}

/** Whether it was the user who stopped it: they know, and it is no failure. */
export function wasStopped(error: unknown): boolean {
  return asFailure(error).code === 'cancelled'
}

onSuccess((command) => {
  for (const old of list.filter((notice) => notice.command === command)) dismiss(old.id)
})

/**
 * Forgets what was said on the screen one leaves. What was said just now stays: it tells of what led away from there.
 * So does what offers to take something back: its time is the person's to change their mind, wherever they go.
 */
export function leaveNotices(): void {
  const now = performance.now()
  for (const old of list.filter((notice) => notice.tone === 'bad' || (!notice.action && now - notice.said > JUST_NOW))) dismiss(old.id)
}

/** Forgets all that was said: other records are open, in which nothing of it can be taken back. */
export function forgetNotices(): void {
  for (const old of [...list]) dismiss(old.id)
}

/** Says what went wrong, until it is dismissed or the same succeeds; what the user stopped did not go wrong. */
export function notifyFailure(error: unknown): void {
  if (wasStopped(error)) return
  const failure = asFailure(error)
  const text = failureText(failure)
  for (const old of list.filter((n) => n.tone === 'bad' && n.text === text)) dismiss(old.id)
  const id = notify(text, undefined, 'bad')
  const notice = list.find((one) => one.id === id)
  const [details, command] = [failureDetails(failure), commandOf(error)]
  if (notice && details) notice.details = details
  if (notice && command) notice.command = command
  if (failure.code === 'unexpected' && error instanceof Error) console.error(error)
}
