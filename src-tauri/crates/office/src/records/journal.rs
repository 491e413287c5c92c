//! The journal of actions: its rows, and the check of records against it.

use crate::error::Result;
use crate::office::Office;
use chrono::{DateTime, FixedOffset};
use complaint::ComplaintId;
use register::{By, CheckProgress, DamagedContent, JournalFault, Op};
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
    /// The named operation, for example `decide`.
    pub op: String,
    pub complaint: Option<ComplaintId>,
    pub number: Option<String>,
    #[ts(type = "unknown")]
    pub detail: serde_json::Value,
    /// The row's hash, lower-case hexadecimal.
    pub hash: String,
    /// Whether it can be undone now.
    pub undoable: bool,
}

/// Which rows of the journal to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct JournalQuery {
    /// Only this complaint's.
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
            let last = input.before.map_or(newest, |before| newest.min(before - 1));
            let first = (last - i64::from(limit) + 1).max(1);
            let mut rows = register.journal(first..=last)?;
            rows.reverse();
            rows
        }
    };
    let mut numbers: BTreeMap<ComplaintId, Option<String>> = BTreeMap::new();
    let mut page = Vec::with_capacity(rows.len());
    for row in rows {
        if input.complaint.is_some() && input.before.is_some_and(|before| row.seq >= before) {
            continue;
        }
        let number = match row.complaint {
            None => None,
            Some(id) => numbers
                .entry(id)
                .or_insert_with(|| register.complaint_number(id).ok())
                .clone(),
        };
        page.push(JournalRow {
            seq: row.seq,
            at: row.at,
            actor: row.actor.0,
            op: row.op.word().to_owned(),
            complaint: row.complaint,
            number,
            undoable: row.op.is_reversible() && row.op != Op::Undo && row.undone_by.is_none(),
            detail: row.payload,
            hash: row.hash,
        });
    }
    Ok(page)
}

/// Reads the whole journal and compares every row with the chain of hashes,
/// every page of the database with its structure, and the rows of the records
/// with what the journal says of them; the first few that differ are named.
///
/// # Errors
/// Those of the register.
pub fn journal_verify(office: &Office, _by: &By) -> Result<Verification> {
    let check = office.register().journal_verify()?;
    let mut found = Verification {
        checked: check.rows,
        ..Verification::default()
    };
    if let Some(broken) = check.broken {
        hold_back(office);
        let place = broken.seq.to_string();
        match broken.fault {
            JournalFault::Missing => found.missing.push(place),
            JournalFault::Altered
            | JournalFault::Unlinked
            | JournalFault::ChangesAltered
            | JournalFault::NotAsBackedUp => found.altered.push(place),
        }
    }
    found.checked += check.compared;
    if let Some(structure) = check.structure {
        found.altered.push(format!("office.sqlite: {structure}"));
    }
    for row in check.differing {
        let number = row.number.map(|number| format!("{number}: "));
        let name = format!("{}{}", number.unwrap_or_default(), row.table);
        found.altered.push(name);
    }
    Ok(found)
}

/// Reads every stored document again and compares it with its hash.
///
/// # Errors
/// [`register::RegisterError::Cancelled`] and those of the disk.
pub fn documents_verify(
    office: &Office,
    progress: &dyn Fn(CheckProgress) -> ControlFlow<()>,
) -> Result<Verification> {
    let found = office.register().documents_verify(progress)?;
    if !found.altered.is_empty() || !found.missing.is_empty() {
        hold_back(office);
    }
    let named = |damaged: DamagedContent| {
        let places: Vec<String> = damaged
            .used_by
            .iter()
            .map(|u| format!("{}: {}", u.number, u.name))
            .collect();
        if places.is_empty() {
            damaged.sha256
        } else {
            places.join("; ")
        }
    };
    Ok(Verification {
        checked: found.checked,
        altered: found.altered.into_iter().map(named).collect(),
        missing: found.missing.into_iter().map(named).collect(),
    })
}

/// Old backups are wanted now. Where that can't be written down, what was found
/// is told all the same.
fn hold_back(office: &Office) {
    let _ = office.register().hold_damaged();
}
