//! A copy of before brings back what was erased since: that is told, erased again in one step, or left.

use crate::day::{at, by, code, kettle, profile, thrown_away};
use complaint::*;
use office::*;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

const PASSWORD: &str = "сом пеньку не указ 41";

fn go(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// An office, a shelf of copies, and three cases: of two complainants, and one whose document went.
struct Records {
    home: tempfile::TempDir,
    way_in: Option<WayIn>,
}

impl Records {
    fn begin(locked: bool) -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("office");
        let office = Office::create(&folder, &by(1, 9), &profile()).expect("an office");
        let mut other = kettle();
        other.fields.matter.complainant.name = "Тряпкоштан Дребезготень".into();
        other.fields.matter.complainant.email = "other@mail.example".into();
        other.fields.matter.complainant.phone = "+79990000001".into();
        for complaint in [kettle(), other] {
            office::complaint_add(&office, &by(9, 12), complaint).expect("taken in");
        }
        drop(office);
        let way_in = locked.then(|| {
            let locking = Locking::new(PASSWORD).expect("keys");
            office::lock(&folder, &locking, &go).expect("locked");
            WayIn::recovery_key(&locking.recovery_key()).expect("a way in")
        });
        Self { home, way_in }
    }

    fn folder(&self) -> PathBuf {
        self.home.path().join("office")
    }

    /// Admits to the records in a folder, where they are locked.
    fn admitted(&self, folder: &Path) -> Option<Admission> {
        let way_in = self.way_in.as_ref();
        way_in.map(|way_in| Office::admit(folder, way_in).expect("admitted"))
    }

    fn open(&self, folder: &Path) -> Office {
        let _admitted = self.admitted(folder);
        Office::open(folder, at(20, 9)).expect("the office opens")
    }

    fn copy(&self, office: &Office, day: u32) -> PathBuf {
        let shelf = self.home.path().join("shelf");
        std::fs::create_dir_all(&shelf).expect("a shelf");
        let made = office::backup_create(office, &by(day, 9), &shelf, &go).expect("a copy");
        made.folder.into()
    }

    /// Puts a copy in the place of the records, which nobody has open.
    fn restore(&self, copy: &Path) -> Office {
        let folder = self.folder();
        let _keys = (self.admitted(&folder), self.admitted(copy));
        let (_, beside) = office::backup_restore_beside(copy, &folder, &go).expect("restored");
        office::backup_put_in_place(&beside, &folder, at(19, 9)).expect("in place");
        office::backup_in_place_open(&folder, &by(19, 10)).expect("the office opens")
    }
}

fn named(office: &Office, number: &str) -> ComplaintId {
    office::complaint_named(office, number).expect("a case")
}

/// A document of a case, put into the trash.
fn document(office: &Office, complaint: ComplaintId) -> DocumentRef {
    let file = IncomingFile {
        fields: DocumentFields {
            name: "паспорт.txt".into(),
            file_time: None,
            provenance: Provenance {
                side: Side::Complainant,
                source: String::new(),
            },
        },
        content: "серия и номер".as_bytes(),
    };
    let on = |_, _| ControlFlow::Continue(());
    let added = office::documents_add(office, &by(10, 9), complaint, vec![file], &on);
    DocumentRef {
        complaint,
        document: added.expect("stored").remove(0).id,
    }
}

fn empties(office: &Office) {
    let seen = office::trash_contents(office, &by(12, 9)).expect("contents");
    office::trash_empty(office, &by(12, 9), seen).expect("emptied");
}

/// Erases the second case, and a document of the first.
fn erases(office: &Office, document: DocumentRef) {
    let complaint = named(office, "ВХ-2026/0002");
    office::complaint_trash(office, &by(11, 9), thrown_away(complaint)).expect("trashed");
    office::document_trash(office, &by(11, 9), document).expect("trashed");
    empties(office);
    assert_eq!(
        office::erasures_undone(office, &by(12, 10)).expect("told"),
        []
    );
}

#[test]
fn a_copy_in_place_of_the_records_brings_nobody_back_unseen() {
    for locked in [false, true] {
        let records = Records::begin(locked);
        let office = records.open(&records.folder());
        let paper = document(&office, named(&office, "ВХ-2026/0001"));
        let before = records.copy(&office, 11);
        erases(&office, paper);
        drop(office);

        let office = records.restore(&before);
        let complaint = named(&office, "ВХ-2026/0002");
        let now = by(20, 10);
        let told = office::erasures_undone(&office, &now).expect("told");
        let items: Vec<_> = told
            .iter()
            .map(|item| (item.number.as_str(), item.document, item.ground))
            .collect();
        let trash = ErasureGround::Trash;
        let expected = [
            ("ВХ-2026/0002", None, trash),
            ("ВХ-2026/0001", Some(paper.document), trash),
        ];
        assert_eq!(items, expected);
        assert_eq!(told[0].erased_at, at(12, 9));
        assert_eq!(office.doubt().expect("told").code, "erasures_undone");

        let chosen = UndoneItem::free(&told);
        // What no erasure took is not erased by this.
        let more = RetentionErase {
            complaints: vec![named(&office, "ВХ-2026/0001"), complaint],
            ..RetentionErase::default()
        };
        assert_eq!(
            code(office::erasures_repeat(&office, &now, more)),
            "erasure_changed"
        );
        let gone = office::erasures_repeat(&office, &now, chosen).expect("erased again");
        assert_eq!(
            (gone.numbers, gone.documents, gone.persons),
            (vec!["ВХ-2026/0002".to_owned()], 1, 1)
        );
        assert_eq!(office::erasures_undone(&office, &now).expect("told"), []);
        assert!(office.doubt().is_none());
        assert_eq!(
            code(office::complaint_card(
                &office,
                &now,
                ComplaintRef { complaint }
            )),
            "not_found"
        );
        let query = JournalQuery {
            limit: 1,
            ..JournalQuery::default()
        };
        let row = office::journal_page(&office, &now, query)
            .expect("rows")
            .remove(0);
        assert_eq!(row.op.as_str(), "retention_erase");
        assert_eq!(
            row.detail["repeats"][0]["complaints"][0],
            complaint.to_string()
        );
        assert!(
            office::journal_verify(&office, &now)
                .expect("verified")
                .is_whole()
        );
        assert_eq!(office::erasures(&office, &now).expect("the log").len(), 1);
        // And once more, by the records that erased it twice.
        drop(office);
        let office = records.restore(&before);
        assert_eq!(
            office::erasures_undone(&office, &now).expect("told").len(),
            2
        );
    }
}

#[test]
fn a_later_copy_on_the_shelf_tells_of_it_where_the_records_are_gone() {
    let records = Records::begin(false);
    let office = records.open(&records.folder());
    let paper = document(&office, named(&office, "ВХ-2026/0001"));
    let before = records.copy(&office, 11);
    erases(&office, paper);
    let after = records.copy(&office, 13);
    drop(office);
    std::fs::remove_dir_all(records.folder()).expect("lost");
    let restored = |copy: &Path, name: &str| {
        let to = records.home.path().join(name);
        office::backup_restore(copy, &to, &go).expect("restored");
        records.open(&to)
    };
    let office = restored(&before, "older");
    let told = office::erasures_undone(&office, &by(20, 9)).expect("told");
    assert_eq!(told.len(), 2);
    let newest = restored(&after, "newest");
    assert_eq!(
        office::erasures_undone(&newest, &by(20, 9)).expect("told"),
        []
    );
}

#[test]
fn what_came_back_is_left_only_by_a_word_in_the_journal_and_an_order_keeps_it() {
    let records = Records::begin(false);
    let office = records.open(&records.folder());
    let paper = document(&office, named(&office, "ВХ-2026/0001"));
    let before = records.copy(&office, 11);
    erases(&office, paper);
    drop(office);
    let office = records.restore(&before);
    let now = by(20, 10);
    let hold = HoldSave {
        complaint: named(&office, "ВХ-2026/0002"),
        hold: None,
        fields: LegalHoldFields {
            reason: "иск".into(),
            ordered_by: "суд".into(),
            until: None,
        },
    };
    office::complaint_hold(&office, &now, hold).expect("held");
    let told = office::erasures_undone(&office, &now).expect("told");
    assert!(told[0].hold.is_some());
    office::erasures_repeat(&office, &now, UndoneItem::free(&told)).expect("the document");
    let told = office::erasures_undone(&office, &now).expect("told");
    assert_eq!(told.len(), 1, "the case that is held is told of yet");
    assert_eq!(
        office::erasures_undone_keep(&office, &now).expect("left"),
        []
    );
    let query = JournalQuery {
        limit: 1,
        ..JournalQuery::default()
    };
    let row = office::journal_page(&office, &now, query)
        .expect("rows")
        .remove(0);
    assert_eq!(row.op.as_str(), "erasure_undone_keep");
    assert!(office.doubt().is_none());
}

#[cfg(unix)]
#[test]
fn the_records_of_before_hold_on_to_whoever_is_erased_and_can_go() {
    let records = Records::begin(false);
    let office = records.open(&records.folder());
    let before = records.copy(&office, 11);
    drop(office);
    let office = records.restore(&before);
    let former = office::former_records(&records.folder())
        .expect("listed")
        .remove(0);
    let due = office::retention_due(&office, &by(20, 9)).expect("due");
    let named = former.display().to_string();
    assert!(due.copies.iter().any(|copy| copy.folder == named));
    // A locked office says that they are not.
    drop(office);
    let locking = Locking::new(PASSWORD).expect("keys");
    office::lock(&records.folder(), &locking, &go).expect("locked");
    let plain = office::plain_beside(&records.folder()).expect("listed");
    assert_eq!(plain, std::slice::from_ref(&former));

    std::fs::write(former.join("письмо.txt"), "чужое").expect("written");
    let link = records.home.path().join("link");
    std::fs::hard_link(former.join("office.sqlite"), &link).expect("a second name");
    office::left_beside_remove(&records.folder(), &former).expect("removed");
    let bytes = std::fs::read(&link).expect("the bytes");
    assert!(!bytes.is_empty() && bytes.iter().all(|byte| *byte == 0));
    assert_eq!(
        office::former_records(&records.folder()).expect("listed"),
        [] as [PathBuf; 0]
    );
    let left: Vec<_> = std::fs::read_dir(&former)
        .expect("a folder")
        .flatten()
        .collect();
    assert_eq!(
        left.len(),
        1,
        "what the program did not make stays: {left:?}"
    );
    let refused = office::left_beside_remove(&records.folder(), &before);
    assert_eq!(code(refused), "not_a_backup");
}

#[test]
fn what_went_on_several_grounds_goes_again_on_each_of_its_own() {
    let records = Records::begin(false);
    let office = records.open(&records.folder());
    let paper = document(&office, named(&office, "ВХ-2026/0001"));
    let before = records.copy(&office, 11);
    office::document_trash(&office, &by(11, 9), paper).expect("trashed");
    empties(&office);
    let complaint = named(&office, "ВХ-2026/0002");
    let case = ComplaintRef { complaint };
    let card = office::complaint_card(&office, &by(12, 9), case).expect("a card");
    office::complaint_trash(&office, &by(12, 9), thrown_away(complaint)).expect("trashed");
    let asked = PersonErase {
        person: card.contents.complaint.person_id,
        ground: ErasureGround::Request,
        complaints: vec![complaint],
    };
    office::person_erase(&office, &by(12, 10), asked).expect("erased");
    drop(office);

    let office = records.restore(&before);
    let now = by(20, 10);
    let told = office::erasures_undone(&office, &now).expect("told");
    let again = office::erasures_repeat(&office, &now, UndoneItem::free(&told)).expect("again");
    assert_eq!((again.numbers.len(), again.documents), (1, 1));
    let log = office::erasures(&office, &now).expect("the log");
    let went: Vec<_> = log
        .iter()
        .map(|row| (row.ground, row.erased.numbers.len(), row.erased.documents))
        .collect();
    let expected = [(ErasureGround::Trash, 0, 1), (ErasureGround::Request, 1, 0)];
    assert_eq!(went, expected, "the last first");
    assert_eq!(office::erasures_undone(&office, &now).expect("told"), []);
}
