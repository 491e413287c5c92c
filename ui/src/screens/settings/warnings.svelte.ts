// Warnings about requisites as one types: asked for after a pause, shown only
// for boxes that were touched, so that an empty form does not scold.

import { backend, type OfficeProfile, type RequisiteWarning } from '../../backend'
import { t } from '../../text/index.svelte'

export class Warnings {
  #found = $state<RequisiteWarning[]>([])
  #timer: ReturnType<typeof setTimeout> | undefined
  #round = 0

  /** Asks about these requisites after a pause. */
  ask(requisites: OfficeProfile['requisites']): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(async () => {
      const mine = (this.#round += 1)
      try {
        const found = await backend.requisitesCheck(requisites)
        if (mine === this.#round) this.#found = found
      } catch {
        // A check that can't run warns of nothing.
      }
    }, 300)
  }

  /** The words for a box; null when it looks right, or is empty. */
  of(field: string, value: string): string | null {
    if (value.trim() === '') return null
    const warning = this.#found.find((one) => one.field === field && one.problem !== 'missing')
    if (!warning) return null
    if (warning.digits.length > 0) {
      return t.settings.digits(warning.digits, value.replace(/\s/g, '').length)
    }
    if (field === 'email') return t.intake.person.emailWrong
    if (field.endsWith('phone')) return t.settings.phoneOdd
    if (field === 'address' && warning.problem === 'format') return t.settings.addressIndex
    return t.settings.problems[warning.problem] ?? t.settings.problems['format'] ?? null
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#round += 1
  }
}
