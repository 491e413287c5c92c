import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { readProgram } from '../../app/office.svelte'
import { useBackend, type Backend } from '../../backend'
import { takeIn } from '../../testing/cases'
import { machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import Forms from './Forms.svelte'
import { plainText, struck } from './text'

let office: Backend
let complaint: string

beforeEach(async () => {
  office = (await machine()).backend
  useBackend(office)
  await readProgram()
  complaint = (await takeIn(office, { complainant: { name: 'Соколова Марина Львовна' }, demands: [] })).id
})

const words = () => screen.findByRole('textbox', { name: t.forms.kinds.public })

describe('other forms of an answer', { timeout: 30_000 }, () => {
  test('a name typed into a public reply is found, and the words survive leaving', async () => {
    const view = render(Forms, { id: complaint })
    const area = await words()
    await userEvent.clear(area)
    await userEvent.type(area, 'Соколова, напишите нам')
    expect(await screen.findByText(/152-ФЗ/)).toBeInTheDocument()
    view.unmount()
    render(Forms, { id: complaint })
    await waitFor(async () => expect(await words()).toHaveValue('Соколова, напишите нам'))
    expect(screen.getByText(t.controls.draftRestored)).toBeInTheDocument()
  })

  test('a reply is kept, noted where it was posted, and stands in the diary', async () => {
    render(Forms, { id: complaint })
    await words()
    await userEvent.click(await screen.findByRole('button', { name: t.forms.save }))
    const used = screen.getByRole('button', { name: t.forms.used.public })
    await waitFor(() => expect(used).toBeEnabled())
    await userEvent.click(used)
    const place = await screen.findByLabelText(new RegExp(t.forms.place.public))
    await userEvent.type(place, 'Карты')
    const [, confirm] = screen.getAllByRole('button', { name: t.forms.used.public })
    await userEvent.click(confirm!)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await screen.findByText(/Карты/)).toBeInTheDocument()
    const [kept] = await office.formsOfCase({ complaint })
    expect(kept?.used).toHaveLength(1)
    expect((await office.complaintCard({ complaint })).diary.at(-1)?.text).toContain('Карты')
  })

  test('words that were not read yet are not called clean, and given up ones leave nothing behind', async () => {
    const fresh = await office.formsCompose({ complaint, kind: 'public', language: null, limit: null })
    const form = { ...fresh.form, parts: [{ ...fresh.form.parts[0]!, text: 'Соколова, напишите нам' }] }
    await office.draftPut({ key: `form/${complaint}/public`, value: { form } })
    let answer = () => {}
    const read = office.formsCheck
    office.formsCheck = async (ask) => {
      const told = await read(ask)
      await new Promise<void>((resolve) => (answer = resolve))
      return told
    }
    render(Forms, { id: complaint })
    await waitFor(async () => expect(await words()).toHaveValue('Соколова, напишите нам'))
    expect(screen.getByText(t.forms.checking)).toBeInTheDocument()
    expect(screen.queryByText(t.forms.clean)).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: t.controls.draftDiscard }))
    expect(await screen.findByText(t.forms.clean)).toBeInTheDocument()
    answer()
    await new Promise((resolve) => setTimeout(resolve))
    expect(screen.getByText(t.forms.clean)).toBeInTheDocument()
    expect(await words()).toHaveValue(fresh.form.parts[0]!.text)
  })

  test('a place is replaced by characters, not by halves of them', () => {
    expect(struck('😀 Соколова, здравствуйте', 2, 10, '')).toBe('😀, здравствуйте')
    expect(struck('вернём 5 руб.', 7, 13, '6 руб.')).toBe('вернём 6 руб.')
    const part = (id: string) => ({ id, title: id.toUpperCase(), text: ` ${id} ` })
    const form = { kind: 'call' as const, language: 'ru' as const, limit: null, parts: [part('a'), part('b')] }
    expect(plainText(form)).toBe('A\na\n\nB\nb')
  })
})
