// Where one is: a small router over the address's hash, so that the system's
// Back works, and a memory of what each place looked like when it was left.

import { tick } from 'svelte'

export type Route =
  | { screen: 'today' }
  | { screen: 'register' }
  | { screen: 'intake'; mail?: string }
  | { screen: 'case'; id: string; part?: string }
  | { screen: 'letter'; id: string }
  | { screen: 'forms'; id: string; part?: string }
  | { screen: 'settings'; part?: string }
  | { screen: 'templates'; part: string }
  | { screen: 'journal' }
  | { screen: 'trash' }
  | { screen: 'copies' }
  | { screen: 'help'; part?: string }

/** A route as the address's hash. */
export function toHash(route: Route): string {
  const parts: string[] = [route.screen]
  if ('id' in route) parts.push(route.id)
  if ('mail' in route && route.mail) parts.push('mail', route.mail)
  if ('part' in route && route.part) parts.push(route.part)
  return '#/' + parts.map(encodeURIComponent).join('/')
}

/** The route a hash says; Today for anything else. */
export function fromHash(hash: string): Route {
  let parts: string[]
  try {
    parts = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent)
  } catch {
    return { screen: 'today' }
  }
  const [screen, first, second] = parts
  switch (screen) {
    case 'register':
    case 'journal':
    case 'trash':
    case 'copies':
      return { screen }
    case 'intake':
      return first === 'mail' && second ? { screen, mail: second } : { screen }
    case 'case':
    case 'forms':
      if (!first) break
      return second ? { screen, id: first, part: second } : { screen, id: first }
    case 'letter':
      if (!first) break
      return { screen, id: first }
    case 'templates':
      if (!first) break
      return { screen, part: first }
    case 'settings':
    case 'help':
      return first ? { screen, part: first } : { screen }
  }
  return { screen: 'today' }
}

const here = $state<{ route: Route; depth: number }>({
  route: { screen: 'today' },
  depth: 0,
})

/** Where one is now. */
export function route(): Route {
  return here.route
}

function arrive() {
  here.route = fromHash(location.hash)
  here.depth = (history.state as { depth?: number } | null)?.depth ?? 0
}

/** Starts listening to the address; the start of the program calls it. */
export function startRouter(): () => void {
  arrive()
  addEventListener('popstate', arrive)
  addEventListener('hashchange', arrive)
  return () => {
    removeEventListener('popstate', arrive)
    removeEventListener('hashchange', arrive)
  }
}

/** Goes somewhere; `replace` leaves no way back to where one was. */
export function go(to: Route, options: { replace?: boolean } = {}): void {
  const hash = toHash(to)
  if (hash === toHash(here.route)) return
  const depth = options.replace ? here.depth : here.depth + 1
  if (options.replace) history.replaceState({ depth }, '', hash)
  else history.pushState({ depth }, '', hash)
  arrive()
}

/** Goes back, or to `otherwise` (Today) when there is nothing to go back to. */
export function back(otherwise: Route = { screen: 'today' }): void {
  if (here.depth > 0) history.back()
  else go(otherwise, { replace: true })
}

const memory = new Map<string, unknown>()

/** What was kept for a place, for instance a list's filter and selection. */
export function recall<T>(key: string): T | undefined {
  return memory.get(key) as T | undefined
}

/** Keeps something of a place until the program ends. */
export function keep(key: string, value: unknown): void {
  memory.set(key, value)
}

/** Forgets what was kept; another office has other places. */
export function forgetPlaces(): void {
  memory.clear()
}

/**
 * Keeps a scrolling element's place under a key and puts it back on return:
 * `<div {@attach keepsScroll('case/' + id)}>`.
 */
export function keepsScroll(key: string): (node: HTMLElement) => () => void {
  return (node) => {
    const at = recall<number>(`scroll:${key}`)
    if (at) void tick().then(() => (node.scrollTop = at))
    const remember = () => keep(`scroll:${key}`, node.scrollTop)
    node.addEventListener('scroll', remember, { passive: true })
    return () => node.removeEventListener('scroll', remember)
  }
}
