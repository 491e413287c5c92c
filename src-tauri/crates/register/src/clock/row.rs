//! Reading the clocks of a case and the stretches in which they stood still.

use crate::database::row::read_id_opt;
use crate::database::row::read_variant;
use crate::database::value::{blob, read_day, read_day_opt, variant};
use crate::error::{RegisterError, Result};
use chrono::NaiveDate;
use complaint::{
    CaseClock, ClockEnd, ClockFields, ClockId, ClockKind, ClockPause, ClockPauseId, ClockStart,
    DemandId, Ending, Proof, ProofKind, Term,
};
use rusqlite::{Connection, Row};
use uuid::Uuid;

pub(crate) fn clock_by_id(conn: &Connection, id: ClockId) -> Result<CaseClock> {
    let mut statement = conn.prepare_cached("SELECT * FROM clock WHERE id = ?1")?;
    let mut rows = statement.query([blob(id.0)])?;
    let row = rows.next()?.ok_or(RegisterError::NotFound("clock"))?;
    read_clock(row)
}

pub(crate) fn ending_of_demand(
    conn: &Connection,
    serial: i64,
    demand: DemandId,
) -> Result<Option<ClockId>> {
    Ok(clocks_of(conn, serial)?
        .into_iter()
        .find(|c| c.fields.kind == ClockKind::Demand && c.source == Some(demand.0))
        .map(|c| c.id))
}

fn read_proof(row: &Row<'_>) -> Result<Option<Proof>> {
    let Some(id) = read_id_opt(row, "proof_id")? else {
        return Ok(None);
    };
    Ok(Some(Proof {
        kind: read_variant(row, "proof", ProofKind::parse)?,
        id,
    }))
}

fn read_term(row: &Row<'_>) -> Result<Option<Term>> {
    let unit: Option<String> = row.get("unit")?;
    let (Some(count), Some(unit)) = (row.get("count")?, unit) else {
        return Ok(None);
    };
    let unit = variant(|unit| unit.parse().ok(), &unit)?;
    Ok(Some(Term { count, unit }))
}

pub(crate) fn read_clock(row: &Row<'_>) -> Result<CaseClock> {
    let ended: Option<String> = row.get("ended")?;
    Ok(CaseClock {
        id: ClockId(Uuid::from_bytes(row.get("id")?)),
        of_facts: row.get("of_facts")?,
        source: read_id_opt(row, "source")?,
        fields: ClockFields {
            kind: read_variant(row, "kind", ClockKind::parse)?,
            title: row.get("title")?,
            ours: row.get("ours")?,
            start: read_variant(row, "start", ClockStart::parse)?,
            start_ref: read_id_opt(row, "start_ref")?,
            term: read_term(row)?,
            day: read_day_opt(row.get("day")?)?,
            citation: row.get("citation")?,
            note: row.get("note")?,
        },
        start_on: read_day(row.get_ref("start_on")?.as_str().unwrap_or_default())?,
        due_legal: read_day_opt(row.get("due_legal")?)?,
        due_safe: read_day_opt(row.get("due_safe")?)?,
        ended: ended
            .map(|how| {
                Ok::<_, RegisterError>(Ending {
                    how: variant(ClockEnd::parse, &how)?,
                    on: read_day(row.get_ref("ended_on")?.as_str().unwrap_or_default())?,
                    why: row.get("ended_why")?,
                    proof: read_proof(row)?,
                    of_facts: row.get("ended_facts")?,
                })
            })
            .transpose()?,
    })
}

pub(crate) fn clocks_of(conn: &Connection, serial: i64) -> Result<Vec<CaseClock>> {
    let mut statement = conn.prepare_cached(include_str!("clocks.sql"))?;
    let mut rows = statement.query([serial])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(read_clock(row)?);
    }
    Ok(out)
}

pub(crate) fn pauses_of(conn: &Connection, serial: i64) -> Result<Vec<ClockPause>> {
    let mut statement = conn.prepare_cached(include_str!("clock_pauses.sql"))?;
    let mut rows = statement.query([serial])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(ClockPause {
            id: ClockPauseId(Uuid::from_bytes(row.get("id")?)),
            clock: read_id_opt(row, "clock")?.map(ClockId),
            demand: read_id_opt(row, "demand")?.map(DemandId),
            from: read_day(row.get_ref("from_day")?.as_str().unwrap_or_default())?,
            to: read_day_opt(row.get("to_day")?)?,
            ground: row.get("ground")?,
            citation: row.get("citation")?,
            proof: read_proof(row)?,
        });
    }
    Ok(out)
}

/// The first and last days of the pauses that a statement finds by an id.
pub(crate) fn stretches(
    conn: &Connection,
    sql: &str,
    id: Uuid,
) -> Result<Vec<(NaiveDate, Option<NaiveDate>)>> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([blob(id)])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push((
            read_day(row.get_ref(0)?.as_str().unwrap_or_default())?,
            read_day_opt(row.get(1)?)?,
        ));
    }
    Ok(out)
}
