// What the memory office needs of the office's rules, in a simple form: where
// a case stands, what comes next, and terms counted in calendar days.

import { isoDay } from '../../app/format'
import type {
  ApprovalState,
  Card,
  ClockPause,
  ClockView,
  Complaint,
  Demand,
  DemandKind,
  DeliveryState,
  Dispatch,
  Document,
  DiaryEntry,
  Ending,
  InternalNote,
  LetterCard,
  LetterKind,
  NextStep,
  Regime,
  RunningClock,
  Status,
} from '../index'

/** One case as the memory office keeps it. */
export interface Kept {
  complaint: Complaint
  demands: Demand[]
  documents: Document[]
  trashed_documents: Document[]
  diary: DiaryEntry[]
  notes: InternalNote[]
  letters: LetterCard[]
  dispatches: Dispatch[]
  question_answered: number
  /** Clocks that a person started. */
  clocks: RunningClock[]
  /** How clocks ended by a person's word, by the id of the clock or the demand. */
  ends: Record<string, Ending>
  pauses: ClockPause[]
}

const isFinal = (kind: LetterKind) => kind.startsWith('final_')

function facts(kept: Kept) {
  const issued = kept.letters.filter((letter) => letter.summary.state === 'issued')
  const final = issued.find((letter) => isFinal(letter.summary.kind))
  const asked = issued.filter((letter) => letter.summary.kind === 'information_request').length
  return {
    demands: kept.demands.length,
    decided: kept.demands.filter((demand) => demand.decision).length,
    acknowledged: issued.some((letter) => letter.summary.kind === 'acknowledgement'),
    workedOn: kept.diary.length + kept.notes.length + kept.letters.length > 0,
    questionOpen: asked > kept.question_answered,
    answered: Boolean(final),
    sent: Boolean(final?.summary.sent),
    approval: kept.letters.find(({ summary }) => summary.state === 'draft' && isFinal(summary.kind))?.summary.approval?.state,
    gone: final ? dispatchesOf(kept, final.summary.id).at(-1) : undefined,
    unsent: issued.some((letter) => !letter.summary.sent),
    questionUnsent: issued.some((letter) => letter.summary.kind === 'information_request' && !letter.summary.sent),
    finalDraft: kept.letters.some(
      ({ summary }) => summary.state === 'draft' && isFinal(summary.kind),
    ),
    closed: kept.complaint.closed_at !== null,
    asksAnswer: !['gratitude', 'review'].includes(kept.complaint.kind),
  }
}

const SETTLED: DeliveryState[] = ['delivered', 'returned', 'refused', 'lost']

/** The dispatches of a letter, the earliest first. */
export function dispatchesOf(kept: Kept, letter: string): Dispatch[] {
  return kept.dispatches
    .filter((one) => one.letter === letter)
    .sort((a, b) => Date.parse(a.sent_at) - Date.parse(b.sent_at))
}

/** How far a dispatch has come. */
export function stateOf(one: Dispatch): DeliveryState {
  return one.events.at(-1)?.state ?? (one.way === 'by_hand' ? 'delivered' : 'handed_over')
}

/** By when a posted letter should have arrived of which nothing is known. */
export function deliveryDue(kept: Kept): string | null {
  const open = kept.letters
    .filter(({ summary }) => summary.state === 'issued')
    .map(({ summary }) => dispatchesOf(kept, summary.id).at(-1))
    .filter((one) => one?.expected && !SETTLED.includes(stateOf(one)))
  return open.map((one) => one!.expected!).sort()[0] ?? null
}

/** Whether an issued letter never left the office. */
export function hasUnsent(kept: Kept): boolean {
  return facts(kept).unsent
}

/** Whether an issued request for information waits for its answer. */
export function questionOpen(kept: Kept): boolean {
  return facts(kept).questionOpen
}

/** Where a case stands. */
export function statusOf(kept: Kept): Status {
  const f = facts(kept)
  if (f.closed) return 'closed'
  if (f.answered) return 'answered'
  if (f.questionOpen) return 'waiting'
  if (f.demands > 0 && f.decided === f.demands) return 'decided'
  return f.workedOn || f.decided > 0 || f.acknowledged ? 'in_work' : 'fresh'
}

const withDraft = (approval: ApprovalState | undefined): NextStep =>
  approval === 'waiting' ? 'approve' : approval === 'returned' ? 'revise' : 'issue_final'

/** What to do next on it. */
export function nextStepOf(kept: Kept): NextStep {
  const f = facts(kept)
  if (f.closed) return 'nothing'
  if (f.answered) {
    if (!f.sent || (f.gone && stateOf(f.gone) === 'lost')) return 'send'
    return f.gone?.expected && !SETTLED.includes(stateOf(f.gone)) ? 'confirm_delivery' : 'close'
  }
  if (f.questionOpen) return f.questionUnsent ? 'send' : 'await_complainant'
  if (f.demands === 0) {
    if (!f.asksAnswer) return 'close'
    return f.finalDraft ? withDraft(f.approval) : 'name_demands'
  }
  if (f.decided === f.demands) return f.finalDraft ? withDraft(f.approval) : 'draft_final'
  return !f.acknowledged && f.decided === 0 ? 'acknowledge' : 'decide'
}

/** An ISO day so many days on. */
export function plusDays(iso: string, days: number): string {
  const day = new Date(`${iso.slice(0, 10)}T12:00:00`)
  day.setDate(day.getDate() + days)
  return isoDay(day)
}

/** The day itself or the next working day in the direction given. */
export function workday(iso: string, step: 1 | -1): string {
  let day = iso
  while ([0, 6].includes(new Date(`${day}T12:00:00`).getDay())) day = plusDays(day, step)
  return day
}

const TERMS: Partial<Record<DemandKind, { days: number; citation: string; ru: string; en: string }>> =
  {
    refund: { days: 10, citation: 'ЗоЗПП ст. 22', ru: 'Возврат денег', en: 'Money back' },
    price_reduction: { days: 10, citation: 'ЗоЗПП ст. 22', ru: 'Снижение цены', en: 'Lower price' },
    damages: { days: 10, citation: 'ЗоЗПП ст. 22', ru: 'Возмещение убытков', en: 'Damages' },
    expenses: { days: 10, citation: 'ЗоЗПП ст. 22', ru: 'Возмещение расходов', en: 'Expenses' },
    replacement: { days: 7, citation: 'ЗоЗПП ст. 21', ru: 'Замена товара', en: 'Replacement' },
    repair: { days: 45, citation: 'ЗоЗПП ст. 20', ru: 'Ремонт', en: 'Repair' },
    fix_defects: { days: 20, citation: 'ЗоЗПП ст. 30', ru: 'Устранение недостатков', en: 'Defects' },
    loan_item: { days: 3, citation: 'ЗоЗПП ст. 20', ru: 'Товар на время ремонта', en: 'Loan item' },
  }

const english = (citation: string) =>
  citation
    .replace('ЗоЗПП', 'Consumer Protection Act')
    .replace('Воздушный кодекс РФ', 'Air Code')
    .replace('132-ФЗ', 'Federal Law No. 132-FZ')
    .replace('правило офиса', 'a rule of the office')
    .replace('ст.', 'art.')

/** What the law asks of the answer to a complaint that demands nothing. */
const ANSWERS: Partial<Record<Regime, (typeof TERMS)['refund']>> = {
  tourism: { days: 10, citation: '132-ФЗ, ст. 10', ru: 'Рассмотреть претензию туриста', en: 'Consider the tourist’s claim' },
  carriage: { days: 30, citation: 'Воздушный кодекс РФ, ст. 127.1', ru: 'Претензия к перевозчику', en: 'Claim against the carrier' },
}

/** The terms that run for a demand, or for the answer where nothing is demanded. */
export function clocksOf(kind: DemandKind | null, regime: Regime, received: string): ClockView[] {
  if (kind === null && !ANSWERS[regime]) return []
  const term = (kind ? TERMS[kind] : ANSWERS[regime]) ?? {
    days: 30,
    citation: 'правило офиса',
    ru: 'Ответ по существу',
    en: 'Answer on the merits',
  }
  const start = received.slice(0, 10)
  const unmoved = plusDays(start, term.days)
  const legal = workday(unmoved, 1)
  const steps = [
    { date: start, text_ru: 'Требование получено', text_en: 'The demand was received' },
    {
      date: plusDays(start, 1),
      text_ru: 'Счёт начинается со следующего дня (ГК ст. 191)',
      text_en: 'Counting starts on the next day (Civil Code, art. 191)',
    },
    {
      date: unmoved,
      text_ru: `${term.days} календарных дней`,
      text_en: `${term.days} calendar days`,
    },
  ]
  if (legal !== unmoved) {
    steps.push({
      date: legal,
      text_ru: 'Последний день выходной: перенос на рабочий (ГК ст. 193)',
      text_en: 'The last day is a holiday: moved to a working day (Civil Code, art. 193)',
    })
  }
  return [
    {
      rule: `memory.${kind ?? 'answer'}`,
      title_ru: term.ru,
      title_en: term.en,
      citation: term.citation,
      citation_en: english(term.citation),
      certainty: !kind || TERMS[kind] ? 'act' : 'office_goal',
      checked_on: '2026-11-01',
      start,
      unmoved,
      legal,
      safe: workday(unmoved, -1),
      steps,
      penalty_ru: kind && TERMS[kind] ? 'Неустойка 1 % цены товара за каждый день просрочки' : '',
      penalty_en: kind && TERMS[kind] ? '1 % of the price for each day of delay' : '',
      undated: null,
      pause: null,
      variant: null,
      caution: false,
      binds_complainant: false,
      todo_ru: '',
      todo_en: '',
      until: null,
      last: {
        post_until_midnight_of: legal,
        branch: { day: legal, time: '20:00:00' },
        by_hand: { day: legal, time: '18:00:00' },
        steps: [],
      },
    },
  ]
}

/** The nearest due day of what is not answered yet. */
export function dueOf(kept: Kept): { legal: string | null; safe: string | null } {
  if (['answered', 'closed'].includes(statusOf(kept))) return { legal: null, safe: null }
  const clocks =
    kept.demands.length > 0
      ? kept.demands.flatMap((demand) => clocksOf(demand.kind, kept.complaint.regime, demand.made_on))
      : clocksOf(null, kept.complaint.regime, kept.complaint.received_at)
  const first = clocks.sort((a, b) => (a.legal ?? '').localeCompare(b.legal ?? ''))[0]
  return { legal: first?.legal ?? null, safe: first?.safe ?? null }
}

/** The whole case, as its screen shows it. */
export function cardOf(kept: Kept, undo: Card['undo'], same: Card['same_person'], clocks: Pick<Card, 'running' | 'dispatches' | 'interim'>): Card {
  const { complaint } = kept
  return {
    complaint: { ...complaint, status: statusOf(kept) },
    demands: kept.demands.map((demand) => ({
      demand,
      clocks: clocksOf(demand.kind, complaint.regime, demand.made_on),
    })),
    documents: kept.documents,
    trashed_documents: kept.trashed_documents,
    diary: kept.diary,
    notes: kept.notes,
    letters: kept.letters.map((letter) => letter.summary),
    next_step: nextStepOf(kept),
    clocks: clocksOf(null, complaint.regime, complaint.received_at),
    same_person: same,
    undo,
    question_open: questionOpen(kept),
    ...clocks,
  }
}
