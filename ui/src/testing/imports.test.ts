/** No module of the pages imports one that imports it, be it a type alone. */

import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parse } from 'svelte/compiler'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

type Texts = ReadonlyMap<string, string>
type Arrows = Map<string, Set<string>>

/** What a TypeScript text imports, hands on or awaits, as it stands there. */
function inScript(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName)
}

/** The same for a component, whose markup may await imports too. */
function inComponent(text: string): string[] {
  const found: string[] = []
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, source, argument } = node as Record<string, unknown>
    if (/^(Import|Export|TSImportType)/.test(String(type))) {
      const named = (source ?? argument) as { value?: unknown } | null | undefined
      if (typeof named?.value === 'string') found.push(named.value)
    }
    Object.values(node).forEach(walk)
  }
  walk(parse(text, { modern: true }))
  return found
}

function arrows(texts: Texts): Arrows {
  const found: Arrows = new Map()
  for (const [path, text] of texts) {
    const to = new Set<string>()
    for (const name of path.endsWith('.svelte') ? inComponent(text) : inScript(text)) {
      if (!name.startsWith('.')) continue
      const beside = normalize(join(dirname(path), name))
      const ways = [beside, `${beside}.ts`, join(beside, 'index.ts')]
      const file = ways.find((way) => texts.has(way))
      if (file !== undefined) to.add(file)
      else if (!name.endsWith('.css')) throw new Error(`${path} imports ${name}, which is not there`)
    }
    found.set(path, to)
  }
  return found
}

function reached(from: string, by: Arrows): Set<string> {
  const seen = new Set<string>()
  const next = [from]
  for (let at = next.pop(); at !== undefined; at = next.pop())
    for (const to of by.get(at) ?? [])
      if (!seen.has(to)) {
        seen.add(to)
        next.push(to)
      }
  return seen
}

/** The groups of modules of which each reaches every other. */
function circles(by: Arrows): string[][] {
  const reach = new Map([...by.keys()].map((path) => [path, reached(path, by)]))
  const groups = [...reach]
    .filter(([path, to]) => to.has(path))
    .map(([path, to]) => [...to].filter((other) => reach.get(other)?.has(path)).sort())
  return [...new Map(groups.map((group) => [group.join(), group])).values()]
}

function sources(): Texts {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' })
  const modules = names.filter((name) => /\.(ts|svelte)$/.test(name))
  return new Map(modules.map((name) => [normalize(name), readFileSync(join('src', name), 'utf8')]))
}

describe('imports of the pages', () => {
  it('go one way', () => {
    const by = arrows(sources())
    const seen = [...by.values()].reduce((sum, to) => sum + to.size, 0)
    expect(by.size).toBeGreaterThan(300)
    expect(seen).toBeGreaterThan(1500)
    expect(circles(by)).toEqual([])
  })

  const b = ['b.ts', 'import type { A } from "./a.svelte"; export type B = A'] as const
  it.each([
    ['in a script', '<script lang="ts">import { type B } from "./b"</script>'],
    ['in markup', '{#await import("./b") then b}{b}{/await}'],
    ['through another', '<script lang="ts">import { B } from "./hands"</script>'],
    ['in a type', '<script lang="ts" module>export type A = import("./b").B</script>'],
  ])('are seen going round %s', (_, text) => {
    const texts = new Map([['a.svelte', text], b, ['hands/index.ts', "export * from '../b'"]])
    expect(circles(arrows(texts)).flat()).toEqual(expect.arrayContaining(['a.svelte', 'b.ts']))
  })

  it('are no circle where nothing comes back', () => {
    const texts = new Map([['a.svelte', '<p>import("./b")</p>'], b])
    expect([...(arrows(texts).get('b.ts') ?? [])]).toEqual(['a.svelte'])
    expect(circles(arrows(texts))).toEqual([])
  })
})
