//! Issuing a letter: number, date and bytes, for good.

use crate::complaint::decided::decided_now;
use crate::database::value::{text, time};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::Op;
use crate::journal::op::Precondition;
use crate::journal::row_image::Table;
use crate::letter::approval::at_issue;
use crate::letter::row::{letter_in_state, state_str};
use crate::number::counting::{Series, number_take};
use crate::number::pattern::Pattern;
use crate::number::year::counting_year;
use crate::office::profile::profile_of;
use chrono::{DateTime, FixedOffset};
use complaint::{IssuedFacts, LetterId, LetterState};
use rusqlite::types::Value;
use serde_json::json;
use std::ops::ControlFlow;
use thiserror::Error;

/// A letter as it was set: the bytes that are kept for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypesetLetter {
    /// The bytes that are printed, sent and kept alike.
    pub pdf: Vec<u8>,
    pub pages: u32,
    /// Why it is issued in spite of findings that would stop it; goes into the journal.
    pub override_reason: Option<String>,
}

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

impl Change<'_> {
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
    /// already, and as [`Change::letter_draft_save`]. Whenever it fails, the
    /// number is not used.
    pub fn letter_issue<E>(
        &mut self,
        id: LetterId,
        set: impl FnOnce(&str, DateTime<FixedOffset>) -> Result<TypesetLetter, E>,
    ) -> Result<IssuedFacts, IssueError<E>> {
        self.for_good(Op::LetterIssue)?;
        let case = self.on_owner_of(Table::Letter, id.0, Precondition::Open)?;
        let letter = letter_in_state(self, id, LetterState::Draft)?;
        let numbering = profile_of(self.tx)?.numbering;
        let (series, pattern) = if letter.summary.kind.is_paper() {
            (Series::Paper, numbering.paper)
        } else {
            (Series::Outgoing, numbering.outgoing)
        };
        let pattern = Pattern::parse(&pattern)?;
        let year = counting_year(self.tx, self.by.now)?;
        let (number, _) = number_take(self.tx, series, &pattern, year)?;
        let pages = set(&number, self.by.now).map_err(IssueError::Setting)?;
        let stored = self
            .register
            .document_store(&pages.pdf[..], &|_| ControlFlow::Continue(()))?;
        self.content_note(&stored.sha256, Some(stored.bytes))?;
        if let Some(old) = letter.summary.supersedes {
            letter_in_state(self, old, LetterState::Issued)?;
            let superseded = text(state_str(LetterState::Superseded));
            self.update(Table::Letter, old.0, vec![("state", superseded)])?;
        }
        let decided = decided_now(self.tx, case.serial)?;
        let decided = serde_json::to_string(&decided).map_err(RegisterError::from)?;
        self.update(
            Table::Letter,
            id.0,
            vec![
                ("state", text(state_str(LetterState::Issued))),
                ("number", text(number.clone())),
                ("issued_at", text(time(self.by.now))),
                ("sha256", text(stored.sha256.clone())),
                ("pages", Value::Integer(pages.pages.into())),
                ("decided", text(decided)),
            ],
        )?;
        let mut details = json!({
            "letter": id.to_string(),
            "number": number,
            "sha256": stored.sha256,
            "pages": pages.pages,
        });
        if let Some(reason) = &pages.override_reason {
            details["overridden"] = true.into();
            self.say("override_reason", reason);
        }
        self.reindexed.insert(case.serial);
        at_issue(self, letter.summary.approval, &mut details)?;
        self.detail(Op::LetterIssue, details);
        Ok(IssuedFacts {
            number,
            at: self.by.now,
            sha256: stored.sha256,
            pages: pages.pages,
        })
    }
}
