//! Files that travel inside the file.

use chrono::{DateTime, FixedOffset};

/// What an attached file is to the document: the values of `/AFRelationship`
/// (ISO 19005-3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
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
    Unspecified,
}

/// A file inside the file. A document that has one is PDF/A-3a, else it is
/// PDF/A-2a.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The file's name, without any folder. Signs that a file system refuses
    /// are replaced, and doubles are told apart by a number.
    pub name: String,
    /// Its media type, as `application/json`.
    pub mime: String,
    /// What it is, in a few words.
    pub description: String,
    /// Why it is there: the data, a source, a supplement.
    pub relationship: Relationship,
    /// When it was made; from the caller, as the document's time is.
    pub modified: DateTime<FixedOffset>,
    /// The file as it is, packed only inside the PDF.
    pub bytes: Vec<u8>,
}
