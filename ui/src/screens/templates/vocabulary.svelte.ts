// The words of the template language, read once, and how the screens say them.

import { backend, type ConditionValues, type FieldWord, type TemplateWords } from '../../backend'
import { language, t } from '../../text/index.svelte'
import { readCondition, type Atom } from './template'

let words = $state.raw<TemplateWords | null>(null)
let asked: Promise<void> | null = null

/** The words, once they are there. */
export function templateWords(): TemplateWords | null {
  asked ??= backend.templateWords().then(
    (found) => void (words = found),
    () => void (asked = null),
  )
  return words
}

/** Forgets the words; another backend may have others. */
export function forgetWords(): void {
  words = null
  asked = null
}

export function fieldWord(name: string): FieldWord | undefined {
  return words?.fields.find((field) => field.name === name)
}

/** What a field is called; its own name when it is not known. */
export function fieldLabel(name: string): string {
  if (words === null) return '…'
  const word = fieldWord(name)
  return word ? (language() === 'ru' ? word.ru : word.en) : name
}

/** How a value of a condition is called. */
export function valueLabel(kind: ConditionValues, value: string): string {
  const lists: Record<ConditionValues, Record<string, string>> = {
    nothing: {},
    regime: t.words.regime,
    channel: t.words.channel,
    message: t.words.kind,
    decision: t.words.decision,
    decision_or_none: { ...t.words.decision, none: t.templates.conditions.undecided },
    demand: t.words.demand,
    letter: t.words.letter,
    field: {},
    count: t.templates.conditions.counts,
  }
  if (kind === 'field') return fieldLabel(value)
  const said = lists[kind][value] ?? value
  // Within a sentence, and not at its beginning.
  return /^.[A-ZА-ЯЁ]/.test(said) ? said : said.charAt(0).toLowerCase() + said.slice(1)
}

/** One alternative of a condition, as words. */
export function atomLabel({ not, head, value }: Atom): string {
  if (words === null) return '…'
  const word = words?.conditions.find((one) => one.head === head)
  if (!word) return value === null ? head : `${head}: ${value}`
  const said = language() === 'ru' ? (not ? word.ru_not : word.ru) : not ? word.en_not : word.en
  return value === null ? said : said.replace('{}', valueLabel(word.kind, value))
}

/** Alternatives as words; those of one family are said in one breath. */
export function atomsLabel(atoms: readonly Atom[]): string {
  const said: string[] = []
  for (let at = 0; at < atoms.length; ) {
    const first = atoms[at]!
    let end = at + 1
    while (!first.not && first.value !== null && atoms[end]?.head === first.head && !atoms[end]?.not) end += 1
    const word = words?.conditions.find((one) => one.head === first.head)
    const template = word && (language() === 'ru' ? word.ru : word.en)
    if (end === at + 1 || !word || !template) said.push(atomLabel(first))
    else {
      const { or } = t.templates.conditions
      const between = template.includes('«{}»') ? `»${or}«` : template.includes('“{}”') ? `”${or}“` : or
      const values = atoms.slice(at, end).map((atom) => valueLabel(word.kind, atom.value ?? ''))
      said.push(template.replace('{}', values.join(between)))
    }
    at = end
  }
  return said.join(t.templates.conditions.or)
}

/** A whole condition, as words. */
export function conditionLabel(condition: string): string {
  return atomsLabel(readCondition(condition))
}
