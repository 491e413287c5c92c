//! What a case keeps of its procedure, read.

use crate::database::row::{read_at, read_id, read_variant, rows_of};
use crate::database::value::{read_day_opt, read_time_opt, variant};
use crate::error::Result;
use complaint::{
    Actor, Branch, CaseFacts, CaseList, CaseListId, CaseProcedure, CaseStep, CaseStepId,
    DocumentId, RoutineId, RoutineVersionId, StepStanding,
};
use rusqlite::{Connection, Row};

pub(crate) fn read_step(row: &Row<'_>) -> Result<CaseStep> {
    let at = read_time_opt(row.get("marked_at")?)?;
    let by: Option<String> = row.get("marked_by")?;
    Ok(CaseStep {
        id: CaseStepId(read_id(row, "id")?),
        name: row.get("name")?,
        title: row.get("title")?,
        state: read_variant(row, "state", StepStanding::parse)?,
        remark: row.get("remark")?,
        marked: at.zip(by.map(Actor)),
        person: row.get("person")?,
        on_day: read_day_opt(row.get("on_day")?)?,
    })
}

fn read_list(row: &Row<'_>) -> Result<CaseList> {
    Ok(CaseList {
        id: CaseListId(read_id(row, "id")?),
        routine: RoutineId(read_id(row, "routine")?),
        version: RoutineVersionId(read_id(row, "version")?),
        number: row.get("number")?,
        content: row.get("content")?,
        put_at: read_at(row, "put_at")?,
        put_by: Actor(row.get("put_by")?),
    })
}

pub(crate) fn steps_of(conn: &Connection, serial: i64) -> Result<Vec<CaseStep>> {
    rows_of(conn, include_str!("case_steps.sql"), serial, read_step)
}

pub(crate) fn lists_of(conn: &Connection, serial: i64) -> Result<Vec<CaseList>> {
    rows_of(conn, include_str!("case_lists.sql"), serial, read_list)
}

/// What the case keeps of its procedure, beside the facts its status follows from.
pub(crate) fn procedure_of(
    conn: &Connection,
    serial: i64,
    facts: CaseFacts,
) -> Result<CaseProcedure> {
    let branch: Option<String> = conn
        .prepare_cached("SELECT branch FROM complaint WHERE serial = ?1")?
        .query_row([serial], |row| row.get(0))?;
    let published = conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM form WHERE complaint = ?1 AND kind = 'public' AND used <> '[]')",
        )?
        .query_row([serial], |row| row.get(0))?;
    let unseen =
        "SELECT id FROM document WHERE complaint = ?1 AND unseen = 1 AND trashed_at IS NULL";
    Ok(CaseProcedure {
        facts,
        branch: branch
            .map(|word| variant(Branch::parse, &word))
            .transpose()?,
        steps: steps_of(conn, serial)?,
        lists: lists_of(conn, serial)?,
        unseen: rows_of(conn, unseen, serial, |row| {
            Ok(DocumentId(read_id(row, "id")?))
        })?,
        published,
    })
}
