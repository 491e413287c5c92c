/** Every field that can be typed into says whether misspelt words are underlined in it. */

import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'svelte/compiler'
import { expect, it } from 'vitest'

/** The parts that are fields, and hand on what is said of them. */
const FIELDS = new Set(['TextInput', 'TextArea', 'Combobox'])
/** What is typed into these, no dictionary has. */
const NO_WORDS = new Set(['numeric', 'decimal', 'email', 'tel', 'url'])
/** Nothing is typed into these. */
const NOT_TYPED = new Set(['checkbox', 'radio', 'range', 'file', 'button', 'submit', 'hidden', 'color'])

interface Attribute {
  type: string
  name?: string
  value?: true | { type: string; expression?: { value?: unknown }; data?: string } | { data?: string }[]
}

/** What an attribute is set to, where that stands in the markup itself. */
function literal(attribute: Attribute | undefined): unknown {
  if (attribute === undefined) return undefined
  const { value } = attribute
  if (value === true || value === undefined) return true
  if (Array.isArray(value)) return value.map((piece) => piece.data ?? '').join('')
  return value.expression?.value
}

interface Element {
  type: string
  name?: string
  start?: number
  attributes?: Attribute[]
}

/** What is wrong with the fields of a component, and how many there are. */
function fields(text: string): { wrong: string[]; count: number } {
  const wrong: string[] = []
  let count = 0
  const look = ({ type, name = '', start = 0, attributes = [] }: Element): void => {
    const named = (wanted: string) => attributes.find((one) => one.type === 'Attribute' && one.name === wanted)
    const isField =
      (type === 'Component' && FIELDS.has(name)) ||
      (type === 'RegularElement' &&
        (name === 'textarea' || (name === 'input' && !NOT_TYPED.has(String(literal(named('type')) ?? 'text'))) || named('contenteditable') !== undefined))
    if (!isField) return
    count += 1
    const line = text.slice(0, start).split('\n').length
    const said = named('spellcheck')
    if (said === undefined) wrong.push(`${line}: <${name}> does not say`)
    const noWords = NO_WORDS.has(String(literal(named('inputmode')))) || literal(named('type')) === 'password'
    if (noWords && said !== undefined && String(literal(said)) !== 'false') wrong.push(`${line}: <${name}> holds no words`)
  }
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if (Array.isArray((node as Element).attributes)) look(node as Element)
    Object.values(node).forEach(walk)
  }
  walk(parse(text, { modern: true }).fragment)
  return { wrong, count }
}

const source = join(__dirname, '..')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })

it('sees a field that says nothing, and one that says too much', () => {
  expect(fields('<input type="text" /><textarea></textarea><div contenteditable></div>').wrong).toHaveLength(3)
  expect(fields('<TextInput spellcheck inputmode="email" />').wrong).toEqual(['1: <TextInput> holds no words'])
  expect(fields('<TextInput spellcheck={false} type="password" /><input type="radio" /><TextArea spellcheck />')).toEqual({ wrong: [], count: 2 })
})

it('is said of every field of every component', () => {
  let all = 0
  const wrong = files
    .filter((file) => file.endsWith('.svelte') && !file.endsWith('.test.svelte'))
    .flatMap((file) => {
      const found = fields(readFileSync(join(source, file), 'utf8'))
      all += found.count
      return found.wrong.map((what) => `${file}:${what}`)
    })
  expect(wrong).toEqual([])
  expect(all).toBeGreaterThan(150)
})

it('is said of the editors that are made without markup', () => {
  const silent = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => readFileSync(join(source, file), 'utf8').split('\n').filter((line) => line.includes("role: 'textbox'")))
  expect(silent.length).toBeGreaterThan(1)
  expect(silent.filter((line) => !line.includes("spellcheck: 'true'"))).toEqual([])
})
