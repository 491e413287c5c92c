// The intake form's values and rules, without a screen.

import { daysBetween, isoDay, moment } from '../../app/format'
import {
  DEMANDS_FOR_MONEY,
  type Channel,
  type Complainant,
  type DemandKind,
  type Kind,
  type NewComplaint,
  type PersonId,
  type Regime,
} from '../../backend'

export interface DemandRow {
  /** Tells rows apart while they have no id. */
  key: number
  kind: DemandKind
  detail: string
  amount: string | null
}

export interface IntakeForm {
  /** What the complaint will be known by: handed in twice, it is still one complaint. */
  id: string
  kind: Kind
  regime: Regime
  channel: Channel
  day: string | null
  clock: string | null
  backdating: string
  person: PersonId | null
  complainant: Complainant
  withRepresentative: boolean
  subject: string
  text: string
  order: string
  theirNumber: string
  theirDate: string | null
  price: string | null
  demands: DemandRow[]
  /** Attachments of the message that are not taken, by their place in it. */
  leftOut: number[]
}

export const nobody = (): Complainant => ({
  kind: 'person',
  name: '',
  gender: 'auto',
  name_dative: null,
  salutation: null,
  address: '',
  email: '',
  phone: '',
  representative: '',
})

const two = (n: number): string => String(n).padStart(2, '0')

/** An empty form at this moment. */
export function emptyForm(regime: Regime, now: Date): IntakeForm {
  return {
    id: crypto.randomUUID(),
    kind: 'claim',
    regime,
    channel: 'email',
    day: isoDay(now),
    clock: `${two(now.getHours())}:${two(now.getMinutes())}`,
    backdating: '',
    person: null,
    complainant: nobody(),
    withRepresentative: false,
    subject: '',
    text: '',
    order: '',
    theirNumber: '',
    theirDate: null,
    price: null,
    demands: [],
    leftOut: [],
  }
}

/** The form filled in with what was read from a message or a chat. */
export function formOf(draft: NewComplaint): IntakeForm {
  return {
    id: crypto.randomUUID(),
    kind: draft.kind,
    regime: draft.regime,
    channel: draft.channel,
    day: draft.received_at.slice(0, 10),
    clock: draft.received_at.slice(11, 16),
    backdating: draft.backdating_reason ?? '',
    person: draft.person_id,
    complainant: { ...nobody(), ...draft.complainant },
    withRepresentative: draft.complainant.representative !== '',
    subject: draft.subject,
    text: draft.text,
    order: draft.order,
    theirNumber: draft.their_number,
    theirDate: draft.their_date,
    price: draft.price,
    demands: draft.demands.map(({ kind, detail, amount }, key) => ({ key, kind, detail, amount })),
    leftOut: [],
  }
}

/** What was read, laid over what was typed already: typed words stay, gaps are filled. */
export function filled(form: IntakeForm, read: IntakeForm): IntakeForm {
  const or = (typed: string, found: string): string => (typed.trim() === '' ? found : typed)
  const { complainant: mine } = form
  const { complainant: theirs } = read
  const key = Math.max(0, ...form.demands.map((d) => d.key + 1))
  const have = new Set(form.demands.map((d) => d.kind))
  return {
    ...form,
    kind: read.kind,
    channel: read.channel,
    day: read.day,
    clock: read.clock,
    complainant: {
      ...mine,
      kind: mine.name.trim() === '' ? theirs.kind : mine.kind,
      name: or(mine.name, theirs.name),
      email: or(mine.email, theirs.email),
      phone: or(mine.phone, theirs.phone),
      address: or(mine.address, theirs.address),
    },
    subject: or(form.subject, read.subject),
    text: or(form.text, read.text),
    order: or(form.order, read.order),
    theirNumber: or(form.theirNumber, read.theirNumber),
    theirDate: form.theirDate ?? read.theirDate,
    price: form.price ?? read.price,
    demands: [
      ...form.demands,
      ...read.demands.filter((d) => !have.has(d.kind)).map((d, i) => ({ ...d, key: key + i })),
    ],
  }
}

/** The moment of receipt, or null while day or time is missing. */
export const receivedAt = (form: IntakeForm): string | null => moment(form.day, form.clock)

/** Whether the office records it on a later day than it came. */
export const isBackdated = (form: IntakeForm, today: string): boolean =>
  form.day !== null && daysBetween(form.day, today) > 0

export type Errors = Partial<Record<ErrorField, string>> & { demands?: Record<number, string> }
export type ErrorField = 'received' | 'backdating' | 'email' | 'text' | 'their_date'

/** Words for each mistake, so that the rules stay free of a language. */
export interface ErrorWords {
  receivedMissing: string
  receivedFuture: string
  backdatingMissing: string
  emailWrong: string
  textMissing: string
  theirDateFuture: string
  detailMissing: string
}

/** What stops the form, by field. */
export function mistakes(form: IntakeForm, now: Date, say: ErrorWords): Errors {
  const errors: Errors = {}
  const received = receivedAt(form)
  if (received === null) errors.received = say.receivedMissing
  // A minute of grace: the clock of a form opened just now runs behind.
  else if (Date.parse(received) > now.getTime() + 60_000) errors.received = say.receivedFuture
  if (isBackdated(form, isoDay(now)) && form.backdating.trim() === '') errors.backdating = say.backdatingMissing
  const { email } = form.complainant
  if (email.trim() !== '' && !/^\S+@[^\s@]+\.[^\s@]+$/u.test(email.trim())) errors.email = say.emailWrong
  if (form.text.trim() === '' && form.subject.trim() === '') errors.text = say.textMissing
  if (form.theirDate !== null && daysBetween(form.theirDate, isoDay(now)) < 0) errors.their_date = say.theirDateFuture
  const demands: Record<number, string> = {}
  for (const row of form.demands) if (row.kind === 'other' && row.detail.trim() === '') demands[row.key] = say.detailMissing
  if (Object.keys(demands).length > 0) errors.demands = demands
  return errors
}

export const countMistakes = (errors: Errors): number =>
  Object.values(errors).reduce<number>((n, e) => n + (typeof e === 'string' ? 1 : Object.keys(e ?? {}).length), 0)

/** The form as the register takes it. */
export function toNew(form: IntakeForm, today: string): NewComplaint {
  const { complainant } = form
  return {
    id: form.id,
    kind: form.kind,
    regime: form.regime,
    channel: form.channel,
    received_at: receivedAt(form) ?? '',
    backdating_reason: isBackdated(form, today) ? form.backdating.trim() : null,
    person_id: form.person,
    complainant: {
      ...complainant,
      name: complainant.name.trim(),
      email: complainant.email.trim(),
      phone: complainant.phone.trim(),
      address: complainant.address.trim(),
      representative: form.withRepresentative ? complainant.representative.trim() : '',
    },
    subject: form.subject.trim(),
    text: form.text,
    order: form.order.trim(),
    their_number: form.theirNumber.trim(),
    their_date: form.theirDate,
    price: form.price,
    demands: form.demands.map(({ kind, detail, amount }) => ({
      kind,
      detail: detail.trim(),
      amount: DEMANDS_FOR_MONEY.includes(kind) ? amount : null,
      made_on: null,
    })),
  }
}

/** The phone as digits, to see whether some are missing; advice only. */
export function phoneLooksShort(phone: string): boolean {
  const digits = phone.replace(/\D/g, '').length
  return digits > 0 && digits < 10
}
