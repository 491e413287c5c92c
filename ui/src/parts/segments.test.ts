import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { isoDay } from '../app/format'
import { speak } from '../text/index.svelte'
import DateField from './DateField.svelte'
import { reactive } from './reactive.svelte'
import TimeField from './TimeField.svelte'

beforeEach(() => speak('ru'))

const part = (name: string) => screen.getByRole('spinbutton', { name: `Срок: ${name}` })
const day = () => part('день')
const month = () => part('месяц')
const year = () => part('год')
const press = (keys: string) => userEvent.keyboard(keys)

function date(value: string | null) {
  const changes: (string | null)[] = []
  const props = reactive({ label: 'Срок', value, onchange: (to: string | null) => void changes.push(to) })
  render(DateField, props)
  return { changes, props }
}

function time(value: string | null) {
  const changes: (string | null)[] = []
  const props = reactive({ label: 'Срок', value, onchange: (to: string | null) => void changes.push(to) })
  render(TimeField, props)
  return { changes, props }
}

describe('a day typed in its parts', () => {
  it('goes on by itself once a part can take no more digits', async () => {
    const { props } = date(null)
    day().focus()
    await press('31')
    expect(month()).toHaveFocus()
    await press('12')
    expect(year()).toHaveFocus()
    await press('2026')
    await waitFor(() => expect(props.value).toBe('2026-12-31'))
  })

  it('takes one digit for a whole part where no second could follow', async () => {
    date(null)
    day().focus()
    await press('4')
    expect(day()).toHaveTextContent('04')
    expect(month()).toHaveFocus()
    await press('2')
    expect(month()).toHaveTextContent('02')
    expect(year()).toHaveFocus()
  })

  it('takes a nought before a digit', async () => {
    date(null)
    day().focus()
    await press('0')
    expect(day()).toHaveFocus()
    await press('3')
    expect(day()).toHaveTextContent('03')
    expect(month()).toHaveFocus()
  })

  it('puts the newest digit in place of what no longer fits', async () => {
    date(null)
    month().focus()
    await press('1')
    expect(month()).toHaveFocus()
    await press('5')
    expect(month()).toHaveTextContent('05')
    expect(year()).toHaveFocus()
  })

  it('writes over what stood there when one comes back', async () => {
    const { props } = date('2026-11-22')
    day().focus()
    await press('05')
    await waitFor(() => expect(props.value).toBe('2026-11-05'))
    expect(month()).toHaveFocus()
  })

  it('walks by arrows between the parts and steps up and down within one', async () => {
    const { props } = date('2026-11-30')
    day().focus()
    await press('{ArrowRight}')
    expect(month()).toHaveFocus()
    await press('{ArrowRight}{ArrowRight}')
    expect(year()).toHaveFocus()
    await press('{ArrowUp}')
    await waitFor(() => expect(props.value).toBe('2027-11-30'))
    await press('{ArrowLeft}{ArrowLeft}')
    expect(day()).toHaveFocus()
    await press('{ArrowUp}')
    await waitFor(() => expect(props.value).toBe('2027-11-01'))
    await press('{ArrowDown}')
    await waitFor(() => expect(props.value).toBe('2027-11-30'))
  })

  it('steps an empty part to today’s', async () => {
    const { props } = date(null)
    day().focus()
    await press('{ArrowUp}{ArrowRight}{ArrowDown}{ArrowRight}{ArrowUp}')
    await waitFor(() => expect(props.value).toBe(isoDay()))
  })

  it('never makes another date of what is typed: 31 stays 31 until its month comes', async () => {
    const { props, changes } = date('2026-11-30')
    day().focus()
    await press('31')
    expect(day()).toHaveTextContent('31')
    expect(month()).toHaveFocus()
    await press('10')
    await waitFor(() => expect(props.value).toBe('2026-10-31'))
    expect(changes).toEqual([null, '2026-10-31'])
  })

  it('says that there is no such date once it is left, and keeps what is typed', async () => {
    const { props } = date('2026-01-31')
    month().focus()
    await press('2')
    expect(screen.queryByText(/Даты 31\.02\.2026 нет/)).toBeNull()
    await userEvent.tab()
    await userEvent.tab()
    expect(await screen.findByText('Даты 31.02.2026 нет: в этом месяце 28 дней')).toBeVisible()
    expect(props.value).toBeNull()
    expect(screen.getByRole('group').textContent?.replace(/\s/g, '')).toBe('31.02.2026')
    expect(day()).toHaveAttribute('aria-invalid', 'true')
    day().focus()
    await press('28')
    await waitFor(() => expect(props.value).toBe('2026-02-28'))
    expect(screen.queryByText(/Даты .* нет/)).toBeNull()
  })

  it('says that a date is not finished, and takes a year of two digits', async () => {
    const { props } = date(null)
    day().focus()
    await press('3110')
    await userEvent.tab()
    await userEvent.tab()
    expect(await screen.findByText('Дата не дописана: нужны день, месяц и год')).toBeVisible()
    year().focus()
    await press('26')
    year().blur()
    await waitFor(() => expect(props.value).toBe('2026-10-31'))
    expect(screen.queryByText(/не дописана/)).toBeNull()
  })

  it('goes on at a dot behind a digit', async () => {
    const { props } = date('2026-11-30')
    day().focus()
    await press('1.2.2027')
    await waitFor(() => expect(props.value).toBe('2027-02-01'))
  })

  it('wipes digit by digit, is no day then, and goes back from an empty part', async () => {
    const { props, changes } = date('2026-11-22')
    month().focus()
    await press('{Backspace}')
    await press('{Backspace}')
    await waitFor(() => expect(props.value).toBeNull())
    expect(changes.at(-1)).toBeNull()
    expect(month()).toHaveTextContent('мм')
    expect(day()).toHaveTextContent('22')
    await press('{Backspace}')
    expect(day()).toHaveFocus()
  })

  it('leaves letters and the rest alone', async () => {
    const { props } = date('2026-11-22')
    day().focus()
    await press('x.{Delete}')
    expect(day()).toHaveFocus()
    expect(day()).toHaveTextContent('22')
    expect(props.value).toBe('2026-11-22')
  })

  it('takes a pasted day whole, gives it to the clipboard whole, and lets words that are no day fall', async () => {
    const { props } = date(null)
    day().focus()
    await userEvent.paste(' 22.11.2026 г.')
    expect(props.value).toBe('2026-11-22')
    await userEvent.paste('2027-02-03T10:00:00+03:00')
    expect(props.value).toBe('2027-02-03')
    expect(day()).toHaveTextContent('03')
    for (const none of ['12', 'завтра', '1.2.20267']) await userEvent.paste(none)
    expect(props.value).toBe('2027-02-03')
    for (const [pasted, taken] of [['31102026', '2026-10-31'], ['1.2.26', '2026-02-01'], ['03.02.2027', '2027-02-03']] as const) {
      await userEvent.paste(pasted)
      expect(props.value).toBe(taken)
    }
    await userEvent.paste('31.02.2026')
    expect(props.value).toBeNull()
    expect(screen.getByText(/Даты 31\.02\.2026 нет/)).toBeVisible()
    await userEvent.paste('03.02.2027')
    const clipboard = { setData: vi.fn() }
    await fireEvent.copy(day(), { clipboardData: clipboard })
    expect(clipboard.setData).toHaveBeenCalledWith('text/plain', '03.02.2027')
  })

  it('says in Russian what an empty part holds', () => {
    date(null)
    expect(day()).toHaveAttribute('aria-valuetext', 'пусто')
  })

  it('is clean for assistive programs, empty and filled', async () => {
    for (const value of [null, '2026-11-22']) {
      const { unmount } = render(DateField, { label: 'Срок', value })
      const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })
      expect(violations.map((one) => one.id)).toEqual([])
      unmount()
    }
  })
})

describe('a time typed in its parts', () => {
  const hours = () => part('часы')
  const minutes = () => part('минуты')

  it('goes from hours to minutes', async () => {
    const { props } = time(null)
    hours().focus()
    await press('9')
    expect(hours()).toHaveTextContent('09')
    expect(minutes()).toHaveFocus()
    await press('05')
    await waitFor(() => expect(props.value).toBe('09:05'))
  })

  it('takes midnight, and steps round', async () => {
    const { props } = time(null)
    hours().focus()
    await press('0000')
    await waitFor(() => expect(props.value).toBe('00:00'))
    minutes().focus()
    await press('{ArrowDown}')
    await waitFor(() => expect(props.value).toBe('00:59'))
  })

  it('takes a pasted time', async () => {
    const { props } = time(null)
    minutes().focus()
    await userEvent.paste('9:05')
    expect(props.value).toBe('09:05')
    await userEvent.paste('25:00')
    expect(props.value).toBe('09:05')
  })

  it('is no time while a part is empty', async () => {
    const { props } = time('14:05')
    minutes().focus()
    await press('{Backspace}')
    await press('{Backspace}')
    await waitFor(() => expect(props.value).toBeNull())
    expect(hours()).toHaveTextContent('14')
  })
})
