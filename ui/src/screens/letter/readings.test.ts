import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { useBackend, type Backend, type LetterCard, type ReadingPoint, type Span } from '../../backend'
import { decide, issue, takeIn } from '../../testing/cases'
import { machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import { contentLines } from './mapping'
import Readings from './Readings.svelte'

let office: Backend
let complaint: string
beforeEach(async () => {
  office = (await machine()).backend
  useBackend(office)
  complaint = (await takeIn(office)).id
  await decide(office, complaint, 'refuse')
})
afterEach(cleanup)

const worded = (span: Span): string => (span.type === 'text' ? span.text : span.type === 'field' ? (span.value ?? `[${span.label}]`) : '\n')

const drafted = (): Promise<LetterCard> => office.letterDraft({ complaint, kind: 'final_refusal', language: null })

describe('the three readings', () => {
  test('what is missing comes first, what does not apply is put aside, a click goes to the place', async () => {
    const { summary, text } = await drafted()
    // Without its middle the letter lacks what the readers look for.
    const poor = { ...text, blocks: text.blocks.filter((block) => !block.role.startsWith('demand:')) }
    const readings = await office.letterReadings({ letter: summary.id, text: poor })
    const onshow = vi.fn()
    render(Readings, { letter: summary.id, text: poor, onshow })
    for (const { reader, points } of readings) {
      const of = (seen: ReadingPoint['seen']) => points.filter((point) => point.seen === seen)
      const heading = await screen.findByRole('heading', { name: new RegExp(t.readings.readers[reader]) })
      const shown = within(heading.closest('section')!)
      expect(heading.textContent).toContain(t.readings.count(of('found').length, of('found').length + of('missing').length))
      const titles = [...heading.closest('section')!.querySelectorAll('.title')].map((one) => one.textContent)
      expect(titles).toEqual([...of('missing'), ...of('found')].map((point) => point.title_ru))
      const spared = of('not_applicable').length
      if (spared > 0) expect(shown.getByText(t.readings.notAsked(spared))).toBeTruthy()
      // Only a point with a place is a button.
      const placed = points.filter((point) => point.seen !== 'not_applicable' && point.block !== null)
      expect(shown.queryAllByRole('button')).toHaveLength(placed.length)
    }
    const all = readings.flatMap(({ points }) => points)
    expect(all.some((point) => point.seen === 'missing') && all.some((point) => point.seen === 'found')).toBe(true)
    screen.getAllByRole('button')[0]?.click()
    const shown = [...all.filter((point) => point.block !== null)]
    expect(shown).toContainEqual(onshow.mock.calls[0]?.[0])
  })

  test('a failure offers another try, which the office answers', async () => {
    const { summary, text } = await drafted()
    const read = vi.spyOn(office, 'letterReadings').mockRejectedValueOnce(new Error('no'))
    render(Readings, { letter: summary.id, text })
    const again = await screen.findByRole('button', { name: t.readings.again })
    again.click()
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    expect(screen.getByRole('heading', { name: new RegExp(t.readings.readers.judge) })).toBeTruthy()
    expect(read).toHaveBeenCalledTimes(2)
  })

  test('of an issued letter the words themselves are shown', async () => {
    const { summary, text } = await issue(office, complaint, 'final_refusal')
    render(Readings, { letter: summary.id, text: null, excerpts: text })
    await screen.findByRole('heading', { name: new RegExp(t.readings.readers.judge) })
    const excerpts = [...document.querySelectorAll('.words')].map((one) => (one.textContent ?? '').replace(/^…|…$/g, ''))
    const found = (await office.letterReadings({ letter: summary.id, text: null })).flatMap(({ points }) => points)
    const placed = found.filter((point) => point.seen !== 'not_applicable' && text.blocks.some((block) => block.id === point.block))
    expect(placed.length).toBeGreaterThan(0)
    expect(excerpts).toHaveLength(placed.length)
    const letter = text.blocks.flatMap((block) => contentLines(block.content)).map((line) => line.map(worded).join('')).join('\n')
    for (const words of excerpts) expect(letter).toContain(words)
  })
})
