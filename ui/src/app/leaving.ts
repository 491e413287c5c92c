// The moments at which what was typed must be kept at once: another window is
// turned to, this one is hidden or goes away.

import { onDestroy } from 'svelte'

const keepers = new Set<() => unknown>()

/** Calls `keep` at those moments, until the component that began ends. */
export function onLeaving(keep: () => unknown): void {
  const hidden = () => document.visibilityState === 'hidden' && keep()
  keepers.add(keep)
  addEventListener('blur', keep)
  addEventListener('pagehide', keep)
  document.addEventListener('visibilitychange', hidden)
  onDestroy(() => {
    keepers.delete(keep)
    removeEventListener('blur', keep)
    removeEventListener('pagehide', keep)
    document.removeEventListener('visibilitychange', hidden)
  })
}

/** Has everything kept that is being typed, and waits until it is; false when some of it could not be kept. */
export async function keepAll(): Promise<boolean> {
  const kept = await Promise.all([...keepers].map((keep) => keep()))
  return !kept.includes(false)
}
