//! A complaint as it is written into its row and read from it.

use crate::complaint::demand::NewDemand;
use crate::database::row::{read_at, read_sum, read_variant};
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
    let ComplaintFields {
        matter,
        received_at,
        backdating_reason,
        text: words,
    } = fields;
    let mut columns = matter_columns(matter);
    columns.extend([
        ("received_at", text(time(*received_at))),
        ("backdating_reason", text_opt(backdating_reason.clone())),
        ("body", text(words.clone())),
    ]);
    columns
}

fn matter_columns(matter: &Matter) -> Columns {
    let Matter {
        kind,
        regime,
        channel,
        their_number,
        their_date,
        complainant: _,
        subject,
        order,
        price,
    } = matter;
    let price = price.map_or(Value::Null, |sum| Value::Integer(sum.kopecks()));
    vec![
        ("kind", text(kind.as_str())),
        ("regime", text(regime.as_str())),
        ("channel", text(channel.as_str())),
        ("subject", text(subject.clone())),
        ("order_ref", text(order.clone())),
        ("their_number", text(their_number.clone())),
        ("their_date", day_opt(*their_date)),
        ("price", price),
    ]
}

/// Columns of a complaint that a letter shows something of: its matter, whose card it is, the day of receipt.
pub(crate) fn columns_in_letters() -> Vec<&'static str> {
    let matter = matter_columns(&Matter::default()).into_iter();
    matter
        .map(|(column, _)| column)
        .chain(["person", "received_at"])
        .collect()
}

/// The fields in a row of `complaint.sql`, which has the complainant's card beside them.
pub(crate) fn complaint_fields(row: &Row<'_>) -> Result<ComplaintFields> {
    Ok(ComplaintFields {
        matter: Matter {
            kind: read_variant(row, "complaint_kind", Kind::parse)?,
            regime: read_variant(row, "regime", Regime::parse)?,
            channel: read_variant(row, "channel", Channel::parse)?,
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
