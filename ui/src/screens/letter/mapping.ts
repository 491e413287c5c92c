// Between the wire's blocks and the editor's document, both ways without loss.
// Equal up to how runs of one style are cut: the editor joins neighbours and
// drops empty runs, which no reader can see.

import type { Mark, Node } from 'prosemirror-model'
import type { Block, Content, Span } from '../../backend/types'
import { mark, node, schema } from './schema'

/** The id of the empty paragraph that stands in for a letter without blocks. */
const NOTHING = ''

function marksOf(span: { bold: boolean; italic: boolean }): Mark[] {
  const marks: Mark[] = []
  if (span.bold) marks.push(mark.bold.create())
  if (span.italic) marks.push(mark.italic.create())
  return marks
}

function inlineNodes(spans: Span[]): Node[] {
  const nodes: Node[] = []
  for (const span of spans) {
    if (span.type === 'text') {
      if (span.text !== '') nodes.push(schema.text(span.text, marksOf(span)))
    } else if (span.type === 'field') {
      const { name, label, value, by_hand } = span
      nodes.push(node.field.create({ name, label, value, by_hand }, null, marksOf(span)))
    } else if (span.type === 'reference') {
      nodes.push(node.reference.create({ exhibit: span.exhibit, name: span.name }))
    } else {
      nodes.push(node.break.create())
    }
  }
  return nodes
}

function blockNode({ id, lock, role, content }: Block): Node {
  const attrs = { id, lock, role }
  switch (content.type) {
    case 'paragraph':
      return node.paragraph.create(attrs, inlineNodes(content.spans))
    case 'figure':
      return node.figure.create({ ...attrs, exhibit: content.exhibit }, inlineNodes(content.caption))
    case 'numbered_list':
      return node.numbered.create(attrs, items(content.items))
    case 'dashed_list':
      return node.dashed.create(attrs, items(content.items))
    case 'quote':
      return node.quote.create(
        attrs,
        atLeastOne(content.paragraphs).map((line) => node.line.create(null, inlineNodes(line))),
      )
    case 'table':
      return node.table.create(
        { ...attrs, head: content.head },
        (content.rows.length > 0 ? content.rows : [[[]]]).map((row) =>
          node.row.create(
            null,
            row.map((cell) => node.cell.create(null, inlineNodes(cell))),
          ),
        ),
      )
  }
}

function items(lines: Span[][]): Node[] {
  return atLeastOne(lines).map((line) => node.item.create(null, inlineNodes(line)))
}

/** A list without an item has no place for the caret; it gets an empty one. */
function atLeastOne(lines: Span[][]): Span[][] {
  return lines.length > 0 ? lines : [[]]
}

export function toDocument(blocks: Block[]): Node {
  const nodes = blocks.map(blockNode)
  return node.doc.create(null, nodes.length > 0 ? nodes : [node.paragraph.create({ id: NOTHING })])
}

function spansOf(parent: Node): Span[] {
  const spans: Span[] = []
  parent.forEach((child) => {
    const bold = mark.bold.isInSet(child.marks) !== undefined
    const italic = mark.italic.isInSet(child.marks) !== undefined
    if (child.isText) {
      spans.push({ type: 'text', text: child.text ?? '', bold, italic })
    } else if (child.type === node.field) {
      const { name, label, value, by_hand } = child.attrs as {
        name: string
        label: string
        value: string | null
        by_hand: boolean
      }
      spans.push({ type: 'field', name, label, value, by_hand, bold, italic })
    } else if (child.type === node.reference) {
      const { exhibit, name } = child.attrs as { exhibit: number; name: string }
      spans.push({ type: 'reference', exhibit, name })
    } else {
      spans.push({ type: 'break' })
    }
  })
  return spans
}

function linesOf(parent: Node): Span[][] {
  const lines: Span[][] = []
  parent.forEach((child) => lines.push(spansOf(child)))
  return lines
}

function contentOf(block: Node): Content {
  switch (block.type) {
    case node.numbered:
      return { type: 'numbered_list', items: linesOf(block) }
    case node.dashed:
      return { type: 'dashed_list', items: linesOf(block) }
    case node.quote:
      return { type: 'quote', paragraphs: linesOf(block) }
    case node.table: {
      const rows: Span[][][] = []
      block.forEach((row) => rows.push(linesOf(row)))
      return { type: 'table', head: block.attrs.head as boolean, rows }
    }
    case node.figure:
      return { type: 'figure', exhibit: block.attrs.exhibit as number, caption: spansOf(block) }
    default:
      return { type: 'paragraph', spans: spansOf(block) }
  }
}

export function toBlocks(document: Node): Block[] {
  const blocks: Block[] = []
  document.forEach((child) => {
    const { id, lock, role } = child.attrs as Pick<Block, 'id' | 'lock' | 'role'>
    if (id === NOTHING && child.type === node.paragraph && child.content.size === 0) return
    blocks.push({ id, lock, role, content: contentOf(child) })
  })
  return blocks
}

/** The same spans, cut as the editor cuts them: no empty runs, neighbours of one style joined. */
export function joinSpans(spans: Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (span.type !== 'text') joined.push(span)
    else if (span.text === '') continue
    else if (last?.type === 'text' && last.bold === span.bold && last.italic === span.italic)
      joined[joined.length - 1] = { ...last, text: last.text + span.text }
    else joined.push(span)
  }
  return joined
}

/** A block's spans, line by line, in reading order. */
export function contentLines(content: Content): Span[][] {
  switch (content.type) {
    case 'paragraph':
      return [content.spans]
    case 'figure':
      return [content.caption]
    case 'numbered_list':
    case 'dashed_list':
      return content.items
    case 'quote':
      return content.paragraphs
    case 'table':
      return content.rows.flat()
  }
}
