// The template being edited, shared by the parts of its screen: the value, its
// past, and the text that has the caret.

import type { Command, EditorState } from 'prosemirror-state'
import { getContext, setContext, tick } from 'svelte'
import type { DemandScope, DemandScopes, Piece, StandaloneTemplate, TemplateFault } from '../../backend'
import { t } from '../../text/index.svelte'
import type { ChipEditor } from './chips'
import {
  changeAt,
  noPast,
  placeKey,
  plainWords,
  remember,
  stepBack,
  stepForward,
  type Past,
  type Place,
} from './template'
import { joinPieces } from './pieces'

export class TemplateEditing {
  standalone = $state.raw() as StandaloneTemplate
  past = $state.raw<Past>(noPast())
  faults = $state.raw<readonly TemplateFault[]>([])
  /** For each block, whether the case shown makes use of it. */
  used = $state.raw<readonly boolean[]>([])
  /** Where the texts may speak of one demand, as the office told last. */
  ofDemand = $state.raw<DemandScopes | null>(null)
  /** The text with the caret. */
  current = $state.raw<{ key: string; place: Place; editor: ChipEditor } | null>(null)
  /** What the tools show of it. */
  state = $state.raw<EditorState | null>(null)
  /** The snippet somebody asked to see. */
  opened = $state<string | null>(null)
  readonly = $state(false)

  #editors = new Map<string, ChipEditor>()
  #heard: (standalone: StandaloneTemplate, at: number) => void

  constructor(standalone: StandaloneTemplate, readonly: boolean, heard: (standalone: StandaloneTemplate, at: number) => void) {
    this.standalone = standalone
    this.readonly = readonly
    this.#heard = heard
  }

  /** A change; `key` joins typing in one text to one step. */
  change(next: StandaloneTemplate, key: string | null = null): void {
    if (this.readonly || next === this.standalone) return
    this.past = remember(this.past, this.standalone, key, performance.now())
    this.#put(next)
  }

  #put(next: StandaloneTemplate): void {
    this.standalone = next
    this.#heard(next, performance.now())
  }

  typed(place: Place, pieces: Piece[]): void {
    this.change(changeAt(this.standalone, place, { text: joinPieces(pieces) }), placeKey(place))
  }

  /** Another template altogether, for instance after a save. */
  load(standalone: StandaloneTemplate, readonly: boolean): void {
    this.past = noPast()
    this.readonly = readonly
    this.#put(standalone)
  }

  undo(): void {
    const back = stepBack(this.past, this.standalone)
    if (!back) return
    this.past = back.past
    this.#put(back.standalone)
  }

  redo(): void {
    const forward = stepForward(this.past, this.standalone)
    if (!forward) return
    this.past = forward.past
    this.#put(forward.standalone)
  }

  /** Whether the words and the conditions of a text may speak of one demand. */
  scopeAt(place: Place): DemandScope | undefined {
    return place.part === 'block' ? this.ofDemand?.blocks[place.at] : this.ofDemand?.[place.part]
  }

  register(key: string, editor: ChipEditor): void {
    this.#editors.set(key, editor)
  }

  left(key: string): void {
    this.#editors.delete(key)
    if (this.current?.key === key) this.current = null
  }

  entered(key: string, place: Place, editor: ChipEditor): void {
    this.current = { key, place, editor }
  }

  moved(key: string, state: EditorState): void {
    if (this.current?.key === key) this.state = state
  }

  run(command: Command): void {
    this.current?.editor.run(command)
  }

  /** Puts the caret into a text, once it is on the screen. */
  async enter(place: Place, end = false): Promise<void> {
    await tick()
    const editor = this.#editors.get(placeKey(place))
    if (!editor) return
    editor.view.focus()
    if (end) {
      const { state } = editor.view
      const { TextSelection } = await import('prosemirror-state')
      editor.view.dispatch(state.tr.setSelection(TextSelection.atEnd(state.doc)))
    }
    editor.view.dom.scrollIntoView({ block: 'nearest' })
  }

  snippetLabel = (name: string): string => {
    const variants = this.standalone.text.snippets[name]
    if (!variants) return name
    const words = variants.map((variant) => plainWords(variant.text).trim()).find((text) => text.replace(/[….,\s]/g, '') !== '')
    if (!words) return t.templates.tools.snippet.toLowerCase()
    return words.length > 28 ? `${words.slice(0, 27).trimEnd()}…` : words
  }

  openSnippet(name: string): void {
    this.opened = name
  }
}

const KEY = 'template-editing'

export function setEditing(work: TemplateEditing): TemplateEditing {
  setContext(KEY, work)
  return work
}

export function editing(): TemplateEditing {
  return getContext<TemplateEditing>(KEY)
}
