//! The fields of a complaint that an office writes.

use crate::complaint::demand::NewDemand;
use crate::database::value::{day_opt, text, text_opt, time};
use crate::journal::row_image::Columns;
use crate::person::card::PersonRef;
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{Channel, Complaint, Kind, Money, Regime};
use rusqlite::types::Value;

/// The fields of a complaint that an office writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComplaintFields {
    /// What sort of message it is.
    pub kind: Kind,
    /// The body of rules that applies.
    pub regime: Regime,
    /// The way it came in.
    pub channel: Channel,
    /// When it reached the office.
    pub received_at: DateTime<FixedOffset>,
    /// Why it was recorded on a later day than it was received.
    pub backdating_reason: Option<String>,
    /// What it is about, one line.
    pub subject: String,
    /// The complainant's words, verbatim; never edited by the program.
    pub text: String,
    /// The number of an order, contract, receipt or booking, as it was given.
    pub order: String,
    /// The complainant's own number of their letter.
    pub their_number: String,
    /// The date on the complainant's letter.
    pub their_date: Option<NaiveDate>,
    /// Price of the goods or service in dispute.
    pub price: Option<Money>,
}

impl From<&Complaint> for ComplaintFields {
    fn from(kept: &Complaint) -> Self {
        Self {
            kind: kept.kind,
            regime: kept.regime,
            channel: kept.channel,
            received_at: kept.received_at,
            backdating_reason: kept.backdating_reason.clone(),
            subject: kept.subject.clone(),
            text: kept.text.clone(),
            order: kept.order.clone(),
            their_number: kept.their_number.clone(),
            their_date: kept.their_date,
            price: kept.price,
        }
    }
}

/// A complaint to be written into the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewComplaint {
    /// What can be put right later.
    pub fields: ComplaintFields,
    /// Whose complaint it is.
    pub person: PersonRef,
    /// What is asked, in order.
    pub demands: Vec<NewDemand>,
}

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
