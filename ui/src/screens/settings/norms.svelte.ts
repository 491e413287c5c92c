// What the office counts by, read once for both tabs of the settings, and the
// way a change goes: shown first, then made, then offered to be taken back.

import { notify, notifyFailure, notifyUndo } from '../../app/notices.svelte'
import { changed } from '../../app/office.svelte'
import { backend, type NormChange, type NormFault, type NormPreview, type NormsView } from '../../backend'
import { t } from '../../text/index.svelte'

/** The words for what is wrong with a rule, a pack, a calendar. */
export function faultText(fault: NormFault): string {
  const words = t.norms.problems[fault.problem]?.(fault.detail) ?? fault.problem
  const place = [fault.line > 0 ? t.norms.preview.line(fault.line) : '', fault.subject ?? '']
  return [...place.filter(Boolean), words].join(': ')
}

export class Norms {
  view = $state.raw<NormsView | null>(null)
  /** The change that waits to be looked at. */
  waiting = $state.raw<{ change: NormChange; preview: NormPreview } | null>(null)
  busy = $state(false)

  async read() {
    try {
      this.view = await backend.norms()
    } catch (error) {
      notifyFailure(error)
    }
  }

  /** What is to be done once the change that waits is made. */
  private after: (() => unknown) | undefined

  /** Shows what a change would do; gives the fault when it can't be made. */
  async show(change: NormChange, after?: () => unknown): Promise<NormFault | null> {
    this.busy = true
    this.after = after
    try {
      const preview = await backend.normPreview(change)
      if (!preview.fault) this.waiting = { change, preview }
      return preview.fault
    } catch (error) {
      notifyFailure(error)
      return null
    } finally {
      this.busy = false
    }
  }

  /** Makes a change that moves no date, unless it can't be made: then gives the fault. */
  async make(change: NormChange): Promise<NormFault | null> {
    const fault = await this.show(change)
    this.waiting = null
    if (!fault) await this.apply(change)
    return fault
  }

  /** Makes a change at once. */
  async apply(change: NormChange): Promise<boolean> {
    this.busy = true
    try {
      const done = await backend.normApply(change)
      this.view = done.norms
      this.waiting = null
      await this.after?.()
      this.after = undefined
      changed()
      const seq = done.seq
      if (seq === null) notify(t.norms.preview.same)
      else notifyUndo(t.norms.preview.done(done.moved), () => this.undo(seq))
      return true
    } catch (error) {
      notifyFailure(error)
      return false
    } finally {
      this.busy = false
    }
  }

  async undo(seq: number) {
    try {
      this.view = await backend.normUndo({ seq })
      changed()
      notify(t.controls.undone)
    } catch (error) {
      notifyFailure(error)
    }
  }
}
