//! A computer whose clock was set back: ids made after that sort before older
//! ones, and what came last is still last.

use crate::office::{Office, SingleSteps, by, kettle};
use complaint::{ApprovalState, Language, LetterKind};
use register::NewLetter;

#[test]
fn the_latest_word_on_a_letter_is_the_one_that_came_last() {
    let office = Office::new();
    let who = by("2026-11-23T10:00:00+03:00");
    let complaint = office.complaint_add(&who, &kettle()).unwrap().id;
    let new = NewLetter {
        kind: LetterKind::FinalSatisfied,
        language: Language::Ru,
        heading: "О чайнике".into(),
        content: serde_json::json!({}),
        promised: None,
    };
    let letter = office.letter_draft_add(&who, complaint, &new).unwrap().id;
    office.letter_submit(&who, letter, "первая").unwrap();
    office.letter_return(&who, letter, "Назовите день").unwrap();
    let second = office.letter_submit(&who, letter, "вторая").unwrap().id;
    let raw = rusqlite::Connection::open(office.dir().join("office.sqlite")).unwrap();
    let changed = raw
        .execute(
            "UPDATE approval SET id = zeroblob(16) WHERE id = ?1",
            [second.0.as_bytes()],
        )
        .unwrap();
    assert_eq!(changed, 1);

    let approvals = office.approvals(letter).unwrap();
    let notes: Vec<&str> = approvals.iter().map(|a| a.note.as_str()).collect();
    assert_eq!(notes, ["вторая", "первая"]);
    assert_eq!(approvals[0].state, ApprovalState::Waiting);
    // A letter that waits can be taken back; one that was returned can't.
    office.letter_recall(&who, letter).unwrap();
}
