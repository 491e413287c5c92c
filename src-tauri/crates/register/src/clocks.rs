//! The clocks of a case that the register keeps: started by a person, paused
//! where a rule lets them, ended with what proves it.

mod answer;
mod follow;
mod reading;

pub use answer::{AnswerLaw, AnswerTerm, OpenAnswer, Undemanding};
pub(crate) use follow::{follow, settle, settle_backlog};
pub(crate) use reading::{clocks, pauses};

use reading::{clock, of_demand, one};

use crate::error::{RegisterError, Result};
use crate::image::{Columns, Table};
use crate::journal::Op;
use crate::norms::{Due, relist};
use crate::register::Register;
use crate::text::{blob, day_opt, text, text_opt};
use crate::values::{Added, By, Done};
use crate::work::{Gate, Work};
use chrono::NaiveDate;
use complaint::{
    CaseClock, ClockEnd, ClockId, ClockKind, ClockPause, ClockPauseId, ClockStart, ComplaintId,
    DemandId, Proof, ProofKind,
};
use rusqlite::types::Value;
use uuid::Uuid;

/// A term to be counted: from the day of an event, or a named day, moved on by
/// the days in which it stands still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The day of the event.
    pub start: NaiveDate,
    /// How many units.
    pub count: Option<u32>,
    /// Of what.
    pub unit: Option<String>,
    /// The last day, where it is named instead.
    pub day: Option<NaiveDate>,
    /// First and last days of the stretches that don't count.
    pub pauses: Vec<(NaiveDate, Option<NaiveDate>)>,
}

/// Counts a term: the legal and the safe last day, or none. The register knows
/// no calendar; who opens it says how to count.
pub type Counter = dyn Fn(&Asked) -> Option<(NaiveDate, NaiveDate)> + Send + Sync;

/// A clock to be started, or put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewClock {
    /// What it is for.
    pub kind: ClockKind,
    /// In the office's own words.
    pub title: String,
    /// It binds the office.
    pub ours: bool,
    /// From which fact it runs.
    pub start: ClockStart,
    /// Which letter, dispatch, step or entry.
    pub start_ref: Option<Uuid>,
    /// The day of the fact.
    pub start_on: NaiveDate,
    /// How many units.
    pub count: Option<u32>,
    /// Of what.
    pub unit: Option<String>,
    /// The last day, where it is named.
    pub day: Option<NaiveDate>,
    /// What it rests on.
    pub citation: String,
    /// Anything else worth knowing.
    pub note: String,
}

/// What ends: a clock of its own, or the term of a demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timed {
    /// A clock.
    Clock(ClockId),
    /// The term of a demand.
    Demand(DemandId),
}

/// The end of a clock, to be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEnding {
    /// How.
    pub how: ClockEnd,
    /// The day.
    pub on: NaiveDate,
    /// Why, in words.
    pub why: String,
    /// What proves it.
    pub proof: Option<Proof>,
}

/// A stretch in which something stands still, to be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPause {
    /// The first day that doesn't count.
    pub from: NaiveDate,
    /// The last one; none while it still stands.
    pub to: Option<NaiveDate>,
    /// What happened.
    pub ground: String,
    /// The rule that lets it.
    pub citation: String,
    /// What proves it.
    pub proof: Option<Proof>,
}

/// A running clock of an open case, as lists and calendars of dates show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenClock {
    /// The complaint.
    pub complaint: ComplaintId,
    /// Its number.
    pub number: String,
    /// Its subject.
    pub subject: String,
    /// The clock.
    pub clock: CaseClock,
    /// The stretches in which it stood still.
    pub pauses: Vec<(NaiveDate, Option<NaiveDate>)>,
}

pub(crate) fn start_columns(new: &NewClock) -> Columns {
    vec![
        ("kind", text(new.kind.word())),
        ("title", text(new.title.clone())),
        ("ours", Value::Integer(new.ours.into())),
        ("start", text(new.start.word())),
        ("start_ref", new.start_ref.map_or(Value::Null, blob)),
        ("start_on", text(new.start_on.to_string())),
        (
            "count",
            new.count.map_or(Value::Null, |n| Value::Integer(n.into())),
        ),
        ("unit", text_opt(new.unit.clone())),
        ("day", day_opt(new.day)),
        ("citation", text(new.citation.clone())),
        ("note", text(new.note.clone())),
    ]
}

pub(crate) fn ending_columns(end: Option<&NewEnding>, of_facts: bool) -> Columns {
    let proof = end.and_then(|end| end.proof);
    vec![
        ("ended", text_opt(end.map(|end| end.how.word()))),
        ("ended_on", day_opt(end.map(|end| end.on))),
        (
            "ended_why",
            text(end.map(|end| end.why.clone()).unwrap_or_default()),
        ),
        (
            "ended_facts",
            Value::Integer((of_facts && end.is_some()).into()),
        ),
        ("proof", text_opt(proof.map(|proof| proof.kind.word()))),
        ("proof_id", proof.map_or(Value::Null, |p| blob(p.id))),
    ]
}

pub(crate) fn insert(
    work: &mut Work<'_>,
    serial: i64,
    source: Option<Uuid>,
    of_facts: bool,
    new: &NewClock,
    end: Option<&NewEnding>,
) -> Result<ClockId> {
    let id = ClockId::new();
    let due = work.counted(&Asked {
        start: new.start_on,
        count: new.count,
        unit: new.unit.clone(),
        day: new.day,
        pauses: Vec::new(),
    });
    let mut row = start_columns(new);
    row.extend(ending_columns(end, of_facts));
    row.extend([
        ("complaint", Value::Integer(serial)),
        ("of_facts", Value::Integer(of_facts.into())),
        ("source", source.map_or(Value::Null, blob)),
        ("due_legal", day_opt(due.map(|(legal, _)| legal))),
        ("due_safe", day_opt(due.map(|(_, safe)| safe))),
    ]);
    work.insert(Table::Clock, id.0, row)?;
    Ok(id)
}

/// Where the papers that may prove something stand.
fn see_proof(work: &Work<'_>, serial: i64, proof: Option<Proof>) -> Result<()> {
    let Some(proof) = proof else { return Ok(()) };
    let (table, name) = match proof.kind {
        ProofKind::Letter => ("letter", "letter"),
        ProofKind::Dispatch => ("dispatch", "dispatch"),
        ProofKind::Document => ("document", "document"),
        ProofKind::Diary => ("diary", "diary"),
    };
    see_row(work, serial, table, proof.id, name)
}

/// Sees that a row belongs to the complaint.
fn see_row(work: &Work<'_>, serial: i64, table: &str, id: Uuid, name: &'static str) -> Result<()> {
    let own: i64 = work
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

fn see_start(work: &Work<'_>, serial: i64, new: &NewClock) -> Result<()> {
    let Some(id) = new.start_ref else {
        return Ok(());
    };
    let table = match new.start {
        ClockStart::Issued => "letter",
        ClockStart::Dispatched => "dispatch",
        ClockStart::Delivered => "dispatch_event",
        ClockStart::Diary => "diary",
        ClockStart::Decided => "demand",
        ClockStart::HandedOver => "document",
        ClockStart::Received | ClockStart::Day => return Err(RegisterError::NotFound("start")),
    };
    see_row(work, serial, table, id, "start")
}

impl Register {
    /// Says how terms are counted. Without it the days of clocks that are
    /// counted stay unknown.
    pub fn count_with(&self, counter: Box<Counter>) {
        // A second way of counting would be a mistake of the host; the first stands.
        let _ = self.counter.set(counter);
    }

    /// Starts a clock.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], also for a fact of another complaint;
    /// [`RegisterError::Trashed`].
    pub fn clock_add(
        &self,
        by: &By,
        complaint: ComplaintId,
        new: &NewClock,
    ) -> Result<Added<ClockId>> {
        let (id, done) = self.change(by, Op::ClockAdd, |work| {
            let serial = work.on(complaint, Gate::Kept, None)?.serial;
            see_start(work, serial, new)?;
            work.tell("kind", new.kind.word());
            insert(work, serial, None, false, new, None)
        })?;
        Ok(Added { id, done })
    }

    /// Puts a clock right. One that follows from facts takes none of this.
    ///
    /// # Errors
    /// As [`Register::clock_add`]; [`RegisterError::OfFacts`].
    pub fn clock_edit(&self, by: &By, id: ClockId, new: &NewClock) -> Result<Done> {
        let done = self.change(by, Op::ClockEdit, |work| {
            let serial = own(work, id)?;
            see_start(work, serial, new)?;
            work.update(Table::Clock, id.0, start_columns(new))
        })?;
        Ok(done.1)
    }

    /// Takes a clock away, with its pauses.
    ///
    /// # Errors
    /// As [`Register::clock_edit`].
    pub fn clock_remove(&self, by: &By, id: ClockId) -> Result<Done> {
        let done = self.change(by, Op::ClockRemove, |work| {
            let serial = own(work, id)?;
            remove(work, serial, id)
        })?;
        Ok(done.1)
    }

    /// Ends a clock or the term of a demand: met, or void.
    ///
    /// # Errors
    /// As [`Register::clock_add`]; [`RegisterError::ClockEnded`].
    pub fn clock_end(&self, by: &By, what: Timed, end: &NewEnding) -> Result<Done> {
        let done = self.change(by, Op::ClockEnd, |work| {
            match what {
                Timed::Clock(id) => {
                    let serial = work
                        .on_owner_of(Table::Clock, id.0, Gate::Kept, None)?
                        .serial;
                    if one(work.tx, id)?.ended.is_some() {
                        return Err(RegisterError::ClockEnded);
                    }
                    see_proof(work, serial, end.proof)?;
                    work.update(Table::Clock, id.0, ending_columns(Some(end), false))?;
                }
                Timed::Demand(id) => {
                    let serial = work
                        .on_owner_of(Table::Demand, id.0, Gate::Kept, None)?
                        .serial;
                    see_proof(work, serial, end.proof)?;
                    if of_demand(work.tx, serial, id)?.is_some() {
                        return Err(RegisterError::ClockEnded);
                    }
                    let new = NewClock {
                        kind: ClockKind::Demand,
                        title: String::new(),
                        ours: true,
                        start: ClockStart::Received,
                        start_ref: None,
                        start_on: end.on,
                        count: None,
                        unit: None,
                        day: None,
                        citation: String::new(),
                        note: String::new(),
                    };
                    insert(work, serial, Some(id.0), false, &new, Some(end))?;
                }
            }
            work.tell("how", end.how.word());
            work.tell("on", end.on.to_string());
            Ok::<_, RegisterError>(())
        })?;
        Ok(done.1)
    }

    /// Lets a clock that a person ended run again.
    ///
    /// # Errors
    /// As [`Register::clock_add`]; [`RegisterError::OfFacts`] where the facts ended it.
    pub fn clock_reopen(&self, by: &By, what: Timed) -> Result<Done> {
        let done = self.change(by, Op::ClockReopen, |work| match what {
            Timed::Clock(id) => {
                work.on_owner_of(Table::Clock, id.0, Gate::Kept, None)?;
                if one(work.tx, id)?.ended.is_some_and(|end| end.of_facts) {
                    return Err(RegisterError::OfFacts);
                }
                work.update(Table::Clock, id.0, ending_columns(None, false))?;
                Ok(())
            }
            Timed::Demand(id) => {
                let serial = work
                    .on_owner_of(Table::Demand, id.0, Gate::Kept, None)?
                    .serial;
                match of_demand(work.tx, serial, id)? {
                    Some(row) => work.delete(Table::Clock, row.0),
                    None => Ok(()),
                }
            }
        })?;
        Ok(done.1)
    }

    /// Makes a clock or the term of a demand stand still. The days of a clock
    /// are counted here, those of a demand come with `due`.
    ///
    /// # Errors
    /// As [`Register::clock_add`]; [`RegisterError::ClockPaused`] when it
    /// stands still on some of these days already.
    pub fn clock_pause(
        &self,
        by: &By,
        what: Timed,
        pause: &NewPause,
        due: Option<&Due>,
    ) -> Result<Added<ClockPauseId>> {
        let (id, done) = self.change(by, Op::ClockPause, |work| {
            let (serial, clock, demand) = match what {
                Timed::Clock(id) => {
                    let serial = work
                        .on_owner_of(Table::Clock, id.0, Gate::Kept, None)?
                        .serial;
                    if one(work.tx, id)?.ended.is_some() {
                        return Err(RegisterError::ClockEnded);
                    }
                    (serial, Some(id), None)
                }
                Timed::Demand(id) => {
                    let serial = work
                        .on_owner_of(Table::Demand, id.0, Gate::Open, None)?
                        .serial;
                    (serial, None, Some(id))
                }
            };
            see_proof(work, serial, pause.proof)?;
            let meets = pauses(work.tx, serial)?.into_iter().any(|old| {
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
                ("proof", text_opt(pause.proof.map(|p| p.kind.word()))),
                ("proof_id", pause.proof.map_or(Value::Null, |p| blob(p.id))),
            ];
            work.insert(Table::ClockPause, id.0, row)?;
            recount_demand(work, demand, due)?;
            work.tell("ground", pause.ground.clone());
            work.tell("citation", pause.citation.clone());
            Ok(id)
        })?;
        Ok(Added { id, done })
    }

    /// Lets what stood still run on: `to` is the last day that doesn't count.
    ///
    /// # Errors
    /// As [`Register::clock_pause`].
    pub fn clock_resume(
        &self,
        by: &By,
        id: ClockPauseId,
        to: NaiveDate,
        due: Option<&Due>,
    ) -> Result<Done> {
        let done = self.change(by, Op::ClockResume, |work| {
            let pause = pause_of(work, id)?;
            work.update(Table::ClockPause, id.0, vec![("to_day", day_opt(Some(to)))])?;
            recount_demand(work, pause.demand, due)
        })?;
        Ok(done.1)
    }

    /// Takes a stretch away in which something stood still.
    ///
    /// # Errors
    /// As [`Register::clock_pause`].
    pub fn clock_pause_remove(&self, by: &By, id: ClockPauseId, due: Option<&Due>) -> Result<Done> {
        let done = self.change(by, Op::ClockPauseRemove, |work| {
            let pause = pause_of(work, id)?;
            work.delete(Table::ClockPause, id.0)?;
            recount_demand(work, pause.demand, due)
        })?;
        Ok(done.1)
    }

    /// Notes in the journal that the papers of an inspection were put into one file.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn obstruction_made(
        &self,
        by: &By,
        complaint: ComplaintId,
        sha256: &str,
        papers: u64,
    ) -> Result<Done> {
        let done = self.change(by, Op::ObstructionMade, |work| {
            work.on(complaint, Gate::Any, None)?;
            work.tell("sha256", sha256);
            work.tell("papers", papers);
            Ok::<_, RegisterError>(())
        })?;
        Ok(done.1)
    }

    /// The running clocks of all open cases besides the terms of demands, oldest case first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn open_clocks(&self) -> Result<Vec<OpenClock>> {
        self.clocks_listed(include_str!("sql/clocks_open.sql"))
    }

    /// The running clocks of all open cases that are counted over the calendar
    /// or from a named day.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn counted_clocks(&self) -> Result<Vec<OpenClock>> {
        self.clocks_listed(include_str!("sql/clocks_counted.sql"))
    }

    fn clocks_listed(&self, sql: &str) -> Result<Vec<OpenClock>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let clock = clock(row)?;
            out.push(OpenClock {
                pauses: crate::norms::stretches(
                    &conn,
                    include_str!("sql/clock_stretches.sql"),
                    clock.id.0,
                )?,
                complaint: ComplaintId(Uuid::from_bytes(row.get("complaint_id")?)),
                number: row.get("number")?,
                subject: row.get("subject")?,
                clock,
            });
        }
        Ok(out)
    }
}

/// A clock that a person started and may change, with its complaint.
fn own(work: &mut Work<'_>, id: ClockId) -> Result<i64> {
    let serial = work
        .on_owner_of(Table::Clock, id.0, Gate::Kept, None)?
        .serial;
    if one(work.tx, id)?.of_facts {
        return Err(RegisterError::OfFacts);
    }
    Ok(serial)
}

pub(crate) fn remove(work: &mut Work<'_>, serial: i64, id: ClockId) -> Result<()> {
    for pause in pauses(work.tx, serial)? {
        if pause.clock == Some(id) {
            work.delete(Table::ClockPause, pause.id.0)?;
        }
    }
    work.delete(Table::Clock, id.0)
}

fn recount_demand(work: &mut Work<'_>, demand: Option<DemandId>, due: Option<&Due>) -> Result<()> {
    let (Some(id), Some(due)) = (demand, due) else {
        return Ok(());
    };
    let row = vec![
        ("rule", text_opt(due.rule.clone())),
        ("due_legal", day_opt(due.legal)),
        ("due_safe", day_opt(due.safe)),
    ];
    work.update(Table::Demand, id.0, row)?;
    relist(work, id)
}

fn pause_of(work: &mut Work<'_>, id: ClockPauseId) -> Result<ClockPause> {
    let serial = work
        .on_owner_of(Table::ClockPause, id.0, Gate::Kept, None)?
        .serial;
    pauses(work.tx, serial)?
        .into_iter()
        .find(|pause| pause.id == id)
        .ok_or(RegisterError::NotFound("clock_pause"))
}
