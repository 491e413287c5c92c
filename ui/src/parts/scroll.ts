// Where the rows of a very long list stand. No browser lays out an element
// much beyond thirty million points, and a million rows want more: so above a
// ceiling the scroll bar's way is shorter than the rows' and one is mapped
// onto the other.

/** No element is made taller than this, in points. */
export const CEILING = 10_000_000

export interface Extent {
  total: number
  /** Height of one, in points. */
  row: number
  /** Height of the window onto them, in points. */
  view: number
}

export function realHeight({ total, row }: Extent): number {
  return total * row
}

/** Height of the element that stands for them. */
export function shownHeight(extent: Extent): number {
  return Math.min(realHeight(extent), CEILING)
}

/** Whether the way is shortened. */
export function isScaled(extent: Extent): boolean {
  return realHeight(extent) > CEILING
}

/** The furthest offset into the rows. */
export function furthest(extent: Extent): number {
  return Math.max(0, realHeight(extent) - extent.view)
}

/** An offset that exists. */
export function clampOffset(extent: Extent, offset: number): number {
  return Math.min(Math.max(0, offset), furthest(extent))
}

/** The offset into the rows for a place of the scroll bar. */
export function offsetAt(extent: Extent, scrollTop: number): number {
  if (!isScaled(extent)) return clampOffset(extent, scrollTop)
  const way = shownHeight(extent) - extent.view
  return way <= 0 ? 0 : clampOffset(extent, (scrollTop / way) * furthest(extent))
}

/** The scroll bar's place for an offset into the rows. */
export function scrollFor(extent: Extent, offset: number): number {
  const at = clampOffset(extent, offset)
  if (!isScaled(extent)) return at
  return (at / furthest(extent)) * (shownHeight(extent) - extent.view)
}

/** First and one past the last row to draw, with some beyond the edges. */
export function visible(extent: Extent, offset: number, beyond = 6): { first: number; end: number } {
  const first = Math.max(0, Math.floor(offset / extent.row) - beyond)
  const end = Math.min(extent.total, Math.ceil((offset + extent.view) / extent.row) + beyond)
  return { first, end: Math.max(first, end) }
}

/** The least change of offset that brings a row wholly into view. */
export function reveal(extent: Extent, offset: number, index: number): number {
  const top = index * extent.row
  if (top < offset) return clampOffset(extent, top)
  if (top + extent.row > offset + extent.view)
    return clampOffset(extent, top + extent.row - extent.view)
  return clampOffset(extent, offset)
}

/** Where a key of the keyboard takes the selection; null for any other key. */
export function step(key: string, at: number, extent: Extent): number | null {
  const last = extent.total - 1
  if (last < 0) return null
  const page = Math.max(1, Math.floor(extent.view / extent.row) - 1)
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, last)
    case 'ArrowUp':
      return Math.max(at - 1, 0)
    case 'PageDown':
      return Math.min(Math.max(at, 0) + page, last)
    case 'PageUp':
      return Math.max(at - page, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
