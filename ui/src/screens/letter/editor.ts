// The editor of a letter's body, without a framework: the screen gives it a
// place in the page and hears what changes.

import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { InputRule, inputRules } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import { Fragment, Slice, type Node } from 'prosemirror-model'
import { EditorState, NodeSelection, Plugin, TextSelection, type Command } from 'prosemirror-state'
import { Decoration, DecorationSet, EditorView, type NodeView } from 'prosemirror-view'
import type { Block } from '../../backend/types'
import { backspace, blockAt, enter, lineBreak, nextCell, paragraphBelow, toggleBlock } from './commands'
import { findingMarks } from './findings'
import { LOAD, blockIds, lockGuard } from './guard'
import { toBlocks, toDocument } from './mapping'
import { mark, node } from './schema'

export interface EditorWords {
  /** Names the editor for a screen reader. */
  label: string
  /** «не заполнено» behind a field's label, for a screen reader. */
  unresolved: string
  /** Said of a filled field, for a screen reader. */
  field: string
  locked: string
  /** Said of a photograph of the case: «Фотография: документ № 3». */
  figure: (exhibit: number) => string
  /** Said of a reference to a document. */
  reference: (exhibit: number, name: string) => string
}

export interface EditorHost {
  words: EditorWords
  /** The text changed; `at` is when the change began, by performance.now(). */
  changed(blocks: Block[], at: number): void
  /** Anything the toolbar shows may have changed. */
  moved(state: EditorState): void
  /** Somebody tried to change locked wording. */
  refused(): void
  /** The address of a document's picture, once it is read; null when there is none to show. */
  picture(exhibit: number): Promise<string | null>
  /** A field was opened for filling: its place and its rectangle on the screen. */
  field(at: number, field: Node, near: DOMRect): void
}

export interface LetterEditor {
  view: EditorView
  /** Puts the office's own text in place of what is there; undo does not go behind it. */
  load(blocks: Block[]): void
  blocks(): Block[]
  run(command: Command): boolean
  /** Puts the caret at the block or range and brings it into view. */
  show(range: { from: number; to: number }): void
  editable(on: boolean): void
  destroy(): void
}

/** Marks «locked» and «current» blocks for the eye. */
function blockMarks(words: () => EditorWords): Plugin {
  return new Plugin({
    props: {
      decorations(state) {
        const list: Decoration[] = []
        const current = blockAt(state.selection.$from)?.at
        state.doc.forEach((block, at) => {
          const attrs: Record<string, string> = {}
          if (block.attrs.lock === 'locked') {
            attrs.class = 'is-locked'
            attrs['aria-description'] = words().locked
          }
          if (at === current) attrs.class = `${attrs.class ?? ''} is-current`.trim()
          if (Object.keys(attrs).length > 0) list.push(Decoration.node(at, at + block.nodeSize, attrs))
        })
        return DecorationSet.create(state.doc, list)
      },
    },
  })
}

class FieldView implements NodeView {
  dom: HTMLElement
  private readonly host: EditorHost
  private readonly place: () => number | undefined

  constructor(field: Node, host: EditorHost, place: () => number | undefined, view: EditorView) {
    this.host = host
    this.place = place
    this.dom = document.createElement('span')
    this.dom.contentEditable = 'false'
    this.dom.setAttribute('role', 'button')
    this.dom.addEventListener('mousedown', (event) => {
      if (!view.editable) return
      // The caret stays; the click opens the field.
      event.preventDefault()
      this.open(view)
    })
    this.paint(field)
  }

  open(view: EditorView): void {
    const at = this.place()
    const field = at === undefined ? null : view.state.doc.nodeAt(at)
    if (at === undefined || field === null || field.type !== node.field) return
    this.host.field(at, field, this.dom.getBoundingClientRect())
  }

  private paint(field: Node): void {
    const { label, value, by_hand, name } = field.attrs as { label: string; value: string | null; by_hand: boolean; name: string }
    const empty = (value ?? '').trim() === ''
    this.dom.className = `field${empty ? ' is-empty' : ''}${by_hand ? ' by-hand' : ''}`
    this.dom.dataset.field = name
    this.dom.textContent = empty ? `[${label}]` : value
    this.dom.title = label
    const { words } = this.host
    this.dom.setAttribute('aria-label', empty ? `${label}: ${words.unresolved}` : `${words.field} «${label}»: ${value ?? ''}`)
  }

  update(field: Node): boolean {
    if (field.type !== node.field) return false
    this.paint(field)
    return true
  }

  selectNode(): void {
    this.dom.classList.add('is-selected')
  }

  deselectNode(): void {
    this.dom.classList.remove('is-selected')
  }

  stopEvent(event: Event): boolean {
    return event.type === 'mousedown'
  }

  ignoreMutation(): boolean {
    return true
  }
}

/** A photograph of the case with its caption, which is text. */
class FigureView implements NodeView {
  dom: HTMLElement
  contentDOM: HTMLElement
  private readonly exhibit: number

  constructor(figure: Node, host: EditorHost) {
    this.exhibit = figure.attrs.exhibit as number
    this.dom = document.createElement('figure')
    this.dom.dataset.block = String(figure.attrs.id)
    this.dom.dataset.lock = String(figure.attrs.lock)
    const shot = document.createElement('div')
    shot.className = 'shot'
    shot.contentEditable = 'false'
    const words = host.words.figure(this.exhibit)
    shot.textContent = words
    this.contentDOM = document.createElement('figcaption')
    this.dom.append(shot, this.contentDOM)
    void host.picture(this.exhibit).then(
      (address) => {
        if (address === null) return
        const picture = document.createElement('img')
        picture.alt = words
        picture.src = address
        shot.replaceChildren(picture)
      },
      () => undefined,
    )
  }

  update(figure: Node): boolean {
    return figure.type === node.figure && figure.attrs.exhibit === this.exhibit
  }

  ignoreMutation(change: { target: globalThis.Node; type: string }): boolean {
    // The picture comes in when it is read; the caption is the editor's.
    return change.type !== 'selection' && !this.contentDOM.contains(change.target)
  }
}

/** A raised number that names its document. */
class ReferenceView implements NodeView {
  dom: HTMLElement

  constructor(reference: Node, host: EditorHost) {
    const { exhibit, name } = reference.attrs as { exhibit: number; name: string }
    this.dom = document.createElement('sup')
    this.dom.className = 'reference'
    this.dom.contentEditable = 'false'
    this.dom.textContent = `№\u00a0${String(exhibit)}`
    this.dom.title = host.words.reference(exhibit, name)
    this.dom.setAttribute('role', 'note')
    this.dom.setAttribute('aria-label', host.words.reference(exhibit, name))
  }

  selectNode(): void {
    this.dom.classList.add('is-selected')
  }

  deselectNode(): void {
    this.dom.classList.remove('is-selected')
  }
}

/** Pasted blocks are the user's own: new ids, no lock, no role. Fields come along as the words they show. */
export function ownSlice(slice: Slice): Slice {
  const own = (fragment: Fragment): Fragment => {
    const children: Node[] = []
    fragment.forEach((child) => {
      if (child.isText) children.push(child)
      else if (child.isLeaf) children.push(child)
      else if (child.attrs.id !== undefined) {
        children.push(child.type.create({ ...child.attrs, id: '', lock: 'free', role: '' }, own(child.content), child.marks))
      } else children.push(child.copy(own(child.content)))
    })
    return Fragment.from(children)
  }
  return new Slice(own(slice.content), slice.openStart, slice.openEnd)
}

function rules(): Plugin {
  const list = (name: 'numbered' | 'dashed') => (state: EditorState, _match: RegExpMatchArray, start: number, end: number) => {
    const place = blockAt(state.selection.$from)
    if (place?.block.type !== node.paragraph || place.block.attrs.lock === 'locked') return null
    const cut = state.tr.delete(start, end)
    let made = null as typeof cut | null
    toggleBlock(name)(state.apply(cut), (tr) => {
      made = cut
      for (const step of tr.steps) made.step(step)
      made.setSelection(TextSelection.create(made.doc, Math.min(tr.selection.from, made.doc.content.size)))
    })
    return made
  }
  return inputRules({
    rules: [
      new InputRule(/^1[.)] $/, list('numbered')),
      new InputRule(/^[-–—•*] $/, list('dashed')),
      // Two hyphens between words are a dash.
      new InputRule(/ -- $/, ' — '),
    ],
  })
}

export function createEditor(place: HTMLElement, blocks: Block[], host: EditorHost): LetterEditor {
  const openField: Command = (state) => {
    const { selection } = state
    if (!(selection instanceof NodeSelection) || selection.node.type !== node.field) return false
    const dom = view.nodeDOM(selection.from)
    if (dom instanceof HTMLElement) host.field(selection.from, selection.node, dom.getBoundingClientRect())
    return true
  }
  const plugins = [
    lockGuard(() => host.refused()),
    blockIds(),
    rules(),
    keymap({
      Enter: chainCommands(openField, enter),
      'Shift-Enter': lineBreak,
      'Mod-Enter': paragraphBelow,
      Backspace: backspace,
      Tab: nextCell(1),
      'Shift-Tab': nextCell(-1),
      'Mod-b': toggleMark(mark.bold),
      'Mod-i': toggleMark(mark.italic),
      // By the key, so that a Russian layout works as well.
      'Mod-и': toggleMark(mark.bold),
      'Mod-ш': toggleMark(mark.italic),
      'Mod-z': undo,
      'Mod-я': undo,
      'Mod-y': redo,
      'Mod-н': redo,
      'Mod-Shift-z': redo,
      'Mod-Shift-я': redo,
      'Mod-Shift-7': toggleBlock('numbered'),
      'Mod-Shift-8': toggleBlock('dashed'),
    }),
    keymap(baseKeymap),
    history(),
    findingMarks(),
    blockMarks(() => host.words),
  ]
  const stateOf = (text: Block[]): EditorState => EditorState.create({ doc: toDocument(text), plugins })
  let on = true
  let began: number | null = null
  const view = new EditorView(place, {
    state: stateOf(blocks),
    editable: () => on,
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': host.words.label, spellcheck: 'true', class: 'letter-body' },
    nodeViews: {
      field: (field, v, getPos) => new FieldView(field, host, getPos, v),
      figure: (figure) => new FigureView(figure, host),
      reference: (reference) => new ReferenceView(reference, host),
    },
    transformPasted: ownSlice,
    handleDOMEvents: {
      beforeinput: () => {
        began ??= performance.now()
        return false
      },
      keydown: () => {
        began = performance.now()
        return false
      },
    },
    dispatchTransaction(tr) {
      const { state, transactions } = view.state.applyTransaction(tr)
      view.updateState(state)
      // A refused transaction is not among those applied.
      if (transactions.some((t) => t.docChanged) && tr.getMeta(LOAD) === undefined) {
        // The key is pressed before the document changes; the reader waits from the key on.
        const at = began !== null && performance.now() - began < 100 ? began : performance.now()
        began = null
        host.changed(toBlocks(state.doc), at)
      }
      host.moved(state)
    },
  })
  return {
    view,
    load(text) {
      if (view.isDestroyed) return
      // The reading place stays where it was.
      const { scrollTop } = place
      const from = view.state.selection.from
      const state = stateOf(text)
      const near = TextSelection.near(state.doc.resolve(Math.min(from, state.doc.content.size)))
      view.updateState(state.apply(state.tr.setSelection(near)))
      place.scrollTop = scrollTop
      host.moved(view.state)
    },
    blocks: () => toBlocks(view.state.doc),
    run(command) {
      const done = command(view.state, view.dispatch, view)
      view.focus()
      return done
    },
    show({ from, to }) {
      const size = view.state.doc.content.size
      const selection = TextSelection.between(
        view.state.doc.resolve(Math.min(from, size)),
        view.state.doc.resolve(Math.min(to, size)),
      )
      view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
      view.focus()
    },
    editable(allowed) {
      on = allowed
      view.setProps({ editable: () => on })
    },
    destroy: () => view.destroy(),
  }
}
