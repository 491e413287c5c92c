//! What is written down of a dispatch and of its delivery.

use crate::database::value::{blob, day_opt, text, time};
use crate::error::Result;
use crate::journal::row_image::Columns;
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{DeliveryState, DispatchWay, DocumentId, InventoryLine, Money};
use rusqlite::types::Value;

/// A dispatch to be written down; see [`complaint::Dispatch`] for the fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDispatch {
    /// Decides which steps of a delivery make sense.
    pub way: DispatchWay,
    /// When it left the office.
    pub sent_at: DateTime<FixedOffset>,
    /// The carrier's number; empty where there is none.
    pub tracking: String,
    /// The address on the envelope, or where it was sent to.
    pub address: Vec<String>,
    /// What the carrier took; it counts among the costs of the case.
    pub cost: Option<Money>,
    /// The day by which it should be delivered.
    pub expected: Option<NaiveDate>,
    /// What lay in the envelope.
    pub inventory: Vec<InventoryLine>,
    /// The office's remark, shown in the log and nowhere else.
    pub note: String,
    /// The carrier's receipt, a document of the same complaint.
    pub receipt: Option<DocumentId>,
}

/// A step of a delivery to be written down; see [`complaint::DispatchEvent`] for the fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDispatchEvent {
    /// How far it had come.
    pub state: DeliveryState,
    /// The day of the step, by the carrier's word.
    pub on: NaiveDate,
    /// The last day it is kept for the addressee.
    pub until: Option<NaiveDate>,
    /// Why it came back or was refused.
    pub reason: String,
    /// How that is known: a tracking page, a notice, a call.
    pub source: String,
    /// The paper that shows it, a document of the same complaint.
    pub document: Option<DocumentId>,
}

pub(crate) fn dispatch_columns(new: &NewDispatch) -> Result<Columns> {
    Ok(vec![
        ("way", text(new.way.word())),
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
