// What keys and the toolbar do to the text. The structure is flat, so lists
// are made and taken apart here, block by block, without the nested-list kit.

import { Fragment, type Node, type ResolvedPos } from 'prosemirror-model'
import { Selection, TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import type { Block } from '../../backend'
import { ownAttrs } from './guard'
import { toDocument } from './mapping'
import { node, schema } from './schema'

/** The top-level block around a place. */
export interface Place {
  block: Node
  /** The place before the block. */
  at: number
  index: number
}

export function blockAt(place: ResolvedPos): Place | null {
  if (place.depth === 0) {
    const block = place.nodeAfter ?? place.nodeBefore
    if (block === null) return null
    const at = place.nodeAfter !== null ? place.pos : place.pos - block.nodeSize
    return { block, at, index: place.index(0) }
  }
  return { block: place.node(1), at: place.before(1), index: place.index(0) }
}

/** The lines (paragraph itself, items, quoted lines) of a block that is not a table. */
function linesOf(block: Node): Node[] {
  if (block.type === node.paragraph) return [block]
  const lines: Node[] = []
  block.forEach((line) => lines.push(line))
  return lines
}

function selectedBlocks(state: EditorState): { blocks: Node[]; from: number; to: number } | null {
  const first = blockAt(state.selection.$from)
  const last = blockAt(state.selection.$to)
  if (first === null || last === null) return null
  const blocks: Node[] = []
  for (let i = first.index; i <= last.index && i < state.doc.childCount; i += 1) blocks.push(state.doc.child(i))
  return { blocks, from: first.at, to: last.at + last.block.nodeSize }
}

type ListName = 'numbered' | 'dashed' | 'quote'

const lineType = { numbered: node.item, dashed: node.item, quote: node.line } as const

/** Whether the caret stands in a block of this type. */
export function isIn(state: EditorState, name: 'paragraph' | 'table' | ListName): boolean {
  return blockAt(state.selection.$from)?.block.type === node[name]
}

/** Turns the chosen blocks into one list or quotation; or, if they are one already, into paragraphs. */
export function toggleBlock(name: ListName): Command {
  return (state, dispatch) => {
    const chosen = selectedBlocks(state)
    if (chosen === null) return false
    const { blocks, from, to } = chosen
    if (blocks.some((b) => b.type === node.table || b.type === node.figure || b.attrs.lock === 'locked')) return false
    const [first] = blocks
    if (first === undefined) return false
    const off = blocks.every((b) => b.type === node[name])
    const attrs = { id: first.attrs.id as string, lock: first.attrs.lock as string, role: first.attrs.role as string }
    const lines = blocks.flatMap(linesOf)
    const made = off
      ? lines.map((line, i) => node.paragraph.create(i === 0 ? attrs : ownAttrs(), line.content))
      : [node[name].create(attrs, lines.map((line) => lineType[name].create(null, line.content)))]
    if (dispatch) {
      // The same line and the same offset in it keep the caret.
      const place = lineAndOffset(state, blocks, from)
      const tr = state.tr.replaceWith(from, to, made)
      restore(tr, from, place)
      dispatch(tr.scrollIntoView())
    }
    return true
  }
}

function lineAndOffset(state: EditorState, blocks: Node[], from: number): { line: number; offset: number } {
  const { $from } = state.selection
  let line = 0
  let at = from
  for (const block of blocks) {
    const inner = block.type === node.paragraph ? [at] : []
    if (block.type !== node.paragraph) block.forEach((_child, offset) => inner.push(at + 1 + offset))
    for (const start of inner) {
      if ($from.depth > 0 && $from.before() === start) return { line, offset: $from.parentOffset }
      line += 1
    }
    at += block.nodeSize
  }
  return { line: 0, offset: 0 }
}

function restore(tr: Transaction, from: number, place: { line: number; offset: number }): void {
  let line = 0
  let found: number | null = null
  tr.doc.nodesBetween(from, Math.min(tr.doc.content.size, tr.mapping.map(from, -1) + 1_000_000), (child, at) => {
    if (found !== null || at < from) return found === null
    if (!child.isTextblock) return true
    if (line === place.line) found = at + 1 + Math.min(place.offset, child.content.size)
    line += 1
    return false
  })
  if (found !== null) tr.setSelection(TextSelection.create(tr.doc, found))
}

/** Says at the caret, or behind the chosen words, that they rest on a document of the case. */
export function insertReference(exhibit: number, name: string): Command {
  return (state, dispatch) => {
    const { $to } = state.selection
    const place = blockAt($to)
    if (place === null || $to.depth === 0 || !$to.parent.isTextblock || place.block.attrs.lock === 'locked') return false
    if (dispatch) {
      const tr = state.tr.insert($to.pos, node.reference.create({ exhibit, name }))
      dispatch(tr.setSelection(TextSelection.create(tr.doc, $to.pos + 1)).scrollIntoView())
    }
    return true
  }
}

/** Enter: a new paragraph, a new item, or out of the list from an empty item. */
export const enter: Command = (state, dispatch) => {
  const { $from, $to, empty } = state.selection
  const place = blockAt($from)
  if (place === null || $from.depth === 0) return false
  if (place.block.attrs.lock === 'locked' || (place.block.type === node.table)) {
    // Only after its end; a table is left downwards by Enter in its last cell.
    if (!empty || $from.pos !== place.at + place.block.nodeSize - 1 - ($from.depth - 1)) return place.block.type === node.table
    return dispatch === undefined || addParagraph(state, dispatch, place.at + place.block.nodeSize)
  }
  if (!$from.sameParent($to) && blockAt($to)?.block.attrs.lock === 'locked') return false
  // A caption is one line; Enter leaves it downwards.
  if (place.block.type === node.figure) return dispatch === undefined || addParagraph(state, dispatch, place.at + place.block.nodeSize)
  if (place.block.type === node.paragraph) {
    if (dispatch) {
      const tr = state.tr
      if (!empty) tr.deleteSelection()
      const at = tr.selection.$from
      const atEnd = at.parentOffset === at.parent.content.size
      const atStart = at.parentOffset === 0
      if (atStart && !atEnd) {
        tr.insert(at.before(1), node.paragraph.create(ownAttrs()))
      } else {
        tr.split(at.pos, 1, [{ type: node.paragraph, attrs: ownAttrs() }])
      }
      dispatch(tr.scrollIntoView())
    }
    return true
  }
  // An item or a quoted line.
  if (empty && $from.parent.content.size === 0) return leaveList(state, dispatch)
  if (dispatch) {
    const tr = state.tr
    if (!empty) tr.deleteSelection()
    tr.split(tr.selection.from, 1)
    dispatch(tr.scrollIntoView())
  }
  return true
}

function addParagraph(state: EditorState, dispatch: (tr: Transaction) => void, at: number): boolean {
  const tr = state.tr.insert(at, node.paragraph.create(ownAttrs()))
  dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
  return true
}

/** Takes the line with the caret out of its list, as a paragraph. */
const leaveList: Command = (state, dispatch) => {
  const { $from } = state.selection
  const place = blockAt($from)
  if (place === null || $from.depth !== 2 || place.block.attrs.lock === 'locked') return false
  const index = $from.index(1)
  const line = $from.parent
  if (dispatch) {
    const children = linesOf(place.block)
    const before = children.slice(0, index)
    const after = children.slice(index + 1)
    const made: Node[] = []
    if (before.length > 0) made.push(place.block.copy(Fragment.from(before)))
    const paragraph = node.paragraph.create(before.length > 0 ? ownAttrs() : pick(place.block), line.content)
    made.push(paragraph)
    if (after.length > 0) made.push(place.block.type.create(ownAttrs(), after))
    const tr = state.tr.replaceWith(place.at, place.at + place.block.nodeSize, made)
    const start = place.at + (before.length > 0 ? (made[0]?.nodeSize ?? 0) : 0) + 1
    tr.setSelection(TextSelection.create(tr.doc, Math.min(start + $from.parentOffset, tr.doc.content.size)))
    dispatch(tr.scrollIntoView())
  }
  return true
}

function pick(block: Node): { id: string; lock: string; role: string } {
  const { id, lock, role } = block.attrs as { id: string; lock: string; role: string }
  return { id, lock, role }
}

/** Backspace at the start of a list's line: the first becomes a paragraph, another joins the line above. */
export const backspace: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset !== 0) return false
  const place = blockAt($from)
  if (place === null) return false
  if ($from.depth === 2 && place.block.type !== node.table) {
    if ($from.index(1) === 0) return leaveList(state, dispatch)
    if (dispatch) dispatch(state.tr.join($from.before(2)).scrollIntoView())
    return true
  }
  const above = place.index > 0 ? state.doc.child(place.index - 1) : null
  // An empty paragraph under locked wording simply goes away.
  if (above !== null && place.block.type === node.paragraph && place.block.content.size === 0 && place.block.attrs.lock !== 'locked') {
    if (dispatch) {
      const tr = state.tr.delete(place.at, place.at + place.block.nodeSize)
      dispatch(tr.setSelection(Selection.near(tr.doc.resolve(place.at), -1)).scrollIntoView())
    }
    return true
  }
  // A paragraph under a list goes on as the end of its last line.
  if (above !== null && place.block.type === node.paragraph && above.type !== node.paragraph && above.type !== node.table && above.attrs.lock !== 'locked') {
    if (dispatch) {
      const end = place.at - 2
      const tr = state.tr.delete(place.at, place.at + place.block.nodeSize).insert(end, place.block.content)
      dispatch(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView())
    }
    return true
  }
  return false
}

/** A line break within the paragraph. */
export const lineBreak: Command = (state, dispatch) => {
  if (!state.selection.$from.parent.isTextblock) return false
  if (dispatch) dispatch(state.tr.replaceSelectionWith(node.break.create(), true).scrollIntoView())
  return true
}

/** A paragraph below the block with the caret; the way on from a table or locked wording. */
export const paragraphBelow: Command = (state, dispatch) => {
  const place = blockAt(state.selection.$from)
  if (place === null) return false
  return dispatch === undefined || addParagraph(state, dispatch, place.at + place.block.nodeSize)
}

/** Moves the block with the caret past its neighbour. Locked blocks keep their order among themselves. */
export function moveBlock(step: -1 | 1): Command {
  return (state, dispatch) => {
    const place = blockAt(state.selection.$from)
    if (place === null) return false
    const other = place.index + step
    if (other < 0 || other >= state.doc.childCount) return false
    const neighbour = state.doc.child(other)
    if (place.block.attrs.lock === 'locked' && neighbour.attrs.lock === 'locked') return false
    if (dispatch) {
      const offset = state.selection.from - place.at
      const from = step < 0 ? place.at - neighbour.nodeSize : place.at
      const pair = step < 0 ? [place.block, neighbour] : [neighbour, place.block]
      const tr = state.tr.replaceWith(from, from + place.block.nodeSize + neighbour.nodeSize, pair)
      const start = step < 0 ? from : from + neighbour.nodeSize
      tr.setSelection(Selection.near(tr.doc.resolve(start + offset)))
      dispatch(tr.scrollIntoView())
    }
    return true
  }
}

/** A table of two columns with a head, below the caret's block. */
export const insertTable: Command = (state, dispatch) => {
  const place = blockAt(state.selection.$from)
  if (place === null) return false
  if (dispatch) {
    const row = (): Node => node.row.create(null, [node.cell.create(), node.cell.create()])
    const table = node.table.create({ ...ownAttrs(), head: true }, [row(), row()])
    const emptyOwn = place.block.type === node.paragraph && place.block.content.size === 0 && place.block.attrs.lock === 'free'
    const at = emptyOwn ? place.at : place.at + place.block.nodeSize
    const tr = emptyOwn ? state.tr.replaceWith(at, at + place.block.nodeSize, table) : state.tr.insert(at, table)
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 3)).scrollIntoView())
  }
  return true
}

interface Cell extends Place {
  row: number
  column: number
}

function cellAt(state: EditorState): Cell | null {
  const { $from } = state.selection
  const place = blockAt($from)
  if (place === null || place.block.type !== node.table || $from.depth < 3 || place.block.attrs.lock === 'locked') return null
  return { ...place, row: $from.index(1), column: $from.index(2) }
}

export type TableChange = 'row_add' | 'row_remove' | 'column_add' | 'column_remove' | 'table_remove' | 'head'

/** Changes the table around the caret. */
export function changeTable(change: TableChange): Command {
  return (state, dispatch) => {
    const cell = cellAt(state)
    if (cell === null) return false
    const rows = linesOf(cell.block).map((row) => linesOf2(row))
    const width = Math.max(1, ...rows.map((r) => r.length))
    const attrs = { ...cell.block.attrs }
    let row = cell.row
    let column = cell.column
    switch (change) {
      case 'row_add':
        row += 1
        rows.splice(row, 0, Array.from({ length: width }, () => node.cell.create()))
        break
      case 'row_remove':
        rows.splice(row, 1)
        row = Math.max(0, row - 1)
        break
      case 'column_add':
        column += 1
        for (const r of rows) r.splice(Math.min(column, r.length), 0, node.cell.create())
        break
      case 'column_remove':
        for (const r of rows) r.splice(column, 1)
        column = Math.max(0, column - 1)
        break
      case 'head':
        attrs.head = !(attrs.head as boolean)
        break
      case 'table_remove':
        rows.length = 0
    }
    if (dispatch) {
      const end = cell.at + cell.block.nodeSize
      const left = rows.filter((r) => r.length > 0)
      const made =
        left.length > 0
          ? node.table.create(attrs, left.map((r) => node.row.create(null, r)))
          : node.paragraph.create(ownAttrs())
      const tr = state.tr.replaceWith(cell.at, end, made)
      tr.setSelection(placeInTable(tr, cell.at, Math.min(row, Math.max(0, left.length - 1)), column))
      dispatch(tr.scrollIntoView())
    }
    return true
  }
}

function linesOf2(row: Node): Node[] {
  const cells: Node[] = []
  row.forEach((cell) => cells.push(cell))
  return cells
}

function placeInTable(tr: Transaction, at: number, row: number, column: number): Selection {
  const table = tr.doc.nodeAt(at)
  if (table === null || table.type !== node.table) return Selection.near(tr.doc.resolve(at + 1))
  let place = at + 1
  for (let r = 0; r < row; r += 1) place += table.child(r).nodeSize
  place += 1
  const cells = table.child(row)
  for (let c = 0; c < Math.min(column, cells.childCount - 1); c += 1) place += cells.child(c).nodeSize
  return Selection.near(tr.doc.resolve(place + 1))
}

/** Tab and Shift+Tab: the next cell, a new row after the last one. */
export function nextCell(step: -1 | 1): Command {
  return (state, dispatch) => {
    const cell = cellAt(state)
    if (cell === null) return false
    let row = cell.row
    let column = cell.column + step
    if (column < 0) {
      row -= 1
      if (row < 0) return false
      column = cell.block.child(row).childCount - 1
    } else if (column >= cell.block.child(row).childCount) {
      row += 1
      column = 0
      if (row >= cell.block.childCount) return changeTableAtEnd(state, dispatch)
    }
    if (dispatch) dispatch(state.tr.setSelection(placeInTable(state.tr, cell.at, row, column)).scrollIntoView())
    return true
  }
}

const changeTableAtEnd: Command = (state, dispatch) => {
  const cell = cellAt(state)
  if (cell === null) return false
  const width = cell.block.child(cell.row).childCount
  if (dispatch) {
    const at = cell.at + cell.block.nodeSize - 1
    const row = node.row.create(null, Array.from({ length: width }, () => node.cell.create()))
    const tr = state.tr.insert(at, row)
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(at + 2))).scrollIntoView())
  }
  return true
}

/** Gives the field at `at` a value, or takes it away; allowed in locked wording too. */
export function fillField(at: number, value: string | null): Command {
  return (state, dispatch) => {
    const field = state.doc.nodeAt(at)
    if (field === null || field.type !== node.field) return false
    if (dispatch) {
      const filled = value === null || value.trim() === '' ? null : value
      const attrs = { ...field.attrs, value: filled, by_hand: filled !== null }
      const tr = state.tr.replaceWith(at, at + 1, node.field.create(attrs, null, field.marks))
      dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)))
    }
    return true
  }
}

export { schema }

/** Puts blocks behind the one the caret stands in. */
export function insertBlocks(blocks: Block[]): Command {
  return (state, dispatch) => {
    const place = blockAt(state.selection.$from)
    const at = place ? place.at + place.block.nodeSize : state.doc.content.size
    dispatch?.(state.tr.insert(at, toDocument(blocks).content).scrollIntoView())
    return blocks.length > 0
  }
}
