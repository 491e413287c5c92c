// Saves what is being written: soon into the draft, which survives a kill, and
// after a pause into the letter itself.

export interface Saver<T> {
  /** A new value is there to keep. */
  changed(value: T): void
  /** Keeps it now; resolves when it is kept. */
  flush(): Promise<void>
  /** Whether something is not yet in the letter. */
  pending(): boolean
  stop(): void
}

/** Calls `save` with the newest value `wait` ms after the last change, never twice at a time. */
export function saver<T>(wait: number, save: (value: T) => Promise<void>, failed: (error: unknown) => void): Saver<T> {
  let value: { is: T } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let busy: Promise<void> | null = null

  async function go(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    if (busy !== null) await busy
    if (value === null) return
    const { is } = value
    value = null
    busy = save(is)
      .catch((error: unknown) => {
        // What could not be kept is tried again with the next change.
        value ??= { is }
        failed(error)
      })
      .finally(() => {
        busy = null
      })
    await busy
  }

  return {
    changed(is) {
      value = { is }
      clearTimeout(timer)
      timer = setTimeout(() => void go(), wait)
    },
    async flush() {
      await go()
      if (busy !== null) await busy
    },
    pending: () => value !== null || busy !== null,
    stop() {
      clearTimeout(timer)
      value = null
    },
  }
}
