//! The registration log: what came in and what went out between two days,
//! in the order of the numbers, for printing.

use crate::database::value::{at_place, read_day_opt, read_time, read_time_opt, variant};
use crate::dispatch::row::dispatches_of;
use crate::error::Result;
use crate::letter::row::state_str;
use crate::register::Register;
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{
    Channel, Dispatch, Kind, LetterId, LetterKind, LetterState, NoAnswerReason, Status,
};
use rusqlite::params;
use uuid::Uuid;

/// A line of the log of what came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncomingRow {
    pub number: String,
    /// When it reached the office.
    pub received_at: DateTime<FixedOffset>,
    /// When it was written into the register.
    pub recorded_at: DateTime<FixedOffset>,
    /// What sort of message it is.
    pub kind: Kind,
    /// The way it came in.
    pub channel: Channel,
    /// The complainant's name as the card has it now; empty when anonymous.
    pub name: String,
    /// What it is about, in one line.
    pub subject: String,
    /// Where it stands at the time of asking.
    pub status: Status,
    /// The legal last day of the answer, given or not; what was promised besides has days of its own.
    pub answer_by: Option<NaiveDate>,
    /// When the case was closed, answered or not.
    pub closed_at: Option<DateTime<FixedOffset>>,
    /// Why no answer was due.
    pub no_answer: Option<NoAnswerReason>,
    /// Letters issued on it, the earliest first.
    pub letters: Vec<LoggedLetter>,
}

/// A number that was given and whose complaint the log can't show: it leaves no gap unexplained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoneRow {
    pub number: String,
    /// When the complaint was written into the register.
    pub recorded_at: DateTime<FixedOffset>,
    /// When it reached the office; erased with it, so none where it is erased and not in the trash.
    pub received_at: Option<DateTime<FixedOffset>>,
    /// Since when it lies in the trash, or when it was erased.
    pub since: DateTime<FixedOffset>,
}

/// An outgoing number of which the log can say no more than that it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoneLetter {
    pub number: String,
    pub issued_at: DateTime<FixedOffset>,
    /// Since when its case lies in the trash, or when it was erased.
    pub since: DateTime<FixedOffset>,
    pub erased: bool,
}

/// A letter as the line of its complaint names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedLetter {
    /// Outgoing number, by the office's pattern.
    pub number: String,
    /// When it was issued.
    pub at: DateTime<FixedOffset>,
    pub kind: LetterKind,
}

/// A line of the log of what went out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutgoingRow {
    /// The issued letter or paper.
    pub letter: LetterId,
    pub number: String,
    /// When it was issued.
    pub at: DateTime<FixedOffset>,
    pub kind: LetterKind,
    /// Whether a later letter replaces it.
    pub superseded: bool,
    /// As the letter itself bears it.
    pub heading: String,
    /// Pages of its PDF, without enclosures.
    pub pages: u32,
    /// The number of the complaint it answers.
    pub complaint: String,
    /// The complainant's name as the card has it now; empty when anonymous. Whom the letter itself is for its
    /// content tells.
    pub name: String,
    /// Its text, as the letter room wrote it.
    pub content: serde_json::Value,
    /// Each time it left the office.
    pub dispatches: Vec<Dispatch>,
}

impl Register {
    /// Complaints that reached the office between two days, both included, at
    /// most `limit`.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn incoming_log(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        limit: u32,
    ) -> Result<Vec<IncomingRow>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("incoming_log.sql"))?;
        let mut rows = statement.query(params![from.to_string(), to.to_string(), limit])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let mut letters = Vec::new();
            let mut answers = conn.prepare_cached(include_str!("incoming_log_letters.sql"))?;
            let mut found = answers.query([row.get::<_, i64>("serial")?])?;
            while let Some(letter) = found.next()? {
                letters.push(LoggedLetter {
                    number: letter.get("number")?,
                    at: read_time(&letter.get::<_, String>("issued_at")?)?,
                    kind: variant(LetterKind::parse, &letter.get::<_, String>("kind")?)?,
                });
            }
            let reason: Option<String> = row.get("no_answer")?;
            out.push(IncomingRow {
                number: row.get("number")?,
                received_at: read_time(&row.get::<_, String>("received_at")?)?,
                recorded_at: read_time(&row.get::<_, String>("recorded_at")?)?,
                kind: variant(Kind::parse, &row.get::<_, String>("kind")?)?,
                channel: variant(Channel::parse, &row.get::<_, String>("channel")?)?,
                name: row.get("name")?,
                subject: row.get("subject")?,
                status: at_place(Status::ALL, row.get("status")?)?,
                answer_by: read_day_opt(row.get("answer_by")?)?,
                closed_at: read_time_opt(row.get("closed_at")?)?,
                no_answer: reason
                    .map(|reason| variant(NoAnswerReason::parse, &reason))
                    .transpose()?,
                letters,
            });
        }
        Ok(out)
    }

    /// Numbers of erased complaints that were recorded between two days, and of those in the trash that
    /// were received between them, both included, at most `limit`.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn gone_log(&self, from: NaiveDate, to: NaiveDate, limit: u32) -> Result<Vec<GoneRow>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("gone_log.sql"))?;
        let mut rows = statement.query(params![from.to_string(), to.to_string(), limit])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(GoneRow {
                number: row.get("number")?,
                recorded_at: read_time(&row.get::<_, String>("recorded_at")?)?,
                received_at: read_time_opt(row.get("received_at")?)?,
                since: read_time(&row.get::<_, String>("since")?)?,
            });
        }
        Ok(out)
    }

    /// Numbers of letters that were issued between two days, both included, and whose cases are erased or
    /// lie in the trash, at most `limit`.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn gone_letters(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        limit: u32,
    ) -> Result<Vec<GoneLetter>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("gone_letters.sql"))?;
        let mut rows = statement.query(params![from.to_string(), to.to_string(), limit])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(GoneLetter {
                number: row.get("number")?,
                issued_at: read_time(&row.get::<_, String>("issued_at")?)?,
                since: read_time(&row.get::<_, String>("since")?)?,
                erased: row.get("erased")?,
            });
        }
        Ok(out)
    }

    /// Letters issued between two days, both included, at most `limit`.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn outgoing_log(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        limit: u32,
    ) -> Result<Vec<OutgoingRow>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("outgoing_log.sql"))?;
        let mut rows = statement.query(params![from.to_string(), to.to_string(), limit])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let letter = LetterId(Uuid::from_bytes(row.get("id")?));
            out.push(OutgoingRow {
                letter,
                number: row.get("number")?,
                at: read_time(&row.get::<_, String>("issued_at")?)?,
                kind: variant(LetterKind::parse, &row.get::<_, String>("kind")?)?,
                superseded: row.get::<_, String>("state")? == state_str(LetterState::Superseded),
                heading: row.get("heading")?,
                pages: row.get("pages")?,
                complaint: row.get("complaint_number")?,
                name: row.get("name")?,
                content: serde_json::from_str(
                    row.get_ref("content")?.as_str().unwrap_or_default(),
                )?,
                dispatches: dispatches_of(&conn, letter)?,
            });
        }
        Ok(out)
    }
}
