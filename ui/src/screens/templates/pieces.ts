// A text of a template as ProseMirror sees it: one line of words with chips.
// A part that falls away when something in it is unknown is a mark over its
// run, and such parts may stand within each other.

import { Schema, type DOMOutputSpec, type Mark, type Node } from 'prosemirror-model'
import type { Piece } from '../../backend/types'

export const schema = new Schema({
  nodes: {
    doc: { content: 'inline*' },
    text: { group: 'inline' },
    value: {
      group: 'inline',
      inline: true,
      atom: true,
      selectable: true,
      draggable: false,
      attrs: { name: {}, inline: { default: false } },
      leafText: () => '…',
      toDOM: (node): DOMOutputSpec => ['span', { 'data-value': String(node.attrs.name), 'data-inline': String(node.attrs.inline) }],
      parseDOM: [
        {
          tag: 'span[data-value]',
          getAttrs: (dom) => ({ name: dom.getAttribute('data-value') ?? '', inline: dom.getAttribute('data-inline') === 'true' }),
        },
      ],
    },
    snippet: {
      group: 'inline',
      inline: true,
      atom: true,
      selectable: true,
      draggable: false,
      attrs: { name: {} },
      leafText: () => '…',
      toDOM: (node): DOMOutputSpec => ['span', { 'data-snippet': String(node.attrs.name) }],
      parseDOM: [{ tag: 'span[data-snippet]', getAttrs: (dom) => ({ name: dom.getAttribute('data-snippet') ?? '' }) }],
    },
  },
  marks: {
    optional: {
      attrs: { group: {} },
      // Two such parts may cover the same words, one within the other.
      excludes: '',
      inclusive: false,
      toDOM: (): DOMOutputSpec => ['span', { class: 'optional' }, 0],
    },
    bold: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: (): DOMOutputSpec => ['strong', 0] },
    italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: (): DOMOutputSpec => ['em', 0] },
  },
})

export const node = schema.nodes
export const mark = schema.marks

export function toDocument(pieces: Piece[]): Node {
  const nodes: Node[] = []
  let groups = 0
  const write = (list: Piece[], within: Mark[]) => {
    for (const piece of list) {
      if (piece.type === 'optional') {
        groups += 1
        write(piece.of, [...within, mark.optional.create({ group: groups })])
      } else if (piece.type === 'snippet') {
        nodes.push(node.snippet.create({ name: piece.of }, null, within))
      } else {
        const style = [...within]
        if (piece.of.bold) style.push(mark.bold.create())
        if (piece.of.italic) style.push(mark.italic.create())
        if (piece.type === 'value') nodes.push(node.value.create({ name: piece.of.name, inline: piece.of.inline }, null, style))
        else if (piece.of.text !== '') nodes.push(schema.text(piece.of.text, style))
      }
    }
  }
  write(pieces, [])
  return node.doc.create(null, nodes)
}

const groupsOf = (child: Node): number[] =>
  child.marks.filter((m) => m.type === mark.optional).map((m) => m.attrs.group as number)

export function toPieces(document: Node): Piece[] {
  const whole: Piece[] = []
  /** The optional parts that are open, from the outside in. */
  let open: { group: number; pieces: Piece[] }[] = []
  document.forEach((child) => {
    const groups = groupsOf(child)
    let deep = 0
    while (deep < open.length && deep < groups.length && open[deep]!.group === groups[deep]) deep += 1
    open = open.slice(0, deep)
    for (const group of groups.slice(deep)) {
      const pieces: Piece[] = []
      ;(open.at(-1)?.pieces ?? whole).push({ type: 'optional', of: pieces })
      open.push({ group, pieces })
    }
    const into = open.at(-1)?.pieces ?? whole
    const bold = mark.bold.isInSet(child.marks) !== undefined
    const italic = mark.italic.isInSet(child.marks) !== undefined
    if (child.isText) into.push({ type: 'words', of: { text: child.text ?? '', bold, italic } })
    else if (child.type === node.snippet) into.push({ type: 'snippet', of: child.attrs.name as string })
    else into.push({ type: 'value', of: { name: child.attrs.name as string, inline: child.attrs.inline as boolean, bold, italic } })
  })
  return whole
}

/** The same pieces, cut as the editor cuts them. */
export function joinPieces(pieces: Piece[]): Piece[] {
  return toPieces(toDocument(pieces))
}

/** A number no optional part of the document has. */
export function freshGroup(document: Node): number {
  let most = 0
  document.forEach((child) => {
    for (const group of groupsOf(child)) most = Math.max(most, group)
  })
  return most + 1
}
