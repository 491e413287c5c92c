// Made by `cargo xtask types`; change the Rust types instead.
import type { TemplateId } from '../complaint/id'
import type { LetterKind } from '../complaint/letter_kind'
import type { Executor, Signatory } from '../complaint/office'
import type { Language } from '../complaint/words'

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
/** A paragraph, a list, a table, a quotation or a photograph. */
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
/** As composed; so are the parts that follow. */
heading: string,
/** With its closing sign. */
salutation: string,
/** One string a line. */
addressee: Array<string>,
/** Words above the signature. */
closing: string,
/** As chosen when it was composed. */
enclosures: Array<EnclosureLine>,
/** The office's signatory then. */
signatory: Signatory,
/** The office's executor then. */
executor: Executor | null, blocks: Array<ComposedBlock>, };

/** A composed block: its id, and the digest of its wording. */
export type ComposedBlock = {
/** By which the block is found again in the letter. */
id: string,
/** [`wording_digest`] of the block as composed. */
wording: string, };

/** What a block holds. */
export type Content = { "type": "paragraph",
/** Runs in reading order. */
spans: Array<Span>, } | { "type": "numbered_list",
/** One line an item, without its mark. */
items: Array<Array<Span>>, } | { "type": "dashed_list",
/** One line an item, without its mark. */
items: Array<Array<Span>>, } | { "type": "table",
/** Whether the first row is a head, repeated on each page. */
head: boolean,
/** Rows of cells; rows may differ in length. */
rows: Array<Array<Array<Span>>>, } | { "type": "quote", paragraphs: Array<Array<Span>>, } | { "type": "figure",
/** Its number within the case. */
exhibit: number,
/** What stands under it, behind its number. */
caption: Array<Span>, };

/** One enclosure as the letter names it. */
export type EnclosureLine = {
/** Exhibit number within the case; absent for one named by hand. */
exhibit: number | null,
/** As the letter names it: «Акт осмотра от 19.11.2026». */
name: string,
/** Sheets of one copy, where known. */
pages: number | null,
/** How many go; 0 counts as one. */
copies: number, };

/**
 * A letter's text. It maps onto a ProseMirror document without loss: blocks
 * are top-level nodes, text runs carry marks, fields are atoms.
 */
export type LetterText = { kind: LetterKind, language: Language,
/** What it is about: «О рассмотрении претензии …». */
heading: string,
/** The greeting with its sign: «Уважаемая Марина Львовна!» */
salutation: string,
/** To whom, one string a line: name in the dative, then the address. */
addressee: Array<string>,
/** The body, in reading order. */
blocks: Array<Block>,
/** The words above the signature: «С уважением,» */
closing: string, enclosures: Array<EnclosureLine>,
/** The office's signatory, as composed or as the user put it. */
signatory: Signatory,
/**
 * Who signs a paper, when more than one does or somebody else; empty for
 * a letter.
 */
signers: Array<Signer>,
/** Who answers questions about it; stands at the foot. */
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

export type Signer = {
/** Post, or in what capacity. */
role: string,
/** Full name; empty leaves a blank. */
name: string, };

/** A piece of a line. */
export type Span = { "type": "text",
/** As typed: nothing in it is a mark of the template language. */
text: string,
/** Set in bold type. */
bold: boolean,
/** Set in italic type. */
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
/** Set in bold type. */
bold: boolean,
/** Set in italic type. */
italic: boolean, } | { "type": "reference",
/** The document's number within the case. */
exhibit: number,
/** What the document is called. */
name: string, } | { "type": "break" };
