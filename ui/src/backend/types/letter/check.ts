// Made by `cargo xtask types`; change the Rust types instead.
import type { Language } from '../complaint/words'

/** What a rule has to say about one place of a letter. */
export type Finding = {
/** The rule's id: «admission.guilt». */
rule: string,
/** How much it weighs. */
severity: Severity, group: Group,
/**
 * Where: a block's id, or «heading», «salutation», «addressee»,
 * «closing», «enclosures», «signatory»; `None` for the letter as a whole.
 */
block: string | null,
/**
 * Start of the place, in `char`s (Unicode scalar values, not bytes and
 * not UTF-16 units) of [`crate::Block::reads`] or of the named part; for
 * [`crate::check_text`], of the whole text.
 */
start: number,
/** End of the place, exclusive. Equal to `start` where there is no place. */
end: number,
/** Why, in one Russian sentence. */
message_ru: string,
/** Why, in one English sentence. */
message_en: string,
/**
 * A better wording for the place, in the letter's language. An empty one
 * proposes to strike the place out.
 */
suggestion: string | null,
/** Further wordings that may be meant, the likelier ones first. */
others?: Array<string>,
/** The word that the place holds and no dictionary has; the office may take it among its own. */
word?: string,
/**
 * The place that the better wording stands for, where that is more than
 * the finding's own: the sentence around a word.
 */
mend: [number, number] | null, };

/** What a finding is about. */
export type Group = "complete" | "safe" | "tone";

/** How much a finding weighs. */
export type Severity = "must" | "should" | "hint";

/** Why words of a language are not looked up. */
export type SpellingLack = {
/** Letters in this language are not checked for slips. */
language: Language,
/** Where the files of its dictionary are sought first, for showing only. */
folder: string,
/** Whether they are there and can't be read. */
damaged: boolean, };
