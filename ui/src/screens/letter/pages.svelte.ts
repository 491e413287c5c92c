// The pages that stand beside what is being written: how many there are, what
// could not be drawn, and the loop that keeps them up with the text.

import { onDestroy } from 'svelte'
import { undrawn } from '../../app/drawing'
import { backend, type LetterText, type Preview } from '../../backend'
import type { PagesHandle } from './Pages.svelte'
import { t } from '../../text/index.svelte'
import { previewLoop, type PreviewLoop } from './preview'

/** `T` is what the pages are made from. */
export class PreviewPages<T = LetterText> {
  /** The part that draws them; bind it to `Pages`. */
  pages = $state.raw<PagesHandle>()
  count = $state(1)
  /** Characters that no font has. */
  missing = $state('')
  /** What to say where they are not drawn as they now are. */
  failed = $state('')
  readonly #loop: PreviewLoop<T>

  /** Call it while a component begins: the loop ends with the component. */
  constructor(make: (now: T) => Promise<Preview>, rendered: (made: Preview) => void = () => undefined, count = 1) {
    this.count = count
    this.#loop = previewLoop<T>(
      { preview: make, page: (key, page, scale) => backend.letterPage({ key, page, scale }) },
      {
        rendered: (made) => {
          this.count = made.pages
          this.missing = made.missing_glyphs
          this.failed = ''
          rendered(made)
        },
        draw: async (page, bytes, scale) => this.pages?.draw(page, bytes, scale),
        wanted: () => this.pages?.wanted() ?? { pages: [], scale: 1 },
        failed: (error) => (this.failed = undrawn(error, t.letter.preview.failed)),
      },
    )
    onDestroy(() => this.#loop.stop())
  }

  /** What they are made from changed; `at` is the time of the keystroke, by performance.now(). */
  changed(now: T, at: number = performance.now()): void {
    this.#loop.changed(now, at)
  }

  /** Other pages came into view, or the scale changed. */
  look = (): void => this.#loop.look()
}
