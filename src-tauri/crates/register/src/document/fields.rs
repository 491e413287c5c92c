//! What is said of a document beside its bytes.

use crate::database::row::{read_at, read_id, read_word, rows_of};
use crate::database::value::read_time_opt;
use crate::error::Result;
use chrono::{DateTime, FixedOffset};
use complaint::{Document, DocumentId, Provenance, Side};
use rusqlite::{Connection, Row};

/// What a document is said to be, beside its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDocument {
    /// The name it came with; made harmless before it is kept.
    pub name: String,
    /// The media type its sender claims, used when neither its content nor its name tells.
    pub media_type: Option<String>,
    /// When the file itself was last changed, as its medium said.
    pub file_time: Option<DateTime<FixedOffset>>,
    pub provenance: Provenance,
}

/// What of a document can be put right later; its bytes can't.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentFields {
    /// Made harmless before it is kept, as at the taking in.
    pub name: String,
    pub provenance: Provenance,
}

pub(crate) fn read_document(row: &Row<'_>) -> Result<Document> {
    Ok(Document {
        id: DocumentId(read_id(row, "id")?),
        name: row.get("name")?,
        exhibit: row.get("exhibit")?,
        media_type: row.get("media_type")?,
        bytes: u64::try_from(row.get::<_, i64>("bytes")?).unwrap_or(0),
        sha256: row.get("sha256")?,
        file_time: read_time_opt(row.get("file_time")?)?,
        added_at: read_at(row, "added_at")?,
        provenance: Provenance {
            side: read_word(row, "side", Side::from_word)?,
            source: row.get("source")?,
        },
    })
}

/// The documents of a complaint by exhibit number: those that count, and those
/// in the trash.
pub(crate) fn documents_of(
    conn: &Connection,
    serial: i64,
) -> Result<(Vec<Document>, Vec<Document>)> {
    let (mut kept, mut trashed) = (Vec::new(), Vec::new());
    for (document, in_trash) in rows_of(conn, include_str!("documents.sql"), serial, |row| {
        let in_trash = row.get::<_, Option<String>>("trashed_at")?.is_some();
        Ok((read_document(row)?, in_trash))
    })? {
        let place = if in_trash { &mut trashed } else { &mut kept };
        place.push(document);
    }
    Ok((kept, trashed))
}
