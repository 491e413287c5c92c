//! Writing the rows of clocks.

use crate::clock::fields::{NewClock, NewEnding};
use crate::clock::row::pauses_of;
use crate::clock::term::{Due, TermToCount};
use crate::database::value::{blob, day_opt, text, text_opt};
use crate::error::Result;
use crate::journal::change::Change;
use crate::journal::row_image::{Columns, Table};
use complaint::{CaseClock, ClockId, DemandId, Term};
use rusqlite::types::Value;
use uuid::Uuid;

pub(crate) fn start_columns(new: &NewClock) -> Columns {
    let fields = &new.fields;
    let mut columns = vec![
        ("kind", text(fields.kind.as_str())),
        ("title", text(fields.title.clone())),
        ("ours", Value::Integer(fields.ours.into())),
        ("start", text(fields.start.as_str())),
        ("start_ref", fields.start_ref.map_or(Value::Null, blob)),
        ("start_on", text(new.start_on.to_string())),
        ("day", day_opt(fields.day)),
        ("citation", text(fields.citation.clone())),
        ("note", text(fields.note.clone())),
    ];
    columns.extend(term_columns(fields.term));
    columns
}

pub(crate) fn term_columns(term: Option<Term>) -> Columns {
    let count = |term: Term| Value::Integer(term.count.into());
    vec![
        ("count", term.map_or(Value::Null, count)),
        ("unit", text_opt(term.map(|term| term.unit.as_str()))),
    ]
}

pub(crate) fn ending_columns(end: Option<&NewEnding>, of_facts: bool) -> Columns {
    let proof = end.and_then(|end| end.proof);
    vec![
        ("ended", text_opt(end.map(|end| end.how.as_str()))),
        ("ended_on", day_opt(end.map(|end| end.on))),
        (
            "ended_why",
            text(end.map(|end| end.why.clone()).unwrap_or_default()),
        ),
        (
            "ended_facts",
            Value::Integer((of_facts && end.is_some()).into()),
        ),
        ("proof", text_opt(proof.map(|proof| proof.kind.as_str()))),
        ("proof_id", proof.map_or(Value::Null, |p| blob(p.id))),
    ]
}

pub(crate) fn clock_insert(
    change: &mut Change<'_>,
    serial: i64,
    source: Option<Uuid>,
    of_facts: bool,
    new: &NewClock,
    end: Option<&NewEnding>,
) -> Result<ClockId> {
    let id = ClockId::new();
    let due = change.counted(&TermToCount::of(&new.fields, new.start_on, Vec::new()));
    let mut row = start_columns(new);
    row.extend(ending_columns(end, of_facts));
    row.extend([
        ("complaint", Value::Integer(serial)),
        ("of_facts", Value::Integer(of_facts.into())),
        ("source", source.map_or(Value::Null, blob)),
        ("due_legal", day_opt(due.map(|(legal, _)| legal))),
        ("due_safe", day_opt(due.map(|(_, safe)| safe))),
    ]);
    change.insert(Table::Clock, id.0, row)?;
    Ok(id)
}

pub(crate) fn clock_delete(change: &mut Change<'_>, serial: i64, id: ClockId) -> Result<()> {
    for pause in pauses_of(change.tx, serial)? {
        if pause.clock == Some(id) {
            change.delete(Table::ClockPause, pause.id.0)?;
        }
    }
    change.delete(Table::Clock, id.0)
}

/// The end that the facts give, unless a person has given one.
pub(crate) fn end_by_facts(row: &CaseClock, end: Option<&NewEnding>) -> Columns {
    match &row.ended {
        Some(ended) if !ended.of_facts => Vec::new(),
        _ => ending_columns(end, true),
    }
}

/// Puts what a demand was counted to.
pub(crate) fn demand_recount(change: &mut Change<'_>, demand: DemandId, due: &Due) -> Result<()> {
    let row = vec![
        ("rule", text_opt(due.rule.clone())),
        ("due_legal", day_opt(due.legal)),
        ("due_safe", day_opt(due.safe)),
    ];
    change.update(Table::Demand, demand.0, row)?;
    change.relist(Table::Demand, demand.0)
}
