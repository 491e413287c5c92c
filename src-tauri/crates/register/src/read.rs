//! Reading one case whole.

use crate::error::{RegisterError, Result};
use crate::listing;
use crate::person;
use crate::register::Register;
use crate::text::{
    blob, number_key, read_day, read_day_number, read_day_opt, read_time, read_time_opt, word,
};
use crate::typed_number::{TypedNumber, the_one};
use crate::values::{Case, Letter};
use chrono::{DateTime, FixedOffset};
use complaint::{
    Actor, Approval, ApprovalId, ApprovalState, Channel, Complaint, ComplaintId, Demand, DemandId,
    DemandKind, DiaryEntry, DiaryId, Document, DocumentId, InternalNote, IssuedFacts, Kind,
    Language, LetterId, LetterKind, LetterState, LetterSummary, Money, NoAnswerReason, NoteId,
    PersonId, Regime, Side, VoidReason,
};
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

fn id(row: &Row<'_>, column: &str) -> Result<Uuid> {
    Ok(Uuid::from_bytes(row.get(column)?))
}

fn words<T>(row: &Row<'_>, column: &str, read: impl Fn(&str) -> Option<T>) -> Result<T> {
    word(read, row.get_ref(column)?.as_str().unwrap_or_default())
}

fn at(row: &Row<'_>, column: &str) -> Result<DateTime<FixedOffset>> {
    read_time(row.get_ref(column)?.as_str().unwrap_or_default())
}

fn sum(kopecks: Option<i64>) -> Result<Option<Money>> {
    kopecks
        .map(Money::from_kopecks)
        .transpose()
        .map_err(|_| RegisterError::Corrupt("not a sum".into()))
}

/// All rows of a query on one complaint.
fn all<T>(
    conn: &Connection,
    sql: &str,
    serial: i64,
    read: impl Fn(&Row<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([serial])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(read(row)?);
    }
    Ok(out)
}

fn complaint(row: &Row<'_>, status: complaint::Status) -> Result<Complaint> {
    let reason: Option<String> = row.get("no_answer")?;
    Ok(Complaint {
        id: ComplaintId(id(row, "complaint_id")?),
        number: row.get("number")?,
        kind: words(row, "complaint_kind", Kind::from_word)?,
        regime: words(row, "regime", Regime::from_word)?,
        channel: words(row, "channel", Channel::from_word)?,
        received_at: at(row, "received_at")?,
        recorded_at: at(row, "recorded_at")?,
        backdating_reason: row.get("backdating_reason")?,
        person_id: PersonId(id(row, "person_id")?),
        complainant: person::read_of(row, "person_kind")?,
        subject: row.get("subject")?,
        text: row.get("body")?,
        order: row.get("order_ref")?,
        their_number: row.get("their_number")?,
        their_date: read_day_opt(row.get("their_date")?)?,
        price: sum(row.get("price")?)?,
        status,
        no_answer: reason
            .map(|reason| {
                let words: Option<String> = row.get("no_answer_words")?;
                Ok::<_, RegisterError>((
                    word(NoAnswerReason::from_word, &reason)?,
                    words.unwrap_or_default(),
                ))
            })
            .transpose()?,
        closed_at: read_time_opt(row.get("closed_at")?)?,
        trashed_at: read_time_opt(row.get("trashed_at")?)?,
        version: row.get("version")?,
    })
}

pub(crate) fn demand(row: &Row<'_>) -> Result<Demand> {
    let decision: Option<String> = row.get("decision")?;
    Ok(Demand {
        id: DemandId(id(row, "id")?),
        kind: words(row, "kind", DemandKind::from_word)?,
        detail: row.get("detail")?,
        amount: sum(row.get("amount")?)?,
        made_on: read_day(row.get_ref("made_on")?.as_str().unwrap_or_default())?,
        decision: decision.map(|d| serde_json::from_str(&d)).transpose()?,
        rule: row.get("rule")?,
        due_legal: read_day_opt(row.get("due_legal")?)?,
        due_safe: read_day_opt(row.get("due_safe")?)?,
    })
}

pub(crate) fn document(row: &Row<'_>) -> Result<Document> {
    Ok(Document {
        id: DocumentId(id(row, "id")?),
        name: row.get("name")?,
        exhibit: row.get("exhibit")?,
        media_type: row.get("media_type")?,
        bytes: u64::try_from(row.get::<_, i64>("bytes")?).unwrap_or(0),
        sha256: row.get("sha256")?,
        file_time: read_time_opt(row.get("file_time")?)?,
        added_at: at(row, "added_at")?,
        side: words(row, "side", Side::from_word)?,
        source: row.get("source")?,
    })
}

pub(crate) fn state_word(state: LetterState) -> &'static str {
    match state {
        LetterState::Draft => "draft",
        LetterState::Issued => "issued",
        LetterState::Superseded => "superseded",
    }
}

fn state(word: &str) -> Option<LetterState> {
    [
        LetterState::Draft,
        LetterState::Issued,
        LetterState::Superseded,
    ]
    .into_iter()
    .find(|state| state_word(*state) == word)
}

fn actor(row: &Row<'_>, column: &str) -> Result<Option<Actor>> {
    Ok(row.get::<_, Option<String>>(column)?.map(Actor))
}

/// The submission in a row, if the letter has one.
pub(crate) fn approval(row: &Row<'_>) -> Result<Option<Approval>> {
    let Some(id) = row.get::<_, Option<[u8; 16]>>("approval_id")? else {
        return Ok(None);
    };
    let why: Option<String> = row.get("void_why")?;
    Ok(Some(Approval {
        id: ApprovalId(Uuid::from_bytes(id)),
        state: words(row, "approval_state", ApprovalState::from_word)?,
        asked_at: at(row, "asked_at")?,
        asked_by: Actor(row.get("asked_by")?),
        note: row.get("note")?,
        told_at: read_time_opt(row.get("told_at")?)?,
        told_by: actor(row, "told_by")?,
        remarks: row.get("remarks")?,
        mark: row.get("mark")?,
        void_at: read_time_opt(row.get("void_at")?)?,
        void_by: actor(row, "void_by")?,
        void_why: why
            .map(|why| word(VoidReason::from_word, &why))
            .transpose()?,
    }))
}

fn letter(row: &Row<'_>) -> Result<LetterSummary> {
    let supersedes: Option<[u8; 16]> = row.get("supersedes")?;
    let number: Option<String> = row.get("number")?;
    let sent: Option<String> = row.get("sent_channel")?;
    Ok(LetterSummary {
        id: LetterId(id(row, "id")?),
        kind: words(row, "kind", LetterKind::from_word)?,
        language: words(row, "language", Language::from_word)?,
        state: words(row, "state", state)?,
        heading: row.get("heading")?,
        changed_at: at(row, "changed_at")?,
        issued: number
            .map(|number| {
                Ok::<_, RegisterError>(IssuedFacts {
                    number,
                    at: at(row, "issued_at")?,
                    sha256: row.get("sha256")?,
                    pages: row.get("pages")?,
                })
            })
            .transpose()?,
        supersedes: supersedes.map(|bytes| LetterId(Uuid::from_bytes(bytes))),
        promised: read_day_opt(row.get("promised")?)?,
        sent: sent
            .map(|channel| {
                Ok::<_, RegisterError>((word(Channel::from_word, &channel)?, at(row, "sent_at")?))
            })
            .transpose()?,
        approval: approval(row)?,
    })
}

/// One letter with its text.
pub(crate) fn whole_letter(conn: &Connection, id: LetterId) -> Result<Letter> {
    let mut statement = conn.prepare_cached(include_str!("sql/letter_by_id.sql"))?;
    let mut rows = statement.query([blob(id.0)])?;
    let row = rows.next()?.ok_or(RegisterError::NotFound("letter"))?;
    Ok(Letter {
        summary: letter(row)?,
        complaint: ComplaintId(self::id(row, "complaint_id")?),
        content: serde_json::from_str(row.get_ref("content")?.as_str().unwrap_or_default())?,
        answered_at: read_time_opt(row.get("answered_at")?)?,
    })
}

fn case(conn: &Connection, serial: i64) -> Result<Case> {
    let listed = listing::of(conn, serial)?;
    let mut statement = conn.prepare_cached(include_str!("sql/complaint.sql"))?;
    let mut rows = statement.query([serial])?;
    let row = rows.next()?.ok_or(RegisterError::NotFound("complaint"))?;
    let acknowledged_at = read_time_opt(row.get("acknowledged_at")?)?;
    let complaint = complaint(row, listed.status)?;
    let (documents, trashed): (Vec<_>, Vec<_>) =
        all(conn, include_str!("sql/documents.sql"), serial, |row| {
            Ok((
                document(row)?,
                row.get::<_, Option<String>>("trashed_at")?.is_some(),
            ))
        })?
        .into_iter()
        .partition(|(_, trashed)| !trashed);
    let mut diary = all(conn, include_str!("sql/diary.sql"), serial, |row| {
        Ok(DiaryEntry {
            id: DiaryId(id(row, "id")?),
            at: at(row, "at")?,
            text: row.get("body")?,
            source: row.get("source")?,
        })
    })?;
    diary.sort_by_key(|entry| (entry.at, entry.id));
    let mut notes = all(conn, include_str!("sql/notes.sql"), serial, |row| {
        Ok(InternalNote {
            id: NoteId(id(row, "id")?),
            at: at(row, "at")?,
            author: row.get("author")?,
            text: row.get("body")?,
        })
    })?;
    notes.sort_by_key(|note| (note.at, note.id));
    Ok(Case {
        complaint,
        demands: all(conn, include_str!("sql/demands.sql"), serial, demand)?,
        documents: documents
            .into_iter()
            .map(|(document, _)| document)
            .collect(),
        trashed_documents: trashed.into_iter().map(|(document, _)| document).collect(),
        diary,
        notes,
        letters: all(conn, include_str!("sql/letters.sql"), serial, letter)?,
        next_step: listed.step,
        clocks: crate::clocks::clocks(conn, serial)?,
        pauses: crate::clocks::pauses(conn, serial)?,
        next_due: read_day_number(listed.due),
        next_due_kind: listed.lead,
        next_due_safe: read_day_number(listed.safe),
        promised: read_day_number(listed.promised),
        acknowledged_at,
        question_open: listed.facts.question_open,
    })
}

pub(crate) fn serial_of(conn: &Connection, id: ComplaintId) -> Result<i64> {
    conn.prepare_cached(include_str!("sql/serial_by_id.sql"))?
        .query_row([blob(id.0)], |row| row.get(0))
        .optional()?
        .ok_or(RegisterError::NotFound("complaint"))
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
        case(&tx, serial)
    }

    /// The complaint with that number, whatever its case, punctuation and
    /// zeros: «вх 2026/1» means «ВХ-2026/0001», and so may «1».
    ///
    /// # Errors
    /// [`RegisterError::Ambiguous`] when zeros were left out and several may be
    /// meant; those of reading the database.
    pub fn complaint_by_number(&self, number: &str) -> Result<Option<ComplaintId>> {
        let conn = self.reader();
        let by_key = |number: &str| -> Result<Option<ComplaintId>> {
            Ok(conn
                .prepare_cached(include_str!("sql/id_by_number.sql"))?
                .query_row([number, &number_key(number)], |row| {
                    Ok(ComplaintId(Uuid::from_bytes(row.get(0)?)))
                })
                .optional()?)
        };
        if let Some(found) = by_key(number)? {
            return Ok(Some(found));
        }
        let Some(typed) = TypedNumber::of(number) else {
            return Ok(None);
        };
        match the_one(typed.complaints(&conn)?)? {
            Some(number) => by_key(&number),
            None => Ok(None),
        }
    }

    /// One letter with its text.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn letter(&self, id: LetterId) -> Result<Letter> {
        whole_letter(&self.reader(), id)
    }

    /// The letter with that outgoing number, typed as that of a complaint may be.
    ///
    /// # Errors
    /// As [`Register::complaint_by_number`].
    pub fn letter_by_number(&self, number: &str) -> Result<Option<LetterId>> {
        let conn = self.reader();
        let exactly = |number: &str| -> Result<Option<LetterId>> {
            Ok(conn
                .prepare_cached(include_str!("sql/letter_by_number.sql"))?
                .query_row([number], |row| Ok(LetterId(Uuid::from_bytes(row.get(0)?))))
                .optional()?)
        };
        if let Some(found) = exactly(number)? {
            return Ok(Some(found));
        }
        let Some(typed) = TypedNumber::of(number) else {
            return Ok(None);
        };
        match the_one(typed.of_letters(&conn)?)? {
            Some(number) => exactly(&number),
            None => Ok(None),
        }
    }
}
