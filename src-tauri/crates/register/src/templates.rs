//! Templates of letters: those an office made, every version of each, and the
//! program's own as letters were made from them. What a template says is a text
//! that only `letter` reads.

use crate::error::{RegisterError, Result};
use crate::image::Table;
use crate::journal::Op;
use crate::register::Register;
use crate::text::{blob, read_time, read_time_opt, text, text_opt, time, word};
use crate::values::{Added, By, Done};
use crate::work::Work;
use chrono::{DateTime, FixedOffset};
use complaint::{Actor, Language, LetterKind, Regime, TemplateId, TemplateVersionId};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

/// A version of a template, without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateVersion {
    /// Its id.
    pub id: TemplateVersionId,
    /// The office's template it is a version of; none for the program's own.
    pub template: Option<TemplateId>,
    /// What letter it makes.
    pub kind: LetterKind,
    /// The language of the letter.
    pub language: Language,
    /// What the template was called then.
    pub name: String,
    /// Counted from 1 within its template.
    pub version: u32,
    /// The mark of its text.
    pub sha256: String,
    /// When it was made, or first used.
    pub made_at: DateTime<FixedOffset>,
    /// Who made it.
    pub actor: Actor,
    /// What was changed.
    pub note: String,
}

/// A template that an office made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptTemplate {
    /// Its id.
    pub id: TemplateId,
    /// What it is called.
    pub name: String,
    /// The bodies of rules it is meant for; for all when empty.
    pub regimes: Vec<Regime>,
    /// The version it uses.
    pub current: TemplateVersion,
    /// Whether new letters are made from it without being asked.
    pub chosen: bool,
    /// When it was put aside.
    pub retired_at: Option<DateTime<FixedOffset>>,
}

/// A version to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTemplateVersion {
    /// What letter it makes.
    pub kind: LetterKind,
    /// The language of the letter.
    pub language: Language,
    /// What it is called.
    pub name: String,
    /// Its version, for one of the program's own; an office's are counted here.
    pub version: u32,
    /// What it says.
    pub source: String,
    /// The mark of what it says.
    pub sha256: String,
    /// What was changed.
    pub note: String,
}

fn version(row: &Row<'_>) -> Result<TemplateVersion> {
    let template: Option<[u8; 16]> = row.get("template")?;
    let vocabulary = |column| -> Result<String> { Ok(row.get(column)?) };
    Ok(TemplateVersion {
        id: TemplateVersionId(Uuid::from_bytes(row.get("id")?)),
        template: template.map(|id| TemplateId(Uuid::from_bytes(id))),
        kind: word(LetterKind::from_word, &vocabulary("kind")?)?,
        language: word(Language::from_word, &vocabulary("language")?)?,
        name: row.get("name")?,
        version: row.get("version")?,
        sha256: row.get("sha256")?,
        made_at: read_time(&row.get::<_, String>("made_at")?)?,
        actor: Actor(row.get("actor")?),
        note: row.get("note")?,
    })
}

fn regimes_text(regimes: &[Regime]) -> String {
    let words: Vec<&str> = regimes.iter().map(|r| r.word()).collect();
    words.join(" ")
}

fn read_regimes(words: &str) -> Result<Vec<Regime>> {
    words
        .split_whitespace()
        .map(|w| word(Regime::from_word, w))
        .collect()
}

/// Adds a version. It is no part of what can be undone: a version that was
/// made stays, and undoing takes the template back to the one before.
fn add_version(
    work: &mut Work<'_>,
    template: Option<TemplateId>,
    number: u32,
    new: &NewTemplateVersion,
) -> Result<TemplateVersionId> {
    let id = TemplateVersionId::new();
    work.tx
        .prepare_cached(include_str!("sql/template_version_add.sql"))?
        .execute(params![
            blob(id.0),
            template.map_or(Value::Null, |t| blob(t.0)),
            new.kind.word(),
            new.language.word(),
            new.name,
            number,
            new.source,
            new.sha256,
            time(work.by.now),
            work.by.actor.0,
            new.note,
        ])?;
    work.tell("kind", new.kind.word());
    work.tell("language", new.language.word());
    work.tell("name", new.name.clone());
    work.tell("version", number);
    work.tell("sha256", new.sha256.clone());
    Ok(id)
}

/// Whether two templates would be taken for the same cases without being asked.
fn compete(one: &[Regime], other: &[Regime]) -> bool {
    match (one.is_empty(), other.is_empty()) {
        (true, true) => true,
        (false, false) => one.iter().any(|r| other.contains(r)),
        _ => false,
    }
}

/// Takes the choice from those, but one, that compete with these bodies of rules.
fn unchoose(
    work: &mut Work<'_>,
    kind: LetterKind,
    language: Language,
    regimes: &[Regime],
    but: Option<TemplateId>,
) -> Result<()> {
    let chosen: Vec<([u8; 16], String)> = work
        .tx
        .prepare_cached(include_str!("sql/template_chosen.sql"))?
        .query_map([kind.word(), language.word()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    for (id, words) in chosen {
        let id = Uuid::from_bytes(id);
        if but != Some(TemplateId(id)) && compete(regimes, &read_regimes(&words)?) {
            work.update(Table::Template, id, vec![("chosen", Value::Integer(0))])?;
        }
    }
    Ok(())
}

impl Register {
    /// Every template an office made, with the version it uses.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn templates(&self) -> Result<Vec<KeptTemplate>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("sql/templates.sql"))?;
        let mut rows = statement.query([])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(KeptTemplate {
                id: TemplateId(Uuid::from_bytes(row.get("template_id")?)),
                name: row.get("template_name")?,
                regimes: read_regimes(&row.get::<_, String>("regimes")?)?,
                chosen: row.get("chosen")?,
                retired_at: read_time_opt(row.get("retired_at")?)?,
                current: version(row)?,
            });
        }
        Ok(out)
    }

    /// One template an office made.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn template(&self, id: TemplateId) -> Result<KeptTemplate> {
        let found = self.templates()?.into_iter().find(|t| t.id == id);
        found.ok_or(RegisterError::NotFound("template"))
    }

    /// The versions of a template, the newest first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn template_versions(&self, id: TemplateId) -> Result<Vec<TemplateVersion>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("sql/template_versions.sql"))?;
        let mut rows = statement.query([blob(id.0)])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(version(row)?);
        }
        Ok(out)
    }

    /// A version and what it says.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn template_version(&self, id: TemplateVersionId) -> Result<(TemplateVersion, String)> {
        let by_id = include_str!("sql/template_by_version.sql");
        self.version_with_source(by_id, blob(id.0))?
            .ok_or(RegisterError::NotFound("template"))
    }

    /// The first version with this mark, and what it says.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn template_by_mark(&self, sha256: &str) -> Result<Option<(TemplateVersion, String)>> {
        self.version_with_source(include_str!("sql/template_by_mark.sql"), text(sha256))
    }

    fn version_with_source(
        &self,
        sql: &str,
        key: Value,
    ) -> Result<Option<(TemplateVersion, String)>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = statement.query([key])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        Ok(Some((version(row)?, row.get("source")?)))
    }

    /// Keeps one of the program's own templates because a letter is made from
    /// it: a later program may ship another. Does nothing when it is kept already.
    ///
    /// # Errors
    /// Those of the database.
    pub fn template_keep(&self, by: &By, new: &NewTemplateVersion) -> Result<Done> {
        let done = self.change(by, Op::TemplateKeep, |work| {
            let known: Option<i64> = work
                .tx
                .prepare_cached("SELECT serial FROM template_version WHERE sha256 = ?1 LIMIT 1")?
                .query_row([&new.sha256], |row| row.get(0))
                .optional()?;
            if known.is_none() {
                add_version(work, None, new.version, new)?;
            }
            Ok::<_, RegisterError>(())
        })?;
        Ok(done.1)
    }

    /// Saves a new version of a template, or with its first version a new
    /// template; with `choose` new letters are made from it. `expected` is the
    /// version that was read. What says nothing new is not saved again.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Conflict`] when somebody
    /// saved meanwhile.
    pub fn template_save(
        &self,
        by: &By,
        id: Option<TemplateId>,
        expected: Option<u32>,
        regimes: &[Regime],
        choose: bool,
        new: &NewTemplateVersion,
    ) -> Result<Added<TemplateId>> {
        let (id, done) = self.change(by, Op::TemplateSave, |work| {
            // Nobody else writes while this transaction is open.
            let known = id.map(|id| self.template(id)).transpose()?;
            let Some(known) = &known else {
                let id = TemplateId::new();
                let current = add_version(work, Some(id), 1, new)?;
                if choose {
                    unchoose(work, new.kind, new.language, regimes, None)?;
                }
                work.insert(
                    Table::Template,
                    id.0,
                    vec![
                        ("kind", text(new.kind.word())),
                        ("language", text(new.language.word())),
                        ("name", text(new.name.clone())),
                        ("regimes", text(regimes_text(regimes))),
                        ("current", blob(current.0)),
                        ("chosen", Value::Integer(choose.into())),
                        ("retired_at", Value::Null),
                    ],
                )?;
                return Ok(id);
            };
            if let Some(expected) = expected.filter(|e| *e != known.current.version) {
                return Err(RegisterError::Conflict {
                    expected: expected.into(),
                    found: known.current.version.into(),
                });
            }
            let mut columns = vec![
                ("name", text(new.name.clone())),
                ("regimes", text(regimes_text(regimes))),
            ];
            if known.current.sha256 != new.sha256 {
                let last: u32 = work
                    .tx
                    .prepare_cached(include_str!("sql/template_last.sql"))?
                    .query_row([blob(known.id.0)], |row| row.get(0))?;
                let current = add_version(work, Some(known.id), last + 1, new)?;
                columns.push(("current", blob(current.0)));
            }
            let chosen = (known.chosen || choose) && known.retired_at.is_none();
            if chosen {
                // It may now be meant for other cases than before.
                unchoose(work, new.kind, new.language, regimes, id)?;
                columns.push(("chosen", Value::Integer(1)));
            }
            work.update(Table::Template, known.id.0, columns)?;
            Ok(known.id)
        })?;
        Ok(Added { id, done })
    }

    /// Has new letters made from this template without being asked, in place
    /// of those it competes with; with none, from the program's own.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], also for one that was put aside.
    pub fn template_choose(
        &self,
        by: &By,
        kind: LetterKind,
        language: Language,
        id: Option<TemplateId>,
    ) -> Result<Done> {
        let done = self.change(by, Op::TemplateChoose, |work| {
            let known = id.map(|id| self.template(id)).transpose()?;
            if known.as_ref().is_some_and(|k| {
                k.retired_at.is_some() || k.current.kind != kind || k.current.language != language
            }) {
                return Err(RegisterError::NotFound("template"));
            }
            let regimes = known.as_ref().map_or(&[][..], |k| &k.regimes);
            unchoose(work, kind, language, regimes, id)?;
            if let Some(known) = &known {
                let yes = vec![("chosen", Value::Integer(1))];
                work.update(Table::Template, known.id.0, yes)?;
            }
            Ok::<_, RegisterError>(())
        })?;
        Ok(done.1)
    }

    /// Puts a template aside, or takes it back. Letters made from it stay with it.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn template_retire(&self, by: &By, id: TemplateId, retired: bool) -> Result<Done> {
        let op = if retired {
            Op::TemplateRetire
        } else {
            Op::TemplateRestore
        };
        let done = self.change(by, op, |work| {
            let mut columns = vec![("retired_at", text_opt(retired.then(|| time(by.now))))];
            if retired {
                columns.push(("chosen", Value::Integer(0)));
            }
            work.update(Table::Template, id.0, columns)
        })?;
        Ok(done.1)
    }
}
