import { beforeEach, describe, expect, it } from 'vitest'
import { speak, t } from '../text/index.svelte'
import { bytes, date, dateTime, daysBetween, moment, money, phone, readMoney, rfc3339 } from './format'
import { stretches } from './matches'
import { actionOf, listenKeys, perform } from './keys.svelte'
import { fromHash, toHash, type Route } from './router.svelte'

beforeEach(() => speak('ru'))

describe('dates', () => {
  it('show as the office wrote them', () => {
    expect(date('2026-11-02')).toBe('02.11.2026')
    expect(dateTime('2026-11-02T23:59:00+09:00')).toBe('02.11.2026\u00a023:59')
    expect(date(null)).toBe('')
  })

  it('a moment keeps its day and clock with an offset', () => {
    expect(moment('2026-11-02', '09:05')).toMatch(/^2026-11-02T09:05:00[+-]\d\d:\d\d$/)
    expect(moment('2026-11-02', null)).toBeNull()
    expect(Date.parse(rfc3339(new Date(1_700_000_000_000)))).toBe(1_700_000_000_000)
  })

  it('days are whole across the clock’s change', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-03-02', '2026-02-28')).toBe(-2)
  })
})

describe('sums', () => {
  it('show with narrow spaces and the rouble', () => {
    expect(money('4590.50')).toBe('4\u202f590,50\u00a0₽')
    expect(money('68000.00', true)).toBe('68\u202f000\u00a0₽')
    expect(money('')).toBe('')
  })

  it('what is shown reads back, and nothing is no sum', () => {
    expect(readMoney('')).toBe('')
    for (const sum of ['0.00', '0.07', '999.90', '1234567.89'])
      expect(readMoney(money(sum))).toBe(sum)
  })
})

describe('telephone numbers', () => {
  it.each([
    ['+7 4822 34-56-78', '+7 4822 34-56-78'],
    ['+74822345678', '+7 4822 34-56-78'],
    ['+74951234567', '+7 495 123-45-67'],
    ['+74951234567 доб. 12', '+7 495 123-45-67 доб. 12'],
    ['+78002000200', '8 800 200-02-00'],
    // 3519 is another town's than 351: where the area code ends is not guessed.
    ['+73519123456', '+73519123456'],
    ['+79261234567', '+7 926 123-45-67'],
    ['+375291234567', '+375291234567'],
  ])('%s is read as %s', (kept, shown) => expect(phone(kept).replaceAll('\u00a0', ' ')).toBe(shown))

  it('what is no number stays as it is', () => expect(phone(' спросить Анну ')).toBe('спросить Анну'))
})

describe('words with counts', () => {
  it('take the right form', () => {
    expect(t.words.due(-2)).toBe('просрочено на 2\u00a0дня')
    expect(t.words.due(-11)).toBe('просрочено на 11\u00a0дней')
    expect(t.words.due(0)).toBe('срок сегодня')
    expect(t.words.due(21)).toBe('осталось 21\u00a0день')
    speak('en')
    expect(t.words.due(-1)).toBe('overdue by 1\u00a0day')
  })

  it('lengths are short', () => {
    expect(bytes(512)).toBe('512\u00a0Б')
    expect(bytes(1536)).toBe('1,5\u00a0КБ')
    expect(bytes(2 * 1024 ** 3)).toBe('2\u00a0ГБ')
  })
})

describe('marks', () => {
  it('count characters and lose none', () => {
    const text = '😀 столешница'
    const cut = stretches(text, [{ start: 2, end: 6 }])
    expect(cut.map((part) => part.text).join('')).toBe(text)
    expect(cut.find((part) => part.hit)?.text).toBe('стол')
    expect(stretches('abc', [{ start: 2, end: 99 }, { start: 0, end: 3 }]).map((p) => p.text).join('')).toBe('abc')
  })
})

describe('places', () => {
  it('have addresses that read back', () => {
    const places: Route[] = [
      { screen: 'today' },
      { screen: 'register' },
      { screen: 'case', id: 'a/b %' },
      { screen: 'case', id: '1', part: 'diary' },
      { screen: 'letter', id: '2' },
      { screen: 'intake' },
      { screen: 'intake', mail: 'x' },
      { screen: 'settings', part: 'records' },
      { screen: 'help' },
    ]
    for (const place of places) expect(fromHash(toHash(place))).toEqual(place)
    expect(fromHash('#/%E0%A4%A')).toEqual({ screen: 'today' })
    expect(fromHash('#/case')).toEqual({ screen: 'today' })
  })
})

describe('keys', () => {
  it('go by their place, so the Russian layout works', () => {
    expect(actionOf(new KeyboardEvent('keydown', { key: 'т', code: 'KeyN', ctrlKey: true }))).toBe('new')
    expect(actionOf(new KeyboardEvent('keydown', { key: 'F1' }))).toBe('help')
    expect(actionOf(new KeyboardEvent('keydown', { key: 'k', code: 'KeyK' }))).toBeNull()
    expect(perform('print')).toBe(false)
  })

  it('the first Esc leaves the box one types in', () => {
    const stop = listenKeys()
    const box = document.body.appendChild(document.createElement('input'))
    box.focus()
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))
    expect(document.activeElement).toBe(document.body)
    box.remove()
    stop()
  })
})
