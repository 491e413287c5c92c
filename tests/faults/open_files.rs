//! A program that may hold few files open: a computer's usual limit is 1,024, and
//! an office has more documents than that.
#![cfg(target_os = "linux")]

use crate::full_shelf::kettle;
use crate::ground::{by, found};
use complaint::{DocumentFields, Provenance, Side};
use office::{IncomingFile, Office};
use std::fs::File;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;

/// Names the folder to the process that has few files.
const FOLDER: &str = "OTVET_TEST_FEW_FILES";

/// A test of this file again, in a process that may hold so many files open.
fn within(test: &str, limit: &str) {
    let root = tempfile::tempdir().expect("a folder");
    let ran = Command::new("sh")
        .args(["-c", "ulimit -n $1; shift; exec \"$0\" \"$@\""])
        .arg(std::env::current_exe().expect("this program"))
        .arg(limit)
        .args(["--exact", &format!("open_files::{test}")])
        .env(FOLDER, root.path())
        .output()
        .expect("a process");
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{said}");
}

fn go(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn with_documents(folder: &Path, documents: usize) -> Office {
    let office = found(folder).expect("an office");
    let complaint = office::complaint_add(&office, &by(), kettle()).expect("taken in");
    let contents: Vec<String> = (0..documents).map(|n| format!("document {n}")).collect();
    let file = |(n, content): (usize, &'static [u8])| IncomingFile {
        fields: DocumentFields {
            name: format!("{n}.txt"),
            file_time: None,
            provenance: Provenance {
                side: Side::Office,
                source: String::new(),
            },
        },
        content,
    };
    let contents = contents.into_iter().map(|text| text.leak().as_bytes());
    let files: Vec<_> = contents.enumerate().map(file).collect();
    let on = |_, _| ControlFlow::Continue(());
    office::documents_add(&office, &by(), complaint.id, files, &on).expect("documents");
    office
}

#[test]
fn as_many_documents_as_one_likes_are_copied_with_few_files_open() {
    let Ok(root) = std::env::var(FOLDER) else {
        return within(
            "as_many_documents_as_one_likes_are_copied_with_few_files_open",
            "256",
        );
    };
    let (root, folder) = (Path::new(&root), Path::new(&root).join("office"));
    let office = with_documents(&folder, 400);
    let made = office::backup_create(&office, &by(), &root.join("shelf"), &go).expect("a copy");
    assert_eq!((made.documents, made.lost.len()), (400, 0));
    let copy = Path::new(&made.folder);
    let tried = office::backup_rehearse(&office, &by(), copy, &go).expect("tried");
    assert!(tried.good, "{tried:?}");
    drop(office);
    let back = office::backup_restore_beside(copy, &folder, &go);
    let (came, _) = back.expect("restored");
    assert_eq!((came.documents, came.lost.len()), (400, 0));
}

/// Holds open all files that this process may, but for so many.
fn all_but(spare: usize) -> Vec<File> {
    let mut held: Vec<File> = std::iter::from_fn(|| File::open("/dev/null").ok()).collect();
    held.truncate(held.len().saturating_sub(spare));
    held
}

#[test]
fn where_no_more_files_can_be_opened_it_fails_and_nothing_is_called_lost() {
    let Ok(root) = std::env::var(FOLDER) else {
        return within(
            "where_no_more_files_can_be_opened_it_fails_and_nothing_is_called_lost",
            "128",
        );
    };
    let (root, folder) = (Path::new(&root), Path::new(&root).join("office"));
    let office = with_documents(&folder, 30);
    let whole = office::backup_create(&office, &by(), &root.join("shelf"), &go).expect("a copy");
    let copy = Path::new(&whole.folder);
    let (mut made, mut failed) = (0, 0);
    for spare in 0..24 {
        let shelf = root.join(format!("shelf-{spare}"));
        let back = root.join(format!("back-{spare}"));
        let held = all_but(spare);
        let copied = office::backup_create(&office, &by(), &shelf, &go);
        let restored = office::backup_restore(copy, &back, &go);
        let tried = office::backup_rehearse(&office, &by(), copy, &go);
        drop(held);
        let lost = [
            copied.map(|copy| copy.lost.len()),
            restored.map(|came| came.lost.len()),
            tried.map(|tried| usize::from(!tried.good)),
        ];
        for outcome in lost {
            match outcome {
                Ok(lost) => {
                    assert_eq!(lost, 0, "with {spare} files");
                    made += 1;
                }
                Err(_) => failed += 1,
            }
        }
    }
    assert!(made > 10 && failed > 10, "{made} made, {failed} failed");
    let held = office::copies_held(&office).expect("held");
    assert!(!held.damaged, "no damage was found");
}
