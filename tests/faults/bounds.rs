//! What would wait without end, lie open to others, or never be read again.

use crate::ground::{at, by, found, open, refused};
use complaint::{ComplaintFields, DemandFields, DemandKind};
use office::{NewComplaint, NewDemand, NotRead};
use std::fs::{self, File};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

#[test]
#[cfg(unix)]
fn a_pipe_a_device_and_a_folder_are_no_files_to_take_in() {
    let root = tempfile::tempdir().expect("a folder");
    let pipe = root.path().join("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo").success());
    let link = root.path().join("link");
    std::os::unix::fs::symlink(&pipe, &link).expect("a link");
    for path in [&pipe, &link, root.path(), Path::new("/dev/zero")] {
        assert!(
            matches!(office::file_open(path), Err(NotRead::NotAFile)),
            "{path:?}"
        );
    }
    assert!(matches!(
        office::file_open(&root.path().join("nothing")),
        Err(NotRead::Io(_))
    ));
    let file = root.path().join("file");
    fs::write(&file, "x").expect("a file");
    office::file_open(&file).expect("a file is a file");
}

#[test]
fn an_office_that_another_program_holds_is_refused_in_time() {
    let root = tempfile::tempdir().expect("a folder");
    drop(found(root.path()).expect("an office"));
    let lock = File::options()
        .write(true)
        .open(root.path().join("office.lock"));
    let lock = lock.expect("the lock");
    lock.lock().expect("held");
    let begun = Instant::now();
    assert_eq!(refused(open(root.path())).0, "locked");
    assert!(begun.elapsed() < Duration::from_secs(20), "{begun:?}");
    lock.unlock().expect("let go");
    open(root.path()).expect("the office");
}

#[cfg(unix)]
fn open_to_others(dir: &Path, found: &mut Vec<String>) {
    use std::os::unix::fs::PermissionsExt;
    for entry in fs::read_dir(dir).expect("a folder").flatten() {
        let about = entry.metadata().expect("rights");
        if about.is_dir() {
            open_to_others(&entry.path(), found);
        } else if about.permissions().mode() & 0o077 != 0 {
            found.push(entry.path().display().to_string());
        }
    }
}

#[test]
#[cfg(unix)]
fn the_files_of_an_office_are_its_owners_alone_in_whatever_folder() {
    use std::os::unix::fs::PermissionsExt;
    let root = tempfile::tempdir().expect("a folder");
    let dir = root.path().join("office");
    fs::create_dir(&dir).expect("a folder");
    let rights = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("rights");
    };
    fs::write(dir.join("отпуск.jpg"), "somebody's").expect("a file");
    rights(&dir.join("отпуск.jpg"), 0o600);
    rights(&dir, 0o755);
    let office = found(&dir).expect("an office");
    let go = |_: u64, _: u64| std::ops::ControlFlow::Continue(());
    office::backup_create(&office, &by(), &root.path().join("shelf"), &go).expect("a backup");
    let mut open_files = Vec::new();
    open_to_others(&dir, &mut open_files);
    assert_eq!(open_files, Vec::<String>::new(), "of a new office");
    drop(office);

    for name in [
        "office.sqlite",
        "drafts.sqlite",
        "office.lock",
        "backups/heads.jsonl",
    ] {
        rights(&dir.join(name), 0o644);
    }
    fs::write(dir.join("backups/before-3-20260101-100000.sqlite"), "").expect("a copy");
    rights(&dir.join("backups/before-3-20260101-100000.sqlite"), 0o644);
    let _office = open(&dir).expect("the office");
    open_to_others(&dir, &mut open_files);
    assert_eq!(open_files, Vec::<String>::new(), "of one made before");
}

#[test]
fn a_date_that_cannot_be_is_refused_by_its_field() {
    let root = tempfile::tempdir().expect("a folder");
    let office = found(root.path()).expect("an office");
    let told = NewComplaint {
        id: None,
        fields: ComplaintFields {
            text: "Чайник течёт".into(),
            backdating_reason: Some("выходной".into()),
            ..ComplaintFields::received(at("2026-11-20T10:00:00+03:00"))
        },
        person_id: None,
        demands: vec![NewDemand {
            fields: DemandFields {
                kind: DemandKind::Refund,
                detail: String::new(),
                amount: None,
            },
            made_on: None,
        }],
        terms: Vec::new(),
    };
    let field = |complaint: NewComplaint| {
        let failure = office::Failure::from(
            office::complaint_add(&office, &by(), complaint).expect_err("a refusal"),
        );
        assert_eq!(failure.code, "field", "{failure:?}");
        (
            failure.field.unwrap_or_default(),
            failure.detail.unwrap_or_default(),
        )
    };
    let named = |field: &str, problem: &str| (field.to_owned(), problem.to_owned());

    let mut ancient = told.clone();
    ancient.fields.received_at = "-0044-03-15T10:00:00+03:00".parse().expect("a time");
    assert_eq!(field(ancient), named("received_at", "too_early"));
    let mut ancient = told.clone();
    ancient.fields.matter.their_date = "-200000-01-01".parse().ok();
    assert!(ancient.fields.matter.their_date.is_some());
    assert_eq!(field(ancient), named("their_date", "too_early"));
    let mut distant = told.clone();
    distant.fields.received_at = "+12026-11-20T10:00:00+03:00".parse().expect("a time");
    assert_eq!(field(distant), named("received_at", "too_late"));
    let mut distant = told.clone();
    distant.demands[0].made_on = "+262000-01-01".parse().ok();
    assert!(distant.demands[0].made_on.is_some());
    assert_eq!(field(distant), named("demands.0.made_on", "too_late"));
    office::complaint_add(&office, &by(), told).expect("what can be is taken in");
}
