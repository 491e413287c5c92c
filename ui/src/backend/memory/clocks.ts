// The clocks of the office in memory: what follows from its letters and
// decisions, what a person starts, counted in days over week-ends alone.

import { isoDay } from '../../app/format'
import type { Backend } from '../backend'
import type {
  Card,
  ClockPause,
  ClockRef,
  ClockSave,
  Ending,
  InspectionStep,
  InspectionView,
  LatePromise,
  LetterCard,
  RunningClock,
  ProposedTerm,
} from '../types'
import { clocksOf, dispatchesOf, plusDays, statusOf, stateOf, workday, type Kept } from './rules'

const NORM_EN = 'Civil Code, art. 405 para. 3 and art. 406'
const NORM = 'ГК РФ, ст. 405 п. 3 и ст. 406'
const PAUSED = ['payment', 'commitment', 'goods_return', 'expertise']
const USUAL: ProposedTerm[] = [
  { kind: 'payment', start: 'received', term: { count: 10, unit: 'calendar_days' }, citation: 'ЗоЗПП № 2300-1, ст. 22', certainty: 'secondary', title_ru: 'Выплатить потребителю: 10 дней со дня требования', title_en: 'Pay the consumer: 10 days from the demand' },
  { kind: 'data_request', start: 'received', term: { count: 10, unit: 'working_days' }, citation: '152-ФЗ, ст. 20', certainty: 'other_software', title_ru: 'Ответ о персональных данных: 10 рабочих дней', title_en: 'Answer about personal data: 10 working days' },
]

const still = (pauses: ClockPause[]) => pauses.some((one) => one.to === null)
const held = (pauses: ClockPause[]) =>
  pauses.reduce((days, { from, to }) => days + (to ? Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1 : 0), 0)

const stateOfClock = (ended: Ending | null, legal: string | null, pauses: ClockPause[]): RunningClock['state'] =>
  ended === null ? (still(pauses) ? 'paused' : 'open') : ended.how === 'void' ? 'void' : legal !== null && ended.on > legal ? 'late' : 'met'

/** The last day of a clock from its own values. */
function counted(clock: RunningClock): RunningClock {
  const pauses = clock.pauses
  const unit = { weeks: 7, months: 30 }[clock.term?.unit as 'weeks'] ?? 1
  let end = clock.day ?? plusDays(clock.start_on, (clock.term?.count ?? 0) * unit)
  if (clock.term?.unit === 'working_days') {
    end = clock.start_on
    for (let left = clock.term.count; left > 0; ) {
      end = plusDays(end, 1)
      if (workday(end, 1) === end) left -= 1
    }
  }
  end = plusDays(end, held(pauses))
  const legal = still(pauses) ? null : clock.day ? end : workday(end, 1)
  return { ...clock, legal, safe: legal && workday(end, -1), state: stateOfClock(clock.ended, legal, pauses) }
}

const blank = (kept: Kept): RunningClock => ({
  clock: null,
  demand: null,
  kind: 'demand',
  title: '',
  ours: true,
  of_facts: true,
  start: 'received',
  start_ref: null,
  start_on: kept.complaint.received_at.slice(0, 10),
  term: null,
  day: null,
  citation: '',
  citation_en: '',
  legal: null,
  safe: null,
  steps: [],
  last: null,
  state: 'open',
  ended: null,
  pauses: [],
  may_pause: null,
  may_pause_en: null,
  note: '',
})

const answerOf = (kept: Kept) =>
  kept.letters.find(({ summary }) => summary.state === 'issued' && summary.kind.startsWith('final_'))?.summary

function endOf(kept: Kept): Ending | null {
  const answer = answerOf(kept)
  if (answer?.issued)
    return { how: 'met', on: (answer.sent?.[1] ?? answer.issued.at).slice(0, 10), why: '', proof: { kind: 'letter', id: answer.id }, of_facts: true }
  const closed = kept.complaint.closed_at
  return closed ? { how: 'void', on: closed.slice(0, 10), why: '', proof: null, of_facts: true } : null
}

/** Every clock of a case, the nearest open one first. */
export function runningOf(kept: Kept): RunningClock[] {
  const demands = kept.demands.map((demand): RunningClock => {
    const rule = clocksOf(demand.kind, kept.complaint.regime, demand.made_on)[0]!
    const pauses = kept.pauses.filter((one) => one.demand === demand.id)
    const ended = kept.ends[demand.id] ?? endOf(kept)
    const days = held(pauses)
    const legal = still(pauses) ? null : days > 0 ? workday(plusDays(rule.unmoved!, days), 1) : rule.legal
    return {
      ...blank(kept),
      demand: demand.id,
      title: demand.detail,
      start_on: demand.made_on,
      citation: rule.citation,
      citation_en: rule.citation_en,
      legal,
      safe: legal && workday(plusDays(rule.unmoved!, days), -1),
      steps: rule.steps,
      last: ended || !legal ? null : rule.last,
      state: stateOfClock(ended, legal, pauses),
      ended,
      pauses,
      may_pause: NORM,
      may_pause_en: NORM_EN,
    }
  })
  const asked = kept.demands.length > 0 ? undefined : clocksOf(null, kept.complaint.regime, kept.complaint.received_at)[0]
  const answer: RunningClock[] = !asked
    ? []
    : [{ ...blank(kept), clock: 'facts-answer', kind: 'answer', citation: asked.citation, citation_en: asked.citation_en, legal: asked.legal, safe: asked.safe, steps: asked.steps, last: endOf(kept) ? null : asked.last, state: stateOfClock(endOf(kept), asked.legal, []), ended: endOf(kept) }]
  const promises = kept.letters.flatMap(({ summary }): RunningClock[] => {
    const kind: RunningClock['kind'] | null = summary.kind === 'interim' ? 'interim' : summary.kind === 'inspection_invitation' ? 'inspection' : null
    if (!kind || !summary.issued || !summary.promised) return []
    const act = kept.letters.find((one) => ['no_show_act', 'inspection_act'].includes(one.summary.kind) && one.summary.issued)?.summary
    const done = kind === 'inspection' && act?.issued
    const ended: Ending | null = done
      ? { how: 'met', on: summary.promised, why: '', proof: { kind: 'letter', id: act.id }, of_facts: true }
      : endOf(kept)
    const clock = { ...blank(kept), clock: `facts-${summary.id}`, kind, start: 'issued' as const, start_ref: summary.id, start_on: summary.issued.at.slice(0, 10), day: summary.promised, ended }
    return [counted(clock)]
  })
  const decided = kept.demands.flatMap((demand): RunningClock[] => {
    const { decision } = demand
    if (!decision?.due || decision.kind === 'refuse') return []
    const id = `facts-${demand.id}`
    const clock = {
      ...blank(kept),
      clock: id,
      kind: decision.amount ? ('payment' as const) : ('commitment' as const),
      start: 'decided' as const,
      start_ref: demand.id,
      start_on: isoDay() < decision.due ? isoDay() : decision.due,
      day: decision.due,
      pauses: kept.pauses.filter((one) => one.clock === id),
      ended: kept.ends[id] ?? null,
      may_pause: NORM,
      may_pause_en: NORM_EN,
    }
    return [counted(clock)]
  })
  const own = kept.clocks.map((clock) =>
    counted({ ...clock, pauses: kept.pauses.filter((one) => one.clock === clock.clock), ended: kept.ends[clock.clock ?? ''] ?? null }),
  )
  const rank = (clock: RunningClock) => (clock.state === 'open' && clock.legal ? 0 : clock.state === 'open' || clock.state === 'paused' ? 1 : 2)
  const key = (clock: RunningClock) => `${rank(clock)}${clock.legal ?? '9'}`
  return [...demands, ...answer, ...promises, ...decided, ...own].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** The nearest open clock that binds the office; with or without promises. */
export function leadOf(kept: Kept, promises = true): RunningClock | null {
  if (statusOf(kept) === 'closed') return null
  return runningOf(kept).find((clock) => clock.state === 'open' && clock.ours && clock.legal !== null && (promises || clock.kind !== 'interim')) ?? null
}

/** The day that a letter names once it is issued. */
export function promisedBy({ summary, choices }: LetterCard): string | null {
  if (summary.kind === 'interim') return choices.expected
  return summary.kind === 'inspection_invitation' ? choices.particulars.inspection.on : null
}

/** What a card says of clocks. */
export function clockPart(kept: Kept): Pick<Card, 'running' | 'dispatches' | 'interim'> {
  const running = runningOf(kept)
  const near = running.find(
    (clock) => clock.demand !== null && clock.legal && clock.state === 'open' && kept.demands.some((one) => one.id === clock.demand && !one.decision),
  )
  const soon = near?.legal && near.legal <= plusDays(isoDay(), 5)
  const promised = kept.letters.some(({ summary }) => summary.kind === 'interim')
  const demand = kept.demands.find((one) => one.id === near?.demand)
  return {
    running,
    dispatches: kept.dispatches.map((one) => ({
      dispatch: one.id,
      letter: one.letter,
      way: one.way,
      on: one.sent_at.slice(0, 10),
      tracking: one.tracking,
      delivered: one.events
        .filter(({ state }) => ['delivered', 'refused', 'returned'].includes(state))
        .map(({ id, state, on }) => ({ event: id, state, on })),
    })),
    interim: soon && !promised && demand ? { demand: demand.kind, legal: near.legal! } : null,
  }
}

function inspectionOf(kept: Kept): InspectionView {
  const issued = (kind: string) => kept.letters.find(({ summary }) => summary.kind === kind && summary.issued)?.summary
  const draft = (kind: string) => kept.letters.find(({ summary }) => summary.kind === kind && summary.state === 'draft')?.summary.id ?? null
  const invitation = issued('inspection_invitation')
  const act = issued('no_show_act') ?? issued('inspection_act')
  const step = (what: InspectionStep['what'], state: InspectionStep['state'], letter: string | null, on: string | null = null): InspectionStep => ({
    what,
    state,
    again: false,
    needed: true,
    letter,
    on,
  })
  const steps: InspectionStep[] = []
  if (!invitation) steps.push(step('invite', 'missing', draft('inspection_invitation')))
  else {
    const sent = dispatchesOf(kept, invitation.id).at(-1)
    const past = (invitation.promised ?? '9') <= isoDay()
    steps.push(step('invite', 'done', invitation.id, invitation.issued?.at.slice(0, 10) ?? null))
    steps.push(step('send', sent ? 'done' : 'missing', invitation.id, sent?.sent_at.slice(0, 10) ?? null))
    if (sent) {
      steps.push(step('receipt', sent.receipt ? 'done' : 'missing', invitation.id))
      steps.push(step('notice', ['delivered', 'refused', 'returned'].includes(stateOf(sent)) ? 'done' : 'waiting', invitation.id))
    }
    steps.push(step('day', past ? 'done' : 'waiting', invitation.id, invitation.promised))
    steps.push(act ? step('act', 'done', act.id, act.issued?.at.slice(0, 10) ?? null) : step('act', past ? 'missing' : 'waiting', draft('no_show_act')))
  }
  const papers = [invitation, act].flatMap((one) => (one?.issued ? [{ title: one.issued.number, title_en: one.issued.number, document: null }] : []))
  return { steps, papers, may_make: Boolean(act), complete: Boolean(act) && steps.every((one) => one.state === 'done'), took_place: act?.kind === 'inspection_act' }
}

interface Around {
  get: (key: string) => Kept
  change: (key: string, op: string, make: (kept: Kept) => void, undoable?: boolean) => Card
  fail: (code: string, field?: string | null, detail?: string | null) => never
  id: () => string
}

/** What the memory office answers about clocks. */
export function clockAnswers({ get, change, fail, id }: Around) {
  const keyOf = ({ clock, demand }: ClockRef) => clock ?? demand ?? fail('field', 'clock', 'foreign')
  const startOn = (kept: Kept, { values }: ClockSave): string => {
    if (values.start === 'received') return kept.complaint.received_at.slice(0, 10)
    const ref = values.start_ref
    const letter = kept.letters.find(({ summary }) => summary.id === ref)?.summary.issued?.at
    const dispatch = kept.dispatches.find((one) => one.id === ref)?.sent_at
    const event = kept.dispatches.flatMap((one) => one.events).find((one) => one.id === ref)?.on
    const entry = kept.diary.find((one) => one.id === ref)?.at
    return (letter ?? dispatch ?? event ?? entry ?? values.start_on ?? fail('field', 'start_ref', 'missing')).slice(0, 10)
  }
  const made = (kept: Kept, ask: ClockSave): RunningClock => {
    const { values } = ask
    if (values.kind === 'other' && !values.title) fail('field', 'title', 'missing')
    const start = startOn(kept, ask)
    if (values.day && values.day < start) fail('field', 'day', 'too_early')
    return counted({
      ...blank(kept),
      ...values,
      clock: ask.clock ?? id(),
      of_facts: false,
      start_on: start,
      pauses: kept.pauses.filter((one) => one.clock !== null && one.clock === ask.clock),
      may_pause: PAUSED.includes(values.kind) ? NORM : null,
    })
  }
  const answers = {
    clocksUsual: async () => structuredClone(USUAL),
    clockCount: async (ask) => {
      const { start_on, legal, safe, steps } = made(get(ask.complaint), ask)
      return { start_on, legal, safe, steps, missing_year: null }
    },
    clockSave: async (ask) =>
      change(ask.complaint, ask.clock ? 'clock_edit' : 'clock_add', (kept) => {
        const clock = made(kept, ask)
        kept.clocks = [...kept.clocks.filter((one) => one.clock !== clock.clock), clock]
      }),
    clockRemove: async (of) =>
      change(of.complaint, 'clock_remove', (kept) => {
        kept.clocks = kept.clocks.filter((one) => one.clock !== of.clock)
      }),
    clockEnd: async ({ of, how, on, why, proof }) => {
      if (!why && (how === 'void' || !proof)) fail('field', 'why', 'missing')
      return change(of.complaint, 'clock_end', (kept) => {
        kept.ends[keyOf(of)] = { how, on, why, proof, of_facts: false }
      })
    },
    clockReopen: async (of) =>
      change(of.complaint, 'clock_reopen', (kept) => {
        delete kept.ends[keyOf(of)]
      }),
    clockPause: async ({ of, from, to, ground, proof }) =>
      change(of.complaint, 'clock_pause', (kept) => {
        kept.pauses.push({ id: id(), clock: of.clock, demand: of.clock ? null : of.demand, from, to, ground, citation: NORM, proof })
      }),
    clockResume: async ({ complaint, pause, to }) =>
      change(complaint, 'clock_resume', (kept) => {
        const found = kept.pauses.find((one) => one.id === pause) ?? fail('not_found')
        found.to = to
      }),
    clockPauseRemove: async ({ complaint, pause }) =>
      change(complaint, 'clock_pause_remove', (kept) => {
        kept.pauses = kept.pauses.filter((one) => one.id !== pause)
      }),
    interimCheck: async ({ complaint, promised }) => {
      const kept = get(complaint)
      return runningOf(kept).flatMap((clock): LatePromise[] => {
        const demand = kept.demands.find((one) => one.id === clock.demand)
        if (!demand || !clock.legal || promised <= clock.legal) return []
        const days = Math.round((Date.parse(promised) - Date.parse(clock.legal)) / 86_400_000)
        const price = Number(kept.complaint.price ?? demand.amount ?? 0)
        const day = (iso: string) => iso.split('-').reverse().join('.')
        const sum = (price * days) / 100
        return [
          {
            demand: demand.kind,
            legal: clock.legal,
            citation: clock.citation,
            late_days: days,
            penalty_citation: 'ЗоЗПП № 2300-1, ст. 23 п. 1',
            basis: price.toFixed(2),
            per_day: (price / 100).toFixed(2),
            total: sum.toFixed(2),
            text_ru: `Срок по закону ${day(clock.legal)} (${clock.citation}), обещано ${day(promised)}: на ${days} дн. позже. За каждый день просрочки — неустойка ${(price / 100).toFixed(2)} ₽ (от ${price.toFixed(2)} ₽, ЗоЗПП ст. 23 п. 1): к обещанному дню ${sum.toFixed(2)} ₽. Обещание срок не продлевает: заявитель может пойти в суд, не дожидаясь его.`,
            text_en: `The legal day is ${day(clock.legal)} (${clock.citation_en}), ${day(promised)} is promised: ${days} days later. Each day of lateness costs a penalty of ${(price / 100).toFixed(2)} ₽ (on ${price.toFixed(2)} ₽, Consumer Protection Act, art. 23 para. 1): ${sum.toFixed(2)} ₽ by the promised day. A promise does not prolong the term: the complainant may go to court without waiting for it.`,
          },
        ]
      })
    },
    inspectionPapers: async ({ complaint }) => inspectionOf(get(complaint)),
    inspectionSave: async ({ complaint }) => {
      if (!inspectionOf(get(complaint)).may_make) fail('field', 'act', 'missing')
      return { saved: '~/Документы/Осмотр.pdf' }
    },
  } satisfies Partial<Backend>
  return answers
}
