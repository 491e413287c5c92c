//! What an office has changed of the rules it counts by. The register keeps the texts; what they mean
//! is the affair of those who count.

use crate::clock::follow::clocks_reconcile;
use crate::clock::term::{AnswerTerm, Due};
use crate::clock::write::demand_recount;
use crate::database::row::serial_of;
use crate::database::value::{day_opt, text, variant};
use crate::error::Result;
use crate::journal::change::Change;
use crate::journal::op::Op;
use crate::journal::row_image::Table;
use crate::register::Register;
use complaint::{ClockId, ComplaintId, DemandId};
use rusqlite::OptionalExtension;
use serde_json::json;
use uuid::Uuid;

/// What a kept text changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NormKind {
    /// Edits of the law pack of a regime; the name is the regime's own in JSON.
    Law,
    /// A year of the production calendar; the name is the year.
    Calendar,
    /// The hours of the places where papers are handed over.
    Hours,
    /// What the office assumes when it reckons the price of an answer; stored under the name it had first.
    Assumptions,
    /// The terms that the office sets itself.
    Goals,
    /// For how long the office keeps its records.
    Retention,
}

impl NormKind {
    /// In the order in which screens show them.
    pub const ALL: &'static [Self] = &[
        Self::Law,
        Self::Calendar,
        Self::Hours,
        Self::Assumptions,
        Self::Goals,
        Self::Retention,
    ];

    /// Its name as it stands in the database and in the journal.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Calendar => "calendar",
            Self::Hours => "hours",
            Self::Assumptions => "stakes",
            Self::Goals => "goals",
            Self::Retention => "retention",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == word)
    }
}

/// One text that changes the rules: a norm in the lawyers' sense, that of the
/// office beside those of the law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Norm {
    /// What sort of rules it changes.
    pub kind: NormKind,
    /// Which of that sort: a regime's word, a year.
    pub name: String,
    /// The text; none takes the office's changes away, so that what ships stands again.
    pub body: Option<String>,
}

impl Norm {
    /// What a change of these is called: a reset when it only takes away.
    pub fn op(norms: &[Self]) -> Op {
        if norms.iter().all(|norm| norm.body.is_none()) {
            Op::NormReset
        } else {
            Op::NormSave
        }
    }
}

impl Register {
    /// What the office has changed.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn norms(&self) -> Result<Vec<Norm>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("norm_all.sql"))?;
        let mut rows = statement.query([])?;
        let mut norms = Vec::new();
        while let Some(row) = rows.next()? {
            norms.push(Norm {
                kind: variant(
                    NormKind::parse,
                    row.get_ref(0)?.as_str().unwrap_or_default(),
                )?,
                name: row.get(1)?,
                body: Some(row.get(2)?),
            });
        }
        Ok(norms)
    }
}

fn norm_put(change: &mut Change<'_>, norm: &Norm) -> Result<()> {
    let there: Option<[u8; 16]> = change
        .tx
        .prepare_cached(include_str!("norm_id.sql"))?
        .query_row([norm.kind.as_str(), norm.name.as_str()], |row| row.get(0))
        .optional()?;
    match (there.map(Uuid::from_bytes), &norm.body) {
        (Some(id), Some(body)) => {
            change.update(Table::Norm, id, vec![("body", text(body.clone()))])?;
        }
        (Some(id), None) => change.delete(Table::Norm, id)?,
        (None, Some(body)) => {
            let row = vec![
                ("kind", text(norm.kind.as_str())),
                ("name", text(norm.name.clone())),
                ("body", text(body.clone())),
            ];
            change.insert(Table::Norm, Uuid::now_v7(), row)?;
        }
        (None, None) => {}
    }
    Ok(())
}

impl Change<'_> {
    /// Keeps changes of the rules, together with the terms of open cases that
    /// follow from them: `answers` are cases without demands, with the term of
    /// their answer. The change is named by [`Norm::op`].
    ///
    /// # Errors
    /// Those of writing the database; [`crate::RegisterError::NotFound`] for a demand that is gone.
    pub fn norms_save(
        &mut self,
        norms: &[Norm],
        recounted: &[(DemandId, Due)],
        clocks: &[(ClockId, Due)],
        answers: &[(ComplaintId, Option<AnswerTerm>)],
    ) -> Result<()> {
        let before = self.rows.len();
        for norm in norms {
            norm_put(self, norm)?;
        }
        for (complaint, term) in answers {
            let serial = serial_of(self.tx, *complaint)?;
            clocks_reconcile(self, serial, Some(term.as_ref()))?;
            self.relisted.insert(serial);
        }
        for (demand, due) in recounted {
            demand_recount(self, *demand, due)?;
        }
        for (clock, due) in clocks {
            let row = vec![
                ("due_legal", day_opt(due.legal)),
                ("due_safe", day_opt(due.safe)),
            ];
            self.update(Table::Clock, clock.0, row)?;
            self.relist(Table::Clock, clock.0)?;
        }
        if self.rows.len() > before {
            let names: Vec<String> = norms
                .iter()
                .map(|norm| format!("{}/{}", norm.kind.as_str(), norm.name))
                .collect();
            let count = recounted.len() + clocks.len() + answers.len();
            self.detail(
                Norm::op(norms),
                json!({ "norms": names, "recounted": count }),
            );
        }
        Ok(())
    }
}
