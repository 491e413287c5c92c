// Made by `cargo xtask types`; change the Rust types instead.

/** Who reads. */
export type Reader = "customer" | "inspector" | "judge";

/** A letter as one reader reads it. */
export type Reading = {
/** Who reads. */
reader: Reader,
/** What they look for, in the order of their looking. */
points: Array<ReadingPoint>, };

/** One thing a reader looks for. */
export type ReadingPoint = {
/** Its id: «customer.when». */
id: string,
/** Whether it is there. */
seen: Seen,
/**
 * Where, as in [`Finding::block`]; of what is missing, the place that
 * spoils it or where it belongs, if there is one.
 */
block: string | null,
/** Start of the place in `char`s of the block, as in [`Finding::start`]. */
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
/** What to write where it is missing, in Russian; else empty. */
cure_ru: string,
/** What to write where it is missing, in English; else empty. */
cure_en: string, };

/** Whether what is looked for is there. */
export type Seen = "found" | "missing" | "not_applicable";
