//! The papers of an inspection and what is still missing of them.

use chrono::NaiveDate;
use complaint::{ComplaintId, DocumentId, Language, LetterId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is to be done so that the papers speak for themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "InspectionStepWhat")]
pub enum StepWhat {
    /// Invite the complainant in writing.
    Invite,
    /// Send the invitation and note how.
    Send,
    /// Keep the proof of the dispatch with the case.
    Receipt,
    /// Learn whether it was delivered, refused or came back.
    Notice,
    /// Wait for the day that was named.
    Day,
    /// Record that nobody came, or what was found.
    Act,
}

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "InspectionStepState")]
pub enum StepState {
    /// Done.
    Done,
    /// To be done.
    Missing,
    /// Not yet its turn.
    Waiting,
}

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InspectionStep {
    /// What.
    pub what: StepWhat,
    /// How it stands.
    pub state: StepState,
    /// It belongs to the second invitation.
    pub again: bool,
    /// The papers are incomplete without it.
    pub needed: bool,
    /// The letter or paper it is about, also while it is a draft.
    pub letter: Option<LetterId>,
    /// The day it was done, or will come.
    pub on: Option<NaiveDate>,
}

/// A paper that the file would hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InspectionPaper {
    /// What it is called, Russian.
    pub title: String,
    /// What it is called, English.
    pub title_en: String,
    /// The document, where it is one of the case.
    pub document: Option<DocumentId>,
}

/// What there is of the papers of an inspection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InspectionView {
    /// The steps, in order.
    pub steps: Vec<InspectionStep>,
    /// The papers that the file would hold, without chosen documents.
    pub papers: Vec<InspectionPaper>,
    /// Whether the file can be made: an act is there.
    pub may_make: bool,
    /// Whether nothing is missing that is needed.
    pub complete: bool,
    /// Whether an inspection took place after all.
    pub took_place: bool,
}

/// Makes the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InspectionMake {
    /// The complaint.
    pub complaint: ComplaintId,
    /// Documents of the case that go along: signed acts, photographs.
    #[serde(default)]
    pub documents: Vec<DocumentId>,
    /// The language of the list; the office's own when absent.
    #[serde(default)]
    pub language: Option<Language>,
}
