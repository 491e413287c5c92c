// Made by `cargo xtask types`; change the Rust types instead.
import type { Regime } from '../complaint/regime'
import type { Term } from '../complaint/term'
import type { DemandKind } from '../complaint/words'

/** Whom a term binds. */
export type Binds = "office" | "complainant";

/**
 * How sure we are of a rule. None of them is a lawyer's opinion.
 *
 * A collection of legal facts marks them P, S, G and M; here they go by words, on the wire and in files.
 */
export type Certainty = "act" | "secondary" | "other_software" | "memory" | "office_goal";

/** A term that the law leaves without a number (неопределённый срок, ГК 314 п. 2). */
export type IndefiniteTerm = "at_once" | "named_by_complainant" | "by_contract" | "next_delivery" | "named_in_request";

/** Whose a version of a rule is. */
export type Origin = "shipped" | "changed" | "added";

/** A penalty for each day of lateness, in force for certain days of lateness. */
export type Penalty = {
/** The name by which rules refer to it; several versions may share one. */
id: string,
/** Thousandths of the base for each day: 10 is one per cent. */
per_mille_per_day: number,
/** What the thousandths are taken of. */
of: PenaltyBase,
/** What it can't exceed. */
cap: PenaltyBase | null,
/** What the days of lateness after [`Self::valid_to`] can't exceed, be the demand older. */
later_cap: PenaltyBase | null, runs_from?: PenaltyStart,
/** Act and article the rate is taken from. */
citation: string,
/** Where it was read, when that isn't where its rules were. */
source: string,
/** How sure we are that the act says so. */
certainty: Certainty,
/** First day of lateness for which this version is vouched for. */
valid_from: string,
/** Last day of lateness, if it has one. */
valid_to: string | null,
/** What to know before relying on it, in Russian. */
note_ru: string,
/** [`Self::note_ru`] for a reader of English. */
note_en: string, };

/** The sum that a penalty is reckoned from, or can't exceed. */
export type PenaltyBase = "price" | "prepayment" | "service_price" | "paid_under_contract";

/** From when a penalty runs. */
export type PenaltyStart = "legal_day" | "contract_day";

/** One version of one rule. Its fields stand in the order in which a law pack's file has them. */
export type Rule = {
/** Its name, stable over versions: «goods.replacement». */
id: string,
/** The regime whose file it stands in; the file says it once, at its head. */
regime: Regime,
/** When set, the rule applies only in this case, which the office must confirm: «extra_check». */
variant: string | null, demands: Array<DemandKind>,
/** It is a term for answering any demand, and a complaint without one. */
every_demand: boolean,
/** It is the term for answering a complaint that demands nothing. */
answer: boolean,
/** A reference for letters, with no term of its own. */
reference: boolean,
/** The law names no term here; the number is borrowed, shown as a caution, and never governs. */
caution: boolean,
/** Switched off by the office: it is shown, and never counted by. */
off: boolean,
/** How long it gives; exactly one of this, [`Self::open`] and [`Self::reference`] is set. */
term: Term | null,
/** What stands instead of a term with a number. */
open: IndefiniteTerm | null,
/** The event from whose next day the term runs. */
start: StartEvent,
/** Whose time runs out. */
binds: Binds,
/** The penalty for lateness, by its id. */
penalty: string | null,
/**
 * The norm that lets the term stand still, for example while the complainant keeps the thing from
 * an inspection; without one it never does.
 */
pause: string | null,
/** Act and article the rule is taken from. */
citation: string, source: string,
/** How sure we are that the act says so. */
certainty: Certainty,
/** First day of the event for which the rule is vouched for; the norm itself may be older. */
valid_from: string,
/** Last day of the event for which it may be used, if it has one. */
valid_to: string | null,
/** When it was last compared with the source; the head of the file says it for rules that don't. */
checked_on: string,
/** The rule in one line of Russian. */
title_ru: string,
/** [`Self::title_ru`] for a reader of English. */
title_en: string,
/** What the office does to keep it, in Russian. */
todo_ru: string,
/** [`Self::todo_ru`] for a reader of English. */
todo_en: string, };

/** The event from whose next day a term runs. */
export type StartEvent = "demand_received" | "demand_sent" | "item_returned" | "item_purchased" | "item_delivered" | "contract_ended";

/** The validity of a version of a rule on a day. */
export type Validity = "in_force" | "not_yet" | "expires_soon" | "expired" | "replaced" | "off";
