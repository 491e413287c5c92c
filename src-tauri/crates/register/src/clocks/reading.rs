//! Reading the clocks of a case and the stretches in which they stood still.

use crate::error::{RegisterError, Result};
use crate::text::{blob, read_day, read_day_opt, word};
use complaint::{
    CaseClock, ClockEnd, ClockId, ClockKind, ClockPause, ClockPauseId, ClockStart, DemandId,
    Ending, Proof, ProofKind,
};
use rusqlite::{Connection, Row};
use uuid::Uuid;

pub(super) fn one(conn: &Connection, id: ClockId) -> Result<CaseClock> {
    let mut statement = conn.prepare_cached("SELECT * FROM clock WHERE id = ?1")?;
    let mut rows = statement.query([blob(id.0)])?;
    let row = rows.next()?.ok_or(RegisterError::NotFound("clock"))?;
    clock(row)
}

pub(super) fn of_demand(
    conn: &Connection,
    serial: i64,
    demand: DemandId,
) -> Result<Option<ClockId>> {
    Ok(clocks(conn, serial)?
        .into_iter()
        .find(|c| c.kind == ClockKind::Demand && c.source == Some(demand.0))
        .map(|c| c.id))
}

fn id_opt(row: &Row<'_>, column: &str) -> Result<Option<Uuid>> {
    Ok(row
        .get::<_, Option<[u8; 16]>>(column)?
        .map(Uuid::from_bytes))
}

fn word_in<T>(row: &Row<'_>, column: &str, read: impl Fn(&str) -> Option<T>) -> Result<T> {
    word(read, row.get_ref(column)?.as_str().unwrap_or_default())
}

fn proof(row: &Row<'_>) -> Result<Option<Proof>> {
    let Some(id) = id_opt(row, "proof_id")? else {
        return Ok(None);
    };
    Ok(Some(Proof {
        kind: word_in(row, "proof", ProofKind::from_word)?,
        id,
    }))
}

pub(super) fn clock(row: &Row<'_>) -> Result<CaseClock> {
    let ended: Option<String> = row.get("ended")?;
    Ok(CaseClock {
        id: ClockId(Uuid::from_bytes(row.get("id")?)),
        kind: word_in(row, "kind", ClockKind::from_word)?,
        of_facts: row.get("of_facts")?,
        source: id_opt(row, "source")?,
        title: row.get("title")?,
        ours: row.get("ours")?,
        start: word_in(row, "start", ClockStart::from_word)?,
        start_ref: id_opt(row, "start_ref")?,
        start_on: read_day(row.get_ref("start_on")?.as_str().unwrap_or_default())?,
        count: row.get("count")?,
        unit: row.get("unit")?,
        day: read_day_opt(row.get("day")?)?,
        citation: row.get("citation")?,
        due_legal: read_day_opt(row.get("due_legal")?)?,
        due_safe: read_day_opt(row.get("due_safe")?)?,
        ended: ended
            .map(|how| {
                Ok::<_, RegisterError>(Ending {
                    how: word(ClockEnd::from_word, &how)?,
                    on: read_day(row.get_ref("ended_on")?.as_str().unwrap_or_default())?,
                    why: row.get("ended_why")?,
                    proof: proof(row)?,
                    of_facts: row.get("ended_facts")?,
                })
            })
            .transpose()?,
        note: row.get("note")?,
    })
}

pub(crate) fn clocks(conn: &Connection, serial: i64) -> Result<Vec<CaseClock>> {
    let mut statement = conn.prepare_cached(include_str!("../sql/clocks.sql"))?;
    let mut rows = statement.query([serial])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(clock(row)?);
    }
    Ok(out)
}

pub(crate) fn pauses(conn: &Connection, serial: i64) -> Result<Vec<ClockPause>> {
    let mut statement = conn.prepare_cached(include_str!("../sql/clock_pauses.sql"))?;
    let mut rows = statement.query([serial])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(ClockPause {
            id: ClockPauseId(Uuid::from_bytes(row.get("id")?)),
            clock: id_opt(row, "clock")?.map(ClockId),
            demand: id_opt(row, "demand")?.map(DemandId),
            from: read_day(row.get_ref("from_day")?.as_str().unwrap_or_default())?,
            to: read_day_opt(row.get("to_day")?)?,
            ground: row.get("ground")?,
            citation: row.get("citation")?,
            proof: proof(row)?,
        });
    }
    Ok(out)
}
