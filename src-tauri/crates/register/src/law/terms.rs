//! The terms of the demands of open cases.

use crate::clock::row::stretches;
use crate::clock::term::Due;
use crate::database::value::{read_day, read_day_opt, variant};
use crate::error::Result;
use crate::register::Register;
use chrono::NaiveDate;
use complaint::{ComplaintId, DemandId, DemandKind, NamedCase, Regime};
use uuid::Uuid;

/// A demand of an open case with the term it was counted to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTerm {
    pub case: NamedCase,
    /// The body of rules that its terms are counted by.
    pub regime: Regime,
    pub demand: DemandId,
    /// Decides, with the regime, which rule gives the term.
    pub kind: DemandKind,
    pub made_on: NaiveDate,
    /// What it was counted to.
    pub due: Due,
    /// Whether the term still runs: the final answer hasn't left the office yet, and
    /// nobody has ended it.
    pub runs: bool,
    /// The stretches in which it stood still.
    pub pauses: Vec<(NaiveDate, Option<NaiveDate>)>,
}

impl Register {
    /// The demands of all open cases with the terms they were counted to, oldest case first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn open_terms(&self) -> Result<Vec<OpenTerm>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("terms_open.sql"))?;
        let mut rows = statement.query([])?;
        let mut terms = Vec::new();
        while let Some(row) = rows.next()? {
            terms.push(OpenTerm {
                case: NamedCase {
                    complaint: ComplaintId(Uuid::from_bytes(row.get(0)?)),
                    number: row.get(1)?,
                    subject: row.get(2)?,
                },
                regime: variant(Regime::parse, row.get_ref(3)?.as_str().unwrap_or_default())?,
                demand: DemandId(Uuid::from_bytes(row.get(4)?)),
                kind: variant(
                    DemandKind::parse,
                    row.get_ref(5)?.as_str().unwrap_or_default(),
                )?,
                made_on: read_day(row.get_ref(6)?.as_str().unwrap_or_default())?,
                due: Due {
                    rule: row.get(7)?,
                    legal: read_day_opt(row.get(8)?)?,
                    safe: read_day_opt(row.get(9)?)?,
                },
                runs: row.get(10)?,
                pauses: stretches(
                    &conn,
                    include_str!("term_pauses.sql"),
                    Uuid::from_bytes(row.get(4)?),
                )?,
            });
        }
        Ok(terms)
    }
}
