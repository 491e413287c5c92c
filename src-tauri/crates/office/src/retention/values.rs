//! What the use cases of keeping and erasing take and give.

use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{
    ComplaintId, DocumentId, ErasureGround, Kind, LegalHold, LegalHoldFields, LegalHoldId, PersonId,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Writes an order down that a case be kept, or changes one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HoldSave {
    pub complaint: ComplaintId,
    /// The order to change; a new one when absent.
    #[serde(default)]
    pub hold: Option<LegalHoldId>,
    #[serde(flatten)]
    pub fields: LegalHoldFields,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HoldRef {
    pub complaint: ComplaintId,
    pub hold: LegalHoldId,
}

/// Something that goes for good on a day, unless somebody keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DueItem {
    pub complaint: ComplaintId,
    /// A document in the trash of a case that stays; the case itself when absent.
    pub document: Option<DocumentId>,
    /// The number of the case.
    pub number: String,
    /// Of the complainant, or of the document's file; empty where there is none.
    pub name: String,
    pub subject: String,
    /// It lies in the trash, or its term is over.
    pub ground: ErasureGround,
    /// The day it was closed; where it was not, or nothing else counts, that on which it was thrown away.
    pub since: NaiveDate,
    /// Whether it lies in the trash, from where it can be taken back.
    pub trashed: bool,
    /// The first day on which it may go.
    pub goes_on: NaiveDate,
    /// Letters issued on the case.
    #[ts(type = "number")]
    pub letters: u64,
    #[ts(type = "number")]
    pub documents: u64,
    /// The order that keeps it all the same.
    pub hold: Option<LegalHold>,
}

/// A copy that still holds what is erased, until it goes itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopyHolding {
    /// For showing only.
    pub folder: String,
    /// When it was made; unknown of files that were set aside.
    pub at: Option<DateTime<FixedOffset>>,
    /// The last day it is kept while copies go on being made; none where only a person removes it.
    pub until: Option<NaiveDate>,
}

/// What is due to be erased, for a person to look through.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RetentionDue {
    /// What may go today, the longest due first; what an order keeps stands among it.
    pub due: Vec<DueItem>,
    /// What lies in the trash and is not due yet, the nearest first.
    pub waiting: Vec<DueItem>,
    /// Whether more is due than is listed.
    pub more: bool,
    /// Where what goes is held on.
    pub copies: Vec<CopyHolding>,
}

/// What a person chose to erase of what is due.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct RetentionErase {
    pub complaints: Vec<ComplaintId>,
    /// Documents in the trash of cases that stay.
    pub documents: Vec<DocumentId>,
}

/// What went for good.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Erasure {
    /// Incoming numbers of the cases; they stay used.
    pub numbers: Vec<String>,
    #[ts(type = "number")]
    pub letters: u64,
    /// Those of the cases among them.
    #[ts(type = "number")]
    pub documents: u64,
    /// Complainants of whom nothing is kept any more.
    #[ts(type = "number")]
    pub persons: u64,
    #[ts(type = "number")]
    pub bytes: u64,
}

/// A row of the log of deletions. It holds nothing of what was erased but numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ErasureRow {
    /// Its place in the journal.
    #[ts(type = "number")]
    pub seq: i64,
    pub at: DateTime<FixedOffset>,
    pub actor: String,
    pub ground: ErasureGround,
    #[serde(flatten)]
    pub erased: Erasure,
}

/// A case, or a document of one that stayed, that was erased and came back with a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UndoneItem {
    pub complaint: ComplaintId,
    /// None where all of the case was erased.
    pub document: Option<DocumentId>,
    /// The number of the case.
    pub number: String,
    /// What the document is called.
    pub name: String,
    pub erased_at: DateTime<FixedOffset>,
    pub ground: ErasureGround,
    /// The order that keeps it now.
    pub hold: Option<LegalHold>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonRef {
    pub person: PersonId,
}

/// Why a case stays though its complainant asks to have it erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Keeping {
    /// It is not closed, or something is still owed in it.
    Open,
    /// An order keeps it.
    Hold { hold: LegalHold },
    /// An act has it kept until a day.
    Term { until: NaiveDate, citation: String },
}

/// What becomes of a case when its complainant's data are erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "fate", rename_all = "snake_case")]
pub enum CaseFate {
    Goes,
    Stays { keeping: Keeping },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonCase {
    pub complaint: ComplaintId,
    pub number: String,
    pub kind: Kind,
    pub subject: String,
    pub received_on: NaiveDate,
    #[ts(type = "number")]
    pub letters: u64,
    #[ts(type = "number")]
    pub documents: u64,
    pub trashed: bool,
    #[serde(flatten)]
    pub fate: CaseFate,
}

/// What is held of one person, and what of it would go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonData {
    pub person: PersonId,
    pub name: String,
    /// The earliest first, those in the trash among them.
    pub cases: Vec<PersonCase>,
    /// Whether nothing of the person is kept afterwards: the card goes with the last case.
    pub whole: bool,
    /// Other people's cases that tell of the person, and stay.
    pub mentioned: Vec<MentionedIn>,
    /// Letters on the person's cases that have left, which nothing here brings back.
    #[ts(type = "number")]
    pub sent: u64,
    /// Where what goes is held on.
    pub copies: Vec<CopyHolding>,
}

/// A case of somebody else in which a person's name, e-mail or telephone number stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MentionedIn {
    pub complaint: ComplaintId,
    pub number: String,
    pub subject: String,
}

/// Erases what may go of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonErase {
    pub person: PersonId,
    pub ground: ErasureGround,
    /// The cases that were shown to go; where others would, nothing is erased.
    pub complaints: Vec<ComplaintId>,
}

/// What went of a person, and what is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonErased {
    #[serde(flatten)]
    pub erased: Erasure,
    /// The cases that stay, each with the reason.
    pub stay: Vec<PersonCase>,
    pub copies: Vec<CopyHolding>,
}

impl Erasure {
    pub(crate) fn add(&mut self, more: Self) {
        self.numbers.extend(more.numbers);
        self.letters += more.letters;
        self.documents += more.documents;
        self.persons += more.persons;
        self.bytes += more.bytes;
    }
}

impl From<register::Wiped> for Erasure {
    fn from(wiped: register::Wiped) -> Self {
        Self {
            numbers: wiped.numbers,
            letters: wiped.letters,
            documents: wiped.documents,
            persons: wiped.persons,
            bytes: wiped.bytes,
        }
    }
}
