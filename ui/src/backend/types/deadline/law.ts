// Made by `cargo xtask types`; change the Rust types instead.
import type { DemandKind, Regime } from '../complaint/words'
import type { Term } from '../deadline/count'

/** Whom a term binds. */
export type Binds = "office" | "complainant";

/** How sure we are of a rule. None of them is a lawyer's opinion. */
export type Certainty = "act" | "secondary" | "other_software" | "memory" | "office_goal";

/** A term that the law leaves without a number. */
export type OpenTerm = "at_once" | "named_by_complainant" | "by_contract" | "next_delivery";

/** Whose a version of a rule is. */
export type Origin = "shipped" | "changed" | "added";

/** A penalty for each day of lateness, in force for certain days of the event. */
export type Penalty = {
/** The name by which rules refer to it; several versions may share one. */
id: string,
/** Thousandths of the sum for each day: 10 is one per cent. */
per_mille_per_day: number,
/** The sum it is reckoned from. */
of: Sum,
/** The sum it can't exceed. */
cap: Sum | null,
/** A later law may cap it; whether for earlier events too is not settled, so both figures are shown. */
later_cap: Sum | null,
/** Act and article. */
citation: string,
/** Where it was read, when that isn't where its rules were. */
source: string,
/** How sure we are. */
certainty: Certainty,
/** First day of the event for which this version is vouched for. */
valid_from: string,
/** Last day of the event, if it has one. */
valid_to: string | null,
/** What to know about it, in Russian. */
note_ru: string,
/** The same in English. */
note_en: string, };

/** One version of one rule. */
export type Rule = {
/** Its name, stable over versions: «goods.replacement». */
id: string,
/** The regime whose file it stands in. */
regime: Regime,
/** The demands it answers. */
demands: Array<DemandKind>,
/** It is a term for answering any demand, and a complaint without one. */
every_demand: boolean,
/** It is the term for answering a complaint that demands nothing. */
answer: boolean,
/** A reference for letters, with no term of its own. */
reference: boolean,
/** The term. */
term: Term | null,
/** What stands instead of a term with a number. */
open: OpenTerm | null,
/** From which event it runs. */
start: StartEvent,
/** Whom it binds. */
binds: Binds,
/** When set, the rule applies only in this case, which the office must confirm: «extra_check». */
variant: string | null,
/** The law names no term here; the number is borrowed and shown as a caution. */
caution: boolean,
/** The penalty for lateness, by its id. */
penalty: string | null,
/**
 * The norm that lets the term stand still, for example while the complainant keeps the thing from
 * an inspection; without one it never does.
 */
pause: string | null,
/** Act and article. */
citation: string,
/** Where it was read. */
source: string,
/** How sure we are. */
certainty: Certainty,
/** First day of the event for which the rule is vouched for; the norm itself may be older. */
valid_from: string,
/** Last day of the event for which it may be used, if it has one. */
valid_to: string | null,
/** When it was last compared with the source. */
checked_on: string,
/** Switched off by the office: it is shown, and never counted by. */
off: boolean,
/** What it is, in Russian. */
title_ru: string,
/** What it is, in English. */
title_en: string,
/** What to do, in Russian. */
todo_ru: string,
/** What to do, in English. */
todo_en: string, };

/** How a version of a rule stands on a day. */
export type Standing = "in_force" | "not_yet" | "expires_soon" | "expired" | "replaced" | "off";

/** The event from whose next day a term runs. */
export type StartEvent = "demand_received" | "demand_sent" | "item_returned" | "item_purchased" | "item_delivered" | "contract_ended";

/** What a penalty is reckoned from, or can't exceed. */
export type Sum = "price" | "prepayment" | "service_price" | "paid_under_contract";
