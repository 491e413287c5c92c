//! What stands around the text of a letter: number, date, letterhead, images.

use crate::case::Inquiry;
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{Cites, LetterKind, OfficeProfile};

/// What stands around the text: number, date, letterhead, images.
#[derive(Clone, Debug)]
pub struct Frame<'a> {
    /// Outgoing number; `None` leaves a blank to fill in.
    pub number: Option<String>,
    /// Date of the letter; `None` leaves a blank.
    pub date: Option<NaiveDate>,
    /// Whose letterhead it is.
    pub office: &'a OfficeProfile,
    /// What the line «На № …» cites.
    pub case: CaseReference,
    /// Logo, stamp and signature.
    pub images: Images,
    /// Whether this is not the final letter; it says so at the foot.
    pub draft: bool,
    /// Creation time for the file; the same time gives the same bytes.
    pub created: DateTime<FixedOffset>,
    /// Enters the file's id: the letter's id will do.
    pub seed: String,
    /// The case for other programs, as JSON; used only when the letterhead says
    /// so, and makes the file a PDF/A-3a.
    pub summary: Option<Vec<u8>>,
}

/// What a letter answers.
#[derive(Clone, Debug, Default)]
pub struct CaseReference {
    /// The incoming number in the office's register.
    pub number: String,
    /// The day it reached us.
    pub received_on: Option<NaiveDate>,
    /// The number on their letter; empty when it has none.
    pub their_number: String,
    /// The date on their letter.
    pub their_date: Option<NaiveDate>,
}

impl CaseReference {
    /// What a letter of that kind answers: the complainant's message, the
    /// request of a body or platform, or nothing.
    pub fn of(kind: LetterKind, incoming: Self, inquiry: &Inquiry) -> Self {
        let request = |number: &String| Self {
            their_number: number.clone(),
            their_date: inquiry.on,
            ..Self::default()
        };
        match kind.cites() {
            Cites::Message => incoming,
            Cites::Request => request(&inquiry.number),
            Cites::Dispute => request(&inquiry.ticket),
            Cites::Nothing => Self::default(),
        }
    }
}

/// Image files, PNG or JPEG. A broken logo, stamp or signature is left out: the
/// letter is worth more than its logo.
#[derive(Clone, Debug, Default)]
pub struct Images {
    pub logo: Option<Vec<u8>>,
    /// Stamp; used only when the letterhead says so.
    pub stamp: Option<Vec<u8>>,
    /// Signature; used only when the letterhead says so.
    pub signature: Option<Vec<u8>>,
    /// Photographs shown in the text, by their numbers within the case. The place
    /// of one that is missing or broken says so.
    pub figures: Vec<(u32, Vec<u8>)>,
}
