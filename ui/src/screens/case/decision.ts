// The rules of a decision: what it can't be without, what looks odd. The first
// stop the form, the second only speak up.

import { daysBetween } from '../../app/format'
import { DEMANDS_FOR_MONEY, type Decision, type DecisionKind, type Demand } from '../../backend'

export interface DecisionForm {
  kind: DecisionKind | null
  reasons: string
  ground: string
  amount: string | null
  action: string
  due: string | null
  /** Documents that the finding rests on. */
  evidence: string[]
}

export const formOfDecision = (decision: Decision | null): DecisionForm => ({
  kind: decision?.kind ?? null,
  reasons: decision?.reasons ?? '',
  ground: decision?.ground ?? '',
  amount: decision?.amount ?? null,
  action: decision?.action ?? '',
  due: decision?.due ?? null,
  evidence: [...(decision?.evidence ?? [])],
})

export type DecisionError = 'kind' | 'reasons' | 'reasons_partly' | 'amount' | 'amount_zero' | 'amount_more'
export type DecisionWarning =
  | 'amount_less'
  | 'amount_more'
  | 'amount_whole'
  | 'reasons_short'
  | 'ground'
  | 'action'
  | 'due_missing'
  | 'due_late'
  | 'due_past'

type Field = 'kind' | 'reasons' | 'ground' | 'amount' | 'action' | 'due'

/** Kopecks of a wire sum. */
export function kopecks(sum: string | null): number | null {
  const parts = /^(\d+)(?:\.(\d{1,2}))?$/.exec(sum ?? '')
  return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : null
}

/** Whether this decision grants money, so that a sum is asked. */
export const grantsMoney = (demand: Pick<Demand, 'kind'>, kind: DecisionKind | null): boolean =>
  kind !== null && kind !== 'refuse' && DEMANDS_FOR_MONEY.includes(demand.kind)

/** What stops the form, by field. */
export function decisionErrors(form: DecisionForm, demand: Pick<Demand, 'kind' | 'amount'>): Partial<Record<Field, DecisionError>> {
  const errors: Partial<Record<Field, DecisionError>> = {}
  if (form.kind === null) return { kind: 'kind' }
  if (form.reasons.trim() === '') {
    if (form.kind === 'refuse') errors.reasons = 'reasons'
    if (form.kind === 'partly') errors.reasons = 'reasons_partly'
  }
  // Good will may be given otherwise than in money.
  if (grantsMoney(demand, form.kind) && form.kind !== 'goodwill') {
    if (form.amount === null) errors.amount = 'amount'
    else if (kopecks(form.amount) === 0) errors.amount = 'amount_zero'
  }
  // A part can't be larger than the whole.
  const asked = kopecks(demand.amount)
  const given = kopecks(form.amount)
  if (form.kind === 'partly' && grantsMoney(demand, form.kind) && asked !== null && given !== null && given > asked)
    errors.amount = 'amount_more'
  return errors
}

/** What looks odd, by field; nothing is stopped by it. */
export function decisionWarnings(
  form: DecisionForm,
  demand: Pick<Demand, 'kind' | 'amount' | 'due_legal'>,
  today: string,
): Partial<Record<Field, DecisionWarning>> {
  const warnings: Partial<Record<Field, DecisionWarning>> = {}
  const { kind } = form
  if (kind === null) return warnings
  const asked = kopecks(demand.amount)
  const given = kopecks(form.amount)
  if (grantsMoney(demand, kind) && asked !== null && given !== null) {
    if (kind === 'satisfy' && given < asked) warnings.amount = 'amount_less'
    else if (kind === 'partly' && given === asked) warnings.amount = 'amount_whole'
    else if (kind !== 'partly' && given > asked) warnings.amount = 'amount_more'
  }
  if (kind === 'refuse') {
    const words = form.reasons.trim()
    if (words !== '' && words.split(/\s+/u).length < 8) warnings.reasons = 'reasons_short'
    if (words !== '' && form.ground.trim() === '') warnings.ground = 'ground'
    return warnings
  }
  if (form.due === null) warnings.due = 'due_missing'
  else if (daysBetween(today, form.due) < 0) warnings.due = 'due_past'
  else if (demand.due_legal !== null && daysBetween(demand.due_legal, form.due) > 0) warnings.due = 'due_late'
  if (form.action.trim() === '') warnings.action = 'action'
  return warnings
}

/** The decision as the register takes it. Call it only when nothing stops the form. */
export function toDecision(form: DecisionForm, demand: Pick<Demand, 'kind'>): Decision {
  const kind = form.kind ?? 'refuse'
  return {
    kind,
    reasons: form.reasons.trim(),
    ground: form.ground.trim(),
    amount: grantsMoney(demand, kind) ? form.amount : null,
    action: form.action.trim(),
    due: kind === 'refuse' ? null : form.due,
    // A form left half filled in by an earlier program knows of none.
    evidence: form.evidence ?? [],
  }
}
