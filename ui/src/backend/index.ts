import type { Backend } from './backend'

export type { Backend, DragHandlers, Unlisten } from './backend'
export { asFailure, isFailure } from './failure'
export * from './types'

let chosen: Backend | undefined

/** Says which backend answers; called once at start, and by tests. */
export function useBackend(backend: Backend): void {
  chosen = backend
}

/** The backend that answers. */
export const backend: Backend = new Proxy({} as Backend, {
  get(_, name) {
    if (!chosen) throw new Error('no backend chosen')
    return Reflect.get(chosen, name) as unknown
  },
})
