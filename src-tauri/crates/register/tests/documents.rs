//! The document store and the scratch folder.

use crate::office::{Office, SingleSteps, at, by, kettle};
use register::*;
use std::fs;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

const NOW: &str = "2026-11-22T10:00:00+03:00";

fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// Takes write protection off, as somebody who alters a file would.
fn unlock(path: &Path) {
    let mut permissions = fs::metadata(path).unwrap().permissions();
    #[allow(clippy::permissions_set_readonly_false)]
    permissions.set_readonly(false);
    fs::set_permissions(path, permissions).unwrap();
}

#[test]
fn a_document_keeps_its_bytes_and_gets_a_number_of_its_own() {
    let office = Office::new();
    let id = office.complaint_add(&by(NOW), &kettle()).unwrap().id;
    let stored = office.store(b"%PDF-1.4 same");
    let first = office.add_document(id, "чек.pdf", &stored);
    let second = office.add_document(id, "чек.pdf", &stored);
    office.document_trash(&by(NOW), second).unwrap();
    let third = office.add_document(id, "../../../etc/чек\u{202e}fdp.exe", &stored);
    let case = office.case(id).unwrap();
    let seen: Vec<_> = case
        .contents
        .documents
        .iter()
        .map(|d| (d.id, d.exhibit, d.fields.name.as_str()))
        .collect();
    assert_eq!(seen, [(first, 1, "чек.pdf"), (third, 3, "чекfdp.exe")]);
    assert_eq!(case.contents.documents[0].media_type, "application/pdf");
    assert_eq!(case.contents.trashed_documents[0].id, second);
    assert_eq!(
        files(&office.path().join("documents")).len(),
        1,
        "equal content is kept once"
    );
    let copy = office.document_copy_to_scratch(third).unwrap();
    assert!(copy.starts_with(office.path().join(".otvet-scratch")));
    assert_eq!(fs::read(&copy).unwrap(), b"%PDF-1.4 same");
    assert!(fs::metadata(&copy).unwrap().permissions().readonly());
    let other = office.document_copy_to_scratch(first).unwrap();
    assert_ne!(copy.parent(), other.parent());
    let folder = office.shut();
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    assert!(!copy.exists(), "the scratch folder is emptied at opening");
    office.document_restore(&by(NOW), second).unwrap();
    assert_eq!(office.case(id).unwrap().contents.documents.len(), 3);
}

#[test]
fn media_types_are_told_by_content_before_name_and_claim() {
    let office = Office::new();
    let id = office.complaint_add(&by(NOW), &kettle()).unwrap().id;
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    for (bytes, name, claimed, told) in [
        (&png[..], "photo.jpg", Some("text/html"), "image/png"),
        (b"From: a@b\r\n\r\nx", "letter.eml", None, "message/rfc822"),
        (
            b"\0\x01\x02",
            "thing",
            Some("application/x-thing"),
            "application/x-thing",
        ),
        (
            b"\0\x01\x02",
            "thing",
            Some("not a type\r\n"),
            "application/octet-stream",
        ),
        ("просто слова".as_bytes(), "thing", None, "text/plain"),
        (b"", "empty", None, "application/octet-stream"),
    ] {
        let new = NewDocument {
            fields: complaint::DocumentFields {
                name: name.into(),
                file_time: None,
                provenance: complaint::Provenance {
                    side: complaint::Side::Complainant,
                    source: String::new(),
                },
            },
            media_type: claimed.map(str::to_owned),
        };
        let document = office
            .document_add(&by(NOW), id, &new, &office.store(bytes))
            .unwrap()
            .id;
        assert_eq!(
            office.document(document).unwrap().1.media_type,
            told,
            "{name}"
        );
    }
}

#[test]
fn stopping_and_failing_leave_nothing_behind() {
    struct Breaking(u32);
    impl Read for Breaking {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            self.0 += 1;
            if self.0 > 3 {
                Err(io::Error::other("the cable came out"))
            } else {
                Ok(to.len())
            }
        }
    }
    let office = Office::new();
    let stopped = office.document_store(io::repeat(7).take(50 << 20), &|bytes| {
        if bytes > 10 << 20 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    assert!(matches!(stopped, Err(RegisterError::Cancelled)));
    let broken = office.document_store(Breaking(0), &|_| ControlFlow::Continue(()));
    assert!(matches!(broken, Err(RegisterError::Io(_))));
    assert!(files(&office.path().join("documents")).is_empty());
    assert_eq!(
        files(&office.path().join(".otvet-scratch")).len(),
        1,
        "nothing but the folder's own mark"
    );
}

#[test]
fn a_record_never_names_content_that_is_not_there() {
    let office = Office::new();
    let id = office.complaint_add(&by(NOW), &kettle()).unwrap().id;
    let new = NewDocument {
        fields: complaint::DocumentFields {
            name: "x".into(),
            file_time: None,
            provenance: complaint::Provenance {
                side: complaint::Side::Office,
                source: String::new(),
            },
        },
        media_type: None,
    };
    let nowhere = StoredFile {
        sha256: "ab".repeat(32),
        bytes: 1,
    };
    let refused = office.document_add(&by(NOW), id, &new, &nowhere);
    assert!(matches!(refused, Err(RegisterError::MissingFile(_))));
    let path = StoredFile {
        sha256: "../../office.sqlite".into(),
        bytes: 1,
    };
    let refused = office.document_add(&by(NOW), id, &new, &path);
    assert!(matches!(refused, Err(RegisterError::NotFound(_))));
    let mut stored = office.store(b"four");
    stored.bytes = 5;
    let refused = office.document_add(&by(NOW), id, &new, &stored);
    assert!(matches!(refused, Err(RegisterError::Altered(_))));
    assert_eq!(office.case(id).unwrap().contents.documents.len(), 0);
}

#[test]
fn the_check_finds_what_was_altered_lost_or_left_over() {
    let office = Office::new();
    let recorded = office.complaint_add(&by(NOW), &kettle()).unwrap();
    for (name, bytes) in [
        ("good", &b"good"[..]),
        ("altered", b"alter me"),
        ("lost", b"lose me"),
    ] {
        office.add_document(recorded.id, name, &office.store(bytes));
    }
    let stray = office.store(b"nobody names me");
    let waiting = office.store(b"a draft names me");
    office
        .draft_put(
            "complaint/new",
            &serde_json::json!({ "files": [waiting.sha256] }),
            at(NOW),
        )
        .unwrap();
    let path = |content: &str| {
        files(&office.path().join("documents"))
            .into_iter()
            .find(|path| fs::read(path).unwrap() == content.as_bytes())
            .unwrap()
    };
    let altered = path("alter me");
    unlock(&altered);
    fs::write(&altered, "alter mE").unwrap();
    fs::remove_file(path("lose me")).unwrap();
    let check = office
        .documents_verify(&|_| ControlFlow::Continue(()))
        .unwrap();
    assert_eq!(check.checked, 3);
    let names = |damaged: &[DamagedContent]| -> Vec<String> {
        damaged
            .iter()
            .flat_map(|d| d.used_by.iter().map(|u| u.name.clone()))
            .collect()
    };
    assert_eq!(names(&check.altered), ["altered"]);
    assert_eq!(names(&check.missing), ["lost"]);
    assert_eq!(check.missing[0].used_by[0].number, recorded.number);
    assert_eq!(check.orphans, std::slice::from_ref(&stray.sha256));
    let folder = office.shut();
    // Two days on, some opening comes by every folder of the store.
    for _ in 0..16 {
        let later = DateTimeAfter::days(2);
        drop(Register::open(folder.path(), later).unwrap());
    }
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    assert!(office.content_read(&stray.sha256).is_err());
    assert!(
        office.content_read(&waiting.sha256).is_ok(),
        "a draft still names it"
    );
    office.draft_delete("complaint/new").unwrap();
}

struct DateTimeAfter;

impl DateTimeAfter {
    /// Files are as old as the machine's clock says, whatever the office's.
    fn days(days: i64) -> chrono::DateTime<chrono::FixedOffset> {
        let real: chrono::DateTime<chrono::Utc> = std::time::SystemTime::now().into();
        real.fixed_offset() + chrono::Duration::days(days)
    }
}

#[test]
fn a_journal_cut_off_since_the_last_backup_shows() {
    let office = Office::new();
    for _ in 0..3 {
        office.complaint_add(&by(NOW), &kettle()).unwrap();
    }
    let shelf = tempfile::tempdir().unwrap();
    office
        .backup_create(shelf.path(), at(NOW), &|_, _| ControlFlow::Continue(()))
        .unwrap();
    let folder = office.shut();
    let raw = rusqlite::Connection::open(folder.path().join("office.sqlite")).unwrap();
    let broken = || {
        Register::open(folder.path(), at(NOW))
            .unwrap()
            .journal_verify()
            .unwrap()
            .broken
    };
    assert_eq!(broken(), None);
    let guards: Vec<String> = raw
        .prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'journal'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    // Somebody who knows the place: guards dropped and put back, the last row cut, the head put back.
    let alter = |sql: &str| {
        raw.execute_batch("DROP TRIGGER journal_no_delete; DROP TRIGGER journal_no_update")
            .unwrap();
        raw.execute_batch(sql).unwrap();
        raw.execute_batch(&guards.join(";")).unwrap();
    };
    alter("DELETE FROM journal WHERE seq = 4");
    assert_eq!(
        broken(),
        Some(JournalBreak {
            seq: 4,
            fault: JournalFault::Missing
        })
    );
    raw.execute_batch(
        "UPDATE journal_head SET (seq, hash) = (SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1)",
    )
    .unwrap();
    assert_eq!(
        broken(),
        Some(JournalBreak {
            seq: 4,
            fault: JournalFault::Missing
        })
    );
    alter("UPDATE journal SET actor = 'Другой' WHERE seq = 2");
    assert_eq!(
        broken(),
        Some(JournalBreak {
            seq: 2,
            fault: JournalFault::Altered
        })
    );
}

#[test]
#[cfg(unix)]
fn the_folders_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let office = Office::new();
    office.store(b"x");
    for dir in ["", "documents", ".otvet-scratch", "backups"] {
        let mode = fs::metadata(office.path().join(dir))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o700, "{dir}");
    }
    for file in files(&office.path().join("documents")) {
        assert_eq!(
            fs::metadata(file).unwrap().permissions().mode() & 0o777,
            0o400
        );
    }
}
