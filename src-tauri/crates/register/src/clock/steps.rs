//! The clocks of a case that a person starts, pauses where a rule lets them, and
//! ends with what proves it.

use crate::clock::fields::{NewClock, NewEnding, NewPause, TermRef};
use crate::clock::row::{clock_by_id, ending_of_demand, pauses_of};
use crate::clock::term::Due;
use crate::clock::write::demand_recount;
use crate::clock::write::{clock_delete, clock_insert, ending_columns, start_columns};
use crate::database::value::{blob, day_opt, text, text_opt};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::Op;
use crate::journal::op::Precondition;
use crate::journal::row_image::Table;
use chrono::NaiveDate;
use complaint::{
    ClockFields, ClockId, ClockKind, ClockPause, ClockPauseId, ClockStart, ComplaintId, DemandId,
    Proof, ProofKind,
};
use rusqlite::types::Value;
use serde_json::json;
use uuid::Uuid;

/// Where the papers that may prove something stand.
fn see_proof(change: &Change<'_>, serial: i64, proof: Option<Proof>) -> Result<()> {
    let Some(proof) = proof else { return Ok(()) };
    let (table, name) = match proof.kind {
        ProofKind::Letter => ("letter", "letter"),
        ProofKind::Dispatch => ("dispatch", "dispatch"),
        ProofKind::Document => ("document", "document"),
        ProofKind::Diary => ("diary", "diary"),
    };
    see_row(change, serial, table, proof.id, name)
}

/// Sees that a row belongs to the complaint.
fn see_row(
    change: &Change<'_>,
    serial: i64,
    table: &str,
    id: Uuid,
    name: &'static str,
) -> Result<()> {
    let own: i64 = change
        .tx
        .prepare_cached(&format!(
            "SELECT count(*) FROM {table} WHERE id = ?1 AND complaint = ?2"
        ))?
        .query_row(rusqlite::params![id.as_bytes(), serial], |row| row.get(0))?;
    if own == 1 {
        Ok(())
    } else {
        Err(RegisterError::NotFound(name))
    }
}

fn see_start(change: &Change<'_>, serial: i64, new: &NewClock) -> Result<()> {
    let Some(id) = new.fields.start_ref else {
        return Ok(());
    };
    let table = match new.fields.start {
        ClockStart::Issued => "letter",
        ClockStart::Dispatched => "dispatch",
        ClockStart::Delivered => "dispatch_event",
        ClockStart::Diary => "diary",
        ClockStart::Decided => "demand",
        ClockStart::HandedOver => "document",
        ClockStart::Received | ClockStart::Day => return Err(RegisterError::NotFound("start")),
    };
    see_row(change, serial, table, id, "start")
}

/// A clock that a person started and may change, with its complaint.
fn own_clock(change: &mut Change<'_>, id: ClockId) -> Result<i64> {
    let serial = change
        .on_owner_of(Table::Clock, id.0, Precondition::NotTrashed)?
        .serial;
    if clock_by_id(change.tx, id)?.of_facts {
        return Err(RegisterError::OfFacts);
    }
    Ok(serial)
}

fn pause_of(change: &mut Change<'_>, id: ClockPauseId) -> Result<ClockPause> {
    let serial = change
        .on_owner_of(Table::ClockPause, id.0, Precondition::NotTrashed)?
        .serial;
    pauses_of(change.tx, serial)?
        .into_iter()
        .find(|pause| pause.id == id)
        .ok_or(RegisterError::NotFound("clock_pause"))
}

impl Change<'_> {
    /// Starts a clock.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], also for a fact of another complaint;
    /// [`RegisterError::Trashed`].
    pub fn clock_add(&mut self, complaint: ComplaintId, new: &NewClock) -> Result<ClockId> {
        let serial = self.on(complaint, Precondition::NotTrashed)?.serial;
        see_start(self, serial, new)?;
        self.detail(Op::ClockAdd, json!({ "kind": new.fields.kind.as_str() }));
        clock_insert(self, serial, None, false, new, None)
    }

    /// Takes a term for the one by which the complaint is answered, instead of what the rules say without
    /// asking: the answer ends it, and it runs from the receipt.
    ///
    /// # Errors
    /// As [`Change::clock_add`].
    pub fn answer_choose(&mut self, complaint: ComplaintId, new: &NewClock) -> Result<ClockId> {
        let serial = self.on(complaint, Precondition::NotTrashed)?.serial;
        self.detail(Op::ClockAdd, json!({ "kind": new.fields.kind.as_str() }));
        clock_insert(self, serial, None, true, new, None)
    }

    /// Puts a clock right. One that follows from facts takes none of this.
    ///
    /// # Errors
    /// As [`Change::clock_add`]; [`RegisterError::OfFacts`].
    pub fn clock_edit(&mut self, id: ClockId, new: &NewClock) -> Result<()> {
        let serial = own_clock(self, id)?;
        see_start(self, serial, new)?;
        self.update(Table::Clock, id.0, start_columns(new))?;
        Ok(())
    }

    /// Takes a clock away, with its pauses.
    ///
    /// # Errors
    /// As [`Change::clock_edit`].
    pub fn clock_remove(&mut self, id: ClockId) -> Result<()> {
        let serial = own_clock(self, id)?;
        clock_delete(self, serial, id)
    }

    /// Ends a clock or the term of a demand: met, or void.
    ///
    /// # Errors
    /// As [`Change::clock_add`]; [`RegisterError::ClockEnded`].
    pub fn clock_end(&mut self, what: TermRef, end: &NewEnding) -> Result<()> {
        match what {
            TermRef::Clock(id) => {
                let serial = self
                    .on_owner_of(Table::Clock, id.0, Precondition::NotTrashed)?
                    .serial;
                if clock_by_id(self.tx, id)?.ended.is_some() {
                    return Err(RegisterError::ClockEnded);
                }
                see_proof(self, serial, end.proof)?;
                self.update(Table::Clock, id.0, ending_columns(Some(end), false))?;
            }
            TermRef::Demand(id) => {
                let serial = self
                    .on_owner_of(Table::Demand, id.0, Precondition::NotTrashed)?
                    .serial;
                see_proof(self, serial, end.proof)?;
                if ending_of_demand(self.tx, serial, id)?.is_some() {
                    return Err(RegisterError::ClockEnded);
                }
                let new = NewClock {
                    fields: ClockFields::of(ClockKind::Demand, ClockStart::Received),
                    start_on: end.on,
                };
                clock_insert(self, serial, Some(id.0), false, &new, Some(end))?;
            }
        }
        self.detail(
            Op::ClockEnd,
            json!({ "how": end.how.as_str(), "on": end.on.to_string() }),
        );
        Ok(())
    }

    /// Lets a clock that a person ended run again.
    ///
    /// # Errors
    /// As [`Change::clock_add`]; [`RegisterError::OfFacts`] where the facts ended it.
    pub fn clock_reopen(&mut self, what: TermRef) -> Result<()> {
        match what {
            TermRef::Clock(id) => {
                self.on_owner_of(Table::Clock, id.0, Precondition::NotTrashed)?;
                if clock_by_id(self.tx, id)?
                    .ended
                    .is_some_and(|end| end.of_facts)
                {
                    return Err(RegisterError::OfFacts);
                }
                self.update(Table::Clock, id.0, ending_columns(None, false))?;
                Ok(())
            }
            TermRef::Demand(id) => {
                let serial = self
                    .on_owner_of(Table::Demand, id.0, Precondition::NotTrashed)?
                    .serial;
                match ending_of_demand(self.tx, serial, id)? {
                    Some(row) => self.delete(Table::Clock, row.0),
                    None => Ok(()),
                }
            }
        }
    }

    /// Makes a clock or the term of a demand stand still. The days of a clock
    /// are counted here, those of a demand come with `due`.
    ///
    /// # Errors
    /// As [`Change::clock_add`]; [`RegisterError::ClockPaused`] when it
    /// stands still on some of these days already.
    pub fn clock_pause(
        &mut self,
        what: TermRef,
        pause: &NewPause,
        due: Option<&Due>,
    ) -> Result<ClockPauseId> {
        let (serial, clock, demand) = match what {
            TermRef::Clock(id) => {
                let serial = self
                    .on_owner_of(Table::Clock, id.0, Precondition::NotTrashed)?
                    .serial;
                if clock_by_id(self.tx, id)?.ended.is_some() {
                    return Err(RegisterError::ClockEnded);
                }
                (serial, Some(id), None)
            }
            TermRef::Demand(id) => {
                let serial = self
                    .on_owner_of(Table::Demand, id.0, Precondition::Open)?
                    .serial;
                (serial, None, Some(id))
            }
        };
        see_proof(self, serial, pause.proof)?;
        let meets = pauses_of(self.tx, serial)?.into_iter().any(|old| {
            old.clock == clock
                && old.demand == demand
                && old.to.is_none_or(|to| pause.from <= to)
                && pause.to.is_none_or(|to| old.from <= to)
        });
        if meets {
            return Err(RegisterError::ClockPaused);
        }
        let id = ClockPauseId::new();
        let row = vec![
            ("complaint", Value::Integer(serial)),
            ("clock", clock.map_or(Value::Null, |id| blob(id.0))),
            ("demand", demand.map_or(Value::Null, |id| blob(id.0))),
            ("from_day", text(pause.from.to_string())),
            ("to_day", day_opt(pause.to)),
            ("ground", text(pause.ground.clone())),
            ("citation", text(pause.citation.clone())),
            ("proof", text_opt(pause.proof.map(|p| p.kind.as_str()))),
            ("proof_id", pause.proof.map_or(Value::Null, |p| blob(p.id))),
        ];
        self.insert(Table::ClockPause, id.0, row)?;
        self.demand_due(demand, due)?;
        self.detail(
            Op::ClockPause,
            json!({ "ground": pause.ground.clone(), "citation": pause.citation.clone() }),
        );
        Ok(id)
    }

    /// Lets what stood still run on: `to` is the last day that doesn't count.
    ///
    /// # Errors
    /// As [`Change::clock_pause`].
    pub fn clock_resume(
        &mut self,
        id: ClockPauseId,
        to: NaiveDate,
        due: Option<&Due>,
    ) -> Result<()> {
        let pause = pause_of(self, id)?;
        self.update(Table::ClockPause, id.0, vec![("to_day", day_opt(Some(to)))])?;
        self.demand_due(pause.demand, due)
    }

    /// Takes a stretch away in which something stood still.
    ///
    /// # Errors
    /// As [`Change::clock_pause`].
    pub fn clock_pause_remove(&mut self, id: ClockPauseId, due: Option<&Due>) -> Result<()> {
        let pause = pause_of(self, id)?;
        self.delete(Table::ClockPause, id.0)?;
        self.demand_due(pause.demand, due)
    }

    /// The term of a demand, where it is one that stood still and was counted anew.
    fn demand_due(&mut self, demand: Option<DemandId>, due: Option<&Due>) -> Result<()> {
        match (demand, due) {
            (Some(demand), Some(due)) => demand_recount(self, demand, due),
            _ => Ok(()),
        }
    }

    /// Notes in the journal that the papers of an inspection were put into one file.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn obstruction_made(
        &mut self,
        complaint: ComplaintId,
        sha256: &str,
        papers: u64,
    ) -> Result<()> {
        self.on(complaint, Precondition::Any)?;
        self.detail(
            Op::ObstructionMade,
            json!({ "sha256": sha256, "papers": papers }),
        );
        Ok(())
    }
}
