//! A case: the complaint and what is kept under its number, as the register keeps it.

use crate::field::{FieldFault, FieldProblem, LINE, dated, no_longer};
use crate::file_name::safe_file_name;
use crate::{
    Allegation, Approval, Channel, ComplaintFields, ComplaintId, Decision, DemandFields, DemandId,
    DiaryId, DocumentId, Language, LetterId, LetterKind, NoAnswerReason, NoteId, PersonId, Side,
    Status,
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What lies in one case, as it is kept and as it is shown alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CaseContents {
    /// Its fields, with the complainant as the card has them now.
    pub complaint: Complaint,
    /// By exhibit number, without those in the trash.
    pub documents: Vec<Document>,
    pub trashed_documents: Vec<Document>,
    /// What the complainant states, in the order of the letter.
    pub allegations: Vec<Allegation>,
    /// The incident diary, by time.
    pub diary: Vec<DiaryEntry>,
    /// By time; they go into no letter.
    pub notes: Vec<InternalNote>,
    /// Drafts and issued ones, the one begun first in front.
    pub letters: Vec<LetterSummary>,
    /// Whether an issued request for information waits for its answer.
    pub question_open: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Complaint {
    pub id: ComplaintId,
    /// Its incoming number, given by the register.
    pub number: String,
    /// What a person wrote down of it.
    #[serde(flatten)]
    pub fields: ComplaintFields,
    /// When it was written into the register.
    pub recorded_at: DateTime<FixedOffset>,
    /// The complainant's card, which may belong to more complaints.
    pub person_id: PersonId,
    /// Where it stands; follows from the facts.
    pub status: Status,
    /// Why it was closed without an answer, and the words to it.
    pub no_answer: Option<(NoAnswerReason, String)>,
    pub closed_at: Option<DateTime<FixedOffset>>,
    pub trashed_at: Option<DateTime<FixedOffset>>,
    /// Grows by one with each change of the complaint or of anything on it.
    #[ts(type = "number")]
    pub version: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Demand {
    pub id: DemandId,
    #[serde(flatten)]
    pub fields: DemandFields,
    /// The day the demand was made; the day of receipt unless made later.
    pub made_on: NaiveDate,
    pub decision: Option<Decision>,
    /// The id of the rule that gives the leading term.
    pub rule: Option<String>,
    /// The legal last day, moved off holidays.
    pub due_legal: Option<NaiveDate>,
    /// The safe last day: the last working day on or before the unmoved date.
    pub due_safe: Option<NaiveDate>,
}

/// Where a document came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Provenance {
    pub side: Side,
    /// From where and how: «приложено к письму», «снято камерой зала».
    pub source: String,
}

impl Provenance {
    /// Trimmed, as it is kept.
    ///
    /// # Errors
    /// [`FieldProblem::TooLong`](crate::FieldProblem::TooLong) for the source.
    pub fn checked(self) -> Result<Self, FieldFault> {
        no_longer("source", &self.source, LINE)?;
        Ok(Self {
            source: self.source.trim().to_owned(),
            ..self
        })
    }
}

/// What is said of a document beside its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentFields {
    /// The name it came with, made harmless before it is kept; never used as a path.
    pub name: String,
    /// When the file itself was last changed, as its medium said.
    pub file_time: Option<DateTime<FixedOffset>>,
    #[serde(flatten)]
    pub provenance: Provenance,
}

impl DocumentFields {
    /// The fields as they are kept, with a harmless name.
    ///
    /// # Errors
    /// [`FieldProblem::TooLong`](crate::FieldProblem::TooLong) for the source.
    pub fn checked(self) -> Result<Self, FieldFault> {
        Ok(Self {
            name: safe_file_name(&self.name),
            provenance: self.provenance.checked()?,
            ..self
        })
    }
}

/// One document; its bytes lie in the document store under their SHA-256.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Document {
    pub id: DocumentId,
    #[serde(flatten)]
    pub fields: DocumentFields,
    /// Exhibit number within the case, from 1, never given twice.
    pub exhibit: u32,
    /// Media type by its content where that can be told, else by its name.
    pub media_type: String,
    #[ts(type = "number")]
    pub bytes: u64,
    /// SHA-256 of the content, lower-case hexadecimal.
    pub sha256: String,
    pub added_at: DateTime<FixedOffset>,
}

/// What happened, as the incident diary has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DiaryFields {
    pub at: DateTime<FixedOffset>,
    /// What happened, in neutral words.
    pub text: String,
    /// Who it is known from.
    #[serde(default)]
    pub source: String,
}

/// Characters of what happened.
const HAPPENED: usize = 100_000;

impl DiaryFields {
    /// Trimmed, as an entry is kept.
    ///
    /// # Errors
    /// The first field that can't be kept: no words, more than fit, a time to come.
    pub fn checked(self, now: DateTime<FixedOffset>) -> Result<Self, FieldFault> {
        let text = self.text.trim().to_owned();
        if text.is_empty() {
            return Err(FieldFault::of("text", FieldProblem::Missing));
        }
        no_longer("text", &text, HAPPENED)?;
        no_longer("source", &self.source, LINE)?;
        dated("at", self.at)?;
        if self.at > now {
            return Err(FieldFault::of("at", FieldProblem::Future));
        }
        Ok(Self {
            text,
            source: self.source.trim().to_owned(),
            ..self
        })
    }
}

/// One entry of the incident diary: what happened, exactly when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DiaryEntry {
    pub id: DiaryId,
    #[serde(flatten)]
    pub fields: DiaryFields,
}

/// An internal note. It stays in the office: no letter type has room for one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InternalNote {
    pub id: NoteId,
    pub at: DateTime<FixedOffset>,
    pub author: String,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LetterState {
    Draft,
    /// Numbered, dated and frozen.
    Issued,
    /// Issued, and replaced by a later letter.
    Superseded,
}

/// Whether an issued letter has gone out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Sending {
    /// It is kept in the office, as what is signed there by several.
    Kept,
    Unsent,
    Sent,
}

impl Sending {
    /// Of a letter in that state that was `sent` or not; none for a draft, and for what another letter has replaced.
    pub fn of(kind: LetterKind, state: LetterState, sent: bool) -> Option<Self> {
        match state {
            LetterState::Draft | LetterState::Superseded => None,
            LetterState::Issued if kind.is_paper() => Some(Self::Kept),
            LetterState::Issued if sent => Some(Self::Sent),
            LetterState::Issued => Some(Self::Unsent),
        }
    }
}

/// What freezing a letter fixed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IssuedFacts {
    /// Outgoing number, by the office's pattern.
    pub number: String,
    pub at: DateTime<FixedOffset>,
    /// SHA-256 of the PDF.
    pub sha256: String,
    pub pages: u32,
}

/// One letter, without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterSummary {
    pub id: LetterId,
    pub kind: LetterKind,
    pub language: Language,
    pub state: LetterState,
    pub heading: String,
    pub changed_at: DateTime<FixedOffset>,
    /// Number, date, hash and pages, once issued.
    pub issued: Option<IssuedFacts>,
    /// The issued letter that this one replaces.
    pub supersedes: Option<LetterId>,
    /// The day the letter names: the date an interim reply promises, the day
    /// an invitation to an inspection asks to come.
    pub promised: Option<NaiveDate>,
    /// The way and the time it was handed over or sent, once it was.
    pub sent: Option<(Channel, DateTime<FixedOffset>)>,
    /// Whether it has gone out; none for a draft, and for what another letter has replaced.
    pub sending: Option<Sending>,
    /// The latest submission for approval, if it was ever submitted.
    pub approval: Option<Approval>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_issued_letter_that_leaves_the_office_waits_to_be_sent() {
        use LetterState::{Draft, Issued, Superseded};
        let of = |kind, state| [false, true].map(|sent| Sending::of(kind, state, sent));
        let letter = LetterKind::FinalRefusal;
        assert_eq!(of(letter, Draft), [None, None]);
        assert_eq!(of(letter, Superseded), [None, None]);
        assert_eq!(
            of(letter, Issued),
            [Some(Sending::Unsent), Some(Sending::Sent)]
        );
        let paper = LetterKind::InspectionAct;
        assert_eq!(of(paper, Issued), [Some(Sending::Kept); 2]);
    }
}
