//! What is known of an answer and of its way, as far as it can contradict itself.

use crate::text::EnclosureLine;
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{DispatchEvent, DispatchWay, InventoryLine};
use russian::requisites::Problem;

/// What is known of an answer and of its way, as far as it can contradict itself.
#[derive(Clone, Debug)]
pub struct ProofFacts {
    pub issued: DateTime<FixedOffset>,
    pub pages: u32,
    /// To whom, as the letter has it: name first, then the address.
    pub letter_address: Vec<String>,
    /// What the letter says it encloses.
    pub enclosures: Vec<EnclosureLine>,
    /// SHA-256 of the letter's file as the register has it.
    pub sha256: String,
    /// SHA-256 of the file as it lies there now; none when it is missing.
    pub file_sha256: Option<String>,
    /// SHA-256 that the journal wrote down when the letter was issued.
    pub journal_sha256: Option<String>,
    /// Whether a later letter replaces it.
    pub superseded: bool,
    /// The addressee's name as the complainant's card gives it now, in the
    /// form of an address; empty when anonymous.
    pub card_name: String,
    /// The postal address on that card.
    pub card_address: String,
    /// The last legal day for the answer.
    pub due: Option<NaiveDate>,
    /// How the letter went, if it did.
    pub dispatch: Option<ProofDispatch>,
}

/// The dispatch that is to prove the answer.
#[derive(Clone, Debug)]
pub struct ProofDispatch {
    /// By what it went, which says what papers there must be.
    pub way: DispatchWay,
    /// When it left the office.
    pub sent_at: DateTime<FixedOffset>,
    /// Where it was sent to, as written down: name first.
    pub address: Vec<String>,
    /// What stands on the envelope; none where there is none.
    pub envelope: Option<Vec<String>>,
    /// As typed from the receipt; empty where the way has none.
    pub tracking: String,
    /// What is wrong with that number.
    pub tracking_problem: Option<Problem>,
    /// What lay in the envelope; empty when no inventory was made.
    pub inventory: Vec<InventoryLine>,
    /// What became of it, by day.
    pub events: Vec<DispatchEvent>,
    /// Whether a receipt, a return receipt or a returned notice is there.
    pub papers: bool,
}
