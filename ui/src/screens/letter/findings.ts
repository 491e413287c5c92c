// Where a finding's place lies in the editor. The check counts Unicode
// characters of the block as it reads: lines joined by a line feed, fields by
// their value or their label in brackets. The editor counts UTF-16 units and
// tokens.

import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, TextSelection, type Command, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Finding, LetterText } from '../../backend/types'
import { node } from './schema'

export interface Range {
  from: number
  to: number
}

interface Piece {
  /** First character, counted over the block. */
  start: number
  end: number
  /** Place of the first character in the document. */
  at: number
  /** The words, for text; a field or break is one piece that can't be cut. */
  text: string | null
  size: number
}

const count = (text: string): number => {
  let n = 0
  for (const _ of text) n += 1
  return n
}

/** UTF-16 length of the first `n` characters. */
function units(text: string, n: number): number {
  let left = n
  let at = 0
  for (const char of text) {
    if (left === 0) break
    left -= 1
    at += char.length
  }
  return at
}

function pieces(block: Node, at: number): { pieces: Piece[]; lines: { start: number; at: number; end: number }[] } {
  const list: Piece[] = []
  const lines: { start: number; at: number; end: number }[] = []
  let chars = 0
  let first = true
  const line = (parent: Node, inner: number): void => {
    if (!first) chars += 1
    first = false
    lines.push({ start: chars, at: inner, end: inner + parent.content.size })
    parent.forEach((child, offset) => {
      const reads = child.isText ? (child.text ?? '') : (child.type.spec.leafText?.(child) ?? '')
      const length = count(reads)
      list.push({
        start: chars,
        end: chars + length,
        at: inner + offset,
        text: child.isText ? reads : null,
        size: child.nodeSize,
      })
      chars += length
    })
  }
  if (block.isTextblock) line(block, at + 1)
  else
    block.descendants((child, offset) => {
      if (!child.isTextblock) return true
      line(child, at + 1 + offset + 1)
      return false
    })
  return { pieces: list, lines }
}

/** The block with this id and the place before it. */
export function findBlock(document: Node, id: string): { block: Node; at: number } | null {
  let found: { block: Node; at: number } | null = null
  document.forEach((block, at) => {
    if (found === null && block.attrs.id === id) found = { block, at }
  })
  return found
}

/** Where characters `start..end` of a block stand in the document; null when the block has changed under them. */
export function rangeOf(document: Node, id: string, start: number, end: number): Range | null {
  const found = findBlock(document, id)
  if (found === null) return null
  const { block, at } = found
  if (start >= end) return { from: at, to: at + block.nodeSize }
  const parts = pieces(block, at)
  const inside = (char: number, side: 'start' | 'end'): number | null => {
    for (const piece of parts.pieces) {
      const hit = side === 'start' ? char >= piece.start && char < piece.end : char > piece.start && char <= piece.end
      if (!hit) continue
      if (piece.text === null) return side === 'start' ? piece.at : piece.at + piece.size
      return piece.at + units(piece.text, char - piece.start)
    }
    return null
  }
  const from = inside(start, 'start') ?? lineStart(parts.lines, start)
  const to = inside(end, 'end')
  return from !== null && to !== null && from < to ? { from, to } : null
}

function lineStart(lines: { start: number; at: number }[], char: number): number | null {
  const line = lines.find((l) => l.start >= char)
  return line?.at ?? null
}

interface Marked {
  findings: Finding[]
  active: number | null
}

interface State extends Marked {
  set: DecorationSet
}

export const findingsKey = new PluginKey<State>('findings')

function decorate(document: Node, shown: Marked): DecorationSet {
  const list: Decoration[] = []
  shown.findings.forEach((finding, index) => {
    if (finding.block === null) return
    const range = rangeOf(document, finding.block, finding.start, finding.end)
    if (range === null) return
    const active = index === shown.active ? ' is-active' : ''
    const spec = { class: `finding finding-${finding.severity}${active}` }
    const whole = finding.start >= finding.end
    // A finding about the whole block is not underlined; it shows only while it is looked at.
    if (!whole) list.push(Decoration.inline(range.from, range.to, spec))
    else if (active) list.push(Decoration.node(range.from, range.to, { class: `finding-block finding-${finding.severity}` }))
  })
  return DecorationSet.create(document, list)
}

/** Underlines what the check found; the marks move with the text until the next check. */
export function findingMarks(): Plugin<State> {
  return new Plugin<State>({
    key: findingsKey,
    state: {
      init: () => ({ findings: [], active: null, set: DecorationSet.empty }),
      apply(tr, old) {
        const shown = tr.getMeta(findingsKey) as Marked | undefined
        if (shown !== undefined) return { ...shown, set: decorate(tr.doc, shown) }
        return tr.docChanged ? { ...old, set: old.set.map(tr.mapping, tr.doc) } : old
      },
    },
    props: { decorations: (state) => findingsKey.getState(state)?.set ?? null },
  })
}

/** The characters that the better wording stands for: the place itself, or the sentence around it. */
const mended = (finding: Finding): readonly [number, number] => finding.mend ?? [finding.start, finding.end]

/** Whether the finding can be mended by one click in the body. */
export function canMend(state: EditorState, finding: Finding): boolean {
  if (finding.suggestion === null || finding.block === null || finding.start >= finding.end) return false
  const found = findBlock(state.doc, finding.block)
  return found !== null && found.block.attrs.lock !== 'locked' && rangeOf(state.doc, finding.block, ...mended(finding)) !== null
}

/** Puts the proposed wording in the place of the finding; an empty one strikes the place out. */
export function mend(finding: Finding): Command {
  return (state, dispatch) => {
    if (!canMend(state, finding) || finding.block === null || finding.suggestion === null) return false
    const range = rangeOf(state.doc, finding.block, ...mended(finding))
    if (range === null) return false
    if (dispatch) {
      let { from, to } = range
      const marks = state.doc.resolve(from + 1).marks()
      const tr = state.tr
      if (finding.suggestion === '') {
        // Struck out from within a sentence, the word takes one of its two spaces along.
        const before = state.doc.textBetween(Math.max(0, from - 1), from)
        const after = to < state.doc.content.size ? state.doc.textBetween(to, Math.min(to + 1, state.doc.content.size)) : ''
        if (before === ' ' && (after === '' || /^[\s.,;:!?…]/u.test(after))) from -= 1
        else if (after === ' ' && !/\S/u.test(before)) to += 1
        tr.delete(from, to)
      } else {
        tr.replaceWith(from, to, state.schema.text(finding.suggestion, marks))
      }
      tr.setSelection(TextSelection.create(tr.doc, from, from + finding.suggestion.length))
      dispatch(tr.scrollIntoView())
    }
    return true
  }
}

/** The same for a part outside the body. Gives the changed letter, or null when the place is not there. */
export function mendPart(letter: LetterText, finding: Finding): LetterText | null {
  const part = finding.block
  if (finding.suggestion === null || (part !== 'heading' && part !== 'salutation' && part !== 'closing')) return null
  const chars = [...letter[part]]
  const [from, to] = mended(finding)
  if (finding.end > chars.length || to > chars.length) return null
  const whole = finding.start >= finding.end && chars.length === 0
  if (finding.start >= finding.end && !whole) return null
  const text = [...chars.slice(0, from), finding.suggestion, ...chars.slice(to)].join('').replace(/ {2,}/g, ' ').trim()
  return { ...letter, [part]: text }
}

/** The place of the first field without a value, after `from` if there is one. */
export function nextUnresolved(document: Node, from: number): number | null {
  const places: number[] = []
  document.descendants((child, at) => {
    if (child.type === node.field && String(child.attrs.value ?? '').trim() === '') places.push(at)
    return true
  })
  return places.find((at) => at > from) ?? places[0] ?? null
}
