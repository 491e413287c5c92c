//! What may go with a letter besides its words: a code, attached files.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// A QR code at the bottom right of the first page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// What it says; at most 1000 bytes.
    pub text: String,
    /// What it is, for those who can't see it.
    pub alt: String,
}

/// The greatest length of a code's text, bytes.
pub const MAX_CODE: usize = 1000;

/// What an attached file is to the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relationship {
    /// The document was made from it.
    Source,
    /// The data that the document shows.
    #[default]
    Data,
    /// The same in another form.
    Alternative,
    /// Something that completes it.
    Supplement,
    /// None of these.
    Unspecified,
}

/// A file inside the file. A document that has one is PDF/A-3a, else it is
/// PDF/A-2a.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its name, without any folder.
    pub name: String,
    /// Its media type, as `application/json`.
    pub mime: String,
    /// What it is, in a few words.
    pub description: String,
    /// What it is to the document.
    #[serde(default)]
    pub relationship: Relationship,
    /// When it was made; from the caller, as the document's time is.
    pub modified: DateTime<FixedOffset>,
    /// Its bytes. In JSON: base64.
    #[serde(with = "super::blocks::base64_bytes")]
    pub bytes: Vec<u8>,
}
