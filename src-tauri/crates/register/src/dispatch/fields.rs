//! A dispatch as it is written into its row.

use crate::database::value::{blob, day_opt, text, time};
use crate::error::Result;
use crate::journal::row_image::Columns;
use complaint::{DispatchFields, DocumentId};
use rusqlite::types::Value;

pub(crate) fn dispatch_columns(new: &DispatchFields) -> Result<Columns> {
    Ok(vec![
        ("way", text(new.way.as_str())),
        ("sent_at", text(time(new.sent_at))),
        ("tracking", text(new.tracking.clone())),
        ("address", text(serde_json::to_string(&new.address)?)),
        (
            "cost",
            new.cost
                .map_or(Value::Null, |m| Value::Integer(m.kopecks())),
        ),
        ("expected", day_opt(new.expected)),
        ("inventory", text(serde_json::to_string(&new.inventory)?)),
        ("note", text(new.note.clone())),
        ("receipt", document_value(new.receipt)),
    ])
}

pub(crate) fn document_value(document: Option<DocumentId>) -> Value {
    document.map_or(Value::Null, |id| blob(id.0))
}
