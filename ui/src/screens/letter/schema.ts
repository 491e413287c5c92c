// The letter's text as ProseMirror sees it. Blocks of `LetterText` are the
// top-level nodes, one to one; fields are atoms in the line; nothing nests.

import { Schema, type DOMOutputSpec, type NodeSpec } from 'prosemirror-model'

const blockAttrs = {
  id: { default: '' },
  lock: { default: 'free' },
  role: { default: '' },
}

/** What every top-level node shows of itself in the DOM. */
function marked(attrs: Record<string, unknown>, extra: Record<string, string> = {}): Record<string, string> {
  return { 'data-block': String(attrs.id), 'data-lock': String(attrs.lock), ...extra }
}

function block(spec: NodeSpec): NodeSpec {
  return { group: 'block', attrs: { ...blockAttrs, ...(spec.attrs ?? {}) }, ...omitAttrs(spec) }
}

function omitAttrs(spec: NodeSpec): NodeSpec {
  const { attrs: _attrs, ...rest } = spec
  return rest
}

const inRow = 'inline*'

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: block({
      content: inRow,
      parseDOM: [{ tag: 'p' }, { tag: 'h1' }, { tag: 'h2' }, { tag: 'h3' }, { tag: 'h4' }, { tag: 'div' }],
      toDOM: (node): DOMOutputSpec => ['p', marked(node.attrs), 0],
    }),
    numbered: block({
      content: 'item+',
      parseDOM: [{ tag: 'ol' }],
      toDOM: (node): DOMOutputSpec => ['ol', marked(node.attrs), 0],
    }),
    dashed: block({
      content: 'item+',
      parseDOM: [{ tag: 'ul' }],
      toDOM: (node): DOMOutputSpec => ['ul', marked(node.attrs), 0],
    }),
    table: block({
      content: 'row+',
      attrs: { head: { default: false } },
      isolating: true,
      parseDOM: [{ tag: 'table' }],
      toDOM: (node): DOMOutputSpec => ['table', marked(node.attrs, { 'data-head': String(node.attrs.head) }), ['tbody', 0]],
    }),
    quote: block({
      content: 'line+',
      parseDOM: [{ tag: 'blockquote' }],
      toDOM: (node): DOMOutputSpec => ['blockquote', marked(node.attrs), 0],
    }),
    figure: block({
      content: inRow,
      attrs: { exhibit: { default: 0 } },
      isolating: true,
      // A photograph of the case; pasted from outside it is its caption alone.
      toDOM: (node): DOMOutputSpec => ['figure', marked(node.attrs, { 'data-exhibit': String(node.attrs.exhibit) }), ['figcaption', 0]],
    }),
    item: { content: inRow, defining: true, parseDOM: [{ tag: 'li' }], toDOM: (): DOMOutputSpec => ['li', 0] },
    row: { content: 'cell*', parseDOM: [{ tag: 'tr' }], toDOM: (): DOMOutputSpec => ['tr', 0] },
    cell: {
      content: inRow,
      isolating: true,
      parseDOM: [{ tag: 'td' }, { tag: 'th' }],
      toDOM: (): DOMOutputSpec => ['td', 0],
    },
    line: {
      content: inRow,
      parseDOM: [{ tag: 'p', context: 'quote/' }],
      toDOM: (): DOMOutputSpec => ['p', { class: 'quoted' }, 0],
    },
    text: { group: 'inline' },
    field: {
      group: 'inline',
      inline: true,
      atom: true,
      selectable: true,
      draggable: false,
      attrs: { name: {}, label: { default: '' }, value: { default: null }, by_hand: { default: false } },
      leafText: (node) => (node.attrs.value as string | null) ?? `[${node.attrs.label as string}]`,
      // A field travels within the program only; pasted from outside it is plain text.
      toDOM: (node): DOMOutputSpec => [
        'span',
        { class: 'field' },
        (node.attrs.value as string | null) ?? `[${node.attrs.label as string}]`,
      ],
    },
    reference: {
      group: 'inline',
      inline: true,
      atom: true,
      selectable: true,
      draggable: false,
      attrs: { exhibit: {}, name: { default: '' } },
      // A mark, not a word: the check reads across it.
      leafText: () => '',
      toDOM: (node): DOMOutputSpec => [
        'sup',
        { class: 'reference', title: String(node.attrs.name) },
        `№\u00a0${String(node.attrs.exhibit)}`,
      ],
    },
    break: {
      group: 'inline',
      inline: true,
      selectable: false,
      leafText: () => '\n',
      parseDOM: [{ tag: 'br' }],
      toDOM: (): DOMOutputSpec => ['br'],
    },
  },
  marks: {
    bold: {
      parseDOM: [
        { tag: 'strong' },
        { tag: 'b', getAttrs: (node) => node.style.fontWeight !== 'normal' && null },
        { style: 'font-weight', getAttrs: (value) => /^(bold(er)?|[6-9]\d{2})$/.test(value) && null },
      ],
      toDOM: (): DOMOutputSpec => ['strong', 0],
    },
    italic: {
      parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }],
      toDOM: (): DOMOutputSpec => ['em', 0],
    },
  },
})

export const node = schema.nodes
export const mark = schema.marks
