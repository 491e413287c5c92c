//! Other forms of an answer, kept with the case, and where they went out.

use crate::diary;
use crate::error::{RegisterError, Result};
use crate::image::{Columns, Table};
use crate::journal::Op;
use crate::read::serial_of;
use crate::register::Register;
use crate::text::{blob, read_time, text, time, word};
use crate::values::{Added, By, Done, NewDiaryEntry};
use crate::work::{Gate, Work};
use chrono::{DateTime, FixedOffset};
use complaint::{Actor, ComplaintId, DiaryId, FormId, FormKind, Language};
use rusqlite::types::Value;
use rusqlite::{Connection, Row};
use uuid::Uuid;

/// A form kept with a case.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptForm {
    /// Its id.
    pub id: FormId,
    /// The complaint it answers.
    pub complaint: ComplaintId,
    /// What it is.
    pub kind: FormKind,
    /// Its language.
    pub language: Language,
    /// Its text, as the letter room wrote it.
    pub content: serde_json::Value,
    /// Where and when it went out, as the office wrote it down.
    pub used: serde_json::Value,
    /// When it was last changed.
    pub changed_at: DateTime<FixedOffset>,
    /// Who changed it last.
    pub actor: Actor,
}

/// A form to be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct NewForm {
    /// What it is.
    pub kind: FormKind,
    /// Its language.
    pub language: Language,
    /// Its text, as the letter room wrote it.
    pub content: serde_json::Value,
}

fn columns(form: &NewForm, by: &By) -> Result<Columns> {
    Ok(vec![
        ("kind", text(form.kind.word())),
        ("language", text(form.language.word())),
        ("content", text(serde_json::to_string(&form.content)?)),
        ("changed_at", text(time(by.now))),
        ("actor", text(by.actor.0.clone())),
    ])
}

fn read(row: &Row<'_>) -> Result<KeptForm> {
    let id = |column| -> Result<Uuid> { Ok(Uuid::from_bytes(row.get(column)?)) };
    let json = |column| -> Result<serde_json::Value> {
        Ok(serde_json::from_str(&row.get::<_, String>(column)?)?)
    };
    Ok(KeptForm {
        id: FormId(id("id")?),
        complaint: ComplaintId(id("complaint_id")?),
        kind: word(FormKind::from_word, &row.get::<_, String>("kind")?)?,
        language: word(Language::from_word, &row.get::<_, String>("language")?)?,
        content: json("content")?,
        used: json("used")?,
        changed_at: read_time(&row.get::<_, String>("changed_at")?)?,
        actor: Actor(row.get("actor")?),
    })
}

fn all(conn: &Connection, serial: i64) -> Result<Vec<KeptForm>> {
    let mut statement = conn.prepare_cached(include_str!("sql/forms_of.sql"))?;
    let mut rows = statement.query([serial])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(read(row)?);
    }
    Ok(out)
}

fn one(conn: &Connection, id: FormId) -> Result<KeptForm> {
    let mut statement = conn.prepare_cached(include_str!("sql/form_by_id.sql"))?;
    let mut rows = statement.query([blob(id.0)])?;
    let row = rows.next()?.ok_or(RegisterError::NotFound("form"))?;
    read(row)
}

fn tell(work: &mut Work<'_>, id: FormId, kind: FormKind) {
    work.tell("form", id.to_string());
    work.tell("kind", kind.word());
}

impl Register {
    /// Keeps a new form with a case, on a closed one too: a review may be
    /// answered late.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Trashed`].
    pub fn form_add(
        &self,
        by: &By,
        complaint: ComplaintId,
        form: &NewForm,
    ) -> Result<Added<FormId>> {
        let (id, done) = self.change(by, Op::FormSave, |work| {
            let serial = work.on(complaint, Gate::Kept, None)?.serial;
            let id = FormId::new();
            let mut row = columns(form, work.by)?;
            row.push(("complaint", Value::Integer(serial)));
            row.push(("used", text("[]")));
            work.insert(Table::Form, id.0, row)?;
            tell(work, id, form.kind);
            Ok::<_, RegisterError>(id)
        })?;
        Ok(Added { id, done })
    }

    /// Puts a new text into a form.
    ///
    /// # Errors
    /// As [`Register::form_add`].
    pub fn form_save(&self, by: &By, id: FormId, form: &NewForm) -> Result<Done> {
        let done = self.change(by, Op::FormSave, |work| {
            work.on_owner_of(Table::Form, id.0, Gate::Kept, None)?;
            let kept = one(work.tx, id)?;
            if kept.content != form.content || kept.language != form.language {
                work.update(Table::Form, id.0, columns(form, work.by)?)?;
                tell(work, id, form.kind);
            }
            Ok::<_, RegisterError>(())
        })?;
        Ok(done.1)
    }

    /// Takes a form away.
    ///
    /// # Errors
    /// As [`Register::form_add`].
    pub fn form_remove(&self, by: &By, id: FormId) -> Result<Done> {
        let done = self.change(by, Op::FormRemove, |work| {
            work.on_owner_of(Table::Form, id.0, Gate::Kept, None)?;
            work.delete(Table::Form, id.0)
        })?;
        Ok(done.1)
    }

    /// Notes that a form went out, in the form itself and in the diary of the
    /// case, in one change.
    ///
    /// # Errors
    /// As [`Register::form_add`].
    pub fn form_used(
        &self,
        by: &By,
        id: FormId,
        used: &serde_json::Value,
        entry: &NewDiaryEntry,
    ) -> Result<Done> {
        let done = self.change(by, Op::FormUsed, |work| {
            let serial = work
                .on_owner_of(Table::Form, id.0, Gate::Kept, None)?
                .serial;
            let kept = one(work.tx, id)?;
            let row = vec![("used", text(serde_json::to_string(used)?))];
            work.update(Table::Form, id.0, row)?;
            let mut told = diary::columns(entry);
            told.push(("complaint", Value::Integer(serial)));
            work.insert(Table::Diary, DiaryId::new().0, told)?;
            tell(work, id, kept.kind);
            Ok::<_, RegisterError>(())
        })?;
        Ok(done.1)
    }

    /// The forms kept with a case, the oldest first.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn forms(&self, complaint: ComplaintId) -> Result<Vec<KeptForm>> {
        let conn = self.reader();
        let serial = serial_of(&conn, complaint)?;
        all(&conn, serial)
    }

    /// One form.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn form(&self, id: FormId) -> Result<KeptForm> {
        one(&self.reader(), id)
    }
}
