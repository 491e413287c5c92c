// The intake form's values, without a screen.

import { isoDay, moment } from '../../app/format'
import { failureText } from '../../app/notices.svelte'
import {
  type Channel,
  type ChosenTerm,
  type Complainant,
  type ComplaintFields,
  type DemandKind,
  type DroppedFile,
  type Failure,
  type Kind,
  type NewComplaint,
  type PersonId,
  type Regime,
} from '../../backend'
import { t } from '../../text/index.svelte'

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
  /** The special case of the rules that this one is. */
  special: string | null
  /** The day that a state body's request names. */
  namedDay: string | null
  /** Attachments of the message that are not taken, by their place in it. */
  leftOut: number[]
  /** Files beside the words, which become documents of the case. */
  files: DroppedFile[]
}

/** What of a form is one of the complaint's own fields; the complainant has fields below it. */
export type PlainField = Exclude<keyof IntakeForm, 'id' | 'person' | 'complainant' | 'demands' | 'special' | 'namedDay' | 'leftOut' | 'files'>

/** What a form that was left half written is about, in a few of its words; null where nothing of it is typed. */
export function begun(kept: unknown): string | null {
  const { subject = '', text = '', complainant } = kept as Partial<IntakeForm>
  const words = [complainant?.name, subject || text].map((one) => one?.replace(/\s+/g, ' ').trim() ?? '').filter(Boolean)
  const told = words.join(': ')
  return told === '' ? null : told.length > 80 ? `${told.slice(0, 79)}…` : told
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
  phone_written: '',
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
    special: null,
    namedDay: null,
    leftOut: [],
    files: [],
  }
}

/** The form filled in with what is known of a complaint. */
export function formOf(known: ComplaintFields, person: PersonId | null, id: string = crypto.randomUUID()): IntakeForm {
  return {
    id,
    kind: known.kind,
    regime: known.regime,
    channel: known.channel,
    day: known.received_at.slice(0, 10),
    clock: known.received_at.slice(11, 16),
    backdating: known.backdating_reason ?? '',
    person,
    complainant: { ...nobody(), ...known.complainant },
    withRepresentative: known.complainant.representative !== '',
    subject: known.subject,
    text: known.text,
    order: known.order,
    theirNumber: known.their_number,
    theirDate: known.their_date,
    price: known.price,
    demands: [],
    special: null,
    namedDay: null,
    leftOut: [],
    files: [],
  }
}

/** The form filled in with what was read from a message or a chat. */
export const formOfDraft = (draft: NewComplaint): IntakeForm => ({
  ...formOf(draft, draft.person_id),
  demands: draft.demands.map(({ kind, detail, amount }, key) => ({ key, kind, detail, amount })),
})

/** What was read, laid over what was typed already: typed words and a chosen day stay, gaps are filled. */
export function filled(form: IntakeForm, read: IntakeForm, today: string = isoDay()): IntakeForm {
  const or = (typed: string, found: string): string => (typed.trim() === '' ? found : typed)
  // A day that somebody chose stays; the day on which the form was opened gives way to that of the chat.
  const dated = form.day === null || (form.day === today && read.day !== today)
  const { complainant: mine } = form
  const { complainant: theirs } = read
  const key = Math.max(0, ...form.demands.map((d) => d.key + 1))
  const have = new Set(form.demands.map((d) => d.kind))
  return {
    ...form,
    kind: read.kind,
    channel: read.channel,
    ...(dated && { day: read.day, clock: read.clock, backdating: or(form.backdating, read.backdating) }),
    complainant: {
      ...mine,
      kind: mine.name.trim() === '' ? theirs.kind : mine.kind,
      name: or(mine.name, theirs.name),
      email: or(mine.email, theirs.email),
      phone: or(mine.phone, theirs.phone),
      phone_written: mine.phone.trim() === '' ? theirs.phone_written : mine.phone_written,
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

/**
 * What the words themselves tell, laid over what was typed. How and when they came they can't know; a demand that was
 * chosen without its sum gets it.
 */
export function filledFromWords(form: IntakeForm, read: IntakeForm): IntakeForm {
  const { kind, channel, day, clock, backdating, subject, theirDate, theirNumber } = form
  const amountOf = new Map(read.demands.map((one) => [one.kind, one.amount]))
  const demands = filled(form, read).demands.map((one) => ({ ...one, amount: one.amount ?? amountOf.get(one.kind) ?? null }))
  return { ...filled(form, read), kind, channel, day, clock, backdating, subject, theirDate, theirNumber, demands }
}

/** The moment of receipt, or null while day or time is missing. */
export const receivedAt = (form: IntakeForm): string | null => moment(form.day, form.clock)

/** What stands beside the fields, by their names on the wire. */
export type Errors = Partial<Record<string, string>>

/** The mistakes beside their fields, each in the words that fit it there. */
export function worded(faults: readonly Failure[]): Errors {
  const errors: Errors = {}
  for (const fault of faults) if (fault.field !== null) errors[fault.field] ??= wordsOf(fault.field, fault)
  return errors
}

function wordsOf(field: string, fault: Failure): string {
  const { errors, backdating, text, demands } = t.intake
  const own: Record<string, string> = {
    'received_at future': errors.receivedFuture,
    'received_at too_early': errors.receivedEarly,
    'subject too_long': errors.subjectLong,
    'backdating_reason missing': backdating.missing,
    'text missing': text.missing,
    'their_date future': errors.theirDateFuture,
    'detail missing': demands.detailMissing,
  }
  return own[`${field.replace(/^demands\.\d+\./, '')} ${fault.detail}`] ?? failureText(fault)
}

/** What stands beside each row of what is asked, by its key. */
export function rowErrors(errors: Errors, rows: readonly DemandRow[]): Record<number, string> {
  const found: Record<number, string> = {}
  for (const [field, words] of Object.entries(errors)) {
    const row = rows[Number(/^demands\.(\d+)\./.exec(field)?.[1] ?? -1)]
    if (row !== undefined && words !== undefined) found[row.key] = words
  }
  return found
}

/** The complaint's fields as the register takes them. */
export const fieldsOf = (form: IntakeForm, received: string): ComplaintFields => ({
  kind: form.kind,
  regime: form.regime,
  channel: form.channel,
  received_at: received,
  backdating_reason: form.backdating.trim() || null,
  complainant: {
    ...form.complainant,
    name: form.complainant.name.trim(),
    email: form.complainant.email.trim(),
    phone: form.complainant.phone.trim(),
    phone_written: form.complainant.phone_written ?? '',
    address: form.complainant.address.trim(),
    representative: form.withRepresentative ? form.complainant.representative.trim() : '',
  },
  subject: form.subject.trim(),
  text: form.text,
  order: form.order.trim(),
  their_number: form.theirNumber.trim(),
  their_date: form.theirDate,
  price: form.price,
})

/** What the office says of the terms; a draft kept before it could be said knows nothing of it. */
const chosenTerms = ({ kind, special, namedDay }: IntakeForm): ChosenTerm[] => [
  ...(special ? [{ what: 'special' as const, variant: special }] : []),
  ...(kind === 'authority' && namedDay ? [{ what: 'named' as const, day: namedDay }] : []),
]

/** The form as the register takes it. */
export const toNew = (form: IntakeForm): NewComplaint => ({
  id: form.id,
  ...fieldsOf(form, receivedAt(form) ?? ''),
  person_id: form.person,
  demands: form.demands.map(({ kind, detail, amount }) => ({
    kind,
    detail: detail.trim(),
    amount,
    made_on: null,
  })),
  terms: chosenTerms(form),
})
