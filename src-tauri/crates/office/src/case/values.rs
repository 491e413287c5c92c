//! What the use cases of a case take and give.

use crate::case::doubt::RegimeQuestion;
use crate::clock::values::{
    CaseClockView, ChosenTerm, DispatchFact, InterimAdvice, NoTermReason, OwedClock, TermView,
};
use crate::procedure::values::ProcedureView;
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{
    CardScope, CaseContents, ComplaintFields, ComplaintId, Decision, Demand, DemandFields,
    DemandId, DiaryFields, DiaryId, DocumentId, LegalHold, LetterId, LetterKind, NextStep,
    NoAnswerReason, NoteId, PersonId,
};
use deadline::RefusalGround;
use register::Op;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A complaint as it is taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewComplaint {
    /// The id it is to have. Whoever may have to hand it in again chooses one; else it gets a new one.
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<ComplaintId>,
    #[serde(flatten)]
    pub fields: ComplaintFields,
    /// A complainant who has a card already. What the fields say is added to it; where they contradict it, the
    /// complaint gets another card, so that no older case says otherwise than it did.
    #[serde(default)]
    pub person_id: Option<PersonId>,
    #[serde(default)]
    pub demands: Vec<NewDemand>,
    /// What the office says of its terms besides: the special case of the rules, the day that the request names.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<ChosenTerm>>")]
    pub terms: Vec<ChosenTerm>,
}

/// A demand as it is taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewDemand {
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
    pub number: String,
}

/// New values for the fields of a complaint; the demands have commands of
/// their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComplaintEdit {
    pub id: ComplaintId,
    /// The version the screen showed; a newer one in the register refuses the edit.
    #[ts(type = "number")]
    pub version: i64,
    #[serde(flatten)]
    pub fields: ComplaintFields,
    /// Where else what is said of the complainant is to stand.
    #[serde(default)]
    #[ts(optional, as = "Option<CardScope>")]
    pub scope: CardScope,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComplaintRef {
    pub complaint: ComplaintId,
}

/// Puts a case into the trash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComplaintTrash {
    pub complaint: ComplaintId,
    /// Why it may go though an act has it kept; without, such a case is refused.
    #[serde(default)]
    pub reason: String,
}

/// What rests on a document of the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Reliance {
    /// A decision names it as its evidence.
    Decision,
    /// A point of the complaint was established by it.
    Finding,
    /// It proves that a letter left, or what became of it.
    Dispatch,
}

/// A document that something recorded rests on. It may go to the trash all the same, once it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReliedOn {
    pub document: DocumentId,
    pub by: Reliance,
}

/// The whole case, as its screen shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Card {
    #[serde(flatten)]
    pub contents: CaseContents,
    pub demands: Vec<DemandView>,
    /// As of today.
    pub next_step: NextStep,
    /// The letter to write first.
    pub suggested_letter: LetterKind,
    /// The final letter that fits the decisions taken so far.
    pub final_letter: LetterKind,
    /// The issued letter that answers it.
    pub answer: Option<LetterId>,
    /// The letter that the next step is about: a draft to be finished, or an issued one on its way.
    pub next_letter: Option<LetterId>,
    /// The reason that suggests itself to close it without an answer.
    pub reason_unanswered: Option<NoAnswerReason>,
    /// The last legal day by which the office must act next: that of the clock that leads, or of the answer
    /// as a whole. None where nothing binds the office any more.
    pub due: Option<NaiveDate>,
    /// Orders to keep it, the earliest first, lifted ones too.
    pub holds: Vec<LegalHold>,
    /// Terms that run for the complaint as a whole (the answer itself).
    pub clocks: Vec<TermView>,
    /// Why no day binds the answer of a case that demands nothing and waits for one.
    pub no_term: Option<NoTermReason>,
    pub same_person: Vec<complaint::ComplaintRow>,
    /// The change that undo would take back, if there is one.
    pub undo: Option<UndoOffer>,
    /// The undoing that redo would take back, while nothing else was changed since.
    pub redo: Option<UndoOffer>,
    /// Every clock of the case, the nearest open one first and the ended ones last. So named in what
    /// the command line prints.
    pub running: Vec<CaseClockView>,
    /// What the office has still to do besides answering, the nearest first; closing the case ends none of it.
    pub owed: Vec<OwedClock>,
    /// The facts beyond letters and diary that a clock may run from or be proved by.
    pub dispatches: Vec<DispatchFact>,
    /// The documents that something recorded rests on, by what does.
    pub relied_on: Vec<ReliedOn>,
    /// Whether and why an interim reply is worth writing now.
    pub interim: Option<InterimAdvice>,
    /// What is to be asked about the rules it was taken in under.
    pub regime_question: Option<RegimeQuestion>,
    /// The way it goes, and the steps on it.
    pub procedure: ProcedureView,
}

/// A change that undo or redo would take back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UndoOffer {
    /// Its place in the journal.
    #[ts(type = "number")]
    pub seq: i64,
    pub op: Op,
    /// Of an undoing, the change that is made again with its taking back.
    pub undoes: Option<Op>,
    /// Whether somebody else relies on it by now, so that it is asked about before it is undone.
    pub weighty: bool,
    pub at: DateTime<FixedOffset>,
}

/// A demand with the terms that run for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DemandView {
    pub demand: Demand,
    /// Its terms; the first leads.
    pub clocks: Vec<TermView>,
    /// Its leading legal last day.
    pub due: Option<NaiveDate>,
    /// What it may be refused on, where the facts are so: for a person to choose from.
    pub grounds: Vec<RefusalGround>,
}

/// A new or changed demand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DemandSave {
    pub complaint: ComplaintId,
    /// The demand to change; a new one when absent.
    #[serde(default)]
    pub demand: Option<DemandId>,
    pub values: NewDemand,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DemandRef {
    pub complaint: ComplaintId,
    pub demand: DemandId,
}

/// Decides on a demand, or takes the decision back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Decide {
    pub complaint: ComplaintId,
    pub demand: DemandId,
    /// The decision; none takes it back.
    pub decision: Option<Decision>,
}

/// A new or changed diary entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DiarySave {
    pub complaint: ComplaintId,
    /// The entry to change; a new one when absent.
    #[serde(default)]
    pub entry: Option<DiaryId>,
    #[serde(flatten)]
    pub fields: DiaryFields,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DiaryRef {
    pub complaint: ComplaintId,
    pub entry: DiaryId,
}

/// A new or changed internal note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoteSave {
    pub complaint: ComplaintId,
    /// The note to change; a new one when absent.
    #[serde(default)]
    pub note: Option<NoteId>,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoteRef {
    pub complaint: ComplaintId,
    pub note: NoteId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CloseCase {
    pub complaint: ComplaintId,
    /// Why no answer is due, with words to it; absent when a final letter is issued.
    #[serde(default)]
    pub reason: Option<(NoAnswerReason, String)>,
}

/// Takes a change back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Undo {
    pub complaint: ComplaintId,
    /// The change's place in the journal.
    #[ts(type = "number")]
    pub seq: i64,
}
