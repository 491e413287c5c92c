//! Erasures that a backup undid: it holds what was erased since it was made. What the records that it took the
//! place of, or a later backup on its shelf, tell of them is kept with it, so that nobody who was erased comes
//! back unseen.

use crate::backup::shelf::founded;
use crate::backup::store::read_manifest;
use crate::cipher::keys::DatabaseKind;
use crate::cipher::way_in::cipher_of;
use crate::database::connection::{closes_log, fact, fact_write, open_copy, open_whole};
use crate::database::value::{blob, read_time};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::Op;
use crate::register::{DATABASE, Register};
use chrono::{DateTime, FixedOffset};
use complaint::{ComplaintId, DocumentId, ErasureGround};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use std::path::Path;
use uuid::Uuid;

/// The fact that names them.
const UNDONE: &str = "erasures_undone";

/// An erasure that the records of now know nothing of, though what it took is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndoneErasure {
    pub at: DateTime<FixedOffset>,
    pub ground: ErasureGround,
    pub complaints: Vec<ComplaintId>,
    /// Documents of cases that stayed.
    pub documents: Vec<DocumentId>,
}

/// What other records tell of erasures.
pub(crate) struct ToldErasures {
    /// Those of their journal, each with its place and hash there.
    journal: Vec<(i64, Vec<u8>, UndoneErasure)>,
    /// Those that a backup undid in them, and that they had not carried out again yet.
    undone: Vec<UndoneErasure>,
}

/// Reads what these records tell of erasures; of damaged ones that may fail.
pub(crate) fn erasures_told(records: &Connection) -> Result<ToldErasures> {
    let mut statement = records.prepare(include_str!("erasures_all.sql"))?;
    let mut rows = statement.query([])?;
    let mut journal = Vec::new();
    while let Some(row) = rows.next()? {
        let at = read_time(row.get_ref("at")?.as_str().unwrap_or_default())?;
        let payload = row.get_ref("payload")?.as_str().unwrap_or_default();
        let erasure = erasure_of(at, &serde_json::from_str(payload)?);
        journal.push((row.get("seq")?, row.get("hash")?, erasure));
    }
    Ok(ToldErasures {
        journal,
        undone: read(records)?,
    })
}

/// Those of them that the journal of these records has no row of.
fn unknown_to(records: &Connection, told: ToldErasures) -> Result<Vec<UndoneErasure>> {
    let mut known =
        records.prepare("SELECT EXISTS (SELECT 1 FROM journal WHERE seq = ?1 AND hash = ?2)")?;
    let mut found = Vec::new();
    for (seq, hash, erasure) in told.journal {
        if !known.query_row(params![seq, hash], |row| row.get::<_, bool>(0))? {
            found.push(erasure);
        }
    }
    found.extend(told.undone);
    Ok(found)
}

/// An erasure as its row of the journal says it.
fn erasure_of(at: DateTime<FixedOffset>, payload: &Json) -> UndoneErasure {
    let ids = |name: &str| {
        let listed = payload.get(name).and_then(Json::as_array);
        let words = listed.into_iter().flatten().filter_map(Json::as_str);
        words
            .filter_map(|id| Uuid::try_parse(id).ok())
            .collect::<Vec<_>>()
    };
    let ground = payload.get("ground").and_then(Json::as_str);
    UndoneErasure {
        at,
        ground: ground
            .and_then(ErasureGround::parse)
            .unwrap_or(ErasureGround::Trash),
        complaints: ids("complaints").into_iter().map(ComplaintId).collect(),
        documents: ids("document_ids").into_iter().map(DocumentId).collect(),
    }
}

fn read(conn: &Connection) -> Result<Vec<UndoneErasure>> {
    let noted = fact(conn, UNDONE)?.filter(|noted| !noted.is_empty());
    let noted = noted
        .map(|noted| serde_json::from_str(&noted))
        .transpose()?;
    Ok(noted.unwrap_or_default())
}

/// Those of them of which something is there.
fn present(conn: &Connection) -> Result<Vec<UndoneErasure>> {
    let mut found = read(conn)?;
    let mut complaint =
        conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM complaint WHERE id = ?1)")?;
    let mut document = conn.prepare_cached(include_str!("document_there.sql"))?;
    for erasure in &mut found {
        let mut there = Vec::new();
        for id in &erasure.complaints {
            if complaint.query_row([blob(id.0)], |row| row.get(0))? {
                there.push(*id);
            }
        }
        erasure.complaints = there;
        let mut there = Vec::new();
        for id in &erasure.documents {
            let owner: Option<[u8; 16]> = document
                .query_row([blob(id.0)], |row| row.get(0))
                .optional()?;
            let owner = owner.map(|owner| ComplaintId(Uuid::from_bytes(owner)));
            // With its case it goes anyway.
            if owner.is_some_and(|owner| !erasure.complaints.contains(&owner)) {
                there.push(*id);
            }
        }
        erasure.documents = there;
    }
    found.retain(|erasure| !(erasure.complaints.is_empty() && erasure.documents.is_empty()));
    Ok(found)
}

/// Writes down in restored records, which nobody has open, what others know to be erased and they hold.
pub(crate) fn note_undone(told: ToldErasures, restored: &Path) -> Result<()> {
    let cipher = cipher_of(restored)?;
    let database = restored.join(DATABASE);
    let mut all = {
        let earlier = open_copy(&database, &cipher)?;
        let unknown = unknown_to(&earlier, told)?;
        if unknown.is_empty() {
            return Ok(());
        }
        let mut all = read(&earlier)?;
        all.extend(unknown);
        all
    };
    complaint::order::by_key(&mut all, |erasure| erasure.at);
    all.dedup();
    let conn = open_whole(&database, &cipher, DatabaseKind::Records)?;
    closes_log(&conn, true)?;
    fact_write(&conn, UNDONE, &serde_json::to_string(&all)?)?;
    conn.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Asks the newest backup of the same office on the shelf of the one that was restored. One that can't be read
/// tells nothing, and the one before it is asked.
pub(crate) fn note_undone_by_shelf(copy: &Path, restored: &Path) -> Result<()> {
    let shelf = copy.parent().ok_or(RegisterError::NotABackup)?;
    let (manifest, _) = read_manifest(copy)?;
    for newer in Register::shelf_list(shelf)? {
        if newer.office.is_none() || newer.office != manifest.office || newer.dir == copy {
            continue;
        }
        let told = cipher_of(&newer.dir).and_then(|cipher| {
            let conn = open_copy(&newer.dir.join(DATABASE), &cipher)?;
            founded(&conn)?;
            erasures_told(&conn)
        });
        if let Ok(told) = told {
            return note_undone(told, restored);
        }
    }
    Ok(())
}

impl Register {
    /// The erasures that a backup undid which took the place of the records, with what is there of what they took.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn erasures_undone(&self) -> Result<Vec<UndoneErasure>> {
        present(&self.reader())
    }
}

impl UndoneErasure {
    /// As the journal says it: ids and counts.
    pub(crate) fn said(&self) -> Json {
        let complaints: Vec<String> = self.complaints.iter().map(ToString::to_string).collect();
        json!({
            "at": self.at.to_rfc3339(),
            "ground": self.ground.as_str(),
            "complaints": complaints,
            "documents": self.documents.len(),
        })
    }
}

impl Change<'_> {
    /// As [`Register::erasures_undone`], with what this change wrote.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn erasures_undone(&self) -> Result<Vec<UndoneErasure>> {
        present(self.tx)
    }

    /// Leaves what came back with a backup as it is; the journal says so.
    ///
    /// # Errors
    /// Those of the database.
    pub fn erasures_undone_keep(&mut self) -> Result<()> {
        self.for_good(Op::ErasureUndoneKeep)?;
        let undone = self.erasures_undone()?;
        if undone.is_empty() {
            return Ok(());
        }
        fact_write(self.tx, UNDONE, "")?;
        let erasures: Vec<Json> = undone.iter().map(UndoneErasure::said).collect();
        self.detail(Op::ErasureUndoneKeep, json!({ "erasures": erasures }));
        Ok(())
    }
}
