//! What the use cases of a letter take and give.

use crate::procedure::values::ShutGate;
use crate::template::values::LetterTemplate;
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{
    Approval, ApprovalState, Channel, ComplaintId, Document, DocumentId, Language, LetterId,
    LetterKind, LetterSummary, TemplateId,
};
use letter::{Change, DemandScopes, LetterText, StandaloneTemplate, TemplateFault};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterDraft {
    pub complaint: ComplaintId,
    pub kind: LetterKind,
    /// The language; the office's own when absent.
    #[serde(default)]
    pub language: Option<Language>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterRef {
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
    #[serde(flatten)]
    pub writer_words: letter::WriterWords,
}

/// Asks whom earlier letters went to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecipientQuestion {
    /// The kind of letter to be written; recipients of such letters come first.
    pub kind: LetterKind,
}

/// A letter with its text, as its screen shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct LetterCard {
    pub summary: LetterSummary,
    pub complaint: ComplaintId,
    pub complaint_number: String,
    pub text: letter::LetterText,
    pub choices: LetterChoices,
    /// Documents of the case that could be enclosed.
    pub documents: Vec<Document>,
    pub findings: Vec<letter::Finding>,
    /// What a draft would pass over if it were issued now.
    pub gates: Vec<ShutGate>,
    /// Issued letters of the case that a correction may name, the latest first.
    pub correctable: Vec<LetterSummary>,
    /// The last legal day for the answer, while it is awaited; a goal of the office is none.
    pub due: Option<NaiveDate>,
    /// Whether the case has changed since the text was composed from it.
    pub stale: bool,
    /// Paragraphs of a draft that are older than what they were written from, and how they would read now.
    pub behind: Vec<Change>,
    pub file_name: String,
    pub approval: ApprovalView,
    /// The template a draft was made from; none for an issued letter.
    pub template: Option<LetterTemplate>,
    /// Names what it says now: another text, another choice, another version.
    pub version: String,
}

/// The text as the editor holds it now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct LetterTextSave {
    pub letter: LetterId,
    pub text: letter::LetterText,
    /// [`LetterCard::version`] of what this began from: where the letter is another by now, it is refused. Absent, it
    /// is taken as it comes.
    #[serde(default)]
    #[ts(optional)]
    pub version: Option<String>,
}

/// New choices, with the text as it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct LetterChoicesSave {
    pub letter: LetterId,
    pub text: letter::LetterText,
    pub choices: LetterChoices,
    /// [`LetterCard::version`] of what this began from: where the letter is another by now, it is refused. Absent, it
    /// is taken as it comes.
    #[serde(default)]
    #[ts(optional)]
    pub version: Option<String>,
}

/// Settles a paragraph that is older than its source, with the text as it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct LetterParagraphSettle {
    pub letter: LetterId,
    pub text: letter::LetterText,
    /// The block, as [`Change::place`] names it.
    pub block: String,
    /// Whether it is written anew; else it stays as it stands and is the writer's own.
    pub take: bool,
    /// [`LetterCard::version`] of what this began from: where the letter is another by now, it is refused. Absent, it
    /// is taken as it comes.
    #[serde(default)]
    #[ts(optional)]
    pub version: Option<String>,
}

/// What a preview says besides its pictures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Preview {
    /// Names the rendered file, to ask its pages by.
    pub key: String,
    pub pages: u32,
    /// What the check found in this text.
    pub findings: Vec<letter::Finding>,
    /// Characters no font has, shown as boxes.
    pub missing_glyphs: String,
}

/// Asks how a letter will be read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReadingsQuestion {
    pub letter: LetterId,
    /// A draft's text as the editor holds it; the kept one when absent.
    #[serde(default)]
    pub text: Option<letter::LetterText>,
}

/// Asks for the picture of one page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PageQuestion {
    /// [`Preview::key`] of the preview whose page it is.
    pub key: String,
    /// The page, from 0.
    pub page: u32,
    /// Picture points per PDF point: 1.0 is 72 dpi.
    pub scale: f32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterIssue {
    pub letter: LetterId,
    /// Why it is issued in spite of findings or gates that would stop it; kept in the
    /// journal. An unresolved field can't be overridden.
    #[serde(default)]
    pub override_reason: Option<String>,
    /// [`LetterCard::version`] of what this began from: where the letter is another by now, it is refused. Absent, it
    /// is taken as it comes.
    #[serde(default)]
    #[ts(optional)]
    pub version: Option<String>,
}

/// Records that a letter went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterSent {
    pub letter: LetterId,
    pub channel: Channel,
    pub at: DateTime<FixedOffset>,
}

/// Submits a draft to the head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterSubmit {
    pub letter: LetterId,
    /// A note to the head; may be empty.
    #[serde(default)]
    pub note: String,
}

/// Approves a draft as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterApprove {
    pub letter: LetterId,
    /// [`ApprovalView::fingerprint`] of what the head has read; another content by now
    /// refuses the approval.
    #[serde(rename = "mark")]
    pub fingerprint: String,
}

/// Returns a draft with remarks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterReturn {
    pub letter: LetterId,
    pub remarks: String,
}

/// Where a letter's approval stands.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ApprovalView {
    /// Whether this letter can be issued only when it is approved.
    pub needed: bool,
    /// Whether it is approved with exactly the content it has now.
    pub stands: bool,
    /// Where it stands: as the latest submission, and void where the letter is another since it was approved. None
    /// where it was never submitted.
    pub stage: Option<ApprovalState>,
    /// Whether the person acting is the one who approves.
    pub approver_acts: bool,
    /// Who approves, by the office's settings: post and name.
    pub approver: String,
    /// The hash of the content it has now.
    #[serde(rename = "mark")]
    pub fingerprint: String,
    /// Every submission, the latest first.
    pub history: Vec<Approval>,
    /// What differs from what was approved last, where it was and differs.
    pub differences: Vec<letter::Difference>,
}

/// Shows a template as a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateTry {
    /// What it says now.
    pub standalone: StandaloneTemplate,
    /// The case; a made-up one when absent.
    #[serde(default)]
    pub complaint: Option<ComplaintId>,
}

/// A template as a letter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct TemplatePreview {
    /// The very letter, its pages and what the check found in it.
    pub preview: Preview,
    pub faults: Vec<TemplateFault>,
    /// For each block, whether this case makes use of it.
    pub used: Vec<bool>,
    /// Where its texts may speak of one demand.
    pub of_demand: DemandScopes,
    /// The number of the case; empty for the made-up one.
    pub case_number: String,
}

/// Takes a draft over to another template or to the present version of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct LetterTemplateChange {
    pub letter: LetterId,
    /// Its text as it stands.
    pub text: LetterText,
    /// The office's own template; the program's when absent.
    #[serde(default)]
    pub template: Option<TemplateId>,
    /// [`LetterCard::version`] of what this began from: where the letter is another by now, it is refused. Absent, it
    /// is taken as it comes.
    #[serde(default)]
    #[ts(optional)]
    pub version: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct LetterTaken {
    pub card: LetterCard,
    /// What changed in it, and what of the user's own words stayed.
    pub changes: Vec<Change>,
}
