// The words of a form as they are copied, and a place in them changed.

import type { Form } from '../../backend'

/** The whole text: titles of parts where there are several. */
export function plainText(form: Form): string {
  const [first, ...more] = form.parts
  if (!first) return ''
  if (more.length === 0) return first.text.trim()
  return form.parts.map((part) => `${part.title}\n${part.text.trim()}`).join('\n\n')
}

/** The text with a place, given in characters, replaced; struck out, it leaves no double blank. */
export function struck(text: string, start: number, end: number, by: string): string {
  const chars = [...text]
  const before = chars.slice(0, start).join('')
  const after = chars.slice(end).join('')
  if (by !== '') return before + by + after
  return /\s$/.test(before) && /^[\s.,;:!?]/.test(after) ? before.trimEnd() + after : before + after
}
