//! Templates of letters: those an office made, every version of each, and the
//! program's own as letters were made from them. What a template says is a text
//! that only `letter` reads.

use crate::database::value::{blob, read_time, read_time_opt, text, variant};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::register::Register;
use chrono::{DateTime, FixedOffset};
use complaint::{Actor, Language, LetterKind, Regime, TemplateId, TemplateVersionId};
use rusqlite::types::Value;
use rusqlite::{Connection, Row};
use uuid::Uuid;

/// What is said of a version of a template, besides its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateVersionFields {
    /// The sort of letter that is made from it.
    pub kind: LetterKind,
    pub language: Language,
    /// As lists show it; no two in use have the same for one sort of letter.
    pub name: String,
    /// Counted from 1 within its template: by the program for its own, by the register for an office's.
    pub version: u32,
    /// The mark of its text.
    pub sha256: String,
    /// What was changed against the version before, in the office's words.
    pub note: String,
}

/// A version of a template as it is kept, without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateVersion {
    /// Letters name the version they were made from by it.
    pub id: TemplateVersionId,
    /// The office's template it is a version of; none for the program's own.
    pub template: Option<TemplateId>,
    pub fields: TemplateVersionFields,
    /// When it was made, or first used.
    pub made_at: DateTime<FixedOffset>,
    /// Who made it, or made the first letter from it.
    pub actor: Actor,
}

/// A template that an office made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredTemplate {
    /// The same through all its versions.
    pub id: TemplateId,
    /// As lists show it; no two in use have the same for one sort of letter.
    pub name: String,
    /// The bodies of rules it is meant for; for all when empty.
    pub regimes: Vec<Regime>,
    /// The version that new letters are made from.
    pub current: TemplateVersion,
    /// Whether new letters are made from it without being asked.
    pub chosen: bool,
    /// When it was put aside.
    pub retired_at: Option<DateTime<FixedOffset>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTemplateVersion {
    pub fields: TemplateVersionFields,
    /// Its text as `letter` writes it; the register does not read it.
    pub source: String,
}

fn read_version(row: &Row<'_>) -> Result<TemplateVersion> {
    let template: Option<[u8; 16]> = row.get("template")?;
    let vocabulary = |column| -> Result<String> { Ok(row.get(column)?) };
    Ok(TemplateVersion {
        id: TemplateVersionId(Uuid::from_bytes(row.get("id")?)),
        template: template.map(|id| TemplateId(Uuid::from_bytes(id))),
        fields: TemplateVersionFields {
            kind: variant(LetterKind::parse, &vocabulary("kind")?)?,
            language: variant(Language::parse, &vocabulary("language")?)?,
            name: row.get("name")?,
            version: row.get("version")?,
            sha256: row.get("sha256")?,
            note: row.get("note")?,
        },
        made_at: read_time(&row.get::<_, String>("made_at")?)?,
        actor: Actor(row.get("actor")?),
    })
}

pub(crate) fn regimes_text(regimes: &[Regime]) -> String {
    let words: Vec<&str> = regimes.iter().map(|r| r.as_str()).collect();
    words.join(" ")
}

pub(crate) fn read_regimes(words: &str) -> Result<Vec<Regime>> {
    words
        .split_whitespace()
        .map(|w| variant(Regime::parse, w))
        .collect()
}

fn all_templates(conn: &Connection) -> Result<Vec<StoredTemplate>> {
    let mut statement = conn.prepare_cached(include_str!("templates.sql"))?;
    let mut rows = statement.query([])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(StoredTemplate {
            id: TemplateId(Uuid::from_bytes(row.get("template_id")?)),
            name: row.get("template_name")?,
            regimes: read_regimes(&row.get::<_, String>("regimes")?)?,
            chosen: row.get("chosen")?,
            retired_at: read_time_opt(row.get("retired_at")?)?,
            current: read_version(row)?,
        });
    }
    Ok(out)
}

fn template_by_id(conn: &Connection, id: TemplateId) -> Result<StoredTemplate> {
    let found = all_templates(conn)?.into_iter().find(|t| t.id == id);
    found.ok_or(RegisterError::NotFound("template"))
}

impl Change<'_> {
    /// Every template an office made, with what this change wrote of them.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn templates(&self) -> Result<Vec<StoredTemplate>> {
        all_templates(self.tx)
    }

    /// One template an office made, with what this change wrote of it.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn template(&self, id: TemplateId) -> Result<StoredTemplate> {
        template_by_id(self.tx, id)
    }
}

impl Register {
    /// Every template an office made, with the version it uses.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn templates(&self) -> Result<Vec<StoredTemplate>> {
        all_templates(&self.reader())
    }
    /// One template an office made.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn template(&self, id: TemplateId) -> Result<StoredTemplate> {
        template_by_id(&self.reader(), id)
    }

    /// The versions of a template, the newest first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn template_versions(&self, id: TemplateId) -> Result<Vec<TemplateVersion>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("template_versions.sql"))?;
        let mut rows = statement.query([blob(id.0)])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(read_version(row)?);
        }
        Ok(out)
    }

    /// A version and what it says.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn template_version(&self, id: TemplateVersionId) -> Result<(TemplateVersion, String)> {
        let by_id = include_str!("template_by_version.sql");
        self.version_with_source(by_id, blob(id.0))?
            .ok_or(RegisterError::NotFound("template"))
    }

    /// The first version whose text has this hash, and what it says.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn template_by_hash(&self, sha256: &str) -> Result<Option<(TemplateVersion, String)>> {
        self.version_with_source(include_str!("template_by_hash.sql"), text(sha256))
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
        Ok(Some((read_version(row)?, row.get("source")?)))
    }
}
