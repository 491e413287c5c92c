import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listenKeys } from '../../app/keys.svelte'
import { notices } from '../../app/notices.svelte'
import { useBackend, type Backend } from '../../backend'
import { takeIn } from '../../testing/cases'
import { machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import QuestionDialog from '../../parts/QuestionDialog.svelte'
import Case from './Case.svelte'

let office: Backend
let id: string
let stop: () => void

beforeEach(async () => {
  office = (await machine()).backend
  useBackend(office)
  id = (await takeIn(office, { subject: 'Чайник', text: 'Верните деньги' })).id
  stop = listenKeys()
})
afterEach(() => stop())

const card = () => office.complaintCard({ complaint: id })
const subject = async () => (await card()).complaint.subject
const key = (code: string, shiftKey = false) => fireEvent.keyDown(document.body, { key: code.slice(3).toLowerCase(), code, ctrlKey: true, shiftKey })
const done = t.case.undo.of(t.records.ops.complaint_edit)
const again = t.case.undo.again(t.records.ops.complaint_edit)
const said = () => notices().at(-1)

async function edited(words: string) {
  await userEvent.click(await screen.findByRole('button', { name: t.case.head.edit }))
  const field = await screen.findByLabelText<HTMLInputElement>(t.fields['complaint.subject'])
  await userEvent.clear(field)
  await userEvent.type(field, words)
  await userEvent.click(screen.getByRole('button', { name: t.case.edit.save }))
  await waitFor(async () => expect(await subject()).toBe(words))
  await waitFor(() => expect(screen.queryByRole('button', { name: t.case.edit.save })).toBeNull())
}

describe('a change taken back and made again', { timeout: 60_000 }, () => {
  test('by keys, as often as one likes, and by the notice', async () => {
    render(Case, { id })
    await edited('Чайник течёт')
    await edited('Чайник искрит')
    await key('KeyZ')
    await waitFor(async () => expect(await subject()).toBe('Чайник течёт'))
    await waitFor(() => expect(said()).toMatchObject({ text: done, action: { label: 'Вернуть' } }))
    // As fast as fingers are.
    await key('KeyZ')
    await key('KeyY')
    await key('KeyZ')
    await key('KeyY')
    await waitFor(() => expect(said()?.text).toBe(again))
    await waitFor(async () => expect(await subject()).toBe('Чайник течёт'))
    await waitFor(() => expect(said()).toMatchObject({ text: again, action: { label: t.controls.undo } }))
    // What is said next sounds alike, and takes back another change.
    const former = said()?.id
    await key('KeyZ', true)
    await waitFor(async () => expect(await subject()).toBe('Чайник искрит'))
    await waitFor(() => expect(said()?.id).not.toBe(former))
    expect(said()?.text).toBe(again)
    expect((await card()).redo).toBeNull()

    said()?.action?.run()
    await waitFor(() => expect(said()).toMatchObject({ text: done, action: { label: 'Вернуть' } }))
    said()?.action?.run()
    await waitFor(() => expect(said()?.text).toBe(again))
    expect(await subject()).toBe('Чайник искрит')
  })

  test('not once something else was changed', async () => {
    render(Case, { id })
    await edited('Чайник течёт')
    await key('KeyZ')
    await waitFor(() => expect(said()?.text).toBe(done))
    await edited('Утюг')
    expect((await card()).redo).toBeNull()
    await key('KeyY')
    await waitFor(() => expect(said()?.text).toBe(t.case.undo.nothingBack))
    expect(await subject()).toBe('Утюг')
  })

  test('in the history, and what others rely on is asked about by name', async () => {
    await office.complaintAcknowledge({ complaint: id })
    render(QuestionDialog)
    render(Case, { id })
    const what = t.records.ops.complaint_acknowledge
    await userEvent.click(await screen.findByRole('button', { name: `${t.case.history.undo}: ${what}` }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText(t.case.undo.ask(what))).toBeVisible()
    expect((await card()).undo?.op).toBe('complaint_acknowledge')
    await userEvent.click(within(dialog).getByRole('button', { name: t.controls.undo }))
    await waitFor(() => expect(said()?.text).toBe(t.case.undo.of(what)))
    expect(await screen.findByText(t.case.undo.of(what), { selector: '.told' })).toBeVisible()
    expect((await card()).redo?.undoes).toBe('complaint_acknowledge')
  })

  test('the complainant’s words can’t be saved away', async () => {
    render(Case, { id })
    await userEvent.click(await screen.findByRole('button', { name: t.case.head.edit }))
    const words = await screen.findByLabelText<HTMLTextAreaElement>(t.intake.text.label)
    await userEvent.clear(words)
    await userEvent.click(screen.getByRole('button', { name: t.case.edit.save }))
    expect(await screen.findByText(t.intake.text.missing)).toBeVisible()
    expect((await card()).complaint.text).toBe('Верните деньги')
  })
})
