import type { Failure } from './types'

/** Whether a thrown value is a refusal of the program, with a code. */
export function isFailure(error: unknown): error is Failure {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof (error as { code: unknown }).code === 'string'
  )
}

const commands = new WeakMap<object, string>()

/** The same thrown value, known to come from this command. */
export function failedIn(error: unknown, command: string): unknown {
  if (typeof error === 'object' && error !== null) commands.set(error, command)
  return error
}

/** The command that a thrown value comes from. */
export function commandOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null ? commands.get(error) : undefined
}

/** Any thrown value as a failure; what is not one becomes `unexpected`. */
export function asFailure(error: unknown): Failure {
  if (isFailure(error)) {
    return { code: error.code, field: error.field ?? null, detail: error.detail ?? null }
  }
  const detail = error instanceof Error ? error.message : String(error)
  return { code: 'unexpected', field: null, detail }
}
