// Made by `cargo xtask types`; change the Rust types instead.

/** One step of an explanation, which leads from what is known to the last day. */
export type Step = {
/** What was done and by which article, in Russian. */
text_ru: string,
/** [`Self::text_ru`] for a reader of English. */
text_en: string,
/** The day the step arrives at. */
date: string, };
