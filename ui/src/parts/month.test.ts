import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { isoDay } from '../app/format'
import { useBackend, type Backend } from '../backend'
import { machine } from '../testing/office'
import { speak } from '../text/index.svelte'
import DateField from './DateField.svelte'
import DayForm from './DayForm.test.svelte'

let backend: Backend
beforeEach(async () => {
  speak('ru')
  backend = (await machine()).backend
  useBackend(backend)
})

const opener = () => screen.getByRole('button', { name: 'Открыть календарь: Получено' })
const picker = () => screen.getByRole('dialog', { name: 'Календарь: Получено' })
const day = (name: RegExp) => within(picker()).getByRole('button', { name })

describe('a month to point at a day in', { timeout: 30_000 }, () => {
  it('opens at the day in the box, Monday first, and is named for screen readers', async () => {
    render(DateField, { label: 'Получено', value: '2026-05-14' })
    await userEvent.click(opener())
    expect(within(picker()).getByRole('grid', { name: 'май 2026 г.' })).toBeVisible()
    expect(within(picker()).getAllByRole('columnheader').map((one) => one.textContent)).toEqual([
      'Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс',
    ])
    expect(day(/^14 мая 2026 г\., четверг, выбран$/)).toHaveFocus()
    expect(within(picker()).getByRole('gridcell', { selected: true })).toHaveTextContent('14')
    // 1 May 2026 is a Friday.
    expect(within(picker()).getAllByRole('row')[1]?.children[4]).toHaveTextContent('1')
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })
    expect(violations.map((one) => one.id)).toEqual([])
  })

  it('shades and says the days off of the production calendar', async () => {
    render(DateField, { label: 'Получено', value: '2027-02-15' })
    await userEvent.click(opener())
    // Moved by decree: Monday off, Saturday worked.
    await waitFor(() => expect(day(/^22 февраля 2027 г\., понедельник/)).toHaveAccessibleName(/нерабочий день/))
    expect(day(/^20 февраля 2027 г\., суббота$/)).not.toHaveClass('off')
    expect(day(/^21 февраля 2027 г\./)).toHaveClass('off')
  })

  it('shades weekends of a year without a calendar, and where there is no office', async () => {
    render(DateField, { label: 'Получено', value: '2031-03-03' })
    await userEvent.click(opener())
    expect(day(/^8 марта 2031 г\., суббота, нерабочий день/)).toHaveClass('off')
    await userEvent.keyboard('{Escape}')
    backend.daysOff = () => Promise.reject(new Error('no office'))
    await userEvent.click(opener())
    expect(day(/^9 марта 2031 г\., воскресенье, нерабочий день/)).toBeVisible()
    expect(day(/^10 марта 2031 г\., понедельник$/)).toBeVisible()
  })

  it('walks by arrows, Home, End and pages, and Enter takes', async () => {
    const onchange = vi.fn()
    render(DateField, { label: 'Получено', value: '2026-01-31', onchange })
    opener().focus()
    await userEvent.keyboard('{Enter}')
    await userEvent.keyboard('{ArrowRight}')
    expect(day(/^1 февраля 2026/)).toHaveFocus()
    await userEvent.keyboard('{ArrowUp}{ArrowLeft}')
    expect(day(/^24 января 2026/)).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}{PageDown}')
    expect(day(/^28 февраля 2026/)).toHaveFocus()
    await userEvent.keyboard('{Home}')
    expect(day(/^23 февраля 2026/)).toHaveFocus()
    await userEvent.keyboard('{End}')
    expect(day(/^1 марта 2026/)).toHaveFocus()
    await userEvent.keyboard('{Shift>}{PageUp}{/Shift}{PageUp}')
    expect(day(/^1 февраля 2025/)).toHaveFocus()
    expect(onchange).not.toHaveBeenCalled()
    await userEvent.keyboard('{Enter}')
    expect(onchange).toHaveBeenCalledExactlyOnceWith('2025-02-01')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(opener()).toHaveFocus()
    expect(screen.getByRole('group', { name: 'Получено' }).textContent?.replace(/\s/g, '')).toBe('01.02.2025')
  })

  it('keeps Tab within; Esc leaves everything as it was and gives the focus back', async () => {
    const beyond = vi.fn()
    document.body.addEventListener('keydown', beyond)
    const onchange = vi.fn()
    render(DateField, { label: 'Получено', value: '2026-05-14', onchange })
    await userEvent.click(opener())
    await userEvent.tab()
    await userEvent.tab()
    expect(within(picker()).getByRole('button', { name: 'Сегодня' })).toHaveFocus()
    await userEvent.tab()
    expect(within(picker()).getByRole('button', { name: 'Предыдущий год' })).toHaveFocus()
    await userEvent.tab({ shift: true })
    expect(within(picker()).getByRole('button', { name: 'Сегодня' })).toHaveFocus()
    beyond.mockClear()
    await userEvent.keyboard('{Escape}')
    expect(beyond).not.toHaveBeenCalled()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(opener()).toHaveFocus()
    expect(onchange).not.toHaveBeenCalled()
    document.body.removeEventListener('keydown', beyond)
  })

  it('turns months and years by its buttons, takes today, and wipes the box', async () => {
    const onchange = vi.fn()
    render(DateField, { label: 'Получено', value: null, onchange })
    await userEvent.click(opener())
    expect(within(picker()).queryByRole('button', { name: 'Убрать' })).toBeNull()
    await userEvent.click(day(/^Следующий год$/))
    await userEvent.click(day(/^Предыдущий месяц$/))
    await userEvent.click(day(/^Сегодня$/))
    expect(onchange).toHaveBeenLastCalledWith(isoDay())
    await userEvent.click(opener())
    expect(day(/, сегодня(, нерабочий день)?, выбран$/)).toHaveFocus()
    await userEvent.click(day(/^Убрать$/))
    expect(onchange).toHaveBeenLastCalledWith(null)
    expect(opener()).toHaveFocus()
  })

  it('a press beside it closes it and leaves the focus where it was pressed', async () => {
    render(DateField, { label: 'Получено', value: '2026-05-14' })
    await userEvent.click(opener())
    await userEvent.click(document.body)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('names months and days in English', async () => {
    speak('en')
    render(DateField, { label: 'Received', value: '2026-05-14' })
    await userEvent.click(screen.getByRole('button', { name: 'Open the calendar: Received' }))
    expect(screen.getByRole('grid', { name: 'May 2026' })).toBeVisible()
    expect(screen.getByRole('button', { name: '14 May 2026, Thursday, chosen' })).toHaveFocus()
  })

  it('what was pointed at is kept in the draft of its form', async () => {
    const first = render(DayForm)
    await waitFor(() => opener())
    await userEvent.click(opener())
    await userEvent.click(day(/^Сегодня$/))
    first.unmount()
    await waitFor(async () => expect(await backend.draftGet({ key: 'day/1' })).toMatchObject({ value: { day: isoDay() } }))
    render(DayForm)
    await waitFor(() => opener())
    const [y, m, d] = isoDay().split('-')
    expect(screen.getByRole('group', { name: 'Получено' }).textContent?.replace(/\s/g, '')).toBe(`${d}.${m}.${y}`)
  })
})
