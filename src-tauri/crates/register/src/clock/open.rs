//! The running clocks of open cases, and of closed ones that still owe something.

use crate::clock::fields::OpenClock;
use crate::clock::row::{clocks_of, read_clock, stretches};
use crate::clock::term::WithoutDemands;
use crate::database::value::{read_time, variant};
use crate::error::Result;
use crate::list::facts::obligations;
use crate::register::Register;
use complaint::{CaseClock, ClockKind, ComplaintId, Kind, NamedCase, Regime};
use uuid::Uuid;

/// An open case without demands, with the clock of its answer, if it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenAnswer {
    pub case: NamedCase,
    /// What the law asks by.
    pub about: WithoutDemands,
    /// The clock of its answer, if the law gave it one.
    pub clock: Option<CaseClock>,
}

pub(crate) const ANSWERS_OPEN: &str = include_str!("answers_open.sql");

pub(crate) const BACKLOG: &str = include_str!("clocks_backlog.sql");

impl Register {
    /// The running clocks besides the terms of demands of all open cases, and what is still owed in
    /// closed ones; oldest case first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn open_clocks(&self) -> Result<Vec<OpenClock>> {
        self.clocks_listed(include_str!("clocks_open.sql"))
    }

    /// Those of the running clocks that are counted over the calendar or from a named day.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn counted_clocks(&self) -> Result<Vec<OpenClock>> {
        self.clocks_listed(include_str!("clocks_counted.sql"))
    }

    fn clocks_listed(&self, sql: &str) -> Result<Vec<OpenClock>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(&sql.replace("{obligation}", &obligations()))?;
        let mut rows = statement.query([])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let clock = read_clock(row)?;
            out.push(OpenClock {
                pauses: stretches(&conn, include_str!("clock_stretches.sql"), clock.id.0)?,
                case: NamedCase {
                    complaint: ComplaintId(Uuid::from_bytes(row.get("complaint_id")?)),
                    number: row.get("number")?,
                    subject: row.get("subject")?,
                },
                clock,
            });
        }
        Ok(out)
    }

    /// The open cases without demands, oldest first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn open_answers(&self) -> Result<Vec<OpenAnswer>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(ANSWERS_OPEN)?;
        let mut rows = statement.query([])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let clocks = clocks_of(&conn, row.get("serial")?)?;
            // What the office chose stands, whatever the rules say.
            if clocks.iter().any(CaseClock::governs_answer) {
                continue;
            }
            let of = |column: &str| row.get::<_, String>(column);
            out.push(OpenAnswer {
                case: NamedCase {
                    complaint: ComplaintId(Uuid::from_bytes(row.get("id")?)),
                    number: row.get("number")?,
                    subject: row.get("subject")?,
                },
                about: WithoutDemands {
                    kind: variant(Kind::parse, &of("kind")?)?,
                    regime: variant(Regime::parse, &of("regime")?)?,
                    received: read_time(&of("received_at")?)?.date_naive(),
                },
                clock: clocks.into_iter().find(|clock| {
                    clock.fields.kind == ClockKind::Answer && !clock.is_chosen_answer()
                }),
            });
        }
        Ok(out)
    }
}
