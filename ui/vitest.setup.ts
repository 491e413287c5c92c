import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/svelte'
import { afterEach } from 'vitest'

// What is waited for comes from a program, and the machine may do much else.
configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

// jsdom knows neither modal dialogs, nor sizes, nor media queries.
const dialog = HTMLDialogElement.prototype as unknown as {
  showModal?: () => void
  close?: () => void
}
dialog.showModal ??= function (this: HTMLDialogElement) {
  this.setAttribute('open', '')
}
dialog.close ??= function (this: HTMLDialogElement) {
  if (!this.hasAttribute('open')) return
  this.removeAttribute('open')
  this.dispatchEvent(new Event('close'))
}
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
} as unknown as typeof ResizeObserver
window.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  addEventListener() {},
  removeEventListener() {},
})) as unknown as typeof window.matchMedia
Element.prototype.scrollIntoView ??= function () {}
Element.prototype.scrollTo ??= function () {} as typeof Element.prototype.scrollTo
// Nor can it draw, and says so at length when asked.
HTMLCanvasElement.prototype.getContext = () => null
HTMLImageElement.prototype.decode ??= async () => {}
