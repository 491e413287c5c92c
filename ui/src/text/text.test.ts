import { describe, expect, it } from 'vitest'
import { en } from './en'
import { ru } from './ru'

function walk(value: unknown, path: string, seen: (path: string, leaf: unknown) => void): void {
  if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) walk(part, `${path}.${key}`, seen)
  else seen(path, value)
}

function leaves(value: unknown): Map<string, unknown> {
  const found = new Map<string, unknown>()
  walk(value, '', (path, leaf) => found.set(path, leaf))
  return found
}

/** Where no word is the word. */
const SILENT = new Set(['.case.next.button.nothing'])

describe('the words of the screens', () => {
  it('are there in both languages, none empty', () => {
    const russian = leaves(ru)
    const english = leaves(en)
    expect([...english.keys()].sort()).toEqual([...russian.keys()].sort())
    for (const [language, all] of [['ru', russian], ['en', english]] as const)
      for (const [path, leaf] of all) {
        expect(['string', 'function'], `${language}${path}`).toContain(typeof leaf)
        if (typeof leaf === 'string' && !SILENT.has(path))
          expect(leaf.trim(), `${language}${path}`).not.toBe('')
      }
  })

  it('in English are those of an English office', () => {
    const english = [...leaves(en).values()].filter((leaf) => typeof leaf === 'string')
    expect(english).toEqual(expect.arrayContaining(['Deadlines', 'In progress', 'Add to calendar']))
    for (const said of english) expect(said).not.toMatch(/\b(?:Terms of the case|In work|Into the calendar|To the calendar)\b/)
  })

  it('functions of both take the same number of things', () => {
    const english = leaves(en)
    for (const [path, leaf] of leaves(ru))
      if (typeof leaf === 'function')
        expect((english.get(path) as () => void).length, path).toBe(leaf.length)
  })

  it('no English word was left in Russian letters', () => {
    const may = /\.(commandLanguage|ru)$/
    for (const [path, leaf] of leaves(en))
      if (typeof leaf === 'string' && !may.test(path)) expect(leaf, path).not.toMatch(/[а-яё]{4,}/i)
  })
})
