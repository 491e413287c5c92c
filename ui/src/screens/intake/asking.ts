// Asking the office while somebody types: after a pause, and with only the newest answer taken.

/** Calls `act` once the calls have stopped for `wait` ms; only the newest counts. */
export function debounced<A extends unknown[]>(wait: number, act: (...args: A) => void): { (...args: A): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = (...args: A): void => {
    clearTimeout(timer)
    timer = setTimeout(() => act(...args), wait)
  }
  return Object.assign(later, { stop: () => clearTimeout(timer) })
}

/** Lets only the newest of several answers through, however late the older ones come. */
export function newest<T>(take: (value: T) => void): (answer: Promise<T>) => void {
  let last = 0
  return (answer) => {
    last += 1
    const mine = last
    answer.then(
      (value) => {
        if (mine === last) take(value)
      },
      () => undefined,
    )
  }
}
