// Keys that work everywhere. A screen says what a key means while it is open:
// `useKey('print', () => …)`. Letters go by their place on the keyboard, so
// that they work in the Russian layout as well.

import { onDestroy } from 'svelte'
import { toUnread } from './unread'

/**
 * `find` is no key: the search in the head asks the register that is open for what `register/text` keeps.
 * Neither is `nothing_to_print`: what is done where the screen has nothing to print.
 */
export type Action = 'find' | 'new' | 'palette' | 'search' | 'print' | 'undo' | 'redo' | 'help' | 'back' | 'save' | 'lock' | 'nothing_to_print' | Zoom

/** Sizes of the text, which work over a dialog too. */
type Zoom = 'larger' | 'smaller' | 'usual_size'
const ZOOMS: readonly string[] = ['larger', 'smaller', 'usual_size'] satisfies Zoom[]

const actions = new Map<Action, (() => void)[]>()

/** While the calling component lives, this action is done so. The latest comer is asked. */
export function useKey(action: Action, run: () => void): void {
  const list = actions.get(action) ?? []
  list.push(run)
  actions.set(action, list)
  onDestroy(() => {
    const at = list.lastIndexOf(run)
    if (at >= 0) list.splice(at, 1)
  })
}

/** Does what the open screen means by an action; false when it means nothing. */
export function perform(action: Action): boolean {
  const run = actions.get(action)?.at(-1)
  run?.()
  return run !== undefined
}

/** Whether a key press belongs to a box one types in. */
export function inText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLSelectElement || target.role === 'spinbutton') return true
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
  )
}

/** The action that a key press asks for. */
export function actionOf(event: KeyboardEvent): Action | null {
  if (event.key === 'F1') return 'help'
  if (event.key === 'Escape' && !event.ctrlKey) return 'back'
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  if (event.key === '+' || event.key === '=' || event.code === 'NumpadAdd') return 'larger'
  if (event.shiftKey) return event.code === 'KeyZ' && !inText(event.target) ? 'redo' : null
  switch (event.code) {
    case 'KeyN':
      return 'new'
    case 'KeyK':
      return 'palette'
    case 'KeyF':
      return 'search'
    case 'KeyP':
      return 'print'
    case 'KeyS':
      return 'save'
    case 'KeyL':
      return 'lock'
    case 'Minus':
    case 'NumpadSubtract':
      return 'smaller'
    case 'Digit0':
    case 'Numpad0':
      return 'usual_size'
    case 'KeyZ':
      return inText(event.target) ? null : 'undo'
    case 'KeyY':
      return inText(event.target) ? null : 'redo'
    default:
      return null
  }
}

const FORM = 'form:not([role=search])'
const TYPED = 'input, textarea, select, [contenteditable=true]'

/** What Ctrl+S means to save: the open dialog if it is filled in, the form one types in, or the only one on the screen. */
function filledIn(): Element | null {
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1)
  if (dialog) return dialog.querySelector(TYPED) ? dialog : null
  const around = document.activeElement?.closest(FORM)
  if (around) return around
  const all = document.querySelectorAll(`main ${FORM}`)
  return all.length === 1 ? (all[0] ?? null) : null
}

/** Saves what is being filled in, by its own button; else what the screen means by it. */
function save(): void {
  const form = filledIn()
  // A question is not saved, and what waits behind it is not meant.
  if (form === null && document.querySelector('dialog[open]')) return
  if (toUnread(form ?? document.body)) return
  const typing = form !== null && (form.contains(document.activeElement) || form.matches('dialog'))
  if (!typing && perform('save')) return
  const button = form?.querySelector<HTMLButtonElement>('button[type=submit], button.primary')
  if (button && !button.disabled) button.click()
  else if (!button && form instanceof HTMLFormElement) form.requestSubmit()
}

/** Listens to the whole window. */
export function listenKeys(): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const action = actionOf(event)
    if (!action) return
    if (action === 'save') {
      event.preventDefault()
      save()
      return
    }
    if (action !== 'lock' && !ZOOMS.includes(action) && document.querySelector('dialog[open]')) {
      if (action !== 'back') event.preventDefault()
      return
    }
    // The first Esc leaves the box one types in, the next one the screen.
    if (action === 'back' && inText(event.target)) {
      ;(event.target as HTMLElement).blur()
      event.preventDefault()
      return
    }
    if (action === 'print') {
      event.preventDefault()
      if (!perform('print')) perform('nothing_to_print')
      return
    }
    if (perform(action) || action === 'new' || action === 'search' || ZOOMS.includes(action)) event.preventDefault()
  }
  // The web view calls a radio that the arrows came to not `:focus-visible`, so chips go by what was used last.
  // Words typed into a field are no walking by keys.
  const byKeys = (event: Event) => {
    if (event instanceof KeyboardEvent && inText(event.target) && (event.key.length === 1 || event.key === 'Backspace' || event.key === 'Delete') && !event.ctrlKey && !event.metaKey) return
    document.documentElement.toggleAttribute('data-by-keys', event.type === 'keydown')
  }
  addEventListener('keydown', byKeys, true)
  addEventListener('pointerdown', byKeys, true)
  addEventListener('keydown', press)
  return () => {
    removeEventListener('keydown', byKeys, true)
    removeEventListener('pointerdown', byKeys, true)
    removeEventListener('keydown', press)
  }
}
