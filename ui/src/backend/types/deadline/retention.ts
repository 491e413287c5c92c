// Made by `cargo xtask types`; change the Rust types instead.
import type { Kind } from '../complaint/words'
import type { Certainty } from '../deadline/law'

/** How an office keeps its records. */
export type Retention = {
/** Days in the trash before what lies there is due to be erased. */
trash_days: number,
/** Kinds that are kept for another term than ships. */
terms: Array<RetentionTerm>,
/** Whether what is due goes without a person having seen it. */
by_itself: boolean, };

/** How long cases of one kind are kept, and by what. */
export type RetentionRule = { kind: Kind,
/** Years from 1 January of the year after the case was closed. */
years: number,
/** The fewest that an act asks, where one does. */
fixed_years: number | null,
/** The act. */
citation: string,
/** Where it was read. */
source: string, certainty: Certainty,
/** The rule in one line of Russian. */
title_ru: string,
/** [`Self::title_ru`] for a reader of English. */
title_en: string, };

/** Another term than ships for cases of one kind. */
export type RetentionTerm = { kind: Kind,
/** As in [`RetentionRule::years`]. */
years: number,
/** Why; it must be said where an act asks for more. */
word: string, };
