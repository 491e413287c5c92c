// Files dragged over the window. The open screen may take them; else a message
// becomes a draft complaint and other files wait for the new one.

import { onDestroy } from 'svelte'
import { backend } from '../backend'
import type { Dropped, DroppedFile } from '../backend'
import { t } from '../text/index.svelte'
import { queueMail } from './mail.svelte'
import { notify } from './notices.svelte'
import { office, program } from './office.svelte'
import { go } from './router.svelte'

/** What becomes of files that are let go: documents of the open case, or of the complaint being taken in. */
export type Taker = 'case' | 'intake'

const now = $state<{ over: boolean; waiting: DroppedFile[]; taker: Taker | null }>({
  over: false,
  waiting: [],
  taker: null,
})
const takers: { take: (files: DroppedFile[]) => void; as: Taker }[] = []

/** Whether files hang over the window. */
export function dragging(): boolean {
  return now.over
}

/** As what the open screen takes files itself; null when it takes none. */
export function taker(): Taker | null {
  return now.taker
}

/** While the calling component lives, dropped files that are no messages are its own. */
export function useDrops(take: (files: DroppedFile[]) => void, as: Taker = 'case'): void {
  const mine = { take, as }
  takers.push(mine)
  now.taker = as
  onDestroy(() => {
    const at = takers.lastIndexOf(mine)
    if (at >= 0) takers.splice(at, 1)
    now.taker = takers.at(-1)?.as ?? null
  })
}

/** How many files wait for the new complaint. */
export function waiting(): number {
  return now.waiting.length
}

/** Files that wait for the new complaint; taking them empties the list. */
export function takeWaiting(): DroppedFile[] {
  return now.waiting.splice(0)
}

/** Some files with others behind them; one that is there already does not come twice. */
export function joined(files: readonly DroppedFile[], more: readonly DroppedFile[]): DroppedFile[] {
  const all = [...files]
  for (const file of more) if (!all.some((one) => one.place === file.place)) all.push(file)
  return all
}

/** Whether a file is a message by its name. */
export function isMail(name: string): boolean {
  return /\.(emlx?|mbox)$/i.test(name)
}

/** What happens to files let go over the window. */
export function dropped({ files, gone }: Pick<Dropped, 'files' | 'gone'>): void {
  now.over = false
  if (gone.length > 0) notify(t.frame.dropGone(gone), undefined, 'bad')
  // Nothing is taken in there, and what waits would go with the copy.
  if (office()?.copy_of) {
    notify(t.failures.codes['a_copy'] ?? '', undefined, 'bad')
    return
  }
  if (office() === null && program()?.locked && files.length > 0) notify(t.lock.dropWaits)
  const mail = files.filter((file) => isMail(file.name))
  const other = files.filter((file) => !isMail(file.name))
  const taker = takers.at(-1)
  if (other.length > 0) {
    if (taker) taker.take(other)
    else {
      now.waiting.push(...other)
      if (mail.length === 0) go({ screen: 'intake' })
    }
  }
  const first = queueMail(mail)
  if (first) go({ screen: 'intake', mail: first.token })
}

/** Listens to the window's own drag and drop. */
export async function listenDrops(): Promise<() => void> {
  return backend.onDrag({
    enter: () => (now.over = true),
    leave: () => (now.over = false),
    dropped,
  })
}
