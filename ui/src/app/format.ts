// Dates, sums and sizes as people here write them. Days are ISO (2026-11-22),
// times RFC 3339 with their own offset; both are shown as the office wrote
// them, never moved to another zone.

import { DECIMALS, DECIMAL_SIGNS, LONG_AREA_CODES, MOST_MONEY, ROUBLE_WORDS, SHORT_AREA_CODES } from '../backend/types/constants'
import { t } from '../text/index.svelte'

const THIN = '\u202f'
const NBSP = '\u00a0'

const two = (n: number) => String(n).padStart(2, '0')

/** ДД.ММ.ГГГГ of a day or a time; empty for nothing. */
export function date(value: string | null | undefined): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(value ?? '')
  return parts ? `${parts[3]}.${parts[2]}.${parts[1]}` : ''
}

/** ЧЧ:ММ of a time. */
export function time(value: string | null | undefined): string {
  return /T(\d{2}:\d{2})/.exec(value ?? '')?.[1] ?? ''
}

/** ДД.ММ.ГГГГ ЧЧ:ММ of a time. */
export function dateTime(value: string | null | undefined): string {
  return [date(value), time(value)].filter(Boolean).join(NBSP)
}

/** The day (ISO) of a moment, by the computer's own clock and zone. */
export function isoDay(moment: Date = new Date()): string {
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** A moment as RFC 3339 with the zone's offset of that moment. */
export function rfc3339(moment: Date = new Date()): string {
  const offset = -moment.getTimezoneOffset()
  const sign = offset < 0 ? '-' : '+'
  const away = Math.abs(offset)
  const clock = `${two(moment.getHours())}:${two(moment.getMinutes())}:${two(moment.getSeconds())}`
  return `${isoDay(moment)}T${clock}${sign}${two(Math.floor(away / 60))}:${two(away % 60)}`
}

/** A day and a time of day in the local zone, as RFC 3339; null when either is wrong. */
export function moment(day: string | null, clock: string | null): string | null {
  const d = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '')
  const c = /^(\d{2}):(\d{2})/.exec(clock ?? '')
  if (!d || !c) return null
  return rfc3339(
    new Date(Number(d[1]), Number(d[2]) - 1, Number(d[3]), Number(c[1]), Number(c[2])),
  )
}

/** Whole days from one ISO day to another; negative when `to` has passed. */
export function daysBetween(from: string, to: string): number {
  const day = (iso: string) => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`)
  return Math.round((day(to) - day(from)) / 86_400_000)
}

/** How many days are left until a day, today being 0. */
export function daysLeft(due: string, today: string = isoDay()): number {
  return daysBetween(today, due)
}

/** "4590.00" → «4 590,00 ₽»; kopecks are left out when there are none and `short` is asked. */
export function money(value: string | null | undefined, short = false): string {
  const parts = /^(\d+)(?:\.(\d{1,2}))?$/.exec(value ?? '')
  if (!parts) return ''
  const whole = parts[1]!.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+(?!\d))/g, THIN)
  const kopecks = (parts[2] ?? '').padEnd(2, '0')
  return short && kopecks === '00' ? `${whole}${NBSP}₽` : `${whole},${kopecks}${NBSP}₽`
}

/** What people type as a whole number of at least `least` → the number; null when it is none, or more than there may be. */
export function readCount(typed: string, most: number, least = 1): number | null {
  const count = /^\d+$/.test(typed.trim()) ? Number(typed) : NaN
  return count >= least && count <= most ? count : null
}

const NUMBER = new RegExp(`^(\\d+)(?:[${DECIMAL_SIGNS.join('')}](\\d{0,${DECIMALS}}))?$`)

/** What people type with at most two digits behind the point → its hundredths; null when it is none, or more than there may be. */
export function readHundredths(typed: string, most: number): number | null {
  const parts = NUMBER.exec(typed.trim())
  if (!parts) return null
  const value = Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(DECIMALS, '0'))
  return value <= most ? value : null
}

const MOST_KOPECKS = Number(MOST_MONEY.replace('.', ''))

/** What people type as a sum → "4590.00"; null when it is none, '' stays ''. */
export function readMoney(typed: string): string | null {
  const text = typed.trim()
  if (text === '') return ''
  const words = ROUBLE_WORDS.find((word) => text.endsWith(word)) ?? ''
  const kopecks = readHundredths(text.slice(0, text.length - words.length).replace(/\s/gu, ''), MOST_KOPECKS)
  return kopecks === null ? null : `${Math.floor(kopecks / 100)}.${two(kopecks % 100)}`
}

/** A length in bytes, in the largest unit that keeps it above one. */
export function bytes(n: number): string {
  const units = ['b', 'kb', 'mb', 'gb'] as const
  let size = n
  let unit = 0
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024
    unit += 1
  }
  const figure = unit === 0 || size >= 100 ? String(Math.round(size)) : size.toFixed(1).replace('.', ',')
  return t.controls.bytes(figure.replace(/,0$/, ''), units[unit]!)
}

/** A count with its digits in threes. */
export { digits as count } from '../text/plural'

/** A telephone number as people read it: in the groups in which it was written, a bare one by its area code; anything else as it is. */
export function phone(value: string | null | undefined): string {
  const words = (value ?? '').trim()
  const bare = /^\+7(\d{10})(?= доб\.|$)/.exec(words)?.[1]
  if (!bare) return words.startsWith('+') || words.startsWith('8 ') ? words.replaceAll(' ', '\u00a0') : words
  const area = LONG_AREA_CODES.includes(bare.slice(0, 4)) ? 4 : SHORT_AREA_CODES.some((code) => bare.startsWith(code)) ? 3 : 0
  if (area === 0) return words.replaceAll(' ', '\u00a0')
  const country = bare.startsWith('80') ? '8' : '+7'
  const own = [bare.slice(area, -4), bare.slice(-4, -2), bare.slice(-2)].join('-')
  return `${country} ${bare.slice(0, area)} ${own}${words.slice(12)}`.replaceAll(' ', '\u00a0')
}
