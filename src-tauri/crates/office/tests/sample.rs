//! The sample office, made for real and looked through.

use chrono::{DateTime, FixedOffset};
use complaint::{Actor, ClockKind, RegisterQuery, Status};
use office::{By, ComplaintRef, Office, PageQuery};
use std::collections::BTreeSet;

fn now() -> DateTime<FixedOffset> {
    "2026-11-22T10:30:00+03:00".parse().unwrap()
}

fn by() -> By {
    By {
        actor: Actor::named("Проверка"),
        now: now(),
    }
}

fn all(office: &Office) -> Vec<complaint::ComplaintRow> {
    let query = PageQuery {
        query: RegisterQuery::default(),
        offset: 0,
        limit: 200,
    };
    office::register_page(office, &by(), query).unwrap().rows
}

#[test]
fn the_sample_shows_every_status_and_its_records_verify() {
    let dir = tempfile::tempdir().unwrap();
    let office = office::sample_create(&dir.path().join("office"), now()).unwrap();
    let rows = all(&office);
    assert_eq!(rows.len(), 40);
    for status in Status::ALL {
        assert!(
            rows.iter().any(|row| row.status == *status),
            "nothing is {status:?}"
        );
    }
    let today = office::today(&office, &by()).unwrap();
    for (name, section) in [
        ("overdue", &today.overdue),
        ("due_soon", &today.due_soon),
        ("to_answer", &today.to_answer),
        ("to_send", &today.to_send),
        ("waiting", &today.waiting),
    ] {
        assert!(section.total > 0, "the sample teaches nothing about {name}");
    }
    let late: Vec<bool> = today.steps.iter().map(|step| step.late).collect();
    assert_eq!(
        late,
        [true, false],
        "a task that is late and one that is near"
    );
    let lists = office::routines(&office, &by()).unwrap().checklists;
    assert_eq!(lists.len(), 2);
    let journal = office::journal_verify(&office, &by()).unwrap();
    assert!(
        journal.chain.checked > 100 && journal.is_whole(),
        "{journal:?}"
    );
    for row in rows {
        let card =
            office::complaint_card(&office, &by(), ComplaintRef { complaint: row.id }).unwrap();
        assert!(
            card.contents.complaint.recorded_at >= card.contents.complaint.fields.received_at,
            "{}",
            row.number
        );
        for view in &card.demands {
            assert!(
                !view.clocks.is_empty(),
                "{}: a demand without a term",
                row.number
            );
        }
    }
}

#[test]
fn a_newcomer_sees_clocks_of_every_sort() {
    let dir = tempfile::tempdir().unwrap();
    let office = office::sample_create(&dir.path().join("office"), now()).unwrap();
    let rows = all(&office);
    let mut shown = BTreeSet::new();
    for row in &rows {
        let complaint = ComplaintRef { complaint: row.id };
        let clocks = office::case_clocks(&office, &by(), complaint).unwrap();
        for clock in clocks.iter().filter(|clock| clock.ended.is_none()) {
            assert!(clock.legal.is_some(), "{}: {clock:?}", row.number);
            shown.insert(clock.fields.kind.as_str());
        }
    }
    for kind in [
        ClockKind::Demand,
        ClockKind::Interim,
        ClockKind::Inspection,
        ClockKind::Expertise,
        ClockKind::GoodsReturn,
        ClockKind::Payment,
    ] {
        assert!(shown.contains(kind.as_str()), "no {kind:?} in {shown:?}");
    }
    // Today shows some of them, for they lead their cases.
    let today = office::today(&office, &by()).unwrap();
    let led: BTreeSet<_> = [
        &today.overdue,
        &today.due_soon,
        &today.promised,
        &today.to_fulfil,
    ]
    .into_iter()
    .flat_map(|section| &section.rows)
    .filter_map(|row| row.next_due_kind)
    .map(|kind| kind.as_str())
    .collect();
    for kind in [ClockKind::Inspection, ClockKind::Payment] {
        assert!(led.contains(kind.as_str()), "no {kind:?} in {led:?}");
    }
}

#[test]
fn issued_letters_of_the_sample_are_pdf_files_kept_by_their_hash() {
    let dir = tempfile::tempdir().unwrap();
    let office = office::sample_create(&dir.path().join("office"), now()).unwrap();
    let mut letters = 0;
    for row in all(&office) {
        let card =
            office::complaint_card(&office, &by(), ComplaintRef { complaint: row.id }).unwrap();
        for letter in card.contents.letters.iter().filter(|l| l.issued.is_some()) {
            let named = office::LetterRef { letter: letter.id };
            let (name, pdf) = office::letter_pdf(&office, &by(), named).unwrap();
            assert!(pdf.starts_with(b"%PDF-1.7"), "{name}");
            letters += 1;
        }
    }
    assert!(letters >= 20, "only {letters} letters");
}
