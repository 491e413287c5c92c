//! Steps of a case marked, assigned, added and taken away; checklists put on it; documents looked at.

use crate::database::row::serial_of;
use crate::database::value::{blob, day_opt, text, text_opt, time};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::{Op, Precondition};
use crate::journal::row_image::{Columns, Table};
use crate::procedure::kept::{lists_of, steps_of};
use chrono::NaiveDate;
use complaint::{
    Branch, CaseListId, CaseStepId, ComplaintId, DocumentId, Gate, RoutineVersionId, StepStanding,
};
use rusqlite::OptionalExtension;
use rusqlite::types::Value;
use serde_json::json;

/// What is written of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepWriting {
    /// Done, skipped or open again, with what is said to it.
    Mark(StepStanding, String),
    /// Whose task it is, and by which day.
    Assign(String, Option<NaiveDate>),
}

/// The state of a step that nobody said anything of.
fn untouched() -> Columns {
    vec![
        ("state", text(StepStanding::Open.as_str())),
        ("remark", text("")),
        ("marked_at", Value::Null),
        ("marked_by", Value::Null),
    ]
}

/// What a person writes down of a step.
pub(crate) fn assigned(person: &str, on_day: Option<NaiveDate>) -> Columns {
    vec![("person", text(person)), ("on_day", day_opt(on_day))]
}

fn put(columns: &mut Columns, written: Columns) {
    for (name, value) in written {
        match columns.iter_mut().find(|(known, _)| *known == name) {
            Some(place) => place.1 = value,
            None => columns.push((name, value)),
        }
    }
}

impl Change<'_> {
    /// Chooses the way a case goes; none leaves it to what is proposed.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Trashed`].
    pub fn branch_choose(&mut self, complaint: ComplaintId, branch: Option<Branch>) -> Result<()> {
        self.on(complaint, Precondition::NotTrashed)?;
        let column = ("branch", text_opt(branch.map(Branch::as_str)));
        self.update(Table::Complaint, complaint.0, vec![column])?;
        if let Some(branch) = branch {
            self.detail(Op::BranchChoose, json!({ "branch": branch.as_str() }));
        }
        Ok(())
    }

    /// Writes of a step that has a name, be there a row of it yet or not; `title` is what it is called now.
    ///
    /// # Errors
    /// As [`Change::branch_choose`].
    pub fn step_write(
        &mut self,
        complaint: ComplaintId,
        name: &str,
        title: &str,
        writing: &StepWriting,
    ) -> Result<()> {
        let serial = self.on(complaint, Precondition::NotTrashed)?.serial;
        let known = steps_of(self.tx, serial)?;
        let mut columns = self.written(writing);
        columns.push(("title", text(title)));
        if let Some(step) = known.iter().find(|step| step.name == name) {
            self.update(Table::CaseStep, step.id.0, columns)?;
        } else {
            let mut row = untouched();
            put(&mut row, assigned("", None));
            put(&mut row, columns);
            row.extend([("complaint", Value::Integer(serial)), ("name", text(name))]);
            self.insert(Table::CaseStep, CaseStepId::new().0, row)?;
        }
        Ok(())
    }

    /// The same of a step that was added by hand.
    ///
    /// # Errors
    /// As [`Change::branch_choose`]; [`RegisterError::NotFound`] for a step of another case too.
    pub fn own_step_write(
        &mut self,
        complaint: ComplaintId,
        id: CaseStepId,
        writing: &StepWriting,
    ) -> Result<()> {
        self.own_step(complaint, id)?;
        let columns = self.written(writing);
        self.update(Table::CaseStep, id.0, columns)?;
        Ok(())
    }

    /// Adds a step by hand.
    ///
    /// # Errors
    /// As [`Change::branch_choose`].
    pub fn own_step_add(
        &mut self,
        complaint: ComplaintId,
        title: &str,
        person: &str,
        on_day: Option<NaiveDate>,
    ) -> Result<CaseStepId> {
        let serial = self.on(complaint, Precondition::NotTrashed)?.serial;
        let id = CaseStepId::new();
        let mut row = untouched();
        row.extend(assigned(person, on_day));
        row.extend([
            ("complaint", Value::Integer(serial)),
            ("name", text("")),
            ("title", text(title)),
        ]);
        self.insert(Table::CaseStep, id.0, row)?;
        Ok(id)
    }

    /// Takes a step away that was added by hand.
    ///
    /// # Errors
    /// As [`Change::own_step_write`].
    pub fn own_step_remove(&mut self, complaint: ComplaintId, id: CaseStepId) -> Result<()> {
        self.own_step(complaint, id)?;
        self.delete(Table::CaseStep, id.0)
    }

    fn own_step(&mut self, complaint: ComplaintId, id: CaseStepId) -> Result<()> {
        let serial = self.on(complaint, Precondition::NotTrashed)?.serial;
        let known = steps_of(self.tx, serial)?;
        if known
            .iter()
            .any(|step| step.id == id && step.name.is_empty())
        {
            Ok(())
        } else {
            Err(RegisterError::NotFound("case_step"))
        }
    }

    fn written(&self, writing: &StepWriting) -> Columns {
        match writing {
            StepWriting::Mark(StepStanding::Open, _) => untouched(),
            StepWriting::Mark(state, remark) => vec![
                ("state", text(state.as_str())),
                ("remark", text(remark.clone())),
                ("marked_at", text(time(self.by.now))),
                ("marked_by", text(self.by.actor.0.clone())),
            ],
            StepWriting::Assign(person, on_day) => assigned(person, *on_day),
        }
    }

    /// Puts a checklist on a case, in the version named.
    ///
    /// # Errors
    /// As [`Change::branch_choose`].
    pub fn list_put(
        &mut self,
        complaint: ComplaintId,
        version: RoutineVersionId,
    ) -> Result<CaseListId> {
        let serial = self.on(complaint, Precondition::NotTrashed)?.serial;
        let known: Option<i64> = self
            .tx
            .prepare_cached("SELECT serial FROM routine_version WHERE id = ?1")?
            .query_row([blob(version.0)], |row| row.get(0))
            .optional()?;
        if known.is_none() {
            return Err(RegisterError::NotFound("checklist"));
        }
        let id = CaseListId::new();
        self.insert(
            Table::CaseList,
            id.0,
            vec![
                ("complaint", Value::Integer(serial)),
                ("version", blob(version.0)),
                ("put_at", text(time(self.by.now))),
                ("put_by", text(self.by.actor.0.clone())),
            ],
        )?;
        Ok(id)
    }

    /// Takes a checklist off a case, with what was ticked on it.
    ///
    /// # Errors
    /// As [`Change::branch_choose`].
    pub fn list_remove(&mut self, complaint: ComplaintId, id: CaseListId) -> Result<()> {
        let serial = self.on(complaint, Precondition::NotTrashed)?.serial;
        if !lists_of(self.tx, serial)?.iter().any(|list| list.id == id) {
            return Err(RegisterError::NotFound("case_list"));
        }
        let of_list = format!("{id}/");
        for step in steps_of(self.tx, serial)? {
            if step.name.starts_with(&of_list) {
                self.delete(Table::CaseStep, step.id.0)?;
            }
        }
        self.delete(Table::CaseList, id.0)
    }

    /// Says in the journal what was passed over by this change; why is said beside it.
    pub fn gates_passed(&mut self, gates: &[Gate]) {
        let words: Vec<&str> = gates.iter().map(|gate| gate.as_str()).collect();
        self.note("gates", words);
    }

    /// Records that somebody looked at documents of a case. What was looked at before is left as it was.
    ///
    /// # Errors
    /// As [`Change::branch_choose`]; [`RegisterError::NotFound`] for a document of another case too.
    pub fn documents_seen(
        &mut self,
        complaint: ComplaintId,
        documents: &[DocumentId],
    ) -> Result<()> {
        let serial = serial_of(self.tx, complaint)?;
        for id in documents {
            let owner = self.on_owner_of(Table::Document, id.0, Precondition::NotTrashed)?;
            if owner.serial != serial {
                return Err(RegisterError::NotFound("document"));
            }
            let unseen: Option<i64> = self
                .tx
                .prepare_cached("SELECT unseen FROM document WHERE id = ?1")?
                .query_row([blob(id.0)], |row| row.get(0))?;
            if unseen == Some(1) {
                let seen = vec![
                    ("unseen", Value::Integer(0)),
                    ("seen_at", text(time(self.by.now))),
                    ("seen_by", text(self.by.actor.0.clone())),
                ];
                self.update(Table::Document, id.0, seen)?;
            }
        }
        Ok(())
    }
}
