// The form in which a complaint is put right: what it began from, and how it goes on when the register has.

import type { Complaint, ComplaintEdit } from '../../backend'
import { receivedAt, type IntakeForm } from '../intake/form'

const PLAIN = [
  'kind',
  'regime',
  'channel',
  'day',
  'clock',
  'backdating',
  'withRepresentative',
  'subject',
  'text',
  'order',
  'theirNumber',
  'theirDate',
  'price',
] as const
const COMPLAINANT = [
  'kind',
  'name',
  'gender',
  'name_dative',
  'salutation',
  'address',
  'email',
  'phone',
  'representative',
] as const

/** A field of the form by name. */
export type EditField = (typeof PLAIN)[number] | `complainant.${(typeof COMPLAINANT)[number]}`

export interface EditForm extends IntakeForm {
  /** The complaint as the form took it last; a save is refused once the register has a newer version. */
  basis: Complaint
  /** What was typed here and meanwhile written down otherwise by somebody else. */
  disputed: EditField[]
}

function asForm(c: Complaint): IntakeForm {
  return {
    id: c.id,
    kind: c.kind,
    regime: c.regime,
    channel: c.channel,
    day: c.received_at.slice(0, 10),
    clock: c.received_at.slice(11, 16),
    backdating: c.backdating_reason ?? '',
    person: c.person_id,
    complainant: { ...c.complainant },
    withRepresentative: c.complainant.representative !== '',
    subject: c.subject,
    text: c.text,
    order: c.order,
    theirNumber: c.their_number,
    theirDate: c.their_date,
    price: c.price,
    demands: [],
    leftOut: [],
  }
}

export const editOf = (complaint: Complaint): EditForm => ({ ...asForm(complaint), basis: complaint, disputed: [] })

/** What a field says now. */
export function saying(form: IntakeForm, field: EditField): string | boolean | null {
  const [, of] = field.split('.')
  return of === undefined
    ? form[field as (typeof PLAIN)[number]]
    : form.complainant[of as (typeof COMPLAINANT)[number]]
}

/** The form with that field as it stands in the register. */
export function yielded(form: EditForm, field: EditField): EditForm {
  const kept = asForm(form.basis)
  const disputed = form.disputed.filter((one) => one !== field)
  const [, of] = field.split('.')
  return of === undefined
    ? { ...form, disputed, [field]: kept[field as (typeof PLAIN)[number]] }
    : { ...form, disputed, complainant: { ...form.complainant, [of]: kept.complainant[of as (typeof COMPLAINANT)[number]] } }
}

/**
 * The form laid over what the register holds now: what was left alone follows the register, what was typed stays.
 * `moved` tells whether any of its fields was written down otherwise meanwhile.
 */
export function rebased(form: EditForm, now: Complaint): { form: EditForm; moved: boolean } {
  const began = asForm(form.basis)
  const theirs = asForm(now)
  const fields: EditField[] = [...PLAIN, ...COMPLAINANT.map((of) => `complainant.${of}` as const)]
  const changed = fields.filter((field) => saying(theirs, field) !== saying(began, field))
  const typed = (field: EditField): boolean => saying(form, field) !== saying(began, field)
  let next: EditForm = { ...form, basis: now }
  for (const field of changed) if (!typed(field)) next = yielded(next, field)
  const both = [...new Set([...form.disputed, ...changed.filter(typed)])]
  next.disputed = both.filter((field) => saying(next, field) !== saying(theirs, field))
  return { form: next, moved: changed.length > 0 }
}

/** The form as the register takes it. */
export function toEdit(form: EditForm, backdated: boolean): ComplaintEdit {
  const { basis } = form
  // The second of receipt is kept while day and minute stay as they were.
  const same = form.day === basis.received_at.slice(0, 10) && form.clock === basis.received_at.slice(11, 16)
  return {
    id: basis.id,
    version: basis.version,
    kind: form.kind,
    regime: form.regime,
    channel: form.channel,
    received_at: same ? basis.received_at : (receivedAt(form) ?? basis.received_at),
    backdating_reason: backdated ? form.backdating.trim() : null,
    complainant: { ...form.complainant, representative: form.withRepresentative ? form.complainant.representative : '' },
    subject: form.subject.trim(),
    text: form.text,
    order: form.order.trim(),
    their_number: form.theirNumber.trim(),
    their_date: form.theirDate,
    price: form.price,
  }
}
