// What is asked for a letter of a kind, and the days its fields name.

import { LETTER_DETAILS, type AskedDetail, type LetterDetail, type LetterKind } from '../../backend'

/** What is known of a detail that the writer of such a letter is asked for; nothing when it is not. */
export const asked = (kind: LetterKind, detail: LetterDetail): AskedDetail | undefined =>
  LETTER_DETAILS[kind].find((one) => one.detail === detail)

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
