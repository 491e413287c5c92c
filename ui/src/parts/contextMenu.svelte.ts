// The program's own menu under the right button and the menu key, in place of the browser's. Boxes one types in keep
// the system's: it has the corrections of misspelt words.

import { t } from '../text/index.svelte'
import type { MenuItem } from './menu'

interface Open {
  at: DOMRect
  items: readonly MenuItem[]
  byKey: boolean
  /** Where the focus was. */
  before: Element | null
}

let open = $state.raw<Open | null>(null)

/** The menu on the screen. */
export function contextMenu(): Open | null {
  return open
}

/** Closes it; `back` gives the focus back. */
export function closeContextMenu(back: boolean): void {
  const before = open?.before
  open = null
  if (back && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
}

/** Whether a press of the right button is left to the system. */
function isTyped(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input:not([type=checkbox], [type=radio], [type=range]), textarea, [contenteditable=true]') !== null
}

/** Opens a menu where the pointer is; from the keyboard, under `box`. */
export function openContextMenu(event: MouseEvent, items: readonly MenuItem[], box?: DOMRect): void {
  event.preventDefault()
  event.stopPropagation()
  if (items.length === 0) return
  const byKey = box !== undefined && isByKey(event)
  open = { items, byKey, before: document.activeElement, at: byKey ? box : new DOMRect(event.clientX, event.clientY, 0, 0) }
}

/** Whether it was the menu key or Shift+F10. */
export function isByKey(event: MouseEvent): boolean {
  return event.button !== 2
}

/** Keeps the browser's menu away from the whole window; where words are chosen, they can be copied. */
export function holdContextMenu(): () => void {
  const hold = (event: MouseEvent) => {
    if (event.defaultPrevented || isTyped(event.target)) return
    const words = getSelection()?.toString() ?? ''
    const inDialog = document.querySelector('dialog[open]') !== null
    if (words.trim() === '' || inDialog) return event.preventDefault()
    openContextMenu(event, [{ label: t.controls.copy, icon: 'copy', keys: 'Ctrl+C', run: () => void navigator.clipboard?.writeText(words) }])
  }
  addEventListener('contextmenu', hold)
  return () => removeEventListener('contextmenu', hold)
}
