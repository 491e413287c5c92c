//! A medium for copies that is full, at many levels of room: a copy is whole or
//! not there, the ones before it stay, and the office goes on.

use crate::ground::{at, by, found};
use complaint::{ComplaintFields, DocumentFields, Provenance, Side};
use office::{Failure, IncomingFile, NewComplaint, Office};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Kibibytes of the documents, each.
const DOCUMENTS: [usize; 3] = [300, 200, 100];
/// Levels of room that are tried.
const LEVELS: usize = 100;

/// A medium of so many kibibytes, gone when dropped.
pub struct Medium(PathBuf);

impl Medium {
    /// Nothing, where this account may mount none.
    pub fn plugged_in(at: &Path, kibibytes: usize) -> Option<Self> {
        fs::create_dir_all(at).expect("a mount point");
        let size = format!("size={kibibytes}k");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "otvet-test"])
            .arg(at)
            .output();
        if mounted.is_ok_and(|done| done.status.success()) {
            Some(Self(at.to_owned()))
        } else {
            prerequisites::skip("this user may not mount a small file system");
            None
        }
    }

    /// Leaves no room, to the last byte.
    pub fn fill(&self) {
        let mut file = fs::File::create(self.0.join("ballast")).expect("a file");
        while std::io::Write::write_all(&mut file, &[1; 4096]).is_ok() {}
        while std::io::Write::write_all(&mut file, &[1]).is_ok() {}
    }

    fn grow(&self, kibibytes: usize) {
        let size = format!("remount,size={kibibytes}k");
        let mut mount = Command::new("mount");
        let grown = mount.args(["-o", &size]).arg(&self.0).status();
        assert!(grown.expect("mount").success());
    }
}

impl Drop for Medium {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

fn go(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

pub fn kettle() -> NewComplaint {
    NewComplaint {
        id: None,
        fields: ComplaintFields {
            text: "Протекает".into(),
            ..ComplaintFields::received(at("2026-11-22T09:00:00+03:00"))
        },
        person_id: None,
        demands: Vec::new(),
        terms: Vec::new(),
    }
}

/// An office with one case and its documents.
pub fn with_documents(dir: &Path) -> Office {
    let office = found(dir).expect("an office");
    let id = office::complaint_add(&office, &by(), kettle())
        .expect("taken in")
        .id;
    for kibibytes in DOCUMENTS {
        let content = vec![u8::try_from(kibibytes % 251).expect("a byte"); kibibytes << 10];
        let file = IncomingFile {
            fields: DocumentFields {
                name: format!("{kibibytes}.bin"),
                file_time: None,
                provenance: Provenance {
                    side: Side::Office,
                    source: String::new(),
                },
            },
            content: &content[..],
        };
        let on = |_, _| ControlFlow::Continue(());
        office::documents_add(&office, &by(), id, vec![file], &on).expect("a document");
    }
    office
}

#[test]
fn a_full_medium_leaves_whole_copies_alone() {
    let root = tempfile::tempdir().expect("a folder");
    let office = with_documents(&root.path().join("office"));
    let one = office::backup_create(&office, &by(), &root.path().join("measured"), &go);
    let whole = usize::try_from(one.expect("a copy").bytes).expect("a size") / 1024 + 200;
    let (mut refused, mut made) = (0, 0);
    for level in 1..=LEVELS {
        let at = root.path().join("medium");
        let Some(medium) = Medium::plugged_in(&at, whole * 5 / 4 * level / LEVELS + 4) else {
            return;
        };
        let shelf = at.join("copies");
        match office::backup_create(&office, &by(), &shelf, &go) {
            Ok(_) => made += 1,
            Err(error) => {
                assert_eq!(Failure::from(error).code, "disk_full", "level {level}");
                refused += 1;
                if shelf.exists() {
                    assert_eq!(office::copies_in(None, &shelf).expect("a list"), []);
                }
                medium.grow(whole * 2);
                office::backup_create(&office, &by(), &shelf, &go).expect("room enough now");
            }
        }
        let copies = office::copies_in(None, &shelf).expect("a list");
        assert_eq!(copies.len(), 1, "level {level}");
        let back = root.path().join(format!("back-{level}"));
        let came = office::backup_restore(&copies[0].0, &back, &go).expect("restored");
        assert_eq!(came.documents, 3, "level {level}");
        fs::remove_dir_all(back).expect("removed");
        drop(medium);
    }
    assert!(refused > 10 && made > 5, "{refused} refused, {made} made");
}

#[test]
fn a_copy_is_tried_by_reading_where_the_disk_of_the_records_has_no_room() {
    let root = tempfile::tempdir().expect("a folder");
    let at = root.path().join("small");
    let Some(_medium) = Medium::plugged_in(&at, 8 * 1024) else {
        return;
    };
    let office = with_documents(&at.join("office"));
    let shelf = root.path().join("shelf");
    let made = office::backup_create(&office, &by(), &shelf, &go).expect("a copy");
    let copy = PathBuf::from(made.folder);
    let tried = || office::backup_rehearse(&office, &by(), &copy, &go).expect("tried");
    let whole = tried();
    assert!(whole.good && whole.only_read, "{whole:?}");
    assert_eq!(whole.documents, 3);
    fs::remove_dir_all(shelf.join("documents")).expect("lost");
    let lacking = tried();
    assert_eq!((lacking.good, lacking.lost), (false, 3), "{lacking:?}");
    let database = copy.join("office.sqlite");
    let mut bytes = fs::read(&database).expect("the database");
    bytes[5000] ^= 1;
    fs::write(&database, bytes).expect("altered");
    assert_eq!(tried().fault.as_deref(), Some("altered_file"));
    drop(office);
}
