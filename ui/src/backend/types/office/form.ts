// Made by `cargo xtask types`; change the Rust types instead.
import type { ComplaintId, FormId } from '../complaint/id'
import type { FormKind, Language } from '../complaint/words'
import type { Finding } from '../letter/check'
import type { Form, FormLength } from '../letter/forms'

/** A form as its screen shows it. */
export type FormCard = {
/** Its id; none while it is not kept. */
id: FormId | null, form: Form,
/** When it was last changed, where it is kept. */
changed_at: string | null, used: Array<FormUse>, findings: Array<Finding>, length: FormLength, };

/** Reads a form as it is typed. */
export type FormCheck = { complaint: ComplaintId, form: Form,
/** Whether its words are to go into somebody else's letter: then whatever may be a name is told. */
to_take?: boolean, };

/** What reading a form found. */
export type FormChecked = { findings: Array<Finding>, length: FormLength, };

export type FormRef = { form: FormId, };

/** Keeps a form with the case. */
export type FormSave = { complaint: ComplaintId,
/** The form to change; a new one when absent. */
id: FormId | null, form: Form, };

export type FormUse = { at: string,
/** Where: a platform, a telephone, a messenger. */
place: string,
/** A link to it, or the number that was called; kept as text. */
link: string,
/** The words as they were then. */
text: string, };

/** Notes that a form went out. */
export type FormUsed = { form: FormId, at: string,
/** Where: a platform, a telephone, a messenger. */
place: string,
/** A link to it, kept as text and never opened. */
link: string, };

/** Writes a form from the case as it stands now; nothing is kept. */
export type FormsCompose = { complaint: ComplaintId, kind: FormKind,
/** Its language; the office's own when absent. */
language: Language | null,
/** Characters it may have; what is usual for its kind when absent. */
limit: number | null, };
