// Made by `cargo xtask types`; change the Rust types instead.
import type { ClockEnd, ClockKind, ClockPause, ClockStart, ClockState, Ending, Proof } from '../complaint/clock'
import type { DeliveryState, DispatchWay } from '../complaint/dispatch'
import type { ClockId, ClockPauseId, ComplaintId, DemandId, DispatchEventId, DispatchId, DocumentId, LetterId } from '../complaint/id'
import type { Money } from '../complaint/money'
import type { PartyKind } from '../complaint/party'
import type { Regime } from '../complaint/regime'
import type { Term } from '../complaint/term'
import type { DemandKind, Kind, Language } from '../complaint/words'
import type { Certainty } from '../deadline/law'
import type { Cutoffs } from '../deadline/posting'
import type { Failure } from '../office/error'

/** Asks for the last days of open cases as a calendar file. */
export type CalendarFile = {
/** Of one case only. */
complaint: ComplaintId | null, language: Language, };

/**
 * One clock of a case as the screens show it: the term of a demand, what
 * follows from another fact, or what a person started.
 */
export type CaseClockView = {
/** Its own id; none for the term of a demand. */
clock: ClockId | null,
/** The demand whose term it is. */
demand: DemandId | null,
/** It follows from facts: its days can't be edited and it can't be removed. */
of_facts: boolean,
/** The day of the fact. */
start_on: string,
/** The citation for a reader of English; an office's own words stay as they are. */
citation_en: string,
/** The legal last day. */
legal: string | null,
/** The safe last day. */
safe: string | null,
/** The time of the last day at which it is over, of a term of hours. */
until: string | null, steps: Array<ClockStep>,
/** Until when it can still be handed over; absent for what has ended. */
last: Cutoffs | null, state: ClockState,
/** Whether it is the nearest open one that binds the office. */
leads: boolean, ended: Ending | null,
/** The stretches in which it stood still. */
pauses: Array<ClockPause>,
/** The norm that lets it stand still; without one it never does. */
may_pause: string | null,
/** The same for a reader of English. */
may_pause_en: string | null,
/** What runs out with it; decides what facts can end it. */
kind: ClockKind,
/**
 * In the office's own words; asked for where the kind is `other`, and empty where the kind
 * says it all.
 */
title: string,
/** It binds the office; otherwise the other side, and presses nobody in lists. */
ours: boolean,
/** From which fact it runs; the day follows that fact while it stands. */
start: ClockStart,
/** The row of that fact: a letter, dispatch, step of a delivery, diary entry, demand or document. */
start_ref: string | null,
/** How long it runs; none where the last day is named. */
term: Term | null,
/** The last day, where it is named instead. */
day: string | null,
/** What it rests on: an article, a clause, a promise. */
citation: string,
/** The office's remark, shown beside the clock and nowhere else. */
note: string, };

/** A term that holds in this case because the office says so. */
export type ChosenTerm = { "what": "special",
/** As the rules call it: [`TermView::variant`]. */
variant: string, } | { "what": "named", day: string, };

/** What a clock would be counted to. */
export type ClockCounted = {
/** All that would refuse it now, by field; then nothing is counted. */
faults: Array<Failure>,
/** The day of the fact. */
start_on: string | null,
/** The legal last day. */
legal: string | null,
/** The safe last day. */
safe: string | null, steps: Array<ClockStep>,
/** The year whose calendar isn't loaded, where that is why there is no day. */
missing_year: number | null, };

export type ClockEnding = { of: ClockRef, how: ClockEnd,
/** The day on which it was done, or fell away. */
on: string,
/** Why, in words; asked for where nothing proves it. */
why: string, proof: Proof | null, };

/** Names a stretch in which a clock stood still. */
export type ClockPauseRef = { complaint: ComplaintId, pause: ClockPauseId, };

/** Asks what terms a demand would have. */
export type ClockQuestion = {
/** What sort of message it is. */
kind: Kind,
/** The body of rules. */
regime: Regime, demands: Array<DemandKind>,
/** The day of receipt. */
received: string,
/** The time of that day, for terms of hours. */
received_time: string | null,
/** The price of the goods or service, for the penalty. */
price: Money | null,
/** Who complains, by kind and by name: norms for consumers protect no firm. */
party: PartyKind | null, name: string, };

/** Names a clock: its own id, or the demand whose term it is. */
export type ClockRef = { complaint: ComplaintId, clock: ClockId | null, demand: DemandId | null, };

/** Lets a clock run on. */
export type ClockResume = { complaint: ComplaintId,
/** The stretch that ends. */
pause: ClockPauseId,
/** The last day that doesn't count. */
to: string, };

/** Starts a clock, or puts one right. */
export type ClockSave = { complaint: ComplaintId,
/** The clock to be put right; a new one when absent. */
clock: ClockId | null, values: ClockValues, };

export type ClockStep = {
/** The day the step arrives at. */
date: string, text_ru: string, text_en: string, };

/** Makes a clock stand still. */
export type ClockStop = { of: ClockRef,
/** The first day that doesn't count. */
from: string,
/** The last one; none while it still stands. */
to: string | null, ground: string, proof: Proof | null, };

export type ClockValues = {
/** The day of the fact, where it is not read from one. */
start_on: string | null,
/** What runs out with it; decides what facts can end it. */
kind: ClockKind,
/**
 * In the office's own words; asked for where the kind is `other`, and empty where the kind
 * says it all.
 */
title: string,
/** It binds the office; otherwise the other side, and presses nobody in lists. */
ours: boolean,
/** From which fact it runs; the day follows that fact while it stands. */
start: ClockStart,
/** The row of that fact: a letter, dispatch, step of a delivery, diary entry, demand or document. */
start_ref: string | null,
/** How long it runs; none where the last day is named. */
term: Term | null,
/** The last day, where it is named instead. */
day: string | null,
/** What it rests on: an article, a clause, a promise. */
citation: string,
/** The office's remark, shown beside the clock and nowhere else. */
note: string, };

/** A step of a delivery as a fact that a clock may run from. */
export type DeliveryFact = { event: DispatchEventId,
/** How far it had come. */
state: DeliveryState, on: string, };

/** The terms of one demand, or of the answer as a whole. */
export type DemandClocks = {
/** The demand; absent for the answer as a whole. */
demand: DemandKind | null,
/** Its terms; the first leads. */
clocks: Array<TermView>, };

/** A dispatch as a fact that a clock may run from. */
export type DispatchFact = { dispatch: DispatchId, letter: LetterId, way: DispatchWay,
/** The day it left the office. */
on: string, tracking: string,
/** The steps that count as its delivery. */
delivered: Array<DeliveryFact>,
/** The documents that prove it and its steps: receipts, notices. */
papers: Array<DocumentId>, };

/** An interim reply is worth writing: a last day is near, and the decision is out. */
export type InterimAdvice = {
/**
 * The demand whose term is the nearest; none where nothing is demanded and the complaint as
 * such is to be answered.
 */
demand: DemandKind | null,
/** Its legal last day: nothing later may be promised without harm. */
legal: string, };

/** Asks what a promised day would lead to. */
export type InterimQuestion = { complaint: ComplaintId, promised: string, };

/** What it costs to answer a demand, or the complaint, on the promised day instead of the legal one. */
export type LatePromise = {
/** What is demanded; none where the complaint as such is to be answered. */
demand: DemandKind | null,
/** Its legal last day. */
legal: string,
/** Act and article of the term. */
citation: string,
/** Days from the legal day to the promised one. */
late_days: number,
/** Act and article of the penalty; none where no penalty is named. */
penalty_citation: string | null,
/** The sum it is reckoned from. */
basis: Money | null, per_day: Money | null,
/** The penalty up to the promised day, within its limit. */
total: Money | null, text_ru: string, text_en: string, };

/** Why nothing says by when a message that demands nothing must be answered. */
export type NoTermReason = "named_in_request" | "nothing_asked" | "no_rule";

/** Something that the office has still to do besides answering. */
export type OwedClock = { clock: ClockId, kind: ClockKind,
/** What it is, in the office's own words; empty where its kind says all. */
title: string,
/** The sum that the decision grants, of a payment. */
amount: Money | null,
/** The legal last day. */
legal: string | null, };

/** Says of a case by which term it goes. */
export type TermChoice = { complaint: ComplaintId, term: ChosenTerm, };

/** One term, with the reason for its date. */
export type TermView = {
/** Id of the rule in its law pack. */
rule: string,
/** What the term is for, Russian. */
title_ru: string,
/** What the term is for, English. */
title_en: string,
/** Article and clause: «ЗоЗПП ст. 22». */
citation: string,
/** The same for a reader of English. */
citation_en: string,
/** How sure we are that the act says so. */
certainty: Certainty,
/** Whether that leaves no doubt. */
sure: boolean,
/** The day the rule was last checked against a source. */
checked_on: string,
/** The event's day the term counts from. */
start: string,
/** The last day before it is moved off a holiday. */
unmoved: string | null,
/** The legal last day. */
legal: string | null,
/** The safe last day. */
safe: string | null,
/** How it was counted, step by step. */
steps: Array<ClockStep>,
/** What lateness costs, Russian; empty when nothing is set. */
penalty_ru: string,
/** What lateness costs, English. */
penalty_en: string,
/**
 * Why there is no date: `at_once`, `named_by_complainant`, `by_contract`, `next_delivery`,
 * `named_in_request`,
 * `needs_event`, `needs_time`, `missing_year`, `too_far`, `paused`, or absent.
 */
undated: string | null,
/** The norm that lets the term stand still; without one it never does. */
pause: string | null,
/** The special case it applies in, which the office must confirm; absent for a plain rule. */
variant: string | null,
/** The office has said already that this special case is its own. */
taken: boolean,
/** The law names no term here; the number is borrowed and shown as a caution. */
caution: boolean,
/** It binds the complainant, not the office. */
binds_complainant: boolean, todo_ru: string, todo_en: string,
/** The time of the last day at which a term of hours ends. */
until: string | null,
/**
 * Until when the answer can be posted, handed in at the branch, and handed over; absent without a
 * day and for terms of the other side.
 */
last: Cutoffs | null, };
