// Every day of a leap year, typed digit by digit over any other day.

import { render, screen } from '@testing-library/svelte'
import { CalendarDate } from '@internationalized/date'
import { flushSync, tick } from 'svelte'
import { beforeEach, expect, it } from 'vitest'
import { speak } from '../text/index.svelte'
import DateField from './DateField.svelte'
import { reactive } from './reactive.svelte'

beforeEach(() => speak('ru'))

const FIRST = new CalendarDate(2024, 1, 1)
const LAST = new CalendarDate(2024, 12, 31)

/** One after another of the same numbers each run, between 0 and `below`. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}

it('is taken as it is typed, over any other day', { timeout: 60_000 }, async () => {
  const props = reactive({ label: 'Срок', value: null as string | null })
  render(DateField, props)
  const parts = screen.getAllByRole('spinbutton')
  const shown = () => parts.map((part) => part.textContent?.trim()).join('.')
  const all = LAST.compare(FIRST)
  const any = numbers(2026)
  for (let at = 0; at <= all; at += 1) {
    const before = FIRST.add({ days: any(all) }).toString()
    const day = FIRST.add({ days: at }).toString()
    props.value = before
    flushSync()
    const typed = day.split('-').reverse().join('')
    parts[0]!.focus()
    for (const key of typed) {
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      await tick()
      await tick()
    }
    expect(`${props.value} ${shown()}`, `${typed} over ${before}`).toBe(`${day} ${day.split('-').reverse().join('.')}`)
  }
})

it('is never another day: what is no date is nothing, and stays as it is typed', async () => {
  const props = reactive({ label: 'Срок', value: null as string | null })
  render(DateField, props)
  const parts = screen.getAllByRole('spinbutton')
  for (const typed of ['31022026', '30022024', '29022026', '31042026', '31062026', '31092026', '31112026', '29022100']) {
    for (const before of ['2026-11-30', '2024-02-29', '2026-02-28', '2027-01-31']) {
      props.value = before
      flushSync()
      parts[0]!.focus()
      for (const key of typed) {
        document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
        await tick()
        await tick()
      }
      expect(props.value, `${typed} over ${before}`).toBeNull()
      expect(parts.map((part) => part.textContent?.trim()).join('')).toBe(typed)
    }
  }
})
