// Quiet lines at the foot of the window: saved, undone, failed. They are read
// out by screen readers and go by themselves, except failures.

import { asFailure } from '../backend/failure'
import type { Failure } from '../backend/types'
import { t } from '../text/index.svelte'

export interface Notice {
  id: number
  text: string
  tone: 'calm' | 'bad'
  /** A word and what it does, for example undo. */
  action?: { label: string; run: () => void }
}

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
  list.push(action ? { id, text, tone, action } : { id, text, tone })
  if (tone === 'calm') timers.set(id, setTimeout(() => dismiss(id), action ? 12_000 : 5_000))
  return id
}

/** Says that something is done and offers to take it back. */
export function notifyUndo(text: string, undo: () => unknown): number {
  return notify(text, { label: t.controls.undo, run: () => void undo() })
}

/** Codes whose detail says more than the words can. */
const DETAILED = new Set(['unexpected', 'altered_file', 'altered_file_kept', 'missing_file', 'missing_file_kept', 'unresolved', 'io', 'database', 'corrupt', 'own_data'])

/** The words for a thrown value: what happened and the cure. */
export function failureText(error: unknown): string {
  const failure = asFailure(error)
  const words =
    (failure.code === 'field' && failure.detail && t.failures.fields[failure.detail]) ||
    t.failures.codes[failure.code]
  if (words && !(failure.detail && DETAILED.has(failure.code))) return words
  const general = words || (t.failures.codes['unexpected'] ?? '')
  return failure.detail ? `${general} ${t.failures.detail(failure.detail)}` : general
}

/** The words for a failure beside its field; null when it is about another field or none. */
export function fieldError(failure: Failure | null, field: string): string | null {
  return failure?.field === field ? failureText(failure) : null
}

/** Whether it was the user who stopped it: they know, and it is no failure. */
export function wasStopped(error: unknown): boolean {
  return asFailure(error).code === 'cancelled'
}

/** Says what went wrong, until it is dismissed; what the user stopped did not go wrong. */
export function notifyFailure(error: unknown): void {
  if (wasStopped(error)) return
  const failure = asFailure(error)
  const text = failureText(failure)
  for (const old of list.filter((n) => n.tone === 'bad' && n.text === text)) dismiss(old.id)
  notify(text, undefined, 'bad')
  if (failure.code === 'unexpected' && error instanceof Error) console.error(error)
}
