// Made by `cargo xtask types`; change the Rust types instead.
import type { Language } from '../complaint/words'

/** What stands behind the colon of a condition. */
export type ConditionValues = "nothing" | "regime" | "channel" | "message" | "decision" | "decision_or_none" | "demand" | "letter" | "field" | "count";

/** A family of conditions as the template editor offers it. */
export type ConditionWord = {
/** The word before the colon. */
head: string,
/**
 * Of what sort the words behind the colon are, for the screen to word
 * them.
 */
kind: ConditionValues,
/** The values worth asking for; none for a condition of one word. */
values: Array<string>,
/** Whether it speaks of one demand. */
of_demand: boolean,
/** What the Russian screens say after «если»; `{}` is the value. */
ru: string,
/** The same turned round. */
ru_not: string,
/** What the English screens say after "if". */
en: string,
/** The same turned round. */
en_not: string, };

/** What a field is about; the menus of the template editor follow it. */
export type FieldGroup = "message" | "case" | "demand" | "office" | "wording";

/** A field as the template editor offers it. */
export type FieldWord = {
/** Its name in a template. */
name: string, group: FieldGroup,
/** Whether it is usually put in as words and not as a place to fill. */
as_words: boolean,
/** Whether it says something of one demand. */
of_demand: boolean, languages: Array<Language>,
/** What the Russian screens call it. */
ru: string,
/** What the English screens call it. */
en: string, };

/** All words of the template language. */
export type TemplateWords = {
/** Fields in the order of the menus. */
fields: Array<FieldWord>,
/** Conditions in the order of the menus. */
conditions: Array<ConditionWord>, };
