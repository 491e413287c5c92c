//! What a user did is one change, however many steps it takes: it stands or
//! falls whole, has one row in the journal, one undo and one redo.

use crate::office::{Office, SingleSteps, at, by, document, kettle, no_error, pdf};
use complaint::*;
use register::*;
use serde_json::json;

pub const NOW: &str = "2026-11-23T10:00:00+03:00";

pub fn goal() -> NewClock {
    NewClock {
        fields: ClockFields {
            title: "Позвонить".into(),
            day: Some("2026-11-25".parse().unwrap()),
            ..ClockFields::of(ClockKind::Goal, ClockStart::Received)
        },
        start_on: "2026-11-20".parse().unwrap(),
    }
}

fn dative(name: &str, words: &str) -> NameFormFields {
    NameFormFields {
        name: name.into(),
        gender: Gender::F,
        form: NameForm::Dative,
        language: Language::Ru,
        words: words.into(),
    }
}

/// All that the office keeps but the journal and what counts changes.
fn records(office: &Office) -> Vec<String> {
    let conn = rusqlite::Connection::open(office.dir().join("office.sqlite")).unwrap();
    let tables: Vec<String> = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let mut out = Vec::new();
    for table in tables {
        // The search index packs its pages anew, whatever it holds.
        if table.starts_with("words") || table.starts_with("person_words") || table == "stem" {
            continue;
        }
        let mut statement = conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values: Vec<String> = names
                .iter()
                .enumerate()
                .map(|(at, name)| format!("{name}={}", shown(row.get_ref(at).unwrap())))
                .collect();
            out.push(format!("{table}: {}", values.join(" ")));
        }
    }
    out.sort();
    out
}

fn shown(value: rusqlite::types::ValueRef<'_>) -> String {
    match value {
        rusqlite::types::ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        other @ (rusqlite::types::ValueRef::Null
        | rusqlite::types::ValueRef::Integer(_)
        | rusqlite::types::ValueRef::Real(_)
        | rusqlite::types::ValueRef::Blob(_)) => format!("{other:?}"),
    }
}

/// Says what differs, and nothing of what is the same.
fn assert_same(found: &[String], expected: &[String], when: &str) {
    let only = |a: &[String], b: &[String]| -> Vec<String> {
        a.iter().filter(|row| !b.contains(row)).cloned().collect()
    };
    let (new, gone) = (only(found, expected), only(expected, found));
    assert!(
        new.is_empty() && gone.is_empty(),
        "{when}: {new:#?} for {gone:#?}"
    );
}

/// The same without what never falls back: the journal, content that waits to
/// be swept, and on a complaint its version and the numbers of its exhibits.
fn facts(office: &Office) -> Vec<String> {
    let lasting = ["journal", "change:", "content:"];
    let mut all = records(office);
    all.retain(|row| !lasting.iter().any(|table| row.starts_with(table)));
    // A tally that fell to nothing says the same as none.
    all.retain(|row| !(row.starts_with("tally:") && row.ends_with("rows=Integer(0)")));
    for row in all.iter_mut().filter(|row| row.starts_with("complaint:")) {
        let at = row.find(" exhibits=").expect("the counter of exhibits");
        row.truncate(at);
    }
    all
}

/// One Save of a screen: the card, the complaint, its terms, the form of a
/// name, two documents, a clock, a note.
fn save(office: &Office, id: ComplaintId, expected: Option<i64>) -> Result<Done> {
    let stored = [office.store(b"first"), office.store(b"second")];
    let (_, done) = office.transact(&by(NOW), Op::ComplaintEdit, |change| {
        let case = change.case(id)?;
        let fields = ComplaintFields {
            matter: Matter {
                subject: "Сломался утюг".into(),
                regime: Regime::Services,
                complainant: Complainant {
                    name: "Орлова Марина Львовна".into(),
                    address: "Псков".into(),
                    ..case.contents.complaint.fields.matter.complainant.clone()
                },
                ..case.contents.complaint.fields.matter.clone()
            },
            ..case.contents.complaint.fields.clone()
        };
        change.complaint_edit(id, expected, &fields, CardScope::EveryCase)?;
        let terms: Vec<(DemandId, NewDemand)> = case
            .demands
            .iter()
            .map(|demand| {
                let mut terms = NewDemand::from(demand);
                terms.due.legal = Some("2026-12-02".parse().unwrap());
                (demand.id, terms)
            })
            .collect();
        change.demand_terms(id, &terms)?;
        change.name_form_keep(&dative(
            &fields.matter.complainant.name,
            "Орловой Марине Львовне",
        ))?;
        for (name, stored) in ["a.txt", "b.txt"].into_iter().zip(&stored) {
            change.document_add(id, &document(name), stored)?;
        }
        change.clock_add(id, &goal())?;
        change.note_add(id, "Исправлено по телефону")?;
        Ok::<_, RegisterError>(())
    })?;
    Ok(done)
}

#[test]
fn what_one_save_wrote_is_undone_whole_and_redone_whole() {
    let office = Office::new();
    let who = by(NOW);
    let id = office.complaint_add(&who, &kettle()).unwrap().id;
    // Another complaint shows the same card.
    let other = office.complaint_add(&who, &kettle()).unwrap();
    let person = other.person;
    let (before, rows) = (facts(&office), office.journal_length().unwrap());
    let found = |words: &str| office.search(words, 9).unwrap().len();
    assert_eq!((found("орловой"), found("утюги")), (0, 0));

    let done = save(&office, id, Some(1)).unwrap();
    assert_eq!(done.version, 2, "one Save is one step of the version");
    assert_eq!(office.journal_length().unwrap(), rows + 1);
    let after = facts(&office);
    let case = office.case(id).unwrap();
    assert_eq!(case.contents.documents.len(), 2);
    assert_eq!(case.next_due, Some("2026-11-25".parse().unwrap()));
    assert_eq!(office.person(person).unwrap().address, "Псков");
    assert_eq!((found("орловой"), found("утюги")), (2, 1));
    assert_eq!(
        office.case(other.id).unwrap().contents.complaint.version,
        2,
        "the other complaint shows another name now"
    );

    let (turned, undone) = office.undo_last(&who, id).unwrap();
    assert_eq!(Some(turned), done.seq);
    assert_same(&facts(&office), &before, "facts");
    assert_eq!((found("орловой"), found("утюги")), (0, 0));
    assert!(office.name_forms().unwrap().is_empty());

    let redone = office.undo(&who, undone.seq.unwrap()).unwrap();
    assert_same(&facts(&office), &after, "facts");
    assert_eq!((found("орловой"), found("утюги")), (2, 1));
    office.undo(&who, redone.seq.unwrap()).unwrap();
    assert_same(&facts(&office), &before, "facts");
    assert_eq!(office.journal_length().unwrap(), rows + 4);
    assert_eq!(office.journal_verify().unwrap().broken, None);
    let next = office.store(b"third");
    office.add_document(id, "c.txt", &next);
    assert_eq!(
        office.case(id).unwrap().contents.documents[0].exhibit,
        3,
        "a number of an exhibit is never given twice"
    );
}

#[test]
fn a_later_change_of_one_of_its_rows_stops_the_undo_of_all() {
    let office = Office::new();
    let who = by(NOW);
    let new = office.complaint_add(&who, &kettle()).unwrap();
    let done = save(&office, new.id, None).unwrap();
    let mut card = office.person(new.person).unwrap();
    card.address = "Тверь".into();
    office.person_edit(&who, new.person, &card).unwrap();
    let (before, seq) = (records(&office), done.seq.unwrap());
    let stopped = office.undo(&who, seq);
    assert!(matches!(stopped, Err(RegisterError::UndoConflict(s)) if s == seq));
    assert_same(&records(&office), &before, "not one row was turned back");
}

#[test]
fn whichever_step_fails_nothing_of_the_change_is_kept() {
    let office = Office::new();
    let who = by(NOW);
    office.complaint_add(&who, &kettle()).unwrap();
    let stored = office.store(b"bytes");
    let missing = StoredFile {
        sha256: "0".repeat(64),
        bytes: 5,
    };
    let before = records(&office);
    for last in 0..=5 {
        let failed = office.transact(&who, Op::ComplaintAdd, |change| {
            let step = |n: u8| {
                if n == last {
                    Err(RegisterError::Cancelled)
                } else {
                    Ok(())
                }
            };
            step(0)?;
            let new = change.complaint_add(None, &kettle(), &[goal()])?;
            step(1)?;
            change.name_form_keep(&dative("Соколова Марина Львовна", "Соколовой"))?;
            step(2)?;
            change.document_add(new.id, &document("a.txt"), &stored)?;
            step(3)?;
            change.diary_add(
                new.id,
                &DiaryFields {
                    at: at(NOW),
                    text: "Принято".into(),
                    source: "Анна".into(),
                },
            )?;
            step(4)?;
            // Content that is not there fails by itself.
            change.document_add(new.id, &document("b.txt"), &missing)
        });
        assert!(failed.is_err());
        assert_same(&records(&office), &before, "failed at step {last}");
    }
    let next = office.complaint_add(&who, &kettle()).unwrap();
    assert_eq!(next.number, "ВХ-2026/0002", "no number was used");
    assert_eq!(office.journal_verify().unwrap().broken, None);
}

#[test]
fn a_letter_issued_with_other_steps_leaves_no_gap_when_they_fail() {
    let office = Office::new();
    let who = by(NOW);
    let id = office.complaint_add(&who, &kettle()).unwrap().id;
    let letter = NewLetter {
        kind: LetterKind::FinalRefusal,
        language: Language::Ru,
        heading: "О чайнике".into(),
        content: json!({}),
        promised: None,
    };
    let draft = office.letter_draft_add(&who, id, &letter).unwrap().id;
    let before = records(&office);
    let failed = office.transact(&who, Op::LetterIssue, |change| {
        change.letter_issue(draft, |number, _| no_error(pdf(number)))?;
        // No demand is decided, so the case isn't answered.
        change.complaint_close(id, &Closing::Answered)?;
        Ok::<_, IssueError<std::convert::Infallible>>(())
    });
    assert!(matches!(
        failed,
        Err(IssueError::Register(RegisterError::NotAnswered(_)))
    ));
    assert_same(&records(&office), &before, "refused");
    let (facts, _) = office
        .letter_issue(&who, draft, |n, _| no_error(pdf(n)))
        .unwrap();
    assert_eq!(facts.number, "ИСХ-2026/0001");
}

#[test]
fn a_version_is_that_of_before_the_change_for_every_step() {
    let office = Office::new();
    let who = by(NOW);
    let id = office.complaint_add(&who, &kettle()).unwrap().id;
    assert_eq!(save(&office, id, Some(1)).unwrap().version, 2);
    let before = records(&office);
    let stale = save(&office, id, Some(1));
    assert!(matches!(
        stale,
        Err(RegisterError::Conflict {
            expected: 1,
            found: 2
        })
    ));
    assert_same(
        &records(&office),
        &before,
        "a refused edit leaves the card too",
    );
    let subject = |case: Case| case.contents.complaint.fields.matter.subject;
    let was = subject(office.case(id).unwrap());
    let (_, done) = office
        .transact(&who, Op::ComplaintEdit, |change| {
            let mut fields = change.case(id)?.contents.complaint.fields;
            fields.matter.subject = "раз".into();
            change.complaint_edit(id, Some(2), &fields, CardScope::EveryCase)?;
            assert_eq!(subject(change.case(id)?), "раз");
            fields.matter.subject = "два".into();
            change.complaint_edit(id, Some(2), &fields, CardScope::EveryCase)
        })
        .unwrap();
    assert_eq!(done.version, 3);
    assert_eq!(subject(office.case(id).unwrap()), "два");
    office.undo(&who, done.seq.unwrap()).unwrap();
    assert_eq!(subject(office.case(id).unwrap()), was);
}

#[test]
fn a_closed_case_refuses_the_edit_and_the_card_stays() {
    let office = Office::new();
    let who = by(NOW);
    let id = office.complaint_add(&who, &kettle()).unwrap().id;
    let reason = Closing::NoAnswer(NoAnswerReason::Withdrawn, String::new());
    office.complaint_close(&who, id, &reason).unwrap();
    let before = records(&office);
    assert!(matches!(
        save(&office, id, None),
        Err(RegisterError::Closed)
    ));
    assert_same(&records(&office), &before, "refused");
}

#[test]
fn a_complaint_handed_in_twice_is_written_down_once() {
    let office = Office::new();
    let id = ComplaintId::new();
    let stored = office.store(b"bytes");
    let hand_in = || {
        office.transact(&by(NOW), Op::ComplaintAdd, |change| {
            let new = change.complaint_add(Some(id), &kettle(), &[])?;
            change.document_add(new.id, &document("a.txt"), &stored)?;
            Ok::<_, RegisterError>(new)
        })
    };
    let (first, _) = hand_in().unwrap();
    assert_eq!((first.id, first.number.as_str()), (id, "ВХ-2026/0001"));
    let before = records(&office);
    let again = hand_in();
    assert!(
        matches!(&again, Err(RegisterError::AlreadyRecorded(number)) if *number == first.number)
    );
    assert_same(&records(&office), &before, "refused");
    let other = office.complaint_add(&by(NOW), &kettle()).unwrap();
    assert_eq!(other.number, "ВХ-2026/0002");
}

#[test]
fn what_is_for_good_is_no_part_of_what_can_be_undone() {
    let office = Office::new();
    let who = by(NOW);
    let id = office.complaint_add(&who, &kettle()).unwrap().id;
    let before = records(&office);
    let added = office.transact(&who, Op::ComplaintEdit, |change| {
        change.note_add(id, "x")?;
        change.complaint_add(None, &kettle(), &[])
    });
    assert!(matches!(
        added,
        Err(RegisterError::NotReversible("complaint_add"))
    ));
    assert_same(&records(&office), &before, "refused");
    for op in Op::ALL {
        assert_eq!(Op::parse(op.as_str()), Some(*op));
    }
}

#[test]
fn a_change_of_several_complaints_is_in_the_history_of_each() {
    let office = Office::new();
    let who = by(NOW);
    let ids: Vec<ComplaintId> = (0..3)
        .map(|_| office.complaint_add(&who, &kettle()).unwrap().id)
        .collect();
    let stored = office.store(b"recall notice");
    let before = facts(&office);
    let (_, done) = office
        .transact(&who, Op::DocumentAdd, |change| {
            for id in &ids[..2] {
                change.document_add(*id, &document("отзыв.txt"), &stored)?;
                change.diary_add(
                    *id,
                    &DiaryFields {
                        at: at(NOW),
                        text: "Партия отозвана, Протекает".into(),
                        source: "завод".into(),
                    },
                )?;
            }
            Ok::<_, RegisterError>(())
        })
        .unwrap();
    let after = facts(&office);
    let seq = done.seq.unwrap();
    let row = office.journal(seq..=seq).unwrap().remove(0);
    assert_eq!((row.complaint, done.version), (None, 0));
    assert_eq!(
        row.payload["complaints"],
        json!([ids[0].to_string(), ids[1].to_string()])
    );
    let histories = |id| -> Vec<i64> {
        let rows = office.journal_of(id, 9).unwrap();
        rows.iter().map(|row| row.seq).collect()
    };
    assert_eq!(histories(ids[0]), [seq, 2]);
    assert_eq!(histories(ids[1]), [seq, 3]);
    assert_eq!(histories(ids[2]), [4]);
    let versions = || {
        ids.iter()
            .map(|id| office.case(*id).unwrap().contents.complaint.version)
    };
    assert_eq!(versions().collect::<Vec<_>>(), [2, 2, 1]);
    let worked_on = office.case(ids[1]).unwrap().contents.complaint.status;
    assert_eq!(worked_on, Status::InWork);

    let (turned, undone) = office.undo_last(&who, ids[1]).unwrap();
    assert_eq!(turned, seq);
    assert_same(&facts(&office), &before, "undone");
    assert_eq!(versions().collect::<Vec<_>>(), [3, 3, 1]);
    office.undo(&who, undone.seq.unwrap()).unwrap();
    assert_same(&facts(&office), &after, "facts");

    // What the journal keeps of the words of one goes when it is erased.
    assert!(office.raw_contains("Партия отозвана"));
    office.complaint_trash(&who, ids[0]).unwrap();
    office.trash_empty(&who, &[]).unwrap();
    assert!(!office.raw_contains("Партия отозвана"));
    assert_eq!(office.journal_verify().unwrap().broken, None);
}
