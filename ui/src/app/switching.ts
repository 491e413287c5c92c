// Going from these records to others: what is typed is kept in these first, and nothing of them is offered in those.

import { t } from '../text/index.svelte'
import { keepAll } from './leaving'
import { forgetNotices, notify } from './notices.svelte'
import { forgetPlaces, go, type Route } from './router.svelte'

/** Keeps what is being typed before other records are opened or these are shut; false, which is said, when that failed. */
export async function readyToLeave(): Promise<boolean> {
  if (await keepAll()) return true
  notify(t.frame.notKept, undefined, 'bad')
  return false
}

/** Forgets what the screens kept of the records one has left, and goes where the others begin. */
export function arrive(place: Route = { screen: 'today' }): void {
  forgetPlaces()
  forgetNotices()
  go(place, { replace: true })
}
