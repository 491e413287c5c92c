// The editor of one text of a template, without a framework: words one types,
// and chips for what is put in. Undo belongs to the whole template.

import { toggleMark } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { Fragment, Slice, type Node } from 'prosemirror-model'
import { EditorState, NodeSelection, TextSelection, type Command } from 'prosemirror-state'
import { EditorView, type NodeView } from 'prosemirror-view'
import { baseKeymap } from 'prosemirror-commands'
import type { Piece } from '../../backend/types'
import { freshGroup, mark, node, schema, toDocument, toPieces } from './pieces'

export interface ChipHost {
  /** Names the box for a screen reader. */
  label: () => string
  /** What a field is called. */
  field: (name: string) => string
  snippet: (name: string) => string
  /** Whether a field or snippet exists. */
  known: (type: 'value' | 'snippet', name: string) => boolean
  changed: (pieces: Piece[]) => void
  /** Enter: what stands behind the caret goes into a block of its own. */
  split: (before: Piece[], after: Piece[]) => void
  /** Backspace in an empty text. */
  emptied: () => void
  undo: () => void
  redo: () => void
  focused: () => void
  /** A snippet was opened. */
  open: (snippet: string) => void
  /** Anything the tools show may have changed. */
  moved: (state: EditorState) => void
}

export interface ChipEditor {
  view: EditorView
  load(pieces: Piece[]): void
  run(command: Command): void
  /** Paints the chips anew, in another language. */
  repaint(): void
  destroy(): void
}

class Chip implements NodeView {
  dom: HTMLElement
  constructor(
    private chip: Node,
    private readonly host: ChipHost,
  ) {
    this.dom = document.createElement('span')
    this.dom.contentEditable = 'false'
    this.paint()
    this.dom.addEventListener('dblclick', () => {
      if (this.chip.type === node.snippet) this.host.open(this.chip.attrs.name as string)
    })
  }

  paint(): void {
    const name = this.chip.attrs.name as string
    const isField = this.chip.type === node.value
    const label = isField ? this.host.field(name) : this.host.snippet(name)
    const known = this.host.known(isField ? 'value' : 'snippet', name)
    this.dom.className = `chip ${isField ? 'chip-field' : 'chip-snippet'}${known ? '' : ' is-unknown'}`
    this.dom.textContent = label
    this.dom.title = label
  }

  update(chip: Node): boolean {
    if (chip.type !== this.chip.type) return false
    this.chip = chip
    this.paint()
    return true
  }

  selectNode(): void {
    this.dom.classList.add('is-selected')
  }

  deselectNode(): void {
    this.dom.classList.remove('is-selected')
  }

  ignoreMutation(): boolean {
    return true
  }
}

/** Puts a field in place of what is selected. */
export function insertField(name: string, inline: boolean): Command {
  return (state, dispatch) => {
    const chip = node.value.create({ name, inline }, null, state.storedMarks ?? state.selection.$from.marks())
    dispatch?.(state.tr.replaceSelectionWith(chip, false).scrollIntoView())
    return true
  }
}

export function insertSnippet(name: string): Command {
  return (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(node.snippet.create({ name }), false).scrollIntoView())
    return true
  }
}

/** What is selected, as a text of its own. */
export function selectedPieces(state: EditorState): Piece[] {
  const { from, to } = state.selection
  return from === to ? [] : toPieces(state.doc.cut(from, to))
}

/** Whether the caret or the selection stands in an optional part. */
export function inOptional(state: EditorState): boolean {
  const { from, to, empty, $from } = state.selection
  return empty ? $from.marks().some((m) => m.type === mark.optional) : state.doc.rangeHasMark(from, to, mark.optional)
}

/** Makes what is selected fall away when something in it is unknown, or no longer so. */
export const toggleOptional: Command = (state, dispatch) => {
  const { from, to, empty } = state.selection
  if (inOptional(state)) {
    // The whole innermost part, wherever in it the caret stands.
    const at = empty ? state.doc.nodeAt(from) ?? state.selection.$from.nodeBefore : state.doc.nodeAt(from)
    const innermost = (at?.marks ?? state.selection.$from.marks()).filter((m) => m.type === mark.optional).at(-1)
    if (!innermost) return false
    dispatch?.(state.tr.removeMark(0, state.doc.content.size, innermost))
    return true
  }
  if (empty) return false
  dispatch?.(state.tr.addMark(from, to, mark.optional.create({ group: freshGroup(state.doc) })))
  return true
}

/** Pasted from elsewhere, only words come in; line ends become blanks. */
function wordsOnly(text: string): Slice {
  const words = text.replace(/\s+/g, ' ')
  return new Slice(words === '' ? Fragment.empty : Fragment.from(schema.text(words)), 0, 0)
}

export function createChips(place: HTMLElement, pieces: Piece[], host: ChipHost): ChipEditor {
  const heard = (act: () => void): Command => () => {
    act()
    return true
  }
  const split: Command = (state) => {
    const { from, to } = state.selection
    host.split(toPieces(state.doc.cut(0, from)), toPieces(state.doc.cut(to)))
    return true
  }
  const emptied: Command = (state) => {
    if (state.doc.content.size > 0) return false
    host.emptied()
    return true
  }
  const openChip: Command = (state) => {
    const { selection } = state
    if (!(selection instanceof NodeSelection) || selection.node.type !== node.snippet) return false
    host.open(selection.node.attrs.name as string)
    return true
  }
  const plugins = [
    keymap({
      Enter: (state, dispatch, view) => openChip(state, dispatch, view) || split(state, dispatch, view),
      'Shift-Enter': heard(() => undefined),
      Backspace: emptied,
      'Mod-b': toggleMark(mark.bold),
      'Mod-i': toggleMark(mark.italic),
      'Mod-и': toggleMark(mark.bold),
      'Mod-ш': toggleMark(mark.italic),
      'Mod-z': heard(() => host.undo()),
      'Mod-я': heard(() => host.undo()),
      'Mod-y': heard(() => host.redo()),
      'Mod-н': heard(() => host.redo()),
      'Mod-Shift-z': heard(() => host.redo()),
      'Mod-Shift-я': heard(() => host.redo()),
    }),
    keymap(baseKeymap),
  ]
  const stateOf = (list: Piece[]): EditorState => EditorState.create({ doc: toDocument(list), plugins })
  const views = new Set<Chip>()
  const chip = (one: Node): NodeView => {
    const view = new Chip(one, host)
    views.add(view)
    return Object.assign(view, { destroy: () => views.delete(view) })
  }
  let loading = false
  const view = new EditorView(place, {
    state: stateOf(pieces),
    attributes: () => ({ role: 'textbox', 'aria-multiline': 'false', 'aria-label': host.label(), spellcheck: 'true', class: 'chips' }),
    nodeViews: { value: chip, snippet: chip },
    clipboardTextParser: (text) => wordsOnly(text),
    transformPastedHTML: (html) => html,
    handleDOMEvents: {
      focus: () => {
        host.focused()
        host.moved(view.state)
        return false
      },
    },
    dispatchTransaction(tr) {
      view.updateState(view.state.apply(tr))
      if (tr.docChanged && !loading) host.changed(toPieces(view.state.doc))
      host.moved(view.state)
    },
  })
  return {
    view,
    load(list) {
      const doc = toDocument(list)
      if (view.isDestroyed || doc.eq(view.state.doc)) return
      loading = true
      const { from } = view.state.selection
      const tr = view.state.tr.replaceWith(0, view.state.doc.content.size, doc.content)
      view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size)))))
      loading = false
    },
    run(command) {
      command(view.state, view.dispatch, view)
      view.focus()
    },
    repaint() {
      for (const one of views) one.paint()
    },
    destroy: () => view.destroy(),
  }
}
