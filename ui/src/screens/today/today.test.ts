import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { isoDay } from '../../app/format'
import { readProgram } from '../../app/office.svelte'
import { forgetPlaces, fromHash } from '../../app/router.svelte'
import { backend, useBackend } from '../../backend'
import { ago, decide, issue, refusal, send, takeIn } from '../../testing/cases'
import { machine, type Machine } from '../../testing/office'
import { speak, t } from '../../text/index.svelte'
import Today from './Today.svelte'

let own: Machine

beforeEach(async () => {
  localStorage.clear()
  forgetPlaces()
  speak('ru')
  location.hash = '#/today'
  own = await machine()
  useBackend(own.backend)
})

async function shown() {
  await readProgram()
  render(Today)
}

/** The rows of a case, wherever they stand. */
const rowsOf = (id: string) => document.querySelectorAll(`a[data-row="${CSS.escape(id)}"]`)

describe('what the day holds', { timeout: 60_000 }, () => {
  it('keeps an answer that never left among what is overdue, and says so', async () => {
    const letter = await refusal(own, 30)
    await shown()
    const late = await screen.findByRole('region', { name: /Просрочено/ })
    expect(within(late).getByText(/выпущено, не отправлено/)).toBeVisible()
    expect(within(late).getByText(t.words.step.send)).toBeVisible()
    expect(rowsOf(letter.complaint)).toHaveLength(1)
  })

  it('shows what is granted by its day, before the letter has left', async () => {
    const { id } = await takeIn(backend)
    const { demands } = await backend.complaintCard({ complaint: id })
    const due = isoDay(ago(-2))
    for (const { demand } of demands)
      await backend.decide({
        complaint: id,
        demand: demand.id,
        decision: { kind: 'satisfy', reasons: 'Осмотр показал трещину.', ground: '', amount: demand.amount, action: 'на карту', due, evidence: [] },
      })
    await shown()
    const promised = await screen.findByRole('region', { name: /Обещано/ })
    expect(within(promised).getByText(/Выплатить 4.590 ₽ до/)).toBeVisible()
    expect(rowsOf(id)).toHaveLength(1)
  })

  it('leads back to an intake that was left half written', async () => {
    await backend.draftPut({ key: 'complaint/new', value: { subject: 'Утюг не греет', complainant: { name: 'Зуева Анна' } } })
    await shown()
    expect(await screen.findByText(t.today.intakeBegun('Зуева Анна: Утюг не греет'))).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: t.today.intakeGo }))
    expect(fromHash(location.hash)).toMatchObject({ screen: 'intake' })
  })

  it('shows a letter left half written, on its case or, once that is answered, in a list of its own', async () => {
    const { id } = await takeIn(backend)
    await backend.letterDraft({ complaint: id, kind: 'interim', language: null })
    const { id: other } = await takeIn(backend)
    await decide(backend, other, 'refuse')
    await send(backend, await issue(backend, other, 'final_refusal'), { way: 'email' })
    await backend.letterDraft({ complaint: other, kind: 'correction', language: null })
    await shown()
    expect(await screen.findByText(new RegExp(t.today.drafted))).toBeVisible()
    const unfinished = await screen.findByRole('region', { name: new RegExp(t.today.sections.unfinished) })
    expect(within(unfinished).getAllByRole('link')).toHaveLength(1)
    await waitFor(() => expect(rowsOf(other)).toHaveLength(1))
  })
})
