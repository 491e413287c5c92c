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

/** Any thrown value as a failure; what is not one becomes `unexpected`. */
export function asFailure(error: unknown): Failure {
  if (isFailure(error)) {
    return { code: error.code, field: error.field ?? null, detail: error.detail ?? null }
  }
  const detail = error instanceof Error ? error.message : String(error)
  return { code: 'unexpected', field: null, detail }
}
