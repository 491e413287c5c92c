import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetPlaces } from '../../app/router.svelte'
import { backend, useBackend, type Backend, type PostingCard } from '../../backend'
import { isoDay } from '../../app/format'
import { ago, refusal, send } from '../../testing/cases'
import { machine, type Machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import BookDialog from './BookDialog.svelte'
import DeliveryDialog from './DeliveryDialog.svelte'
import DispatchDialog from './DispatchDialog.svelte'
import PapersDialog from './PapersDialog.svelte'
import ProofDialog from './ProofDialog.svelte'

let here: Machine
let office: Backend
beforeEach(async () => {
  cleanup()
  here = await machine()
  office = here.backend
  useBackend(office)
})

/** The posting of a letter that has not left yet. */
async function unsent(): Promise<PostingCard> {
  const { summary } = await refusal(here)
  return office.postingCard({ letter: summary.id })
}

/** The posting of a letter on its way. */
async function sent(): Promise<PostingCard> {
  const letter = await refusal(here, 20)
  await send(office, letter, { way: 'post_registered', daysAgo: 19, expected: isoDay(ago(5)) })
  return office.postingCard({ letter: letter.summary.id })
}

const type = (label: string | RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const restored = () => screen.findByText(t.controls.draftRestored)
/** What is on disk when the program is killed. */
const kept = async (key: string, words: string) =>
  waitFor(async () => expect(JSON.stringify(await backend.draftGet({ key }))).toContain(words), { timeout: 3000 })

describe('what is typed in a dialog of the posting is there again after it was closed', { timeout: 30_000 }, () => {
  it('papers: the address and the lines of the inventory', async () => {
    const card = await unsent()
    const key = `papers/${card.letter}`
    const first = render(PapersDialog, { open: true, card })
    await fireEvent.change(await screen.findByLabelText(t.posting.papers.kind), { target: { value: 'inventory' } })
    await type(t.posting.papers.address, '190000, Санкт-Петербург, до востребования')
    await type(t.posting.form.lineName(1), 'Ответ на претензию и акт')
    // Not only on closing: a kill leaves no time for that.
    await kept(key, 'до востребования')
    first.unmount()
    render(PapersDialog, { open: true, card })
    await restored()
    expect(screen.getByLabelText(t.posting.papers.address)).toHaveValue('190000, Санкт-Петербург, до востребования')
    expect(screen.getByLabelText(t.posting.form.lineName(1))).toHaveValue('Ответ на претензию и акт')
    await fireEvent.click(screen.getByRole('button', { name: t.controls.draftDiscard }))
    await waitFor(async () => expect(await backend.draftGet({ key })).toBeNull())
    expect(screen.getByLabelText(t.posting.papers.address)).toHaveValue(card.address.join('\n'))
  })

  it('papers: a printed label leaves the next place on its sheet', async () => {
    const card = await unsent()
    const print = vi.spyOn(office, 'paperOpen')
    const first = render(PapersDialog, { open: true, card })
    await fireEvent.change(await screen.findByLabelText(t.posting.papers.kind), { target: { value: 'labels' } })
    await type(t.posting.papers.start, '5')
    await type(t.posting.papers.copies, '3')
    await fireEvent.click(screen.getByRole('button', { name: t.posting.papers.open }))
    await waitFor(() => expect(print).toHaveBeenCalledOnce())
    expect(print.mock.calls[0]?.[0]).toMatchObject({ paper: 'labels', start: 5, copies: 3 })
    await waitFor(() => expect(screen.getByRole('button', { name: t.posting.papers.open })).not.toHaveAttribute('aria-busy'))
    expect(screen.getByLabelText(t.posting.papers.start)).toHaveValue('5')
    first.unmount()
    await kept(`papers/${card.letter}`, '"start":"8"')
    forgetPlaces()
    render(PapersDialog, { open: true, card })
    await restored()
    expect(screen.getByLabelText(t.posting.papers.start)).toHaveValue('8')
  })

  it('the book: its days and parts, until it was printed', async () => {
    const first = render(BookDialog, { open: true })
    await fireEvent.click(await screen.findByLabelText(t.posting.book.outgoing))
    await kept('book', '"outgoing":false')
    first.unmount()
    render(BookDialog, { open: true })
    await restored()
    expect(screen.getByLabelText(t.posting.book.outgoing)).not.toBeChecked()
    await fireEvent.click(screen.getByRole('button', { name: t.posting.papers.open }))
    await waitFor(async () => expect(await backend.draftGet({ key: 'book' })).toBeNull())
  })

  it('a dispatch: its number, note and lines, until it was written down', async () => {
    const card = await unsent()
    const key = `dispatch/${card.letter}`
    const first = render(DispatchDialog, { open: true, card, onsaved: () => undefined })
    await screen.findByLabelText(new RegExp(t.posting.form.tracking))
    await type(new RegExp(t.posting.form.note), 'сдала Ирина')
    await fireEvent.click(screen.getByLabelText(t.posting.form.inventory))
    await type(t.posting.form.lineName(1), 'Письмо')
    await kept(key, 'сдала Ирина')
    first.unmount()
    render(DispatchDialog, { open: true, card, onsaved: () => undefined })
    await restored()
    expect(screen.getByLabelText(new RegExp(t.posting.form.note))).toHaveValue('сдала Ирина')
    expect(screen.getByLabelText(t.posting.form.lineName(1))).toHaveValue('Письмо')
    await fireEvent.click(screen.getByRole('button', { name: t.posting.form.save }))
    await waitFor(async () => expect(await backend.draftGet({ key })).toBeNull())
  })

  it('what became of it: the reason', async () => {
    const card = await sent()
    const view = card.dispatches.at(-1)!
    const first = render(DeliveryDialog, { open: true, card, view, onsaved: () => undefined })
    await fireEvent.change(await screen.findByLabelText(t.posting.step.state), { target: { value: 'returned' } })
    await type(t.posting.step.reason, 'истёк срок')
    await kept(`delivery/${view.dispatch.id}`, 'истёк срок')
    first.unmount()
    render(DeliveryDialog, { open: true, card, view, onsaved: () => undefined })
    await restored()
    expect(screen.getByLabelText(t.posting.step.reason)).toHaveValue('истёк срок')
  })

  it('a proof: the reason and its shape', async () => {
    const { letter } = await unsent()
    const first = render(ProofDialog, { open: true, letter })
    await screen.findByLabelText(t.posting.proof.reason)
    await type(t.posting.proof.reason, 'Курьер без записи')
    await fireEvent.click(screen.getByLabelText(t.posting.proof.folder))
    await kept(`proof/${letter}`, 'Курьер без записи')
    first.unmount()
    render(ProofDialog, { open: true, letter })
    await restored()
    expect(await screen.findByLabelText(t.posting.proof.reason)).toHaveValue('Курьер без записи')
    expect(within(screen.getByRole('dialog')).getByLabelText(t.posting.proof.folder)).toBeChecked()
  })
})
