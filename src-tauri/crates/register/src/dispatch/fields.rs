//! A dispatch as it is written into its row.

use crate::database::value::{blob, day_opt, text, time};
use crate::error::Result;
use crate::journal::row_image::Columns;
use complaint::{DispatchFields, DocumentId};
use rusqlite::types::Value;

pub(crate) fn dispatch_columns(new: &DispatchFields) -> Result<Columns> {
    let DispatchFields {
        way,
        sent_at,
        tracking,
        address,
        cost,
        expected,
        inventory,
        note,
        receipt,
    } = new;
    let cost = cost.map_or(Value::Null, |sum| Value::Integer(sum.kopecks()));
    Ok(vec![
        ("way", text(way.as_str())),
        ("sent_at", text(time(*sent_at))),
        ("tracking", text(tracking.clone())),
        ("address", text(serde_json::to_string(address)?)),
        ("cost", cost),
        ("expected", day_opt(*expected)),
        ("inventory", text(serde_json::to_string(inventory)?)),
        ("note", text(note.clone())),
        ("receipt", document_value(*receipt)),
    ])
}

pub(crate) fn document_value(document: Option<DocumentId>) -> Value {
    document.map_or(Value::Null, |id| blob(id.0))
}
