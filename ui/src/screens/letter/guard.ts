// What keeps locked wording as it is, and gives every block an id of its own.

import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { node } from './schema'

/** Set on a transaction that loads a text from the office; nothing is compared then. */
export const LOAD = 'letter-load'

/** The wording of a block without the values of its fields, which may always be filled. */
function wording(block: Node): unknown {
  const { id, role, head } = block.attrs as { id: string; role: string; head?: boolean }
  return [block.type.name, id, role, head, parts(block)]
}

function parts(parent: Node): unknown[] {
  const list: unknown[] = []
  parent.forEach((child) => {
    const marks = child.marks.map((m) => m.type.name)
    if (child.isText) list.push([child.text, marks])
    else if (child.type === node.field) list.push(['field', child.attrs.name, child.attrs.label, marks])
    else if (child.type === node.reference) list.push(['reference', child.attrs.exhibit])
    else list.push([child.type.name, parts(child)])
  })
  return list
}

function locked(document: Node): Node[] {
  const list: Node[] = []
  document.forEach((child) => {
    if (child.attrs.lock === 'locked') list.push(child)
  })
  return list
}

/** Whether every locked block of `before` stands in `after` with the same words, in the same order. */
export function keepsLocked(before: Node, after: Node): boolean {
  const old = locked(before)
  const now = locked(after)
  return (
    old.length === now.length &&
    old.every((block, at) => {
      const other = now[at]
      return other !== undefined && (block === other || JSON.stringify(wording(block)) === JSON.stringify(wording(other)))
    })
  )
}

/** An id for a block the user adds. */
export function newBlockId(): string {
  return `own-${crypto.randomUUID()}`
}

/** A block the user made, not the composer: of this type, with an id of its own and no lock. */
export const ownAttrs = (): { id: string; lock: string; role: string } => ({ id: newBlockId(), lock: 'free', role: '' })

const idsKey = new PluginKey('block-ids')

/** Refuses changes to locked wording. `refused` is told, so that the screen can say why. */
export function lockGuard(refused: () => void): Plugin {
  return new Plugin({
    filterTransaction(tr: Transaction, state) {
      if (!tr.docChanged || tr.getMeta(LOAD) !== undefined) return true
      // History may bring back only states that were allowed before.
      if (keepsLocked(state.doc, tr.doc)) return true
      refused()
      return false
    },
  })
}

/** Gives an id to each block that has none or another block's. */
export function blockIds(): Plugin {
  return new Plugin({
    key: idsKey,
    appendTransaction(transactions, _old, state) {
      if (!transactions.some((tr) => tr.docChanged)) return null
      const seen = new Map<string, { at: number; block: Node }>()
      const fresh: { at: number; block: Node }[] = []
      state.doc.forEach((block, at) => {
        const id = block.attrs.id as string
        const first = seen.get(id)
        if (id === '') {
          if (state.doc.childCount > 1 || block.content.size > 0) fresh.push({ at, block })
        } else if (first === undefined) {
          seen.set(id, { at, block })
        } else if (first.block.textContent === '' && first.block.attrs.lock !== 'locked' && block.textContent !== '') {
          // Enter at the very start of a block: what moved down is the block, the gap above is new.
          fresh.push(first)
          seen.set(id, { at, block })
        } else {
          fresh.push({ at, block })
        }
      })
      if (fresh.length === 0) return null
      const tr = state.tr
      for (const { at, block } of fresh) tr.setNodeMarkup(at, undefined, { ...block.attrs, ...ownAttrs() })
      return tr
    },
  })
}
