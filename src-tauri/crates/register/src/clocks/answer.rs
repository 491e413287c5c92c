//! The term of an answer to a complaint that demands nothing. While a demand
//! is named, its own term takes the place of this one.

use super::follow::{Facts, end_columns};
use super::{NewClock, NewEnding, insert, remove};
use crate::error::Result;
use crate::image::Table;
use crate::listing::asks_answer;
use crate::register::Register;
use crate::text::{read_time, text, word};
use crate::values::By;
use crate::work::Work;
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{Actor, CaseClock, ClockEnd, ClockKind, ClockStart, ComplaintId, Kind, Regime};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use uuid::Uuid;

/// A complaint that demands nothing, as far as the law asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undemanding {
    /// What sort of message it is.
    pub kind: Kind,
    /// The body of rules that applies.
    pub regime: Regime,
    /// The day it was received.
    pub received: NaiveDate,
}

/// The term that a rule gives for answering it, from its receipt on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerTerm {
    /// How many units.
    pub count: u32,
    /// Of what.
    pub unit: String,
    /// Act and article.
    pub citation: String,
}

/// Says what the law asks, or nothing where it names no term.
pub type AnswerLaw = dyn Fn(&Undemanding) -> Option<AnswerTerm> + Send + Sync;

/// An open case without demands, with the clock of its answer, if it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenAnswer {
    /// The complaint.
    pub complaint: ComplaintId,
    /// Its number.
    pub number: String,
    /// Its subject.
    pub subject: String,
    /// What the law asks by.
    pub about: Undemanding,
    /// The clock.
    pub clock: Option<CaseClock>,
}

/// What the facts want of the clock.
enum Wanted {
    /// Nobody said what the law asks, so what is there stays.
    Unknown,
    Nothing,
    Term(AnswerTerm),
}

fn wanted(work: &Work<'_>, facts: &Facts) -> Wanted {
    if !facts.demands.is_empty() || !asks_answer(facts.about.kind) {
        return Wanted::Nothing;
    }
    let known = work.answer.clone();
    match known.or_else(|| work.answers.map(|law| law(&facts.about))) {
        None => Wanted::Unknown,
        Some(None) => Wanted::Nothing,
        Some(Some(term)) => Wanted::Term(term),
    }
}

/// The answer ends it, or the end of the case without one.
fn ending(facts: &Facts) -> Option<NewEnding> {
    facts.answered().or_else(|| {
        facts.closed.map(|on| NewEnding {
            how: ClockEnd::Void,
            on,
            why: String::new(),
            proof: None,
        })
    })
}

/// Brings the clock up to the facts.
pub(super) fn settle(
    work: &mut Work<'_>,
    serial: i64,
    kept: Option<&CaseClock>,
    facts: &Facts,
) -> Result<()> {
    let end = ending(facts);
    match (wanted(work, facts), kept) {
        (Wanted::Nothing, Some(row)) => remove(work, serial, row.id),
        (Wanted::Nothing | Wanted::Unknown, None) => Ok(()),
        (Wanted::Unknown, Some(row)) => {
            work.update(Table::Clock, row.id.0, end_columns(row, end.as_ref()))?;
            Ok(())
        }
        (Wanted::Term(term), Some(row)) => {
            let mut columns = vec![
                ("start_on", text(facts.about.received.to_string())),
                ("count", rusqlite::types::Value::Integer(term.count.into())),
                ("unit", text(term.unit)),
                ("citation", text(term.citation)),
            ];
            columns.extend(end_columns(row, end.as_ref()));
            work.update(Table::Clock, row.id.0, columns)?;
            Ok(())
        }
        (Wanted::Term(term), None) => {
            let new = NewClock {
                kind: ClockKind::Answer,
                title: String::new(),
                ours: true,
                start: ClockStart::Received,
                start_ref: None,
                start_on: facts.about.received,
                count: Some(term.count),
                unit: Some(term.unit),
                day: None,
                citation: term.citation,
                note: String::new(),
            };
            insert(work, serial, None, true, &new, end.as_ref())?;
            Ok(())
        }
    }
}

const OPEN: &str = include_str!("../sql/answers_open.sql");
/// The fact that says that open cases without demands have their clocks.
const SETTLED: &str = "answers";

impl Register {
    /// Says what the law asks of complaints that demand nothing, and gives the
    /// open ones their clocks where records are older than these.
    ///
    /// # Errors
    /// Those of the database.
    pub fn answer_with(&self, law: Box<AnswerLaw>, now: DateTime<FixedOffset>) -> Result<()> {
        // A second law would be a mistake of the host; the first stands.
        let _ = self.answers.set(law);
        let known = |conn: &Connection| -> Result<bool> {
            Ok(conn
                .prepare_cached(include_str!("../sql/fact_read.sql"))?
                .query_row([SETTLED], |_| Ok(()))
                .optional()?
                .is_some())
        };
        if known(&self.reader())? {
            return Ok(());
        }
        let mut conn = self.writer();
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let serials: Vec<i64> = tx
            .prepare(OPEN)?
            .query_map([], |row| row.get("serial"))?
            .collect::<rusqlite::Result<_>>()?;
        let by = By {
            actor: Actor::named(""),
            now,
        };
        for serial in serials {
            let mut work = Work::unremembered(&tx, &by).counting(self);
            super::follow::settle(&mut work, serial)?;
            crate::listing::refresh(&tx, serial)?;
        }
        tx.prepare_cached(include_str!("../sql/fact_write.sql"))?
            .execute(params![SETTLED, "1"])?;
        tx.commit()?;
        Ok(())
    }

    /// The open cases without demands, oldest first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn open_answers(&self) -> Result<Vec<OpenAnswer>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(OPEN)?;
        let mut rows = statement.query([])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let clocks = super::clocks(&conn, row.get("serial")?)?;
            let of = |column: &str| row.get::<_, String>(column);
            out.push(OpenAnswer {
                complaint: ComplaintId(Uuid::from_bytes(row.get("id")?)),
                number: row.get("number")?,
                subject: row.get("subject")?,
                about: Undemanding {
                    kind: word(Kind::from_word, &of("kind")?)?,
                    regime: word(Regime::from_word, &of("regime")?)?,
                    received: read_time(&of("received_at")?)?.date_naive(),
                },
                clock: clocks
                    .into_iter()
                    .find(|clock| clock.kind == ClockKind::Answer),
            });
        }
        Ok(out)
    }
}
