import { describe, expect, test, vi } from 'vitest'
import type { LetterText, Preview } from '../../backend'
import { previewLoop, type PreviewView, type PreviewSource } from './preview'

const text = (heading: string): LetterText => ({ heading }) as LetterText
const made = (key: string, pages = 2): Preview => ({ key, pages, findings: [], missing_glyphs: '' })

/** A source whose answers are given by hand. */
function byHand() {
  const asked: { text: string; give: (preview: Preview) => void; refuse: (error: unknown) => void }[] = []
  const pages: string[] = []
  const source: PreviewSource = {
    preview: (now) =>
      new Promise((resolve, reject) => asked.push({ text: now.heading, give: resolve, refuse: reject })),
    page: async (key, page, scale) => {
      pages.push(`${key}/${page}@${scale}`)
      return new ArrayBuffer(1)
    },
  }
  return { asked, pages, source }
}

function screen(view = { pages: [0], scale: 2 }) {
  const calls = { view, rendered: vi.fn(), draw: vi.fn(async () => undefined), failed: vi.fn() }
  return Object.assign(calls, { wanted: () => calls.view }) satisfies PreviewView
}

const turn = () => new Promise((resolve) => setTimeout(resolve))

describe('the preview', () => {
  test('one request at a time; the newest text goes next, those between are skipped', async () => {
    const { asked, pages, source } = byHand()
    const shown = screen()
    const loop = previewLoop(source, shown)
    for (const heading of ['а', 'аб', 'абв', 'абвг']) loop.changed(text(heading), performance.now())
    await turn()
    expect(asked.map((a) => a.text)).toEqual(['а'])
    asked[0]?.give(made('k1'))
    await turn()
    expect(asked.map((a) => a.text)).toEqual(['а', 'абвг'])
    asked[1]?.give(made('k2'))
    await loop.settled()
    expect(pages.at(-1)).toBe('k2/0@2')
    expect(shown.rendered).toHaveBeenCalledTimes(2)
  })

  test('only pages in view are fetched, and none twice', async () => {
    const { asked, pages, source } = byHand()
    const shown = screen()
    const loop = previewLoop(source, shown)
    loop.changed(text('а'), 0)
    await turn()
    asked[0]?.give(made('k', 9))
    await loop.settled()
    expect(pages).toEqual(['k/0@2'])
    shown.view = { pages: [0, 1], scale: 2 }
    loop.look()
    await loop.settled()
    expect(pages).toEqual(['k/0@2', 'k/1@2'])
    shown.view = { pages: [1], scale: 3 }
    loop.look()
    await loop.settled()
    expect(pages.at(-1)).toBe('k/1@3')
  })

  test('the time runs from the oldest keystroke still unseen', async () => {
    // Measures of the tests before come with the next frame.
    await new Promise((resolve) => requestAnimationFrame(resolve))
    performance.clearMeasures('letter-preview')
    const { asked, source } = byHand()
    const loop = previewLoop(source, screen())
    loop.changed(text('а'), 10)
    loop.changed(text('аб'), 20)
    loop.changed(text('абв'), 30)
    await turn()
    asked[0]?.give(made('k1'))
    await turn()
    asked[1]?.give(made('k2'))
    await loop.settled()
    await new Promise((resolve) => requestAnimationFrame(resolve))
    await turn()
    const starts = performance.getEntriesByName('letter-preview').map((e) => e.startTime)
    expect(starts).toEqual([10, 20])
  })

  test('a failure is told and the next keystroke tries again', async () => {
    const { asked, source } = byHand()
    const shown = screen()
    const loop = previewLoop(source, shown)
    loop.changed(text('а'), 0)
    await turn()
    asked[0]?.refuse({ code: 'typesetting', field: null, detail: null })
    await loop.settled()
    expect(shown.failed).toHaveBeenCalledOnce()
    loop.changed(text('аб'), 0)
    await turn()
    asked[1]?.give(made('k'))
    await loop.settled()
    expect(shown.draw).toHaveBeenCalledOnce()
  })

  test('a rendering the office no longer keeps is made anew', async () => {
    const { asked, source } = byHand()
    const shown = screen()
    let gone = true
    const loop = previewLoop(
      {
        preview: source.preview,
        page: async (key, page, scale) => {
          if (gone) throw { code: 'no_preview', field: null, detail: null }
          return source.page(key, page, scale)
        },
      },
      shown,
    )
    loop.changed(text('а'), 0)
    await turn()
    asked[0]?.give(made('k1'))
    await turn()
    gone = false
    expect(asked.map((a) => a.text)).toEqual(['а', 'а'])
    asked[1]?.give(made('k2'))
    await loop.settled()
    expect(shown.draw).toHaveBeenCalledOnce()
    expect(shown.failed).not.toHaveBeenCalled()
  })
})
