//! Clocks that follow from facts, brought up to them in the transaction that
//! changes a fact: what an interim reply promised, the day of an inspection,
//! what a decision promised, a goal that was met. Undoing the change brings
//! them back, for their rows are among those it wrote.

use crate::clock::answer::answer_reconcile;
use crate::clock::facts::{ExpectedClock, Facts, facts_of};
use crate::clock::row::{clocks_of, pauses_of};
use crate::clock::term::AnswerTerm;
use crate::clock::term::TermToCount;
use crate::clock::write::{clock_delete, clock_insert, end_by_facts};
use crate::database::value::{day_opt, read_day, read_time, text};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::row_image::Table;
use complaint::{CaseClock, ClockKind, ClockPause, ClockStart};
use rusqlite::params;
use uuid::Uuid;

/// Brings the clocks of a complaint up to its facts. `ruled` is what the law
/// asks where the rules themselves change with it; else the host is asked.
pub(crate) fn clocks_reconcile(
    change: &mut Change<'_>,
    serial: i64,
    ruled: Option<Option<&AnswerTerm>>,
) -> Result<()> {
    let Some(facts) = facts_of(change.tx, serial)? else {
        return Ok(());
    };
    let today = change.by.now.date_naive();
    let mut kept = clocks_of(change.tx, serial)?;
    let gone = |id: &Uuid| !facts.demands.iter().any(|one| one.demand == *id);
    // What a person said of a demand's term goes with the demand.
    for pause in pauses_of(change.tx, serial)? {
        if pause.demand.is_some_and(|demand| gone(&demand.0)) {
            change.delete(Table::ClockPause, pause.id.0)?;
        }
    }
    for row in kept.extract_if(.., |row| {
        row.fields.kind == ClockKind::Demand && row.source.is_none_or(|source| gone(&source))
    }) {
        change.delete(Table::Clock, row.id.0)?;
    }
    let answer = kept
        .extract_if(.., |row| {
            row.fields.kind == ClockKind::Answer && !row.is_chosen_answer()
        })
        .next();
    let chosen = kept.iter().any(CaseClock::governs_answer);
    answer_reconcile(change, serial, answer.as_ref(), &facts, ruled, chosen)?;
    let mut expected = facts.expected(today);
    for row in &kept {
        let goal = row.source.is_none();
        if row.of_facts && goal {
            goal_follows(change, row, &facts)?;
        } else if row.of_facts {
            match expected.iter().position(|w| {
                Some(w.source) == row.source && w.new.fields.start == row.fields.start
            }) {
                Some(at) => promise_follows(change, row, &expected.swap_remove(at))?,
                None => clock_delete(change, serial, row.id)?,
            }
        } else if row.fields.kind != ClockKind::Demand {
            start_follows(change, row, &facts)?;
        }
    }
    for want in expected {
        clock_insert(
            change,
            serial,
            Some(want.source),
            true,
            &want.new,
            want.end.as_ref(),
        )?;
    }
    clocks_recount(change, serial)
}

/// A goal that runs from the receipt, met by the acknowledgement or the answer.
fn goal_follows(change: &mut Change<'_>, row: &CaseClock, facts: &Facts) -> Result<()> {
    let met = match row.fields.kind {
        ClockKind::Acknowledgement => facts.receipt_confirmed(),
        ClockKind::Demand
        | ClockKind::Answer
        | ClockKind::Interim
        | ClockKind::Inspection
        | ClockKind::Expertise
        | ClockKind::GoodsReturn
        | ClockKind::Payment
        | ClockKind::Commitment
        | ClockKind::DataRequest
        | ClockKind::Goal
        | ClockKind::Other => facts.answered(),
    };
    let mut columns = vec![("start_on", text(facts.about.received.to_string()))];
    columns.extend(end_by_facts(row, met.as_ref()));
    change.update(Table::Clock, row.id.0, columns)?;
    Ok(())
}

fn promise_follows(change: &mut Change<'_>, row: &CaseClock, want: &ExpectedClock) -> Result<()> {
    let mut columns = vec![
        ("kind", text(want.new.fields.kind.as_str())),
        ("day", day_opt(want.new.fields.day)),
    ];
    columns.extend(end_by_facts(row, want.end.as_ref()));
    change.update(Table::Clock, row.id.0, columns)?;
    Ok(())
}

/// The day of the fact that a person's clock runs from, while the fact stands.
fn start_follows(change: &mut Change<'_>, row: &CaseClock, facts: &Facts) -> Result<()> {
    let found = match row.fields.start_ref.filter(|_| row.fields.start.follows()) {
        Some(id) => change
            .tx
            .prepare_cached(include_str!("clock_starts.sql"))?
            .query_row(params![row.fields.start.as_str(), id.as_bytes()], |row| {
                row.get::<_, Option<String>>(0)
            })?,
        None => None,
    };
    let day = match row.fields.start {
        ClockStart::Received => Some(facts.about.received),
        ClockStart::Delivered => found.map(|day| read_day(&day)).transpose()?,
        ClockStart::Issued
        | ClockStart::Dispatched
        | ClockStart::Decided
        | ClockStart::HandedOver
        | ClockStart::Diary
        | ClockStart::Day => found
            .map(|at| Ok::<_, RegisterError>(read_time(&at)?.date_naive()))
            .transpose()?,
    };
    if let Some(day) = day {
        let column = vec![("start_on", text(day.to_string()))];
        change.update(Table::Clock, row.id.0, column)?;
    }
    Ok(())
}

/// Counts the days of all clocks of the complaint.
fn clocks_recount(change: &mut Change<'_>, serial: i64) -> Result<()> {
    let pauses = pauses_of(change.tx, serial)?;
    for row in clocks_of(change.tx, serial)? {
        if row.fields.kind == ClockKind::Demand {
            continue;
        }
        clock_recount(change, &row, &pauses)?;
    }
    Ok(())
}

fn clock_recount(change: &mut Change<'_>, row: &CaseClock, pauses: &[ClockPause]) -> Result<()> {
    let own = pauses.iter().filter(|pause| pause.clock == Some(row.id));
    let days = own.map(ClockPause::days).collect();
    let asked = TermToCount::of(&row.fields, row.start_on, days);
    let due = change.counted(&asked);
    let columns = vec![
        ("due_legal", day_opt(due.map(|(legal, _)| legal))),
        ("due_safe", day_opt(due.map(|(_, safe)| safe))),
    ];
    change.update(Table::Clock, row.id.0, columns)?;
    Ok(())
}
