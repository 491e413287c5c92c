//! The clocks of a case: what runs, what stands still, how each ends.

use crate::error::Failure;
use chrono::{NaiveDate, NaiveTime};
use complaint::{
    ClockEnd, ClockFields, ClockId, ClockKind, ClockPause, ClockPauseId, ClockState, ComplaintId,
    DeliveryState, DemandId, DemandKind, DispatchEventId, DispatchId, DispatchWay, DocumentId,
    Ending, Kind, LetterId, Money, PartyKind, Proof, Regime,
};
use deadline::Cutoffs;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why nothing says by when a message that demands nothing must be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NoTermReason {
    /// It is a state body's: the request names the day.
    NamedInRequest,
    /// It asks for no answer: thanks, a review.
    NothingAsked,
    /// No rule of law gives its answer a term.
    NoRule,
}

/// One term, with the reason for its date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct TermView {
    /// Id of the rule in its law pack.
    pub rule: String,
    /// What the term is for, Russian.
    pub title_ru: String,
    /// What the term is for, English.
    pub title_en: String,
    /// Article and clause: «ЗоЗПП ст. 22».
    pub citation: String,
    /// The same for a reader of English.
    pub citation_en: String,
    /// How sure we are that the act says so.
    pub certainty: deadline::law::Certainty,
    /// Whether that leaves no doubt.
    pub sure: bool,
    /// The day the rule was last checked against a source.
    pub checked_on: NaiveDate,
    /// The event's day the term counts from.
    pub start: NaiveDate,
    /// The last day before it is moved off a holiday.
    pub unmoved: Option<NaiveDate>,
    /// The legal last day.
    pub legal: Option<NaiveDate>,
    /// The safe last day.
    pub safe: Option<NaiveDate>,
    /// How it was counted, step by step.
    pub steps: Vec<ClockStep>,
    /// What lateness costs, Russian; empty when nothing is set.
    pub penalty_ru: String,
    /// What lateness costs, English.
    pub penalty_en: String,
    /// Why there is no date: `at_once`, `named_by_complainant`, `by_contract`, `next_delivery`,
    /// `named_in_request`,
    /// `needs_event`, `needs_time`, `missing_year`, `too_far`, `paused`, or absent.
    pub undated: Option<String>,
    /// The norm that lets the term stand still; without one it never does.
    pub pause: Option<String>,
    /// The special case it applies in, which the office must confirm; absent for a plain rule.
    pub variant: Option<String>,
    /// The office has said already that this special case is its own.
    pub taken: bool,
    /// The law names no term here; the number is borrowed and shown as a caution.
    pub caution: bool,
    /// It binds the complainant, not the office.
    pub binds_complainant: bool,
    pub todo_ru: String,
    pub todo_en: String,
    /// The time of the last day at which a term of hours ends.
    pub until: Option<NaiveTime>,
    /// Until when the answer can be posted, handed in at the branch, and handed over; absent without a
    /// day and for terms of the other side.
    pub last: Option<deadline::Cutoffs>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClockStep {
    /// The day the step arrives at.
    pub date: NaiveDate,
    pub text_ru: String,
    pub text_en: String,
}

/// Asks what terms a demand would have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClockQuestion {
    /// What sort of message it is.
    pub kind: Kind,
    /// The body of rules.
    pub regime: Regime,
    pub demands: Vec<DemandKind>,
    /// The day of receipt.
    pub received: NaiveDate,
    /// The time of that day, for terms of hours.
    #[serde(default)]
    pub received_time: Option<NaiveTime>,
    /// The price of the goods or service, for the penalty.
    #[serde(default)]
    pub price: Option<Money>,
    /// Who complains, by kind and by name: norms for consumers protect no firm.
    #[serde(default)]
    pub party: Option<PartyKind>,
    #[serde(default)]
    pub name: String,
}

/// A term that holds in this case because the office says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum ChosenTerm {
    /// The special case of the rules that this one is: all of its terms run, and those of the answer take the
    /// place of the usual one.
    Special {
        /// As the rules call it: [`TermView::variant`].
        variant: String,
    },
    /// The day that the request itself names; it takes the place of any other.
    Named { day: NaiveDate },
}

/// Says of a case by which term it goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TermChoice {
    pub complaint: ComplaintId,
    pub term: ChosenTerm,
}

/// The terms of one demand, or of the answer as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DemandClocks {
    /// The demand; absent for the answer as a whole.
    pub demand: Option<DemandKind>,
    /// Its terms; the first leads.
    pub clocks: Vec<TermView>,
}

/// One clock of a case as the screens show it: the term of a demand, what
/// follows from another fact, or what a person started.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CaseClockView {
    /// Its own id; none for the term of a demand.
    pub clock: Option<ClockId>,
    /// The demand whose term it is.
    pub demand: Option<DemandId>,
    #[serde(flatten)]
    pub fields: ClockFields,
    /// It follows from facts: its days can't be edited and it can't be removed.
    pub of_facts: bool,
    /// The day of the fact.
    pub start_on: NaiveDate,
    /// The citation for a reader of English; an office's own words stay as they are.
    pub citation_en: String,
    /// The legal last day.
    pub legal: Option<NaiveDate>,
    /// The safe last day.
    pub safe: Option<NaiveDate>,
    /// The time of the last day at which it is over, of a term of hours.
    pub until: Option<NaiveTime>,
    pub steps: Vec<ClockStep>,
    /// Until when it can still be handed over; absent for what has ended.
    pub last: Option<Cutoffs>,
    pub state: ClockState,
    /// Whether it is the nearest open one that binds the office.
    pub leads: bool,
    pub ended: Option<Ending>,
    /// The stretches in which it stood still.
    pub pauses: Vec<ClockPause>,
    /// The norm that lets it stand still; without one it never does.
    pub may_pause: Option<String>,
    /// The same for a reader of English.
    pub may_pause_en: Option<String>,
}

/// Something that the office has still to do besides answering.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwedClock {
    pub clock: ClockId,
    pub kind: ClockKind,
    /// What it is, in the office's own words; empty where its kind says all.
    pub title: String,
    /// The sum that the decision grants, of a payment.
    pub amount: Option<Money>,
    /// The legal last day.
    pub legal: Option<NaiveDate>,
}

/// A dispatch as a fact that a clock may run from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DispatchFact {
    pub dispatch: DispatchId,
    pub letter: LetterId,
    pub way: DispatchWay,
    /// The day it left the office.
    pub on: NaiveDate,
    pub tracking: String,
    /// The steps that count as its delivery.
    pub delivered: Vec<DeliveryFact>,
    /// The documents that prove it and its steps: receipts, notices.
    pub papers: Vec<DocumentId>,
}

/// A step of a delivery as a fact that a clock may run from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DeliveryFact {
    pub event: DispatchEventId,
    /// How far it had come.
    pub state: DeliveryState,
    pub on: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClockValues {
    #[serde(flatten)]
    pub fields: ClockFields,
    /// The day of the fact, where it is not read from one.
    #[serde(default)]
    pub start_on: Option<NaiveDate>,
}

/// Starts a clock, or puts one right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClockSave {
    pub complaint: ComplaintId,
    /// The clock to be put right; a new one when absent.
    #[serde(default)]
    pub clock: Option<ClockId>,
    pub values: ClockValues,
}

/// What a clock would be counted to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ClockCounted {
    /// All that would refuse it now, by field; then nothing is counted.
    pub faults: Vec<Failure>,
    /// The day of the fact.
    pub start_on: Option<NaiveDate>,
    /// The legal last day.
    pub legal: Option<NaiveDate>,
    /// The safe last day.
    pub safe: Option<NaiveDate>,
    pub steps: Vec<ClockStep>,
    /// The year whose calendar isn't loaded, where that is why there is no day.
    pub missing_year: Option<i32>,
}

/// Names a clock: its own id, or the demand whose term it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClockRef {
    pub complaint: ComplaintId,
    #[serde(default)]
    pub clock: Option<ClockId>,
    #[serde(default)]
    pub demand: Option<DemandId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClockEnding {
    pub of: ClockRef,
    pub how: ClockEnd,
    /// The day on which it was done, or fell away.
    pub on: NaiveDate,
    /// Why, in words; asked for where nothing proves it.
    #[serde(default)]
    pub why: String,
    #[serde(default)]
    pub proof: Option<Proof>,
}

/// Makes a clock stand still.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClockStop {
    pub of: ClockRef,
    /// The first day that doesn't count.
    pub from: NaiveDate,
    /// The last one; none while it still stands.
    #[serde(default)]
    pub to: Option<NaiveDate>,
    pub ground: String,
    #[serde(default)]
    pub proof: Option<Proof>,
}

/// Lets a clock run on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClockResume {
    pub complaint: ComplaintId,
    /// The stretch that ends.
    pub pause: ClockPauseId,
    /// The last day that doesn't count.
    pub to: NaiveDate,
}

/// Names a stretch in which a clock stood still.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClockPauseRef {
    pub complaint: ComplaintId,
    pub pause: ClockPauseId,
}

/// An interim reply is worth writing: a last day is near, and the decision is out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InterimAdvice {
    /// The demand whose term is the nearest; none where nothing is demanded and the complaint as
    /// such is to be answered.
    pub demand: Option<DemandKind>,
    /// Its legal last day: nothing later may be promised without harm.
    pub legal: NaiveDate,
}

/// Asks what a promised day would lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InterimQuestion {
    pub complaint: ComplaintId,
    pub promised: NaiveDate,
}

/// What it costs to answer a demand, or the complaint, on the promised day instead of the legal one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LatePromise {
    /// What is demanded; none where the complaint as such is to be answered.
    pub demand: Option<DemandKind>,
    /// Its legal last day.
    pub legal: NaiveDate,
    /// Act and article of the term.
    pub citation: String,
    /// Days from the legal day to the promised one.
    pub late_days: u32,
    /// Act and article of the penalty; none where no penalty is named.
    pub penalty_citation: Option<String>,
    /// The sum it is reckoned from.
    pub basis: Option<Money>,
    pub per_day: Option<Money>,
    /// The penalty up to the promised day, within its limit.
    pub total: Option<Money>,
    pub text_ru: String,
    pub text_en: String,
}
