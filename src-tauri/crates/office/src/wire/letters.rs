//! Letters: what their screen shows and asks.

use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{
    Channel, ComplaintId, Document, DocumentId, Gender, Language, LetterId, LetterKind,
    LetterSummary, NameForm, NameFormId,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

pub use letter::Reading;

/// Begins a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterDraft {
    /// The complaint it answers.
    pub complaint: ComplaintId,
    /// What it is.
    pub kind: LetterKind,
    /// The language; the office's own when absent.
    #[serde(default)]
    pub language: Option<Language>,
}

/// Names one letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterRef {
    /// The letter.
    pub letter: LetterId,
}

/// What the writer chooses besides the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct LetterChoices {
    /// Documents to enclose, in this order.
    pub enclosures: Vec<DocumentId>,
    /// How many sheets an enclosure has by the writer's own count; the program
    /// counts those of the others where it can.
    pub sheets: BTreeMap<DocumentId, u32>,
    /// Photographs among the documents that the text shows, in this order.
    pub figures: Vec<DocumentId>,
    /// Documents that `findings` rests on.
    pub findings_evidence: Vec<DocumentId>,
    /// The date an interim reply promises.
    pub expected: Option<NaiveDate>,
    /// Why an interim reply holds the matter.
    pub holding_reason: String,
    /// What a request for information asks, a line each.
    pub questions: Vec<String>,
    /// The day by which the complainant is asked to answer.
    pub answer_by: Option<NaiveDate>,
    /// What was checked and found, where there is no demand to say it at.
    pub findings: String,
    /// What the office has done or will do, where there is no demand to say it at.
    pub measures: String,
    /// What a letter of this kind says besides: to whom it goes, when an
    /// inspection is, what is offered, what an act records.
    pub particulars: letter::Particulars,
}

pub use letter::Recipient;

/// Asks whom earlier letters went to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecipientQuestion {
    /// The kind of letter to be written; recipients of such letters come first.
    pub kind: LetterKind,
}

/// A form of a name that the office keeps in the place of the program's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KeptNameForm {
    /// Its id.
    pub id: NameFormId,
    /// The name in the nominative.
    pub name: String,
    /// The gender it belongs to.
    pub gender: Gender,
    /// Which form.
    pub form: NameForm,
    /// The language of the letters it serves.
    pub language: Language,
    /// The form itself.
    pub words: String,
    /// When it was kept.
    pub kept_at: DateTime<FixedOffset>,
}

/// Names a kept form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NameFormRef {
    /// The form.
    pub id: NameFormId,
}

/// A letter with its text, as its screen shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct LetterCard {
    /// Number, state, dates.
    pub summary: LetterSummary,
    /// The complaint it answers.
    pub complaint: ComplaintId,
    /// That complaint's number.
    pub complaint_number: String,
    /// The text.
    pub text: letter::LetterText,
    /// The writer's choices.
    pub choices: LetterChoices,
    /// Documents of the case that could be enclosed.
    pub documents: Vec<Document>,
    /// What the check found.
    pub findings: Vec<letter::Finding>,
    /// The nearest legal last day of the case.
    pub due: Option<NaiveDate>,
    /// Whether the case has changed since the text was composed from it.
    pub stale: bool,
    /// A name for the PDF file.
    pub file_name: String,
    /// Where its approval stands.
    pub approval: super::ApprovalView,
    /// The template a draft was made from; none for an issued letter.
    pub template: Option<super::LetterTemplate>,
}

/// The text as the editor holds it now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct LetterTextSave {
    /// The letter.
    pub letter: LetterId,
    /// Its text.
    pub text: letter::LetterText,
}

/// New choices, with the text as it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct LetterChoicesSave {
    /// The letter.
    pub letter: LetterId,
    /// Its text.
    pub text: letter::LetterText,
    /// The choices.
    pub choices: LetterChoices,
}

/// What a preview says besides its pictures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Preview {
    /// Names the rendered file, to ask its pages by.
    pub key: String,
    /// How many pages.
    pub pages: u32,
    /// What the check found in this text.
    pub findings: Vec<letter::Finding>,
    /// Characters no font has, shown as boxes.
    pub missing_glyphs: String,
}

/// Asks how a letter will be read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReadingsQuestion {
    /// The letter.
    pub letter: LetterId,
    /// A draft's text as the editor holds it; the kept one when absent.
    #[serde(default)]
    pub text: Option<letter::LetterText>,
}

/// Asks for the picture of one page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PageQuestion {
    /// From [`Preview::key`].
    pub key: String,
    /// The page, from 0.
    pub page: u32,
    /// Picture points per PDF point: 1.0 is 72 dpi.
    pub scale: f32,
}

/// Issues a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterIssue {
    /// The letter.
    pub letter: LetterId,
    /// Why it is issued in spite of findings that would stop it; kept in the
    /// journal. An unresolved field can't be overridden.
    #[serde(default)]
    pub override_reason: Option<String>,
}

/// Records that a letter went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterSent {
    /// The letter.
    pub letter: LetterId,
    /// The way.
    pub channel: Channel,
    /// When.
    pub at: DateTime<FixedOffset>,
}
