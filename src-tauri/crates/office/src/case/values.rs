//! What the use cases of a case take and give.

use crate::clock::values::{ClockView, DispatchFact, InterimAdvice, RunningClock};
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{
    Complaint, ComplaintFields, ComplaintId, Decision, Demand, DemandFields, DemandId, DiaryEntry,
    DiaryFields, DiaryId, Document, InternalNote, LetterSummary, NextStep, NoAnswerReason, NoteId,
    PersonId,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A complaint as it is taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewComplaint {
    /// The id it is to have. Whoever may have to hand it in again chooses one; else it gets a new one.
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<ComplaintId>,
    /// Its fields.
    #[serde(flatten)]
    pub fields: ComplaintFields,
    /// A complainant who has a card already.
    #[serde(default)]
    pub person_id: Option<PersonId>,
    /// What is asked.
    #[serde(default)]
    pub demands: Vec<NewDemand>,
}

/// A demand as it is taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewDemand {
    /// Its fields.
    #[serde(flatten)]
    pub fields: DemandFields,
    /// The day it was made; the day of receipt when absent.
    #[serde(default)]
    pub made_on: Option<NaiveDate>,
}

/// What taking in gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Added {
    /// The new complaint's id.
    pub id: ComplaintId,
    /// Its incoming number.
    pub number: String,
}

/// New values for the fields of a complaint; the demands have commands of
/// their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComplaintEdit {
    /// Which complaint.
    pub id: ComplaintId,
    /// The version the screen showed; a newer one in the register refuses the edit.
    #[ts(type = "number")]
    pub version: i64,
    /// Its fields.
    #[serde(flatten)]
    pub fields: ComplaintFields,
}

/// Names one complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComplaintRef {
    /// Its id.
    pub complaint: ComplaintId,
}

/// The whole case, as its screen shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Card {
    /// The complaint.
    pub complaint: Complaint,
    /// Demands, in their order.
    pub demands: Vec<DemandView>,
    /// Documents by exhibit number.
    pub documents: Vec<Document>,
    /// Documents in the trash.
    pub trashed_documents: Vec<Document>,
    /// The incident diary, by time.
    pub diary: Vec<DiaryEntry>,
    /// Internal notes, by time.
    pub notes: Vec<InternalNote>,
    /// Letters, the oldest first.
    pub letters: Vec<LetterSummary>,
    /// What to do next.
    pub next_step: NextStep,
    /// Terms that run for the complaint as a whole (the answer itself).
    pub clocks: Vec<ClockView>,
    /// Other complaints of the same person.
    pub same_person: Vec<complaint::ComplaintRow>,
    /// The change that undo would take back, if there is one.
    pub undo: Option<UndoOffer>,
    /// Whether an issued request for information waits for its answer.
    pub question_open: bool,
    /// Every clock of the case, the nearest open one first.
    pub running: Vec<RunningClock>,
    /// The facts beyond letters and diary that a clock may run from or be proved by.
    pub dispatches: Vec<DispatchFact>,
    /// Whether and why an interim reply is worth writing now.
    pub interim: Option<InterimAdvice>,
}

/// The change that undo would take back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UndoOffer {
    /// Its place in the journal.
    #[ts(type = "number")]
    pub seq: i64,
    /// The named operation.
    pub op: String,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// A demand with the terms that run for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DemandView {
    /// The demand.
    pub demand: Demand,
    /// Its terms; the first leads.
    pub clocks: Vec<ClockView>,
}

/// A new or changed demand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DemandSave {
    /// The complaint.
    pub complaint: ComplaintId,
    /// The demand to change; a new one when absent.
    #[serde(default)]
    pub demand: Option<DemandId>,
    /// Its values.
    pub values: NewDemand,
}

/// Names one demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DemandRef {
    /// The complaint.
    pub complaint: ComplaintId,
    /// The demand.
    pub demand: DemandId,
}

/// Decides on a demand, or takes the decision back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Decide {
    /// The complaint.
    pub complaint: ComplaintId,
    /// The demand.
    pub demand: DemandId,
    /// The decision; none takes it back.
    pub decision: Option<Decision>,
}

/// A new or changed diary entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DiarySave {
    /// The complaint.
    pub complaint: ComplaintId,
    /// The entry to change; a new one when absent.
    #[serde(default)]
    pub entry: Option<DiaryId>,
    /// What happened.
    #[serde(flatten)]
    pub fields: DiaryFields,
}

/// Names one diary entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DiaryRef {
    /// The complaint.
    pub complaint: ComplaintId,
    /// The entry.
    pub entry: DiaryId,
}

/// A new or changed internal note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoteSave {
    /// The complaint.
    pub complaint: ComplaintId,
    /// The note to change; a new one when absent.
    #[serde(default)]
    pub note: Option<NoteId>,
    /// The words.
    pub text: String,
}

/// Names one internal note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoteRef {
    /// The complaint.
    pub complaint: ComplaintId,
    /// The note.
    pub note: NoteId,
}

/// Closes a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CloseCase {
    /// The complaint.
    pub complaint: ComplaintId,
    /// Why no answer is due, with words to it; absent when a final letter is issued.
    #[serde(default)]
    pub reason: Option<(NoAnswerReason, String)>,
}

/// Takes a change back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Undo {
    /// The complaint.
    pub complaint: ComplaintId,
    /// The change's place in the journal.
    #[ts(type = "number")]
    pub seq: i64,
}
