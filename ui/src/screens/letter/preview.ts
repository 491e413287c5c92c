// Keeps the picture of the letter up with its text. One request is under way
// at a time; when it comes back and the text has moved on, the newest text goes
// next and everything between is skipped. Only pages in view are fetched.

import type { LetterText, Preview } from '../../backend/types'

export const MEASURE = 'letter-preview'

/** `T` is what is shown: a letter's text, or a template on a case. */
export interface PreviewSource<T = LetterText> {
  preview(text: T): Promise<Preview>
  page(key: string, page: number, scale: number): Promise<ArrayBuffer>
}

export interface PreviewView {
  /** A new rendering is there: its pages, findings and missing glyphs. */
  rendered(preview: Preview): void
  /** Draws a page; resolves once it stands on the screen. */
  draw(page: number, bytes: ArrayBuffer, scale: number): Promise<void>
  /** Pages in view, from 0, and the picture points per PDF point they need. */
  wanted(): { pages: number[]; scale: number }
  failed(error: unknown): void
}

export interface PreviewLoop<T = LetterText> {
  /** The text changed; `at` is the time of the keystroke, by performance.now(). */
  changed(text: T, at: number): void
  /** Other pages came into view, or the scale changed. */
  look(): void
  /** Resolves when nothing is under way. */
  settled(): Promise<void>
  stop(): void
}

export function previewLoop<T = LetterText>(source: PreviewSource<T>, view: PreviewView): PreviewLoop<T> {
  let next: T | null = null
  let waitingSince: number | null = null
  let current: Preview | null = null
  /** What stands on each page: the rendering and the scale it was drawn at. */
  let drawn = new Map<number, string>()
  let busy: Promise<void> | null = null
  let last: T | null = null
  let lost = 0
  let again = false
  let stopped = false

  async function pages(): Promise<void> {
    if (current === null) return
    const preview = current
    const { pages: wanted, scale } = view.wanted()
    for (const page of wanted) {
      // A newer text goes first; its own pages follow.
      if (stopped || next !== null) return
      const stamp = `${preview.key}@${scale}`
      if (page >= preview.pages || drawn.get(page) === stamp) continue
      const bytes = await source.page(preview.key, page, scale)
      if (stopped) return
      await view.draw(page, bytes, scale)
      drawn.set(page, stamp)
    }
  }

  async function round(): Promise<void> {
    while (!stopped && (next !== null || again)) {
      again = false
      const text = next
      const since = waitingSince
      next = null
      waitingSince = null
      try {
        if (text !== null) {
          const preview = await source.preview(text)
          if (stopped) return
          current = preview
          view.rendered(preview)
          drawn = new Map([...drawn].filter(([page]) => page < preview.pages))
          await first(preview, since)
        }
        await pages()
        lost = 0
      } catch (error) {
        if (stopped) return
        // The office keeps a few renderings only; a page of an older one means: render again.
        if ((error as { code?: unknown } | null)?.code === 'no_preview' && last !== null && lost < 2) {
          lost += 1
          next ??= last
          drawn.clear()
        } else view.failed(error)
      }
    }
  }

  /** Draws the first page in view even when newer text waits: the writer sees movement, not a freeze. */
  async function first(preview: Preview, since: number | null): Promise<void> {
    const { pages: wanted, scale } = view.wanted()
    const visible = wanted.filter((page) => page < preview.pages)
    for (const page of visible) {
      const bytes = await source.page(preview.key, page, scale)
      if (stopped) return
      await view.draw(page, bytes, scale)
      drawn.set(page, `${preview.key}@${scale}`)
      if (next !== null) break
    }
    if (since !== null && visible.length > 0) measure(since)
  }

  function run(): void {
    if (busy !== null || stopped) return
    busy = round().finally(() => {
      busy = null
      if (!stopped && (next !== null || again)) run()
    })
  }

  return {
    changed(text, at) {
      next = text
      last = text
      // The oldest keystroke still unseen sets the time: the honest, worst case.
      waitingSince ??= at
      run()
    },
    look() {
      again = true
      run()
    },
    async settled() {
      while (busy !== null) await busy
    },
    stop() {
      stopped = true
    },
  }
}

let kept = 0

function measure(start: number): void {
  if (typeof performance.measure !== 'function') return
  kept += 1
  if (kept > 2000) {
    performance.clearMeasures(MEASURE)
    kept = 1
  }
  // The picture is on the screen with the next frame.
  requestAnimationFrame(() => performance.measure(MEASURE, { start, end: performance.now() }))
}
