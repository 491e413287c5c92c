import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { date, isoDay, money } from '../../app/format'
import { notices } from '../../app/notices.svelte'
import { stepName } from '../../app/steps'
import { useBackend, type Backend, type Kind, type LetterKind } from '../../backend'
import { ago, decide, issue, send, takeIn } from '../../testing/cases'
import { machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import { owedByDay } from './clocks'
import { CaseModel } from './model.svelte'
import NextStep from './NextStep.svelte'

/** A case of this kind, decided on, with letters issued one after another. */
async function issued(office: Backend, kind: Kind, ...letters: LetterKind[]): Promise<CaseModel> {
  const { id } = await takeIn(office, { kind })
  await decide(office, id, 'refuse')
  for (const letter of letters) await issue(office, id, letter)
  return new CaseModel(await office.complaintCard({ complaint: id }), new Set())
}

test('the letter that answers a case is the issued one of a kind that answers such a message', async () => {
  const { backend: office } = await machine()
  const claim = await issued(office, 'claim', 'acknowledgement', 'final_refusal')
  expect(claim.answer?.kind).toBe('final_refusal')
  const open = await issued(office, 'claim', 'acknowledgement')
  expect(open.answer).toBeUndefined()
  await office.letterDraft({ complaint: open.id, kind: open.card.final_letter, language: null })
  const drafted = new CaseModel(await office.complaintCard({ complaint: open.id }), new Set())
  expect(drafted.card.letters.map((letter) => letter.kind)).toContain('final_refusal')
  expect(drafted.answer).toBeUndefined()
  expect([drafted.card.next_step, drafted.card.next_letter]).toEqual(['issue_final', drafted.card.letters.at(-1)?.id])
  expect([claim.card.next_step, claim.card.next_letter]).toEqual(['send', claim.answer?.id])
  expect([open.card.next_step, open.card.next_letter]).toEqual(['draft_final', null])
})

test('what asks for nothing suggests the reason to close it, and a demand none', async () => {
  const { backend: office } = await machine()
  const reason = async (told: Parameters<typeof takeIn>[1]) =>
    (await office.complaintCard({ complaint: (await takeIn(office, told)).id })).reason_unanswered
  expect(await reason({ kind: 'gratitude', demands: [] })).toBe('nothing_asked')
  expect(await reason({ kind: 'gratitude' })).toBeNull()
  expect(await reason({ kind: 'claim', demands: [] })).toBeNull()
})

test('thanks answer thanks, and nothing else', async () => {
  const { backend: office } = await machine()
  expect((await issued(office, 'gratitude', 'thanks')).answer?.kind).toBe('thanks')
  expect((await issued(office, 'claim', 'thanks')).answer).toBeUndefined()
})

test('a decided case leads to its final letter, and the clock that leads is the nearest one of the office', async () => {
  const { backend: office } = await machine()
  const { card, lead } = await issued(office, 'claim')
  expect(card.suggested_letter).toBe('final_refusal')
  expect(lead?.legal).toBe(card.due)
  expect(card.due).toBe(card.demands[0]?.due)
})

test('the key takes back what this window did last, and says by name what it was', async () => {
  const { backend: office } = await machine()
  useBackend(office)
  const model = await issued(office, 'claim')
  const said = () => notices().at(-1)
  const { ops } = t.records
  // The case was taken in and decided on by somebody else.
  await model.undoLast()
  expect(said()?.text).toBe(t.case.undo.nothing)
  const note = (text: string) => model.change(() => office.noteSave({ complaint: model.id, note: null, text }), 'ok')
  await note('первая')
  await note('вторая')
  await model.undoLast()
  expect(said()?.text).toBe(t.case.undo.of(ops.note_add))
  expect(model.card.notes.map((one) => one.text)).toEqual(['первая'])
  // Somebody else changes the case: what lies behind that is not taken back in passing.
  await office.noteSave({ complaint: model.id, note: null, text: 'чужая' })
  await model.read()
  await model.undoLast()
  expect(said()?.text).toBe(t.case.undo.nothing)
  expect(model.card.notes).toHaveLength(2)
})

test('what ends a case is taken back by the button of its question and by no key', async () => {
  const { backend: office } = await machine()
  useBackend(office)
  const model = await issued(office, 'claim')
  await model.change(() => office.complaintClose({ complaint: model.id, reason: ['withdrawn', 'письмо от 29.11'] }), 'ok')
  await model.undoLast()
  expect(model.closed).toBe(true)
  const question = notices().at(-1)
  expect(question?.text).toBe(t.case.undo.weighty(t.records.ops.complaint_close))
  question?.action?.run()
  await waitFor(() => expect(model.closed).toBe(false))
  expect(notices().at(-1)?.text).toBe(t.case.undo.of(t.records.ops.complaint_close))
})

test('a case is called by what is owed on it, also when it is closed', async () => {
  const { backend: office } = await machine()
  useBackend(office)
  const { id } = await takeIn(office)
  const { demands } = await office.complaintCard({ complaint: id })
  const due = isoDay(ago(-4))
  const decision = { kind: 'satisfy' as const, reasons: 'Течёт.', ground: '', amount: '4590.00', action: 'Переведём на карту.', due, evidence: [] }
  await office.decide({ complaint: id, demand: demands[0]!.demand.id, decision })
  await send(office, await issue(office, id, 'final_satisfied'), { way: 'by_hand' })
  const model = new CaseModel(await office.complaintCard({ complaint: id }), new Set())
  expect(model.card.next_step).toBe('fulfil')
  expect(owedByDay(model.card.owed[0]!)).toBe(t.clocks.owedBy(`${t.clocks.owed['payment']} ${money('4590.00', true)}`, date(due)))
  await model.change(() => office.complaintClose({ complaint: id, reason: null }))
  expect(model.closed).toBe(true)
  expect(model.card.owed).toHaveLength(1)
  // Four days off, it is pressing already where a weekend lies before.
  const { due_soon, to_fulfil } = await office.today()
  expect([...due_soon.rows, ...to_fulfil.rows].map((row) => stepName(row))).toEqual([`${t.clocks.owed['payment']} ${money('4590.00', true)}`])
})

test('a case whose answer says what is decided no longer asks for another letter, here and today', async () => {
  const { backend: office } = await machine()
  useBackend(office)
  const { id } = await takeIn(office)
  await decide(office, id, 'refuse')
  const answer = await issue(office, id, 'final_refusal')
  await send(office, answer, { way: 'by_hand' })
  await decide(office, id, 'satisfy')
  const model = new CaseModel(await office.complaintCard({ complaint: id }), new Set())
  expect(model.card.next_step).toBe('replace')
  expect((await office.today()).to_answer.rows.map((row) => stepName(row))).toEqual([t.words.step.replace])
  render(NextStep, { model })
  await userEvent.click(screen.getByRole('button', { name: t.case.next.button['replace']! }))
  await waitFor(async () => expect((await office.complaintCard({ complaint: id })).next_step).toBe('issue_final'))
  const draft = (await office.complaintCard({ complaint: id })).letters.find(({ state }) => state === 'draft')
  expect(draft?.supersedes).toBe(answer.summary.id)
})
