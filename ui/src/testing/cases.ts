// Cases to begin a test with, brought as far as it wants by the office's own commands.

import { rfc3339 } from '../app/format'
import type { Added, Backend, Complainant, DecisionKind, DemandKind, DispatchWay, Kind, LetterCard, LetterKind, Regime } from '../backend'
import { emptyForm, toNew } from '../screens/intake/form'
import type { Machine } from './office'

/** What a complaint says, where it matters. */
export interface Told {
  subject?: string
  text?: string
  complainant?: Partial<Complainant>
  kind?: Kind
  regime?: Regime
  /** What is asked, with the sum. */
  demands?: [DemandKind, string | null][]
  price?: string
  /** It came so many days before it is recorded. */
  daysAgo?: number
}

/** The moment so many days before another. */
export function ago(days: number, now = new Date()): Date {
  const at = new Date(now)
  at.setDate(at.getDate() - days)
  return at
}

/** Takes a complaint in at a moment: a kettle, and its money back, unless it is told otherwise. */
export function takeIn(office: Backend, told: Told = {}, now = new Date()): Promise<Added> {
  const { regime = 'goods', demands = [['refund', '4590.00']], daysAgo = 0, complainant, ...rest } = told
  const form = emptyForm(regime, ago(daysAgo, now))
  const typed = {
    ...form,
    text: 'Верните деньги',
    subject: 'Чайник',
    backdating: 'пришло в праздники',
    ...rest,
    complainant: { ...form.complainant, ...complainant },
    demands: demands.map(([kind, amount], key) => ({ key, kind, detail: '', amount })),
  }
  return office.complaintAdd({ complaint: toNew(typed), tokens: [], task: crypto.randomUUID() }, () => undefined)
}

/** Decides on every demand of a case alike. */
export async function decide(office: Backend, complaint: string, kind: DecisionKind): Promise<void> {
  const { demands } = await office.complaintCard({ complaint })
  for (const { demand } of demands) {
    await office.decide({
      complaint,
      demand: demand.id,
      decision: {
        kind,
        reasons: 'Осмотр показал следы удара.',
        ground: 'ЗоЗПП, ст. 18 п. 5',
        amount: kind === 'refuse' ? null : demand.amount,
        action: '',
        due: null,
        evidence: [],
      },
    })
  }
}

/** Writes a letter and issues it as it was composed. */
export async function issue(office: Backend, complaint: string, kind: LetterKind): Promise<LetterCard> {
  const { summary } = await office.letterDraft({ complaint, kind, language: null })
  return office.letterIssue({ letter: summary.id, override_reason: 'проверено на бумаге' })
}

const POSTAL = '101000, г. Москва, ул. Мясницкая, д. 1, кв. 5'

/** A refusal that is issued so many days ago, to somebody with a postal address, and has not left yet. */
export async function refusal({ backend, seat }: Machine, daysAgo = 0, address = POSTAL): Promise<LetterCard> {
  const then = ago(daysAgo)
  await seat({ now: rfc3339(then) })
  const complainant = { name: 'Тимофеев Олег Дмитриевич', address }
  const { id } = await takeIn(backend, { complainant }, then)
  await decide(backend, id, 'refuse')
  const letter = await issue(backend, id, 'final_refusal')
  await seat({})
  return letter
}

/** Sends an issued letter; the day it was expected on may be past. */
export async function send(
  office: Backend,
  letter: LetterCard,
  { way, daysAgo = 0, expected = null }: { way: DispatchWay; daysAgo?: number; expected?: string | null },
): Promise<void> {
  await office.dispatchSave({
    letter: letter.summary.id,
    dispatch: null,
    values: {
      way,
      sent_at: rfc3339(ago(daysAgo)),
      tracking: way === 'post_registered' ? '62009147017544' : '',
      tracking_kept: false,
      address: [],
      cost: null,
      expected,
      inventory: [],
      note: '',
      receipt: null,
    },
  })
}
