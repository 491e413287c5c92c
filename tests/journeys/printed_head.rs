//! What is printed and issued says how far the journal had come, so that paper in somebody else's hands proves
//! later that the records were not altered.

use crate::day::{Shop, by, decision, kettle};
use complaint::{DecisionKind, LetterKind};
use office::{JournalQuery, LetterChoices};
use serde_json::Value;
use std::fs;
use std::process::Command;

#[test]
fn an_issued_letter_carries_the_newest_row_of_the_journal_where_the_owner_wants_it() {
    let shop = Shop::founded();
    let mut profile = office::office_info(&shop.office, &by(10, 8))
        .expect("the office")
        .profile;
    profile.letterhead.summary = true;
    office::profile_save(&shop.office, &by(10, 8), &profile).expect("saved");
    let id = shop.takes(kettle());
    for place in 0..2 {
        shop.decides(
            id,
            place,
            decision(DecisionKind::Refuse, "Следов нет.", None),
        );
    }
    let draft = shop.drafts(id, LetterKind::FinalRefusal, LetterChoices::default());
    let newest = |limit| {
        let all = JournalQuery {
            complaint: None,
            before: None,
            limit,
        };
        office::journal_page(&shop.office, &by(10, 9), all).expect("the journal")
    };
    let (_, pdf) = shop.issues(&draft);
    let rows = newest(50);
    let issue = rows
        .iter()
        .position(|row| row.op == register::Op::LetterIssue);
    let before = &rows[issue.expect("the row of the issue") + 1];

    let Ok(_) = Command::new("pdfdetach").arg("-v").output() else {
        return prerequisites::skip("pdfdetach is not installed");
    };
    let dir = tempfile::tempdir().expect("a folder");
    let (file, out) = (dir.path().join("letter.pdf"), dir.path().join("case.json"));
    fs::write(&file, pdf).expect("written");
    let taken = Command::new("pdfdetach")
        .args(["-save", "1", "-o"])
        .args([&out, &file])
        .status();
    assert!(taken.expect("pdfdetach").success());
    let told: Value = serde_json::from_slice(&fs::read(&out).expect("read")).expect("JSON");
    assert_eq!(told["journal"]["row"], before.seq);
    assert_eq!(told["journal"]["hash"], before.hash.as_str());
}
