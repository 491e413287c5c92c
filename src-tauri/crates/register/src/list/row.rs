//! The rows of lists.

use crate::database::value::{at_place, read_day_number, read_time, variant};
use crate::error::Result;
use crate::list::facts::list_row_sql;
use chrono::NaiveDate;
use complaint::{
    Channel, ClockKind, ComplaintId, ComplaintRow, DemandKind, Kind, Money, NextStep, OwedDay,
    Regime, Status,
};
use rusqlite::{Connection, Row};
use uuid::Uuid;

fn read_owed(owed: &str) -> Result<OwedDay> {
    let (kind, title, on, amount): (ClockKind, String, NaiveDate, Option<Money>) =
        serde_json::from_str(owed)?;
    Ok(OwedDay {
        kind,
        title,
        amount,
        on,
    })
}

fn read_complaint_row(row: &Row<'_>) -> Result<ComplaintRow> {
    let text = |column: &str| {
        row.get_ref(column)
            .map(|value| value.as_str().unwrap_or_default())
    };
    let demands: Option<String> = row.get("demands")?;
    Ok(ComplaintRow {
        id: ComplaintId(Uuid::from_bytes(row.get("id")?)),
        number: row.get("number")?,
        received_at: read_time(text("received_at")?)?,
        kind: variant(Kind::parse, text("kind")?)?,
        channel: variant(Channel::parse, text("channel")?)?,
        regime: variant(Regime::parse, text("regime")?)?,
        complainant: row.get("name")?,
        subject: row.get("subject")?,
        demands: demands
            .unwrap_or_default()
            .split(' ')
            .filter(|word| !word.is_empty())
            .map(|kind| variant(DemandKind::parse, kind))
            .collect::<Result<_>>()?,
        status: at_place(Status::ALL, row.get("status")?)?,
        next_step: at_place(NextStep::ALL, row.get("step")?)?,
        next_due: read_day_number(row.get("due")?),
        next_due_safe: read_day_number(row.get("safe")?),
        next_due_kind: row
            .get::<_, Option<i64>>("lead")?
            .map(|lead| at_place(ClockKind::ALL, lead))
            .transpose()?,
        promised: read_day_number(row.get("promised")?),
        delivery: read_day_number(row.get("delivery")?),
        owed: row
            .get::<_, Option<String>>("owed")?
            .map(|owed| read_owed(&owed))
            .transpose()?,
        drafted: row.get("drafted")?,
        trashed: row.get("trashed")?,
    })
}

/// The rows of some complaints, in the order asked, with their steps as they are on that day.
pub(crate) fn complaint_rows_on(
    conn: &Connection,
    serials: &[i64],
    today: NaiveDate,
) -> Result<Vec<ComplaintRow>> {
    let mut rows = complaint_rows(conn, serials)?;
    for row in &mut rows {
        let received = row.received_at.date_naive();
        row.next_step = row.next_step.on(today, received, row.next_due);
    }
    Ok(rows)
}

/// The rows of some complaints, in the order asked.
pub(crate) fn complaint_rows(conn: &Connection, serials: &[i64]) -> Result<Vec<ComplaintRow>> {
    let mut statement = conn.prepare_cached(list_row_sql())?;
    let mut out = Vec::with_capacity(serials.len());
    for serial in serials {
        let mut found = statement.query([serial])?;
        if let Some(found) = found.next()? {
            out.push(read_complaint_row(found)?);
        }
    }
    Ok(out)
}
