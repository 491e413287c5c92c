// Something small laid over everything, beside the box it belongs to: a menu,
// a month, a field of the letter.

/** A gap between the two, and between either and the edge of the window, in CSS pixels. */
const GAP = 4
const EDGE = 8

interface Where {
  /** The box, as it stands now. */
  box: () => DOMRect | undefined
  /** Under which of its edges; the other end of the box is used where there is no room. */
  align?: 'start' | 'end'
  /** A press that is neither on it nor on this element. */
  keeps?: () => HTMLElement | undefined
  onoutside: () => void
}

/** Puts an element with `popover="manual"` into the top layer, since its box may stand in a modal dialog that clips what it holds. */
export function beside({ box, align = 'start', keeps, onoutside }: Where): (node: HTMLElement) => () => void {
  return (node) => {
    node.showPopover?.()
    const put = () => {
      const at = box() ?? new DOMRect()
      const { width, height } = node.getBoundingClientRect()
      const below = at.bottom + GAP
      const above = at.top - height - GAP
      const top = below + height <= innerHeight - EDGE || above < EDGE ? below : above
      const left = align === 'start' ? at.left : at.right - width
      node.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`
      node.style.top = `${Math.max(EDGE, Math.min(top, innerHeight - height - EDGE))}px`
    }
    put()
    const outside = (event: PointerEvent) => {
      const on = event.target as Node
      if (!node.contains(on) && !keeps?.()?.contains(on)) onoutside()
    }
    addEventListener('resize', put)
    addEventListener('scroll', put, true)
    document.addEventListener('pointerdown', outside, true)
    return () => {
      removeEventListener('resize', put)
      removeEventListener('scroll', put, true)
      document.removeEventListener('pointerdown', outside, true)
    }
  }
}
