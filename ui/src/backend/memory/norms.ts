// What the memory office counts by: a few rules, two years of the calendar,
// and the price of an answer in a simple form.

import { isoDay } from '../../app/format'
import type { Backend } from '../backend'
import type {
  Scenario,
  CalendarYear,
  ExposureFigure,
  Goals,
  NormChange,
  NormPreview,
  NormsView,
  Penalty,
  OpeningHours,
  Regime,
  Rule,
  RuleView,
  CourtAssumptions,
} from '../index'
import { clocksOf, plusDays, type Kept } from './rules'

const rule = (values: Partial<Rule> & Pick<Rule, 'id' | 'title_ru' | 'title_en'>): Rule => ({
  regime: values.id.split('.')[0] as Regime,
  demands: [],
  every_demand: false,
  answer: false,
  reference: false,
  term: null,
  open: null,
  start: 'demand_received',
  binds: 'office',
  variant: null,
  caution: false,
  penalty: null,
  pause: null,
  citation: 'ЗоЗПП № 2300-1',
  source: 'вторичный источник',
  certainty: 'secondary',
  valid_from: '2024-01-01',
  valid_to: null,
  checked_on: '2026-11-21',
  off: false,
  todo_ru: 'Проверьте и ответьте до этого дня.',
  todo_en: 'Check and answer before that day.',
  ...values,
})

const RULES: Rule[] = [
  rule({
    id: 'goods.money',
    demands: ['refund', 'price_reduction', 'expenses', 'damages'],
    term: { count: 10, unit: 'calendar_days' },
    penalty: 'consumer_goods',
    citation: 'ЗоЗПП № 2300-1, ст. 22',
    title_ru: 'Деньги за товар, снижение цены, расходы на ремонт, убытки: 10 дней',
    title_en: 'Money back, a lower price, repair costs, damages: 10 days',
  }),
  rule({
    id: 'goods.repair',
    variant: 'agreed_in_writing',
    demands: ['repair', 'fix_defects'],
    term: { count: 45, unit: 'calendar_days' },
    citation: 'ЗоЗПП № 2300-1, ст. 20 п. 1',
    title_ru: 'Ремонт по письменному соглашению: не дольше 45 дней',
    title_en: 'Repair by written agreement: 45 days at most',
  }),
  rule({
    id: 'goods.exchange_refund',
    variant: 'no_analogue',
    demands: ['exchange'],
    start: 'item_returned',
    term: { count: 3, unit: 'calendar_days' },
    certainty: 'memory',
    citation: 'ЗоЗПП № 2300-1, ст. 25 п. 2',
    title_ru: 'Нет подходящего товара для обмена: деньги за 3 дня со дня возврата товара',
    title_en: 'No fitting item to exchange for: money within 3 days of the item’s return',
  }),
  rule({
    id: 'goods.retail_rules',
    reference: true,
    valid_to: '2026-08-31',
    citation: 'ПП РФ № 2463 от 31.12.2020',
    title_ru: 'Правила розничной продажи (до 31.08.2026)',
    title_en: 'Retail rules (until 31.08.2026)',
  }),
  rule({
    id: 'goods.retail_rules',
    reference: true,
    valid_from: '2026-09-01',
    citation: 'ПП РФ № 657 от 30.05.2026',
    certainty: 'other_software',
    title_ru: 'Правила розничной продажи (с 01.09.2026)',
    title_en: 'Retail rules (from 01.09.2026)',
  }),
  rule({
    id: 'catering.rules',
    reference: true,
    valid_to: '2026-12-31',
    citation: 'ПП РФ № 1515 от 21.09.2020',
    certainty: 'memory',
    title_ru: 'Правила услуг общественного питания (до 31.12.2026)',
    title_en: 'Rules of catering (until 31.12.2026)',
  }),
]

const PENALTIES: Penalty[] = [
  {
    id: 'consumer_goods',
    per_mille_per_day: 10,
    of: 'price',
    cap: 'paid_under_contract',
    later_cap: null,
    citation: 'ЗоЗПП № 2300-1, ст. 23 п. 1',
    source: '',
    certainty: 'secondary',
    valid_from: '2026-02-01',
    valid_to: null,
    note_ru: '1 % цены товара за день, но не больше уплаченного по договору; суд может уменьшить.',
    note_en: '1 % of the price a day, at most what was paid under the contract; a court may reduce it.',
  },
]

const days = (year: number, list: string) => list.split(' ').map((day) => `${year}-${day}`)
const YEARS: CalendarYear[] = [
  {
    year: 2026,
    act: 'Постановление Правительства РФ от 24.09.2025 № 1466',
    checked_on: '2026-11-21',
    weekday_off: days(2026, '01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-11 06-12 11-04 12-31'),
    working_weekend: [],
    working_days: 247,
  },
  {
    year: 2027,
    act: 'Постановление Правительства РФ от 17.09.2026 № 1187',
    checked_on: '2026-11-21',
    weekday_off: days(2027, '01-01 01-04 01-05 01-06 01-07 01-08 02-22 02-23 03-08 05-03 05-10 06-14 11-04 11-05 12-31'),
    working_weekend: ['2027-02-20'],
    working_days: 247,
  },
]

const open = (opens: string, closes: string) => ({ opens: `${opens}:00`, closes: `${closes}:00` })
const post = open('08:00', '20:00')
const work = open('09:00', '18:00')
const PLACES: OpeningHours = {
  post: [post, post, post, post, post, open('09:00', '18:00'), null],
  office: [work, work, work, work, work, null, null],
}
const STAKES: CourtAssumptions = {
  days_to_judgment: 180,
  expertise: '15000.00',
  own_lawyer: '20000.00',
  their_lawyer: '15000.00',
  court_fee: '4000.00',
  moral: '5000.00',
  key_rate: 1600,
  key_rate_on: '2025-12-22',
}
const LEANS: Partial<Record<Regime, Regime>> = {
  goods: 'general',
  services: 'general',
  catering: 'services',
  distance: 'goods',
}
const REGIMES: Regime[] = [
  'goods', 'services', 'prepaid_goods', 'distance', 'housing', 'communal', 'medical', 'hotel', 'catering',
  'household', 'tourism', 'carriage', 'personal_data', 'b2b', 'platform', 'neighbour', 'general', 'none',
]

interface State {
  rules: Rule[]
  years: CalendarYear[]
  places: OpeningHours
  stakes: CourtAssumptions
  goals: Goals
}

const plain = (): State => structuredClone({ rules: RULES, years: YEARS, places: PLACES, stakes: STAKES, goals: { acknowledge: null, answer: null } })
const same = (a: Rule, b: { id: string; variant: string | null; valid_from: string }) =>
  a.id === b.id && a.variant === b.variant && a.valid_from === b.valid_from
const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The commands about rules, calendar and prices. */
export function memoryNorms(cases: Map<string, Kept>, write: (op: string, kept: null) => number) {
  let now = plain()
  const before = new Map<number, State>()

  const look = (of: Rule): RuleView => {
    const today = isoDay()
    const later = now.rules.some((one) => one.id === of.id && one.valid_from > of.valid_from)
    const soon = of.valid_to !== null && of.valid_to < plusDays(today, 92)
    const shipped = RULES.find((one) => same(one, of))
    return {
      rule: structuredClone(of),
      validity: of.off
        ? 'off'
        : of.valid_from > today
          ? 'not_yet'
          : of.valid_to && of.valid_to < today
            ? later ? 'replaced' : 'expired'
            : soon && !later ? 'expires_soon' : 'in_force',
      origin: equal(shipped, of) ? 'shipped' : RULES.some((one) => one.id === of.id) ? 'changed' : 'added',
      unverified: of.certainty === 'memory' || of.certainty === 'other_software',
    }
  }

  const view = (): NormsView => ({
    regimes: REGIMES.map((regime) => {
      const rules = now.rules.filter((one) => one.regime === regime).map(look)
      return {
        regime,
        subsidiary: LEANS[regime] ?? null,
        own: rules.some((one) => one.origin !== 'shipped'),
        rules,
        fault: null,
      }
    }),
    penalties: PENALTIES,
    years: now.years.map((entry) => ({ entry, own: !YEARS.some((one) => equal(one, entry)) })),
    places: now.places,
    stakes: now.stakes,
    goals: now.goals,
  })

  const made = (change: NormChange): State => {
    const next = structuredClone(now)
    if (change.what === 'rule') {
      const old = change.instead ?? change.rule
      next.rules = [...next.rules.filter((one) => !same(one, old)), structuredClone(change.rule)]
    } else if (change.what === 'rule_reset') {
      const shipped = RULES.find((one) => same(one, change.of))
      next.rules = next.rules.filter((one) => !same(one, change.of))
      if (shipped) next.rules.push(shipped)
    } else if (change.what === 'pack_reset') {
      next.rules = next.rules.filter((one) => one.regime !== change.regime)
      next.rules.push(...RULES.filter((one) => one.regime === change.regime))
    } else if (change.what === 'year') {
      next.years = [...next.years.filter((one) => one.year !== change.year.year), structuredClone(change.year)]
      next.years.sort((a, b) => a.year - b.year)
    } else if (change.what === 'year_reset') {
      next.years = next.years.filter((one) => one.year !== change.year)
      next.years.push(...YEARS.filter((one) => one.year === change.year))
      next.years.sort((a, b) => a.year - b.year)
    } else if (change.what === 'hours') next.places = structuredClone(change.places)
    else if (change.what === 'goals') next.goals = structuredClone(change.goals)
    else if (change.what === 'stakes') next.stakes = structuredClone(change.stakes)
    return next
  }

  const preview = (change: NormChange): NormPreview => {
    const off = change.what === 'year' ? new Set(change.year.weekday_off) : new Set<string>()
    const moved = [...cases.values()].flatMap((kept) =>
      kept.demands.flatMap((demand) => {
        const was = clocksOf(demand.kind, kept.complaint.regime, demand.made_on)[0]?.legal ?? null
        if (was === null || !off.has(was) || YEARS.some((year) => year.weekday_off.includes(was))) return []
        const { id: complaint, number, subject } = kept.complaint
        return [{ complaint, number, subject, demand: demand.kind, clock: null, was, becomes: plusDays(was, 1) }]
      }),
    )
    const late = change.what === 'rule' && change.rule.valid_to !== null && change.rule.valid_to < change.rule.valid_from
    const unread = change.what === 'pack' || change.what === 'calendar'
    return {
      fault: late
        ? { line: 0, subject: change.rule.id, problem: 'ends_before_it_begins', detail: '' }
        : unread
          ? { line: 14, subject: 'goods.money', problem: 'bad_value', detail: 'unit' }
          : null,
      regime: change.what === 'rule' ? change.rule.regime : null,
      years: change.what === 'year' ? [change.year.year] : [],
      rules: 0,
      moved,
      moved_total: moved.length,
    }
  }

  return {
    norms: async () => view(),
    normPreview: async (change) => preview(change),
    normApply: async (change) => {
      const next = made(change)
      if (equal(next, now)) return { norms: view(), moved: 0, seq: null }
      const seq = write('norm_save', null)
      before.set(seq, now)
      const moved = preview(change).moved_total
      now = next
      return { norms: view(), moved, seq }
    },
    normUndo: async ({ seq }) => {
      now = before.get(seq) ?? now
      return view()
    },
    normFileOpen: async () => 'regime = "goods"\n',
    normFileSave: async ({ regime }) => ({ saved: `~/Документы/${regime ?? 'calendar'}.toml` }),
    daysOff: async ({ from, to }) => {
      const off: string[] = []
      const missing = new Set<number>()
      for (let day = from; day <= to && off.length < 400; day = plusDays(day, 1)) {
        const year = now.years.find((one) => String(one.year) === day.slice(0, 4))
        const weekend = [0, 6].includes(new Date(`${day}T12:00:00`).getDay())
        if (!year) missing.add(Number(day.slice(0, 4)))
        else if (weekend ? !year.working_weekend.includes(day) : year.weekday_off.includes(day)) off.push(day)
      }
      return { off, missing: [...missing] }
    },
    answerPrices: async (ask) => {
      const kept = cases.get(ask.complaint)
      const demand = kept?.demands.find((one) => one.id === ask.demand)
      const sum = (text: string | null | undefined) => Math.round(Number(text ?? 0) * 100)
      const said = (kopecks: number) => (kopecks / 100).toFixed(2)
      const asked = ask.asked ?? demand?.amount ?? kept?.complaint.price ?? null
      const stakes = ask.stakes ?? now.stakes
      const event = demand?.made_on ?? isoDay()
      const due = demand?.due_legal ?? plusDays(event, 10)
      const whole = sum(asked)
      const offered = ask.offered === null ? Math.trunc(whole / 2) : sum(ask.offered)
      const figure = (head: ExposureFigure['head'], kopecks: number, ru: string, en: string, citation: string): ExposureFigure => ({
        head,
        sum: said(kopecks),
        if_later_law: null,
        formula_ru: ru,
        formula_en: en,
        citation,
        citation_en: citation.replace('ЗоЗПП №', 'Consumer Protection Act No.').replace('ст.', 'art.').replace('п.', 'para.'),
        certainty: citation.includes('23') || citation.includes('13') ? 'secondary' : null,
      })
      const late = (day: string, principal: number): ExposureFigure[] => {
        const n = Math.max(0, Math.round((Date.parse(day) - Date.parse(due)) / 86_400_000))
        const penalty = Math.min(Math.trunc((principal * n) / 100), principal)
        return n === 0
          ? []
          : [figure('penalty', penalty, `1 % в день × ${n} дн. после срока, не больше уплаченного`, `1% a day × ${n} days late, at most what was paid`, 'ЗоЗПП № 2300-1, ст. 23 п. 1')]
      }
      const pay = (principal: number) => (day: string) => [
        figure('principal', principal, 'сумма требования', 'the sum demanded', ''),
        ...late(day, principal),
      ]
      const win = () => [
        figure('expertise', sum(stakes.expertise), 'допущение офиса: экспертизу оплачивает продавец', 'an assumption: the seller pays for the expertise', 'ЗоЗПП № 2300-1, ст. 18 п. 5'),
        figure('lawyers', sum(stakes.own_lawyer), 'допущение офиса: свой юрист', 'an assumption: our own lawyer', 'ГПК РФ, ст. 100'),
      ]
      const lose = (day: string) => {
        const base = [...pay(whole)(day), figure('moral', sum(stakes.moral), 'допущение офиса: по практике судов', 'an assumption: as courts award it', 'ЗоЗПП № 2300-1, ст. 15')]
        const awarded = base.reduce((total, one) => total + sum(one.sum), 0)
        return [
          ...base,
          figure('fine', ask.excused ? 0 : awarded / 2, `50 % от присуждённого`, `50% of what is awarded`, 'ЗоЗПП № 2300-1, ст. 13 п. 6'),
          ...win(),
          figure('court_fee', sum(stakes.court_fee), 'допущение офиса: пошлина ложится на проигравшего', 'an assumption: the fee falls on the loser', 'ГПК РФ, ст. 103'),
        ]
      }
      const total = (figures: ExposureFigure[]) => figures.reduce((all, one) => all + sum(one.sum), 0)
      const today = isoDay()
      const judged = plusDays(today, stakes.days_to_judgment)
      const priced = (scenario: Scenario, at: string, of: (day: string) => ExposureFigure[]) => ({
        scenario,
        figures: of(at),
        total: said(total(of(at))),
        total_if_later_law: null,
        at_risk: scenario === 'partly' ? said(whole - offered + 2_500_000) : null,
        curve: Array.from({ length: 13 }, (_, step) => {
          const day = plusDays(today, Math.trunc((stakes.days_to_judgment * step) / 12))
          return { day, total: said(total(of(day))) }
        }),
      })
      return {
        asked,
        offered: said(offered),
        event,
        due,
        price_assumed: !kept?.complaint.price,
        stakes,
        answers: asked
          ? [
              priced('settle_now', today, pay(whole)),
              priced('partly', today, pay(offered)),
              priced('refuse_and_win', today, win),
              priced('refuse_and_lose', judged, lose),
            ]
          : [],
      }
    },
  } satisfies Partial<Backend>
}
