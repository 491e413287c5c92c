// Messages that were let go over the window together wait here for their turn.

import type { DroppedFile } from '../backend'

const now = $state<{ queue: DroppedFile[]; all: number }>({ queue: [], all: 0 })

/** Puts messages behind those that wait. */
export function queueMail(files: readonly DroppedFile[]): void {
  if (now.queue.length === 0) now.all = 0
  now.queue.push(...files)
  now.all += files.length
}

/** Which one of how many a message is; null when it came alone. */
export function placeInQueue(token: string): { at: number; of: number } | null {
  const index = now.queue.findIndex((file) => file.token === token)
  return index < 0 || now.all < 2 ? null : { at: now.all - now.queue.length + index + 1, of: now.all }
}

/** Takes a message out and gives the one whose turn it is. */
export function nextMail(token: string): DroppedFile | undefined {
  const index = now.queue.findIndex((file) => file.token === token)
  if (index >= 0) now.queue.splice(index, 1)
  if (now.queue.length === 0) now.all = 0
  return now.queue[0]
}
