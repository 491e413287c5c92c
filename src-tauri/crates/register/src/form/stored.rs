//! Other forms of an answer, kept with the case, and where they went out.

use crate::database::row::serial_of;
use crate::database::value::{blob, read_time, text, time, variant};
use crate::diary::entry::diary_columns;
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::Precondition;
use crate::journal::op::{By, Op};
use crate::journal::row_image::{Columns, Table};
use crate::register::Register;
use chrono::{DateTime, FixedOffset};
use complaint::{Actor, ComplaintId, DiaryFields, DiaryId, FormId, FormKind, Language};
use rusqlite::types::Value;
use rusqlite::{Connection, Row};
use serde_json::{Value as Json, json};
use uuid::Uuid;

/// A form kept with a case.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredForm {
    /// Given when it was first kept.
    pub id: FormId,
    /// The case that it answers in public or on a platform.
    pub complaint: ComplaintId,
    /// Where it is meant to appear.
    pub kind: FormKind,
    pub language: Language,
    /// Its text, as the letter room wrote it.
    pub content: serde_json::Value,
    /// Where and when it went out, as the office wrote it down.
    pub used: serde_json::Value,
    pub changed_at: DateTime<FixedOffset>,
    /// Who put its present text.
    pub actor: Actor,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NewForm {
    /// Where it is meant to appear.
    pub kind: FormKind,
    pub language: Language,
    /// Its text, as the letter room wrote it.
    pub content: serde_json::Value,
}

fn form_columns(form: &NewForm, by: &By) -> Result<Columns> {
    Ok(vec![
        ("kind", text(form.kind.as_str())),
        ("language", text(form.language.as_str())),
        ("content", text(serde_json::to_string(&form.content)?)),
        ("changed_at", text(time(by.now))),
        ("actor", text(by.actor.0.clone())),
    ])
}

fn read_form(row: &Row<'_>) -> Result<StoredForm> {
    let id = |column| -> Result<Uuid> { Ok(Uuid::from_bytes(row.get(column)?)) };
    let json = |column| -> Result<serde_json::Value> {
        Ok(serde_json::from_str(&row.get::<_, String>(column)?)?)
    };
    Ok(StoredForm {
        id: FormId(id("id")?),
        complaint: ComplaintId(id("complaint_id")?),
        kind: variant(FormKind::parse, &row.get::<_, String>("kind")?)?,
        language: variant(Language::parse, &row.get::<_, String>("language")?)?,
        content: json("content")?,
        used: json("used")?,
        changed_at: read_time(&row.get::<_, String>("changed_at")?)?,
        actor: Actor(row.get("actor")?),
    })
}

fn forms_of(conn: &Connection, serial: i64) -> Result<Vec<StoredForm>> {
    let mut statement = conn.prepare_cached(include_str!("forms_of.sql"))?;
    let mut rows = statement.query([serial])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(read_form(row)?);
    }
    Ok(out)
}

fn form_by_id(conn: &Connection, id: FormId) -> Result<StoredForm> {
    let mut statement = conn.prepare_cached(include_str!("form_by_id.sql"))?;
    let mut rows = statement.query([blob(id.0)])?;
    let row = rows.next()?.ok_or(RegisterError::NotFound("form"))?;
    read_form(row)
}

fn details(id: FormId, kind: FormKind) -> Json {
    json!({ "form": id.to_string(), "kind": kind.as_str() })
}

impl Change<'_> {
    /// Keeps a new form with a case, on a closed one too: a review may be
    /// answered late.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Trashed`].
    pub fn form_add(&mut self, complaint: ComplaintId, form: &NewForm) -> Result<FormId> {
        let serial = self.on(complaint, Precondition::NotTrashed)?.serial;
        let id = FormId::new();
        let mut row = form_columns(form, self.by)?;
        row.push(("complaint", Value::Integer(serial)));
        row.push(("used", text("[]")));
        self.insert(Table::Form, id.0, row)?;
        self.detail(Op::FormSave, details(id, form.kind));
        Ok(id)
    }

    /// Puts a new text into a form.
    ///
    /// # Errors
    /// As [`Change::form_add`].
    pub fn form_save(&mut self, id: FormId, form: &NewForm) -> Result<()> {
        self.on_owner_of(Table::Form, id.0, Precondition::NotTrashed)?;
        let kept = form_by_id(self.tx, id)?;
        if kept.content != form.content || kept.language != form.language {
            self.update(Table::Form, id.0, form_columns(form, self.by)?)?;
            self.detail(Op::FormSave, details(id, form.kind));
        }
        Ok(())
    }

    /// Takes a form away.
    ///
    /// # Errors
    /// As [`Change::form_add`].
    pub fn form_remove(&mut self, id: FormId) -> Result<()> {
        self.on_owner_of(Table::Form, id.0, Precondition::NotTrashed)?;
        self.delete(Table::Form, id.0)
    }

    /// Notes that a form went out, in the form itself and in the diary of the
    /// case, in one change.
    ///
    /// # Errors
    /// As [`Change::form_add`].
    pub fn form_used(
        &mut self,
        id: FormId,
        used: &serde_json::Value,
        entry: &DiaryFields,
    ) -> Result<()> {
        let serial = self
            .on_owner_of(Table::Form, id.0, Precondition::NotTrashed)?
            .serial;
        let kept = form_by_id(self.tx, id)?;
        let row = vec![("used", text(serde_json::to_string(used)?))];
        self.update(Table::Form, id.0, row)?;
        let mut told = diary_columns(entry);
        told.push(("complaint", Value::Integer(serial)));
        self.insert(Table::Diary, DiaryId::new().0, told)?;
        self.detail(Op::FormUsed, details(id, kept.kind));
        Ok(())
    }
}

impl Register {
    /// The forms kept with a case, the oldest first.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn forms(&self, complaint: ComplaintId) -> Result<Vec<StoredForm>> {
        let conn = self.reader();
        let serial = serial_of(&conn, complaint)?;
        forms_of(&conn, serial)
    }

    /// One form.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn form(&self, id: FormId) -> Result<StoredForm> {
        form_by_id(&self.reader(), id)
    }
}
