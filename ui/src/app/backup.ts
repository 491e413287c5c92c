import { backend } from '../backend'
import { t } from '../text/index.svelte'
import { notify, notifyFailure } from './notices.svelte'
import { readOffice } from './office.svelte'

/** Makes a backup and says where it lies. */
export async function backUp(): Promise<void> {
  try {
    const made = await backend.backupCreate()
    await readOffice()
    notify(t.today.backupDone(made.folder))
  } catch (error) {
    notifyFailure(error)
  }
}
