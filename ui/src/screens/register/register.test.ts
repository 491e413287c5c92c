import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetPlaces, fromHash, recall } from '../../app/router.svelte'
import { WHOLE_REGISTER, backend, useBackend, type Backend } from '../../backend'
import { takeIn } from '../../testing/cases'
import { machine } from '../../testing/office'
import { manyRows, rowOf } from '../../testing/rows'
import { t } from '../../text/index.svelte'
import { rowsAsText } from '../../app/rows'
import { notices } from '../../app/notices.svelte'
import { changed } from '../../app/office.svelte'
import Register from './Register.svelte'
import { READ_MOST, words } from './columns'
import { Widths } from './widths.svelte'
import { RowWindows, WINDOW } from './windows.svelte'

// jsdom lays nothing out: give the list a window of twenty rows.
beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 680 })
  location.hash = '#/register'
  forgetPlaces()
})

/** An office with two cases, a chair's and a bed's. */
async function twoCases(): Promise<Backend> {
  const { backend: office } = await machine()
  await takeIn(office, { subject: 'Не привезли кресло' })
  await takeIn(office, { subject: 'Скрип кровати' })
  return office
}

/** A register so long that only rows are asked of it. */
const long = (total: number) => manyRows(total) as Backend

describe('the register', () => {
  it('draws only the rows in sight of a million and says how many there are', async () => {
    useBackend(long(1_000_000))
    render(Register)
    const grid = await screen.findByRole('grid')
    await waitFor(() => expect(grid).toHaveAttribute('aria-rowcount', '1000001'))
    expect(within(grid).getAllByRole('row').length).toBeLessThan(60)
    expect(screen.getByText('1 000 000 обращений')).toBeVisible()
  })

  it('walks by keys and opens by Enter', async () => {
    useBackend(long(500))
    render(Register)
    const grid = await screen.findByRole('grid')
    await waitFor(() => expect(grid).toHaveAttribute('aria-rowcount', '501'))
    await waitFor(() => expect(within(grid).getAllByRole('row').length).toBeGreaterThan(5))
    grid.focus()
    const chosen = () => grid.querySelector('.here')?.getAttribute('aria-rowindex')
    await fireEvent.keyDown(grid, { key: 'ArrowDown' })
    expect(chosen()).toBe('3')
    await fireEvent.keyDown(grid, { key: 'End' })
    await waitFor(() => expect(chosen()).toBe('501'))
    await fireEvent.keyDown(grid, { key: 'Home' })
    await waitFor(() => expect(chosen()).toBe('2'))
    await fireEvent.keyDown(grid, { key: 'ArrowDown', shiftKey: true })
    expect(grid.querySelectorAll('.layer [aria-selected="true"]')).toHaveLength(2)
    await fireEvent.keyDown(grid, { key: 'Enter' })
    expect(fromHash(location.hash)).toEqual({ screen: 'case', id: 'row-499' })
  })

  it('adds single rows to the chosen ones by Ctrl and copies just these', async () => {
    useBackend(long(500))
    const copied = vi.fn(() => Promise.resolve())
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: copied } })
    render(Register)
    const grid = await screen.findByRole('grid')
    await waitFor(() => expect(within(grid).getAllByRole('row').length).toBeGreaterThan(8))
    const row = (at: number) => grid.querySelector<HTMLElement>(`[data-index="${at}"]`)!
    await fireEvent.click(row(1), { ctrlKey: true })
    await fireEvent.click(row(4), { ctrlKey: true })
    await fireEvent.click(row(6), { ctrlKey: true })
    await fireEvent.click(row(4), { ctrlKey: true })
    expect(grid.querySelectorAll('.layer [aria-selected="true"]')).toHaveLength(2)
    expect(location.hash).toBe('#/register')
    await fireEvent.keyDown(grid, { key: 'c', code: 'KeyC', ctrlKey: true })
    await waitFor(() => expect(copied).toHaveBeenCalledOnce())
    const lines = String((copied.mock.calls as unknown[][])[0]?.[0]).split('\r\n')
    expect(lines.slice(1).map((line) => line.split('\t')[0])).toEqual([rowOf(499).number, rowOf(494).number])
    await userEvent.click(screen.getByRole('button', { name: t.register.unpick }))
    expect(grid.querySelectorAll('.layer [aria-selected="true"]')).toHaveLength(1)
  })

  it('filters by words as one types, teaches on no result and clears', async () => {
    useBackend(await twoCases())
    render(Register)
    await screen.findByText('2 обращения')
    // In another case than it is written in: words are looked for by their stems.
    await userEvent.type(screen.getByLabelText('Слова из обращения'), 'креслом')
    await screen.findByText('найдено 1 обращение')
    expect(screen.getByText('Не привезли кресло')).toBeVisible()
    expect(screen.queryByText('Скрип кровати')).toBeNull()
    await userEvent.type(screen.getByLabelText('Слова из обращения'), ' жираф')
    await screen.findByText('По этому отбору ничего нет')
    await userEvent.click(screen.getAllByRole('button', { name: 'Снять отбор' })[0]!)
    await screen.findByText('2 обращения')
  })

  it('shows those who still wait for their answer', async () => {
    const office = await twoCases()
    const { id } = await takeIn(office, { subject: 'Спасибо за полку' })
    await office.complaintClose({ complaint: id, reason: ['withdrawn', 'Позвонила и отозвала.'] })
    useBackend(office)
    render(Register)
    await screen.findByText('Спасибо за полку')
    await userEvent.selectOptions(screen.getByLabelText(t.register.status), t.register.awaiting)
    await waitFor(() => expect(screen.queryByText('Спасибо за полку')).toBeNull())
    expect(screen.getByText('Не привезли кресло')).toBeVisible()
    expect(screen.getByText('Скрип кровати')).toBeVisible()
  })

  it('says what belongs here when there is nothing', async () => {
    useBackend((await machine()).backend)
    render(Register)
    await userEvent.click(await screen.findByRole('button', { name: 'Записать первое обращение' }))
    expect(fromHash(location.hash).screen).toBe('intake')
  })

  it('keeps its filter and place for the way back', async () => {
    useBackend(await twoCases())
    const first = render(Register)
    await screen.findByText('2 обращения')
    await userEvent.type(screen.getByLabelText('Слова из обращения'), 'кровати')
    await screen.findByText('найдено 1 обращение')
    first.unmount()
    expect(recall('register')).toMatchObject({ query: { text: 'кровати' } })
    render(Register)
    expect(screen.getByLabelText('Слова из обращения')).toHaveValue('кровати')
    await screen.findByText('найдено 1 обращение')
  })
})

describe('windows of rows', () => {
  it('asks for no window twice and for none that flew past', async () => {
    const asked: number[] = []
    const office = long(100_000)
    useBackend({
      ...office,
      registerPage: (input) => {
        asked.push(input.offset)
        return office.registerPage(input)
      },
    })
    const windows = new RowWindows(WHOLE_REGISTER)
    await windows.reread(0)
    for (let at = 0; at < 50_000; at += 500) windows.sight(at, at + 20)
    windows.sight(60_000, 60_020)
    await vi.waitFor(() => expect(windows.row(60_010)).toBeDefined())
    windows.sight(60_000, 60_020)
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked.length).toBeLessThan(8)
    expect(windows.row(60_010)).toEqual(rowOf(100_000 - 60_010))
  })

  it('forgets a late answer to an old question', async () => {
    const office = await twoCases()
    let release = () => {}
    useBackend({
      ...office,
      registerPage: async (input) => {
        if (input.query.text === 'старое') await new Promise<void>((go) => (release = go))
        return office.registerPage({ ...input, query: WHOLE_REGISTER })
      },
    })
    const windows = new RowWindows(WHOLE_REGISTER)
    const old = windows.change({ ...WHOLE_REGISTER, text: 'старое' })
    await windows.change(WHOLE_REGISTER)
    release()
    await old
    expect(windows.total).toBe(2)
  })

  it('reads what is missing of a stretch to copy it', async () => {
    useBackend(long(1000))
    const windows = new RowWindows(WHOLE_REGISTER)
    await windows.reread(0)
    const rows = await windows.rows(WINDOW - 10, WINDOW + 9)
    expect(rows).toHaveLength(20)
    expect(rows[0]?.id).toBe(`row-${1000 - (WINDOW - 10)}`)
  })

  it('reads each page once for rows chosen one by one', async () => {
    const rows = long(100_000)
    const asked: number[] = []
    useBackend({
      ...rows,
      registerPage: (input) => {
        asked.push(input.offset)
        return rows.registerPage(input)
      },
    })
    const windows = new RowWindows(WHOLE_REGISTER)
    await windows.reread(0)
    asked.length = 0
    const chosen = Array.from({ length: 300 }, (_, at) => 50_299 - at)
    expect((await windows.at(chosen)).map(({ id }) => id)).toEqual(chosen.toReversed().map((index) => rowOf(100_000 - index).id))
    expect(asked).toEqual([50_000, 50_100, 50_200])
  })

  it('takes out what was ticked when the list moves under the ticks', async () => {
    let total = 100
    useBackend({ registerPage: (input) => manyRows(total).registerPage(input) } as Backend)
    render(Register)
    const grid = await screen.findByRole('grid')
    await waitFor(() => expect(within(grid).getAllByRole('row').length).toBeGreaterThan(5))
    const row = (index: number) => within(grid).getAllByRole('row').find((one) => one.getAttribute('aria-rowindex') === String(index))!
    await fireEvent.click(row(3), { ctrlKey: true })
    await fireEvent.click(row(5), { ctrlKey: true })
    expect(screen.getByRole('group', { name: t.register.picked(2) })).toBeVisible()
    total = 101
    changed()
    await waitFor(() => expect(screen.queryByRole('group', { name: t.register.picked(2) })).toBeNull())
    expect(notices().map(({ text }) => text)).toContain(t.register.moved)
  })

  it('measures the words of a row once', () => {
    const widths = new Widths()
    const rows = Array.from({ length: 100 }, (_, at) => rowOf(at + 1))
    const width = vi.fn(() => 1)
    widths.note(rows, width)
    const first = width.mock.calls.length
    widths.note([...rows, rowOf(101)], width)
    expect(width.mock.calls.length - first).toBeLessThan(first / 4)
  })

  it.each([
    [120, ['number', 'received', 'complainant', 'subject', 'status', 'due', 'step', 'channel']],
    [77, ['number', 'received', 'complainant', 'subject', 'status', 'due', 'step']],
    [60, ['number', 'complainant', 'subject', 'status', 'due', 'step']],
  ])('of %s rem show what a row is read for whole, and leave out what is needed least', (room, names) => {
    const widths = new Widths()
    const long = { ...rowOf(1), complainant: 'Константинопольская-Задунайская Евлампия', subject: 'Сервант привезён с трещиной в стекле и без ключа', status: 'issued' as const, next_step: 'issue_final' as const }
    // Letters of half a rem are about as wide as ours.
    const width = (text: string) => text.length * 0.45
    widths.note([long], width)
    widths.share(room)
    expect(widths.shown.map(({ name }) => name)).toEqual(names)
    for (const column of widths.shown.filter(({ name }) => READ_MOST.includes(name))) expect(widths.of(column)).toBeGreaterThanOrEqual(width(words(column, long)))
    expect(widths.shown.reduce((sum, column) => sum + widths.of(column) + 1, 1)).toBeLessThanOrEqual(room)
  })
})

describe('rows for a spreadsheet', () => {
  it('have a head, one line each, and run no formula', async () => {
    useBackend(await twoCases())
    const { rows } = await backend.registerPage({ query: WHOLE_REGISTER, offset: 0, limit: 2 })
    const lines = rowsAsText([{ ...rows[0]!, subject: '=HYPERLINK("x")\nвторая\tстрока' }, rows[1]!]).split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]?.split('\t')).toHaveLength(9)
    expect(lines[1]?.split('\t')).toHaveLength(9)
    expect(lines[1]).toContain("'=HYPERLINK")
  })
})
