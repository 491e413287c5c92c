// The kinds of letters: to whom they go, and in what groups they are offered.

import type { LetterKind } from '../../backend'

/** Papers: signed by those they name, addressed to nobody, kept and not sent. */
export const PAPERS: readonly LetterKind[] = ['settlement_agreement', 'inspection_act', 'no_show_act', 'statement']

export const isPaper = (kind: LetterKind): boolean => PAPERS.includes(kind)

/** Whether the letter goes to somebody whom the writer names. */
export const goesToOther = (kind: LetterKind): boolean =>
  kind === 'forwarding' || kind === 'regulator_reply' || kind === 'platform_reply' || kind === 'own_claim'

/** Whether the letter tells what was checked and done. */
export const asksAccount = (kind: LetterKind): boolean =>
  goesToOther(kind) || kind === 'forwarding_notice' || kind === 'thanks'

/** The kinds in the order of the procedure. */
export const GROUPS = {
  first: ['acknowledgement', 'information_request', 'inspection_invitation', 'interim'],
  final: ['final_satisfied', 'final_partial', 'final_goodwill', 'final_refusal', 'personal_data_reply', 'thanks'],
  peace: ['settlement_offer', 'settlement_agreement', 'correction'],
  others: ['forwarding', 'forwarding_notice', 'regulator_reply', 'platform_reply', 'own_claim'],
  papers: ['inspection_act', 'no_show_act', 'statement'],
} as const satisfies Record<string, readonly LetterKind[]>

export type Group = keyof typeof GROUPS

const MONTHS: Record<'ru' | 'en', readonly string[]> = {
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}

/** Whether a field of a letter holds a date; names of such fields say so. */
export function isDateField(name: string): boolean {
  const own = name.startsWith('demand:') ? name.slice(name.lastIndexOf('.') + 1) : name
  return (
    ['received', 'recorded', 'today', 'due', 'due_legal', 'expected', 'questions_due'].includes(own) ||
    own === 'their_date' ||
    own.endsWith('_date')
  )
}

/** The day a value of a letter names: «20 ноября 2026 г.», "20 November 2026". */
export function readDay(words: string | null): string | null {
  const found = /^(\d{1,2})\s+(\p{L}+)\s+(\d{4})/u.exec((words ?? '').replaceAll('\u00a0', ' ').trim())
  if (!found) return null
  const month = found[2]?.toLowerCase() ?? ''
  for (const names of Object.values(MONTHS)) {
    const at = names.findIndex((name) => name.toLowerCase() === month)
    if (at >= 0) return `${found[3]}-${String(at + 1).padStart(2, '0')}-${String(found[1]).padStart(2, '0')}`
  }
  return null
}

/** The day as a letter in that language names it. */
export function writeDay(day: string, language: 'ru' | 'en'): string {
  const [year, month, date] = day.split('-').map(Number)
  const name = MONTHS[language][(month ?? 1) - 1] ?? ''
  return language === 'ru' ? `${date}\u00a0${name} ${year}\u00a0г.` : `${date}\u00a0${name} ${year}`
}
