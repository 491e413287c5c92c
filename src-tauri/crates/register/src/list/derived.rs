//! What is derived from the records, built anew where the program derives it
//! otherwise than the one that wrote it. This is no change of a record and has
//! no journal row.

use crate::clock::follow::clocks_reconcile;
use crate::clock::open::{ANSWERS_OPEN, BACKLOG};
use crate::clock::term::AnswerLaw;
use crate::database::connection::{fact, fact_write};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::{By, Op};
use crate::list::summary::summary_refresh;
use crate::register::Register;
use crate::search::index::{INDEX_VERSION, reindex};
use chrono::{DateTime, FixedOffset};
use complaint::{Actor, Channel, ClockKind, Kind, LetterKind, NextStep, Status};
use rusqlite::{Transaction, TransactionBehavior};

/// The vocabularies whose places `listing` keeps, in one line. When a word is
/// added or moved, the listing is built anew.
fn vocabularies() -> String {
    let words = |words: Vec<&str>| words.join(" ");
    [
        words(Status::ALL.iter().map(|w| w.as_str()).collect()),
        words(NextStep::ALL.iter().map(|w| w.as_str()).collect()),
        words(Channel::ALL.iter().map(|w| w.as_str()).collect()),
        words(Kind::ALL.iter().map(|w| w.as_str()).collect()),
        words(LetterKind::ALL.iter().map(|w| w.as_str()).collect()),
        words(ClockKind::ALL.iter().map(|w| w.as_str()).collect()),
    ]
    .join("|")
}

/// The fact that says that open cases without demands have their clocks.
const SETTLED: &str = "answers";

/// What it says when they have them by what this program takes for law; another number stands for an
/// older understanding of it.
const SETTLED_BY: &str = "2";

impl Register {
    /// Builds the listing and the search index anew where the program derives
    /// them otherwise than the one that wrote them, or where they are not to be
    /// trusted. Says whether the index was rebuilt.
    pub(crate) fn rebuild_derived(&self, distrusted: bool) -> Result<bool> {
        let normaliser = format!("{}.{INDEX_VERSION}", russian::stem::NORMALISER_VERSION);
        let vocabularies = vocabularies();
        let mut conn = self.writer();
        if !distrusted
            && fact(&conn, "normaliser")?.as_ref() == Some(&normaliser)
            && fact(&conn, "vocabularies")?.as_ref() == Some(&vocabularies)
        {
            return Ok(false);
        }
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let reword = distrusted || fact(&tx, "normaliser")?.as_ref() != Some(&normaliser);
        let relist = distrusted || fact(&tx, "vocabularies")?.as_ref() != Some(&vocabularies);
        if reword {
            tx.execute("INSERT INTO words (words) VALUES ('delete-all')", [])?;
            tx.execute("DELETE FROM stem", [])?;
        }
        if relist {
            self.reconcile_backlog(&tx)?;
            // Nobody counts over a calendar yet: the host does once it has lent its own.
            fact_write(&tx, SETTLED, "0")?;
        }
        let mut last = i64::MIN;
        loop {
            let serials: Vec<i64> = tx
                .prepare_cached(include_str!("serials_after.sql"))?
                .query_map([last], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            let Some(&end) = serials.last() else { break };
            for serial in serials {
                if relist {
                    summary_refresh(&tx, serial)?;
                }
                if reword {
                    reindex(&tx, serial)?;
                }
            }
            last = end;
        }
        fact_write(&tx, "normaliser", &normaliser)?;
        fact_write(&tx, "vocabularies", &vocabularies)?;
        tx.commit()?;
        Ok(reword)
    }

    /// Gives the clocks that follow from facts to records of a program that did
    /// not keep them. Whose they are is told.
    fn reconcile_backlog(&self, tx: &Transaction<'_>) -> Result<Vec<i64>> {
        let serials: Vec<i64> = tx
            .prepare_cached(BACKLOG)?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        // Nobody changes anything here, so the day of a decision that was never
        // written down is taken as the day it promises.
        let now = DateTime::<chrono::Utc>::MAX_UTC.fixed_offset();
        self.reconcile(tx, &serials, now)?;
        Ok(serials)
    }

    /// Brings the clocks of some complaints up to their facts.
    fn reconcile(
        &self,
        tx: &Transaction<'_>,
        serials: &[i64],
        now: DateTime<FixedOffset>,
    ) -> Result<()> {
        let by = By {
            actor: Actor::named(""),
            now,
        };
        for serial in serials {
            // Nothing is written to the journal, so the operation is of no account.
            let mut change = Change::without_images(self, tx, &by, Op::OfficeCreate);
            clocks_reconcile(&mut change, *serial, None)?;
        }
        Ok(())
    }

    /// Says what the law asks of complaints that demand nothing, and gives the
    /// open ones their clocks where records are older than these. On a disk that
    /// takes nothing they get them at a later opening.
    ///
    /// # Errors
    /// Those of the database.
    pub fn set_answer_law(&self, law: Box<AnswerLaw>, now: DateTime<FixedOffset>) -> Result<()> {
        // A second law would be a mistake of the host; the first stands.
        let _ = self.answers.set(law);
        let settled = fact(&self.reader(), SETTLED)?;
        if self.unwritable.is_some() || settled.as_deref() == Some(SETTLED_BY) {
            return Ok(());
        }
        match self.settle_answers(now) {
            Err(RegisterError::DiskFull | RegisterError::Denied) => Ok(()),
            settled => settled,
        }
    }

    fn settle_answers(&self, now: DateTime<FixedOffset>) -> Result<()> {
        let mut conn = self.writer();
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let serials: Vec<i64> = tx
            .prepare(ANSWERS_OPEN)?
            .query_map([], |row| row.get("serial"))?
            .collect::<rusqlite::Result<_>>()?;
        self.reconcile(&tx, &serials, now)?;
        let backlog = self.reconcile_backlog(&tx)?;
        for serial in serials.into_iter().chain(backlog) {
            summary_refresh(&tx, serial)?;
        }
        fact_write(&tx, SETTLED, SETTLED_BY)?;
        tx.commit()?;
        Ok(())
    }
}
