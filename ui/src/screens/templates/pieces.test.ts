import { describe, expect, it } from 'vitest'
import { EditorState, TextSelection } from 'prosemirror-state'
import type { Piece } from '../../backend'
import { inOptional, insertField, insertSnippet, toggleOptional } from './chips'
import { joinPieces, toDocument, toPieces } from './pieces'

const words = (text: string, bold = false, italic = false): Piece => ({ type: 'words', of: { text, bold, italic } })
const field = (name: string, inline = false, bold = false): Piece => ({ type: 'value', of: { name, inline, bold, italic: false } })
const optional = (...of: Piece[]): Piece => ({ type: 'optional', of })
const snippet = (name: string): Piece => ({ type: 'snippet', of: name })

describe('texts of templates in the editor', () => {
  it('come back as they went in', () => {
    const texts: Piece[][] = [
      [],
      [words('Мы рассмотрели '), field('message.your_acc', true), optional(words(' от '), field('their_date')), words('.')],
      [optional(words('а'), field('number')), optional(words('б'), field('due'))],
      [words('**{[', true), words('курсив', false, true), field('phone', true, true), snippet('bodies')],
      [optional(words('вне '), optional(words('внутри '), field('order')), words(' и снова'))],
      [optional(optional(field('order')))],
    ]
    for (const text of texts) expect(toPieces(toDocument(text))).toEqual(text)
  })

  it('lose only what no reader can see', () => {
    expect(joinPieces([words('а'), words('б'), words(''), optional()])).toEqual([words('аб')])
  })
})

describe('what the tools do', () => {
  const stateOf = (pieces: Piece[], from: number, to = from): EditorState => {
    const state = EditorState.create({ doc: toDocument(pieces) })
    return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
  }
  const after = (state: EditorState, command: typeof toggleOptional): EditorState => {
    let next = state
    command(state, (tr) => (next = state.apply(tr)))
    return next
  }

  it('put a field in place of the selection', () => {
    const state = stateOf([words('№ XX от')], 2, 4)
    expect(toPieces(after(state, insertField('number', false)).doc)).toEqual([words('№ '), field('number'), words(' от')])
    expect(toPieces(after(stateOf([], 0), insertSnippet('bodies')).doc)).toEqual([snippet('bodies')])
  })

  it('make a part optional and take that back', () => {
    const text = [words('Письмо от '), field('their_date'), words('.')]
    const state = stateOf(text, 7, 11)
    const made = after(state, toggleOptional)
    expect(toPieces(made.doc)).toEqual([words('Письмо '), optional(words('от '), field('their_date')), words('.')])
    expect(inOptional(made)).toBe(true)
    expect(toPieces(after(made, toggleOptional).doc)).toEqual(text)
    // Without a selection there is nothing to make optional.
    expect(toggleOptional(stateOf(text, 2))).toBe(false)
  })
})
