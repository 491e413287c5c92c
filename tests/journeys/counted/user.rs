//! A person at a copy of the prepared office, and what can be snapshot of its records.

use super::prepared::Prepared;
use acceptance::windowless::{Machine, Person};
use commands::{Answer, Failure};
use register::Register;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Tables that undo leaves as they are, each with its reason.
const NOT_UNDONE: &[(&str, &str)] = &[
    ("journal", "it only grows"),
    ("journal_head", "it only grows"),
    ("journal_subject", "it only grows"),
    ("change", "the before and after of the journal"),
    ("counter", "a number that was taken stays used"),
    ("spent_number", "a number that was taken stays used"),
    ("spent_outgoing", "a number that was taken stays used"),
    ("content", "contents stay until the trash is emptied"),
    ("routine_version", "versions are only ever added"),
    ("template_version", "versions are only ever added"),
    ("stem", "the dictionary of the index only grows"),
];

/// Columns that undo leaves as they are, each with its reason.
const NOT_TURNED_BACK: &[(&str, &str, &str)] = &[
    (
        "complaint",
        "version",
        "it counts changes, undoing among them",
    ),
    (
        "complaint",
        "exhibits",
        "a number that was taken stays used",
    ),
];

/// A person at a copy of the prepared office.
pub struct User<'p> {
    machine: Machine,
    prepared: &'p Prepared,
}

/// How far the journal of the open office has come.
#[derive(Debug)]
pub struct Journal {
    pub folder: String,
    pub rows: i64,
    /// What the last row is named.
    pub op: String,
    /// The case that the last row belongs to, if it is one.
    pub complaint: Value,
}

/// What can be snapshot of the records.
pub struct Snapshot(BTreeMap<String, Value>);

impl<'p> User<'p> {
    /// At noon of the day after all that was prepared.
    pub fn at(prepared: &'p Prepared) -> Self {
        Self::before(Machine::with_copy(prepared.folder()), prepared)
    }

    /// At what a killed process left in a folder.
    pub fn in_folder(folder: &Path, prepared: &'p Prepared) -> Self {
        Self::before(Machine::left_in(folder), prepared)
    }

    /// At the same machine when the program is started again.
    pub fn started_again(&self) -> Self {
        Self::before(self.machine.started_again(), self.prepared)
    }

    fn before(machine: Machine, prepared: &'p Prepared) -> Self {
        let user = Self { machine, prepared };
        user.seat(&[]);
        user
    }

    /// Where this person's own files lie.
    pub fn desktop(&self) -> &Path {
        self.machine.desktop()
    }

    /// Who is at the dialogs chooses these files.
    pub fn seat(&self, files: &[PathBuf]) {
        self.machine.seat(Person {
            files: files.to_vec(),
            folder: Some(self.machine.desktop().to_owned()),
            save: Some(self.machine.desktop().to_owned()),
            now: Some(super::prepared::at("2026-11-20T12:00:00+03:00")),
        });
    }

    /// Another day at the same desk.
    pub fn on_day(&self, now: &str) {
        self.machine.seat(Person {
            now: Some(super::prepared::at(now)),
            ..Person::default()
        });
    }

    /// A file on this person's desktop, chosen from now on.
    pub fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.machine.desktop().join(name);
        std::fs::write(&path, content).expect("a file");
        self.seat(std::slice::from_ref(&path));
        path
    }

    /// The token of a file as the window gets it.
    pub fn token(&self, name: &str, content: &[u8]) -> Value {
        self.file(name, content);
        self.ask("files_choose", json!({ "purpose": "documents" }))[0]["token"].clone()
    }

    pub fn try_ask(&self, command: &str, input: &Value) -> Result<Value, Failure> {
        let answer = self.machine.ask(command, input, &|_| {});
        match answer.unwrap_or_else(|| panic!("{command} is no command"))? {
            Answer::Json(text) => Ok(serde_json::from_str(&text).expect("JSON")),
            Answer::Bytes(_) => Ok(Value::Null),
        }
    }

    pub fn ask(&self, command: &str, input: Value) -> Value {
        self.try_ask(command, &input)
            .unwrap_or_else(|failure| panic!("{command} {input}: {failure:?}"))
    }

    /// What was prepared under this name.
    pub fn id(&self, name: &str) -> Value {
        self.prepared.id(name)
    }

    pub fn card(&self, case: &str) -> Value {
        self.ask("complaint_card", json!({ "complaint": self.id(case) }))
    }

    pub fn letter(&self, name: &str) -> Value {
        self.ask("letter_card", json!({ "letter": self.id(name) }))
    }

    pub fn journal(&self) -> Option<Journal> {
        let info = self.try_ask("office_info", &Value::Null).ok()?;
        let last = &self.ask("journal_page", json!({ "limit": 1 }))[0];
        Some(Journal {
            folder: info["folder"].as_str()?.to_owned(),
            rows: last["seq"].as_i64()?,
            op: last["op"].as_str()?.to_owned(),
            complaint: last["complaint"].clone(),
        })
    }

    /// Turns a change back by the register alone.
    pub fn turn_back(&self, seq: i64) -> register::Result<()> {
        let info = self.ask("office_info", Value::Null);
        let by = register::By {
            now: super::prepared::at("2026-11-20T12:00:00+03:00"),
            actor: complaint::Actor("Панова".to_owned()),
        };
        let folder = Path::new(info["folder"].as_str().expect("a folder"));
        Register::open(folder, by.now)?.undo(&by, seq)?;
        Ok(())
    }

    /// Everything that is kept, and what the screens show of it.
    pub fn snapshot(&self) -> Snapshot {
        let mut snapshot = BTreeMap::new();
        let Ok(info) = self.try_ask("office_info", &Value::Null) else {
            return Snapshot(snapshot);
        };
        let folder = Path::new(info["folder"].as_str().expect("a folder"));
        for (table, rows) in register::all_rows(folder).expect("the rows") {
            if NOT_UNDONE.iter().any(|(name, _)| *name == table) {
                continue;
            }
            let columns = NOT_TURNED_BACK.iter().filter(|(of, ..)| *of == table);
            let columns: Vec<&str> = columns.map(|(_, column, _)| *column).collect();
            // A count of nothing says what no count says.
            let counting = |row: &Value| table != "tally" || row["rows"] != 0;
            for (place, mut row) in rows.into_iter().filter(counting).enumerate() {
                let shown = row.as_object_mut().expect("a row");
                shown.retain(|column, _| !columns.contains(&column.as_str()));
                let id = shown.get("id").map_or(place.to_string(), Value::to_string);
                snapshot.insert(format!("{table} {id}"), row);
            }
        }
        let mut shown = |command: &str, input: Value| {
            let answer = self.ask(command, input.clone());
            snapshot.insert(format!("{command} {input}"), answer.clone());
            answer
        };
        for command in ["today", "templates", "norms", "own_name_forms"] {
            shown(command, Value::Null);
        }
        for text in ["чайник", "Соколова", "протекает"] {
            shown("search", json!({ "text": text, "limit": 20 }));
            shown("persons_find", json!({ "text": text }));
        }
        for trashed in [false, true] {
            let query = json!({ "statuses": [], "channels": [], "kinds": [], "due": null, "text": "",
                "trashed": trashed, "sort": "number", "descending": false });
            let page = shown(
                "register_page",
                json!({ "query": query, "offset": 0, "limit": 50 }),
            );
            for row in page["rows"].as_array().expect("rows") {
                let complaint = json!({ "complaint": row["id"] });
                let card = shown("complaint_card", complaint.clone());
                shown("forms_of_case", complaint);
                for letter in card["letters"].as_array().expect("letters") {
                    let letter_ref = json!({ "letter": letter["id"] });
                    shown("letter_card", letter_ref.clone());
                    if !letter["issued"].is_null() {
                        shown("posting_card", letter_ref);
                    }
                }
            }
        }
        for card in snapshot.values_mut() {
            if card.get("complaint").is_some_and(Value::is_object) {
                card["complaint"]["version"].take();
                card["undo"].take();
                card["redo"].take();
            }
        }
        Snapshot(snapshot)
    }
}

impl Snapshot {
    /// What is not the same, by its name and the place in it.
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let mut names: Vec<&String> = self.0.keys().chain(other.0.keys()).collect();
        names.sort();
        names.dedup();
        let mut found = Vec::new();
        for name in names {
            let nothing = Value::Null;
            let of = |snapshot: &'_ Self| snapshot.0.get(name).unwrap_or(&nothing).clone();
            differing(name, &of(self), &of(other), &mut found);
        }
        found
    }
}

fn differing(place: &str, told: &Value, found: &Value, out: &mut Vec<String>) {
    match (told, found) {
        (Value::Object(a), Value::Object(b)) => {
            let mut names: Vec<&String> = a.keys().chain(b.keys()).collect();
            names.sort();
            names.dedup();
            for name in names {
                let nothing = Value::Null;
                let (a, b) = (a.get(name), b.get(name));
                let within = format!("{place}.{name}");
                differing(&within, a.unwrap_or(&nothing), b.unwrap_or(&nothing), out);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (nth, (a, b)) in a.iter().zip(b).enumerate() {
                differing(&format!("{place}.{nth}"), a, b, out);
            }
        }
        (a, b) if a == b => {}
        (a, b) => {
            let short = |value: &Value| value.to_string().chars().take(120).collect::<String>();
            out.push(format!("{place}: {} ≠ {}", short(a), short(b)));
        }
    }
}
