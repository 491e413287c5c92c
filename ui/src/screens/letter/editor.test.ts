import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Slice } from 'prosemirror-model'
import { AllSelection, TextSelection } from 'prosemirror-state'
import { undo } from 'prosemirror-history'
import { deleteSelection, toggleMark } from 'prosemirror-commands'
import type { Block } from '../../backend/types'
import { backspace, changeTable, enter, insertReference, fillField, insertTable, moveBlock, nextCell, toggleBlock } from './commands'
import { createEditor, ownSlice, type LetterEditor } from './editor'
import { findBlock, mend, rangeOf } from './findings'
import { mark, node } from './schema'

const text = (words: string): Block['content'] => ({
  type: 'paragraph',
  spans: words === '' ? [] : [{ type: 'text', text: words, bold: false, italic: false }],
})

const rights: Block = {
  id: 'rights',
  lock: 'locked',
  role: 'rights',
  content: {
    type: 'paragraph',
    spans: [
      { type: 'text', text: 'Вы вправе обратиться в суд до ', bold: false, italic: false },
      { type: 'field', name: 'due', label: 'срок', value: null, by_hand: false, bold: false, italic: false },
      { type: 'text', text: '.', bold: false, italic: false },
    ],
  },
}

const letter: Block[] = [
  { id: 'intro', lock: 'guided', role: 'intro', content: text('Мы рассмотрели Вашу претензию.') },
  rights,
  { id: 'next', lock: 'free', role: 'next', content: text('Ждём Вас.') },
]

// jsdom lays nothing out; the editor asks where the caret is to bring it into view.
Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList
Range.prototype.getBoundingClientRect ??= () => new DOMRect()

let place: HTMLElement
let editor: LetterEditor
const changed = vi.fn()
const refused = vi.fn()

function open(blocks: Block[]): LetterEditor {
  return createEditor(place, blocks, {
    words: {
      label: 'Текст',
      unresolved: 'не заполнено',
      field: 'поле',
      locked: 'закреплено',
      figure: (exhibit) => `Снимок № ${exhibit}`,
      reference: (exhibit, name) => `Ссылка на № ${exhibit}: ${name}`,
    },
    picture: async (exhibit) => (exhibit === 3 ? 'blob:three' : null),
    changed,
    moved: () => undefined,
    refused,
    field: () => undefined,
  })
}

beforeEach(() => {
  place = document.createElement('div')
  document.body.append(place)
  editor = open(letter)
  changed.mockClear()
  refused.mockClear()
})

afterEach(() => {
  editor.destroy()
  place.remove()
})

/** Puts the caret into a block, `offset` tokens after its start. */
function caret(id: string, offset = 0, to = offset): void {
  const found = findBlock(editor.view.state.doc, id)
  if (found === null) throw new Error(id)
  const start = found.at + 1
  const { state } = editor.view
  editor.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, start + offset, start + to)))
}

const type = (words: string): void => editor.view.dispatch(editor.view.state.tr.insertText(words))
const block = (id: string): Block | undefined => editor.blocks().find((b) => b.id === id)

describe('locked wording', () => {
  test('typing into it changes nothing and is told', () => {
    caret('rights', 5)
    type('не ')
    expect(block('rights')).toEqual(rights)
    expect(refused).toHaveBeenCalledOnce()
    expect(changed).not.toHaveBeenCalled()
  })

  test('it stays when all is chosen and deleted or pasted over', () => {
    editor.view.dispatch(editor.view.state.tr.setSelection(new AllSelection(editor.view.state.doc)))
    editor.run(deleteSelection)
    editor.view.dispatch(editor.view.state.tr.replaceSelection(ownSlice(editor.view.state.doc.slice(1, 8))))
    expect(block('rights')).toEqual(rights)
    expect(refused).toHaveBeenCalledTimes(2)
  })

  test('bold, lists, Backspace below and Enter within leave it alone', () => {
    caret('rights', 0, 6)
    editor.run(toggleMark(mark.bold))
    editor.run(toggleBlock('numbered'))
    caret('rights', 4)
    editor.run(enter)
    caret('next', 0)
    editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, new KeyboardEvent('keydown', { key: 'Backspace' })))
    expect(block('rights')).toEqual(rights)
  })

  test('a part of it dragged elsewhere is a copy of the words, not of the lock', () => {
    const at = findBlock(editor.view.state.doc, 'rights')
    if (at === null) throw new Error('no block')
    const slice = ownSlice(new Slice(editor.view.state.doc.slice(at.at, at.at + at.block.nodeSize).content, 0, 0))
    const end = editor.view.state.doc.content.size
    editor.view.dispatch(editor.view.state.tr.insert(end, slice.content))
    const copies = editor.blocks().filter((b) => JSON.stringify(b.content) === JSON.stringify(rights.content))
    expect(copies).toHaveLength(2)
    expect(copies[1]).toMatchObject({ lock: 'free', role: '' })
    expect(copies[1]?.id).toMatch(/^own-/)
  })

  test('its fields can be filled, and emptied again', () => {
    const at = rangeOf(editor.view.state.doc, 'rights', 30, 36)
    expect(at).not.toBeNull()
    if (at === null) return
    editor.run(fillField(at.from, '10.12.2026'))
    expect(block('rights')?.content).toMatchObject({ spans: [{}, { value: '10.12.2026', by_hand: true }, {}] })
    editor.run(fillField(at.from, '  '))
    expect(block('rights')).toEqual(rights)
  })

  test('Enter at its end begins a paragraph of the writer’s own below', () => {
    caret('rights', 32)
    editor.run(enter)
    type('Спасибо.')
    const blocks = editor.blocks()
    expect(blocks[1]).toEqual(rights)
    expect(blocks[2]).toMatchObject({ lock: 'free', role: '', content: text('Спасибо.') })
  })
})

describe('blocks', () => {
  test('a split gives the second half an id of its own, at the start the gap above', () => {
    caret('intro', 3)
    editor.run(enter)
    expect(editor.blocks().map((b) => b.content)).toContainEqual(text('рассмотрели Вашу претензию.'))
    expect(editor.blocks()[0]).toMatchObject({ id: 'intro', content: text('Мы ') })
    expect(new Set(editor.blocks().map((b) => b.id)).size).toBe(4)
    caret('next', 0)
    editor.run(enter)
    expect(block('next')?.content).toEqual(text('Ждём Вас.'))
  })

  test('paragraphs become a list and the list paragraphs again', () => {
    caret('next', 2)
    editor.run(toggleBlock('numbered'))
    expect(block('next')?.content.type).toBe('numbered_list')
    caret('next', 1 + 4)
    editor.run(enter)
    expect(block('next')?.content).toMatchObject({ items: [[{ text: 'Ждём' }], [{ text: ' Вас.' }]] })
    editor.run(toggleBlock('dashed'))
    expect(block('next')?.content.type).toBe('dashed_list')
    editor.run(toggleBlock('dashed'))
    expect(editor.blocks().slice(2).map((b) => b.content)).toEqual([text('Ждём'), text(' Вас.')])
  })

  test('an empty item leaves the list; Backspace takes the first one out', () => {
    caret('next', 9)
    editor.run(toggleBlock('dashed'))
    editor.run(enter)
    editor.run(enter)
    type('После списка')
    expect(editor.blocks().at(-1)).toMatchObject({ content: text('После списка') })
    expect(block('next')?.content).toMatchObject({ type: 'dashed_list', items: [[{ text: 'Ждём Вас.' }]] })
    caret('next', 1)
    editor.run(backspace)
    expect(block('next')?.content).toEqual(text('Ждём Вас.'))
  })

  test('a table is made, walked with Tab, grown and removed', () => {
    caret('next', 0)
    editor.run(insertTable)
    type('Товар')
    editor.run(nextCell(1))
    type('Цена')
    editor.run(nextCell(1))
    editor.run(nextCell(1))
    editor.run(nextCell(1))
    type('Чайник')
    const table = editor.blocks().find((b) => b.content.type === 'table')
    expect(table?.content).toMatchObject({ head: true, rows: [[[{ text: 'Товар' }], [{ text: 'Цена' }]], [[], []], [[{ text: 'Чайник' }], []]] })
    editor.run(changeTable('column_remove'))
    editor.run(changeTable('row_add'))
    expect(editor.blocks().find((b) => b.content.type === 'table')?.content).toMatchObject({ rows: [[[{ text: 'Цена' }]], [[]], [[]], [[]]] })
    editor.run(changeTable('table_remove'))
    expect(editor.blocks().some((b) => b.content.type === 'table')).toBe(false)
  })

  test('a block moves past its neighbour, locked ones keep their order', () => {
    caret('next', 0)
    editor.run(moveBlock(-1))
    expect(editor.blocks().map((b) => b.id)).toEqual(['intro', 'next', 'rights'])
  })

  test('undo takes a word back, and a text loaded anew is not undone', () => {
    caret('next', 0)
    type('Очень ')
    editor.run(undo)
    expect(editor.blocks()).toEqual(letter)
    editor.load([letter[2] as Block])
    editor.run(undo)
    expect(editor.blocks()).toEqual([letter[2]])
  })
})

describe('findings', () => {
  test('characters are counted as the check counts them: emoji one, a field by its reading', () => {
    editor.destroy()
    editor = open([
      {
        id: 'a',
        lock: 'free',
        role: '',
        content: {
          type: 'numbered_list',
          items: [
            [{ type: 'text', text: '😀 да', bold: true, italic: false }],
            [
              { type: 'field', name: 'x', label: 'срок', value: null, by_hand: false, bold: false, italic: false },
              { type: 'break' },
              { type: 'text', text: 'Вы виноваты', bold: false, italic: false },
            ],
          ],
        },
      },
    ])
    // «😀 да» 4, line feed, «[срок]» 6, break 1 → «виноваты» starts at 4+1+6+1+3 = 15.
    const range = rangeOf(editor.view.state.doc, 'a', 15, 23)
    expect(range && editor.view.state.doc.textBetween(range.from, range.to)).toBe('виноваты')
    const emoji = rangeOf(editor.view.state.doc, 'a', 2, 4)
    expect(emoji && editor.view.state.doc.textBetween(emoji.from, emoji.to)).toBe('да')
    expect(rangeOf(editor.view.state.doc, 'a', 40, 44)).toBeNull()
    expect(rangeOf(editor.view.state.doc, 'gone', 0, 1)).toBeNull()
  })

  const finding = {
    rule: 'tone.x',
    severity: 'should',
    group: 'tone',
    message_ru: '',
    message_en: '',
    mend: null,
  } as const

  test('one click puts the better wording in, or strikes the word out with its space', () => {
    editor.run(mend({ ...finding, block: 'next', start: 0, end: 4, suggestion: 'Будем рады видеть' }))
    expect(block('next')?.content).toEqual(text('Будем рады видеть Вас.'))
    editor.run(mend({ ...finding, block: 'next', start: 6, end: 10, suggestion: '' }))
    expect(block('next')?.content).toEqual(text('Будем видеть Вас.'))
  })

  test('a better wording may stand for the whole sentence', () => {
    const words = 'Спасибо. Вы мошенник. Ждём Вас.'
    editor.load([{ id: 'next', lock: 'free', role: '', content: { type: 'paragraph', spans: [{ type: 'text', text: words, bold: false, italic: false }] } }])
    const found = { ...finding, block: 'next', start: 12, end: 20 }
    editor.run(mend({ ...found, mend: [9, 21], suggestion: 'Это не подтвердилось.' }))
    expect(block('next')?.content).toEqual(text('Спасибо. Это не подтвердилось. Ждём Вас.'))
    editor.run(mend({ ...found, start: 0, end: 7, mend: [0, 8], suggestion: '' }))
    expect(block('next')?.content).toEqual(text('Это не подтвердилось. Ждём Вас.'))
  })

  test('locked wording is not mended', () => {
    expect(editor.run(mend({ ...finding, block: 'rights', start: 0, end: 2, suggestion: 'Мы' }))).toBe(false)
    expect(block('rights')).toEqual(rights)
    expect(node.paragraph).toBeDefined()
  })
})

describe('documents of the case', () => {
  const figure: Block = {
    id: 'figure:3',
    lock: 'guided',
    role: 'figure',
    content: { type: 'figure', exhibit: 3, caption: [{ type: 'text', text: 'Нагреватель', bold: false, italic: false }] },
  }

  test('a reference stands at the caret and names its document', () => {
    caret('next', 8)
    expect(editor.run(insertReference(2, 'Акт осмотра'))).toBe(true)
    expect(block('next')?.content).toEqual({
      type: 'paragraph',
      spans: [
        { type: 'text', text: 'Ждём Вас', bold: false, italic: false },
        { type: 'reference', exhibit: 2, name: 'Акт осмотра' },
        { type: 'text', text: '.', bold: false, italic: false },
      ],
    })
    expect(place.querySelector('.reference')?.getAttribute('aria-label')).toBe('Ссылка на № 2: Акт осмотра')
    // The check reads across it: the sentence is one.
    expect(rangeOf(editor.view.state.doc, 'next', 0, 9)).not.toBeNull()
  })

  test('locked wording takes none', () => {
    caret('rights', 3)
    expect(editor.run(insertReference(2, 'Акт осмотра'))).toBe(false)
    expect(block('rights')).toEqual(rights)
  })

  test('a photograph shows its picture, keeps its caption on one line and becomes no list', async () => {
    editor.load([...letter, figure])
    await vi.waitFor(() => expect(place.querySelector('figure img')?.getAttribute('src')).toBe('blob:three'))
    caret('figure:3', 4)
    expect(editor.run(toggleBlock('dashed'))).toBe(false)
    editor.run(enter)
    expect(block('figure:3')).toEqual(figure)
    expect(editor.blocks()).toHaveLength(letter.length + 2)
    caret('figure:3', 11)
    type(' чайника')
    expect(block('figure:3')?.content).toMatchObject({ exhibit: 3, caption: [{ text: 'Нагреватель чайника' }] })
  })
})
