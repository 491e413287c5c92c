// How safe the records are, as Today and the screen of the copies show it, and what cures what is wrong.

import { backend, type BackupMade, type CopySafety } from '../backend'
import { t } from '../text/index.svelte'
import { notify, notifyFailure, wasStopped } from './notices.svelte'
import { readOffice } from './office.svelte'

const now = $state<{ safety: CopySafety | null }>({ safety: null })

/** How safe the records are; nothing for the sample, which nobody would miss. */
export function safety(): CopySafety | null {
  return now.safety
}

export async function readSafety(): Promise<void> {
  now.safety = await backend.copiesSafety()
}

/** Makes a copy at the place of the copies and says what could not be saved. */
export async function makeCopy(task: string, progress: (done: number, total: number) => void = () => {}): Promise<BackupMade | null> {
  try {
    const made = await backend.copyMake({ task }, (step) => progress(step.done, step.total))
    if (made.lost.length > 0) notify(t.copies.partly(made.lost.length), undefined, 'bad')
    else notify(t.today.backupDone(made.folder))
    await readOffice()
    await readSafety()
    return made
  } catch (error) {
    if (wasStopped(error)) notify(t.copies.stopped)
    else notifyFailure(error)
    return null
  }
}

/** Asks for the place of the copies, if there is none yet, and makes a copy there. */
export async function backUp(): Promise<void> {
  try {
    const { place } = await backend.copiesShown({ folder: null })
    if (!place && !(await backend.copiesPlaceChoose())) return
  } catch (error) {
    notifyFailure(error)
    return
  }
  await makeCopy(crypto.randomUUID())
}
