//! A complaint as it is written into its row and read from it.

use crate::complaint::demand::NewDemand;
use crate::database::row::{read_at, read_sum, read_word};
use crate::database::value::{day_opt, read_day_opt, text, text_opt, time};
use crate::error::Result;
use crate::journal::row_image::Columns;
use crate::person::card::read_card_of;
use complaint::{Channel, ComplaintFields, Kind, Matter, PersonId, Regime};
use rusqlite::Row;
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
    let matter = &fields.matter;
    vec![
        ("kind", text(matter.kind.word())),
        ("regime", text(matter.regime.word())),
        ("channel", text(matter.channel.word())),
        ("received_at", text(time(fields.received_at))),
        (
            "backdating_reason",
            text_opt(fields.backdating_reason.clone()),
        ),
        ("subject", text(matter.subject.clone())),
        ("body", text(fields.text.clone())),
        ("order_ref", text(matter.order.clone())),
        ("their_number", text(matter.their_number.clone())),
        ("their_date", day_opt(matter.their_date)),
        (
            "price",
            matter
                .price
                .map_or(Value::Null, |p| Value::Integer(p.kopecks())),
        ),
    ]
}

/// The fields in a row of `complaint.sql`, which has the complainant's card beside them.
pub(crate) fn complaint_fields(row: &Row<'_>) -> Result<ComplaintFields> {
    Ok(ComplaintFields {
        matter: Matter {
            kind: read_word(row, "complaint_kind", Kind::from_word)?,
            regime: read_word(row, "regime", Regime::from_word)?,
            channel: read_word(row, "channel", Channel::from_word)?,
            their_number: row.get("their_number")?,
            their_date: read_day_opt(row.get("their_date")?)?,
            complainant: read_card_of(row, "person_kind")?,
            subject: row.get("subject")?,
            order: row.get("order_ref")?,
            price: read_sum(row.get("price")?)?,
        },
        received_at: read_at(row, "received_at")?,
        backdating_reason: row.get("backdating_reason")?,
        text: row.get("body")?,
    })
}

/// Columns of a complaint that a letter shows something of.
pub(crate) const COLUMNS_IN_LETTERS: &[&str] = &[
    "kind",
    "regime",
    "channel",
    "received_at",
    "person",
    "subject",
    "order_ref",
    "their_number",
    "their_date",
    "price",
];
