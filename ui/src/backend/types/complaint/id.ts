// Made by `cargo xtask types`; change the Rust types instead.

/** One point of fact that a complainant states. */
export type AllegationId = string;

/** One submission of a letter for approval. */
export type ApprovalId = string;

/** A checklist that was put on a case. */
export type CaseListId = string;

export type ClockId = string;

/** One stretch of days in which a clock stands still. */
export type ClockPauseId = string;

/** One complaint, whatever its register number. */
export type ComplaintId = string;

/** One demand within a complaint. */
export type DemandId = string;

/** One entry of the incident diary. */
export type DiaryId = string;

/** One step in the delivery of a dispatch. */
export type DispatchEventId = string;

export type DispatchId = string;

/** One document of a complaint (its content is named by SHA-256). */
export type DocumentId = string;

/** One form of an answer besides the letter. */
export type FormId = string;

/** One order that a case be kept. */
export type LegalHoldId = string;

/** One letter, draft or issued. */
export type LetterId = string;

/** A form of a name that the office put in the program's place. */
export type NameFormId = string;

export type NoteId = string;

/** A complainant, whose card serves all their complaints. */
export type PersonId = string;

/** A checklist or an own form of a procedure, whatever its versions. */
export type RoutineId = string;

/** One version of a routine; it never changes. */
export type RoutineVersionId = string;

/** One template of letters that an office made, whatever its versions. */
export type TemplateId = string;

/** One version of a template; it never changes. */
export type TemplateVersionId = string;
