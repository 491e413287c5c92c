// The moments at which what was typed must be kept at once: another window is
// turned to, this one is hidden or goes away.

import { onDestroy } from 'svelte'

/** Calls `keep` at those moments, until the component that began ends. */
export function onLeaving(keep: () => void): void {
  const hidden = () => document.visibilityState === 'hidden' && keep()
  addEventListener('blur', keep)
  addEventListener('pagehide', keep)
  document.addEventListener('visibilitychange', hidden)
  onDestroy(() => {
    removeEventListener('blur', keep)
    removeEventListener('pagehide', keep)
    document.removeEventListener('visibilitychange', hidden)
  })
}
