// Made by `cargo xtask types`; change the Rust types instead.
import type { Approval } from '../complaint/approval'
import type { Document, LetterSummary } from '../complaint/case'
import type { ComplaintId, DocumentId, LetterId, TemplateId } from '../complaint/id'
import type { LetterKind } from '../complaint/letter_kind'
import type { ApprovalState, Channel, Language } from '../complaint/words'
import type { Difference } from '../letter/approval'
import type { Particulars } from '../letter/case'
import type { Finding } from '../letter/check'
import type { Change } from '../letter/compose'
import type { DemandScopes, StandaloneTemplate, TemplateFault } from '../letter/template'
import type { LetterText } from '../letter/text'
import type { ShutGate } from '../office/procedure'
import type { LetterTemplate } from '../office/template'

/** Where a letter's approval stands. */
export type ApprovalView = {
/** Whether this letter can be issued only when it is approved. */
needed: boolean,
/** Whether it is approved with exactly the content it has now. */
stands: boolean,
/**
 * Where it stands: as the latest submission, and void where the letter is another since it was approved. None
 * where it was never submitted.
 */
stage: ApprovalState | null,
/** Whether the person acting is the one who approves. */
approver_acts: boolean,
/** Who approves, by the office's settings: post and name. */
approver: string,
/** The hash of the content it has now. */
mark: string,
/** Every submission, the latest first. */
history: Array<Approval>,
/** What differs from what was approved last, where it was and differs. */
differences: Array<Difference>, };

/** A day to be written into a letter. */
export type DayInLetter = { day: string, language: Language, };

/** What belongs into a field: a day or words. */
export type FieldFilling = {
/** With a day. What names none, such as «конец недели», stays words. */
by_day: boolean,
/** The day that stands there. */
day: string | null, };

/** Asks about a field of a letter. */
export type FieldQuestion = {
/** Its name in the letter. */
name: string,
/** What stands there; none where it is still to be filled in. */
value: string | null, };

/** Approves a draft as it was read. */
export type LetterApprove = { letter: LetterId,
/**
 * [`ApprovalView::fingerprint`] of what the head has read; another content by now
 * refuses the approval.
 */
mark: string, };

/** A letter with its text, as its screen shows it. */
export type LetterCard = { summary: LetterSummary, complaint: ComplaintId, complaint_number: string, text: LetterText, choices: LetterChoices,
/** Documents of the case that could be enclosed. */
documents: Array<Document>, findings: Array<Finding>,
/** What a draft would pass over if it were issued now. */
gates: Array<ShutGate>,
/** Issued letters of the case that a correction may name, the latest first. */
correctable: Array<LetterSummary>,
/** The last legal day for the answer, while it is awaited; a goal of the office is none. */
due: string | null,
/** Whether the case has changed since the text was composed from it. */
stale: boolean,
/** Paragraphs of a draft that are older than what they were written from, and how they would read now. */
behind: Array<Change>, file_name: string, approval: ApprovalView,
/** The template a draft was made from; none for an issued letter. */
template: LetterTemplate | null,
/** Names what it says now: another text, another choice, another version. */
version: string, };

/** What the writer chooses besides the text. */
export type LetterChoices = {
/** Documents to enclose, in this order. */
enclosures: Array<DocumentId>,
/**
 * How many sheets an enclosure has by the writer's own count; the program
 * counts those of the others where it can.
 */
sheets: { [key in DocumentId]: number },
/** Photographs among the documents that the text shows, in this order. */
figures: Array<DocumentId>,
/** Documents that `findings` rests on. */
findings_evidence: Array<DocumentId>,
/** The date an interim reply promises. */
expected: string | null,
/** Why an interim reply puts the answer off. */
holding_reason: string,
/** What a request for information asks, a line each. */
questions: Array<string>,
/** The day by which the complainant is asked to answer. */
answer_by: string | null,
/** What was checked and found, where there is no demand to say it at. */
findings: string,
/** What the office has done or will do, where there is no demand to say it at. */
measures: string,
/**
 * What a letter of this kind says besides: to whom it goes, when an
 * inspection is, what is offered, what an act records.
 */
particulars: Particulars, };

/** New choices, with the text as it stands. */
export type LetterChoicesSave = { letter: LetterId, text: LetterText, choices: LetterChoices,
/**
 * [`LetterCard::version`] of what this began from: where the letter is another by now, it is refused. Absent, it
 * is taken as it comes.
 */
version?: string, };

export type LetterDraft = { complaint: ComplaintId, kind: LetterKind,
/** The language; the office's own when absent. */
language: Language | null, };

export type LetterIssue = { letter: LetterId,
/**
 * Why it is issued in spite of findings or gates that would stop it; kept in the
 * journal. An unresolved field can't be overridden.
 */
override_reason: string | null,
/**
 * [`LetterCard::version`] of what this began from: where the letter is another by now, it is refused. Absent, it
 * is taken as it comes.
 */
version?: string, };

/** Settles a paragraph that is older than its source, with the text as it stands. */
export type LetterParagraphSettle = { letter: LetterId, text: LetterText,
/** The block, as [`Change::place`] names it. */
block: string,
/** Whether it is written anew; else it stays as it stands and is the writer's own. */
take: boolean,
/**
 * [`LetterCard::version`] of what this began from: where the letter is another by now, it is refused. Absent, it
 * is taken as it comes.
 */
version?: string, };

export type LetterRef = { letter: LetterId, };

/** Returns a draft with remarks. */
export type LetterReturn = { letter: LetterId, remarks: string, };

/** Records that a letter went out. */
export type LetterSent = { letter: LetterId, channel: Channel, at: string, };

/** Submits a draft to the head. */
export type LetterSubmit = { letter: LetterId,
/** A note to the head; may be empty. */
note: string, };

export type LetterTaken = { card: LetterCard,
/** What changed in it, and what of the user's own words stayed. */
changes: Array<Change>, };

/** Takes a draft over to another template or to the present version of its own. */
export type LetterTemplateChange = { letter: LetterId,
/** Its text as it stands. */
text: LetterText,
/** The office's own template; the program's when absent. */
template: TemplateId | null,
/**
 * [`LetterCard::version`] of what this began from: where the letter is another by now, it is refused. Absent, it
 * is taken as it comes.
 */
version?: string, };

/** The text as the editor holds it now. */
export type LetterTextSave = { letter: LetterId, text: LetterText,
/**
 * [`LetterCard::version`] of what this began from: where the letter is another by now, it is refused. Absent, it
 * is taken as it comes.
 */
version?: string, };

/** Asks for the picture of one page. */
export type PageQuestion = {
/** [`Preview::key`] of the preview whose page it is. */
key: string,
/** The page, from 0. */
page: number,
/** Picture points per PDF point: 1.0 is 72 dpi. */
scale: number, };

/** What a preview says besides its pictures. */
export type Preview = {
/** Names the rendered file, to ask its pages by. */
key: string, pages: number,
/** What the check found in this text. */
findings: Array<Finding>,
/** Characters no font has, shown as boxes. */
missing_glyphs: string, };

/** Asks how a letter will be read. */
export type ReadingsQuestion = { letter: LetterId,
/** A draft's text as the editor holds it; the kept one when absent. */
text: LetterText | null, };

/** Asks whom earlier letters went to. */
export type RecipientQuestion = {
/** The kind of letter to be written; recipients of such letters come first. */
kind: LetterKind, };

/** A template as a letter. */
export type TemplatePreview = {
/** The very letter, its pages and what the check found in it. */
preview: Preview, faults: Array<TemplateFault>,
/** For each block, whether this case makes use of it. */
used: Array<boolean>,
/** Where its texts may speak of one demand. */
of_demand: DemandScopes,
/** The number of the case; empty for the made-up one. */
case_number: string, };

/** Shows a template as a letter. */
export type TemplateTry = {
/** What it says now. */
standalone: StandaloneTemplate,
/** The case; a made-up one when absent. */
complaint: ComplaintId | null, };
