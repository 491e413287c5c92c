//! Records that another program added to or altered are not used.

use crate::office::{Office, SingleSteps, at, by, kettle, profile};
use register::*;
use rusqlite::Connection;
use std::ops::ControlFlow;
use std::path::Path;

const NOW: &str = "2026-11-22T10:00:00+03:00";

const REWRITES: &str = "CREATE TRIGGER rewrites AFTER INSERT ON complaint
    BEGIN UPDATE complaint SET body = 'Претензий не имею' WHERE serial = new.serial; END";

/// What somebody did to the schema, and what is named of it.
const HARMS: &[(&str, &str)] = &[
    (REWRITES, "trigger rewrites"),
    ("CREATE VIEW shown AS SELECT * FROM complaint", "view shown"),
    ("CREATE TABLE kept (copy)", "table kept"),
    ("CREATE INDEX slow ON complaint (body)", "index slow"),
    ("CREATE VIRTUAL TABLE heard USING fts5(words)", "table heard"),
    ("DROP TRIGGER complaint_number_stays", "trigger complaint_number_stays"),
    ("DROP INDEX demand_of", "index demand_of"),
    ("ALTER TABLE note ADD COLUMN told TEXT DEFAULT (random())", "table note"),
    (
        "DROP TRIGGER complaint_number_stays;
         CREATE TRIGGER complaint_number_stays BEFORE UPDATE OF id, number, counted, recorded_at ON complaint
         BEGIN SELECT 1; END",
        "trigger complaint_number_stays",
    ),
];

fn harm(database: &Path, sql: &str) {
    let raw = Connection::open(database).unwrap();
    raw.execute_batch(sql).unwrap();
    raw.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn named<T>(answer: Result<T>) -> String {
    match answer {
        Err(RegisterError::ForeignSchema(what)) => what,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it was used"),
    }
}

#[test]
fn an_office_with_a_foreign_schema_is_not_opened() {
    for (sql, what) in HARMS {
        let folder = tempfile::tempdir().unwrap();
        drop(Register::create(folder.path(), &by(NOW), &profile()).unwrap());
        harm(&folder.path().join("office.sqlite"), sql);
        let told = named(Register::open(folder.path(), at(NOW)));
        assert!(told.starts_with(what), "{sql}: {told}");
    }
}

#[test]
fn drafts_with_a_foreign_schema_are_not_used() {
    let folder = tempfile::tempdir().unwrap();
    drop(Register::create(folder.path(), &by(NOW), &profile()).unwrap());
    harm(
        &folder.path().join("drafts.sqlite"),
        "CREATE TRIGGER listens AFTER INSERT ON draft BEGIN DELETE FROM draft; END",
    );
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    let aside = &office.opening().set_aside;
    assert_eq!(aside.len(), 1, "{aside:?}");
    office.draft_put("a", &"typed".into(), at(NOW)).unwrap();
    assert_eq!(office.drafts().unwrap().len(), 1, "what listened is away");
}

#[test]
fn a_foreign_schema_is_not_migrated() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("office.sqlite");
    let raw = Connection::open(&database).unwrap();
    raw.execute_batch(include_str!("../src/database/migrations/0001.sql"))
        .unwrap();
    raw.execute_batch("PRAGMA user_version = 1; PRAGMA application_id = 0x4f545654")
        .unwrap();
    raw.execute_batch(REWRITES).unwrap();
    drop(raw);
    assert_eq!(
        named(Register::open(folder.path(), at(NOW))),
        "trigger rewrites"
    );
    let raw = Connection::open(&database).unwrap();
    let version: i64 = raw
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap();
    assert_eq!(version, 1);
    let copies = folder
        .path()
        .join("backups")
        .read_dir()
        .map_or(0, Iterator::count);
    assert_eq!(copies, 0, "nothing is copied of what is not used");
}

#[test]
fn a_backup_with_a_foreign_schema_is_not_restored() {
    let office = Office::new();
    office.complaint_add(&by(NOW), &kettle()).unwrap();
    let shelf = tempfile::tempdir().unwrap();
    let go = |_: u64, _: u64| ControlFlow::Continue(());
    let backup = office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    let database = backup.dir.join("office.sqlite");
    harm(&database, REWRITES);
    // Whoever can alter a copy can write its manifest anew, too.
    let manifest = backup.dir.join("manifest.json");
    let mut told: serde_json::Value =
        serde_json::from_slice(&std::fs::read(&manifest).unwrap()).unwrap();
    let bytes = std::fs::read(&database).unwrap();
    told["database_bytes"] = bytes.len().into();
    told["database_sha256"] = sha256(&bytes).into();
    std::fs::write(&manifest, told.to_string()).unwrap();
    let to = tempfile::tempdir().unwrap();
    let answer = Register::backup_restore(&backup.dir, &to.path().join("office"), &go);
    assert_eq!(named(answer), "trigger rewrites");
    // Nothing of what was refused lies there, readable or not.
    let left = std::fs::read_dir(to.path().join("office"))
        .unwrap()
        .flatten();
    let left: Vec<_> = left.filter(|entry| entry.path().is_file()).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn what_sqlite_keeps_of_tables_is_no_foreign_schema() {
    let folder = tempfile::tempdir().unwrap();
    drop(Register::create(folder.path(), &by(NOW), &profile()).unwrap());
    harm(&folder.path().join("office.sqlite"), "ANALYZE");
    Register::open(folder.path(), at(NOW)).unwrap();
}
