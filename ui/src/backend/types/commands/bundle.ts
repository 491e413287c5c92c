// Made by `cargo xtask types`; change the Rust types instead.
import type { ComplaintId, DocumentId } from '../complaint/id'
import type { Language } from '../complaint/words'
import type { BundleForm, BundleLine, Redaction } from '../office/bundle'

/** Asks for a bundle to be saved. */
export type BundleSave = {
/** An id of the caller's own, to stop the task by. */
task: string, complaint: ComplaintId, form: BundleForm,
/** What is blacked out; nothing is when absent. */
redaction: Redaction | null,
/** Documents that stay out of it. */
without: Array<DocumentId>,
/** The language of its own words; the office's when absent. */
language: Language | null, };

/** What became of it. */
export type BundleSaved = {
/** The file's or the folder's path, for showing only; none when the dialog was cancelled. */
saved: string | null,
/** Each file of it, and each paper that is in none. */
lines: Array<BundleLine>, };
