import { fireEvent, render } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import Saves from './Saves.test.svelte'
import { actionOf, listenKeys } from './keys.svelte'

let stop: () => void
beforeEach(() => (stop = listenKeys()))
afterEach(() => {
  stop()
  document.body.replaceChildren()
})

const save = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 's', code: 'KeyS', ctrlKey: true })

/** Puts a page written down here in place of what an element holds. */
function put(into: HTMLElement, html: string) {
  into.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes)
}

/** A page with two forms and what their buttons did. */
function page(html: string) {
  put(document.body, html)
  const pressed = vi.fn((event: Event) => {
    event.preventDefault()
    return (event.target as HTMLElement).id
  })
  for (const button of document.querySelectorAll('button')) button.addEventListener('click', pressed)
  return () => pressed.mock.calls.map(([event]) => (event.target as HTMLElement).id)
}

it('Ctrl+S saves the form one types in, and no other', async () => {
  const pressed = page(`<main><form><input id="a"><button type="submit" id="first"></button></form>
    <form><input id="b"><button type="submit" id="second"></button></form>
    <form role="search"><input id="c"><button type="submit" id="search"></button></form></main>`)
  document.getElementById('b')?.focus()
  await save()
  expect(pressed()).toEqual(['second'])
  // Outside of both nobody can tell which is meant.
  document.getElementById('c')?.focus()
  await save()
  expect(pressed()).toEqual(['second'])
})

it('Ctrl+S saves a dialog that is filled in, and never answers a question', async () => {
  const pressed = page(`<main><form><input id="a"><button type="submit" id="behind"></button></form></main>
    <dialog open><input id="b"><button class="primary" id="dialog"></button></dialog>`)
  await save()
  expect(pressed()).toEqual(['dialog'])
  put(document.querySelector('dialog')!, '<p>Удалить?</p><button class="primary" id="yes"></button>')
  await save()
  expect(pressed()).toEqual(['dialog'])
})

it('Ctrl+S over a question leaves the screen behind it alone', async () => {
  const run = vi.fn()
  render(Saves, { run })
  await save()
  expect(run).toHaveBeenCalledOnce()
  const question = document.body.appendChild(document.createElement('dialog'))
  question.open = true
  put(question, '<p>Удалить черновик?</p><button class="primary"></button>')
  await save()
  expect(run).toHaveBeenCalledOnce()
})

it('the size of the text is asked for by its keys in any layout', () => {
  const press = (key: string, code: string, shiftKey = false) => actionOf(new KeyboardEvent('keydown', { key, code, ctrlKey: true, shiftKey }))
  expect([press('=', 'Equal'), press('+', 'Equal', true), press('+', 'NumpadAdd')]).toEqual(['larger', 'larger', 'larger'])
  expect([press('-', 'Minus'), press('-', 'NumpadSubtract'), press('0', 'Digit0')]).toEqual(['smaller', 'smaller', 'usual_size'])
})
