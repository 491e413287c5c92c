//! Reading letters and their approvals from rows.

use crate::database::row::{read_actor, read_at, read_id, read_variant, rows_of};
use crate::database::value::{blob, read_day_opt, read_time_opt, variant};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::letter::fields::Letter;
use crate::register::Register;
use complaint::{
    Actor, Approval, ApprovalId, ApprovalState, Channel, ComplaintId, IssuedFacts, Language,
    LetterId, LetterKind, LetterState, LetterSummary, Sending, VoidReason,
};
use rusqlite::{Connection, Row};
use uuid::Uuid;

pub(crate) fn state_str(state: LetterState) -> &'static str {
    match state {
        LetterState::Draft => "draft",
        LetterState::Issued => "issued",
        LetterState::Superseded => "superseded",
    }
}

fn letter_state(word: &str) -> Option<LetterState> {
    [
        LetterState::Draft,
        LetterState::Issued,
        LetterState::Superseded,
    ]
    .into_iter()
    .find(|state| state_str(*state) == word)
}

/// The submission in a row, if the letter has one.
pub(crate) fn read_approval(row: &Row<'_>) -> Result<Option<Approval>> {
    let Some(id) = row.get::<_, Option<[u8; 16]>>("approval_id")? else {
        return Ok(None);
    };
    let why: Option<String> = row.get("void_why")?;
    Ok(Some(Approval {
        id: ApprovalId(Uuid::from_bytes(id)),
        state: read_variant(row, "approval_state", ApprovalState::parse)?,
        asked_at: read_at(row, "asked_at")?,
        asked_by: Actor(row.get("asked_by")?),
        note: row.get("note")?,
        told_at: read_time_opt(row.get("told_at")?)?,
        told_by: read_actor(row, "told_by")?,
        remarks: row.get("remarks")?,
        fingerprint: row.get("mark")?,
        void_at: read_time_opt(row.get("void_at")?)?,
        void_by: read_actor(row, "void_by")?,
        void_why: why
            .map(|why| variant(VoidReason::parse, &why))
            .transpose()?,
    }))
}

pub(crate) fn read_letter(row: &Row<'_>) -> Result<LetterSummary> {
    let supersedes: Option<[u8; 16]> = row.get("supersedes")?;
    let number: Option<String> = row.get("number")?;
    let sent: Option<String> = row.get("sent_channel")?;
    let kind = read_variant(row, "kind", LetterKind::parse)?;
    let state = read_variant(row, "state", letter_state)?;
    Ok(LetterSummary {
        id: LetterId(read_id(row, "id")?),
        kind,
        language: read_variant(row, "language", Language::parse)?,
        state,
        heading: row.get("heading")?,
        changed_at: read_at(row, "changed_at")?,
        issued: number
            .map(|number| {
                Ok::<_, RegisterError>(IssuedFacts {
                    number,
                    at: read_at(row, "issued_at")?,
                    sha256: row.get("sha256")?,
                    pages: row.get("pages")?,
                })
            })
            .transpose()?,
        supersedes: supersedes.map(|bytes| LetterId(Uuid::from_bytes(bytes))),
        promised: read_day_opt(row.get("promised")?)?,
        sending: Sending::of(kind, state, sent.is_some()),
        sent: sent
            .map(|channel| {
                Ok::<_, RegisterError>((
                    variant(Channel::parse, &channel)?,
                    read_at(row, "sent_at")?,
                ))
            })
            .transpose()?,
        approval: read_approval(row)?,
    })
}

/// The letters of a complaint, the one begun first in front.
pub(crate) fn letters_of(conn: &Connection, serial: i64) -> Result<Vec<LetterSummary>> {
    rows_of(conn, include_str!("letters.sql"), serial, read_letter)
}

pub(crate) fn letter_by_id(conn: &Connection, id: LetterId) -> Result<Letter> {
    let mut statement = conn.prepare_cached(include_str!("letter_by_id.sql"))?;
    let mut rows = statement.query([blob(id.0)])?;
    let row = rows.next()?.ok_or(RegisterError::NotFound("letter"))?;
    Ok(Letter {
        summary: read_letter(row)?,
        complaint: ComplaintId(read_id(row, "complaint_id")?),
        content: serde_json::from_str(row.get_ref("content")?.as_str().unwrap_or_default())?,
        answered_at: read_time_opt(row.get("answered_at")?)?,
    })
}

impl Register {
    /// One letter with its text.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn letter(&self, id: LetterId) -> Result<Letter> {
        letter_by_id(&self.reader(), id)
    }
}

impl Change<'_> {
    /// One letter with its text, with what this change wrote of it.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn letter(&self, id: LetterId) -> Result<Letter> {
        letter_by_id(self.tx, id)
    }
}

/// The letter, if it is in the state it must be in.
pub(crate) fn letter_in_state(
    change: &Change<'_>,
    id: LetterId,
    state: LetterState,
) -> Result<Letter> {
    let letter = letter_by_id(change.tx, id)?;
    match (letter.summary.state == state, state) {
        (true, _) => Ok(letter),
        (false, LetterState::Draft) => Err(RegisterError::Frozen),
        (false, _) => Err(RegisterError::NotIssued),
    }
}
