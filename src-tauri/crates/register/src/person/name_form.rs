//! Forms of names that the office put in the program's place, kept by the
//! name, so that they serve whenever it comes again.

use crate::database::row::read_variant;
use crate::database::value::{name_key, read_time, text, time, variant};
use crate::error::Result;
use crate::journal::change::Change;
use crate::journal::op::Op;
use crate::journal::row_image::Table;
use crate::person::card::{gender, gender_str};
use crate::register::Register;
use complaint::{Gender, Language, NameForm, NameFormFields, NameFormId, RecordedNameForm};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::json;
use uuid::Uuid;

fn read_name_form(row: &Row<'_>) -> Result<RecordedNameForm> {
    Ok(RecordedNameForm {
        id: NameFormId(Uuid::from_bytes(row.get("id")?)),
        fields: NameFormFields {
            name: row.get("name")?,
            gender: read_variant(row, "gender", gender)?,
            form: variant(NameForm::parse, &row.get::<_, String>("form")?)?,
            language: variant(Language::parse, &row.get::<_, String>("language")?)?,
            words: row.get("words")?,
        },
        kept_at: read_time(&row.get::<_, String>("kept_at")?)?,
    })
}

impl Register {
    /// Every kept form, by name.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn name_forms(&self) -> Result<Vec<RecordedNameForm>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("name_forms.sql"))?;
        let mut rows = statement.query([])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(read_name_form(row)?);
        }
        Ok(out)
    }

    /// The kept forms of a name, however it is spaced, capitalised or dotted.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn name_forms_of(&self, name: &str, gender: Gender) -> Result<Vec<RecordedNameForm>> {
        forms_of_name(&self.reader(), name, gender)
    }
}

fn forms_of_name(conn: &Connection, name: &str, gender: Gender) -> Result<Vec<RecordedNameForm>> {
    let mut statement = conn.prepare_cached(include_str!("name_forms_of.sql"))?;
    let mut rows = statement.query([name_key(name).as_str(), gender_str(gender)])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(read_name_form(row)?);
    }
    Ok(out)
}

impl Change<'_> {
    /// The kept forms of a name, with those this change kept.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn name_forms_of(&self, name: &str, gender: Gender) -> Result<Vec<RecordedNameForm>> {
        forms_of_name(self.tx, name, gender)
    }

    /// Keeps a form of a name, in the place of one kept before; without words
    /// the kept one is forgotten. Does nothing, and says so, when it stands so
    /// already.
    ///
    /// # Errors
    /// Those of the database.
    pub fn name_form_keep(&mut self, new: &NameFormFields) -> Result<bool> {
        let key = name_key(&new.name);
        let gender = gender_str(new.gender);
        let known: Option<([u8; 16], String)> = self
            .tx
            .prepare_cached(include_str!("name_form_id.sql"))?
            .query_row(
                params![key, gender, new.form.as_str(), new.language.as_str()],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        let known = known.map(|(id, words)| (NameFormId(Uuid::from_bytes(id)), words));
        if new.words.trim().is_empty() {
            if let Some((id, _)) = &known {
                self.name_form_forget(*id)?;
            }
            return Ok(known.is_some());
        }
        if key.is_empty() || known.as_ref().is_some_and(|(_, words)| *words == new.words) {
            return Ok(false);
        }

        let mut columns = vec![
            ("name", text(new.name.clone())),
            ("words", text(new.words.clone())),
            ("kept_at", text(time(self.by.now))),
        ];
        if let Some((id, _)) = known {
            self.update(Table::NameForm, id.0, columns)?;
        } else {
            columns.extend([
                ("name_key", text(key)),
                ("gender", text(gender)),
                ("form", text(new.form.as_str())),
                ("language", text(new.language.as_str())),
            ]);
            self.insert(Table::NameForm, NameFormId::new().0, columns)?;
        }
        self.detail(Op::NameFormKeep, json!({ "form": new.form.as_str() }));
        Ok(true)
    }

    /// Removes a kept form: the program's own serves again.
    ///
    /// # Errors
    /// [`crate::RegisterError::NotFound`].
    pub fn name_form_forget(&mut self, id: NameFormId) -> Result<()> {
        self.delete(Table::NameForm, id.0)
    }
}
