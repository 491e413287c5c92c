// Made by `cargo xtask types`; change the Rust types instead.
import type { ComplaintId } from '../complaint/id'

export type BackupMade = { at: string,
/** Where it lies, for showing only. */
folder: string, bytes: number, };

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

/** What a check of the records found. */
export type Verification = {
/** How many things were checked. */
checked: number,
/** What is altered, in words that name it. */
altered: Array<string>, missing: Array<string>, };
