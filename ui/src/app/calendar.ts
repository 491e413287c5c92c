// The last days of open cases as a file that calendars take.

import { backend } from '../backend'
import { language, t } from '../text/index.svelte'
import { notify, notifyFailure } from './notices.svelte'

/** Asks where to and saves the dates; of one case, or of all that are open. */
export async function saveCalendar(complaint: string | null = null): Promise<void> {
  try {
    const { saved } = await backend.calendarFileSave({ complaint, language: language() })
    if (saved) notify(t.controls.calendarSaved(saved))
  } catch (error) {
    notifyFailure(error)
  }
}
