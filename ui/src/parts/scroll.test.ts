import { describe, expect, it } from 'vitest'
import { CEILING, clampOffset, furthest, offsetAt, reveal, scrollFor, shownHeight, step, visible } from './scroll'

const long = { total: 1_000_000, row: 34, view: 700 }
const short = { total: 1000, row: 34, view: 700 }

describe('the way of a long list', () => {
  it('is never taller than a browser lays out, and reaches both ends', () => {
    expect(shownHeight(long)).toBe(CEILING)
    expect(offsetAt(long, 0)).toBe(0)
    expect(offsetAt(long, CEILING - long.view)).toBe(furthest(long))
    expect(visible(long, furthest(long)).end).toBe(long.total)
  })

  it('maps there and back', () => {
    for (const extent of [long, short])
      for (const part of [0, 0.1, 0.5, 0.999, 1]) {
        const offset = furthest(extent) * part
        expect(offsetAt(extent, scrollFor(extent, offset))).toBeCloseTo(offset, 3)
      }
  })

  it('draws what is in sight and little more', () => {
    const { first, end } = visible(long, 34 * 5000)
    expect(first).toBeLessThanOrEqual(5000)
    expect(end - first).toBeLessThan(40)
    expect(visible({ ...short, total: 0 }, 0)).toEqual({ first: 0, end: 0 })
  })

  it('brings a row into view by the least move', () => {
    expect(reveal(short, 0, 3)).toBe(0)
    expect(reveal(short, 3400, 50)).toBe(1700)
    expect(reveal(short, 0, 30)).toBe(31 * 34 - 700)
    expect(clampOffset(short, 1e9)).toBe(1000 * 34 - 700)
  })

  it('walks by keys and stays within', () => {
    expect(step('ArrowUp', 0, short)).toBe(0)
    expect(step('ArrowDown', 999, short)).toBe(999)
    expect(step('ArrowDown', -1, short)).toBe(0)
    expect(step('PageDown', 0, short)).toBe(19)
    expect(step('End', 5, short)).toBe(999)
    expect(step('x', 5, short)).toBeNull()
    expect(step('End', 5, { ...short, total: 0 })).toBeNull()
  })
})
