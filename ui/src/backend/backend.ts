// What the screens may ask of the program: one method for each command that
// the Rust side lists. The window answers through `tauri.ts`; in the tests of
// the screens the program without its window does (`../testing/office.ts`).

import type { Commands, Dropped } from './types'

type Camel<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : S

type Method<C> = C extends { input: infer I; output: infer O; progress: infer P }
  ? (input: I, progress: (step: P) => void) => Promise<O>
  : C extends { input: infer I; output: infer O }
    ? [I] extends [null]
      ? () => Promise<O>
      : (input: I) => Promise<O>
    : never

type Plain = { [K in keyof Commands & string as Camel<K>]: Method<Commands[K]> }

/** Stops listening. */
export type Unlisten = () => void

/** What happens to files dragged over the window. */
export interface DragHandlers {
  enter: () => void
  leave: () => void
  dropped: (dropped: Dropped) => void
}

export type Backend = Plain & {
  /** Tells of files dragged over and dropped on the window. */
  onDrag(handlers: DragHandlers): Promise<Unlisten>
}

/** Commands by the names that cross the border. */
export type CommandName = keyof Commands
