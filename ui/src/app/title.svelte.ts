// What the window's frame and the list of windows say: the case, the letter or the office one is at, then the program.

import { onDestroy, untrack } from 'svelte'
import { t } from '../text/index.svelte'

let shown = $state.raw<readonly (() => string)[]>([])

/** While the calling component lives, the window is called so; the latest comer says it. */
export function useTitle(words: () => string): void {
  untrack(() => (shown = [...shown, words]))
  onDestroy(() => (shown = untrack(() => shown.filter((one) => one !== words))))
}

/** Keeps the title of the page as the open screen says it; the shell hands it to the frame. */
export function followTitle(): void {
  $effect(() => {
    const words = shown.map((one) => one().trim()).findLast(Boolean)
    document.title = words ? `${words} — ${t.controls.program}` : t.controls.program
  })
  onDestroy(() => (document.title = t.controls.program))
}
