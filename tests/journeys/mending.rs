//! Documents that are lost or altered, put right from a copy.

use crate::day::{Shop, by, kettle};
use complaint::{DocumentFields, Provenance, Side};
use office::{CopyPlace, CopyPlan, CopyRhythm, DocumentsMended, IncomingFile, JournalQuery};
use std::fs;
use std::ops::ControlFlow;

#[test]
fn what_is_lost_or_altered_is_taken_whole_from_a_copy_with_one_row() {
    let shop = Shop::founded();
    let office = &shop.office;
    let file = |name: &str, content: &'static [u8]| IncomingFile {
        fields: DocumentFields {
            name: name.into(),
            file_time: None,
            provenance: Provenance {
                side: Side::Complainant,
                source: String::new(),
            },
        },
        content,
    };
    let files = vec![file("чек.txt", b"4590"), file("акт.txt", b"cracked")];
    let complaint = shop.takes(kettle());
    office::documents_add(office, &by(10, 9), complaint, files, &|_, _| {
        ControlFlow::Continue(())
    })
    .expect("two documents");
    let medium = shop.folder.path().join("medium");
    fs::create_dir(&medium).expect("a medium");
    let plan = CopyPlan {
        place: Some(CopyPlace::begin(office.folder(), &medium.join("copies")).expect("a place")),
        rhythm: CopyRhythm::Daily,
    };
    let go = |_, _| ControlFlow::Continue(());
    office::copies_tend(office, &plan, &by(10, 10), &go).expect("a copy");

    let on = |_| ControlFlow::Continue(());
    let mend = || office::documents_mend(office, &by(10, 11), &on).expect("mended");
    let rows = || {
        let all = JournalQuery {
            limit: 1_000,
            ..JournalQuery::default()
        };
        office::journal_page(office, &by(10, 11), all).expect("the journal")
    };
    let before = rows().len();
    assert_eq!(mend(), DocumentsMended::default());
    assert_eq!(rows().len(), before, "nothing was to be done");

    fs::remove_dir_all(office.folder().join("documents")).expect("lost");
    let mended = mend();
    assert_eq!((mended.mended.len(), mended.left.len()), (2, 0));
    let told = rows();
    assert_eq!(told.len(), before + 1);
    assert_eq!(told[0].op.as_str(), "documents_mend");
    let found = office::documents_verify(office, &on).expect("checked");
    assert!(found.missing.is_empty() && found.altered.is_empty());

    // What was found damaged holds copies back until a check finds all whole, and no longer.
    let held = || office::copies_held(office).expect("read").damaged;
    let one = office.folder().join("documents");
    let aside = office.folder().join("aside");
    fs::rename(&one, &aside).expect("out of sight");
    let found = office::documents_verify(office, &on).expect("checked");
    assert_eq!((found.missing.len(), held()), (2, true));
    let _ = fs::remove_dir_all(&one);
    fs::rename(&aside, &one).expect("back");
    let found = office::documents_verify(office, &on).expect("checked");
    assert_eq!((found.missing.len(), held()), (0, false));
    fs::rename(&one, &aside).expect("out of sight");
    office::documents_verify(office, &on).expect("checked");
    assert_eq!((mend().left.len(), held()), (0, false));
    let journal = office::journal_verify(office, &by(10, 11)).expect("checked");
    assert!(journal.chain.altered.is_empty());
}
