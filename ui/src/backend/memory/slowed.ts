// Answers that take a while, to see how the screens wait.

import type { Backend } from '../backend'

/** The same answers, each after a while. */
export function slowed(answers: Backend, delay: number): Backend {
  return new Proxy(answers, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function') return method
      return async (...args: unknown[]) => {
        await new Promise((resolve) => setTimeout(resolve, delay))
        return (method as (...args: unknown[]) => unknown)(...args)
      }
    },
  })
}
