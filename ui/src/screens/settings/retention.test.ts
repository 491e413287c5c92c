import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { notices } from '../../app/notices.svelte'
import { useBackend, type Backend } from '../../backend'
import { asked, reply } from '../../parts/question.svelte'
import { takeIn } from '../../testing/cases'
import { machine, type Machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import Case from '../case/Case.svelte'
import Retention from './Retention.svelte'
import DueLine from '../records/DueLine.svelte'
import Trash from '../records/Trash.svelte'

const words = t.retention
let seat: Machine['seat']
let office: Backend

beforeEach(async () => {
  ;({ backend: office, seat } = await machine())
  useBackend(office)
})

/** Thanks that were closed with nothing asked, of which the term is a year. */
async function thanked(): Promise<string> {
  await seat({ now: '2026-11-20T12:00:00+03:00' })
  const { id } = await takeIn(office, { kind: 'gratitude', demands: [], complainant: { name: 'Соколова Марина Львовна' } }, new Date('2026-11-20T11:00:00+03:00'))
  await office.complaintClose({ complaint: id, reason: ['nothing_asked', ''] })
  return id
}

const nameOf = async (id: string) => (await office.complaintCard({ complaint: id })).complaint.number

describe('how long records are kept', { timeout: 60_000 }, () => {
  test('less than the law asks needs a word, and the terms are taken back', async () => {
    render(Retention)
    const years = await screen.findByLabelText(words.years(t.words.kind.claim))
    expect(years).toHaveValue('5')
    await userEvent.clear(years)
    await userEvent.type(years, '3')
    const save = screen.getByRole('button', { name: words.save })
    await userEvent.click(save)
    const word = screen.getByLabelText(words.word(t.words.kind.claim))
    await waitFor(() => expect(word).toHaveAccessibleDescription(expect.stringContaining(t.norms.problems['retention_short']?.('') ?? '-')))
    expect(word).toBeInvalid()
    expect(screen.queryByText(/claim/)).toBeNull()
    expect((await office.norms()).retention.chosen.terms).toEqual([])
    await userEvent.type(word, 'юрист согласовал')
    expect(word).toBeValid()
    await userEvent.click(save)
    await waitFor(async () =>
      expect((await office.norms()).retention.chosen.terms).toEqual([{ kind: 'claim', years: 3, word: 'юрист согласовал' }]),
    )
    await waitFor(() => expect(notices().at(-1)?.action?.label).toBe(t.controls.undo))
    notices().at(-1)?.action?.run()
    await waitFor(() => expect(screen.getByLabelText(words.years(t.words.kind.claim))).toHaveValue('5'))
  })

  test('what is due is looked through, ticked, confirmed and logged', async () => {
    const id = await thanked()
    const number = await nameOf(id)
    await seat({ now: '2028-01-02T12:00:00+03:00' })
    render(Retention)
    const list = await screen.findByRole('list', { name: words.due.title })
    const erase = screen.getByRole('button', { name: words.due.erase(0) })
    expect(erase).toBeDisabled()
    await userEvent.click(within(list).getByRole('checkbox', { name: new RegExp(number) }))
    await userEvent.click(screen.getByRole('button', { name: words.due.erase(1) }))
    await waitFor(() => expect(asked()?.text).toContain(number))
    reply(true)
    await screen.findByText(words.due.none)
    const log = await screen.findByRole('list', { name: words.log.title })
    expect(within(log).getByText(new RegExp(words.grounds.term_over))).toBeInTheDocument()
    expect(log).not.toHaveTextContent('Соколова')
    await expect(office.complaintCard({ complaint: id })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('what is due goes by itself only after a question that says how much that is', async () => {
    await thanked()
    await seat({ now: '2028-01-02T12:00:00+03:00' })
    render(Retention)
    await userEvent.click(await screen.findByRole('checkbox', { name: words.byItself }))
    const save = screen.getByRole('button', { name: words.save })
    const chosen = async () => (await office.norms()).retention.chosen.by_itself
    await userEvent.click(save)
    await waitFor(() => expect(asked()?.text).toBe(words.byItselfAsk(1)))
    reply(false)
    expect(await chosen()).toBe(false)
    await userEvent.click(save)
    await waitFor(() => expect(asked()).not.toBeNull())
    reply(true)
    await waitFor(async () => expect(await chosen()).toBe(true))
  })

  test('what was thrown away and is due is taken back from the list', async () => {
    await seat({ now: '2026-11-20T12:00:00+03:00' })
    const { id, number } = await takeIn(office, {}, new Date('2026-11-20T11:00:00+03:00'))
    await office.complaintTrash({ complaint: id, reason: 'спам' })
    await seat({ now: '2026-12-21T12:00:00+03:00' })
    const line = render(DueLine)
    await screen.findByText(words.due.today(1))
    line.unmount()
    render(Retention)
    await userEvent.click(await screen.findByRole('button', { name: `${t.records.restore}: ${number}` }))
    await screen.findByText(words.due.none)
    expect((await office.complaintCard({ complaint: id })).complaint.trashed_at).toBeNull()
  })

  test('the trash says when each thing goes, and what is ordered to be kept', async () => {
    await seat({ now: '2026-11-20T12:00:00+03:00' })
    const morning = new Date('2026-11-20T11:00:00+03:00')
    const ids = [await takeIn(office, {}, morning), await takeIn(office, {}, morning)].map((one) => one.id)
    for (const complaint of ids) await office.complaintTrash({ complaint, reason: 'спам' })
    await office.complaintHold({ complaint: ids[0]!, hold: null, reason: 'иск', ordered_by: 'суд', until: null })
    render(Trash)
    expect(await screen.findByText(words.due.waiting('20.12.2026'))).toBeInTheDocument()
    expect(screen.getByText(words.due.held(null))).toBeInTheDocument()
  })
})

describe('a case that is ordered to be kept, and its complainant', { timeout: 60_000 }, () => {
  test('an order says why and by whom, stands at the head of the case, and is lifted', async () => {
    const { id } = await takeIn(office)
    render(Case, { id })
    await userEvent.click(await screen.findByRole('button', { name: t.case.head.actions }))
    await userEvent.click(screen.getByRole('menuitem', { name: words.hold.action }))
    const dialog = await screen.findByRole('dialog', { name: words.hold.title })
    await userEvent.click(within(dialog).getByRole('button', { name: words.hold.save }))
    await waitFor(() => expect(within(dialog).getByLabelText(words.hold.reason)).toBeInvalid())
    await userEvent.type(within(dialog).getByLabelText(words.hold.reason), 'иск')
    await userEvent.type(within(dialog).getByLabelText(words.hold.by), 'суд')
    await userEvent.click(within(dialog).getByRole('button', { name: words.hold.save }))
    expect(await screen.findByText(`${words.hold.standing(null)}.`)).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: words.hold.lift }))
    await waitFor(() => expect(screen.queryByText(`${words.hold.standing(null)}.`)).toBeNull())
  })

  test('what stays is told with the reason, and what goes before it goes', async () => {
    const id = await thanked()
    const open = await takeIn(office, { complainant: { name: 'Соколова Марина Львовна' } }, new Date('2026-11-20T11:00:00+03:00'))
    const { complaint } = await office.complaintCard({ complaint: id })
    await seat({ now: '2026-11-21T12:00:00+03:00' })
    render(Case, { id })
    await userEvent.click(await screen.findByRole('button', { name: t.case.head.actions }))
    await userEvent.click(screen.getByRole('menuitem', { name: words.person.action }))
    const dialog = await screen.findByRole('dialog', { name: words.person.title('Соколова Марина Львовна') })
    expect(await within(dialog).findByRole('list', { name: words.person.goes })).toHaveTextContent(complaint.number)
    await userEvent.click(within(dialog).getByRole('button', { name: words.person.erase }))
    await waitFor(() => expect(asked()?.text).toContain(complaint.number))
    reply(true)
    await waitFor(async () => expect((await office.erasures()).length).toBe(1))
    expect((await office.complaintCard({ complaint: open.id })).complaint.status).not.toBe('closed')
  })

  test('of an open case nothing is erased', async () => {
    const { id } = await takeIn(office)
    render(Case, { id })
    await userEvent.click(await screen.findByRole('button', { name: t.case.head.actions }))
    await userEvent.click(screen.getByRole('menuitem', { name: words.person.action }))
    expect(await screen.findByText(words.person.nothing)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: words.person.erase })).toBeNull()
  })
})
