import { cleanup, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { useBackend, type LetterText, type ReadingPoint, type Reading } from '../../backend'
import { machine } from '../../testing/office'
import Readings from './Readings.svelte'

const point = (id: string, seen: ReadingPoint['seen'], block: string | null): ReadingPoint => ({
  id,
  seen,
  block,
  start: 0,
  end: 4,
  title_ru: `Что ищут: ${id}`,
  title_en: id,
  why_ru: 'Потому что.',
  why_en: 'Because.',
  cure_ru: seen === 'missing' ? 'Допишите.' : '',
  cure_en: seen === 'missing' ? 'Write it.' : '',
})

const made: Reading[] = [
  { reader: 'customer', points: [point('a', 'found', 'intro'), point('b', 'missing', null), point('c', 'not_applicable', null)] },
  { reader: 'inspector', points: [point('d', 'found', 'intro')] },
  { reader: 'judge', points: [point('e', 'missing', 'next')] },
]

const text = { blocks: [] } as unknown as LetterText
afterEach(cleanup)

describe('the three readings', () => {
  test('what is missing comes first, what does not apply is put aside, a click goes to the place', async () => {
    const office = (await machine()).backend
    useBackend({ ...office, letterReadings: async () => made })
    const onshow = vi.fn()
    render(Readings, { letter: 'l', text, onshow })
    await screen.findByRole('heading', { name: /Заявитель/ })
    const titles = [...document.querySelectorAll('#reading-customer ~ ul .title')].map((one) => one.textContent)
    expect(titles).toEqual(['Что ищут: b', 'Что ищут: a'])
    expect(screen.getByRole('heading', { name: /Заявитель/ }).textContent).toContain('1 из 2')
    expect(screen.getByText('Не относится к этому письму: 1')).toBeTruthy()
    screen.getByRole('button', { name: /Что ищут: e/ }).click()
    expect(onshow).toHaveBeenCalledWith(made[2]?.points[0])
    // A point without a place is no button.
    expect(screen.queryByRole('button', { name: /Что ищут: b/ })).toBeNull()
  })

  test('an older answer never overwrites a newer one, and a failure offers another try', async () => {
    const office = (await machine()).backend
    let fail = true
    useBackend({
      ...office,
      letterReadings: async () => {
        if (fail) throw new Error('no')
        return made
      },
    })
    render(Readings, { letter: 'l', text })
    const again = await screen.findByRole('button', { name: 'Прочитать ещё раз' })
    fail = false
    again.click()
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    expect(screen.getByRole('heading', { name: /Судья/ })).toBeTruthy()
  })

  test('of an issued letter the words themselves are shown', async () => {
    const office = (await machine()).backend
    useBackend({ ...office, letterReadings: async () => made })
    const excerpts = {
      blocks: [{ id: 'intro', lock: 'free', role: '', content: { type: 'paragraph', spans: [{ type: 'text', text: 'Мы рассмотрели Вашу претензию.', bold: false, italic: false }] } }],
    } as unknown as LetterText
    render(Readings, { letter: 'l', text: null, excerpts })
    expect((await screen.findAllByText(/Мы рассмотрели Вашу претензию/)).length).toBe(2)
  })
})
