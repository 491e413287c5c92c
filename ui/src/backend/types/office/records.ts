// Made by `cargo xtask types`; change the Rust types instead.
import type { ComplaintId } from '../complaint/id'
import type { Loss } from '../office/error'

export type BackupMade = { at: string,
/** Where it lies, for showing only. */
folder: string,
/** Of its database and its documents. */
bytes: number,
/** How many pieces of content it holds, each read through and whole. */
documents: number,
/** What could not be saved. */
lost: Array<LostDocument>, };

/** Which rows of the journal to show. */
export type JournalQuery = {
/** Only this complaint's. */
complaint: ComplaintId | null,
/** Rows before this place; the newest when absent. */
before: number | null,
/** At most so many. */
limit: number, };

export type JournalRow = {
/** Its place in the journal, from 1. */
seq: number, at: string, actor: string,
/** The named operation, for example `decide`. */
op: string, complaint: ComplaintId | null, number: string | null, detail: unknown,
/** The row's hash, lower-case hexadecimal. */
hash: string,
/** Whether it can be undone now. */
undoable: boolean, };

/** A document or a letter whose bytes are lost. */
export type LostDocument = {
/** The case it belongs to; none for an image of the letterhead. */
number: string | null,
/** The document's name or the letter's outgoing number; the hash where no case names it. */
name: string, reason: Loss, };

/**
 * What emptying the trash erases: complaints on which no letter was issued,
 * with everything on them, and documents in the trash of other cases.
 */
export type TrashContents = {
/** Numbers of the complaints; they stay used. */
numbers: Array<string>,
/** Documents, those of the complaints among them. */
documents: number,
/** Bytes of files that no record names afterwards. */
bytes: number,
/** Complaints that stay in the trash, because a letter was issued on them. */
kept: number, };

/** What a check of the records found. */
export type Verification = {
/** How many things were checked. */
checked: number,
/** What is altered, in words that name it. */
altered: Array<string>, missing: Array<string>, };
