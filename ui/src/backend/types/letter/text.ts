// Made by `cargo xtask types`; change the Rust types instead.
import type { TemplateId } from '../complaint/id'
import type { LetterKind } from '../complaint/letter_kind'
import type { Executor, Signatory } from '../complaint/office'
import type { Language } from '../complaint/words'

/** One block of the body. */
export type Block = {
/**
 * Its id, unique within the letter. Composed blocks have telling ids
 * («intro», «demand:…/decision»); the editor may give any other id to
 * blocks the user adds.
 */
id: string,
/** How far it may be changed. */
lock: Lock,
/**
 * What it is for: «intro», «demand:<id>», «next», «rights» …; empty for
 * the user's own.
 */
role: string,
/** What it holds. */
content: Content, };

/** The composed state of a letter. */
export type Composed = {
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
/** Each block as composed. */
blocks: Array<ComposedBlock>, };

/** A composed block: its id, and the digest of its wording. */
export type ComposedBlock = {
/** The block's id. */
id: string,
/** [`wording_digest`] of the block as composed. */
wording: string, };

/** What a block holds. */
export type Content = { "type": "paragraph",
/** Its text. */
spans: Array<Span>, } | { "type": "numbered_list",
/** Its items. */
items: Array<Array<Span>>, } | { "type": "dashed_list",
/** Its items. */
items: Array<Array<Span>>, } | { "type": "table",
/** Whether the first row is a head, repeated on each page. */
head: boolean,
/** Rows of cells; rows may differ in length. */
rows: Array<Array<Array<Span>>>, } | { "type": "quote",
/** Its paragraphs. */
paragraphs: Array<Array<Span>>, } | { "type": "figure",
/** Its number within the case. */
exhibit: number,
/** What stands under it, behind its number. */
caption: Array<Span>, };

/** One enclosure as the letter names it. */
export type EnclosureLine = {
/** Exhibit number within the case; absent for one named by hand. */
exhibit: number | null,
/** What it is. */
name: string,
/** Sheets, where known. */
pages: number | null,
/** Copies. */
copies: number, };

/**
 * A letter's text. It maps onto a ProseMirror document without loss: blocks
 * are top-level nodes, text runs carry marks, fields are atoms.
 */
export type LetterText = {
/** What the letter is. */
kind: LetterKind,
/** The language it is in. */
language: Language,
/** What it is about: «О рассмотрении претензии …». */
heading: string,
/** «Уважаемая Марина Львовна!» */
salutation: string,
/** To whom, one string a line: name in the dative, then the address. */
addressee: Array<string>,
/** The body. */
blocks: Array<Block>,
/** «С уважением,» */
closing: string,
/** What goes with it. */
enclosures: Array<EnclosureLine>,
/** Who signs. */
signatory: Signatory,
/**
 * Who signs a paper, when more than one does or somebody else; empty for
 * a letter.
 */
signers: Array<Signer>,
/** Who wrote it. */
executor: Executor | null,
/** The day by which an interim reply or an acknowledgement promises the answer. */
expected: string | null,
/**
 * What composing wrote, by which [`crate::recompose`] tells the user's words
 * from its own. The editor hands it back as it came. Kept letters call it
 * `made`.
 */
made: Composed, };

/** How far a block may be changed by hand. */
export type Lock = "locked" | "guided" | "free";

/** One who signs a paper. */
export type Signer = {
/** Post, or in what capacity. */
role: string,
/** Full name; empty leaves a blank. */
name: string, };

/** A piece of a line. */
export type Span = { "type": "text",
/** The words. */
text: string,
/** Bold. */
bold: boolean,
/** Italic. */
italic: boolean, } | { "type": "field",
/** Which fact: «received», «demand:<id>.due». */
name: string,
/** What it is called on the screen and in the brackets while unknown. */
label: string,
/**
 * The fact as it stands in the letter; `None` while unknown, which
 * stops issuing.
 */
value: string | null,
/** Whether the user typed the value; such a value is never replaced. */
by_hand: boolean,
/** Bold. */
bold: boolean,
/** Italic. */
italic: boolean, } | { "type": "reference",
/** The document's number within the case. */
exhibit: number,
/** What the document is called. */
name: string, } | { "type": "break" };
