import { describe, expect, test } from 'vitest'
import { decisionErrors, decisionWarnings, formOfDecision, kopecks, toDecision, type DecisionForm } from './decision'

const blank = formOfDecision(null)
const money = { kind: 'refund' as const, amount: '4590.00', due_legal: '2026-12-02' }
const words = { kind: 'apology' as const, amount: null, due_legal: null }
const make = (form: Partial<DecisionForm>): DecisionForm => ({ ...blank, ...form })

describe('what a decision can’t be without', () => {
  test('a kind', () => {
    expect(decisionErrors(blank, money)).toEqual({ kind: 'kind' })
  })

  test('a refusal needs reasons, of more than blanks', () => {
    expect(decisionErrors(make({ kind: 'refuse', reasons: ' \n' }), money)).toEqual({ reasons: 'reasons' })
    expect(decisionErrors(make({ kind: 'refuse', reasons: 'Осмотр показал удар.' }), money)).toEqual({})
  })

  test('granting money needs a sum above nought; good will may be given otherwise', () => {
    expect(decisionErrors(make({ kind: 'satisfy' }), money)).toEqual({ amount: 'amount' })
    expect(decisionErrors(make({ kind: 'satisfy', amount: '0.00' }), money)).toEqual({ amount: 'amount_zero' })
    expect(decisionErrors(make({ kind: 'partly', reasons: 'Часть.', amount: '100.00' }), money)).toEqual({})
    expect(decisionErrors(make({ kind: 'partly' }), money)).toEqual({ reasons: 'reasons_partly', amount: 'amount' })
    expect(decisionErrors(make({ kind: 'partly', reasons: 'Часть.', amount: '4590.01' }), money)).toEqual({ amount: 'amount_more' })
    expect(decisionErrors(make({ kind: 'goodwill' }), money)).toEqual({})
    expect(decisionErrors(make({ kind: 'satisfy' }), words)).toEqual({})
  })
})

describe('what looks odd', () => {
  const today = '2026-11-22'
  const odd = (form: Partial<DecisionForm>, demand: typeof money | typeof words = money) =>
    decisionWarnings(make({ action: 'Переведём.', due: '2026-11-30', ...form }), demand, today)

  test('a sum that does not fit the kind', () => {
    expect(odd({ kind: 'satisfy', amount: '4589.99' })).toEqual({ amount: 'amount_less' })
    expect(odd({ kind: 'satisfy', amount: '4590.00' })).toEqual({})
    expect(odd({ kind: 'partly', amount: '4590.00' })).toEqual({ amount: 'amount_whole' })
    expect(odd({ kind: 'satisfy', amount: '45900.00' })).toEqual({ amount: 'amount_more' })
  })

  test('a promise without a day, in the past, or beyond the legal term', () => {
    expect(odd({ kind: 'satisfy', amount: '4590.00', due: null })).toEqual({ due: 'due_missing' })
    expect(odd({ kind: 'satisfy', amount: '4590.00', due: '2026-11-21' })).toEqual({ due: 'due_past' })
    expect(odd({ kind: 'satisfy', amount: '4590.00', due: '2026-12-02' })).toEqual({})
    expect(odd({ kind: 'satisfy', amount: '4590.00', due: '2026-12-03' })).toEqual({ due: 'due_late' })
  })

  test('a thin refusal', () => {
    expect(odd({ kind: 'refuse', reasons: 'Не наша вина.' })).toEqual({ reasons: 'reasons_short', ground: 'ground' })
  })
})

describe('what is kept', () => {
  test('a refusal carries neither sum nor day, a demand without money no sum', () => {
    const form = make({ kind: 'refuse', reasons: ' Причина ', amount: '10.00', due: '2026-12-01' })
    expect(toDecision(form, money)).toMatchObject({ reasons: 'Причина', amount: null, due: null })
    expect(toDecision(make({ kind: 'satisfy', amount: '10.00' }), words).amount).toBeNull()
  })

  test('sums are read in kopecks', () => {
    expect([kopecks('4590.5'), kopecks('7'), kopecks(null), kopecks('x')]).toEqual([459050, 700, null, null])
  })
})
