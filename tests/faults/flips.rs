//! Bits that turn on the disk: each is told before what it altered is shown.

use crate::ground::{at, by, found, open};
use complaint::{ComplaintFields, DiaryFields, RegisterQuery};
use office::{ComplaintRef, DiarySave, NewComplaint, Office};
use std::fs::{self, File, Permissions};
use std::ops::ControlFlow;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What anybody would read of the records.
fn all(office: &Office) -> office::Result<String> {
    let query = RegisterQuery::default();
    let mut all = String::new();
    for row in office::complaints_after(office, &by(), &query, None, 1_000)? {
        let card = office::complaint_card(office, &by(), ComplaintRef { complaint: row.id })?;
        all += &format!("{row:?} {card:?}\n");
    }
    Ok(all)
}

fn fill(office: &Office, cases: usize) {
    for n in 0..cases {
        let complaint = NewComplaint {
            id: None,
            fields: ComplaintFields {
                text: format!("Чайник № {n} течёт. ").repeat(40),
                ..ComplaintFields::received(at("2026-11-22T09:00:00+03:00"))
            },
            person_id: None,
            demands: Vec::new(),
            terms: Vec::new(),
        };
        let case = office::complaint_add(office, &by(), complaint)
            .expect("taken in")
            .id;
        let entry = DiarySave {
            complaint: case,
            entry: None,
            fields: DiaryFields {
                at: by().now,
                text: "позвонили".repeat(20),
                source: String::new(),
            },
        };
        office::diary_save(office, &by(), entry).expect("written down");
    }
}

/// Turns a bit of a file as a disk does: nobody wrote, so the time stays.
fn flip(path: &Path, place: u64, time: Option<SystemTime>) {
    let mut bytes = fs::read(path).expect("the file");
    let at = usize::try_from(place / 8).expect("a place") % bytes.len();
    bytes[at] ^= 1 << (place % 8);
    fs::write(path, bytes).expect("written");
    if let Some(time) = time {
        let file = File::options().write(true).open(path).expect("the file");
        file.set_modified(time).expect("its time");
    }
}

/// Copies the top of an office, the times of its files too.
fn copy_top(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let about = entry.metadata().expect("known");
        if about.is_file() {
            let copy = to.join(entry.file_name());
            fs::copy(entry.path(), &copy).expect("a copy");
            let copy = File::options().write(true).open(&copy).expect("the copy");
            copy.set_modified(about.modified().expect("its time"))
                .expect("set");
        }
    }
}

/// How the bits of one file turned out.
#[derive(Debug, Default)]
struct Flips {
    refused: u32,
    /// Refused nothing, but said that something changed or is lost.
    warned: u32,
    harmless: u32,
    /// Warned of, and read otherwise than it was written.
    wrong: Vec<u64>,
    silent: Vec<u64>,
}

fn turn(office: &Path, name: &str, count: u64, as_a_disk_does: bool) -> Flips {
    let right = {
        let root = tempfile::tempdir().expect("a folder");
        let copy = root.path().join("copy");
        copy_top(office, &copy);
        let office = open(&copy).expect("whole");
        let safety = office::office_info(&office, &by()).expect("told").safety;
        assert!(
            !safety.changed_outside && safety.lost_rows.is_none(),
            "{safety:?}"
        );
        all(&office).expect("read")
    };
    let length = fs::metadata(office.join(name)).expect("the file").len() * 8;
    let mut flips = Flips::default();
    for n in 0..count {
        // Everywhere in the file, by a step that meets no pattern of pages.
        let place = (n * (length / count) + n * 7_919 + 13) % length;
        let root = tempfile::tempdir().expect("a folder");
        let copy: PathBuf = root.path().join("copy");
        copy_top(office, &copy);
        let time = fs::metadata(copy.join(name)).and_then(|about| about.modified());
        let time = time.expect("its time");
        flip(&copy.join(name), place, as_a_disk_does.then_some(time));
        let Ok(office) = open(&copy) else {
            flips.refused += 1;
            continue;
        };
        let read = office::office_info(&office, &by()).map_err(office::Failure::from);
        // The records open, and the first that is read of them names the damage.
        if read
            .as_ref()
            .is_err_and(|failure| failure.code == "corrupt")
        {
            flips.refused += 1;
            continue;
        }
        let safety = read.map(|info| info.safety);
        let read_right = || all(&office).is_ok_and(|read| read == right);
        if safety.is_ok_and(|safety| safety.changed_outside || safety.lost_rows.is_some()) {
            flips.warned += 1;
            // Opened though nobody wrote, for all that can be told of it is whole.
            if as_a_disk_does && name == "office.sqlite" && !read_right() {
                flips.wrong.push(place);
            }
        } else if read_right() {
            flips.harmless += 1;
        } else {
            flips.silent.push(place);
        }
    }
    flips
}

/// So many bits, or as many times so many as `OTVET_FLIPS` says.
fn many(bits: u64) -> u64 {
    let said = std::env::var("OTVET_FLIPS").ok();
    let times: u64 = said.and_then(|text| text.parse().ok()).unwrap_or(1);
    bits * times
}

#[test]
fn a_bit_that_turned_in_the_database_is_told_every_time() {
    let root = tempfile::tempdir().expect("a folder");
    let office = root.path().join("office");
    fill(&found(&office).expect("an office"), 12);
    let flips = turn(&office, "office.sqlite", many(300), true);
    assert_eq!(
        u64::from(flips.refused + flips.warned),
        many(300),
        "{flips:?}"
    );
    assert_eq!((flips.wrong.len(), flips.silent.len()), (0, 0), "{flips:?}");
    let flips = turn(&office, "office.sqlite", 60, false);
    assert_eq!(
        (flips.refused + flips.warned, flips.silent.len()),
        (60, 0),
        "{flips:?}"
    );
}

#[test]
fn a_bit_that_turned_in_the_log_or_beside_it_is_never_silent() {
    let root = tempfile::tempdir().expect("a folder");
    let dir = root.path().join("office");
    let office = found(&dir).expect("an office");
    // More than is brought into the database at a time, so that the log holds the rest.
    fill(&office, 40);
    let killed = root.path().join("killed");
    copy_top(&dir, &killed);
    drop(office);
    for name in [
        "office.sqlite-wal",
        "office.sqlite",
        "office.sums",
        "journal.head",
    ] {
        let flips = turn(&killed, name, many(100), true);
        assert!(flips.silent.is_empty(), "{name}: {flips:?}");
    }
}

#[test]
fn records_with_wrong_sums_open_with_a_word_where_all_else_is_whole() {
    let root = tempfile::tempdir().expect("a folder");
    let dir = root.path().join("office");
    fill(&found(&dir).expect("an office"), 3);
    let (sums, database) = (dir.join("office.sums"), dir.join("office.sqlite"));
    let before = fs::read(&sums).expect("the sums");
    let time = fs::metadata(&database).and_then(|about| about.modified());
    let time = time.expect("its time");
    fill(&open(&dir).expect("whole"), 3);
    // As two programs left them that wrote at once.
    fs::write(&sums, before).expect("written");
    let file = File::options().write(true).open(&database).expect("a file");
    file.set_modified(time).expect("its time");
    let office = open(&dir).expect("opened all the same");
    let told = |office: &Office| {
        let info = office::office_info(office, &by()).expect("told");
        info.safety.changed_outside
    };
    assert!(told(&office), "with a word");
    assert!(!office::copies_held(&office).expect("held").damaged);
    let check = office::journal_verify(&office, &by()).expect("checked");
    assert!(check.is_whole() && !told(&office), "{check:?}");
    drop(office);
    assert!(!told(&open(&dir).expect("whole")), "the sums are new");

    // Damage that is found is no reason to go on.
    let time = fs::metadata(&database).and_then(|about| about.modified());
    let mut bytes = fs::read(&database).expect("the file");
    let word = "№ 1 течёт".as_bytes();
    for at in 0..bytes.len() - word.len() {
        // What is left of rows that moved is no row any more.
        if bytes[at..].starts_with(word) {
            bytes[at + "№ ".len()] = b'7';
        }
    }
    fs::write(&database, bytes).expect("written");
    let file = File::options().write(true).open(&database).expect("a file");
    file.set_modified(time.expect("its time")).expect("set");
    let (code, detail) = crate::ground::refused(open(&dir));
    assert_eq!(code, "corrupt");
    assert!(detail.contains("page"), "{detail}");
    let held = fs::read_to_string(dir.join("backups/hold.json")).expect("held");
    assert!(held.contains("\"damaged\":true"), "{held}");
}

/// Bits that are turned, one after the other, in documents.
const IN_DOCUMENTS: u64 = 100;

#[test]
fn a_bit_that_turned_in_a_document_is_told_by_the_check_and_never_comes_back_out_of_a_copy() {
    let root = tempfile::tempdir().expect("a folder");
    let office = crate::full_shelf::with_documents(&root.path().join("office"));
    let go = |_: u64, _: u64| ControlFlow::Continue(());
    let shelf = root.path().join("shelf");
    let made = office::backup_create(&office, &by(), &shelf, &go).expect("a copy");
    let copy = PathBuf::from(made.folder);
    let documents = |of: &Path| -> Vec<PathBuf> {
        let shards = fs::read_dir(of.join("documents"))
            .expect("a folder")
            .flatten();
        let files = shards.filter(|shard| shard.path().is_dir());
        let files = files.flat_map(|shard| fs::read_dir(shard.path()).expect("a folder").flatten());
        let mut files: Vec<PathBuf> = files.map(|file| file.path()).collect();
        files.sort();
        files
    };
    let (kept, copied) = (documents(office.folder()), documents(&shelf));
    assert_eq!((kept.len(), copied.len()), (3, 3));
    for nth in 0..IN_DOCUMENTS {
        let at = usize::try_from(nth).expect("a number") % kept.len();
        let (kept, copied) = (&kept[at], &copied[at]);
        let place = nth.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let whole = fs::read(kept).expect("a document");
        fs::set_permissions(kept, Permissions::from_mode(0o600)).expect("may write");
        fs::set_permissions(copied, Permissions::from_mode(0o600)).expect("may write");
        flip(kept, place, None);
        let check = office::documents_verify(&office, &|_| ControlFlow::Continue(()));
        assert_eq!(check.expect("read").altered.len(), 1, "flip {nth}");
        fs::write(kept, &whole).expect("mended");
        flip(copied, place, None);
        let back = root.path().join("back");
        let came = office::backup_restore(&copy, &back, &go).expect("restored");
        assert_eq!((came.documents, came.lost.len()), (2, 1), "flip {nth}");
        assert!(came.lacks_more);
        fs::remove_dir_all(&back).expect("removed");
        fs::write(copied, &whole).expect("mended");
    }
}
