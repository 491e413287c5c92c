//! Keeping templates, choosing among them and putting them aside.

use crate::database::value::{blob, text, text_opt, time};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::Op;
use crate::journal::row_image::Table;
use crate::template::version::{NewTemplateVersion, read_regimes, regimes_text};
use complaint::{Language, LetterKind, Regime, TemplateId, TemplateVersionId};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params};
use serde_json::json;
use uuid::Uuid;

/// Adds a version. It is no part of what can be undone: a version that was
/// made stays, and undoing takes the template back to the one before.
fn add_version(
    change: &mut Change<'_>,
    step: Op,
    template: Option<TemplateId>,
    number: u32,
    new: &NewTemplateVersion,
) -> Result<TemplateVersionId> {
    let id = TemplateVersionId::new();
    change
        .tx
        .prepare_cached(include_str!("template_version_add.sql"))?
        .execute(params![
            blob(id.0),
            template.map_or(Value::Null, |t| blob(t.0)),
            new.fields.kind.as_str(),
            new.fields.language.as_str(),
            new.fields.name,
            number,
            new.source,
            new.fields.sha256,
            time(change.by.now),
            change.by.actor.0,
            new.fields.note,
        ])?;
    change.detail(
        step,
        json!({
            "kind": new.fields.kind.as_str(),
            "language": new.fields.language.as_str(),
            "name": new.fields.name,
            "version": number,
            "sha256": new.fields.sha256,
        }),
    );
    Ok(id)
}

/// Whether two templates would be taken for the same cases without being asked.
fn compete(one: &[Regime], other: &[Regime]) -> bool {
    match (one.is_empty(), other.is_empty()) {
        (true, true) => true,
        (false, false) => one.iter().any(|r| other.contains(r)),
        (true, false) | (false, true) => false,
    }
}

/// Takes the choice from those, but one, that compete with these bodies of rules.
fn unchoose(
    change: &mut Change<'_>,
    kind: LetterKind,
    language: Language,
    regimes: &[Regime],
    but: Option<TemplateId>,
) -> Result<()> {
    let chosen: Vec<([u8; 16], String)> = change
        .tx
        .prepare_cached(include_str!("template_chosen.sql"))?
        .query_map([kind.as_str(), language.as_str()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    for (id, words) in chosen {
        let id = Uuid::from_bytes(id);
        if but != Some(TemplateId(id)) && compete(regimes, &read_regimes(&words)?) {
            change.update(Table::Template, id, vec![("chosen", Value::Integer(0))])?;
        }
    }
    Ok(())
}

impl Change<'_> {
    /// Keeps one of the program's own templates because a letter is made from
    /// it: a later program may ship another. Does nothing when it is kept already.
    ///
    /// # Errors
    /// Those of the database.
    pub fn template_keep(&mut self, new: &NewTemplateVersion) -> Result<()> {
        let known: Option<i64> = self
            .tx
            .prepare_cached("SELECT serial FROM template_version WHERE sha256 = ?1 LIMIT 1")?
            .query_row([&new.fields.sha256], |row| row.get(0))
            .optional()?;
        if known.is_none() {
            add_version(self, Op::TemplateKeep, None, new.fields.version, new)?;
        }
        Ok(())
    }

    /// Saves a new version of a template, or with its first version a new
    /// template; with `choose` new letters are made from it. `expected` is the
    /// version that was read. What says nothing new is not saved again.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Conflict`] when somebody
    /// saved meanwhile.
    pub fn template_save(
        &mut self,
        id: Option<TemplateId>,
        expected: Option<u32>,
        regimes: &[Regime],
        choose: bool,
        new: &NewTemplateVersion,
    ) -> Result<TemplateId> {
        let known = id.map(|id| self.template(id)).transpose()?;
        let Some(known) = &known else {
            let id = TemplateId::new();
            let current = add_version(self, Op::TemplateSave, Some(id), 1, new)?;
            if choose {
                unchoose(self, new.fields.kind, new.fields.language, regimes, None)?;
            }
            self.insert(
                Table::Template,
                id.0,
                vec![
                    ("kind", text(new.fields.kind.as_str())),
                    ("language", text(new.fields.language.as_str())),
                    ("name", text(new.fields.name.clone())),
                    ("regimes", text(regimes_text(regimes))),
                    ("current", blob(current.0)),
                    ("chosen", Value::Integer(choose.into())),
                    ("retired_at", Value::Null),
                ],
            )?;
            return Ok(id);
        };
        if let Some(expected) = expected.filter(|e| *e != known.current.fields.version) {
            return Err(RegisterError::Conflict {
                expected: expected.into(),
                found: known.current.fields.version.into(),
            });
        }
        let mut columns = vec![
            ("name", text(new.fields.name.clone())),
            ("regimes", text(regimes_text(regimes))),
        ];
        if known.current.fields.sha256 != new.fields.sha256 {
            let last: u32 = self
                .tx
                .prepare_cached(include_str!("template_last.sql"))?
                .query_row([blob(known.id.0)], |row| row.get(0))?;
            let current = add_version(self, Op::TemplateSave, Some(known.id), last + 1, new)?;
            columns.push(("current", blob(current.0)));
        }
        let chosen = (known.chosen || choose) && known.retired_at.is_none();
        if chosen {
            // It may now be meant for other cases than before.
            unchoose(self, new.fields.kind, new.fields.language, regimes, id)?;
            columns.push(("chosen", Value::Integer(1)));
        }
        self.update(Table::Template, known.id.0, columns)?;
        Ok(known.id)
    }

    /// Has new letters made from this template without being asked, in place
    /// of those it competes with; with none, from the program's own.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], also for one that was put aside.
    pub fn template_choose(
        &mut self,
        kind: LetterKind,
        language: Language,
        id: Option<TemplateId>,
    ) -> Result<()> {
        let known = id.map(|id| self.template(id)).transpose()?;
        if known.as_ref().is_some_and(|k| {
            k.retired_at.is_some()
                || k.current.fields.kind != kind
                || k.current.fields.language != language
        }) {
            return Err(RegisterError::NotFound("template"));
        }
        let regimes = known.as_ref().map_or(&[][..], |k| &k.regimes);
        unchoose(self, kind, language, regimes, id)?;
        if let Some(known) = &known {
            let yes = vec![("chosen", Value::Integer(1))];
            self.update(Table::Template, known.id.0, yes)?;
        }
        Ok(())
    }

    /// Puts a template aside, or takes it back; the change is named
    /// [`Op::TemplateRetire`] or [`Op::TemplateRestore`]. Letters made from it stay with it.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn template_retire(&mut self, id: TemplateId, retired: bool) -> Result<()> {
        let mut columns = vec![("retired_at", text_opt(retired.then(|| time(self.by.now))))];
        if retired {
            columns.push(("chosen", Value::Integer(0)));
        }
        self.update(Table::Template, id.0, columns)?;
        Ok(())
    }
}
