// Messages that were let go over the window wait here for their turn, until each is taken in or passed over. The queue
// is kept among the drafts: leaving the program loses none of it.

import { backend } from '../backend'
import type { DroppedFile } from '../backend'

const KEY = 'mail/queue'

interface Queue {
  waiting: DroppedFile[]
  /** How many of those that came together have had their turn. */
  past: number
}

const now = $state<Queue>({ waiting: [], past: 0 })
/** Whether what was kept is known; until then nothing is written in its place. */
let known = false
let written: Promise<unknown> = Promise.resolve()

function keep(): void {
  written = written
    .then(async () => {
      if (!known) await join()
      const value = $state.snapshot(now)
      await (value.waiting.length > 0 ? backend.draftPut({ key: KEY, value }) : backend.draftDelete({ key: KEY }))
    })
    // It is tried again with the next change.
    .catch(() => undefined)
}

/** Puts what was kept before what came meanwhile. Says whether anything had come. */
async function join(): Promise<boolean> {
  const found = await backend.draftGet({ key: KEY })
  const { waiting = [], past = 0 } = (found?.value ?? {}) as Partial<Queue>
  const fresh = now.waiting.filter((file) => !waiting.some((one) => one.place === file.place))
  now.waiting = [...waiting, ...fresh]
  now.past = past
  known = true
  return fresh.length > 0
}

/** Reads what waits in the office that is open now. */
export async function readQueue(): Promise<void> {
  now.waiting = []
  now.past = 0
  known = false
  if (await join()) keep()
}

/** The messages that wait. */
export function waitingMail(): readonly DroppedFile[] {
  return now.waiting
}

/** Puts messages behind those that wait, and gives the first of them; one that waits already keeps its place. */
export function queueMail(files: readonly DroppedFile[]): DroppedFile | undefined {
  if (now.waiting.length === 0) now.past = 0
  const places = files.map((file) => {
    const known = now.waiting.find((one) => one.place === file.place)
    if (!known) now.waiting.push(file)
    return known ?? file
  })
  if (files.length > 0) keep()
  return places[0]
}

/** Which one of how many a message is; null when it came alone. */
export function placeInQueue(token: string): { at: number; of: number } | null {
  const index = now.waiting.findIndex((file) => file.token === token)
  const of = now.past + now.waiting.length
  return index < 0 || of < 2 ? null : { at: now.past + index + 1, of }
}

/** Takes a message out, and gives what puts it back where it was; null when it does not wait. */
export function takeFromQueue(token: string): { file: DroppedFile; putBack: () => void } | null {
  const index = now.waiting.findIndex((file) => file.token === token)
  const [file] = index < 0 ? [] : now.waiting.splice(index, 1)
  if (!file) return null
  now.past += 1
  keep()
  return {
    file,
    putBack: () => {
      now.waiting.splice(Math.min(index, now.waiting.length), 0, file)
      now.past = Math.max(0, now.past - 1)
      keep()
    },
  }
}

/** The message whose turn it is. */
export function nextMail(): DroppedFile | undefined {
  return now.waiting[0]
}
