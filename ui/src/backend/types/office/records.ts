// Made by `cargo xtask types`; change the Rust types instead.
import type { ComplaintId, DocumentId } from '../complaint/id'
import type { Failure, Loss } from '../office/error'
import type { Op } from '../register/journal'

export type BackupMade = { at: string,
/** Where it lies, for showing only. */
folder: string,
/** Of its database and its documents. */
bytes: number,
/** How many pieces of content it holds, each read through and whole. */
documents: number,
/** What could not be saved. */
lost: Array<LostDocument>, };

/** What came back of a backup. */
export type BackupRestored = {
/** When the backup was made. */
at: string,
/** Of the database and the documents. */
bytes: number,
/** How many pieces of content came back, each read through and whole. */
documents: number,
/** What did not come back. */
lost: Array<LostDocument>,
/** Whether more did not come back than the backup lacked when it was made. */
lacks_more: boolean,
/** Whether it opens with a password: that of the day the backup was made. */
locked: boolean, };

/** Why old copies are held back from thinning. */
export type CopiesHeld = {
/** The records are those of a copy. */
restored: boolean,
/** Damage was found, and nothing is removed until a person says so. */
damaged: boolean, };

/** What the open office has beyond a copy. */
export type CopyBeyond = {
/** Whether the copy is of another office altogether. */
other_office: boolean,
/** Numbers of complaints, the oldest first. */
complaints: Array<string>,
/** Numbers of issued letters, the oldest first. */
letters: Array<string>,
/** Whether neither is what the other was once. */
parted: boolean,
/** Rows of the journal written since the copy was made; less than none where the copy has more of them. */
changes: number,
/** Complaints that only the copy has. */
only_in_copy: number, };

/** What a copy holds, and what would be lost with it in place of the records. */
export type CopyCard = { at: string,
/** Those in the trash among them. */
complaints: number,
/** Issued letters in the copy. */
letters: number,
/** Pieces of content that its records name. */
documents: number,
/** Documents and letters whose bytes it lacks. */
lost: Array<LostDocument>,
/** None where no office is open. */
beyond: CopyBeyond | null, };

/** What opens the records once a copy has taken their place. */
export type CopyPassword = "same" | "off" | "other";

/** The place of copies, as the screen shows it. */
export type CopyPlaceShown = {
/** Its path as text, for showing only. */
folder: string, there: boolean, same_disk: boolean, network_share: boolean,
/** Bytes that can be written there, where the system tells. */
free: number | null, };

/** How often copies are made by themselves. */
export type CopyRhythm = "off" | "daily" | "weekly";

/** How safe the records are, for the line on Today. */
export type CopySafety = {
/** When the last copy was made that can be relied on. */
last: string | null,
/** What is wrong, the gravest first. */
concerns: Array<ToldConcern>,
/**
 * Whether something is wrong with the records or with newer copies, so that the last good copy is the one to
 * rely on.
 */
doubtful: boolean,
/** What the last restoring for trial found. */
rehearsed: Rehearsed | null, };

/** A row of the records that is not as the journal says. */
export type DifferingRow = {
/** Table of the database. */
table: string,
/** The incoming number of the complaint it belongs to, where it belongs to one. */
number: string | null, };

/** What was put right from backups. */
export type DocumentsMended = {
/** What is whole again, in words that name it. */
mended: Array<string>,
/** What no known backup holds whole. */
left: Array<string>, };

/** Which rows of the journal to show. */
export type JournalQuery = {
/** Rows about this complaint alone; all rows when absent. */
complaint: ComplaintId | null,
/** Rows before this place; the newest when absent. */
before: number | null,
/** At most so many. */
limit: number, };

export type JournalRow = {
/** Its place in the journal, from 1. */
seq: number, at: string, actor: string, op: Op,
/** Of an undoing, what it took back. */
undoes: Op | null,
/** Of the taking back of an undoing, the change that was made again. */
again: Op | null, complaint: ComplaintId | null,
/** The number of its case; of an emptying of the trash, those of all cases it touched. */
number: string | null,
/** What people write down and has another value since, while the values are kept. */
fields: Array<WrittenColumn>,
/** Names of the documents it is about, while they are kept. */
files: Array<string>,
/** Why a case went to the trash that an act has kept, while that is kept. */
reason: string | null, detail: unknown,
/** The row's hash, lower-case hexadecimal. */
hash: string,
/** Whether it can be undone now. */
undoable: boolean,
/** Whether undoing it is asked about by name before. */
weighty: boolean, };

/**
 * What a check of the journal found. Of the chain it gives how many rows of the journal were read, and the places,
 * from 1, of those that are altered or missing.
 */
export type JournalVerification = {
/** How many rows of the records were compared with the journal. */
compared: number,
/**
 * How many were not, for the journal does not keep all that was written
 * there: those of earlier programs, and what another one put in.
 */
uncompared: number,
/** The first few rows of the records that are not as the journal says. */
differing: Array<DifferingRow>,
/** What is wrong with the structure of the database, in SQLite's own words. */
structure: string | null,
/** How many things were checked. */
checked: number,
/** What is altered, in words that name it. */
altered: Array<string>, missing: Array<string>, };

/** A document or a letter whose bytes are lost. */
export type LostDocument = {
/** The case it belongs to; none for an image of the letterhead. */
number: string | null,
/** The document's name or the letter's outgoing number; the hash where no case names it. */
name: string, reason: Loss, };

/** What is to be said of a password before it is taken. */
export type PasswordAdvice = "too_short" | "weak" | "fair" | "good";

/** A password as it is typed; it is kept nowhere. */
export type PasswordTry = { password: string, };

/** What restoring for trial found. */
export type Rehearsed = { at: string,
/** When the copy was made. */
copy_at: string,
/** Pieces of content that came back whole. */
documents: number,
/** Pieces that did not come back. */
lost: number,
/** Why no office came out of the copy, a code of failures. */
fault: string | null,
/** Whether an office with all its documents came out of the copy. */
good: boolean,
/** Whether it was read where it lies, for want of room to restore it. */
only_read: boolean, };

/** A concern, and how much it presses. */
export type ToldConcern = {
/** Whether it presses. A medium that lies in a drawer for some nights is as it should be. */
grave: boolean, } & ({ "kind": "damaged" } | { "kind": "no_place" } | { "kind": "gone",
/** Days since the last copy; none where there is no copy. */
days: number | null, } | { "kind": "failed", failure: Failure, } | { "kind": "full" } | { "kind": "never" } | { "kind": "old", days: number, } | { "kind": "partly", lost: number, } | { "kind": "broken" } | { "kind": "not_restorable" } | { "kind": "not_thinned",
/** What stands in the way, for showing only. */
folder: string, } | { "kind": "same_disk" } | { "kind": "network_share" } | { "kind": "by_hand" });

/**
 * What emptying the trash erases: complaints on which no letter was issued,
 * with everything on them, and documents in the trash of other cases.
 */
export type TrashContents = {
/** Numbers of the complaints; they stay used. */
numbers: Array<string>,
/** Documents that lie in the trash of other cases, each with its case. */
single: Array<TrashedDocument>,
/** Documents, those of the complaints among them. */
documents: number,
/** Bytes of files that no record names afterwards. */
bytes: number,
/** Complaints that stay in the trash, because a letter was issued on them. */
kept: number,
/** Complaints, and documents of others, that stay because an order keeps the case. */
held: number,
/** Complaints that stay because an act has them kept, and nobody said why they may go. */
by_law: number, };

/** A document in the trash of a case that stays. */
export type TrashedDocument = { complaint: ComplaintId,
/** The number of its case. */
number: string, document: DocumentId,
/** The name it came with. */
name: string, bytes: number, trashed_at: string, };

/** What a check of the records found. */
export type Verification = {
/** How many things were checked. */
checked: number,
/** What is altered, in words that name it. */
altered: Array<string>, missing: Array<string>, };

/** A column in which people write something down, as «table.column». */
export type WrittenColumn = "person.kind" | "person.name" | "person.gender" | "person.name_dative" | "person.salutation" | "person.address" | "person.email" | "person.phone" | "person.representative" | "complaint.kind" | "complaint.regime" | "complaint.channel" | "complaint.subject" | "complaint.order_ref" | "complaint.their_number" | "complaint.their_date" | "complaint.price" | "complaint.received_at" | "complaint.backdating_reason" | "complaint.body" | "demand.kind" | "demand.detail" | "demand.amount" | "demand.made_on" | "demand.decision" | "allegation.body" | "allegation.phrases" | "allegation.demands" | "allegation.checked" | "allegation.checked_by" | "allegation.checked_on" | "allegation.verdict" | "allegation.found" | "allegation.ground_kind" | "allegation.ground" | "allegation.evidence" | "diary.at" | "diary.body" | "diary.source" | "note.body" | "document.side" | "document.source" | "dispatch.way" | "dispatch.sent_at" | "dispatch.tracking" | "dispatch.address" | "dispatch.cost" | "dispatch.expected" | "dispatch.inventory" | "dispatch.note" | "dispatch.receipt" | "legal_hold.reason" | "legal_hold.ordered_by" | "legal_hold.until" | "case_step.person" | "case_step.on_day" | "case_step.remark";
