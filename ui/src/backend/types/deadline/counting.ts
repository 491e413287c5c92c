// Made by `cargo xtask types`; change the Rust types instead.

/** One step of an explanation, which leads from what is known to the last day. */
export type Step = {
/** What was done and by which article, in Russian. */
text_ru: string,
/** [`Self::text_ru`] for a reader of English. */
text_en: string,
/** The day the step arrives at. */
date: string, };

/** So many of one unit. */
export type Term = {
/** Nothing is a term too: it ends on the day of the event. */
count: number, unit: Unit, };

/** What a term is measured in. */
export type Unit = "minutes" | "hours" | "calendar_days" | "working_days" | "weeks" | "half_months" | "months" | "years";
