// Made by `cargo xtask types`; change the Rust types instead.
import type { ClockKind, ClockStart } from '../complaint/clock'
import type { Term } from '../complaint/term'
import type { Certainty } from '../deadline/law'

/** A term that most offices give clocks of a kind; the person who starts the clock may change it. */
export type ProposedTerm = { kind: ClockKind,
/** The fact from whose next day it runs. */
start: ClockStart,
/** What is put into the form. */
term: Term,
/** Act and article; empty for what no law says. */
citation: string,
/** How sure we are that the act says so. */
certainty: Certainty,
/** The term in one line of Russian, as it stands in the list of proposals. */
title_ru: string,
/** [`Self::title_ru`] for a reader of English. */
title_en: string, };
