//! What a list of complaints asks for and what it shows of each: the values
//! between the register and the screens.

use crate::words::vocabulary;
use crate::{
    Channel, ClockKind, ComplaintId, DemandKind, Kind, LetterSummary, Money, NextStep, Regime,
    Status,
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A case as it is named beside a date of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NamedCase {
    pub complaint: ComplaintId,
    /// Incoming number, by the office's pattern.
    pub number: String,
    /// What it is about, in one line.
    pub subject: String,
}

/// One row of the register on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComplaintRow {
    pub id: ComplaintId,
    pub number: String,
    /// When it reached the office.
    pub received_at: DateTime<FixedOffset>,
    /// What sort of message it is.
    pub kind: Kind,
    /// The way it came in.
    pub channel: Channel,
    /// The body of rules that applies.
    pub regime: Regime,
    /// The complainant's name; empty when anonymous.
    pub complainant: String,
    pub subject: String,
    pub demands: Vec<DemandKind>,
    pub status: Status,
    pub next_step: NextStep,
    /// The last day of the nearest open clock that binds the office.
    pub next_due: Option<NaiveDate>,
    /// The nearest safe last day of an open clock.
    pub next_due_safe: Option<NaiveDate>,
    pub next_due_kind: Option<ClockKind>,
    /// The date an interim reply promised, while the final answer is out.
    pub promised: Option<NaiveDate>,
    /// The day by which a posted letter should have been delivered, while
    /// nothing is known of it.
    pub delivery: Option<NaiveDate>,
    /// The nearest thing that the office has to do besides answering: to pay, to give back, to call.
    pub owed: Option<OwedDay>,
    /// Whether a letter of it lies half written.
    pub drafted: bool,
    /// Whether it lies in the trash.
    pub trashed: bool,
}

/// Something owed besides the answer, by its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwedDay {
    pub kind: ClockKind,
    /// In the office's own words; empty where its kind says all.
    pub title: String,
    /// The sum that the decision grants, of a payment.
    pub amount: Option<Money>,
    pub on: NaiveDate,
}

vocabulary! {
    /// A deadline filter, seen from the day of asking.
    DueFilter {
        /// The last day of an open clock has passed.
        Overdue = "overdue",
        Today = "today",
        /// Due within seven days, today included.
        Week = "week",
        /// Nothing is due: answered, closed, or no term runs.
        None = "none",
    }
}

vocabulary! {
    #[derive(Default)]
    SortColumn {
        #[default]
        Received = "received",
        /// Register number, in the order the numbers were given.
        Number = "number",
        /// Nearest legal last day; what has none comes last.
        Due = "due",
        Complainant = "complainant",
        Subject = "subject",
        /// Status, in the order of the work.
        Status = "status",
    }
}

/// What rows a list wants, and in what order.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct RegisterQuery {
    /// Only these statuses; empty for all.
    pub statuses: Vec<Status>,
    /// Only these channels; empty for all.
    pub channels: Vec<Channel>,
    /// Only these kinds; empty for all.
    pub kinds: Vec<Kind>,
    /// Only with this deadline.
    pub due: Option<DueFilter>,
    /// Words to be found, in any Russian word form.
    pub text: String,
    /// The trash instead of the register.
    pub trashed: bool,
    pub sort: SortColumn,
    /// Whether the largest comes first.
    pub descending: bool,
}

impl Default for RegisterQuery {
    fn default() -> Self {
        Self {
            statuses: Vec::new(),
            channels: Vec::new(),
            kinds: Vec::new(),
            due: None,
            text: String::new(),
            trashed: false,
            sort: SortColumn::Received,
            descending: true,
        }
    }
}

/// A window onto a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegisterPage {
    /// Rows from the asked offset on.
    pub rows: Vec<ComplaintRow>,
    /// How many rows the whole list has.
    #[ts(type = "number")]
    pub total: u64,
    /// The offset the rows start at.
    #[ts(type = "number")]
    pub offset: u64,
}

/// One group of the Today screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TodaySection {
    /// How many complaints belong here.
    #[ts(type = "number")]
    pub total: u64,
    /// The most pressing of them.
    pub rows: Vec<ComplaintRow>,
}

/// What to do today. A complaint stands in the first section it fits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Today {
    /// The legal last day has passed.
    pub overdue: TodaySection,
    /// The safe or legal last day is at most three days off, or past.
    pub due_soon: TodaySection,
    /// A date promised in an interim reply, or of what a decision grants before its letter has left, is at
    /// most three days off, or past.
    pub promised: TodaySection,
    /// A posted letter should have arrived by now and nothing says it did.
    pub delivery: TodaySection,
    /// Recorded and not begun.
    pub fresh: TodaySection,
    /// Every demand decided: the answer is to be written and issued.
    pub to_answer: TodaySection,
    /// Issued and not handed over or sent.
    pub to_send: TodaySection,
    /// Answered, and something is still to be done by a day further off.
    #[serde(default)]
    pub to_fulfil: TodaySection,
    /// Answered, and another letter lies half written.
    #[serde(default)]
    pub unfinished: TodaySection,
    /// The complainant was asked and has not answered.
    pub waiting: TodaySection,
    /// Being looked into, with time left.
    pub in_work: TodaySection,
    /// Letters that wait for the head's approval. A complaint that is pressing stands in its section instead, and one
    /// that stands here in no other.
    #[serde(default)]
    pub to_approve: Vec<ToApprove>,
    /// Steps of cases with a day of their own that is past or near, the earliest first.
    #[serde(default)]
    pub steps: Vec<StepToday>,
    /// Complaints on which the office has something to do; those whose answer only has to leave or
    /// arrive, or whose promise is far off, are none.
    #[serde(default)]
    #[ts(type = "number")]
    pub open: u64,
    /// Rules for the office's usual trade that end within three months with no successor known.
    #[serde(default)]
    #[ts(type = "number")]
    pub rules_ending: u64,
}

impl Today {
    /// How many complaints stand in the sections that ask for work on the case itself.
    pub fn to_act_on(&self) -> u64 {
        let Self {
            overdue,
            due_soon,
            promised,
            delivery: _,
            fresh,
            to_answer,
            to_send: _,
            to_fulfil: _,
            unfinished: _,
            waiting,
            in_work,
            to_approve: _,
            steps: _,
            open: _,
            rules_ending: _,
        } = self;
        [
            overdue, due_soon, promised, fresh, to_answer, waiting, in_work,
        ]
        .iter()
        .map(|section| section.total)
        .sum()
    }
}

/// A step whose day has come or is near.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepToday {
    pub row: ComplaintRow,
    pub title: String,
    pub person: String,
    pub day: NaiveDate,
    pub late: bool,
}

/// A letter that waits for the head's approval.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ToApprove {
    pub row: ComplaintRow,
    pub letter: LetterSummary,
}

/// A stretch of a text that matched, in characters (not bytes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "MatchSpan")]
pub struct Span {
    /// The first one is 0.
    pub start: u32,
    /// One past the last character.
    pub end: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SearchHit {
    pub row: ComplaintRow,
    /// The field that matched: `number`, `letter` for the number of a letter or a
    /// paper on it, `subject`, `complainant`, `text`.
    pub field: String,
    /// A stretch of that field around the match.
    pub snippet: String,
    /// The matches within the snippet.
    pub spans: Vec<Span>,
}
