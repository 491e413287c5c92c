//! A warning before a complaint is written down twice.

use crate::database::value::{email_key, name_key, number_key, phone_key};
use crate::error::Result;
use crate::list::row::complaint_rows;
use crate::register::Register;
use chrono::{DateTime, Duration, FixedOffset};
use complaint::{Complainant, ComplaintRow};
use rusqlite::params;
use russian::stem::search_form;

/// What is known of a complaint before it is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Who complains: compared by name, e-mail and telephone.
    pub person: Complainant,
    /// Order, contract or receipt, compared without punctuation and case.
    pub order: String,
    /// Compared by its words in any form.
    pub subject: String,
    /// The complainant's own number of their letter.
    pub their_number: String,
    /// When it reached the office.
    pub received_at: DateTime<FixedOffset>,
}

/// Why a complaint looks like one that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchedBy {
    /// The same complainant on the same order.
    SameOrder,
    /// The same complainant under the same number of their letter.
    SameNumber,
    /// The same complainant on the same subject.
    SameSubject,
}

/// How many days back a like complaint is looked for.
const DAYS: i64 = 60;

impl Register {
    /// Complaints of the last sixty days that this one may repeat, newest
    /// first: by somebody of the same e-mail, telephone or name, on the same
    /// order, letter number or subject. It is a warning and stops nothing.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn duplicates_of(&self, new: &Candidate) -> Result<Vec<(ComplaintRow, MatchedBy)>> {
        let mut conn = self.reader();
        let tx = conn.transaction()?;
        let since = (new.received_at - Duration::days(DAYS)).timestamp();
        let until = (new.received_at + Duration::days(DAYS)).timestamp();
        let (order, number) = (number_key(&new.order), number_key(&new.their_number));
        let subject = search_form(&new.subject);
        let mut found: Vec<(i64, MatchedBy)> = Vec::new();
        {
            let mut statement = tx.prepare_cached(include_str!("duplicates.sql"))?;
            let mut rows = statement.query(params![
                name_key(&new.person.name),
                email_key(&new.person.email),
                phone_key(&new.person.phone),
                since,
                until
            ])?;
            let same = |a: &str, b: &str| !a.is_empty() && a == b;
            while let Some(row) = rows.next()? {
                let likeness = if same(
                    &order,
                    &number_key(row.get_ref(1)?.as_str().unwrap_or_default()),
                ) {
                    MatchedBy::SameOrder
                } else if same(
                    &number,
                    &number_key(row.get_ref(2)?.as_str().unwrap_or_default()),
                ) {
                    MatchedBy::SameNumber
                } else if same(
                    &subject,
                    &search_form(row.get_ref(3)?.as_str().unwrap_or_default()),
                ) {
                    MatchedBy::SameSubject
                } else {
                    continue;
                };
                found.push((row.get(0)?, likeness));
            }
        }
        let serials: Vec<i64> = found.iter().map(|(serial, _)| *serial).collect();
        let rows = complaint_rows(&tx, &serials)?;
        Ok(rows
            .into_iter()
            .zip(found.into_iter().map(|(_, likeness)| likeness))
            .collect())
    }
}
