// A decision while it is being typed. What it lacks and what looks odd in it the office says.

import { DEMANDS_FOR_MONEY, GRANTING_DECISIONS, type Decision, type DecisionKind, type Demand } from '../../backend'

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

/** Whether this decision grants money, so that a sum is asked. */
export const grantsMoney = (demand: Pick<Demand, 'kind'>, kind: DecisionKind | null): boolean =>
  kind !== null && GRANTING_DECISIONS.includes(kind) && DEMANDS_FOR_MONEY.includes(demand.kind)

/** The decision as the office takes it. */
export const toDecision = (form: DecisionForm, kind: DecisionKind): Decision => ({ ...form, kind })
