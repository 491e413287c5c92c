// Made by `cargo xtask types`; change the Rust types instead.
import type { Regime } from '../complaint/regime'
import type { DemandKind } from '../complaint/words'
import type { Certainty } from '../deadline/law'

/** An article on which demands of some kinds may be refused, where the facts are so. */
export type RefusalGround = { id: string,
/** The bodies of rules in which it holds, and in those they are subsidiary to. */
regimes: Array<Regime>,
/** The bodies of rules that fall back on these and have rules of their own instead. */
not_in: Array<Regime>, demands: Array<DemandKind>,
/** The article as a letter names it. */
words_ru: string,
/** [`Self::words_ru`] of a letter in English. */
words_en: string,
/** When it fits and who has to prove it, in a few sentences. */
fits_ru: string,
/** [`Self::fits_ru`] for a reader of English. */
fits_en: string,
/** Where it was read. */
source: string, certainty: Certainty, };
