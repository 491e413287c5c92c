/** A reactive object, for tests that watch what a part binds. */
export function reactive<T extends object>(initial: T): T {
  const value = $state(initial)
  return value
}
