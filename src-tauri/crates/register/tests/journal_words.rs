//! What the journal says of the steps of a change.

use crate::office::{ClockSteps, Office, SingleSteps, by, document, kettle, no_error, pdf};
use crate::one_change::{NOW, goal};
use complaint::*;
use register::*;
use serde_json::{Value as Json, json};

#[test]
fn the_journal_says_of_a_single_step_what_it_always_said() {
    let office = Office::new();
    let who = by(NOW);
    let new = office.complaint_add(&who, &kettle()).unwrap();
    let said = |done: Done| -> Json {
        let seq = done.seq.unwrap();
        let mut payload = office.journal(seq..=seq).unwrap().remove(0).payload;
        payload.as_object_mut().unwrap().remove("rows");
        payload
    };
    assert_eq!(said(new.done), json!({ "number": "ВХ-2026/0001" }));
    let stored = office.store(b"bytes");
    let added = office
        .document_add(&who, new.id, &document("a.txt"), &stored)
        .unwrap();
    assert_eq!(
        said(added.done),
        json!({ "sha256": stored.sha256, "exhibit": 1 })
    );
    let clock = office.clock_add(&who, new.id, &goal()).unwrap();
    assert_eq!(said(clock.done), json!({ "kind": "goal" }));
    let note = office.note_add(&who, new.id, "x").unwrap();
    assert_eq!(said(note.done), json!({}));
    let undone = office.undo(&who, note.done.seq.unwrap()).unwrap();
    assert_eq!(
        said(undone),
        json!({ "undoes": note.done.seq.unwrap(), "undoes_op": "note_add" })
    );
    let letter = NewLetter {
        kind: LetterKind::FinalRefusal,
        language: Language::Ru,
        heading: "О чайнике".into(),
        content: json!({}),
        promised: None,
    };
    let draft = office.letter_draft_add(&who, new.id, &letter).unwrap().id;
    let set = TypesetLetter {
        override_reason: Some("спешно".into()),
        ..pdf("1")
    };
    let (facts, done) = office
        .letter_issue(&who, draft, |_, _| no_error(set))
        .unwrap();
    assert_eq!(
        said(done),
        json!({
            "letter": draft.to_string(),
            "number": "ИСХ-2026/0001",
            "sha256": facts.sha256,
            "pages": 1,
            "overridden": true,
            "override_reason": "спешно",
        })
    );
    office
        .transact(&who, Op::ProofMade, |change| {
            change.proof_made(draft, "00", &["rule".into()], Some("почта подтвердила"))
        })
        .unwrap();
    assert_eq!(office.journal_verify().unwrap().broken, None);
    let conn = rusqlite::Connection::open(office.path().join("office.sqlite")).unwrap();
    let chained: String = conn
        .query_row("SELECT group_concat(payload) FROM journal", [], |row| {
            row.get(0)
        })
        .unwrap();
    // The chain is never erased, so it holds no words of people.
    assert!(
        !chained.contains("спешно") && !chained.contains("почта"),
        "{chained}"
    );
    assert_eq!(chained.matches("\"overridden\":true").count(), 2);
    let closing = Closing::NoAnswer(NoAnswerReason::Withdrawn, String::new());
    let closed = office.complaint_close(&who, new.id, &closing).unwrap();
    assert_eq!(said(closed), json!({ "closing": "withdrawn" }));
}

#[test]
fn the_journal_says_of_joined_steps_each_its_own() {
    let office = Office::new();
    let who = by(NOW);
    let stored = [office.store(b"first"), office.store(b"second")];
    let (_, done) = office
        .transact(&who, Op::ComplaintAdd, |change| {
            let new = change.complaint_add(None, &kettle(), &[])?;
            for (name, stored) in ["a.txt", "b.txt"].into_iter().zip(&stored) {
                change.document_add(new.id, &document(name), stored)?;
            }
            Ok::<_, RegisterError>(())
        })
        .unwrap();
    let seq = done.seq.unwrap();
    let row = office.journal(seq..=seq).unwrap().remove(0);
    assert_eq!(row.op, Op::ComplaintAdd);
    assert_eq!(row.payload["number"], "ВХ-2026/0001");
    assert_eq!(
        row.payload["steps"],
        json!([
            { "step": "document_add", "sha256": stored[0].sha256, "exhibit": 1 },
            { "step": "document_add", "sha256": stored[1].sha256, "exhibit": 2 },
        ])
    );
}
