import { describe, expect, test } from 'vitest'
import type { Card, Kind, LetterKind, LetterSummary } from '../../backend'
import { CaseModel } from './model.svelte'

const letter = (kind: LetterKind, state: LetterSummary['state']): Partial<LetterSummary> => ({ id: `${kind}/${state}`, kind, state })
const model = (kind: Kind, ...letters: Partial<LetterSummary>[]) =>
  new CaseModel({ complaint: { kind }, letters, demands: [] } as unknown as Card, new Set())

describe('the letter that answers a case', () => {
  test('is the last issued one of a kind that answers such a message', () => {
    const claim = model('claim', letter('acknowledgement', 'issued'), letter('final_partial', 'superseded'), letter('final_refusal', 'issued'))
    expect(claim.answer?.id).toBe('final_refusal/issued')
    expect(model('claim', letter('final_refusal', 'draft'), letter('thanks', 'issued')).answer).toBeUndefined()
  })

  test('may be thanks for thanks and a reply to the body that asked', () => {
    expect(model('gratitude', letter('thanks', 'issued')).answer?.kind).toBe('thanks')
    expect(model('authority', letter('regulator_reply', 'issued')).answer?.kind).toBe('regulator_reply')
    expect(model('complaint', letter('regulator_reply', 'issued')).answer).toBeUndefined()
  })
})
