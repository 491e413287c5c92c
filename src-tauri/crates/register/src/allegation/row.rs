//! Allegations as rows.

use crate::database::row::{read_id, rows_of};
use crate::database::value::{day_opt, read_day_opt, text, text_opt, variant};
use crate::error::Result;
use crate::journal::row_image::Columns;
use complaint::{Allegation, AllegationFields, AllegationId, GroundKind, Verdict};
use rusqlite::{Connection, Row};

/// What a person writes down of an allegation.
pub(crate) fn allegation_columns(fields: &AllegationFields) -> Result<Columns> {
    let AllegationFields {
        text: body,
        phrases,
        demands,
        check,
        checked_by,
        checked_on,
        verdict,
        found,
        ground_kind,
        ground,
        evidence,
    } = fields;
    Ok(vec![
        ("body", text(body.clone())),
        ("phrases", text(serde_json::to_string(phrases)?)),
        ("demands", text(serde_json::to_string(demands)?)),
        ("checked", text(check.clone())),
        ("checked_by", text(checked_by.clone())),
        ("checked_on", day_opt(*checked_on)),
        ("verdict", text_opt(verdict.map(Verdict::as_str))),
        ("found", text(found.clone())),
        ("ground_kind", text_opt(ground_kind.map(GroundKind::as_str))),
        ("ground", text(ground.clone())),
        ("evidence", text(serde_json::to_string(evidence)?)),
    ])
}

fn read_allegation(row: &Row<'_>) -> Result<Allegation> {
    let verdict: Option<String> = row.get("verdict")?;
    let ground_kind: Option<String> = row.get("ground_kind")?;
    let list = |column: &str| row.get::<_, String>(column);
    Ok(Allegation {
        id: AllegationId(read_id(row, "id")?),
        fields: AllegationFields {
            text: row.get("body")?,
            phrases: serde_json::from_str(&list("phrases")?)?,
            demands: serde_json::from_str(&list("demands")?)?,
            check: row.get("checked")?,
            checked_by: row.get("checked_by")?,
            checked_on: read_day_opt(row.get("checked_on")?)?,
            verdict: verdict
                .map(|word| variant(Verdict::parse, &word))
                .transpose()?,
            found: row.get("found")?,
            ground_kind: ground_kind
                .map(|word| variant(GroundKind::parse, &word))
                .transpose()?,
            ground: row.get("ground")?,
            evidence: serde_json::from_str(&list("evidence")?)?,
        },
    })
}

/// What is stated in a complaint, in the order of the letter.
pub(crate) fn allegations_of(conn: &Connection, serial: i64) -> Result<Vec<Allegation>> {
    rows_of(
        conn,
        include_str!("allegations.sql"),
        serial,
        read_allegation,
    )
}
