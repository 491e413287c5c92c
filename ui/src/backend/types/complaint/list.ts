// Made by `cargo xtask types`; change the Rust types instead.
import type { LetterSummary } from '../complaint/case'
import type { ClockKind } from '../complaint/clock'
import type { ComplaintId } from '../complaint/id'
import type { Money } from '../complaint/money'
import type { NextStep, Status } from '../complaint/procedure'
import type { Regime } from '../complaint/regime'
import type { Channel, DemandKind, Kind } from '../complaint/words'

/** One row of the register on the screen. */
export type ComplaintRow = { id: ComplaintId, number: string,
/** When it reached the office. */
received_at: string,
/** What sort of message it is. */
kind: Kind,
/** The way it came in. */
channel: Channel,
/** The body of rules that applies. */
regime: Regime,
/** The complainant's name; empty when anonymous. */
complainant: string, subject: string, demands: Array<DemandKind>, status: Status, next_step: NextStep,
/** The last day of the nearest open clock that binds the office. */
next_due: string | null,
/** The nearest safe last day of an open clock. */
next_due_safe: string | null, next_due_kind: ClockKind | null,
/** The date an interim reply promised, while the final answer is out. */
promised: string | null,
/**
 * The day by which a posted letter should have been delivered, while
 * nothing is known of it.
 */
delivery: string | null,
/** The nearest thing that the office has to do besides answering: to pay, to give back, to call. */
owed: OwedDay | null,
/** Whether a letter of it lies half written. */
drafted: boolean,
/** Whether it lies in the trash. */
trashed: boolean, };

/** A deadline filter, seen from the day of asking. */
export type DueFilter = "overdue" | "today" | "week" | "none";

/** A stretch of a text that matched, in characters (not bytes). */
export type MatchSpan = {
/** The first one is 0. */
start: number,
/** One past the last character. */
end: number, };

/** Something owed besides the answer, by its day. */
export type OwedDay = { kind: ClockKind,
/** In the office's own words; empty where its kind says all. */
title: string,
/** The sum that the decision grants, of a payment. */
amount: Money | null, on: string, };

/** A window onto a list. */
export type RegisterPage = {
/** Rows from the asked offset on. */
rows: Array<ComplaintRow>,
/** How many rows the whole list has. */
total: number,
/** The offset the rows start at. */
offset: number, };

/** What rows a list wants, and in what order. */
export type RegisterQuery = {
/** Only these statuses; empty for all. */
statuses: Array<Status>,
/** Only these channels; empty for all. */
channels: Array<Channel>,
/** Only these kinds; empty for all. */
kinds: Array<Kind>,
/** Only with this deadline. */
due: DueFilter | null,
/** Words to be found, in any Russian word form. */
text: string,
/** The trash instead of the register. */
trashed: boolean, sort: SortColumn,
/** Whether the largest comes first. */
descending: boolean, };

export type SearchHit = { row: ComplaintRow,
/**
 * The field that matched: `number`, `letter` for the number of a letter or a
 * paper on it, `subject`, `complainant`, `text`.
 */
field: string,
/** A stretch of that field around the match. */
snippet: string,
/** The matches within the snippet. */
spans: Array<MatchSpan>, };

export type SortColumn = "received" | "number" | "due" | "complainant" | "subject" | "status";

/** A step whose day has come or is near. */
export type StepToday = { row: ComplaintRow, title: string, person: string, day: string, late: boolean, };

/** A letter that waits for the head's approval. */
export type ToApprove = { row: ComplaintRow, letter: LetterSummary, };

/** What to do today. A complaint stands in the first section it fits. */
export type Today = {
/** The legal last day has passed. */
overdue: TodaySection,
/** The safe or legal last day is at most three days off, or past. */
due_soon: TodaySection,
/**
 * A date promised in an interim reply, or of what a decision grants before its letter has left, is at
 * most three days off, or past.
 */
promised: TodaySection,
/** A posted letter should have arrived by now and nothing says it did. */
delivery: TodaySection,
/** Recorded and not begun. */
fresh: TodaySection,
/** Every demand decided: the answer is to be written and issued. */
to_answer: TodaySection,
/** Issued and not handed over or sent. */
to_send: TodaySection,
/** Answered, and something is still to be done by a day further off. */
to_fulfil: TodaySection,
/** Answered, and another letter lies half written. */
unfinished: TodaySection,
/** The complainant was asked and has not answered. */
waiting: TodaySection,
/** Being looked into, with time left. */
in_work: TodaySection,
/**
 * Letters that wait for the head's approval. A complaint that is pressing stands in its section instead, and one
 * that stands here in no other.
 */
to_approve: Array<ToApprove>,
/** Steps of cases with a day of their own that is past or near, the earliest first. */
steps: Array<StepToday>,
/**
 * Complaints on which the office has something to do; those whose answer only has to leave or
 * arrive, or whose promise is far off, are none.
 */
open: number,
/** Rules for the office's usual trade that end within three months with no successor known. */
rules_ending: number, };

/** One group of the Today screen. */
export type TodaySection = {
/** How many complaints belong here. */
total: number,
/** The most pressing of them. */
rows: Array<ComplaintRow>, };
