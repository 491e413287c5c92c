// Made by `cargo xtask types`; change the Rust types instead.
import type { Certainty } from '../deadline/law'

/** Who takes the files. */
export type Filing = "court" | "registered_mail";

/** One thing that is asked of the files. */
export type FilingRule = { id: string, filing: Filing,
/** No file is larger, in bytes. */
most_bytes: number | null,
/** The least dots per inch of a picture. */
least_dpi: number | null, most_dpi: number | null,
/** Whether sheets stand upright. */
portrait: boolean,
/** The act, or whose rules they are. */
citation: string,
/** Where it was read. */
source: string, certainty: Certainty, valid_from: string,
/** The rule in one line of Russian. */
title_ru: string,
/** [`Self::title_ru`] for a reader of English. */
title_en: string, };
