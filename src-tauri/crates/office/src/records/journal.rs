//! The journal of actions: its rows, and the check of records against it.

use crate::error::Result;
use crate::office::Office;
use chrono::{DateTime, FixedOffset};
use complaint::ComplaintId;
use register::{By, CheckProgress, DamagedContent, JournalFault, Op, Register, RegisterError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use ts_rs::TS;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct JournalRow {
    /// Its place in the journal, from 1.
    #[ts(type = "number")]
    pub seq: i64,
    pub at: DateTime<FixedOffset>,
    pub actor: String,
    pub op: Op,
    /// Of an undoing, what it took back.
    pub undoes: Option<Op>,
    /// Of the taking back of an undoing, the change that was made again.
    pub again: Option<Op>,
    pub complaint: Option<ComplaintId>,
    /// The number of its case; of an emptying of the trash, those of all cases it touched.
    pub number: Option<String>,
    /// What people write down and has another value since, while the values are kept.
    pub fields: Vec<WrittenColumn>,
    /// Names of the documents it is about, while they are kept.
    pub files: Vec<String>,
    /// Why a case went to the trash that an act has kept, while that is kept.
    pub reason: Option<String>,
    #[ts(type = "unknown")]
    pub detail: serde_json::Value,
    /// The row's hash, lower-case hexadecimal.
    pub hash: String,
    /// Whether it can be undone now.
    pub undoable: bool,
    /// Whether undoing it is asked about by name before.
    pub weighty: bool,
}

/// A column in which people write something down, as «table.column».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct WrittenColumn(pub String);

/// Every such column.
///
/// # Errors
/// Those of the register.
pub fn written_columns() -> Result<Vec<WrittenColumn>> {
    let all = register::written_columns()?;
    Ok(all.into_iter().map(WrittenColumn).collect())
}

/// Which rows of the journal to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct JournalQuery {
    /// Rows about this complaint alone; all rows when absent.
    pub complaint: Option<ComplaintId>,
    /// Rows before this place; the newest when absent.
    #[ts(type = "number | null")]
    pub before: Option<i64>,
    /// At most so many.
    pub limit: u32,
}

/// What a check of the records found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Verification {
    /// How many things were checked.
    #[ts(type = "number")]
    pub checked: u64,
    /// What is altered, in words that name it.
    pub altered: Vec<String>,
    pub missing: Vec<String>,
}

/// What a check of the journal found. Of the chain it gives how many rows of the journal were read, and the places,
/// from 1, of those that are altered or missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JournalVerification {
    #[serde(flatten)]
    pub chain: Verification,
    /// How many rows of the records were compared with the journal.
    #[ts(type = "number")]
    pub compared: u64,
    /// How many were not, for the journal does not keep all that was written
    /// there: those of earlier programs, and what another one put in.
    #[ts(type = "number")]
    pub uncompared: u64,
    /// The first few rows of the records that are not as the journal says.
    pub differing: Vec<DifferingRow>,
    /// What is wrong with the structure of the database, in SQLite's own words.
    pub structure: Option<String>,
}

/// A row of the records that is not as the journal says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DifferingRow {
    /// Table of the database.
    pub table: String,
    /// The incoming number of the complaint it belongs to, where it belongs to one.
    pub number: Option<String>,
}

impl JournalVerification {
    /// Whether nothing is found.
    pub fn is_whole(&self) -> bool {
        let chain = &self.chain;
        chain.altered.is_empty()
            && chain.missing.is_empty()
            && self.differing.is_empty()
            && self.structure.is_none()
    }
}

/// Rows of the journal, the newest first.
///
/// # Errors
/// Those of the register.
pub fn journal_page(office: &Office, _by: &By, input: JournalQuery) -> Result<Vec<JournalRow>> {
    let register = office.register();
    let limit = input.limit.clamp(1, 500);
    let rows = match input.complaint {
        Some(id) => register.journal_of(id, limit)?,
        None => {
            let newest = register.journal_length()?;
            let last = input
                .before
                .map_or(newest, |before| newest.min(before.saturating_sub(1)));
            let first = last.saturating_sub(i64::from(limit) - 1).max(1);
            let mut rows = register.journal(first..=last)?;
            rows.reverse();
            rows
        }
    };
    let written = written_columns()?;
    let mut numbers: BTreeMap<ComplaintId, Option<String>> = BTreeMap::new();
    let mut page = Vec::with_capacity(rows.len());
    for row in rows {
        if input.complaint.is_some() && input.before.is_some_and(|before| row.seq >= before) {
            continue;
        }
        let number = match row.complaint {
            None => emptied(&row.payload),
            Some(id) => numbers
                .entry(id)
                .or_insert_with(|| register.complaint_number(id).ok())
                .clone(),
        };
        let reason = said_reason(&row);
        page.push(JournalRow {
            seq: row.seq,
            at: row.at,
            actor: row.actor.0,
            op: row.op,
            undoes: undone_by(&row.payload),
            again: made_again(register, &row.payload)?,
            complaint: row.complaint,
            number,
            fields: changed_fields(row.changes.as_ref(), &written),
            files: register.documents_changed(row.changes.as_ref())?,
            reason,
            undoable: row.op.is_reversible()
                && row.op != Op::Undo
                && row.undone_by.is_none()
                && row.changes.is_some(),
            weighty: row.op.is_weighty(),
            detail: row.payload,
            hash: row.hash,
        });
    }
    Ok(page)
}

/// Why something was done that asks for a reason, out of what a row of the journal keeps: a case thrown away, a
/// step passed over, a case closed without an answer, a letter issued in spite of what stood before it.
fn said_reason(row: &register::JournalRow) -> Option<String> {
    if row.op == Op::LetterIssue {
        let said = row.payload["override_reason"].as_str();
        return said.map(str::to_owned);
    }
    let column = if row.op == Op::StepSkip {
        "remark"
    } else if row.op == Op::ComplaintClose {
        "no_answer_words"
    } else {
        "trash_reason"
    };
    let mut rows = row.changes.as_ref()?.as_array()?.iter();
    let reason = rows.find_map(|row| row.get("after")?.get(column)?.as_str());
    reason.filter(|words| !words.is_empty()).map(str::to_owned)
}

fn undone_by(payload: &serde_json::Value) -> Option<Op> {
    payload["undoes_op"].as_str().and_then(Op::parse)
}

/// What was made again by the taking back of an undoing.
fn made_again(register: &Register, payload: &serde_json::Value) -> Result<Option<Op>> {
    if undone_by(payload) != Some(Op::Undo) {
        return Ok(None);
    }
    let Some(at) = payload["undoes"].as_i64() else {
        return Ok(None);
    };
    let undoing = register.journal(at..=at)?.pop();
    Ok(undoing.and_then(|row| undone_by(&row.payload)))
}

/// The numbers of the cases that an emptying of the trash erased, or erased documents of.
fn emptied(payload: &serde_json::Value) -> Option<String> {
    let whole = payload.get("numbers").and_then(|found| found.as_array());
    let whole = whole
        .into_iter()
        .flatten()
        .filter_map(|found| found.as_str());
    let single = payload.get("documents_of").and_then(|of| of.as_object());
    let single = single
        .into_iter()
        .flatten()
        .map(|(number, _)| number.as_str());
    let mut numbers: Vec<&str> = whole.chain(single).collect();
    numbers.dedup();
    (!numbers.is_empty()).then(|| numbers.join(", "))
}

/// What people wrote of rows that were there before and after a change, each once.
fn changed_fields(
    changes: Option<&serde_json::Value>,
    written: &[WrittenColumn],
) -> Vec<WrittenColumn> {
    let rows = changes.and_then(|body| body.as_array());
    let mut out = Vec::new();
    for row in rows.into_iter().flatten() {
        let table = row.get("table").and_then(|table| table.as_str());
        let (Some(table), Some(_)) = (table, row.get("before")) else {
            continue;
        };
        let after = row.get("after").and_then(|after| after.as_object());
        for column in after.into_iter().flatten().map(|(column, _)| column) {
            let name = WrittenColumn(format!("{table}.{column}"));
            if written.contains(&name) && !out.contains(&name) {
                out.push(name);
            }
        }
    }
    out
}

/// Reads the whole journal and compares every row with the chain of hashes,
/// every page of the database with its structure, and the rows of the records
/// with what the journal says of them; the first few that differ are named.
/// Where anything is found, old copies are held back.
///
/// # Errors
/// Those of the register.
pub fn journal_verify(office: &Office, _by: &By) -> Result<JournalVerification> {
    let check = match office.register().journal_verify() {
        Err(error) => {
            if matches!(error, RegisterError::Corrupt(_)) {
                hold_back(office);
            }
            return Err(error.into());
        }
        Ok(check) => check,
    };
    let mut chain = Verification {
        checked: check.rows,
        ..Verification::default()
    };
    if let Some(broken) = check.broken {
        let place = broken.seq.to_string();
        match broken.fault {
            JournalFault::Missing => chain.missing.push(place),
            JournalFault::Altered
            | JournalFault::Unlinked
            | JournalFault::ChangesAltered
            | JournalFault::NotAsBackedUp => chain.altered.push(place),
        }
    }
    let differing = check.differing.into_iter().map(|row| DifferingRow {
        table: row.table.to_owned(),
        number: row.number,
    });
    let found = JournalVerification {
        chain,
        compared: check.compared,
        uncompared: check.uncompared,
        differing: differing.collect(),
        structure: check.structure,
    };
    if !found.is_whole() {
        hold_back(office);
    }
    Ok(found)
}

/// Reads every stored document again and compares it with its hash. Old copies are held back while one is damaged,
/// and no longer once all are whole.
///
/// # Errors
/// [`register::RegisterError::Cancelled`] and those of the disk.
pub fn documents_verify(
    office: &Office,
    progress: &dyn Fn(CheckProgress) -> ControlFlow<()>,
) -> Result<Verification> {
    let found = office.register().documents_verify(progress)?;
    if found.altered.is_empty() && found.missing.is_empty() {
        office.register().hold_documents_whole()?;
    } else {
        // Where that can't be written down, what was found is told all the same.
        let _ = office.register().hold_documents();
    }
    Ok(Verification {
        checked: found.checked,
        altered: found.altered.iter().map(named).collect(),
        missing: found.missing.iter().map(named).collect(),
    })
}

/// Where damaged content is used, or its hash where nothing names it any more.
fn named(damaged: &DamagedContent) -> String {
    let uses = damaged.used_by.iter();
    let places: Vec<String> = uses.map(|u| format!("{}: {}", u.number, u.name)).collect();
    if places.is_empty() {
        damaged.sha256.clone()
    } else {
        places.join("; ")
    }
}

/// What was put right from backups.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentsMended {
    /// What is whole again, in words that name it.
    pub mended: Vec<String>,
    /// What no known backup holds whole.
    pub left: Vec<String>,
}

/// Takes every document and letter that is missing or altered back from the newest known backup that holds it whole.
///
/// # Errors
/// As [`documents_verify`]; those of the register.
pub fn documents_mend(
    office: &Office,
    by: &By,
    progress: &dyn Fn(CheckProgress) -> ControlFlow<()>,
) -> Result<DocumentsMended> {
    let found = office.register().documents_verify(progress)?;
    let damaged: Vec<DamagedContent> = found.altered.into_iter().chain(found.missing).collect();
    let mended = office.register().content_mend(by, &damaged)?;
    let left: Vec<_> = damaged.iter().filter(|one| !mended.contains(one)).collect();
    if left.is_empty() {
        office.register().hold_documents_whole()?;
    }
    Ok(DocumentsMended {
        left: left.into_iter().map(named).collect(),
        mended: mended.iter().map(named).collect(),
    })
}

/// Old backups are wanted now. Where that can't be written down, what was found
/// is told all the same.
fn hold_back(office: &Office) {
    let _ = office.register().hold_damaged();
}
