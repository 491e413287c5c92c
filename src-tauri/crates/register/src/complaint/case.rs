//! Reading one case whole.

use crate::allegation::row::allegations_of;
use crate::clock::row::{clocks_of, pauses_of};
use crate::complaint::demand::read_demand;
use crate::complaint::fields::complaint_fields;
use crate::database::row::{read_at, read_id, rows_of, serial_of};
use crate::database::value::{read_day_number, read_time_opt, variant};
use crate::diary::entry::diary_of;
use crate::diary::note::notes_of;
use crate::document::fields::documents_of;
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::legal_hold::order::holds_of;
use crate::letter::row::letters_of;
use crate::list::summary::summary_of;
use crate::procedure::kept::procedure_of;
use crate::register::Register;
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{
    CaseClock, CaseContents, CaseProcedure, ClockKind, ClockPause, Complaint, ComplaintId, Demand,
    LegalHold, NextStep, NoAnswerReason, PersonId, Status,
};
use rusqlite::{Connection, Row};

/// Everything kept on one complaint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub contents: CaseContents,
    /// By the order they were named in, each with its decision.
    pub demands: Vec<Demand>,
    /// Follows from the facts; nobody sets it.
    pub next_step: NextStep,
    /// The clocks kept beside the terms of the demands, in the order they were started.
    pub clocks: Vec<CaseClock>,
    /// The stretches in which clocks and terms stood still.
    pub pauses: Vec<ClockPause>,
    /// The last day of the nearest open clock that binds the office.
    pub next_due: Option<NaiveDate>,
    /// The nearest safe last day of an open clock.
    pub next_due_safe: Option<NaiveDate>,
    pub next_due_kind: Option<ClockKind>,
    /// The date the latest interim reply promised, while the final answer is out.
    pub promised: Option<NaiveDate>,
    /// When the receipt was confirmed otherwise than by a letter.
    pub acknowledged_at: Option<DateTime<FixedOffset>>,
    /// Orders to keep it, the earliest first, lifted ones too.
    pub holds: Vec<LegalHold>,
    /// What its steps follow from, and what was said of them.
    pub procedure: CaseProcedure,
}

fn read_complaint(row: &Row<'_>, status: Status) -> Result<Complaint> {
    let reason: Option<String> = row.get("no_answer")?;
    Ok(Complaint {
        id: ComplaintId(read_id(row, "complaint_id")?),
        number: row.get("number")?,
        fields: complaint_fields(row)?,
        recorded_at: read_at(row, "recorded_at")?,
        person_id: PersonId(read_id(row, "person_id")?),
        status,
        no_answer: reason
            .map(|reason| {
                let words: Option<String> = row.get("no_answer_words")?;
                Ok::<_, RegisterError>((
                    variant(NoAnswerReason::parse, &reason)?,
                    words.unwrap_or_default(),
                ))
            })
            .transpose()?,
        closed_at: read_time_opt(row.get("closed_at")?)?,
        trashed_at: read_time_opt(row.get("trashed_at")?)?,
        version: row.get("version")?,
    })
}

fn case_of(conn: &Connection, serial: i64) -> Result<Case> {
    let listed = summary_of(conn, serial)?;
    let mut statement = conn.prepare_cached(include_str!("complaint.sql"))?;
    let mut rows = statement.query([serial])?;
    let row = rows.next()?.ok_or(RegisterError::NotFound("complaint"))?;
    let acknowledged_at = read_time_opt(row.get("acknowledged_at")?)?;
    let complaint = read_complaint(row, listed.status)?;
    let (documents, trashed_documents) = documents_of(conn, serial)?;
    Ok(Case {
        contents: CaseContents {
            complaint,
            documents,
            trashed_documents,
            allegations: allegations_of(conn, serial)?,
            diary: diary_of(conn, serial)?,
            notes: notes_of(conn, serial)?,
            letters: letters_of(conn, serial)?,
            question_open: listed.facts.question_open,
        },
        demands: rows_of(conn, include_str!("demands.sql"), serial, read_demand)?,
        next_step: listed.step,
        clocks: clocks_of(conn, serial)?,
        pauses: pauses_of(conn, serial)?,
        next_due: read_day_number(listed.due),
        next_due_kind: listed.lead,
        next_due_safe: read_day_number(listed.safe),
        promised: read_day_number(listed.promised),
        acknowledged_at,
        holds: holds_of(conn, serial)?,
        procedure: procedure_of(conn, serial, listed.facts)?,
    })
}

impl Register {
    /// Everything kept on one complaint, in the trash or not.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn case(&self, id: ComplaintId) -> Result<Case> {
        let mut conn = self.reader();
        let tx = conn.transaction()?;
        let serial = serial_of(&tx, id)?;
        case_of(&tx, serial)
    }
}

impl Change<'_> {
    /// Everything kept on one complaint, with what this change wrote so far.
    /// Status, next step, clocks and the version follow when the change is
    /// made, and are those of before it.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn case(&self, id: ComplaintId) -> Result<Case> {
        let serial = serial_of(self.tx, id)?;
        case_of(self.tx, serial)
    }
}
