//! A complaint as it is written into its row.

use crate::complaint::demand::NewDemand;
use crate::database::value::{day_opt, text, text_opt, time};
use crate::journal::row_image::Columns;
use complaint::{ComplaintFields, PersonId};
use rusqlite::types::Value;

/// A complaint to be written into the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewComplaint {
    /// What can be put right later.
    pub fields: ComplaintFields,
    /// The complainant's card, where it is known; else one with the same name
    /// and the same e-mail or telephone is used again if nothing on it
    /// contradicts what is said of the complainant, and what it lacks is
    /// filled in.
    pub person: Option<PersonId>,
    /// What is asked, in order.
    pub demands: Vec<NewDemand>,
}

/// What the row of a complaint has of its fields; the complainant has a row apart.
pub(crate) fn complaint_columns(fields: &ComplaintFields) -> Columns {
    vec![
        ("kind", text(fields.kind.word())),
        ("regime", text(fields.regime.word())),
        ("channel", text(fields.channel.word())),
        ("received_at", text(time(fields.received_at))),
        (
            "backdating_reason",
            text_opt(fields.backdating_reason.clone()),
        ),
        ("subject", text(fields.subject.clone())),
        ("body", text(fields.text.clone())),
        ("order_ref", text(fields.order.clone())),
        ("their_number", text(fields.their_number.clone())),
        ("their_date", day_opt(fields.their_date)),
        (
            "price",
            fields
                .price
                .map_or(Value::Null, |p| Value::Integer(p.kopecks())),
        ),
    ]
}
