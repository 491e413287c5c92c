// Made by `cargo xtask types`; change the Rust types instead.

/** One step of the counting. */
export type Step = {
/** The step in Russian. */
text_ru: string,
/** The step in English. */
text_en: string,
/** The day the step arrives at. */
date: string, };

/** A length of time. */
export type Term = {
/** How many units. */
count: number,
/** Of what. */
unit: Unit, };

/** What a term is measured in. */
export type Unit = "minutes" | "hours" | "calendar_days" | "working_days" | "weeks" | "half_months" | "months" | "years";
