//! Forms of names that the office put in the program's place, kept by the
//! name, so that they serve whenever it comes again.

use crate::error::{RegisterError, Result};
use crate::image::Table;
use crate::journal::Op;
use crate::register::Register;
use crate::text::{name_key, read_time, text, time, word};
use crate::values::{By, Done};
use chrono::{DateTime, FixedOffset};
use complaint::{Gender, Language, NameForm, NameFormId};
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

/// A kept form of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptNameForm {
    /// Its id.
    pub id: NameFormId,
    /// The name as it was written when the form was kept, in the nominative.
    pub name: String,
    /// The gender the form belongs to; `Auto` where nothing tells it.
    pub gender: Gender,
    /// Which form.
    pub form: NameForm,
    /// The language of the letters it serves.
    pub language: Language,
    /// The form itself.
    pub words: String,
    /// When it was kept.
    pub kept_at: DateTime<FixedOffset>,
}

/// A form to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewNameForm {
    /// The name in the nominative.
    pub name: String,
    /// The gender the form belongs to; `Auto` where nothing tells it.
    pub gender: Gender,
    /// Which form.
    pub form: NameForm,
    /// The language of the letters it serves.
    pub language: Language,
    /// The form itself; empty forgets a kept one.
    pub words: String,
}

fn gender_word(gender: Gender) -> &'static str {
    match gender {
        Gender::Auto => "auto",
        Gender::M => "m",
        Gender::F => "f",
    }
}

fn read(row: &Row<'_>) -> Result<KeptNameForm> {
    Ok(KeptNameForm {
        id: NameFormId(Uuid::from_bytes(row.get("id")?)),
        name: row.get("name")?,
        gender: match row.get_ref("gender")?.as_str().unwrap_or_default() {
            "m" => Gender::M,
            "f" => Gender::F,
            _ => Gender::Auto,
        },
        form: word(NameForm::from_word, &row.get::<_, String>("form")?)?,
        language: word(Language::from_word, &row.get::<_, String>("language")?)?,
        words: row.get("words")?,
        kept_at: read_time(&row.get::<_, String>("kept_at")?)?,
    })
}

impl Register {
    /// Every kept form, by name.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn name_forms(&self) -> Result<Vec<KeptNameForm>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("sql/name_forms.sql"))?;
        let mut rows = statement.query([])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(read(row)?);
        }
        Ok(out)
    }

    /// The kept forms of a name, however it is spaced, capitalised or dotted.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn name_forms_of(&self, name: &str, gender: Gender) -> Result<Vec<KeptNameForm>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("sql/name_forms_of.sql"))?;
        let mut rows = statement.query([name_key(name).as_str(), gender_word(gender)])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(read(row)?);
        }
        Ok(out)
    }

    /// Keeps a form of a name, in the place of one kept before. Does nothing,
    /// and tells so, when it is kept already.
    ///
    /// # Errors
    /// Those of the database.
    pub fn name_form_keep(&self, by: &By, new: &NewNameForm) -> Result<Option<Done>> {
        let key = name_key(&new.name);
        let gender = gender_word(new.gender);
        let known: Option<([u8; 16], String)> = self
            .reader()
            .prepare_cached(include_str!("sql/name_form_id.sql"))?
            .query_row(
                params![key, gender, new.form.word(), new.language.word()],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        let known = known.map(|(id, words)| (NameFormId(Uuid::from_bytes(id)), words));
        if new.words.trim().is_empty() {
            return known
                .map(|(id, _)| self.name_form_forget(by, id))
                .transpose();
        }
        if key.is_empty() || known.as_ref().is_some_and(|(_, words)| *words == new.words) {
            return Ok(None);
        }
        let done = self.change(by, Op::NameFormKeep, |work| {
            let mut columns = vec![
                ("name", text(new.name.clone())),
                ("words", text(new.words.clone())),
                ("kept_at", text(time(by.now))),
            ];
            if let Some((id, _)) = known {
                work.update(Table::NameForm, id.0, columns)?;
            } else {
                columns.extend([
                    ("name_key", text(key)),
                    ("gender", text(gender)),
                    ("form", text(new.form.word())),
                    ("language", text(new.language.word())),
                ]);
                work.insert(Table::NameForm, NameFormId::new().0, columns)?;
            }
            work.tell("form", new.form.word());
            Ok::<_, RegisterError>(())
        })?;
        Ok(Some(done.1))
    }

    /// Removes a kept form: the program's own serves again.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn name_form_forget(&self, by: &By, id: NameFormId) -> Result<Done> {
        let done = self.change(by, Op::NameFormForget, |work| {
            work.delete(Table::NameForm, id.0)
        })?;
        Ok(done.1)
    }
}
