// Made by `cargo xtask types`; change the Rust types instead.
import type { TemplateId } from '../complaint/id'
import type { Executor, Signatory } from '../complaint/office'
import type { EnclosureLine } from '../letter/text'

/** The composed state of a letter. */
export type Made = {
/** The template's name: «final_refusal.ru», or what the office calls it. */
template: string,
/** The version of the template the letter was made from. */
version: number,
/**
 * SHA-256 of the template the letter was made from, by which its words are
 * found again; empty in a letter from before templates were kept.
 */
source: string,
/** The office's own template it was made from; none for a shipped one. */
own: TemplateId | null,
/** Heading as composed. */
heading: string,
/** Salutation as composed. */
salutation: string,
/** Addressee as composed. */
addressee: Array<string>,
/** Closing as composed. */
closing: string,
/** Enclosures as composed. */
enclosures: Array<EnclosureLine>,
/** Signatory as composed. */
signatory: Signatory,
/** Executor as composed. */
executor: Executor | null,
/** Id and wording mark of each block as composed. */
blocks: Array<MadeBlock>, };

/** A composed block's id and the mark of its wording. */
export type MadeBlock = {
/** The block's id. */
id: string,
/** [`wording`] of the block as composed. */
wording: string, };
