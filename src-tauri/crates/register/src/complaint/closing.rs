//! Closing a case and opening it again.

use crate::database::value::{text, time};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::Op;
use crate::journal::op::Precondition;
use crate::journal::row_image::Table;
use crate::list::summary::summary_of;
use complaint::{ComplaintId, NoAnswerReason, Unanswered};
use rusqlite::types::Value;
use serde_json::json;

/// On what ground a case is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closing {
    /// A final letter was sent or handed over and every demand decided.
    Answered,
    /// No answer is due, for this reason; `Other` must be said in words.
    NoAnswer(NoAnswerReason, String),
}

impl Change<'_> {
    /// Closes a case.
    ///
    /// # Errors
    /// [`RegisterError::NotAnswered`] unless a final letter left the office and every
    /// demand decided, or a reason is given why no answer is due;
    /// [`RegisterError::WordsNeeded`] for «other» without words; and as
    /// [`Change::complaint_edit`].
    pub fn complaint_close(&mut self, id: ComplaintId, closing: &Closing) -> Result<()> {
        let subject = self.on(id, Precondition::Open)?;
        let mut row = vec![("closed_at", text(time(self.by.now)))];
        match closing {
            Closing::Answered => {
                let facts = summary_of(self.tx, subject.serial)?.facts;
                if let Some(missing) = Unanswered::of(&facts) {
                    return Err(RegisterError::NotAnswered(missing));
                }
                self.detail(Op::ComplaintClose, json!({ "closing": "answered" }));
            }
            Closing::NoAnswer(reason, words) => {
                if *reason == NoAnswerReason::Other && words.trim().is_empty() {
                    return Err(RegisterError::WordsNeeded);
                }
                row.push(("no_answer", text(reason.as_str())));
                row.push(("no_answer_words", text(words.trim())));
                self.detail(Op::ComplaintClose, json!({ "closing": reason.as_str() }));
            }
        }
        self.update(Table::Complaint, id.0, row)?;
        Ok(())
    }

    /// Opens a closed case again.
    ///
    /// # Errors
    /// [`RegisterError::NotClosed`], [`RegisterError::Trashed`], [`RegisterError::NotFound`].
    pub fn complaint_reopen(&mut self, id: ComplaintId) -> Result<()> {
        if !self.on(id, Precondition::NotTrashed)?.closed {
            return Err(RegisterError::NotClosed);
        }
        let row = ["closed_at", "no_answer", "no_answer_words"]
            .into_iter()
            .map(|column| (column, Value::Null))
            .collect();
        self.update(Table::Complaint, id.0, row)?;
        Ok(())
    }
}
