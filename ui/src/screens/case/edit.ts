// The form in which a complaint is put right: what it began from, and how it goes on when the register has.

import type { CardScope, Complainant, Complaint, ComplaintEdit } from '../../backend'
import { fieldsOf, formOf, receivedAt, type IntakeForm, type PlainField } from '../intake/form'

/** What a person says of a complainant; a telephone and its groups are one thing. */
type PersonField = Exclude<keyof Complainant, 'phone_written'>

/** A field of the form by name. */
export type EditField = PlainField | `complainant.${PersonField}`

export interface EditForm extends IntakeForm {
  /** The complaint as the form took it last; a save is refused once the register has a newer version. */
  basis: Complaint
  /** What was typed here and meanwhile written down otherwise by somebody else. */
  disputed: EditField[]
  /** In which cases what is changed of the complainant is to stand. */
  scope: CardScope
}

const personFields = (who: Complainant) => (Object.keys(who) as (keyof Complainant)[]).filter((name): name is PersonField => name !== 'phone_written')

const saidOf = (who: Complainant, field: PersonField) => (field === 'phone' ? who.phone_written || who.phone : who[field])

/** Whether the form says other things of the complainant than the register. */
export function otherPerson(form: EditForm): boolean {
  const now = fieldsOf(form, form.basis.received_at).complainant
  return personFields(now).some((field) => saidOf(now, field) !== saidOf(form.basis.complainant, field))
}

const asForm = (complaint: Complaint): IntakeForm => formOf(complaint, complaint.person_id, complaint.id)

/** Every field of the form that the register keeps. */
function fieldsIn(form: IntakeForm): EditField[] {
  const { id: _id, person: _person, complainant, demands: _demands, leftOut: _leftOut, files: _files, ...plain } = form
  return [...(Object.keys(plain) as PlainField[]), ...personFields(complainant).map((name) => `complainant.${name}` as const)]
}

export const editOf = (complaint: Complaint): EditForm => ({ ...asForm(complaint), basis: complaint, disputed: [], scope: 'this_case' })

/** What a field says now. */
export function saying(form: IntakeForm, field: EditField): string | boolean | null {
  const [, of] = field.split('.')
  return of === undefined
    ? form[field as PlainField]
    : saidOf(form.complainant, of as PersonField)
}

/** The form with that field as it stands in the register. */
export function yielded(form: EditForm, field: EditField): EditForm {
  const kept = asForm(form.basis)
  const disputed = form.disputed.filter((one) => one !== field)
  const [, of] = field.split('.')
  if (of === undefined) return { ...form, disputed, [field]: kept[field as PlainField] }
  const { phone_written } = kept.complainant
  return {
    ...form,
    disputed,
    complainant: { ...form.complainant, [of]: kept.complainant[of as PersonField], ...(of === 'phone' && { phone_written }) },
  }
}

/**
 * The form laid over what the register holds now: what was left alone follows the register, what was typed stays.
 * `moved` tells whether any of its fields was written down otherwise meanwhile.
 */
export function rebased(form: EditForm, now: Complaint): { form: EditForm; moved: boolean } {
  const began = asForm(form.basis)
  const theirs = asForm(now)
  const changed = fieldsIn(theirs).filter((field) => saying(theirs, field) !== saying(began, field))
  const typed = (field: EditField): boolean => saying(form, field) !== saying(began, field)
  let next: EditForm = { ...form, basis: now }
  for (const field of changed) if (!typed(field)) next = yielded(next, field)
  const both = [...new Set([...form.disputed, ...changed.filter(typed)])]
  next.disputed = both.filter((field) => saying(next, field) !== saying(theirs, field))
  return { form: next, moved: changed.length > 0 }
}

/** The form as the register takes it. */
export function toEdit(form: EditForm): ComplaintEdit {
  const { basis } = form
  // The second of receipt is kept while day and minute stay as they were.
  const same = form.day === basis.received_at.slice(0, 10) && form.clock === basis.received_at.slice(11, 16)
  const received = same ? basis.received_at : (receivedAt(form) ?? basis.received_at)
  return { id: basis.id, version: basis.version, ...fieldsOf(form, received), scope: form.scope }
}
