// The program and the open office, as every screen's head shows them.

import { backend } from '../backend'
import type { OfficeInfo, ProgramSettings, ProgramState, Theme } from '../backend'
import { speak } from '../text/index.svelte'
import { notifyFailure } from './notices.svelte'

interface Now {
  program: ProgramState | null
  office: OfficeInfo | null
  /** Grows with each change made, so that lists know to read again. */
  version: number
}

const now = $state<Now>({ program: null, office: null, version: 0 })

/** The program: language, theme, scale, whether an office is open. */
export function program(): ProgramState | null {
  return now.program
}

export function office(): OfficeInfo | null {
  return now.office
}

/** A number that grows whenever something in the register has changed. */
export function version(): number {
  return now.version
}

/** Says that something in the register has changed. */
export function changed(): void {
  now.version += 1
}

const dark = () => matchMedia('(prefers-color-scheme: dark)')

function showTheme(theme: Theme): void {
  const shown = theme === 'system' ? (dark().matches ? 'dark' : 'light') : theme
  document.documentElement.dataset['theme'] = shown
}

/** Puts language, theme and scale on the page. */
export function applyProgram(state: ProgramState): void {
  now.program = state
  speak(state.language)
  showTheme(state.theme)
  document.documentElement.style.setProperty('--scale', String(state.text_scale))
}

/** Follows the system's theme while that is chosen. */
export function followSystemTheme(): () => void {
  const query = dark()
  const follow = () => now.program?.theme === 'system' && showTheme('system')
  query.addEventListener('change', follow)
  return () => query.removeEventListener('change', follow)
}

/** Reads the program's state and, if one is open, the office. */
export async function readProgram(): Promise<void> {
  const state = await backend.programState()
  applyProgram(state)
  if (state.office_open) await readOffice()
  else now.office = null
}

export async function readOffice(): Promise<void> {
  now.office = await backend.officeInfo()
}

/** The office as a command gave it. */
export function tookOffice(info: OfficeInfo | null): void {
  now.office = info
  now.version += 1
}

/** Changes language, theme, scale or name at once, and keeps the change. */
export async function saveProgram(change: Partial<ProgramSettings>): Promise<void> {
  const before = now.program
  if (!before) return
  const { language, theme, text_scale, actor, reminders, lock_after } = { ...before, ...change }
  const settings = { language, theme, text_scale, actor, reminders, lock_after }
  applyProgram({ ...before, ...settings })
  try {
    applyProgram(await backend.programSettingsSave(settings))
  } catch (error) {
    applyProgram(before)
    notifyFailure(error)
  }
}

/** Makes the text larger or smaller by a tenth or so; of the usual size for null. Gives the size, from 1 to 2. */
export async function saveScale(by: number | null): Promise<number> {
  const before = now.program?.text_scale ?? 1
  const scale = by === null ? 1 : Math.min(2, Math.max(1, Math.round((before + by) * 10) / 10))
  if (scale !== before) await saveProgram({ text_scale: scale })
  return scale
}
