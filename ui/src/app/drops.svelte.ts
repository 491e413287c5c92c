// Files dragged over the window. The open screen may take them; else a message
// becomes a draft complaint and other files wait for the new one.

import { onDestroy } from 'svelte'
import { backend } from '../backend'
import type { Dropped, DroppedFile } from '../backend'
import { queueMail } from './mail.svelte'
import { go } from './router.svelte'

const now = $state<{ over: boolean; waiting: DroppedFile[]; taker: boolean }>({
  over: false,
  waiting: [],
  taker: false,
})
const takers: ((files: DroppedFile[]) => void)[] = []

/** Whether files hang over the window. */
export function dragging(): boolean {
  return now.over
}

/** Whether the open screen takes files itself. */
export function hasTaker(): boolean {
  return now.taker
}

/** While the calling component lives, dropped files that are no messages are its own. */
export function useDrops(take: (files: DroppedFile[]) => void): void {
  takers.push(take)
  now.taker = true
  onDestroy(() => {
    const at = takers.lastIndexOf(take)
    if (at >= 0) takers.splice(at, 1)
    now.taker = takers.length > 0
  })
}

/** Files that wait for the new complaint; taking them empties the list. */
export function takeWaiting(): DroppedFile[] {
  return now.waiting.splice(0)
}

/** Whether a file is a message by its name. */
export function isMail(name: string): boolean {
  return /\.eml$/i.test(name)
}

/** What happens to files let go over the window. */
export function dropped({ files }: Pick<Dropped, 'files'>): void {
  now.over = false
  const mail = files.filter((file) => isMail(file.name))
  const other = files.filter((file) => !isMail(file.name))
  const taker = takers.at(-1)
  if (other.length > 0) {
    if (taker) taker(other)
    else {
      now.waiting.push(...other)
      if (mail.length === 0) go({ screen: 'intake' })
    }
  }
  const first = mail[0]
  if (first) {
    queueMail(mail)
    go({ screen: 'intake', mail: first.token })
  }
}

/** Listens to the window's own drag and drop. */
export async function listenDrops(): Promise<() => void> {
  return backend.onDrag({
    enter: () => (now.over = true),
    leave: () => (now.over = false),
    dropped,
  })
}
