//! The clocks of a case: what has to be done by when, what a term runs from,
//! where it stands still, and how it ended.

use crate::field::{FieldFault, FieldProblem, no_later, no_longer, one_line};
use crate::words::vocabulary;
use crate::{ClockId, ClockPauseId, DemandId, Term};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The longest term that is no mistake of typing: ten years in days.
pub const LONGEST_TERM: u32 = 3_660;
/// Days ahead for which a clock can be made to stand still; who waits longer says so again.
pub const LONGEST_STOP: u32 = 366;
/// Characters of a clock's title or citation.
pub const LONGEST_TITLE: usize = 300;
/// Characters of the office's remark on a clock.
pub const LONGEST_NOTE: usize = 4_000;

vocabulary! {
    ClockKind {
        /// A demand is to be answered and met.
        Demand = "demand",
        /// A complaint that demands nothing is to be answered, as a rule of
        /// its regime says.
        Answer = "answer",
        /// The receipt is to be confirmed.
        Acknowledgement = "acknowledgement",
        /// The answer that an interim reply promised.
        Interim = "interim",
        /// An inspection, on the day of the invitation.
        Inspection = "inspection",
        /// An expertise is to be finished.
        Expertise = "expertise",
        /// Goods are to be given back.
        GoodsReturn = "goods_return",
        /// Money is to be paid.
        Payment = "payment",
        /// Something else that a decision promised is to be done.
        Commitment = "commitment",
        /// A request about personal data is to be answered.
        DataRequest = "data_request",
        /// A goal that the office set itself.
        Goal = "goal",
        /// Anything else, in its own words.
        Other = "other",
    }
}

impl ClockKind {
    /// Whether it stands for a promise alone: of clocks that end on one day it
    /// leads last.
    pub fn is_promise(self) -> bool {
        self == Self::Interim
    }

    /// Whether it is for something that the office has to do besides answering, so that neither the answer
    /// nor the end of the case ends it.
    pub fn is_obligation(self) -> bool {
        match self {
            Self::Demand | Self::Answer | Self::Acknowledgement | Self::Interim | Self::Goal => {
                false
            }
            Self::Inspection
            | Self::Expertise
            | Self::GoodsReturn
            | Self::Payment
            | Self::Commitment
            | Self::DataRequest
            | Self::Other => true,
        }
    }

    /// Whether it is for what a decision grants: the answer promises it, so it leads once that has left the office
    /// and until then the day of the answer does.
    pub fn is_redress(self) -> bool {
        matches!(self, Self::Payment | Self::GoodsReturn | Self::Commitment)
    }

    /// Whether a writing meets it, so that handing one to the post on the last day is in time; of paying,
    /// giving back or looking at goods that isn't so (ГК 194).
    pub fn is_met_by_writing(self) -> bool {
        self == Self::DataRequest || !self.is_obligation()
    }

    /// Whether it says nothing by itself, so that it needs a title.
    pub fn wants_title(self) -> bool {
        match self {
            Self::Other => true,
            Self::Demand
            | Self::Answer
            | Self::Interim
            | Self::Commitment
            | Self::Acknowledgement
            | Self::Inspection
            | Self::Expertise
            | Self::GoodsReturn
            | Self::Payment
            | Self::DataRequest
            | Self::Goal => false,
        }
    }

    /// Whether a person may start such a clock: the others follow from facts.
    pub fn is_free(self) -> bool {
        match self {
            Self::Demand | Self::Answer | Self::Interim | Self::Commitment => false,
            Self::Acknowledgement
            | Self::Inspection
            | Self::Expertise
            | Self::GoodsReturn
            | Self::Payment
            | Self::DataRequest
            | Self::Goal
            | Self::Other => true,
        }
    }
}

vocabulary! {
    /// The fact from whose next day a term runs.
    ClockStart {
        /// The complaint reached the office.
        Received = "received",
        /// A letter was issued.
        Issued = "issued",
        /// A letter was handed to the carrier, or sent.
        Dispatched = "dispatched",
        /// A letter was delivered.
        Delivered = "delivered",
        /// A demand was decided.
        Decided = "decided",
        /// Goods were handed over.
        HandedOver = "handed_over",
        /// An entry of the diary.
        Diary = "diary",
        /// A day that is named and follows from nothing kept here.
        Day = "day",
    }
}

impl ClockStart {
    /// Whether its day is read from a fact of the case, which must be named.
    pub fn follows(self) -> bool {
        match self {
            Self::Issued | Self::Dispatched | Self::Delivered | Self::Diary => true,
            Self::Received | Self::Decided | Self::HandedOver | Self::Day => false,
        }
    }
}

vocabulary! {
    /// What proves that a clock was met.
    ProofKind {
        /// An issued letter of the case.
        Letter = "letter",
        /// A dispatch of a letter.
        Dispatch = "dispatch",
        /// A document of the case: a payment order, a receipt, an act.
        Document = "document",
        /// An entry of the diary.
        Diary = "diary",
    }
}

vocabulary! {
    ClockEnd {
        /// What was to be done is done; whether in time the days tell.
        Met = "met",
        /// It no longer has to be done.
        Void = "void",
    }
}

vocabulary! {
    ClockState {
        Open = "open",
        Paused = "paused",
        /// Done on the last day or before it.
        Met = "met",
        /// Done after its last day.
        Late = "late",
        /// Nothing has to be done any more.
        Void = "void",
    }
}

/// What proves something, by its kind and id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Proof {
    pub kind: ProofKind,
    #[ts(type = "string")]
    pub id: Uuid,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Ending {
    pub how: ClockEnd,
    /// The day on which it was done, or fell away.
    pub on: NaiveDate,
    /// Why, in words; empty where the facts say it.
    pub why: String,
    pub proof: Option<Proof>,
    /// It follows from the facts, so nobody takes it back.
    pub of_facts: bool,
}

/// What is said of a clock. The day it runs from stands beside it, for that is
/// read from the fact where `start` names one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClockFields {
    /// What runs out with it; decides what facts can end it.
    pub kind: ClockKind,
    /// In the office's own words; asked for where the kind is `other`, and empty where the kind
    /// says it all.
    #[serde(default)]
    pub title: String,
    /// It binds the office; otherwise the other side, and presses nobody in lists.
    pub ours: bool,
    /// From which fact it runs; the day follows that fact while it stands.
    pub start: ClockStart,
    /// The row of that fact: a letter, dispatch, step of a delivery, diary entry, demand or document.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub start_ref: Option<Uuid>,
    /// How long it runs; none where the last day is named.
    #[serde(default)]
    pub term: Option<Term>,
    /// The last day, where it is named instead.
    #[serde(default)]
    pub day: Option<NaiveDate>,
    /// What it rests on: an article, a clause, a promise.
    #[serde(default)]
    pub citation: String,
    /// The office's remark, shown beside the clock and nowhere else.
    #[serde(default)]
    pub note: String,
}

impl ClockFields {
    /// A clock that binds the office, with neither a term nor a last day yet.
    pub fn of(kind: ClockKind, start: ClockStart) -> Self {
        Self {
            kind,
            title: String::new(),
            ours: true,
            start,
            start_ref: None,
            term: None,
            day: None,
            citation: String::new(),
            note: String::new(),
        }
    }

    /// What keeps the fields from being kept of a clock that a person starts, by field: a kind that follows from
    /// facts, more words than fit, no words where the kind says nothing, no end or two of them, a term that is
    /// longer than [`LONGEST_TERM`] or of hours, a last day before the first or farther from it than that many
    /// days. `start_on` is the day of the fact; without one a last day is compared with none.
    pub fn faults(&self, start_on: Option<NaiveDate>) -> Vec<FieldFault> {
        let fault = |field, problem| Some(FieldFault::of(field, problem));
        let title = one_line(&self.title);
        let says_nothing = self.kind.wants_title() && title.is_empty();
        let end = match (self.term, self.day) {
            (None, None) => fault("term", FieldProblem::Missing),
            (Some(term), None) if term.count == 0 => fault("term", FieldProblem::Missing),
            (Some(term), None) if term.count > LONGEST_TERM => fault("term", FieldProblem::TooMuch),
            // A clock of a case ends on a day, so one of hours gives it no term.
            (Some(term), None) if term.unit.is_by_the_clock() => {
                fault("term.unit", FieldProblem::OutOfPlace)
            }
            (None, Some(day)) if start_on.is_some_and(|start_on| day < start_on) => {
                fault("day", FieldProblem::TooEarly)
            }
            (None, Some(day)) => {
                start_on.and_then(|start_on| no_later("day", day, start_on, LONGEST_TERM).err())
            }
            (Some(_), Some(_)) => fault("day", FieldProblem::OutOfPlace),
            (Some(_), None) => None,
        };
        let follows = !self.kind.is_free();
        [
            fault("kind", FieldProblem::OutOfPlace).filter(|_| follows),
            no_longer("title", &title, LONGEST_TITLE).err(),
            no_longer("citation", &one_line(&self.citation), LONGEST_TITLE).err(),
            no_longer("note", &self.note, LONGEST_NOTE).err(),
            fault("title", FieldProblem::Missing).filter(|_| says_nothing),
            end,
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The fields as they are kept of a clock that a person starts.
    ///
    /// # Errors
    /// The first of [`Self::faults`].
    pub fn checked(self, start_on: NaiveDate) -> Result<Self, FieldFault> {
        if let Some(fault) = self.faults(Some(start_on)).into_iter().next() {
            return Err(fault);
        }
        let has_fact = self.start != ClockStart::Received && self.start != ClockStart::Day;
        Ok(Self {
            title: one_line(&self.title),
            citation: one_line(&self.citation),
            start_ref: self.start_ref.filter(|_| has_fact),
            note: self.note.trim().to_owned(),
            ..self
        })
    }
}

/// One clock that the register keeps: started by a person, or following from
/// a fact. The terms of demands are kept with the demands; a clock of the kind
/// [`ClockKind::Demand`] only says that somebody ended such a term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CaseClock {
    pub id: ClockId,
    /// It follows from a fact, so its dates can't be edited.
    pub of_facts: bool,
    /// The demand or the letter it belongs to.
    #[ts(type = "string | null")]
    pub source: Option<Uuid>,
    #[serde(flatten)]
    pub fields: ClockFields,
    /// The day of the fact; the term runs from the next one.
    pub start_on: NaiveDate,
    /// The legal last day; none while it stands still or can't be counted.
    pub due_legal: Option<NaiveDate>,
    /// The safe last day.
    pub due_safe: Option<NaiveDate>,
    /// How it ended, once it did.
    pub ended: Option<Ending>,
}

impl CaseClock {
    /// Where it stands, as far as its own row tells; pauses are rows of theirs.
    pub fn state(&self, paused: bool) -> ClockState {
        state_of(self.ended.as_ref(), self.due_legal, paused)
    }

    /// Whether somebody said by which term the complaint is answered: a special case of the rules, or the day
    /// that a request names. Such a clock says in its title which; the one of the usual rule has none.
    pub fn is_chosen_answer(&self) -> bool {
        self.fields.kind == ClockKind::Answer && !self.fields.title.is_empty()
    }

    /// Whether that choice still stands.
    pub fn governs_answer(&self) -> bool {
        let void = |end: &Ending| end.how == ClockEnd::Void && !end.of_facts;
        self.is_chosen_answer() && !self.ended.as_ref().is_some_and(void)
    }
}

/// Where a clock with this end and last day stands.
pub fn state_of(ended: Option<&Ending>, due: Option<NaiveDate>, paused: bool) -> ClockState {
    match ended {
        Some(end) if end.how == ClockEnd::Void => ClockState::Void,
        Some(end) if due.is_some_and(|due| end.on > due) => ClockState::Late,
        Some(_) => ClockState::Met,
        None if paused => ClockState::Paused,
        None => ClockState::Open,
    }
}

/// A stretch of days in which a clock stands still.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClockPause {
    pub id: ClockPauseId,
    /// The clock that stands still; none for the term of a demand.
    pub clock: Option<ClockId>,
    /// The demand whose term stands still.
    pub demand: Option<DemandId>,
    /// The first day that doesn't count.
    pub from: NaiveDate,
    /// The last day that doesn't count; none while it still stands.
    pub to: Option<NaiveDate>,
    pub ground: String,
    /// The rule that lets the term stand still.
    pub citation: String,
    pub proof: Option<Proof>,
}

impl ClockPause {
    /// The days, as the counting takes them.
    pub fn days(&self) -> (NaiveDate, Option<NaiveDate>) {
        (self.from, self.to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_clock_is_late_by_its_days_and_void_whatever_they_are() {
        let end = |how, on: &str| Ending {
            how,
            on: day(on),
            why: String::new(),
            proof: None,
            of_facts: false,
        };
        let due = Some(day("2026-12-01"));
        let met = end(ClockEnd::Met, "2026-12-01");
        assert_eq!(state_of(Some(&met), due, false), ClockState::Met);
        let late = end(ClockEnd::Met, "2026-12-02");
        assert_eq!(state_of(Some(&late), due, true), ClockState::Late);
        let void = end(ClockEnd::Void, "2026-12-02");
        assert_eq!(state_of(Some(&void), due, false), ClockState::Void);
        assert_eq!(state_of(None, None, true), ClockState::Paused);
        assert_eq!(state_of(None, due, false), ClockState::Open);
    }

    #[test]
    fn a_clock_has_one_end_behind_its_beginning_and_says_what_it_is() {
        use crate::Unit;
        let term = |count, unit| Some(Term { count, unit });
        let fields = ClockFields {
            title: "  Забрать \n чайник ".into(),
            start_ref: Some(Uuid::nil()),
            term: term(5, Unit::WorkingDays),
            ..ClockFields::of(ClockKind::Other, ClockStart::Received)
        };
        let checked = |fields: ClockFields| fields.checked(day("2026-11-20"));
        let kept = checked(fields.clone()).unwrap();
        assert_eq!(
            (kept.title.as_str(), kept.start_ref),
            ("Забрать чайник", None)
        );
        let with = |change: &dyn Fn(&mut ClockFields)| {
            let mut fields = fields.clone();
            change(&mut fields);
            checked(fields).map_err(|fault| (fault.field, fault.problem))
        };
        let refused = |field: &str, problem| Err((field.to_owned(), problem));
        use FieldProblem::*;
        assert_eq!(
            with(&|f| f.kind = ClockKind::Answer),
            refused("kind", OutOfPlace)
        );
        assert_eq!(with(&|f| f.title = " ".into()), refused("title", Missing));
        assert_eq!(
            with(&|f| f.citation = "а".repeat(301)),
            refused("citation", TooLong)
        );
        assert_eq!(with(&|f| f.term = None), refused("term", Missing));
        assert_eq!(
            with(&|f| f.term = term(0, Unit::Months)),
            refused("term", Missing)
        );
        assert_eq!(
            with(&|f| f.term = term(3_661, Unit::Months)),
            refused("term", TooMuch)
        );
        assert_eq!(
            with(&|f| f.term = term(1, Unit::Hours)),
            refused("term.unit", OutOfPlace)
        );
        let named = |on: &str, term| {
            with(&|f| {
                f.term = term;
                f.day = Some(day(on));
            })
        };
        assert_eq!(named("2026-11-25", fields.term), refused("day", OutOfPlace));
        assert_eq!(named("2026-11-19", None), refused("day", TooEarly));
        assert!(named("2026-11-20", None).is_ok());
        assert_eq!(named("2099-12-01", None), refused("day", TooLate));
    }

    #[test]
    fn words_of_clocks_are_those_of_json() {
        for kind in ClockKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
        assert!(!ClockKind::Interim.is_free() && !ClockKind::Answer.is_free());
        assert!(ClockKind::Payment.is_free());
    }
}
