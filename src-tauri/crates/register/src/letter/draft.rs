//! Drafts of letters.

use crate::database::value::{blob, text};
use crate::error::Result;
use crate::journal::change::Change;
use crate::journal::op::Precondition;
use crate::journal::row_image::Table;
use crate::letter::approval::submissions_remove;
use crate::letter::fields::{NewLetter, letter_columns};
use crate::letter::row::{letter_in_state, state_str};
use crate::register::Register;
use complaint::{ComplaintId, LetterId, LetterKind, LetterState};
use rusqlite::params;
use rusqlite::types::Value;

fn draft_insert(
    change: &mut Change<'_>,
    serial: i64,
    letter: &NewLetter,
    old: Option<LetterId>,
) -> Result<LetterId> {
    let id = LetterId::new();
    let mut row = letter_columns(letter, change.by)?;
    row.extend([
        ("complaint", Value::Integer(serial)),
        ("state", text(state_str(LetterState::Draft))),
        ("supersedes", old.map_or(Value::Null, |old| blob(old.0))),
    ]);
    change.insert(Table::Letter, id.0, row)?;
    Ok(id)
}

impl Change<'_> {
    /// Begins a letter.
    ///
    /// # Errors
    /// [`crate::RegisterError::NotFound`], [`crate::RegisterError::Closed`], [`crate::RegisterError::Trashed`].
    pub fn letter_draft_add(
        &mut self,
        complaint: ComplaintId,
        letter: &NewLetter,
    ) -> Result<LetterId> {
        let serial = self.on(complaint, Precondition::Open)?.serial;
        draft_insert(self, serial, letter, None)
    }

    /// Puts a new text into a draft.
    ///
    /// # Errors
    /// [`crate::RegisterError::Frozen`] once it is issued,
    /// and as [`Change::letter_draft_add`].
    pub fn letter_draft_save(&mut self, id: LetterId, letter: &NewLetter) -> Result<()> {
        self.on_owner_of(Table::Letter, id.0, Precondition::Open)?;
        let kept = letter_in_state(self, id, LetterState::Draft)?;
        let same = kept.summary.kind == letter.kind
            && kept.summary.language == letter.language
            && kept.summary.heading == letter.heading
            && kept.summary.promised == letter.promised
            && kept.content == letter.content;
        if !same {
            self.update(Table::Letter, id.0, letter_columns(letter, self.by)?)?;
        }
        Ok(())
    }

    /// Throws a draft away.
    ///
    /// # Errors
    /// As [`Change::letter_draft_save`].
    pub fn letter_draft_delete(&mut self, id: LetterId) -> Result<()> {
        self.on_owner_of(Table::Letter, id.0, Precondition::Open)?;
        letter_in_state(self, id, LetterState::Draft)?;
        submissions_remove(self, id)?;
        self.delete(Table::Letter, id.0)
    }

    /// Begins a draft that will replace an issued letter once it is issued
    /// itself. It starts with the old letter's text.
    ///
    /// # Errors
    /// [`crate::RegisterError::NotIssued`], and as [`Change::letter_draft_add`].
    pub fn letter_supersede(&mut self, old: LetterId) -> Result<LetterId> {
        let serial = self
            .on_owner_of(Table::Letter, old.0, Precondition::Open)?
            .serial;
        let letter = letter_in_state(self, old, LetterState::Issued)?;
        let again = NewLetter {
            kind: letter.summary.kind,
            language: letter.summary.language,
            heading: letter.summary.heading,
            content: letter.content,
            promised: letter.summary.promised,
        };
        draft_insert(self, serial, &again, Some(old))
    }
}

impl Register {
    /// The content of the letters of these kinds that were last changed, on any
    /// complaint that is not in the trash, the newest first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn letters_like(&self, kinds: &[LetterKind], limit: u32) -> Result<Vec<serde_json::Value>> {
        let mut found: Vec<(String, String)> = Vec::new();
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("letters_like.sql"))?;
        for kind in kinds {
            let rows = statement.query_map(params![kind.as_str(), limit], |row| {
                Ok((row.get("changed_at")?, row.get("content")?))
            })?;
            found.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
        }
        complaint::order::by(&mut found, |a, b| b.0.cmp(&a.0));
        found
            .into_iter()
            .take(limit as usize)
            .map(|(_, content)| Ok(serde_json::from_str(&content)?))
            .collect()
    }
}
