import { truncateSync } from 'node:fs'
import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { isoDay } from '../../app/format'
import { notices } from '../../app/notices.svelte'
import { useBackend, type Added, type Backend, type Decision, type Regime } from '../../backend'
import { asked, reply } from '../../parts/question.svelte'
import { ago, takeIn } from '../../testing/cases'
import { file } from '../../testing/files'
import { machine, type Machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import Case from './Case.svelte'

let seat: Machine['seat']
let office: Backend
let added: Added

beforeEach(async () => {
  ;({ backend: office, seat } = await machine())
  useBackend(office)
  added = await takeIn(office, { text: '<script>alert(1)</script> Верните деньги' })
})

const open = async () => {
  const view = render(Case, { id: added.id })
  await screen.findByRole('heading', { level: 1, name: 'Чайник' })
  return view
}

// A whole case is drawn in each test, which a busy machine does slowly.
describe('the case', { timeout: 30_000 }, () => {
  test('their words are text, whatever they hold', async () => {
    await open()
    expect(screen.getByText('<script>alert(1)</script> Верните деньги')).toBeInTheDocument()
    expect(document.querySelector('.case script')).toBeNull()
  })

  test('a receipt that was confirmed otherwise than by a letter asks for no letter', async () => {
    await open()
    await userEvent.click(screen.getByRole('button', { name: t.case.next.acknowledgedOtherwise }))
    await waitFor(() => expect(screen.queryByRole('button', { name: t.case.next.acknowledgedOtherwise })).toBeNull())
    expect(await office.complaintCard({ complaint: added.id })).toMatchObject({ next_step: 'decide', letters: [] })
    notices().at(-1)?.action?.run()
    await screen.findByRole('button', { name: t.case.next.acknowledgedOtherwise })
  })

  test('documents that were stopped are told as stopped, once, and none of them is kept', async () => {
    const films = ['first.mp4', 'second.mp4'].map((name) => file(name, name))
    // Long enough to be stopped while they are read.
    for (const film of films) truncateSync(film, 300 << 20)
    await seat({ files: films })
    await open()
    await userEvent.click(screen.getByRole('button', { name: t.case.documents.add }))
    await userEvent.click(await screen.findByRole('button', { name: t.controls.stop }))
    await waitFor(() => expect(notices().map((notice) => notice.text)).toEqual([t.case.documents.stopped]), { timeout: 10_000 })
    expect(screen.queryByRole('progressbar')).toBeNull()
    expect((await office.complaintCard({ complaint: added.id })).documents).toEqual([])
    expect(screen.queryByRole('button', { name: t.case.documents.open('first.mp4') })).toBeNull()
  })

  test('an entry of the diary that is to come is refused at its time', async () => {
    await office.draftPut({ key: `diary/${added.id}`, value: { day: isoDay(ago(-2)), clock: '10:00', text: 'Осмотр', source: '' } })
    await open()
    const form = (await screen.findByLabelText(t.case.diary.text)).closest('form')!
    await userEvent.click(within(form).getByRole('button', { name: t.controls.save }))
    expect(await within(form).findByText(t.failures.fields['future']!)).toBeInTheDocument()
    expect((await office.complaintCard({ complaint: added.id })).diary).toEqual([])
  })

  test('a refusal without reasons is stopped at the field; with them it is recorded and can be undone', async () => {
    const decided = vi.spyOn(office, 'decide')
    await open()
    await userEvent.click(screen.getByRole('button', { name: t.case.demands.decide }))
    await userEvent.click(await screen.findByRole('radio', { name: t.words.decision.refuse }))
    await userEvent.click(screen.getByRole('button', { name: t.case.decision.save }))
    expect(await screen.findByText(t.case.decision.reasonsMissing)).toBeInTheDocument()
    expect((await office.complaintCard({ complaint: added.id })).demands[0]?.demand.decision).toBeNull()
    await userEvent.click(screen.getByLabelText(t.case.decision.reasonsLabel.refuse))
    await userEvent.paste('Осмотр 20.11.2026 показал следы удара.')
    await userEvent.click(screen.getByRole('button', { name: t.case.decision.save }))
    await waitFor(() => expect(screen.queryByRole('button', { name: t.case.decision.save })).toBeNull())
    expect(decided.mock.lastCall?.[0].decision).toMatchObject({ kind: 'refuse', amount: null })
    expect(notices().at(-1)).toMatchObject({ text: t.case.decision.saved, action: { label: t.controls.undo } })
    notices().at(-1)?.action?.run()
    expect(await screen.findByText(t.case.demands.undecided)).toBeInTheDocument()
  })

  test('a ground that a refusal must name is asked for as soon as one refuses', async () => {
    await open()
    await userEvent.click(screen.getByRole('button', { name: t.case.demands.decide }))
    await userEvent.click(await screen.findByRole('radio', { name: t.words.decision.satisfy }))
    const ground = () => screen.getByRole('textbox', { name: (name) => name.startsWith(t.case.decision.ground) })
    expect(ground()).not.toBeRequired()
    await userEvent.click(screen.getByRole('radio', { name: t.words.decision.refuse }))
    expect(screen.getByText(t.case.decision.groundNeeded)).toBeInTheDocument()
    expect(ground()).toBeRequired()
  })

  test('each decision says what it means before one is chosen', async () => {
    await open()
    await userEvent.click(screen.getByRole('button', { name: t.case.demands.decide }))
    for (const kind of ['satisfy', 'partly', 'refuse', 'goodwill'] as const) {
      const option = await screen.findByRole('radio', { name: t.words.decision[kind] })
      expect(option).not.toBeChecked()
      expect(option).toHaveAccessibleDescription(t.case.decision.means[kind])
    }
  })

  test('grounds that fit the demand are offered to whoever refuses, and one’s own words stay possible', async () => {
    const decided = vi.spyOn(office, 'decide')
    await open()
    await userEvent.click(screen.getByRole('button', { name: t.case.demands.decide }))
    await userEvent.click(await screen.findByRole('radio', { name: t.words.decision.satisfy }))
    expect(screen.queryByText(t.case.decision.groundsHint)).toBeNull()
    await userEvent.click(screen.getByRole('radio', { name: t.words.decision.refuse }))
    expect(screen.getByText(t.case.decision.groundsHint)).toBeVisible()
    const { grounds } = (await office.complaintCard({ complaint: added.id })).demands[0]!
    expect(grounds.length).toBeGreaterThan(2)
    const words = 'пункт 6 статьи 18 Закона РФ «О защите прав потребителей»'
    const offer = screen.getByRole('button', { name: (name) => name.startsWith(words) })
    expect(offer).toHaveTextContent(/доказывает продавец/)
    offer.focus()
    await userEvent.click(offer)
    expect(offer).toHaveAttribute('aria-pressed', 'true')
    // The list stays where it is, with the keyboard in it, and what the article is worth is said.
    expect(offer).toHaveFocus()
    expect(offer).toBeVisible()
    expect(await screen.findByText(t.case.decision.groundUnread)).toBeVisible()
    const ground = screen.getByRole('textbox', { name: (name) => name.startsWith(t.case.decision.ground) })
    expect(ground).toHaveValue(words)
    await userEvent.click(ground)
    await userEvent.paste(', пункт 4 договора')
    await userEvent.click(screen.getByLabelText(t.case.decision.reasonsLabel.refuse))
    await userEvent.paste('Осмотр 20.11.2026 показал следы удара.')
    await userEvent.click(screen.getByRole('button', { name: t.case.decision.save }))
    await waitFor(() => expect(decided).toHaveBeenCalled())
    expect(decided.mock.lastCall?.[0].decision?.ground).toBe(`${words}, пункт 4 договора`)
  })

  test('a ground that is taken leaves one’s own words, and one that stands there is not written twice', async () => {
    await open()
    await userEvent.click(screen.getByRole('button', { name: t.case.demands.decide }))
    await userEvent.click(await screen.findByRole('radio', { name: t.words.decision.refuse }))
    const list = screen.getByText(t.case.decision.groundsHint).closest('details')!
    const ground = screen.getByRole('textbox', { name: (name) => name.startsWith(t.case.decision.ground) })
    await userEvent.click(ground)
    await userEvent.paste('пункт 4 договора')
    expect(list.open).toBe(true)
    const words = 'пункт 6 статьи 18 Закона РФ «О защите прав потребителей»'
    const offer = screen.getByRole('button', { name: (name) => name.startsWith(words) })
    await userEvent.click(offer)
    await userEvent.click(offer)
    expect(ground).toHaveValue(`пункт 4 договора; ${words}`)
    expect(list.open).toBe(true)
  })

  test('what the law binds to anyway is proposed with a grant, what it is done by is offered, and a refusal promises neither', async () => {
    const decided = vi.spyOn(office, 'decide')
    await open()
    const legal = (await office.complaintCard({ complaint: added.id })).demands[0]!.demand.due_legal
    expect(legal).not.toBeNull()
    await userEvent.click(screen.getByRole('button', { name: t.case.demands.decide }))
    await userEvent.click(await screen.findByRole('radio', { name: t.words.decision.satisfy }))
    expect(await screen.findByText(t.case.decision.dueProposed)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: t.case.decision.actions.money[0] }))
    const action = screen.getByLabelText(t.case.decision.action)
    expect(action).toHaveValue(t.case.decision.actions.money[0])
    expect(action).toHaveFocus()
    expect(screen.queryByRole('button', { name: t.case.decision.actions.money[0] })).toBeNull()
    // The day that was proposed is no promise of a refusal.
    await userEvent.click(screen.getByRole('radio', { name: t.words.decision.refuse }))
    await userEvent.click(screen.getByLabelText(t.case.decision.reasonsLabel.refuse))
    await userEvent.paste('Осмотр 20.11.2026 показал следы удара.')
    await userEvent.click(screen.getByRole('textbox', { name: (name) => name.startsWith(t.case.decision.ground) }))
    await userEvent.paste('пункт 4 договора')
    await userEvent.click(screen.getByRole('button', { name: t.case.decision.save }))
    await waitFor(() => expect(decided).toHaveBeenCalled())
    expect(decided.mock.lastCall?.[0].decision).toMatchObject({ kind: 'refuse', due: null })
  })

  test('money that is asked back without a sum is offered by the price and never filled in', async () => {
    const { id } = await takeIn(office, { price: '7800.00', demands: [['refund', null]] })
    render(Case, { id })
    await userEvent.click(await screen.findByRole('button', { name: t.case.demands.decide }))
    await userEvent.click(await screen.findByRole('radio', { name: t.words.decision.satisfy }))
    const sum = screen.getByLabelText(t.case.decision.amount)
    expect(sum).toHaveValue('')
    const take = await screen.findByRole('button', { name: /^Взять 7\u202f800/ })
    take.focus()
    await userEvent.keyboard('{Enter}')
    expect(sum).toHaveValue('7\u202f800')
    expect(sum).toHaveFocus()
    // A part is never the whole price.
    await userEvent.clear(sum)
    await userEvent.click(screen.getByRole('radio', { name: t.words.decision.partly }))
    expect(screen.getByLabelText(t.case.decision.amount)).toHaveValue('')
    expect(screen.queryByRole('button', { name: /^Взять/ })).toBeNull()
  })

  test('what a field lacks is said once it was left, in the line of its hint', async () => {
    await open()
    await userEvent.click(screen.getByRole('button', { name: t.case.demands.decide }))
    await userEvent.click(await screen.findByRole('radio', { name: t.words.decision.refuse }))
    const reasons = screen.getByLabelText(t.case.decision.reasonsLabel.refuse)
    const checked = vi.spyOn(office, 'decisionCheck')
    await userEvent.type(reasons, 'Нет')
    await waitFor(() => expect(checked.mock.lastCall?.[0].decision?.reasons).toBe('Нет'))
    await expect(checked.mock.results.at(-1)?.value).resolves.toMatchObject({ warnings: expect.arrayContaining([{ field: 'reasons', oddity: 'reasons_short' }]) })
    expect(screen.queryByText(t.case.decision.reasonsShort)).toBeNull()
    expect(screen.getByText(t.case.decision.reasonsHint)).toBeVisible()
    await userEvent.tab()
    expect(await screen.findByText(t.case.decision.reasonsShort)).toBeVisible()
    expect(screen.queryByText(t.case.decision.reasonsHint)).toBeNull()
  })

  test('an inspection is folded away where nothing can be looked at, and open where a thing was bought', async () => {
    const about = async (regime: Regime) => {
      const { id } = await takeIn(office, { regime, subject: 'Шум', demands: [['apology', null]] })
      const view = render(Case, { id })
      const section = (await screen.findByRole('heading', { level: 2, name: t.clocks.inspection.title })).closest('section')!
      await within(section).findByText(t.clocks.inspection.lead)
      const folded = section.querySelector('details')
      view.unmount()
      return folded
    }
    expect((await about('neighbour'))?.open).toBe(false)
    expect(await about('goods')).toBeNull()
  })

  test('granting takes the sum that is asked', async () => {
    await open()
    await userEvent.click(screen.getByRole('button', { name: t.case.demands.decide }))
    await userEvent.click(await screen.findByRole('radio', { name: t.words.decision.satisfy }))
    expect(screen.getByLabelText(t.case.decision.amount)).toHaveValue('4\u202f590')
  })

  test('a grant of nothing is refused at its field, and the office keeps no decision', async () => {
    await open()
    await userEvent.click(screen.getByRole('button', { name: t.case.demands.decide }))
    await userEvent.click(await screen.findByRole('radio', { name: t.words.decision.satisfy }))
    const amount = screen.getByLabelText(t.case.decision.amount)
    await userEvent.clear(amount)
    await userEvent.type(amount, '0')
    await userEvent.click(screen.getByRole('button', { name: t.case.decision.save }))
    await waitFor(() => expect(amount).toHaveAccessibleDescription(new RegExp(t.case.decision.amountZero)))
    expect((await office.complaintCard({ complaint: added.id })).demands[0]?.demand.decision).toBeNull()
  })

  test('a document that a decision rests on goes to the trash only once it is said so', async () => {
    await seat({ files: [file('чек.txt', 'чек'), file('фото.txt', 'фото')] })
    const view = await open()
    await userEvent.click(screen.getByRole('button', { name: t.case.documents.add }))
    await screen.findByRole('button', { name: t.case.documents.trash('фото.txt') })
    const { documents, demands } = await office.complaintCard({ complaint: added.id })
    const receipt = documents.find((document) => document.name === 'чек.txt')!
    const decision: Decision = { kind: 'refuse', reasons: 'Чек не наш.', ground: '', amount: null, action: '', due: null, evidence: [receipt.id] }
    await office.decide({ complaint: added.id, demand: demands[0]!.demand.id, decision })
    view.unmount()
    await open()
    const trash = async (name: string) => userEvent.click(await screen.findByRole('button', { name: t.case.documents.trash(name) }))
    const left = async () => (await office.complaintCard({ complaint: added.id })).documents.map((document) => document.name)
    await trash('чек.txt')
    expect(asked()?.text).toContain(t.case.documents.reliance.decision)
    reply(false)
    expect(await left()).toEqual(['чек.txt', 'фото.txt'])
    await trash('фото.txt')
    expect(asked()).toBeNull()
    await waitFor(async () => expect(await left()).toEqual(['чек.txt']))
    await trash('чек.txt')
    reply(true)
    await waitFor(async () => expect(await left()).toEqual([]))
  })

  test('a press too many writes one demand and one entry of the diary', async () => {
    await open()
    await userEvent.click(screen.getByRole('button', { name: t.case.demands.add }))
    const demand = (await screen.findByLabelText(t.case.demands.detail)).closest('form')!
    await userEvent.dblClick(within(demand).getByRole('button', { name: t.controls.save }))
    await waitFor(() => expect(demand).not.toBeInTheDocument())
    await userEvent.click(screen.getByRole('button', { name: t.case.diary.add }))
    const words = await screen.findByLabelText(t.case.diary.text)
    await userEvent.type(words, 'Позвонила мастеру')
    const entry = words.closest('form')!
    await userEvent.dblClick(within(entry).getByRole('button', { name: t.controls.save }))
    await waitFor(() => expect(entry).not.toBeInTheDocument())
    const card = await office.complaintCard({ complaint: added.id })
    expect(card.demands).toHaveLength(2)
    expect(card.diary).toHaveLength(1)
  })

  test('a case without an answer closes only with a reason', async () => {
    const closed = vi.spyOn(office, 'complaintClose')
    await open()
    const outcome = screen.getByRole('region', { name: t.case.sections.outcome })
    await userEvent.click(within(outcome).getByRole('button', { name: t.case.outcome.close }))
    const form = await screen.findByRole('form', { name: t.case.outcome.closeTitle })
    const [close] = within(form).getAllByRole('button', { name: t.case.outcome.close })
    await userEvent.click(close as HTMLElement)
    expect(await within(form).findByText(t.case.outcome.reasonMissing)).toBeInTheDocument()
    await userEvent.click(within(form).getByRole('radio', { name: t.words.noAnswer.withdrawn }))
    await userEvent.click(close as HTMLElement)
    expect(await within(form).findByText(t.case.outcome.wordsMissing)).toBeInTheDocument()
    expect(closed).not.toHaveBeenCalled()
    await userEvent.type(within(form).getByLabelText(t.case.outcome.words), 'Позвонила и отозвала.')
    await userEvent.click(close as HTMLElement)
    await waitFor(() => expect(closed).toHaveBeenCalledWith({ complaint: added.id, reason: ['withdrawn', 'Позвонила и отозвала.'] }))
  })

  test('a note half written stands open again on return', async () => {
    const first = await open()
    await userEvent.click(screen.getByRole('button', { name: t.case.notes.add }))
    await userEvent.type(await screen.findByLabelText(t.case.notes.text), 'Позвонить в сервис')
    first.unmount()
    await waitFor(async () => expect(await office.draftGet({ key: `note/${added.id}` })).not.toBeNull())
    await open()
    await waitFor(() => expect(screen.getByLabelText(t.case.notes.text)).toHaveValue('Позвонить в сервис'))
    expect(screen.getByText(t.controls.draftRestored)).toBeInTheDocument()
  })
})
