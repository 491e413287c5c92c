//! The papers around a letter, and the proof of an answer.

use chrono::NaiveDate;
use complaint::{
    ComplaintId, DispatchId, DispatchWay, DocumentId, InventoryLine, Language, LetterId,
    LetterKind, PersonId,
};
use letter::{EnvelopeSize, LabelForm, ProofFinding};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "paper", rename_all = "snake_case")]
pub enum Paper {
    Envelope {
        letter: LetterId,
        #[serde(default)]
        size: EnvelopeSize,
        /// To whom, name first; the letter's own address when empty.
        #[serde(default)]
        address: Vec<String>,
        #[serde(default)]
        way: Option<DispatchWay>,
    },
    /// A sheet that shows the address in the window of a DL envelope.
    WindowSheet {
        /// The letter it lies on.
        letter: LetterId,
        /// To whom; the letter's own address when empty.
        #[serde(default)]
        address: Vec<String>,
    },
    Labels {
        letters: Vec<LetterId>,
        /// To whom, in place of the address of the only letter.
        #[serde(default)]
        address: Vec<String>,
        #[serde(default)]
        form: LabelForm,
        /// The first free label of the sheet, from 1 along the rows.
        #[serde(default = "one")]
        start: u32,
        #[serde(default = "one")]
        copies: u32,
    },
    /// The inventory of contents, in two copies.
    Inventory {
        letter: LetterId,
        /// To whom; the letter's own address when empty.
        #[serde(default)]
        address: Vec<String>,
        /// What lies in the envelope; told from the letter when empty.
        #[serde(default)]
        lines: Vec<InventoryLine>,
        #[serde(default)]
        way: Option<DispatchWay>,
        /// Both copies on one sheet where they fit.
        #[serde(default)]
        one_sheet: bool,
    },
    /// A receipt to be signed when the letter is handed over.
    Receipt { letter: LetterId },
    /// What is held of a person, for that person.
    PersonData { person: PersonId },
    /// The record of an erasure.
    ErasureAct {
        /// The place of its row in the journal.
        #[ts(type = "number")]
        seq: i64,
    },
    /// The index of a case file.
    CaseIndex { complaint: ComplaintId },
    RegisterBook {
        /// The first day it covers.
        from: NaiveDate,
        /// The last day it covers.
        to: NaiveDate,
        /// With what came in.
        #[serde(default = "yes")]
        incoming: bool,
        /// With what went out.
        #[serde(default = "yes")]
        outgoing: bool,
    },
}

fn one() -> u32 {
    1
}

fn yes() -> bool {
    true
}

/// A paper as it would be printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperShown {
    /// Names the rendered file, to ask its pages by.
    pub key: String,
    pub pages: u32,
    pub file_name: String,
    /// Characters no font has, shown as boxes.
    pub missing_glyphs: String,
    /// Whether a text found no room in its place.
    pub overfull: bool,
    /// Whether an address on it has no index.
    pub no_index: bool,
    /// Where the next sheet of labels begins, along the rows from 1; none of another paper.
    pub next_label: Option<u32>,
}

/// Asks whether the papers that prove an answer agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProofQuestion {
    pub letter: LetterId,
    /// The dispatch that proves it; the one delivered, else the latest, when absent.
    #[serde(default)]
    pub dispatch: Option<DispatchId>,
}

/// What the cross-check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProofReport {
    pub dispatch: Option<DispatchId>,
    /// Contradictions and gaps, the gravest first.
    pub findings: Vec<ProofFinding>,
    /// Whether a written reason is needed.
    pub contradicts: bool,
    /// What will lie inside, in its order.
    pub contents: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProofMake {
    pub letter: LetterId,
    /// The dispatch; as in [`ProofQuestion`] when absent.
    #[serde(default)]
    pub dispatch: Option<DispatchId>,
    /// Why it is made in spite of contradictions.
    #[serde(default)]
    pub reason: Option<String>,
    /// A folder with each paper by itself, beside the one file.
    #[serde(default)]
    pub folder: bool,
}

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

impl StepWhat {
    /// What is written for it where nothing is there yet.
    pub(crate) fn writes(self) -> LetterKind {
        match self {
            Self::Act => LetterKind::NoShowAct,
            Self::Invite | Self::Send | Self::Receipt | Self::Notice | Self::Day => {
                LetterKind::InspectionInvitation
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "InspectionStepState")]
pub enum StepState {
    Done,
    Missing,
    /// Not yet its turn.
    Waiting,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InspectionStep {
    pub what: StepWhat,
    pub state: StepState,
    /// It belongs to the second invitation.
    pub again: bool,
    /// The papers are incomplete without it.
    pub needed: bool,
    /// The letter or paper it is about, also while it is a draft.
    pub letter: Option<LetterId>,
    /// What is to be written for it where there is none.
    pub writes: LetterKind,
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

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InspectionMake {
    pub complaint: ComplaintId,
    /// Documents of the case that go along: signed acts, photographs.
    #[serde(default)]
    pub documents: Vec<DocumentId>,
    /// The language of the list; the office's own when absent.
    #[serde(default)]
    pub language: Option<Language>,
}
