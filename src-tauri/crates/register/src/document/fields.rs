//! A document as it is written into its row and read from it.

use crate::database::row::{read_at, read_id, read_variant, rows_of};
use crate::database::value::{read_time_opt, text};
use crate::error::Result;
use crate::journal::row_image::Columns;
use complaint::{Document, DocumentFields, DocumentId, Provenance, Side};
use rusqlite::{Connection, Row};

/// A document to be written into the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDocument {
    pub fields: DocumentFields,
    /// The media type its sender claims, used when neither its content nor its name tells.
    pub media_type: Option<String>,
}

/// What a person writes down of a document that is kept; neither its name nor its content changes.
pub(crate) fn provenance_columns(provenance: &Provenance) -> Columns {
    let Provenance { side, source } = provenance;
    vec![
        ("side", text(side.as_str())),
        ("source", text(source.clone())),
    ]
}

pub(crate) fn read_document(row: &Row<'_>) -> Result<Document> {
    Ok(Document {
        id: DocumentId(read_id(row, "id")?),
        fields: DocumentFields {
            name: row.get("name")?,
            file_time: read_time_opt(row.get("file_time")?)?,
            provenance: Provenance {
                side: read_variant(row, "side", Side::parse)?,
                source: row.get("source")?,
            },
        },
        exhibit: row.get("exhibit")?,
        media_type: row.get("media_type")?,
        bytes: u64::try_from(row.get::<_, i64>("bytes")?).unwrap_or(0),
        sha256: row.get("sha256")?,
        added_at: read_at(row, "added_at")?,
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
