//! Bringing records up to date, one numbered step at a time, each in its own
//! transaction and after a copy was put by.

use crate::database::connection::APPLICATION_ID;
use crate::database::folder::fresh_file;
use crate::database::schema::{STEPS, expect_own, version};
use crate::error::{RegisterError, Result};
use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, TransactionBehavior};
use std::fs;
use std::fs::File;
use std::path::{Path, PathBuf};

/// The oldest version of records this program takes; 0 is an empty file.
const OLDEST: i64 = 0;

/// Brings records up to date and says from which version, with the copy made
/// before the first step. Where there is no folder for copies none is made:
/// records that are being founded hold nothing yet.
pub(crate) fn bring_up_to_date(
    conn: &mut Connection,
    backups: Option<&Path>,
    now: DateTime<FixedOffset>,
) -> Result<Option<(i64, PathBuf)>> {
    let migrated = migrate(conn, STEPS, OLDEST, backups, now)?;
    if migrated.is_some() {
        expect_own(conn)?;
    }
    Ok(migrated)
}

fn migrate(
    conn: &mut Connection,
    steps: &[&str],
    oldest: i64,
    backups: Option<&Path>,
    now: DateTime<FixedOffset>,
) -> Result<Option<(i64, PathBuf)>> {
    let known = i64::try_from(steps.len()).unwrap_or(i64::MAX);
    let mut first = None;
    loop {
        let found = version(conn)?;
        if found > known {
            return Err(RegisterError::TooNew { found, known });
        }
        if found < oldest {
            return Err(RegisterError::TooOld { found, oldest });
        }
        let Some(step) = usize::try_from(found).ok().and_then(|at| steps.get(at)) else {
            return Ok(first);
        };
        if found > 0
            && let Some(backups) = backups
        {
            let copy = copy_before(conn, backups, found, now)?;
            first.get_or_insert((found, copy));
        }
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another program may have taken this step while we waited.
        if version(&tx)? == found {
            tx.execute_batch(step)?;
            tx.pragma_update(None, "application_id", APPLICATION_ID)?;
            tx.pragma_update(None, "user_version", found + 1)?;
        }
        tx.commit()?;
    }
}

/// A copy of the database alone, under a name that no other copy has.
fn copy_before(
    conn: &Connection,
    backups: &Path,
    version: i64,
    now: DateTime<FixedOffset>,
) -> Result<PathBuf> {
    let stamp = now.format("%Y%m%d-%H%M%S");
    let mut copy = backups.join(format!("before-{}-{stamp}.sqlite", version + 1));
    let mut again = 1;
    while copy.exists() {
        again += 1;
        copy = backups.join(format!("before-{}-{stamp}-{again}.sqlite", version + 1));
    }
    copy_into(conn, &copy)?;
    Ok(copy)
}

/// Writes a consistent, compact copy of the whole database to a new file and
/// sees it onto the disk.
pub(crate) fn copy_into(conn: &Connection, copy: &Path) -> Result<()> {
    let name = copy
        .to_str()
        .ok_or_else(|| RegisterError::NotUnicode(copy.to_owned()))?;
    // SQLite writes into an empty file that is there and leaves its rights.
    fresh_file(copy)?;
    if let Err(error) = conn.execute("VACUUM INTO ?1", [name]) {
        let _ = fs::remove_file(copy);
        return Err(error.into());
    }
    File::open(copy)?.sync_all()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2026-11-22T10:00:00+03:00").unwrap()
    }

    #[test]
    fn each_step_is_taken_once_and_after_a_copy() {
        let dir = tempfile::tempdir().unwrap();
        let mut conn = Connection::open(dir.path().join("x.sqlite")).unwrap();
        let steps = [
            "CREATE TABLE a (x)",
            "INSERT INTO a VALUES (1)",
            "INSERT INTO a VALUES (2)",
        ];
        assert_eq!(
            migrate(&mut conn, &steps[..1], 0, Some(dir.path()), now()).unwrap(),
            None
        );
        let (from, copy) = migrate(&mut conn, &steps, 0, Some(dir.path()), now())
            .unwrap()
            .unwrap();
        assert_eq!(from, 1);
        let count = |conn: &Connection| -> i64 {
            conn.query_row("SELECT count(*) FROM a", [], |row| row.get(0))
                .unwrap()
        };
        assert_eq!(count(&conn), 2);
        assert_eq!(count(&Connection::open(copy).unwrap()), 0);
        assert_eq!(
            migrate(&mut conn, &steps, 0, Some(dir.path()), now()).unwrap(),
            None
        );
        assert_eq!(count(&conn), 2);
    }

    #[test]
    fn a_step_that_fails_leaves_the_records_as_they_were() {
        let dir = tempfile::tempdir().unwrap();
        let mut conn = Connection::open(dir.path().join("x.sqlite")).unwrap();
        let steps = [
            "CREATE TABLE a (x)",
            "CREATE TABLE b (x); CREATE TABLE a (x)",
        ];
        assert!(migrate(&mut conn, &steps, 0, Some(dir.path()), now()).is_err());
        assert_eq!(version(&conn).unwrap(), 1);
        let tables: i64 = conn
            .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
            .unwrap();
        assert_eq!(tables, 1);
    }

    #[test]
    fn marks_of_sending_become_dispatches() {
        let dir = tempfile::tempdir().unwrap();
        let mut conn = Connection::open(dir.path().join("x.sqlite")).unwrap();
        migrate(&mut conn, &STEPS[..6], 0, Some(dir.path()), now()).unwrap();
        conn.pragma_update(None, "foreign_keys", false).unwrap();
        let marks = [
            (1_u8, Some("post"), "post_simple", "handed_over"),
            (2, Some("in_person"), "by_hand", "delivered"),
            (3, Some("email"), "email", "handed_over"),
            (4, Some("messenger"), "messenger", "handed_over"),
            (5, Some("platform"), "platform", "handed_over"),
            (6, Some("website"), "website", "handed_over"),
            (7, Some("authority"), "other", "handed_over"),
            (8, None, "", ""),
        ];
        for (n, channel, _, _) in marks {
            let sent_at = channel.map(|_| format!("2026-11-{:02}T16:40:00+03:00", 10 + n));
            conn.execute(
                "INSERT INTO letter (id, complaint, kind, language, state, heading, content, changed_at,
                     number, issued_at, sha256, pages, sent_channel, sent_at)
                 VALUES (?1, 7, 'final_satisfied', 'ru', 'issued', '', '{}', '2026-11-10T10:00:00+03:00',
                     ?2, '2026-11-10T10:00:00+03:00', ?2, 1, ?3, ?4)",
                rusqlite::params![[n], format!("ИСХ-2026/{n:04}"), channel, sent_at],
            )
            .unwrap();
        }

        migrate(&mut conn, &STEPS[..7], 0, Some(dir.path()), now()).unwrap();
        let found: Vec<(Vec<u8>, i64, String, String, String)> = conn
            .prepare("SELECT letter, complaint, way, sent_at, state FROM dispatch ORDER BY letter")
            .unwrap()
            .query_map([], |row| {
                Ok((
                    row.get(0)?,
                    row.get(1)?,
                    row.get(2)?,
                    row.get(3)?,
                    row.get(4)?,
                ))
            })
            .unwrap()
            .map(std::result::Result::unwrap)
            .collect();
        let expected: Vec<_> = marks
            .iter()
            .filter(|(_, channel, _, _)| channel.is_some())
            .map(|(n, _, way, state)| {
                let sent = format!("2026-11-{:02}T16:40:00+03:00", 10 + n);
                (vec![*n], 7, (*way).to_owned(), sent, (*state).to_owned())
            })
            .collect();
        assert_eq!(found, expected);
        let ids: i64 = conn
            .query_row(
                "SELECT count(DISTINCT id) FROM dispatch WHERE length(id) = 16",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(ids, 7);
    }

    #[test]
    fn numbers_that_were_erased_find_their_complaints_in_one_pass() {
        let dir = tempfile::tempdir().unwrap();
        let mut conn = Connection::open(dir.path().join("x.sqlite")).unwrap();
        migrate(&mut conn, &STEPS[..11], 0, Some(dir.path()), now()).unwrap();
        conn.execute_batch(
            "BEGIN;
             WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 20000)
             INSERT INTO journal (seq, at, actor, op, complaint, payload, prev, hash)
             SELECT n, '', '', 'complaint_add', randomblob(16),
                 json_object('number', printf('ВХ-2026/%05d', n)), zeroblob(32), randomblob(32) FROM n;
             INSERT INTO spent_number (number, at)
             SELECT printf('ВХ-2026/%05d', seq), '' FROM journal WHERE seq % 4 = 0;
             COMMIT",
        )
        .unwrap();
        let begun = std::time::Instant::now();
        migrate(&mut conn, &STEPS[..12], 0, None, now()).unwrap();
        // By as many passes as numbers it takes a hundred million rows.
        assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
        let right: i64 = conn
            .query_row(
                "SELECT count(*) FROM spent_number JOIN journal USING (complaint)
                 WHERE json_extract(payload, '$.number') = number",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(right, 5_000);
    }

    #[test]
    fn cards_kept_before_are_found_by_their_words() {
        let dir = tempfile::tempdir().unwrap();
        let mut conn = Connection::open(dir.path().join("x.sqlite")).unwrap();
        migrate(&mut conn, &STEPS[..8], 0, Some(dir.path()), now()).unwrap();
        for (n, name) in [(1_u8, "ооо «вектор»"), (2, "")] {
            conn.execute(
                "INSERT INTO person (id, kind, name, gender, address, email, phone, representative,
                     name_key, email_key, phone_key)
                 VALUES (?1, 'person', ?2, 'auto', '', '', '', '', ?2, '', '74955550100')",
                rusqlite::params![[n], name],
            )
            .unwrap();
        }
        migrate(&mut conn, &STEPS[..9], 0, Some(dir.path()), now()).unwrap();
        let found = |word: &str| -> Vec<i64> {
            conn.prepare("SELECT rowid FROM person_words WHERE person_words MATCH ?1")
                .unwrap()
                .query_map([word], |row| row.get(0))
                .unwrap()
                .map(std::result::Result::unwrap)
                .collect()
        };
        assert_eq!(found("\"вектор\""), [1]);
        assert_eq!(found("\"вект\"*"), [1]);
        assert_eq!(found("\"нет\""), [] as [i64; 0]);
    }

    #[test]
    fn records_out_of_reach_are_refused() {
        let dir = tempfile::tempdir().unwrap();
        let mut conn = Connection::open(dir.path().join("x.sqlite")).unwrap();
        conn.pragma_update(None, "user_version", 5).unwrap();
        let steps = ["SELECT 1"; 4];
        let answer = migrate(&mut conn, &steps, 0, Some(dir.path()), now());
        assert!(matches!(
            answer,
            Err(RegisterError::TooNew { found: 5, known: 4 })
        ));
        conn.pragma_update(None, "user_version", 2).unwrap();
        let answer = migrate(&mut conn, &steps, 3, Some(dir.path()), now());
        assert!(matches!(
            answer,
            Err(RegisterError::TooOld {
                found: 2,
                oldest: 3
            })
        ));
    }
}
