// Shutting the records: on demand, and when nobody has worked for a while.

import { asFailure, backend } from '../backend'
import { keepAll } from './leaving'
import { notifyFailure } from './notices.svelte'
import { applyProgram, office, program, readProgram, tookOffice } from './office.svelte'
import { forgetPlaces } from './router.svelte'

/** Signs that somebody is there. */
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** How often the clock is looked at, ms: a computer that slept is shut soon after it wakes. */
const LOOK = 5_000

/** What is left of the records in the page's own memory goes with the page. */
let forgetPage = () => location.reload()

/** Tests have no page to load anew. */
export function onForget(forget: () => void): void {
  forgetPage = forget
}

/** Keeps what is being typed, shuts the records and forgets what the screens know of them. */
export async function lockNow(): Promise<void> {
  // A copy may be looked at in place of records that have a password.
  const copy = office()?.copy_of ?? null
  if (!office()?.safety.locked && copy === null) return
  try {
    await keepAll()
    const state = await backend.lockNow()
    forgetPlaces()
    tookOffice(null)
    applyProgram(state)
    forgetPage()
  } catch (error) {
    if (copy === null || asFailure(error).code !== 'no_password') notifyFailure(error)
  }
}

/** Whether records that were to be opened wait for their password, which is asked for then. */
export async function waitForPassword(error: unknown): Promise<boolean> {
  if (asFailure(error).code !== 'password_needed') return false
  tookOffice(null)
  await readProgram()
  return true
}

/** Shuts the records when nobody has worked for as long as the settings say. */
export function lockWhenIdle(): () => void {
  let last = Date.now()
  const here = () => (last = Date.now())
  const look = setInterval(() => {
    const minutes = program()?.lock_after ?? 0
    const copy = office()?.copy_of ?? null
    if (minutes === 0 || !(office()?.safety.locked || copy !== null) || Date.now() - last < minutes * 60_000) return
    // A copy beside records without a password stays open; it is asked about once a while.
    if (copy !== null) last = Date.now()
    void lockNow()
  }, LOOK)
  for (const sign of SIGNS) addEventListener(sign, here, { passive: true, capture: true })
  return () => {
    clearInterval(look)
    for (const sign of SIGNS) removeEventListener(sign, here, { capture: true })
  }
}
