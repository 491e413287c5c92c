import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { notices } from '../../app/notices.svelte'
import { useBackend, type Backend, type ComplaintEdit } from '../../backend'
import { takeIn } from '../../testing/cases'
import { machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import Case from './Case.svelte'

let here: Backend
/** Another program with the same office open. */
let there: Backend
let id: string

beforeEach(async () => {
  here = (await machine()).backend
  useBackend(here)
  const other = await machine('empty')
  there = other.backend
  await other.seat({ folder: (await here.officeInfo()).folder })
  const folder = await there.folderChoose({ purpose: 'existing' })
  await there.officeOpen({ folder: folder?.token ?? null })
  id = (await takeIn(here, { subject: 'Чайник', text: 'Верните деньги' })).id
})

const complaint = async () => (await here.complaintCard({ complaint: id })).complaint

/** The other program puts the complaint right. */
async function elsewhere(change: Partial<ComplaintEdit>) {
  const now = (await there.complaintCard({ complaint: id })).complaint
  await there.complaintEdit({ ...now, ...change })
}

async function opened() {
  const view = render(Case, { id })
  await userEvent.click(await screen.findByRole('button', { name: t.case.head.edit }))
  await screen.findByRole('button', { name: t.case.edit.save })
  return view
}

const subject = () => screen.getByLabelText<HTMLInputElement>(t.fields['complaint.subject'])
const order = () => screen.getByLabelText<HTMLInputElement>(t.fields['complaint.order_ref'])
const price = () => screen.getByLabelText<HTMLInputElement>(t.fields['complaint.price'])
const save = () => userEvent.click(screen.getByRole('button', { name: t.case.edit.save }))
const take = (field: string) => screen.queryByRole('button', { name: t.case.edit.takeTheirsOf(field) })

async function typed(field: HTMLInputElement, words: string) {
  await userEvent.clear(field)
  await userEvent.type(field, words)
}

// A whole case is drawn in each test, which a busy machine does slowly.
describe('a complaint put right in two programs', { timeout: 60_000 }, () => {
  test('what the other wrote stays where nothing was typed, and is shown where something was', async () => {
    await opened()
    await typed(subject(), 'Чайник течёт')
    await elsewhere({ subject: 'Чайник искрит', order: 'А-17', price: '4590.00' })
    await save()
    await waitFor(() => expect(order()).toHaveValue('А-17'))
    expect(subject()).toHaveValue('Чайник течёт')
    expect(screen.getByText(/Чайник искрит/, { selector: '.words' })).toBeInTheDocument()
    expect(take(t.fields['complaint.order_ref'])).toBeNull()
    expect((await complaint()).subject).toBe('Чайник искрит')
    await waitFor(() => expect(notices()).toMatchObject([{ text: t.case.edit.conflict, tone: 'calm' }]))

    await save()
    await waitFor(() => expect(screen.queryByRole('button', { name: t.case.edit.save })).toBeNull())
    expect(await complaint()).toMatchObject({ subject: 'Чайник течёт', order: 'А-17', price: '4590.00' })
  })

  test('the other’s words can be taken', async () => {
    await opened()
    await typed(subject(), 'Чайник течёт')
    await typed(order(), 'Б-9')
    await elsewhere({ subject: 'Чайник искрит' })
    await save()
    await waitFor(() => expect(take(t.fields['complaint.subject'])).not.toBeNull())
    await userEvent.click(take(t.fields['complaint.subject'])!)
    expect(subject()).toHaveValue('Чайник искрит')
    expect(take(t.fields['complaint.subject'])).toBeNull()
    await save()
    await waitFor(async () => expect(await complaint()).toMatchObject({ subject: 'Чайник искрит', order: 'Б-9' }))
  })

  test('a form kept since yesterday does not pass for one of today', async () => {
    const first = await opened()
    await typed(subject(), 'Чайник течёт')
    first.unmount()
    await waitFor(async () =>
      expect((await here.draftGet({ key: `edit/${id}` }))?.value).toMatchObject({ subject: 'Чайник течёт' }),
    )
    await elsewhere({ price: '5000.00' })

    render(Case, { id })
    await waitFor(() => expect(subject()).toHaveValue('Чайник течёт'))
    await save()
    await waitFor(() => expect(price().value.replace(/\s/gu, '')).toBe('5000'))
    expect(await complaint()).toMatchObject({ subject: 'Чайник', price: '5000.00' })
    await save()
    await waitFor(async () => expect(await complaint()).toMatchObject({ subject: 'Чайник течёт', price: '5000.00' }))
  })

  test('what else is done in the case does not stand in its way', async () => {
    await opened()
    await typed(subject(), 'Чайник течёт')
    await there.noteSave({ complaint: id, note: null, text: 'Звонила' })
    await save()
    await waitFor(async () => expect((await complaint()).subject).toBe('Чайник течёт'))
  })
})

describe('a person with two cases', { timeout: 60_000 }, () => {
  const complainant = { name: 'Новиков Пётр Ильич', email: 'novikov@mail.example', address: 'Псков, ул. Советская, д. 1' }
  let first: string

  beforeEach(async () => {
    first = (await takeIn(here, { complainant })).id
    id = (await takeIn(here, { complainant })).id
  })

  const address = async (complaint: string) => (await here.complaintCard({ complaint })).complaint.complainant.address
  const shown = () => screen.getByLabelText<HTMLTextAreaElement>(t.intake.person.address)

  test('what is emptied in one case stays in the other unless it is meant too', async () => {
    await opened()
    expect(screen.queryByText(t.case.edit.scope.label)).toBeNull()
    await userEvent.clear(shown())
    expect(await screen.findByLabelText(t.case.edit.scope.this_case)).toBeChecked()
    await save()
    await waitFor(async () => expect(await address(id)).toBe(''))
    expect(await address(first)).toBe(complainant.address)
  })

  test('what is changed for all cases is told in the history of each', async () => {
    await opened()
    await userEvent.clear(shown())
    await userEvent.type(shown(), 'Псков, ул. Новая, д. 2')
    await userEvent.click(await screen.findByLabelText(t.case.edit.scope.every_case(2)))
    await save()
    await waitFor(async () => expect(await address(first)).toBe('Псков, ул. Новая, д. 2'))
    const number = (await complaint()).number
    render(Case, { id: first })
    expect(await screen.findByText(t.case.history.onCard(number))).toBeInTheDocument()
  })
})
