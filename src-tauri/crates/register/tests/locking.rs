//! An office that is locked with a password: nothing of it in plain text, all of
//! it there for who has the password, and one whole office whenever the power goes.

use crate::office::disk::{copy_all, files, telling};
use crate::office::{Office, SingleSteps, at, by, kettle};
use register::*;
use std::fs;
use std::io::Read;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

const NOW: &str = "2026-11-22T10:00:00+03:00";
const LONG: usize = 70_000;

fn go(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// An office with something of every sort, and the hashes of its documents.
pub fn full_office() -> (tempfile::TempDir, Vec<String>) {
    let office = Office::new();
    let mut complaint = kettle();
    complaint.fields.matter.complainant.address = "Мшанка, дом Ежевикина".into();
    complaint.fields.text.push_str(" ТАЙНОСЛОВО в тексте.");
    let id = office.complaint_add(&by(NOW), &complaint).unwrap().id;
    let long = "ДОКУМЕНТОСЛОВО ".repeat(LONG / 29);
    let kept = [&b"one \xd0\xa2"[..], long.as_bytes(), b""].map(|bytes| office.store(bytes));
    for (name, stored) in ["Чекоимя.jpg", "Актоимя.pdf", "Пусто.txt"]
        .into_iter()
        .zip(&kept)
    {
        office.add_document(id, name, stored);
    }
    let draft = serde_json::json!({ "text": "ЧЕРНОВИКОСЛОВО" });
    office.draft_put("complaint/new", &draft, at(NOW)).unwrap();
    let shelf = office.path().with_extension("shelf");
    office.backup_create(&shelf, at(NOW), &go).unwrap();
    fs::remove_dir_all(&shelf).unwrap();
    let hashes = kept.map(|stored| stored.sha256).to_vec();
    (office.shut(), hashes)
}

const PLANTED: [&str; 9] = [
    "ТАЙНОСЛОВО",
    "ДОКУМЕНТОСЛОВО",
    "ЧЕРНОВИКОСЛОВО",
    "Ежевикин",
    "Соколова",
    "sokolova@example.org",
    "чайник",
    "Чекоимя",
    ".shelf",
];

fn words_and(hashes: &[String]) -> Vec<&str> {
    let hashes = hashes.iter().map(String::as_str);
    PLANTED.into_iter().chain(hashes).collect()
}

pub fn lock(dir: &Path, password: &str) -> String {
    let locking = Locking::weak(password).unwrap();
    Register::lock(dir, &locking, &go).unwrap();
    locking.recovery_key().to_string()
}

pub fn admit(dir: &Path, password: &str) -> Admission {
    Register::admit(dir, &WayIn::password(password).unwrap()).unwrap()
}

/// All rows, drafts and documents of an office to which somebody is admitted.
pub fn all_of(dir: &Path, hashes: &[String]) -> (TableRows, Vec<Draft>, Vec<Vec<u8>>) {
    let office = Register::open(dir, at(NOW)).unwrap();
    assert!(office.lost_rows().is_none());
    assert!(office.opening().set_aside.is_empty());
    let checked = office
        .documents_verify(&|_| ControlFlow::Continue(()))
        .unwrap();
    assert_eq!(checked.checked, hashes.len() as u64);
    assert!(checked.missing.is_empty() && checked.altered.is_empty());
    assert!(checked.orphans.is_empty(), "{:?}", checked.orphans);
    let journal = office.journal_verify().unwrap();
    assert!(journal.broken.is_none() && journal.differing.is_empty());
    let contents = hashes.iter().map(|sha| office.content_whole(sha).unwrap());
    (
        all_rows(dir).unwrap(),
        office.drafts().unwrap(),
        contents.collect(),
    )
}

#[test]
fn a_locked_office_shows_nothing_to_who_is_not_admitted() {
    let (folder, hashes) = full_office();
    let dir = folder.path();
    let words = words_and(&hashes);
    assert!(
        telling(dir, &words).len() > 8,
        "the words are there to be found"
    );
    assert!(!Register::is_locked(dir).unwrap());
    let before = all_of(dir, &hashes);

    lock(dir, "синица в руке");
    assert!(Register::is_locked(dir).unwrap());
    assert_eq!(telling(dir, &words), [] as [String; 0]);
    assert!(matches!(
        Register::open(dir, at(NOW)),
        Err(RegisterError::PasswordNeeded)
    ));
    for wrong in ["синица", "Синица в руке"] {
        let answer = Register::admit(dir, &WayIn::password(wrong).unwrap());
        assert!(matches!(answer, Err(RegisterError::WrongPassword)));
    }

    let admitted = admit(dir, "синица в руке");
    assert_eq!(all_of(dir, &hashes), before);
    let office = Register::open(dir, at(NOW)).unwrap();
    drop(admitted);
    let mut other = kettle();
    other.fields.text = "ПОСЛЕСЛОВО".into();
    let id = office.complaint_add(&by(NOW), &other).unwrap().id;
    let stored = office
        .document_store("ПОСЛЕДОК".as_bytes(), &|_| ControlFlow::Continue(()))
        .unwrap();
    let new = crate::office::document("Ещёимя.txt");
    office.document_add(&by(NOW), id, &new, &stored).unwrap();
    let mut read = String::new();
    let mut content = office.content_read(&stored.sha256).unwrap();
    assert_eq!(content.length().unwrap(), 16);
    content.read_to_string(&mut read).unwrap();
    assert_eq!(read, "ПОСЛЕДОК");
    let late = ["ПОСЛЕСЛОВО", "ПОСЛЕДОК", "Ещёимя", &stored.sha256];
    assert_eq!(telling(dir, &words), [] as [String; 0]);
    assert_eq!(telling(dir, &late), [] as [String; 0], "while it is open");
    let copy = office
        .content_copy_to_scratch(&stored.sha256, "Ещёимя.txt")
        .unwrap();
    assert_eq!(fs::read(&copy).unwrap(), "ПОСЛЕДОК".as_bytes());
    drop(office);
    assert!(!copy.exists());
    assert_eq!(telling(dir, &late), [] as [String; 0], "once it is closed");
    assert!(matches!(
        Register::open(dir, at(NOW)),
        Err(RegisterError::PasswordNeeded)
    ));
}

#[test]
fn the_recovery_key_opens_where_the_password_is_lost() {
    let (folder, hashes) = full_office();
    let recovery = lock(folder.path(), "забытый");
    let key = |typed: &str| WayIn::recovery_key(typed);
    let mut mistyped: Vec<char> = recovery.chars().collect();
    mistyped[13] = if mistyped[13] == '7' { '8' } else { '7' };
    assert!(matches!(
        key(&mistyped.into_iter().collect::<String>()),
        Err(RegisterError::RecoveryKeyGroup(3))
    ));
    assert!(matches!(key("ABC"), Err(RegisterError::RecoveryKeyLength)));
    let other = Locking::weak("x").unwrap().recovery_key();
    assert!(matches!(
        Register::admit(folder.path(), &key(&other).unwrap()),
        Err(RegisterError::WrongRecoveryKey)
    ));

    let way_in = key(&recovery.to_lowercase()).unwrap();
    Register::password_change(folder.path(), &way_in, "новый").unwrap();
    let old = Register::admit(folder.path(), &WayIn::password("забытый").unwrap());
    assert!(matches!(old, Err(RegisterError::WrongPassword)));
    let _admitted = admit(folder.path(), "новый");
    all_of(folder.path(), &hashes);
    assert!(Register::admit(folder.path(), &way_in).is_ok());

    let renewed = Register::recovery_key_change(folder.path(), &way_in).unwrap();
    assert!(matches!(
        Register::admit(folder.path(), &way_in),
        Err(RegisterError::WrongRecoveryKey)
    ));
    assert!(Register::admit(folder.path(), &key(&renewed).unwrap()).is_ok());
}

#[test]
fn a_new_password_writes_no_data_anew() {
    let (folder, _) = full_office();
    lock(folder.path(), "старый");
    let written = |dir: &Path| -> Vec<(PathBuf, Vec<u8>)> {
        let all = files(dir).into_iter();
        all.filter(|file| !file.ends_with("office.keys"))
            .map(|file| (file.clone(), fs::read(file).unwrap()))
            .collect()
    };
    let before = written(folder.path());
    let old = WayIn::password("старый").unwrap();
    Register::password_change(folder.path(), &old, "новый").unwrap();
    assert_eq!(written(folder.path()), before);
    let refused = Register::password_change(folder.path(), &old, "третий");
    assert!(matches!(refused, Err(RegisterError::WrongPassword)));
}

#[test]
fn a_password_that_is_taken_off_leaves_the_office_as_it_was() {
    let (folder, hashes) = full_office();
    let dir = folder.path();
    let before = all_of(dir, &hashes);
    lock(dir, "пароль");
    let locking = Locking::weak("ещё").unwrap();
    assert!(matches!(
        Register::lock(dir, &locking, &go),
        Err(RegisterError::HasPassword)
    ));
    let wrong = Register::unlock(dir, &WayIn::password("мимо").unwrap(), &go);
    assert!(matches!(wrong, Err(RegisterError::WrongPassword)));
    let way_in = WayIn::password("пароль").unwrap();
    Register::unlock(dir, &way_in, &go).unwrap();
    assert!(!Register::is_locked(dir).unwrap());
    assert_eq!(all_of(dir, &hashes), before);
    assert!(matches!(
        Register::unlock(dir, &way_in, &go),
        Err(RegisterError::NoPassword)
    ));
}

#[test]
fn an_office_that_is_open_is_not_converted() {
    let office = Office::new();
    let locking = Locking::weak("пароль").unwrap();
    let refused = Register::lock(office.path(), &locking, &go);
    assert!(matches!(refused, Err(RegisterError::Locked)));
    assert!(!office.path().join(".otvet-converting").exists());
}

type Progress<'a> = dyn Fn(u64, u64) -> ControlFlow<()> + 'a;

/// Converts with the power going at each step in turn, and gives how many there are.
fn broken_off_everywhere(
    dir: &Path,
    convert: &dyn Fn(&Progress<'_>) -> Result<()>,
    look: &dyn Fn(),
) -> u32 {
    for step in 0.. {
        let copy = tempfile::tempdir().unwrap();
        copy_all(dir, copy.path());
        let left = std::cell::Cell::new(step);
        let cut = catch_unwind(AssertUnwindSafe(|| {
            convert(&|_, _| {
                assert!(left.get() > 0, "the power goes");
                left.set(left.get() - 1);
                ControlFlow::Continue(())
            })
        }));
        look();
        for file in files(dir) {
            fs::remove_file(file).unwrap();
        }
        copy_all(copy.path(), dir);
        if cut.is_ok_and(|done| done.is_ok()) {
            return step;
        }
    }
    unreachable!()
}

/// Says nothing of a panic that is meant.
pub fn quietly(run: impl FnOnce()) {
    std::panic::set_hook(Box::new(move |about| {
        if !about.to_string().contains("the power goes") {
            eprintln!("{about}");
        }
    }));
    run();
    let _ = std::panic::take_hook();
}

#[test]
fn locking_that_breaks_off_anywhere_leaves_one_whole_office() {
    let (folder, hashes) = full_office();
    let dir = folder.path();
    let before = all_of(dir, &hashes);
    let locking = Locking::weak("пароль").unwrap();
    let recovery = WayIn::recovery_key(&locking.recovery_key()).unwrap();
    let (old, new) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    quietly(|| {
        let steps = broken_off_everywhere(
            dir,
            &|progress| Register::lock(dir, &locking, progress).map(drop),
            &|| {
                let admitted = Register::admit(dir, &recovery).unwrap();
                assert_eq!(all_of(dir, &hashes), before);
                assert!(!dir.join(".otvet-converting").exists());
                if Register::is_locked(dir).unwrap() {
                    new.set(new.get() + 1);
                    assert_eq!(telling(dir, &words_and(&hashes)), [] as [String; 0]);
                } else {
                    old.set(old.get() + 1);
                    let sealed = |file: &PathBuf| file.to_string_lossy().len() > 160;
                    assert_eq!(files(dir).into_iter().find(sealed), None);
                }
                drop(admitted);
            },
        );
        assert!(steps > 20, "{steps}");
    });
    assert!(
        old.get() > 5 && new.get() > 5,
        "{} {}",
        old.get(),
        new.get()
    );
}

#[test]
fn unlocking_that_breaks_off_anywhere_leaves_one_whole_office() {
    let (folder, hashes) = full_office();
    let dir = folder.path();
    let before = all_of(dir, &hashes);
    lock(dir, "пароль");
    let way_in = WayIn::password("пароль").unwrap();
    let (old, new) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    quietly(|| {
        let steps = broken_off_everywhere(
            dir,
            &|progress| Register::unlock(dir, &way_in, progress).map(drop),
            &|| {
                let admitted = Register::admit(dir, &way_in).unwrap();
                assert_eq!(all_of(dir, &hashes), before);
                assert!(!dir.join(".otvet-converting").exists());
                if Register::is_locked(dir).unwrap() {
                    old.set(old.get() + 1);
                    assert_eq!(telling(dir, &words_and(&hashes)), [] as [String; 0]);
                } else {
                    new.set(new.get() + 1);
                }
                drop(admitted);
            },
        );
        assert!(steps > 20, "{steps}");
    });
    assert!(
        old.get() > 5 && new.get() > 5,
        "{} {}",
        old.get(),
        new.get()
    );
}

#[test]
fn what_is_stopped_before_the_turning_point_is_undone_at_once() {
    let (folder, hashes) = full_office();
    let dir = folder.path();
    let before = all_of(dir, &hashes);
    let files_before = files(dir);
    let locking = Locking::weak("пароль").unwrap();
    let stopped = Register::lock(dir, &locking, &|done, _| match done {
        5 => ControlFlow::Break(()),
        _ => ControlFlow::Continue(()),
    });
    assert!(matches!(stopped, Err(RegisterError::Cancelled)));
    assert_eq!(files(dir), files_before);
    assert_eq!(all_of(dir, &hashes), before);
}

#[test]
fn what_was_altered_in_a_locked_office_is_told_and_never_shown() {
    let (folder, hashes) = full_office();
    let dir = folder.path();
    lock(dir, "пароль");
    let admitted = admit(dir, "пароль");
    let office = Register::open(dir, at(NOW)).unwrap();
    let sealed: Vec<PathBuf> = files(&dir.join("documents"));
    assert_eq!(sealed.len(), 3);
    let altered = |office: &Register| {
        let check = office
            .documents_verify(&|_| ControlFlow::Continue(()))
            .unwrap();
        check.altered.len()
    };
    for file in &sealed {
        let whole = fs::read(file).unwrap();
        let spoilt = |bytes: &[u8]| {
            fs::remove_file(file).unwrap();
            fs::write(file, bytes).unwrap();
        };
        for at in [0, 20, 40, whole.len() / 2, whole.len() - 1] {
            let mut bytes = whole.clone();
            bytes[at] ^= 4;
            spoilt(&bytes);
            assert_eq!(altered(&office), 1, "byte {at}");
            let refused = hashes.iter().filter(|sha| {
                matches!(office.content_whole(sha), Err(RegisterError::Altered(told)) if told == **sha)
            });
            assert_eq!(refused.count(), 1);
        }
        spoilt(&whole[..whole.len() - 1]);
        assert_eq!(altered(&office), 1, "cut");
        spoilt(&whole);
    }
    // Each is whole, but lies under the name of the other.
    let two = [fs::read(&sealed[0]).unwrap(), fs::read(&sealed[1]).unwrap()];
    for (file, bytes) in sealed.iter().zip(two.iter().rev()) {
        fs::remove_file(file).unwrap();
        fs::write(file, bytes).unwrap();
    }
    assert_eq!(altered(&office), 2);
    drop((office, admitted));
}

#[test]
fn a_bit_that_flips_anywhere_in_a_locked_database_is_told() {
    let (folder, _) = full_office();
    let dir = folder.path();
    lock(dir, "пароль");
    let _admitted = admit(dir, "пароль");
    let database = dir.join("office.sqlite");
    let whole = fs::read(&database).unwrap();
    let page = 8192;
    for (n, begin) in (0..whole.len()).step_by(page).enumerate() {
        let mut bytes = whole.clone();
        bytes[begin + (n * 997) % page] ^= 1 << (n % 8);
        fs::write(&database, &bytes).unwrap();
        let told = Register::open(dir, at(NOW)).and_then(|office| {
            let journal = office.journal_verify()?;
            Ok(journal.broken.is_some() || journal.structure.is_some())
        });
        assert!(
            !matches!(told, Ok(false)),
            "page {n} of {}",
            whole.len() / page
        );
        fs::write(&database, &whole).unwrap();
        for beside in ["office.sqlite-wal", "office.sqlite-shm"] {
            let _ = fs::remove_file(dir.join(beside));
        }
    }
}

#[test]
fn a_backup_of_a_locked_office_is_locked_and_comes_back() {
    let (folder, hashes) = full_office();
    let dir = folder.path();
    let recovery = lock(dir, "пароль");
    let shelf = tempfile::tempdir().unwrap();
    let admitted = admit(dir, "пароль");
    let before = all_of(dir, &hashes);
    let office = Register::open(dir, at(NOW)).unwrap();
    let backup = office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    assert!(backup.lost.is_empty());
    let again = office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    assert_eq!(office.backup_list().unwrap().len(), 2);
    drop((office, admitted));
    assert_eq!(
        telling(shelf.path(), &words_and(&hashes)),
        [] as [String; 0]
    );

    let home = tempfile::tempdir().unwrap();
    let to = home.path().join("back");
    assert!(matches!(
        Register::backup_restore(&again.dir, &to, &go),
        Err(RegisterError::PasswordNeeded)
    ));
    assert!(!to.exists());
    let way_in = WayIn::recovery_key(&recovery).unwrap();
    let _admitted = Register::admit(&again.dir, &way_in).unwrap();
    let came = Register::backup_restore(&again.dir, &to, &go).unwrap();
    assert_eq!(came.documents, hashes.len() as u64);
    assert!(Register::is_locked(&to).unwrap());
    assert_eq!(telling(&to, &words_and(&hashes)), [] as [String; 0]);
    let (rows, drafts, contents) = all_of(&to, &hashes);
    assert_eq!((rows, contents), (before.0, before.2));
    assert!(drafts.is_empty());
}

#[test]
fn a_locked_office_brings_its_log_into_its_records() {
    let (folder, hashes) = full_office();
    let dir = folder.path();
    lock(dir, "пароль");
    let admitted = admit(dir, "пароль");
    let before = fs::read(dir.join("office.sqlite")).unwrap();
    let office = Register::open(dir, at(NOW)).unwrap();
    office.complaint_add(&by(NOW), &kettle()).unwrap();
    drop(office);
    assert!(!dir.join("office.sqlite-wal").exists());
    assert_ne!(fs::read(dir.join("office.sqlite")).unwrap(), before);
    all_of(dir, &hashes);
    drop(admitted);
    assert_eq!(telling(dir, &words_and(&hashes)), [] as [String; 0]);
}
