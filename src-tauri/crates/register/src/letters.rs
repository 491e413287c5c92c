//! Letters: drafts, issuing, and what happens to an issued letter.

use crate::approvals;
use crate::dispatch;
use crate::error::{RegisterError, Result};
use crate::image::{Columns, Table};
use crate::journal::Op;
use crate::number::{self, Pattern, Series};
use crate::read::{state_word, whole_letter};
use crate::register::{Register, profile};
use crate::text::{blob, day_opt, text, time};
use crate::values::{Added, By, Done, Letter, NewLetter, SetLetter};
use crate::work::{Gate, Work};
use chrono::{DateTime, Datelike, FixedOffset};
use complaint::{
    Channel, ComplaintId, IssuedFacts, LetterId, LetterKind, LetterState, LetterSummary,
};
use rusqlite::params;
use rusqlite::types::Value;
use std::ops::ControlFlow;
use thiserror::Error;

/// Why a letter was not issued. No number was used.
#[derive(Debug, Error)]
pub enum IssueError<E> {
    /// The register could not.
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// Setting the letter failed.
    #[error("the letter could not be set")]
    Setting(E),
}

fn columns(letter: &NewLetter, by: &By) -> Result<Columns> {
    Ok(vec![
        ("kind", text(letter.kind.word())),
        ("language", text(letter.language.word())),
        ("heading", text(letter.heading.clone())),
        ("content", text(serde_json::to_string(&letter.content)?)),
        ("promised", day_opt(letter.promised)),
        ("changed_at", text(time(by.now))),
    ])
}

fn draft(
    work: &mut Work<'_>,
    serial: i64,
    letter: &NewLetter,
    old: Option<LetterId>,
) -> Result<LetterId> {
    let id = LetterId::new();
    let mut row = columns(letter, work.by)?;
    row.extend([
        ("complaint", Value::Integer(serial)),
        ("state", text(state_word(LetterState::Draft))),
        ("supersedes", old.map_or(Value::Null, |old| blob(old.0))),
    ]);
    work.insert(Table::Letter, id.0, row)?;
    Ok(id)
}

/// The letter, if it is in the state it must be in.
pub(crate) fn in_state(work: &Work<'_>, id: LetterId, state: LetterState) -> Result<Letter> {
    let letter = whole_letter(work.tx, id)?;
    match (letter.summary.state == state, state) {
        (true, _) => Ok(letter),
        (false, LetterState::Draft) => Err(RegisterError::Frozen),
        (false, _) => Err(RegisterError::NotIssued),
    }
}

impl Register {
    /// Begins a letter.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Closed`], [`RegisterError::Trashed`].
    pub fn letter_draft_add(
        &self,
        by: &By,
        complaint: ComplaintId,
        letter: &NewLetter,
    ) -> Result<Added<LetterId>> {
        let (id, done) = self.change(by, Op::LetterDraftAdd, |work| {
            let serial = work.on(complaint, Gate::Open, None)?.serial;
            draft(work, serial, letter, None)
        })?;
        Ok(Added { id, done })
    }

    /// Puts a new text into a draft.
    ///
    /// # Errors
    /// [`RegisterError::Frozen`] once it is issued, [`RegisterError::Conflict`],
    /// and as [`Register::letter_draft_add`].
    pub fn letter_draft_save(
        &self,
        by: &By,
        id: LetterId,
        expected: Option<i64>,
        letter: &NewLetter,
    ) -> Result<Done> {
        let done = self.change(by, Op::LetterDraftSave, |work| {
            work.on_owner_of(Table::Letter, id.0, Gate::Open, expected)?;
            let kept = in_state(work, id, LetterState::Draft)?;
            let same = kept.summary.kind == letter.kind
                && kept.summary.language == letter.language
                && kept.summary.heading == letter.heading
                && kept.summary.promised == letter.promised
                && kept.content == letter.content;
            if !same {
                work.update(Table::Letter, id.0, columns(letter, by)?)?;
            }
            Ok::<_, RegisterError>(())
        })?;
        Ok(done.1)
    }

    /// Throws a draft away.
    ///
    /// # Errors
    /// As [`Register::letter_draft_save`].
    pub fn letter_draft_delete(&self, by: &By, id: LetterId) -> Result<Done> {
        let done = self.change(by, Op::LetterDraftDelete, |work| {
            work.on_owner_of(Table::Letter, id.0, Gate::Open, None)?;
            in_state(work, id, LetterState::Draft)?;
            approvals::forget(work, id)?;
            work.delete(Table::Letter, id.0)
        })?;
        Ok(done.1)
    }

    /// Issues a draft: takes the next outgoing number, has `set` make the PDF
    /// with that number and date, keeps its bytes, and freezes the letter. The
    /// letter it supersedes, if any, becomes superseded.
    ///
    /// Other writers wait while `set` works; it may read the register but must
    /// not change it, for that would wait for itself.
    ///
    /// # Errors
    /// [`IssueError::Setting`] with what `set` gave; [`RegisterError::Frozen`],
    /// [`RegisterError::NotIssued`] when the letter to be superseded is so
    /// already, and as [`Register::letter_draft_save`]. Whenever it fails, the
    /// number is not used.
    pub fn letter_issue<E>(
        &self,
        by: &By,
        id: LetterId,
        expected: Option<i64>,
        set: impl FnOnce(&str, DateTime<FixedOffset>) -> Result<SetLetter, E>,
    ) -> Result<(IssuedFacts, Done), IssueError<E>> {
        self.change(by, Op::LetterIssue, |work| {
            work.on_owner_of(Table::Letter, id.0, Gate::Open, expected)?;
            let letter = in_state(work, id, LetterState::Draft)?;
            let numbering = profile(work.tx)?.numbering;
            let (series, pattern) = if letter.summary.kind.is_paper() {
                (Series::Paper, numbering.paper)
            } else {
                (Series::Outgoing, numbering.outgoing)
            };
            let pattern = Pattern::parse(&pattern)?;
            let (number, _) = number::take(work.tx, series, &pattern, by.now.year())?;
            let pages = set(&number, by.now).map_err(IssueError::Setting)?;
            let stored = self
                .store
                .take(&pages.pdf[..], &self.scratch.fresh(), &|_| {
                    ControlFlow::Continue(())
                })?;
            self.store
                .note_content(work, &stored.sha256, Some(stored.bytes))?;
            if let Some(old) = letter.summary.supersedes {
                in_state(work, old, LetterState::Issued)?;
                let superseded = text(state_word(LetterState::Superseded));
                work.update(Table::Letter, old.0, vec![("state", superseded)])?;
            }
            work.update(
                Table::Letter,
                id.0,
                vec![
                    ("state", text(state_word(LetterState::Issued))),
                    ("number", text(number.clone())),
                    ("issued_at", text(time(by.now))),
                    ("sha256", text(stored.sha256.clone())),
                    ("pages", Value::Integer(pages.pages.into())),
                ],
            )?;
            approvals::at_issue(work, letter.summary.approval)?;
            work.tell("letter", id.to_string());
            work.tell("number", number.clone());
            work.tell("sha256", stored.sha256.clone());
            work.tell("pages", pages.pages);
            if let Some(reason) = &pages.override_reason {
                work.tell("override_reason", reason.clone());
            }
            Ok(IssuedFacts {
                number,
                at: by.now,
                sha256: stored.sha256,
                pages: pages.pages,
            })
        })
    }

    /// Begins a draft that will replace an issued letter once it is issued
    /// itself. It starts with the old letter's text.
    ///
    /// # Errors
    /// [`RegisterError::NotIssued`], and as [`Register::letter_draft_add`].
    pub fn letter_supersede(&self, by: &By, old: LetterId) -> Result<Added<LetterId>> {
        let (id, done) = self.change(by, Op::LetterSupersede, |work| {
            let serial = work
                .on_owner_of(Table::Letter, old.0, Gate::Open, None)?
                .serial;
            let letter = in_state(work, old, LetterState::Issued)?;
            let again = NewLetter {
                kind: letter.summary.kind,
                language: letter.summary.language,
                heading: letter.summary.heading,
                content: letter.content,
                promised: letter.summary.promised,
            };
            draft(work, serial, &again, Some(old))
        })?;
        Ok(Added { id, done })
    }

    /// Notes how and when an issued letter was sent or handed over: its first
    /// dispatch, written down or put right.
    ///
    /// # Errors
    /// [`RegisterError::NotIssued`], [`RegisterError::Trashed`], [`RegisterError::NotFound`].
    pub fn letter_sent(
        &self,
        by: &By,
        id: LetterId,
        channel: Channel,
        at: DateTime<FixedOffset>,
    ) -> Result<Done> {
        let done = self.change(by, Op::LetterSent, |work| {
            let serial = work
                .on_owner_of(Table::Letter, id.0, Gate::Kept, None)?
                .serial;
            in_state(work, id, LetterState::Issued)?;
            dispatch::mark_first(work, serial, id, channel, at)?;
            let sent = vec![
                ("sent_channel", text(channel.word())),
                ("sent_at", text(time(at))),
            ];
            work.update(Table::Letter, id.0, sent)
        })?;
        Ok(done.1)
    }

    /// The content of the letters of these kinds that were last changed, on any
    /// complaint that is not in the trash, the newest first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn letters_like(&self, kinds: &[LetterKind], limit: u32) -> Result<Vec<serde_json::Value>> {
        let mut found: Vec<(String, String)> = Vec::new();
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("sql/letters_like.sql"))?;
        for kind in kinds {
            let rows = statement.query_map(params![kind.word(), limit], |row| {
                Ok((row.get("changed_at")?, row.get("content")?))
            })?;
            found.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
        }
        found.sort_by(|a, b| b.0.cmp(&a.0));
        found
            .into_iter()
            .take(limit as usize)
            .map(|(_, content)| Ok(serde_json::from_str(&content)?))
            .collect()
    }

    /// Notes that the complainant answered the requests for information that
    /// were open.
    ///
    /// # Errors
    /// [`RegisterError::NoQuestion`], and as [`Register::letter_draft_add`].
    pub fn question_answered(&self, by: &By, complaint: ComplaintId) -> Result<Done> {
        let done = self.change(by, Op::QuestionAnswered, |work| {
            let serial = work.on(complaint, Gate::Open, None)?.serial;
            let open: Vec<[u8; 16]> = work
                .tx
                .prepare_cached(include_str!("sql/questions_open.sql"))?
                .query_map([serial], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            if open.is_empty() {
                return Err(RegisterError::NoQuestion);
            }
            for id in open {
                let answered = vec![("answered_at", text(time(by.now)))];
                work.update(Table::Letter, uuid::Uuid::from_bytes(id), answered)?;
            }
            Ok(())
        })?;
        Ok(done.1)
    }
}

impl NewLetter {
    /// The same letter as it stands in the register, to be changed and saved.
    pub fn of(letter: &Letter) -> Self {
        let LetterSummary {
            kind,
            language,
            heading,
            promised,
            ..
        } = &letter.summary;
        Self {
            kind: *kind,
            language: *language,
            heading: heading.clone(),
            content: letter.content.clone(),
            promised: *promised,
        }
    }
}
