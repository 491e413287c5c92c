//! A locked office that is damaged: its documents, and the words that say how far a conversion came.

use crate::locking::{admit, all_of, full_office, lock, quietly};
use crate::office::at;
use crate::office::disk::{copy_all, files};
use register::*;
use std::fs;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

const NOW: &str = "2026-11-22T10:00:00+03:00";
const CHUNK: usize = 65_536;

fn go(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Turns a bit of the longest document.
fn bite(dir: &Path, at: usize) {
    let longest = files(&dir.join("documents"))
        .into_iter()
        .max_by_key(|file| fs::metadata(file).unwrap().len())
        .unwrap();
    let mut bytes = fs::read(&longest).unwrap();
    bytes[at] ^= 1;
    fs::remove_file(&longest).unwrap();
    fs::write(&longest, bytes).unwrap();
}

fn altered(dir: &Path) -> Vec<DamagedContent> {
    let office = Register::open(dir, at(NOW)).unwrap();
    let on = |_| ControlFlow::Continue(());
    let found = office.documents_verify(&on).unwrap();
    assert!(found.missing.is_empty() && found.orphans.is_empty());
    found.altered
}

#[test]
fn a_damaged_document_keeps_no_password_on_and_what_is_left_of_it_is_kept() {
    let (folder, hashes) = full_office();
    let dir = folder.path();
    let (rows, _, contents) = all_of(dir, &hashes);
    lock(dir, "пароль");
    bite(dir, 40);
    let way_in = WayIn::password("пароль").unwrap();
    let damaged = Register::unlock(dir, &way_in, &go).unwrap();
    assert_eq!(damaged.len(), 1);
    assert_eq!(damaged[0].used_by[0].name, "Актоимя.pdf");
    assert_eq!(altered(dir), damaged, "as damaged as it was, and told");
    assert_eq!(all_rows(dir).unwrap(), rows);
    let left = fs::read(dir.join("documents").join(&hashes[1][..2]).join(&hashes[1])).unwrap();
    assert_eq!(left.len(), contents[1].len());
    assert_eq!(left[CHUNK..], contents[1][CHUNK..]);
    assert!(left[..CHUNK].iter().all(|byte| *byte == 0));

    // Nor does it keep one from being set.
    let again = Register::lock(dir, &Locking::weak("пароль").unwrap(), &go).unwrap();
    assert_eq!(again, damaged);
    let _admitted = admit(dir, "пароль");
    assert_eq!(altered(dir), damaged);
}

#[test]
fn a_document_is_mended_from_a_copy_of_before_the_password() {
    let (folder, hashes) = full_office();
    let dir = folder.path();
    let shelf = tempfile::tempdir().unwrap();
    let open = || Register::open(dir, at(NOW)).unwrap();
    open().backup_create(shelf.path(), at(NOW), &go).unwrap();
    lock(dir, "пароль");
    bite(dir, 40);
    let admitted = admit(dir, "пароль");
    let damaged = altered(dir);
    let office = open();
    let mended = office
        .content_mend(&crate::office::by(NOW), &damaged)
        .unwrap();
    drop(office);
    assert_eq!(mended, damaged);
    all_of(dir, &hashes);
    drop(admitted);
}

/// Lets the power go at a step of locking.
fn broken_off(dir: &Path, step: u64) {
    let locking = Locking::weak("пароль").unwrap();
    let steps = std::cell::Cell::new(0);
    let cut = catch_unwind(AssertUnwindSafe(|| {
        Register::lock(dir, &locking, &|_, _| {
            assert!(steps.replace(steps.get() + 1) < step, "the power goes");
            ControlFlow::Continue(())
        })
    }));
    assert!(cut.is_err());
}

#[test]
fn words_that_can_not_be_read_shut_nobody_out() {
    let (folder, hashes) = full_office();
    let dir = folder.path();
    let whole = all_of(dir, &hashes);
    let shelf = tempfile::tempdir().unwrap();
    let office = Register::open(dir, at(NOW)).unwrap();
    let copy = office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    drop(office);
    let begin = tempfile::tempdir().unwrap();
    copy_all(dir, begin.path());
    let fresh = || {
        for file in files(dir) {
            fs::remove_file(file).unwrap();
        }
        copy_all(begin.path(), dir);
    };
    let words =
        ["state.json", "state-again.json"].map(|word| dir.join(".otvet-converting").join(word));
    for step in [1, 4, 9, 14, 18, 22] {
        for word in &words {
            fresh();
            quietly(|| broken_off(dir, step));
            fs::write(word, "{").unwrap();
            let admitted = admit(dir, "пароль");
            assert_eq!(all_of(dir, &hashes), whole, "step {step}");
            assert!(!dir.join(".otvet-converting").exists());
            drop(admitted);
        }
    }
    fresh();
    quietly(|| broken_off(dir, 9));
    let kept = words.each_ref().map(|word| fs::read(word).unwrap());
    for word in &words {
        fs::write(word, "{").unwrap();
    }
    let refused = Register::open(dir, at(NOW));
    assert!(matches!(refused, Err(RegisterError::ConversionUnread(_))));
    // Nothing was touched: with the words as they were, all of it comes back.
    for (word, was) in words.iter().zip(kept) {
        fs::write(word, was).unwrap();
    }
    all_of(dir, &hashes);
    // And without them a copy takes the place of the records, which are kept.
    quietly(|| broken_off(dir, 9));
    for word in &words {
        fs::write(word, "").unwrap();
    }
    let (_, beside) = Register::backup_restore_beside(&copy.dir, dir, &go).unwrap();
    let done = Register::put_in_place(&beside, dir, at(NOW)).unwrap();
    let kept = done.kept.unwrap();
    let records = Register::open(dir, at(NOW)).unwrap();
    assert_eq!(
        records
            .documents_verify(&|_| ControlFlow::Continue(()))
            .unwrap()
            .checked,
        3
    );
    assert!(kept.join(".otvet-converting").is_dir());
    fs::remove_dir_all(kept).unwrap();
}

#[test]
fn what_opens_the_records_after_a_copy_took_their_place_is_known() {
    let (folder, _) = full_office();
    let dir = folder.path();
    let shelf = tempfile::tempdir().unwrap();
    let copied = || {
        let office = Register::open(dir, at(NOW)).unwrap();
        office.backup_create(shelf.path(), at(NOW), &go).unwrap()
    };
    let before = copied();
    let after = |copy: &Backup| Register::password_after(dir, &copy.dir).unwrap();
    assert_eq!(after(&before), PasswordAfter::Same);
    lock(dir, "пароль");
    let admitted = admit(dir, "пароль");
    let under = copied();
    assert!(under.locked && !before.locked);
    assert_eq!(after(&before), PasswordAfter::Off);
    assert_eq!(after(&under), PasswordAfter::Same);
    let old = WayIn::password("пароль").unwrap();
    Register::password_change(dir, &old, "другой").unwrap();
    assert_eq!(after(&under), PasswordAfter::Other);
    drop(admitted);
    Register::unlock(dir, &WayIn::password("другой").unwrap(), &go).unwrap();
    assert_eq!(after(&under), PasswordAfter::Other);
    assert_eq!(after(&before), PasswordAfter::Same);
}

#[test]
fn a_password_is_changed_though_what_lies_in_place_of_the_account_s_way_in_can_t_be_removed() {
    let (folder, _) = full_office();
    lock(folder.path(), "старый");
    let in_the_way = folder.path().join("office.keyring");
    fs::create_dir(&in_the_way).unwrap();
    let old = WayIn::password("старый").unwrap();
    Register::password_change(folder.path(), &old, "новый").unwrap();
    fs::remove_dir(&in_the_way).unwrap();
    let new = WayIn::password("новый").unwrap();
    assert!(Register::admit(folder.path(), &new).is_ok());
    let refused = Register::admit(folder.path(), &old);
    assert!(matches!(refused, Err(RegisterError::WrongPassword)));
}
