// Made by `cargo xtask types`; change the Rust types instead.
import type { LetterKind } from '../complaint/letter_kind'
import type { Regime } from '../complaint/regime'
import type { Language } from '../complaint/words'
import type { Lock } from '../letter/text'

/** What a block becomes. */
export type BlockShape = "paragraph" | "demand_list" | "question_list" | "points" | "office_terms" | "their_terms" | "persons" | "parties" | "statement_head" | "few_lines" | "many_lines";

export type BlockTemplate = { id: string,
/** Its role; the id when not said. */
role: string, lock: Lock,
/** Conditions, all of which must hold. */
when: Array<string>,
/** Whether it is written once for each demand. */
each_demand: boolean, shape: BlockShape,
/** The text of a paragraph or of one list item, taken apart. */
text: Array<Piece>, };

/** Whether a text of a template is about one demand. */
export type DemandScope = {
/** Its words may name what is known of the demand. */
words: boolean,
/** Its conditions may ask about the demand: they are looked at for each demand anew. */
conditions: boolean, };

/** The same for every text of a template. */
export type DemandScopes = { heading: DemandScope,
/** In the order in which the blocks stand. */
blocks: Array<DemandScope>, snippet: DemandScope, };

/** What is wrong. `name` and `id` are those of [`TemplateFault`]. */
export type FaultCode = "not_readable" | "newer_format" | "too_large" | "unknown_word" | "unclosed" | "too_deep" | "unknown_field" | "unknown_condition" | "unknown_snippet" | "snippet_loop" | "demand_outside" | "never_taken" | "empty" | "odd_id" | "no_name" | "no_heading" | "no_closing" | "no_demands" | "no_questions" | "no_fact" | "no_legal_block" | "legal_changed" | "legal_unlocked";

/** Whether a template can be used in spite of a fault. */
export type FaultWeight = "error" | "warning";

/** What the screens say of a kind of letter in one language. */
export type KindLabel = { name: string,
/** What it is for, in a sentence or two. */
purpose: string, };

/** What the screens say of a kind of letter. */
export type KindLabels = {
/** What Russian screens call the kind. */
ru: KindLabel,
/** What English screens call the kind. */
en: KindLabel, };

/** A piece of a taken-apart text. */
export type Piece = { "type": "words", "of": { text: string, bold: boolean, italic: boolean, } } | { "type": "value", "of": { name: string,
/** Whether it is put in as words, not as an atom. */
inline: boolean, bold: boolean, italic: boolean, } } | { "type": "snippet", "of": string } | { "type": "optional", "of": Array<Piece> };

/** One template, complete in itself. */
export type StandaloneTemplate = { kind: LetterKind, language: Language,
/** What the office calls it; empty for a shipped one. */
name: string,
/** The bodies of rules it is meant for; for all when empty. */
regimes: Array<Regime>,
/** Its version where it came from; 0 when not told. */
version: number,
/** What was changed in that version. */
note: string, text: TemplateText, };

export type TemplateFault = { code: FaultCode,
/** Whether the template can be used in spite of it. */
weight: FaultWeight, part: TemplatePart,
/**
 * The place among the blocks, the variants of the heading or those of the
 * snippet, from 0.
 */
at: number | null,
/** The block's id or the snippet's name. */
id: string,
/** The word in question. */
name: string,
/** The line of the file, from 1, where it came from one. */
line: number | null, };

/** The part of a template that a fault is in. */
export type TemplatePart = "file" | "name" | "heading" | "block" | "snippet" | "closing";

/** What a template says, with all that it draws on. */
export type TemplateText = { heading: Array<Variant>, closing: string,
/** Blocks, groups already put in. */
blocks: Array<BlockTemplate>,
/** Snippets by name, variants in order. */
snippets: { [key in string]: Array<Variant> }, };

/** A text with its conditions. */
export type Variant = {
/** Conditions, all of which must hold. */
when: Array<string>,
/** The text, taken apart. */
text: Array<Piece>, };
