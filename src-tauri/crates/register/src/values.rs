//! What goes into the register and what comes back.

use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{
    Actor, CaseClock, Channel, ClockKind, ClockPause, Complainant, Complaint, ComplaintId, Demand,
    DemandKind, DiaryEntry, Document, InternalNote, Kind, LetterSummary, Money, NextStep,
    NoAnswerReason, PersonId, Regime, Side,
};
use serde::{Deserialize, Serialize};

/// Who makes a change, and when. It stands in the journal beside the change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct By {
    /// Who.
    pub actor: Actor,
    /// When, by the host's clock.
    pub now: DateTime<FixedOffset>,
}

/// A change that was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// Its row in the journal; `None` when nothing differed and so nothing was written.
    pub seq: Option<i64>,
    /// The complaint's version after it; 0 for a change that is no complaint's.
    pub version: i64,
}

/// A thing that was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Added<Id> {
    /// Its id.
    pub id: Id,
    /// The change that added it.
    pub done: Done,
}

/// A complaint that was written into the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Its id.
    pub id: ComplaintId,
    /// Its incoming number.
    pub number: String,
    /// The card of the complainant, new or found again.
    pub person: PersonId,
    /// The change that added it.
    pub done: Done,
}

/// The fields of a complaint that an office writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComplaintFields {
    /// What sort of message it is.
    pub kind: Kind,
    /// The body of rules that applies.
    pub regime: Regime,
    /// The way it came in.
    pub channel: Channel,
    /// When it reached the office.
    pub received_at: DateTime<FixedOffset>,
    /// Why it was recorded on a later day than it was received.
    pub backdating_reason: Option<String>,
    /// What it is about, one line.
    pub subject: String,
    /// The complainant's words, verbatim.
    pub text: String,
    /// Order, contract, receipt, booking.
    pub order: String,
    /// The complainant's own number of their letter.
    pub their_number: String,
    /// The date on the complainant's letter.
    pub their_date: Option<NaiveDate>,
    /// Price of the goods or service in dispute.
    pub price: Option<Money>,
}

impl From<&Complaint> for ComplaintFields {
    fn from(kept: &Complaint) -> Self {
        Self {
            kind: kept.kind,
            regime: kept.regime,
            channel: kept.channel,
            received_at: kept.received_at,
            backdating_reason: kept.backdating_reason.clone(),
            subject: kept.subject.clone(),
            text: kept.text.clone(),
            order: kept.order.clone(),
            their_number: kept.their_number.clone(),
            their_date: kept.their_date,
            price: kept.price,
        }
    }
}

/// A complainant: a card that is kept already, or what is known of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonRef {
    /// This card.
    Known(PersonId),
    /// Somebody with these details. A card with the same name and the same
    /// e-mail or telephone is used again if nothing on it contradicts them;
    /// what it lacks is filled in.
    Described(Complainant),
}

/// A demand to be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDemand {
    /// What is asked.
    pub kind: DemandKind,
    /// In our own words, where the kind does not say it all.
    pub detail: String,
    /// The sum asked.
    pub amount: Option<Money>,
    /// The day the demand was made.
    pub made_on: NaiveDate,
    /// The id of the rule that gives the leading term.
    pub rule: Option<String>,
    /// The legal last day.
    pub due_legal: Option<NaiveDate>,
    /// The safe last day.
    pub due_safe: Option<NaiveDate>,
}

impl From<&Demand> for NewDemand {
    fn from(kept: &Demand) -> Self {
        Self {
            kind: kept.kind,
            detail: kept.detail.clone(),
            amount: kept.amount,
            made_on: kept.made_on,
            rule: kept.rule.clone(),
            due_legal: kept.due_legal,
            due_safe: kept.due_safe,
        }
    }
}

/// A complaint to be written into the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewComplaint {
    /// Its fields.
    pub fields: ComplaintFields,
    /// Who complains.
    pub person: PersonRef,
    /// What is asked, in order.
    pub demands: Vec<NewDemand>,
}

/// An entry of the incident diary to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDiaryEntry {
    /// When it happened.
    pub at: DateTime<FixedOffset>,
    /// What happened.
    pub text: String,
    /// Who it is known from.
    pub source: String,
}

/// What a document is said to be, beside its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDocument {
    /// The name it came with; made harmless before it is kept.
    pub name: String,
    /// The media type its sender claims, used when neither its content nor its name tells.
    pub media_type: Option<String>,
    /// When the file itself was last changed, as its medium said.
    pub file_time: Option<DateTime<FixedOffset>>,
    /// From which side it came.
    pub side: Side,
    /// Where it came from and how.
    pub source: String,
}

/// What of a document can be put right later; its bytes can't.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentFields {
    /// The name.
    pub name: String,
    /// From which side it came.
    pub side: Side,
    /// Where it came from and how.
    pub source: String,
}

/// Content that lies in the document store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredFile {
    /// SHA-256, lower-case hexadecimal.
    pub sha256: String,
    /// Length in bytes.
    pub bytes: u64,
}

/// On what ground a case is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closing {
    /// A final letter is issued and every demand decided.
    Answered,
    /// No answer is due, for this reason; `Other` must be said in words.
    NoAnswer(NoAnswerReason, String),
}

/// Everything kept on one complaint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The complaint.
    pub complaint: Complaint,
    /// Its demands, in order.
    pub demands: Vec<Demand>,
    /// Its documents by exhibit number, without those in the trash.
    pub documents: Vec<Document>,
    /// Its documents that lie in the trash.
    pub trashed_documents: Vec<Document>,
    /// The incident diary, by time.
    pub diary: Vec<DiaryEntry>,
    /// Internal notes, by time.
    pub notes: Vec<InternalNote>,
    /// Letters, oldest first.
    pub letters: Vec<LetterSummary>,
    /// What to do next.
    pub next_step: NextStep,
    /// The clocks kept beside the terms of the demands, in the order they were started.
    pub clocks: Vec<CaseClock>,
    /// The stretches in which clocks and terms stood still.
    pub pauses: Vec<ClockPause>,
    /// The last day of the nearest open clock that binds the office.
    pub next_due: Option<NaiveDate>,
    /// The nearest safe last day of an open clock.
    pub next_due_safe: Option<NaiveDate>,
    /// What that nearest clock is for.
    pub next_due_kind: Option<ClockKind>,
    /// The date the latest interim reply promised, while the final answer is out.
    pub promised: Option<NaiveDate>,
    /// When the receipt was confirmed otherwise than by a letter.
    pub acknowledged_at: Option<DateTime<FixedOffset>>,
    /// Whether an issued request for information waits for its answer.
    pub question_open: bool,
}

/// One letter with its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    /// What it is and where it stands.
    pub summary: LetterSummary,
    /// The complaint it belongs to.
    pub complaint: ComplaintId,
    /// Its text, as the letter room wrote it.
    pub content: serde_json::Value,
    /// When the complainant answered it, for a request for information.
    pub answered_at: Option<DateTime<FixedOffset>>,
}

/// A letter to be begun.
#[derive(Clone, Debug, PartialEq)]
pub struct NewLetter {
    /// What it is.
    pub kind: complaint::LetterKind,
    /// The language it is in.
    pub language: complaint::Language,
    /// Its heading.
    pub heading: String,
    /// Its text, as the letter room wrote it.
    pub content: serde_json::Value,
    /// The day it names: what an interim reply promises, when an invitation asks to come.
    pub promised: Option<NaiveDate>,
}

/// What the head approved, to be kept with the approval.
#[derive(Clone, Debug, PartialEq)]
pub struct ApprovedContent {
    /// Its hash.
    pub mark: String,
    /// The content itself, as the office wrote it.
    pub content: serde_json::Value,
}

/// A letter as it was set: the bytes that are kept for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetLetter {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// Its pages.
    pub pages: u32,
    /// Why it is issued in spite of findings that would stop it; goes into the journal.
    pub override_reason: Option<String>,
}
