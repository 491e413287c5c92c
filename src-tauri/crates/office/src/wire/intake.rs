//! What comes in, before it is confirmed.

use chrono::{DateTime, FixedOffset};
use complaint::{Complainant, ComplaintRow, PersonId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::NewComplaint;

/// A message read into a draft for the user to confirm.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MailProposal {
    /// SHA-256 of the message's bytes, by which it is known again when it is handed over anew.
    pub sha256: String,
    /// The sender's address.
    pub from_address: String,
    /// The sender's name as the message gives it.
    pub from_name: String,
    /// When it was sent.
    pub sent: Option<DateTime<FixedOffset>>,
    /// The form, filled in as far as the message allows.
    pub draft: NewComplaint,
    /// Attachments, each to be taken or left.
    pub attachments: Vec<AttachmentOffer>,
    /// What was odd about the message: `body_from_html`, `broken_structure`, `unknown_charset` and the like.
    pub notices: Vec<String>,
    /// Phones found in the text.
    pub phones: Vec<String>,
    /// Complaints in the register that look like the same one.
    pub duplicates: Vec<ComplaintRow>,
}

/// One attachment of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttachmentOffer {
    /// Its place in the message, from 0.
    pub index: u32,
    /// Its name, made harmless.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Length in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// SHA-256, lower-case hexadecimal.
    pub sha256: String,
}

/// Asks whether a complaint like this is in the register already.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DuplicateQuestion {
    /// Name as typed.
    pub name: String,
    /// E-mail as typed.
    pub email: String,
    /// Phone as typed.
    pub phone: String,
    /// Order or contract as typed.
    pub order: String,
    /// Subject as typed.
    pub subject: String,
}

/// Words of a name, to suggest cards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonQuestion {
    /// The beginning of a name, e-mail or phone.
    pub text: String,
}

/// A card that fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonHit {
    /// The card.
    pub id: PersonId,
    /// What it says.
    pub complainant: Complainant,
    /// How many complaints the person has in the register.
    #[ts(type = "number")]
    pub complaints: u64,
}

/// Words pasted from a chat or a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PastedText {
    /// The words.
    pub text: String,
}

/// How a letter will address a complainant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NameForms {
    /// The addressee line in the dative.
    pub dative: String,
    /// The salutation.
    pub salutation: String,
    /// The gender that was told from the name: `m`, `f`, or absent.
    pub gender: Option<complaint::Gender>,
}
