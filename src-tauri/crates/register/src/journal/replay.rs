//! Comparing the rows of the records with what the journal says they are: the
//! last that it says of each column is what must stand in the row. It is read
//! from its end, so that each row is looked up while the last word on it is
//! at hand and little of what is older need be remembered.
//!
//! Of what is never undone the journal keeps a salted hash of each row
//! ([`crate::journal::fingerprint`]): there the row is brought back to what it
//! was, by what later changes found in it, and hashed. Rows of programs that
//! kept no hash are counted apart, and only a letter's number and its file are
//! compared. Left out is what changes [beside the journal](beside_the_journal).

use crate::database::schema::{columns_at, version};
use crate::database::value::blob;
use crate::error::Result;
use crate::journal::fingerprint::{Fingerprints, hashed};
use crate::journal::op::Op;
use crate::journal::row_image::{RowChange, RowImage, Table, beside_the_journal, row_image};
use rusqlite::{Connection, OptionalExtension};
use serde::Deserialize;
use serde_json::Value as Json;
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap, HashSet};
use uuid::Uuid;

/// So many differences are named.
const NAMED: usize = 10;

/// A row that is not as the journal says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowDifference {
    /// Table of the database.
    pub table: &'static str,
    /// The incoming number of the complaint it belongs to, where it belongs to one.
    pub number: Option<String>,
}

/// How the records compare with what the journal says they must be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Replayed {
    /// Rows that are compared whole.
    pub compared: u64,
    /// Rows of which the journal does not keep every value.
    pub uncompared: u64,
    /// The first few.
    pub differing: Vec<RowDifference>,
}

/// What later rows of the journal have said of a row already.
enum Said {
    Some(Box<Later>),
    /// Nothing earlier matters.
    All {
        /// Whether every column was compared.
        whole: bool,
    },
}

#[derive(Default)]
struct Later {
    columns: BTreeSet<String>,
    /// What stood in these columns before.
    before: RowImage,
    /// Columns of which that is not known.
    unknown: BTreeSet<String>,
    /// Whether the values of some columns were never told.
    untold: bool,
    differs: bool,
}

/// What the journal's row says of a row where it keeps no values.
#[derive(Deserialize)]
struct Outline {
    table: Table,
    id: Uuid,
    how: String,
    #[serde(default)]
    fields: Vec<String>,
}

struct Replay<'c> {
    conn: &'c Connection,
    said: HashMap<(Table, Uuid), Said>,
    /// The version of the records now.
    version: i64,
    /// The columns of tables in other versions.
    columns: HashMap<(i64, Table), Option<BTreeSet<String>>>,
    /// A later emptying of the trash by an earlier program may have taken any row.
    emptied: bool,
    /// A later erasure may have taken a card or the forms of a name. Of the cases it took the journal keeps no row.
    swept: bool,
    /// It took documents of cases that stayed, and did not say which.
    documents_swept: bool,
    /// Documents that later erasures took from cases that stayed: the rows of their coming in speak of others too,
    /// and stay.
    documents_erased: HashSet<Uuid>,
    /// Complaints that were erased later.
    erased: HashSet<Uuid>,
    differing: Vec<RowDifference>,
}

pub(crate) fn replay(conn: &Connection) -> Result<Replayed> {
    read_backwards(conn, 0)?.counted()
}

/// The rows that changes behind this row of the journal wrote and that are not as they say.
pub(crate) fn replay_since(conn: &Connection, seq: i64) -> Result<Vec<RowDifference>> {
    Ok(read_backwards(conn, seq)?.differing)
}

fn read_backwards(conn: &Connection, seq: i64) -> Result<Replay<'_>> {
    let mut replay = Replay {
        conn,
        said: HashMap::new(),
        version: version(conn)?,
        columns: HashMap::new(),
        emptied: false,
        swept: false,
        documents_swept: false,
        documents_erased: HashSet::new(),
        erased: HashSet::new(),
        differing: Vec::new(),
    };
    let mut statement = conn.prepare(include_str!("journal_backwards.sql"))?;
    let mut rows = statement.query([seq])?;
    while let Some(row) = rows.next()? {
        let op = Op::parse(row.get_ref(0)?.as_str().unwrap_or_default());
        let body = row.get_ref(2)?.as_str_or_null().unwrap_or_default();
        if let Some(body) = body
            && op.is_none_or(Op::is_reversible)
        {
            let changes: Vec<RowChange> = serde_json::from_str(body)?;
            for change in changes.iter().rev() {
                replay.change(change)?;
            }
            continue;
        }
        let payload: Json = serde_json::from_str(row.get_ref(1)?.as_str().unwrap_or_default())?;
        if op.is_some_and(Op::erases) {
            replay.erasure(&payload);
        }
        let of: Option<[u8; 16]> = row.get(3)?;
        let of_erased = of.is_some_and(|of| replay.erased.contains(&Uuid::from_bytes(of)));
        // Rows of another shape say nothing of values either.
        let outlines = payload.get("rows").cloned().unwrap_or_default();
        let outlines: Vec<Outline> = serde_json::from_value(outlines).unwrap_or_default();
        match body {
            Some(body) => replay.hashes(&outlines, &serde_json::from_str(body)?)?,
            None if op == Some(Op::LetterIssue) && !of_erased => replay.issued(&payload)?,
            None => {}
        }
        for outline in outlines.into_iter().rev() {
            replay.outline(outline)?;
        }
    }
    Ok(replay)
}

impl Replay<'_> {
    fn change(&mut self, change: &RowChange) -> Result<()> {
        let key = (change.table, change.id);
        if matches!(self.said.get(&key), Some(Said::All { .. })) {
            return Ok(());
        }
        let row = row_image(self.conn, change.table, change.id)?;
        let mut later = self.later(key);
        let mut all = true;
        let differs = match (&change.after, &row) {
            (None, row) => later.columns.is_empty() && row.is_some(),
            (Some(_), None) => {
                !self.may_be_erased(change.table, change.id)
                    && !beside_the_journal(change.table, "")
            }
            (Some(after), Some(row)) => {
                let other = after.iter().any(|(column, value)| {
                    !later.columns.contains(column)
                        && !beside_the_journal(change.table, column)
                        && row.get(column).is_some_and(|now| now != value)
                });
                all = change.before.is_none();
                later.columns.extend(after.keys().cloned());
                for (column, value) in change.before.iter().flatten() {
                    later.unknown.remove(column);
                    later.before.insert(column.clone(), value.clone());
                }
                other
            }
        };
        if differs && !later.differs {
            let images = [row.as_ref(), change.after.as_ref(), change.before.as_ref()];
            let number = number_of(self.conn, change.table, images.into_iter().flatten())?;
            self.differs(change.table, number);
        }
        later.differs |= differs;
        self.keep(key, later, all.then_some(true));
        Ok(())
    }

    /// Takes in what an erasure says that it took.
    fn erasure(&mut self, payload: &Json) {
        match payload.get("ground") {
            Some(_) => self.swept = true,
            None => self.emptied = true,
        }
        let ids = |name: &str| -> Option<Vec<Uuid>> {
            serde_json::from_value(payload.get(name)?.clone()).ok()
        };
        self.erased.extend(ids("complaints").unwrap_or_default());
        match ids("document_ids") {
            Some(documents) => self.documents_erased.extend(documents),
            None => self.documents_swept = true,
        }
    }

    fn may_be_erased(&self, table: Table, id: Uuid) -> bool {
        let of_person = matches!(table, Table::Person | Table::NameForm);
        let erased = || self.documents_swept || self.documents_erased.contains(&id);
        self.emptied || self.swept && of_person || table == Table::Document && erased()
    }

    /// Compares rows with their hashes.
    fn hashes(&mut self, outlines: &[Outline], kept: &Fingerprints) -> Result<()> {
        let rows = hashed(outlines.iter().map(|outline| (outline.table, outline.id)));
        if rows.len() != kept.rows.len() {
            return Ok(());
        }
        for (key, hash) in rows.into_iter().zip(&kept.rows) {
            if matches!(self.said.get(&key), Some(Said::All { .. })) {
                continue;
            }
            let (table, id) = key;
            let row = row_image(self.conn, table, id)?;
            let later = self.later(key);
            let (differs, whole) = match (&row, hash.is_empty()) {
                (None, true) => (false, false),
                (None, false) => (!self.may_be_erased(table, id), false),
                (Some(_), true) => (later.columns.is_empty(), false),
                (Some(row), false) => match self.as_it_was(table, row, &later, kept.version)? {
                    Some(was) => (kept.hash(table, id, &was) != *hash, true),
                    None => (false, false),
                },
            };
            if differs && !later.differs {
                let number = number_of(self.conn, table, row.iter())?;
                self.differs(table, number);
            }
            self.keep(key, later, Some(whole));
        }
        Ok(())
    }

    /// A row as it stood before what later changes said of it, with the columns
    /// of a version; none where that is not known.
    fn as_it_was(
        &mut self,
        table: Table,
        row: &RowImage,
        later: &Later,
        of: i64,
    ) -> Result<Option<RowImage>> {
        if !later.unknown.is_empty() {
            return Ok(None);
        }
        let mut was = row.clone();
        was.extend(later.before.clone());
        if of == self.version {
            return Ok(Some(was));
        }
        let columns = match self.columns.entry((of, table)) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(columns_at(of, table.as_str())?),
        };
        let Some(columns) = columns else {
            return Ok(None);
        };
        was.retain(|column, _| columns.contains(column));
        Ok((columns.len() == was.len()).then_some(was))
    }

    fn outline(&mut self, outline: Outline) -> Result<()> {
        let key = (outline.table, outline.id);
        if matches!(self.said.get(&key), Some(Said::All { .. })) {
            return Ok(());
        }
        let mut later = self.later(key);
        if outline.how == "changed" {
            later.untold = true;
            later.columns.extend(outline.fields.iter().cloned());
            later.unknown.extend(outline.fields);
            self.keep(key, later, None);
            return Ok(());
        }
        let removed = outline.how == "removed" && later.columns.is_empty();
        if removed && row_image(self.conn, outline.table, outline.id)?.is_some() {
            self.differs(outline.table, None);
        }
        self.keep(key, later, Some(false));
        Ok(())
    }

    /// What later rows of the journal have said of a row.
    fn later(&mut self, key: (Table, Uuid)) -> Box<Later> {
        match self.said.remove(&key) {
            Some(Said::Some(later)) => later,
            Some(Said::All { .. }) | None => Box::default(),
        }
    }

    /// Remembers what was said of a row; `whole` where nothing earlier matters.
    fn keep(&mut self, key: (Table, Uuid), later: Box<Later>, whole: Option<bool>) {
        let said = match whole {
            None => Said::Some(later),
            Some(whole) => Said::All {
                whole: whole && !later.untold,
            },
        };
        self.said.insert(key, said);
    }

    /// A letter's number and hash stand in the journal themselves.
    fn issued(&mut self, payload: &Json) -> Result<()> {
        let word = |name: &str| payload.get(name).and_then(Json::as_str);
        let (Some(letter), Some(number), Some(sha256)) =
            (word("letter"), word("number"), word("sha256"))
        else {
            return Ok(());
        };
        let Ok(letter) = Uuid::parse_str(letter) else {
            return Ok(());
        };
        let now: Option<(Option<String>, Option<String>, String)> = self
            .conn
            .prepare_cached(include_str!("letter_as_issued.sql"))?
            .query_row([blob(letter)], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .optional()?;
        match now {
            Some((now, hash, case)) => {
                if now.as_deref() != Some(number) || hash.as_deref() != Some(sha256) {
                    self.differs(Table::Letter, Some(case));
                }
            }
            // A letter that was issued goes with its case alone.
            None => self.differs(Table::Letter, None),
        }
        Ok(())
    }

    fn differs(&mut self, table: Table, number: Option<String>) {
        if self.differing.len() < NAMED {
            self.differing.push(RowDifference {
                table: table.as_str(),
                number,
            });
        }
    }

    /// Counts the rows that are there by whether they were compared.
    fn counted(self) -> Result<Replayed> {
        let mut found = Replayed {
            differing: self.differing,
            ..Replayed::default()
        };
        let tables = Table::ALL.into_iter();
        for table in tables.filter(|table| !beside_the_journal(*table, "")) {
            let mut statement = self
                .conn
                .prepare(&format!("SELECT id FROM {}", table.as_str()))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let id = Uuid::from_bytes(row.get(0)?);
                match self.said.get(&(table, id)) {
                    Some(Said::All { whole: true }) => found.compared += 1,
                    Some(Said::All { whole: false } | Said::Some(_)) | None => {
                        found.uncompared += 1
                    }
                }
            }
        }
        Ok(found)
    }
}

/// The number of the complaint that a row belongs to.
fn number_of<'i>(
    conn: &Connection,
    table: Table,
    images: impl IntoIterator<Item = &'i RowImage>,
) -> Result<Option<String>> {
    let is_complaint = table == Table::Complaint;
    let column = if is_complaint { "serial" } else { "complaint" };
    let serial = images
        .into_iter()
        .find_map(|image| image.get(column)?.as_i64());
    let Some(serial) = serial else {
        return Ok(None);
    };
    Ok(conn
        .prepare_cached("SELECT number FROM complaint WHERE serial = ?1")?
        .query_row([serial], |row| row.get(0))
        .optional()?)
}
