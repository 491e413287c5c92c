import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import { backend, useBackend } from '../../backend'
import { memoryOffice } from '../../backend/memory'
import { trackingCheck } from '../../backend/memory/posting'
import { t } from '../../text/index.svelte'
import { differs, fresh, inventory, sentAt } from './form'
import Posting from './Posting.svelte'

beforeEach(() => {
  cleanup()
  useBackend(memoryOffice())
})

/** The issued letter of the sample that never left, or the one that is late. */
async function letterOf(section: 'to_send' | 'delivery') {
  const today = await backend.today()
  const row = today[section].rows[0]!
  const card = await backend.complaintCard({ complaint: row.id })
  const letter = card.letters.find((one) => one.state === 'issued' && one.kind.startsWith('final_'))!
  return { letter, complaint: row.id }
}

describe('tracking numbers as they are typed', () => {
  it('are taken when right and say the digit that is wrong', () => {
    expect(trackingCheck('6200 9147 0175 44').problem).toBeNull()
    expect(trackingCheck('rb123456785gb').numbering).toBe('international')
    expect(trackingCheck('62009147017545')).toMatchObject({ problem: 'wrong_check_digit', digit: 4, found: 5 })
    expect(trackingCheck('RR123456789EE')).toMatchObject({ digit: 5, found: 9 })
    expect(trackingCheck('6200').problem).toBe('wrong_length')
    expect(trackingCheck('').problem).toBeNull()
  })
})

describe('the form of a dispatch', () => {
  it('begins with what the letter and the way tell', async () => {
    const { letter } = await letterOf('to_send')
    const card = await backend.postingCard({ letter: letter.id })
    const typed = fresh(card, new Date('2026-11-22T10:00:00'))
    expect(typed.way).toBe('post_registered')
    expect(typed.expected).toBe('2026-12-06')
    expect(typed.address).toBe(card.address.join('\n'))
    expect(differs(card, typed.address.replace(', ', '  '))).toBe(false)
    expect(differs(card, `${typed.address}7`)).toBe(true)
    expect(inventory([{ name: ' Акт ', sheets: '3', copies: '', value: null }, { name: '', sheets: '', copies: '', value: null }])).toEqual([
      { name: 'Акт', sheets: 3, copies: 1, value: null },
    ])
  })

  it('never sends before the issue for want of seconds', () => {
    const typed = { day: '2026-11-22', clock: '10:00' } as Parameters<typeof sentAt>[0]
    const at = new Date('2026-11-22T10:00:30').toISOString()
    expect(sentAt(typed, at)).toBe(at)
    expect(sentAt({ ...typed, clock: null }, at)).toBeNull()
  })
})

describe('posting a letter', { timeout: 30_000 }, () => {
  it('is written down, with a doubtful number only on purpose', async () => {
    const { letter } = await letterOf('to_send')
    render(Posting, { letter: letter.id, issued: letter.issued?.at, superseded: false, onchange: () => undefined })
    await fireEvent.click(await screen.findByRole('button', { name: t.posting.record }))
    const dialog = await screen.findByRole('dialog')
    const number = await within(dialog).findByLabelText(new RegExp(t.posting.form.tracking))
    await fireEvent.input(number, { target: { value: '62009147017545' } })
    await within(dialog).findByText(t.posting.form.digit(5, 4))
    await fireEvent.click(within(dialog).getByRole('button', { name: t.posting.form.save }))
    await waitFor(async () =>
      expect((await backend.postingCard({ letter: letter.id })).dispatches).toHaveLength(0),
    )
    await fireEvent.click(within(dialog).getByLabelText(t.posting.form.trackingKept))
    await fireEvent.click(within(dialog).getByRole('button', { name: t.posting.form.save }))
    await waitFor(async () =>
      expect((await backend.postingCard({ letter: letter.id })).dispatches).toHaveLength(1),
    )
    expect((await screen.findAllByText('62009147017545')).length).toBeGreaterThan(0)
    const today = await backend.today()
    expect(today.to_send.total).toBe(0)
  })

  it('a late letter says so, and a return wants its reason', async () => {
    const { letter } = await letterOf('delivery')
    render(Posting, { letter: letter.id, issued: letter.issued?.at, superseded: false, onchange: () => undefined })
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
    await screen.findByText(/истёк срок хранения/)
    expect((await backend.today()).delivery.total).toBe(0)
  })

  it('a proof that contradicts is made only with a reason', async () => {
    const { letter } = await letterOf('to_send')
    render(Posting, { letter: letter.id, issued: letter.issued?.at, superseded: false, onchange: () => undefined })
    await fireEvent.click(await screen.findByRole('button', { name: t.posting.proof.button }))
    const dialog = await screen.findByRole('dialog')
    const save = await within(dialog).findByRole('button', { name: t.posting.proof.save })
    const reason = await within(dialog).findByLabelText(t.posting.proof.reason)
    await fireEvent.click(save)
    await within(dialog).findByText(t.posting.proof.reasonMissing)
    await fireEvent.input(reason, { target: { value: 'Отправку вёл курьер без записи' } })
    await fireEvent.click(save)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})
