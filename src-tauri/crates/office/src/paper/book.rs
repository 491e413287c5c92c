//! What stands in the printed register: each message that came in, each letter that went out, and the numbers
//! whose case is gone.

use crate::error::Result;
use crate::letter::content::Content;
use crate::office::Office;
use chrono::NaiveDate;
use complaint::{AddressedTo, Channel, Status};
use letter::{Gone, IncomingEntry, OutgoingEntry};

/// The most entries of a part of the printed register.
pub(crate) const BOOK_LIMIT: u32 = 20_000;

/// What came in, in the order of recording, with a line for each number whose complaint is gone.
pub(crate) fn incoming_entries(
    office: &Office,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<IncomingEntry>> {
    let register = office.register();
    let shown = register.incoming_log(from, to, BOOK_LIMIT)?;
    let gone = register.gone_log(from, to, BOOK_LIMIT)?;
    let shown = shown.into_iter().map(|row| (row.recorded_at, came(row)));
    let gone = gone
        .into_iter()
        .map(|row| (row.recorded_at, went_away(row)));
    let mut entries: Vec<_> = shown.chain(gone).collect();
    complaint::order::by_key(&mut entries, |(recorded_at, _)| *recorded_at);
    Ok(entries.into_iter().map(|(_, entry)| entry).collect())
}

/// What went out, in the order of issuing, with a line for each number whose letter is gone.
pub(crate) fn outgoing_entries(
    office: &Office,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<OutgoingEntry>> {
    let register = office.register();
    let shown = register.outgoing_log(from, to, BOOK_LIMIT)?.into_iter();
    let gone = register.gone_letters(from, to, BOOK_LIMIT)?.into_iter();
    let shown = shown.map(|row| (row.at, went(row)));
    let gone = gone.map(|row| (row.issued_at, letter_gone(row)));
    let mut entries: Vec<_> = shown.chain(gone).collect();
    complaint::order::by_key(&mut entries, |(issued_at, _)| *issued_at);
    Ok(entries.into_iter().map(|(_, entry)| entry).collect())
}

fn letter_gone(row: register::GoneLetter) -> OutgoingEntry {
    let since = row.since.date_naive();
    OutgoingEntry {
        number: row.number,
        issued: row.issued_at.date_naive(),
        gone: Some(if row.erased {
            Gone::Erased(since)
        } else {
            Gone::Trashed(since)
        }),
        name: None,
        heading: String::new(),
        complaint: String::new(),
        pages: 0,
        superseded: false,
        dispatches: Vec::new(),
    }
}

fn went_away(row: register::GoneRow) -> IncomingEntry {
    let since = row.since.date_naive();
    IncomingEntry {
        number: row.number,
        received: row.received_at.map(|at| at.date_naive()),
        recorded: row.recorded_at.date_naive(),
        gone: Some(match row.received_at {
            Some(_) => Gone::Trashed(since),
            None => Gone::Erased(since),
        }),
        channel: Channel::Other,
        name: String::new(),
        subject: String::new(),
        due: None,
        letters: Vec::new(),
        no_answer: None,
        status: Status::Closed,
    }
}

fn came(row: register::IncomingRow) -> IncomingEntry {
    IncomingEntry {
        number: row.number,
        received: Some(row.received_at.date_naive()),
        recorded: row.recorded_at.date_naive(),
        gone: None,
        channel: row.channel,
        name: row.name,
        subject: row.subject,
        due: row.answer_by,
        letters: row
            .letters
            .into_iter()
            .map(|l| (l.number, l.at.date_naive()))
            .collect(),
        no_answer: row.no_answer,
        status: row.status,
    }
}

/// Whom a letter that was issued is for: what was sent on to a body stands in the book with that body.
fn addressed_to(row: &register::OutgoingRow) -> Option<String> {
    match row.kind.addressed_to() {
        AddressedTo::Complainant => Some(row.name.clone()),
        AddressedTo::Named => {
            let content: Option<Content> = serde_json::from_value(row.content.clone()).ok();
            let to = content.map(|content| content.choices.writer_words.particulars.recipient);
            Some(to.unwrap_or_default().called())
        }
        AddressedTo::Nobody => None,
    }
}

fn went(row: register::OutgoingRow) -> OutgoingEntry {
    let name = addressed_to(&row);
    OutgoingEntry {
        name,
        number: row.number,
        issued: row.at.date_naive(),
        gone: None,
        heading: row.heading,
        complaint: row.complaint,
        pages: row.pages,
        superseded: row.superseded,
        dispatches: row
            .dispatches
            .iter()
            .map(|d| {
                (
                    d.fields.way,
                    d.fields.sent_at.date_naive(),
                    d.fields.tracking.clone(),
                    d.state(),
                    d.events.last().map(|e| e.fields.on),
                )
            })
            .collect(),
    }
}
