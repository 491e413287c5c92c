//! Comparing the rows of the records with what the journal says they are: the
//! last that it says of each column is what must stand in the row. It is read
//! from its end, so that each row is looked up while the last word on it is
//! at hand and nothing older need be remembered but its name.
//!
//! Left out is what changes beside the journal: a complaint's count of exhibits
//! and its version, and the clocks, which are reckoned anew whenever the
//! program reckons them otherwise. Of what is never undone the journal keeps
//! no values but a letter's hash; there the columns it names are passed over.

use crate::database::value::blob;
use crate::error::Result;
use crate::journal::op::Op;
use crate::journal::row_image::{RowChange, RowImage, Table, to_json};
use rusqlite::{Connection, OptionalExtension};
use serde::Deserialize;
use serde_json::Value as Json;
use std::collections::{BTreeSet, HashMap};
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
    pub compared: u64,
    /// The first [`NAMED`] of them.
    pub differing: Vec<RowDifference>,
}

/// What later rows of the journal have said of a row already.
#[derive(Default)]
struct Said {
    columns: BTreeSet<String>,
    /// Whether nothing earlier matters.
    all: bool,
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

fn beside_the_journal(table: Table, column: &str) -> bool {
    match table {
        Table::Complaint => matches!(column, "version" | "exhibits"),
        Table::Clock | Table::ClockPause => true,
        Table::Office
        | Table::Person
        | Table::Demand
        | Table::Diary
        | Table::Note
        | Table::Document
        | Table::Letter
        | Table::Template
        | Table::Approval
        | Table::Norm
        | Table::Form
        | Table::NameForm
        | Table::Dispatch
        | Table::DispatchEvent => false,
    }
}

struct Replay<'c> {
    conn: &'c Connection,
    said: HashMap<(&'static str, Uuid), Said>,
    /// Rows that a later emptying of the trash may have taken.
    emptied: bool,
    found: Replayed,
}

pub(crate) fn replay(conn: &Connection) -> Result<Replayed> {
    let mut replay = Replay {
        conn,
        said: HashMap::new(),
        emptied: false,
        found: Replayed::default(),
    };
    let mut statement = conn.prepare(include_str!("journal_backwards.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let op = Op::parse(row.get_ref(0)?.as_str().unwrap_or_default());
        let body = row.get_ref(2)?.as_str_or_null().unwrap_or_default();
        if let Some(body) = body {
            let changes: Vec<RowChange> = serde_json::from_str(body)?;
            for change in changes.iter().rev() {
                replay.change(change)?;
            }
            continue;
        }
        let payload: Json = serde_json::from_str(row.get_ref(1)?.as_str().unwrap_or_default())?;
        if op == Some(Op::TrashEmpty) {
            replay.emptied = true;
        }
        if op == Some(Op::LetterIssue) {
            replay.issued(&payload)?;
        }
        if let Some(rows) = payload.get("rows") {
            // Rows of another shape say nothing of values either.
            let outlines: Vec<Outline> = serde_json::from_value(rows.clone()).unwrap_or_default();
            for outline in outlines.into_iter().rev() {
                replay.outline(outline)?;
            }
        }
    }
    Ok(replay.found)
}

impl Replay<'_> {
    fn change(&mut self, change: &RowChange) -> Result<()> {
        let key = (change.table.as_str(), change.id);
        if self.said.get(&key).is_some_and(|said| said.all) {
            return Ok(());
        }
        let row = image(self.conn, change.table, change.id)?;
        let emptied = self.emptied;
        let said = self.said.entry(key).or_default();
        let differs = match (&change.after, &row) {
            (None, row) => {
                said.all = true;
                said.columns.is_empty() && row.is_some()
            }
            (Some(_), None) => {
                said.all = true;
                !emptied && !beside_the_journal(change.table, "")
            }
            (Some(after), Some(row)) => {
                let other = after.iter().any(|(column, value)| {
                    !said.columns.contains(column)
                        && !beside_the_journal(change.table, column)
                        && row.get(column).is_some_and(|now| now != value)
                });
                said.all = change.before.is_none();
                said.columns.extend(after.keys().cloned());
                other
            }
        };
        self.found.compared += 1;
        let first = differs && !said.differs;
        said.differs |= differs;
        if first {
            let number = number_of(self.conn, change, row.as_ref())?;
            self.differs(change.table.as_str(), number);
        }
        Ok(())
    }

    fn outline(&mut self, outline: Outline) -> Result<()> {
        let said = self
            .said
            .entry((outline.table.as_str(), outline.id))
            .or_default();
        if outline.how == "changed" {
            said.columns.extend(outline.fields);
            return Ok(());
        }
        let removed = outline.how == "removed" && !said.all && said.columns.is_empty();
        said.all = true;
        if removed && image(self.conn, outline.table, outline.id)?.is_some() {
            self.differs(outline.table.as_str(), None);
        }
        Ok(())
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
        self.found.compared += 1;
        match now {
            Some((now, hash, case)) => {
                if now.as_deref() != Some(number) || hash.as_deref() != Some(sha256) {
                    self.differs(Table::Letter.as_str(), Some(case));
                }
            }
            // A letter that was issued is never removed.
            None => self.differs(Table::Letter.as_str(), None),
        }
        Ok(())
    }

    fn differs(&mut self, table: &'static str, number: Option<String>) {
        if self.found.differing.len() < NAMED {
            self.found.differing.push(RowDifference { table, number });
        }
    }
}

fn image(conn: &Connection, table: Table, id: Uuid) -> Result<Option<RowImage>> {
    let mut statement =
        conn.prepare_cached(&format!("SELECT * FROM {} WHERE id = ?1", table.as_str()))?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut rows = statement.query([blob(id)])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let mut image = RowImage::new();
    for (at, name) in columns.into_iter().enumerate() {
        image.insert(name, to_json(row.get_ref(at)?)?);
    }
    Ok(Some(image))
}

/// The number of the complaint that a row belongs to.
fn number_of(
    conn: &Connection,
    change: &RowChange,
    row: Option<&RowImage>,
) -> Result<Option<String>> {
    let images = [row, change.after.as_ref(), change.before.as_ref()];
    let is_complaint = change.table == Table::Complaint;
    let column = if is_complaint { "serial" } else { "complaint" };
    let serial = images
        .into_iter()
        .flatten()
        .find_map(|image| image.get(column)?.as_i64());
    let Some(serial) = serial else {
        return Ok(None);
    };
    Ok(conn
        .prepare_cached("SELECT number FROM complaint WHERE serial = ?1")?
        .query_row([serial], |row| row.get(0))
        .optional()?)
}
