// Made by `cargo xtask types`; change the Rust types instead.
import type { ClockKind, ClockStart } from '../complaint/clock'
import type { Term } from '../deadline/count'
import type { Certainty } from '../deadline/law'

/** A term that is usual for clocks of a kind. */
export type Usual = {
/** The kind of clock. */
kind: ClockKind,
/** From which fact it runs. */
start: ClockStart,
/** The term. */
term: Term,
/** Act and article; empty for what no law says. */
citation: string,
/** How sure we are. */
certainty: Certainty,
/** What it is, in Russian. */
title_ru: string,
/** What it is, in English. */
title_en: string, };
