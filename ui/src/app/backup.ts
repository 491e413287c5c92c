import { backend, type BackupMade } from '../backend'
import { t } from '../text/index.svelte'
import { notify, notifyFailure } from './notices.svelte'
import { readOffice } from './office.svelte'

/** Makes a backup and says where it lies, and how much of the records could not be saved. */
export async function backUp(): Promise<BackupMade | null> {
  try {
    const made = await backend.backupCreate()
    await readOffice()
    if (made.lost.length > 0) notify(t.today.backupPart(made.lost.length), undefined, 'bad')
    else notify(t.today.backupDone(made.folder))
    return made
  } catch (error) {
    notifyFailure(error)
    return null
  }
}
