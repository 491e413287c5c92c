// Made by `cargo xtask types`; change the Rust types instead.

/** Whether what is looked for is there. */
export type Presence = "found" | "missing" | "not_applicable";

/** Whose eyes the letter is read with. */
export type Reader = "customer" | "inspector" | "judge";

export type Reading = { reader: Reader,
/** What they look for, in the order of their looking. */
points: Array<ReadingPoint>, };

/** One thing a reader looks for. */
export type ReadingPoint = {
/** The reader and what is looked for: «customer.when». */
id: string, seen: Presence,
/**
 * Where, as in [`crate::Finding::block`]; of what is missing, the place that
 * spoils it or where it belongs, if there is one.
 */
block: string | null,
/** Start of the place in `char`s of the block, as in [`crate::Finding::start`]. */
start: number,
/** End of the place, exclusive; equal to `start` for the block as a whole. */
end: number,
/** What is looked for, in Russian. */
title_ru: string,
/** What is looked for, in English. */
title_en: string,
/** Why this reader looks for it, in one Russian sentence. */
why_ru: string,
/** Why this reader looks for it, in one English sentence. */
why_en: string,
/**
 * What cures it where it is missing, in Russian; else empty. A defect is
 * cured, as lawyers say.
 */
cure_ru: string, cure_en: string, };
