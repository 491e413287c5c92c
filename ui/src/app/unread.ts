// What is typed but has no meaning yet, a date that does not exist or a sum with a letter in it, is in no value that
// a form could save. So a form is not sent while such a field stands in it: one is led there instead.

import { showField } from '../parts/field'

const SENDS = 'button.primary, button[type=submit]'

/** Goes to the first field under `root` whose words can't be read; false when there is none. */
export function toUnread(root: Element): boolean {
  const field = [...root.querySelectorAll<HTMLElement>('[data-unread]')].find((one) => one.checkVisibility?.() ?? true)
  if (!field) return false
  const box = field.matches('input, textarea') ? field : field.querySelector<HTMLElement>('[role=spinbutton]')
  if (!box) return false
  // The field says what is wrong once it has been left.
  box.focus({ preventScroll: true })
  box.blur()
  showField(box)
  return true
}

/** Holds back every form of the window until what is typed in it can be read. */
export function holdUnread(): () => void {
  const hold = (event: Event) => {
    const from = event.target
    if (!(from instanceof Element)) return
    const pressed = event.type === 'submit' ? from : from.closest(SENDS)
    const form = pressed?.closest('form, dialog, main') ?? (pressed ? document.body : null)
    if (form && toUnread(form)) {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
  }
  addEventListener('click', hold, true)
  addEventListener('submit', hold, true)
  return () => {
    removeEventListener('click', hold, true)
    removeEventListener('submit', hold, true)
  }
}
