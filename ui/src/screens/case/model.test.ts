import { expect, test } from 'vitest'
import type { Backend, Kind, LetterKind } from '../../backend'
import { decide, issue, takeIn } from '../../testing/cases'
import { machine } from '../../testing/office'
import { CaseModel } from './model.svelte'

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
