// The list of a `select` in the program's own letters and colours. The box stays the system's, so its name, its keys
// and what screen readers say come with it; only the list it would open is ours. `<select {@attach dropdown}>`.

import { beside } from './anchor'

let last = 0

/** Opens our list in place of the system's. */
export function dropdown(box: HTMLSelectElement): () => void {
  last += 1
  const id = `dropdown-${String(last)}`
  let list: HTMLElement | null = null
  let away: () => void = () => undefined
  let at = -1
  /** The value before the list was opened. */
  let before = ''

  const entries = () => [...(list?.querySelectorAll<HTMLElement>('[role=option]') ?? [])]

  function mark(index: number, scroll = true) {
    at = index
    entries().forEach((entry, place) => entry.setAttribute('aria-selected', String(place === index)))
    const here = entries()[index]
    if (here) box.setAttribute('aria-activedescendant', here.id)
    if (scroll) here?.scrollIntoView?.({ block: 'nearest' })
  }

  const mayTake = (index: number) => box.options[index]?.disabled === false

  /** The next entry that may be chosen, from `from` on. */
  function next(from: number, by: 1 | -1): number {
    for (let index = from; index >= 0 && index < box.options.length; index += by)
      if (mayTake(index)) return index
    return at
  }

  function open() {
    if (list || box.disabled || box.options.length === 0) return
    before = box.value
    list = document.createElement('ul')
    list.id = id
    list.className = 'dropdown'
    list.popover = 'manual'
    list.setAttribute('role', 'listbox')
    list.setAttribute('aria-label', box.labels?.[0]?.textContent.trim() || box.title || box.getAttribute('aria-label') || '')
    list.style.minWidth = `${String(box.getBoundingClientRect().width)}px`
    ;[...box.options].forEach((option, index) => {
      const entry = document.createElement('li')
      entry.id = `${id}-${String(index)}`
      entry.textContent = option.label
      entry.setAttribute('role', 'option')
      if (option.selected) entry.classList.add('chosen')
      if (option.disabled) entry.setAttribute('aria-disabled', 'true')
      entry.addEventListener('pointermove', () => {
        if (!option.disabled && at !== index) mark(index, false)
      })
      // The focus stays in the box.
      entry.addEventListener('pointerdown', (event) => event.preventDefault())
      entry.addEventListener('click', (event) => {
        event.preventDefault()
        if (!option.disabled) take(index)
      })
      list?.append(entry)
    })
    box.after(list)
    box.setAttribute('aria-controls', id)
    box.setAttribute('data-open', '')
    away = beside({ box: () => box.getBoundingClientRect(), keeps: () => box, onoutside: close })(list)
    mark(box.selectedIndex)
  }

  function close() {
    away()
    list?.remove()
    list = null
    box.removeAttribute('aria-activedescendant')
    box.removeAttribute('aria-controls')
    box.removeAttribute('data-open')
  }

  function take(index: number) {
    const option = box.options[index]
    close()
    if (!option || option.disabled || option.value === before) return
    box.selectedIndex = index
    box.dispatchEvent(new Event('input', { bubbles: true }))
    box.dispatchEvent(new Event('change', { bubbles: true }))
  }

  function press(event: MouseEvent) {
    if (event.button !== 0) return
    event.preventDefault()
    box.focus()
    if (list) close()
    else open()
  }

  let typed = { words: '', at: 0 }

  /** The entry that begins with the letters typed one after another. */
  function lookUp(letter: string): number {
    const time = performance.now()
    typed = { words: time - typed.at < 1000 ? typed.words + letter.toLowerCase() : letter.toLowerCase(), at: time }
    const from = typed.words.length > 1 ? Math.max(at, 0) : at + 1
    const order = [...box.options].map((_, index) => (from + index) % box.options.length)
    return order.find((index) => mayTake(index) && box.options[index]?.label.toLowerCase().startsWith(typed.words)) ?? at
  }

  function keys(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey) return
    const { key } = event
    if (!list) {
      if (key === 'Enter' || key === ' ' || key === 'ArrowDown' || key === 'ArrowUp' || key === 'F4') {
        event.preventDefault()
        event.stopPropagation()
        open()
      } else if ([...key].length === 1 && !event.altKey) {
        event.preventDefault()
        before = box.value
        at = box.selectedIndex
        take(lookUp(key))
      }
      return
    }
    if (key === 'Tab') return close()
    event.preventDefault()
    event.stopPropagation()
    if (key === 'Escape' || key === 'F4') close()
    else if (key === 'Enter' || key === ' ' || (event.altKey && (key === 'ArrowUp' || key === 'ArrowDown'))) take(at)
    else if (key === 'ArrowDown') mark(next(at + 1, 1))
    else if (key === 'ArrowUp') mark(next(at - 1, -1))
    else if (key === 'Home' || key === 'PageUp') mark(next(0, 1))
    else if (key === 'End' || key === 'PageDown') mark(next(box.options.length - 1, -1))
    else if ([...key].length === 1) mark(lookUp(key))
  }

  // The list shows the choices as they were: with others it would take another than the one pointed at.
  const others = new MutationObserver(() => {
    if (list) close()
  })
  others.observe(box, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['disabled', 'label', 'value'] })
  box.addEventListener('mousedown', press)
  box.addEventListener('keydown', keys)
  box.addEventListener('blur', close)
  return () => {
    close()
    others.disconnect()
    box.removeEventListener('mousedown', press)
    box.removeEventListener('keydown', keys)
    box.removeEventListener('blur', close)
  }
}
