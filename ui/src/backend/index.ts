import type { Backend } from './backend'
import { failedIn } from './failure'

export type { Backend, DragHandlers, Unlisten } from './backend'
export { asFailure, commandOf, isFailure } from './failure'
export * from './types'

let chosen: Backend | undefined
let heard: (command: string) => void = () => undefined

/** Hears of each command that did as asked. */
export function onSuccess(hear: (command: string) => void): void {
  heard = hear
}

/** Says which backend answers; called once at start, and by tests. */
export function useBackend(backend: Backend): void {
  chosen = backend
}

/** The backend that answers. */
export const backend: Backend = new Proxy({} as Backend, {
  get(_, name) {
    if (!chosen) throw new Error('no backend chosen')
    const method = Reflect.get(chosen, name) as unknown
    if (typeof method !== 'function' || typeof name !== 'string') return method
    return (...input: unknown[]): unknown => {
      const answer = Reflect.apply(method, chosen, input) as unknown
      if (!(answer instanceof Promise)) return answer
      return answer.then(
        (value: unknown) => {
          heard(name)
          return value
        },
        (error: unknown) => {
          throw failedIn(error, name)
        },
      )
    }
  },
})
