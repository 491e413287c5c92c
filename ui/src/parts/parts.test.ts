import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { createRawSnippet, flushSync } from 'svelte'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { dismiss, failureDetails, failureText, fieldError, notices, notify, notifyFailure, notifyUndo } from '../app/notices.svelte'
import { backend, useBackend } from '../backend'
import { machine } from '../testing/office'
import { speak } from '../text/index.svelte'
import Combobox from './Combobox.svelte'
import DateField from './DateField.svelte'
import DueDate from './DueDate.svelte'
import MoneyInput from './MoneyInput.svelte'
import Notices from './Notices.svelte'
import { ask } from './question.svelte'
import QuestionDialog from './QuestionDialog.svelte'
import { reactive } from './reactive.svelte'
import TextInput from './TextInput.svelte'
import TimeField from './TimeField.svelte'

beforeEach(() => speak('ru'))

describe('a field', () => {
  it('ties its label, error and hint to the box', () => {
    render(TextInput, { label: 'ИНН', value: '', spellcheck: false, error: 'Не хватает цифр', hint: 'Десять цифр', required: true })
    const box = screen.getByLabelText('ИНН')
    expect(box).toHaveAttribute('aria-invalid', 'true')
    expect(box).toHaveAttribute('aria-required', 'true')
    expect(box).toHaveAccessibleDescription(/Не хватает цифр.*Десять цифр/)
  })
})

describe('a text longer than its bound', () => {
  it('is kept whole, said, and not sent', async () => {
    const props = reactive({ label: 'Имя', value: '', spellcheck: false, maxlength: 10 })
    render(TextInput, props)
    const box = screen.getByLabelText('Имя')
    box.focus()
    await userEvent.paste('Соколова Марина')
    expect(props.value).toBe('Соколова Марина')
    expect(box).toHaveAccessibleDescription(/Здесь 15 знаков, а помещается 10/)
    expect(box).toHaveAttribute('data-unread')
    await userEvent.type(box, '{Backspace}'.repeat(5))
    expect(box).not.toHaveAttribute('data-unread')
  })
})

describe('a sum', () => {
  it('is read as typed, and what can’t be read is said and changes nothing', async () => {
    const props = reactive({ label: 'Сумма', value: null as string | null, wrong: false })
    render(MoneyInput, props)
    const box = screen.getByLabelText('Сумма')
    await userEvent.type(box, '4 590,5')
    expect(props.value).toBe('4590.50')
    await userEvent.type(box, 'x')
    expect(props.wrong).toBe(true)
    expect(props.value).toBe('4590.50')
    expect(screen.getByText(/Напишите сумму цифрами/)).toBeVisible()
    await userEvent.clear(box)
    expect(props.value).toBeNull()
  })
})

describe('a day', () => {
  it('is typed in segments, ДД.ММ.ГГГГ, and named for screen readers', async () => {
    const changes: (string | null)[] = []
    render(DateField, { label: 'Получено', value: null, onchange: (day: string | null) => changes.push(day) })
    const day = screen.getByRole('spinbutton', { name: 'Получено: день' })
    day.focus()
    await userEvent.keyboard('22')
    screen.getByRole('spinbutton', { name: 'Получено: месяц' }).focus()
    await userEvent.keyboard('11')
    screen.getByRole('spinbutton', { name: 'Получено: год' }).focus()
    await userEvent.keyboard('2026')
    await waitFor(() => expect(changes.at(-1)).toBe('2026-11-22'))
  })

  it('shows a given one, and takes another from outside', async () => {
    const props = reactive({ label: 'Срок', value: '2026-02-03' as string | null })
    render(DateField, props)
    const text = () => screen.getByRole('group', { name: 'Срок' }).textContent?.replace(/\s/g, '')
    expect(text()).toBe('03.02.2026')
    props.value = '2027-12-31'
    flushSync()
    await waitFor(() => expect(text()).toBe('31.12.2027'))
  })

  it('and a time of day likewise', async () => {
    render(TimeField, { label: 'Время', value: '09:05' })
    const text = screen.getByRole('group', { name: 'Время' }).textContent?.replace(/\s/g, '')
    expect(text).toBe('09:05')
  })
})

describe('how far a due day is', () => {
  it('is said in words with a shape', () => {
    render(DueDate, { due: '2026-11-20', today: '2026-11-22' })
    expect(screen.getByText('20.11.2026, просрочено на 2 дня')).toBeVisible()
    expect(document.querySelector('.due')).toHaveClass('late')
  })

  it('is said calmly of a goal that the office set itself', () => {
    render(DueDate, { due: '2026-11-16', today: '2026-11-22', wordsOnly: true, goal: true })
    expect(screen.getByText('цель офиса прошла 6 дней назад')).toBeVisible()
    expect(document.querySelector('.due')).not.toHaveClass('late')
  })
})

describe('a combobox', () => {
  it('offers, walks by arrows and takes by Enter', async () => {
    const ontake = vi.fn()
    render(Combobox<string>, {
      label: 'Имя',
      value: '',
      spellcheck: false,
      offers: ['Соколова', 'Соколов'],
      key: (offer: string) => offer,
      offer: createRawSnippet<[string]>((offer) => ({ render: () => `<b>${offer()}</b>` })),
      ontake,
    })
    const box = screen.getByRole('combobox', { name: 'Имя' })
    await userEvent.type(box, 'Сок')
    expect(box).toHaveAttribute('aria-expanded', 'true')
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(ontake).toHaveBeenCalledWith('Соколов')
    expect(box).toHaveAttribute('aria-expanded', 'false')
  })
})

describe('notices and questions', () => {
  it('say and offer to take back', async () => {
    const undo = vi.fn()
    render(Notices)
    notifyUndo('Удалено', undo)
    await userEvent.click(await screen.findByRole('button', { name: 'Отменить' }))
    expect(undo).toHaveBeenCalledOnce()
    expect(notices()).toHaveLength(0)
    dismiss(notify('ещё'))
  })

  it('word failures by code, and fields by what is wrong', () => {
    expect(failureText({ code: 'frozen', field: null, detail: null })).toMatch(/выпущено/)
    const missing = { code: 'field', field: 'text', detail: 'missing' }
    expect(fieldError(missing, 'text')).toBe('Заполните это поле.')
    expect(fieldError(missing, 'subject')).toBeNull()
    // What the system says in its own words is there for who asks.
    const raw = { code: 'io', field: null, detail: 'No such file or directory (os error 2)' }
    expect(failureText(raw)).toBe('Не удалось обратиться к диску. Проверьте, на месте ли папка с записями, и повторите.')
    expect(failureDetails(raw)).toMatch(/os error 2/)
    expect(failureText({ code: 'unheard_of', field: null, detail: 'x-1' })).not.toMatch(/x-1/)
    expect(failureDetails({ code: 'unheard_of', field: null, detail: 'x-1' })).toMatch(/x-1/)
    expect(failureDetails(new Error('boom'))).toMatch(/boom/)
    expect(failureText({ code: 'file_gone', field: null, detail: 'чек.pdf' })).toMatch(/чек\.pdf/)
  })

  it('a failure goes when the same succeeds, and shows what the system said when it is asked', async () => {
    const { backend: office } = await machine()
    useBackend({ ...office, complaintCard: (input) => (input.complaint === '' ? Promise.resolve({} as never) : office.complaintCard(input)) })
    render(Notices)
    const complaint = '01890000-0000-7000-8000-000000000000'
    await backend.complaintCard({ complaint }).catch(notifyFailure)
    expect(await screen.findByText(/Этой записи больше нет/)).toBeVisible()
    expect(screen.queryByText(/not_found/)).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Подробности' }))
    expect(screen.getByText(/not_found/)).toBeVisible()
    await backend.today()
    expect(screen.getByText(/Этой записи больше нет/)).toBeVisible()
    await backend.complaintCard({ complaint: '' })
    await waitFor(() => expect(screen.queryByText(/Этой записи больше нет/)).toBeNull())
  })

  it('Esc on a question is no', async () => {
    render(QuestionDialog)
    const answer = ask({ title: 'Удалить?', text: 'Навсегда.', yes: 'Удалить', danger: true })
    const dialog = await screen.findByRole('dialog', { name: 'Удалить?' })
    ;(dialog as HTMLDialogElement).close()
    expect(await answer).toBe(false)
    const second = ask({ title: 'Удалить?', text: 'Навсегда.', yes: 'Удалить' })
    await fireEvent.click(await screen.findByRole('button', { name: 'Удалить' }))
    expect(await second).toBe(true)
  })
})
