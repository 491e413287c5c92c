//! Cases as whoever erases must see them: how long they have been closed, and what keeps them.

use crate::database::row::{read_at, read_id, read_variant};
use crate::database::value::{blob, read_time_opt, text};
use crate::error::Result;
use crate::journal::change::Change;
use crate::legal_hold::order::holds_of;
use crate::person::card::cards_with_alike;
use crate::register::Register;
use chrono::{DateTime, FixedOffset};
use complaint::{ComplaintId, DocumentId, Kind, LegalHold, PersonId};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};

const CASES: &str = include_str!("kept_cases.sql");

/// A case with what says whether it may go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptCase {
    pub id: ComplaintId,
    pub number: String,
    pub kind: Kind,
    /// The complainant's name; empty when anonymous.
    pub name: String,
    pub subject: String,
    pub received_at: DateTime<FixedOffset>,
    pub closed_at: Option<DateTime<FixedOffset>>,
    pub trashed_at: Option<DateTime<FixedOffset>>,
    /// Why it was thrown away though an act has it kept, where somebody said so.
    pub trash_reason: Option<String>,
    /// Whether a term still runs in it, closed or not.
    pub owes: bool,
    /// Letters issued on it.
    pub letters: u64,
    /// Whether another form of an answer went out.
    pub answered_by_form: bool,
    /// Those in the trash among them.
    pub documents: u64,
    /// Orders to keep it, lifted ones too.
    pub holds: Vec<LegalHold>,
}

impl KeptCase {
    /// Whether it was thrown away before anything went out, and before it was closed.
    pub fn is_nobodys_record(&self) -> bool {
        let was_answered = self.letters > 0 || self.answered_by_form;
        self.trashed_at.is_some() && self.closed_at.is_none() && !was_answered
    }

    /// The order that keeps it on a day.
    pub fn held(&self, today: chrono::NaiveDate) -> Option<&LegalHold> {
        self.holds.iter().find(|hold| hold.binds(today))
    }
}

fn cases(conn: &Connection, which: &str, values: Vec<Value>) -> Result<Vec<KeptCase>> {
    let mut statement = conn.prepare_cached(&format!("{CASES} {which}"))?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(KeptCase {
            id: ComplaintId(read_id(row, "id")?),
            number: row.get("number")?,
            kind: read_variant(row, "kind", Kind::parse)?,
            name: row.get("name")?,
            subject: row.get("subject")?,
            received_at: read_at(row, "received_at")?,
            closed_at: read_time_opt(row.get("closed_at")?)?,
            trashed_at: read_time_opt(row.get("trashed_at")?)?,
            trash_reason: row.get("trash_reason")?,
            owes: row.get("owes")?,
            letters: row.get::<_, i64>("letters")?.unsigned_abs(),
            answered_by_form: row.get("answered_by_form")?,
            documents: row.get::<_, i64>("documents")?.unsigned_abs(),
            holds: holds_of(conn, row.get("serial")?)?,
        });
    }
    Ok(out)
}

/// Cases in the order of their numbers that were closed before a year began and are not in the trash.
fn closed_before(conn: &Connection, kind: Kind, year: i32, most: u32) -> Result<Vec<KeptCase>> {
    let which = "WHERE c.closed_at IS NOT NULL AND c.kind = ?1 AND c.closed_at < ?2 AND c.trashed_at IS NULL
        ORDER BY c.counted, c.serial LIMIT ?3";
    let values = vec![text(kind.as_str()), text(format!("{year:04}")), most.into()];
    cases(conn, which, values)
}

fn trashed(conn: &Connection) -> Result<Vec<KeptCase>> {
    let which = "WHERE c.trashed_at IS NOT NULL ORDER BY c.trashed_at, c.serial";
    cases(conn, which, Vec::new())
}

fn of_person(conn: &Connection, person: PersonId) -> Result<Vec<KeptCase>> {
    let mut found = Vec::new();
    for card in cards_with_alike(conn, person)? {
        let which = "WHERE p.id = ?1 ORDER BY c.counted, c.serial";
        found.extend(cases(conn, which, vec![blob(card.0)])?);
    }
    complaint::order::by_key(&mut found, |case| (case.received_at, case.id));
    Ok(found)
}

impl Register {
    /// Closed cases of a kind that were closed before the first day of a year and don't lie in the
    /// trash, at most `most`, in the order of their numbers.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn cases_closed_before(&self, kind: Kind, year: i32, most: u32) -> Result<Vec<KeptCase>> {
        closed_before(&self.reader(), kind, year, most)
    }

    /// The cases in the trash, the earliest put there first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn cases_trashed(&self) -> Result<Vec<KeptCase>> {
        trashed(&self.reader())
    }

    /// The cases of a complainant on every card of theirs: of the same name, and with an e-mail or a
    /// telephone in common; the earliest first.
    ///
    /// # Errors
    /// [`crate::RegisterError::NotFound`].
    pub fn cases_of_person(&self, person: PersonId) -> Result<Vec<KeptCase>> {
        of_person(&self.reader(), person)
    }
}

impl Change<'_> {
    /// As [`Register::cases_of_person`], with what this change wrote.
    ///
    /// # Errors
    /// [`crate::RegisterError::NotFound`].
    pub fn cases_of_person(&self, person: PersonId) -> Result<Vec<KeptCase>> {
        of_person(self.tx, person)
    }

    /// When a document was put into the trash; none where it does not lie there.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn document_trashed_at(&self, id: DocumentId) -> Result<Option<DateTime<FixedOffset>>> {
        let at: Option<Option<String>> = self
            .tx
            .prepare_cached("SELECT trashed_at FROM document WHERE id = ?1")?
            .query_row([blob(id.0)], |row| row.get(0))
            .optional()?;
        read_time_opt(at.flatten())
    }

    /// One case as whoever erases it must see it.
    ///
    /// # Errors
    /// [`crate::RegisterError::NotFound`].
    pub fn kept_case(&self, id: ComplaintId) -> Result<KeptCase> {
        cases(self.tx, "WHERE c.id = ?1", vec![blob(id.0)])?
            .pop()
            .ok_or(crate::error::RegisterError::NotFound("complaint"))
    }
}
