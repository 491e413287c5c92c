import { readdirSync } from 'node:fs'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { notices } from '../../app/notices.svelte'
import { backend, useBackend } from '../../backend'
import { isoDay } from '../../app/format'
import { ago, refusal, send } from '../../testing/cases'
import { folder } from '../../testing/files'
import { machine, type Machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import { expectedOf, fresh, inventory, question } from './form'
import Posting from './Posting.svelte'

let here: Machine
beforeEach(async () => {
  cleanup()
  here = await machine()
  useBackend(here.backend)
})

/** A letter that has not left yet. */
const unsent = async () => (await refusal(here)).summary

/** A letter that should have been delivered by now. */
async function late() {
  const letter = await refusal(here, 20)
  await send(backend, letter, { way: 'post_registered', daysAgo: 19, expected: isoDay(ago(5)) })
  expect((await backend.today()).delivery.total).toBe(1)
  return letter.summary
}

describe('tracking numbers as they are typed', () => {
  it('are taken when right and say the digit that is wrong', async () => {
    const check = (number: string) => backend.trackingCheck({ number })
    expect((await check('6200 9147 0175 44')).problem).toBeNull()
    expect((await check('rb123456785gb')).numbering).toBe('international')
    expect(await check('62009147017545')).toMatchObject({ problem: 'wrong_check_digit', digit: 4, found: 5 })
    expect(await check('RR123456789EE')).toMatchObject({ digit: 5, found: 9 })
    expect((await check('6200')).problem).toBe('wrong_length')
    expect((await check('')).problem).toBeNull()
  })
})

describe('the form of a dispatch', () => {
  it('begins with what the letter and the way tell', async () => {
    const letter = await unsent()
    const card = await backend.postingCard({ letter: letter.id })
    const typed = fresh(card, new Date('2026-11-22T10:00:00'))
    expect(typed.way).toBe('post_registered')
    expect(expectedOf(typed, await backend.dispatchCheck(question(card, typed)))).toBe('2026-12-06')
    expect(expectedOf({ ...typed, expectedOwn: true }, null), 'nobody waits for what was put by').toBeNull()
    expect(typed.address).toBe(card.address.join('\n'))
    expect(inventory([{ name: ' Акт ', sheets: '3', copies: '', value: null }, { name: '', sheets: '', copies: '', value: null }])).toEqual([
      { name: 'Акт', sheets: 3, copies: 1, value: null },
    ])
  })
})

describe('posting a letter', { timeout: 30_000 }, () => {
  it('says of an address that it is another, and no more once it is the same', async () => {
    const letter = await unsent()
    render(Posting, { letter: letter.id, superseded: false, onchange: () => undefined })
    await fireEvent.click(await screen.findByRole('button', { name: t.posting.record }))
    const dialog = await screen.findByRole('dialog')
    const address = await within(dialog).findByLabelText(t.posting.form.address)
    const own = (address as HTMLTextAreaElement).value
    await fireEvent.input(address, { target: { value: `${own}7` } })
    await within(dialog).findByText(t.posting.form.addressDiffers)
    await fireEvent.input(address, { target: { value: own.replace(', ', '  ') } })
    await waitFor(() => expect(within(dialog).queryByText(t.posting.form.addressDiffers)).toBeNull())
    expect(within(dialog).queryByText(t.posting.form.addressNoIndex)).toBeNull()
  })

  it('says of a letter written without an index that it has none', async () => {
    const letter = await refusal(here, 0, 'г. Москва, ул. Мясницкая, д. 1, кв. 5')
    render(Posting, { letter: letter.summary.id, superseded: false, onchange: () => undefined })
    await fireEvent.click(await screen.findByRole('button', { name: t.posting.record }))
    const dialog = await screen.findByRole('dialog')
    await within(dialog).findByText(t.posting.form.addressNoIndex)
  })

  it('is written down, with a doubtful number only on purpose', async () => {
    const letter = await unsent()
    render(Posting, { letter: letter.id, superseded: false, onchange: () => undefined })
    await fireEvent.click(await screen.findByRole('button', { name: t.posting.record }))
    const dialog = await screen.findByRole('dialog')
    const number = await within(dialog).findByLabelText(new RegExp(t.posting.form.tracking))
    await fireEvent.input(number, { target: { value: '62009147017545' } })
    await within(dialog).findByText(t.posting.form.digit(5, 4))
    const saved = vi.spyOn(here.backend, 'dispatchSave')
    await fireEvent.click(within(dialog).getByRole('button', { name: t.posting.form.save }))
    await waitFor(() => expect(saved).toHaveBeenCalledOnce())
    await expect(saved.mock.results[0]!.value).rejects.toMatchObject({ field: 'tracking' })
    expect((await backend.postingCard({ letter: letter.id })).dispatches).toHaveLength(0)
    await fireEvent.click(within(dialog).getByLabelText(t.posting.form.trackingKept))
    await fireEvent.click(within(dialog).getByRole('button', { name: t.posting.form.save }))
    await waitFor(async () =>
      expect((await backend.postingCard({ letter: letter.id })).dispatches).toHaveLength(1),
    )
    expect((await screen.findAllByText('62009147017545')).length).toBeGreaterThan(0)
    const today = await backend.today()
    expect(today.to_send.total).toBe(0)
    const said = notices().at(-1)
    expect(said).toMatchObject({ text: t.posting.saved, action: { label: t.controls.undo } })
    said?.action?.run()
    await waitFor(async () => expect((await backend.postingCard({ letter: letter.id })).dispatches).toHaveLength(0))
  })

  it('asks for what proves an e-mail, and not for a receipt from the till', async () => {
    const letter = await unsent()
    render(Posting, { letter: letter.id, superseded: false, onchange: () => undefined })
    await fireEvent.click(await screen.findByRole('button', { name: t.posting.record }))
    const dialog = await screen.findByRole('dialog')
    const hint = (words: string) => within(dialog).queryByText((text) => text.startsWith(words))
    await within(dialog).findByLabelText(t.posting.form.way)
    expect(hint(t.posting.form.receiptHint)).toBeVisible()
    await fireEvent.change(within(dialog).getByLabelText(t.posting.form.way), { target: { value: 'email' } })
    await waitFor(() => expect(hint(t.posting.form.receiptScreenHint)).toBeVisible())
    expect(hint(t.posting.form.receiptHint)).toBeNull()
  })

  it('a late letter says so, and a return wants its reason', async () => {
    const letter = await late()
    render(Posting, { letter: letter.id, superseded: false, onchange: () => undefined })
    expect((await screen.findAllByText(/задерживается на/)).length).toBeGreaterThan(0)
    await fireEvent.click(screen.getByRole('button', { name: t.posting.follow }))
    const dialog = await screen.findByRole('dialog')
    const state = await within(dialog).findByLabelText(t.posting.step.state)
    await fireEvent.change(state, { target: { value: 'returned' } })
    await fireEvent.click(within(dialog).getByRole('button', { name: t.posting.step.save }))
    await within(dialog).findByText(t.failures.fields['missing']!)
    await fireEvent.input(within(dialog).getByLabelText(t.posting.step.reason), {
      target: { value: 'истёк срок хранения' },
    })
    await fireEvent.click(within(dialog).getByRole('button', { name: t.posting.step.save }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await screen.findByText(/истёк срок хранения/)
    expect((await backend.today()).delivery.total).toBe(0)
  })

  it('a removal is undone by itself, whatever was done since', async () => {
    const letter = await unsent()
    await send(backend, await backend.letterCard({ letter: letter.id }), { way: 'by_hand' })
    const { complaint } = await backend.postingCard({ letter: letter.id })
    render(Posting, { letter: letter.id, superseded: false, onchange: () => undefined })
    await fireEvent.click(await screen.findByRole('button', { name: t.posting.remove(t.posting.ways.by_hand) }))
    await waitFor(() => expect(notices().at(-1)?.text).toBe(t.posting.removed))
    expect((await backend.postingCard({ letter: letter.id })).dispatches).toEqual([])

    // Somebody else writes a note on the case before it is undone.
    await backend.noteSave({ complaint, note: null, text: 'Звонила' })
    notices().at(-1)?.action?.run()
    await waitFor(async () => expect((await backend.postingCard({ letter: letter.id })).dispatches).toHaveLength(1))
    expect((await backend.complaintCard({ complaint })).notes.map((note) => note.text)).toEqual(['Звонила'])
  })

  it('a proof that contradicts is made only with a reason', async () => {
    const letter = await unsent()
    const shelf = folder()
    await here.seat({ save: shelf })
    render(Posting, { letter: letter.id, superseded: false, onchange: () => undefined })
    await fireEvent.click(await screen.findByRole('button', { name: t.posting.proof.button }))
    const dialog = await screen.findByRole('dialog')
    const save = await within(dialog).findByRole('button', { name: t.posting.proof.save })
    const reason = await within(dialog).findByLabelText(t.posting.proof.reason)
    await fireEvent.click(save)
    await within(dialog).findByText(t.posting.proof.reasonMissing)
    await fireEvent.input(reason, { target: { value: 'Отправку вёл курьер без записи' } })
    await fireEvent.click(save)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(readdirSync(shelf)).toHaveLength(1)
  })
})
