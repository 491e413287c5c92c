import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { showField } from './field'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.svelte'))

it('every form leaves checking to the office: a browser would stop it without a word, or cut what is pasted', () => {
  const found = sources.flatMap((name) => {
    const text = readFileSync(join('src', name), 'utf8')
    return [...text.matchAll(/<form\b(?:[^>]|=>)*>/g)].map(([form]) => ({ name, form }))
  })
  expect(found.length).toBeGreaterThan(8)
  expect(found.filter(({ form }) => !/\bnovalidate\b/.test(form)).map(({ name }) => name)).toEqual([])
  const typed = sources.filter((name) => /type="(email|tel|url|number)"|\bpattern="/.test(readFileSync(join('src', name), 'utf8')))
  expect(typed).toEqual([])
})

it('a field that is gone to is shown whole, with its label', () => {
  const field = document.body.appendChild(document.createElement('div'))
  field.className = 'field'
  const box = field.appendChild(document.createElement('input'))
  const shown: Element[] = []
  Element.prototype.scrollIntoView = function () {
    shown.push(this)
  }
  showField(box)
  expect(document.activeElement).toBe(box)
  expect(shown).toEqual([field])
})
