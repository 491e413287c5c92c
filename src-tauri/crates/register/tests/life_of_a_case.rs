//! A case from its receipt to its closing, and every way back.

use crate::office::{Office, SingleSteps, at, by, kettle, no_error, pdf};
use chrono::NaiveDate;
use complaint::*;
use register::*;
use serde_json::json;

fn new_letter(kind: LetterKind) -> NewLetter {
    NewLetter {
        kind,
        language: Language::Ru,
        heading: "О возврате денег".into(),
        content: json!({ "blocks": ["Деньги вернём."] }),
        promised: None,
    }
}

fn decision(kind: DecisionKind) -> Decision {
    Decision {
        kind,
        reasons: "Проверка показала течь.".into(),
        ground: "ст. 18".into(),
        amount: None,
        action: "Вернём на карту".into(),
        due: None,
        evidence: Vec::new(),
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_complainants_card_is_read_as_it_was_written() {
    let office = Office::new();
    let who = by("2026-11-23T10:00:00+03:00");
    for kind in [PartyKind::Organisation, PartyKind::Person] {
        let mut new = kettle();
        let card = Complainant {
            kind,
            name: "ООО «Вектор»".into(),
            gender: Gender::F,
            name_dative: Some("ООО «Вектору»".into()),
            salutation: Some("Уважаемые коллеги!".into()),
            address: "101000, Москва".into(),
            email: "info@vector.example".into(),
            phone: "+74955550100".into(),
            phone_written: "+7 495 555-01-00".into(),
            representative: "Громов П. И.".into(),
        };
        new.fields.matter.complainant = card.clone();
        let id = office.complaint_add(&who, &new).unwrap().id;
        let written = office.case(id).unwrap().contents.complaint;
        assert_eq!(written.fields.matter.complainant, card);
        let mut found = office.person_find("ООО «век", 9).unwrap().into_iter();
        assert!(found.any(|(_, found)| found == card));
    }
}

#[test]
fn every_complaint_is_answered_before_it_is_closed() {
    let office = Office::new();
    let who = by("2026-11-23T10:00:00+03:00");
    let id = office.complaint_add(&who, &kettle()).unwrap().id;
    let stand = || {
        let case = office.case(id).unwrap();
        (case.contents.complaint.status, case.next_step)
    };
    let not = office.complaint_close(&who, id, &Closing::Answered);
    assert!(matches!(not, Err(RegisterError::NotAnswered(_))));
    let wordless = Closing::NoAnswer(NoAnswerReason::Other, "  ".into());
    let not = office.complaint_close(&who, id, &wordless);
    assert!(matches!(not, Err(RegisterError::WordsNeeded)));
    office.complaint_acknowledge(&who, id).unwrap();
    assert_eq!(stand(), (Status::InWork, NextStep::Decide));

    let question = office
        .letter_draft_add(&who, id, &new_letter(LetterKind::InformationRequest))
        .unwrap()
        .id;
    let (facts, _) = office
        .letter_issue(&who, question, |n, _| no_error(pdf(n)))
        .unwrap();
    assert_eq!(facts.number, "ИСХ-2026/0001");
    // A question that lies in the office can't be answered: it goes first.
    assert_eq!(stand(), (Status::Waiting, NextStep::Send));
    let sent = office.letter_sent(&who, question, Channel::Email, who.now);
    sent.unwrap();
    assert_eq!(stand(), (Status::Waiting, NextStep::AwaitComplainant));
    office.question_answered(&who, id).unwrap();
    assert!(matches!(
        office.question_answered(&who, id),
        Err(RegisterError::NoQuestion)
    ));

    let demand = office.case(id).unwrap().demands[0].id;
    office
        .decide(&who, demand, Some(&decision(DecisionKind::Satisfy)))
        .unwrap();
    assert_eq!(stand(), (Status::Decided, NextStep::DraftFinal));

    let interim = NewLetter {
        promised: Some(day("2026-12-05")),
        ..new_letter(LetterKind::Interim)
    };
    let interim = office.letter_draft_add(&who, id, &interim).unwrap().id;
    office
        .letter_issue(&who, interim, |n, _| no_error(pdf(n)))
        .unwrap();
    assert_eq!(office.case(id).unwrap().promised, Some(day("2026-12-05")));

    let answer = office
        .letter_draft_add(&who, id, &new_letter(LetterKind::FinalSatisfied))
        .unwrap()
        .id;
    assert_eq!(stand(), (Status::Decided, NextStep::IssueFinal));
    let failed = office.letter_issue(&who, answer, |_, _| Err("no ink"));
    assert!(matches!(failed, Err(IssueError::Setting("no ink"))));
    let (facts, _) = office
        .letter_issue(&who, answer, |n, _| no_error(pdf(n)))
        .unwrap();
    assert_eq!(
        facts.number, "ИСХ-2026/0003",
        "the failed attempt used no number"
    );
    // In a drawer it answers nobody: the terms run until it has left.
    assert_eq!(stand(), (Status::Issued, NextStep::Send));
    let unsent = office.complaint_close(&who, id, &Closing::Answered);
    assert!(matches!(unsent, Err(RegisterError::NotAnswered(_))));

    let sent = office.letter_sent(&who, answer, Channel::Email, who.now);
    sent.unwrap();
    assert_eq!(stand(), (Status::Answered, NextStep::Close));
    let case = office.case(id).unwrap();
    assert_eq!(
        (case.next_due, case.next_due_safe, case.promised),
        (None, None, None)
    );
    office
        .complaint_close(&who, id, &Closing::Answered)
        .unwrap();
    assert_eq!(stand(), (Status::Closed, NextStep::Nothing));
    let closed = office.decide(&who, demand, None);
    assert!(matches!(closed, Err(RegisterError::Closed)));
    office.note_add(&who, id, "Чек отдан бухгалтеру").unwrap();
    office.complaint_reopen(&who, id).unwrap();
    assert_eq!(stand().0, Status::Answered);
    assert_eq!(office.journal_verify().unwrap().broken, None);
}

#[test]
fn an_issued_letter_is_frozen_and_only_superseded() {
    let office = Office::new();
    let who = by("2026-11-23T10:00:00+03:00");
    let id = office.complaint_add(&who, &kettle()).unwrap().id;
    let first = office
        .letter_draft_add(&who, id, &new_letter(LetterKind::FinalRefusal))
        .unwrap()
        .id;
    let (facts, _) = office
        .letter_issue(&who, first, |n, _| no_error(pdf(n)))
        .unwrap();
    let changed = new_letter(LetterKind::FinalSatisfied);
    assert!(matches!(
        office.letter_draft_save(&who, first, &changed),
        Err(RegisterError::Frozen)
    ));
    assert!(matches!(
        office.letter_draft_delete(&who, first),
        Err(RegisterError::Frozen)
    ));
    let again = office.letter_issue(&who, first, |n, _| no_error(pdf(n)));
    assert!(matches!(
        again,
        Err(IssueError::Register(RegisterError::Frozen))
    ));
    // Nor does the database itself allow it to anybody who gets at it.
    let raw = rusqlite::Connection::open(office.dir().join("office.sqlite")).unwrap();
    for statement in [
        "UPDATE letter SET content = '{}'",
        "UPDATE letter SET number = 'x'",
        "UPDATE letter SET state = 'draft'",
        "DELETE FROM letter",
        "UPDATE journal SET actor = 'x'",
        "DELETE FROM journal",
        "UPDATE complaint SET number = 'x'",
    ] {
        assert!(raw.execute(statement, []).is_err(), "{statement}");
    }
    let second = office.letter_supersede(&who, first).unwrap().id;
    assert_eq!(
        office.letter(first).unwrap().summary.state,
        LetterState::Issued
    );
    let issued = office.letter_issue(&who, second, |n, _| no_error(pdf(n)));
    issued.unwrap();
    let old = office.letter(first).unwrap().summary;
    assert_eq!(
        (old.state, old.issued),
        (LetterState::Superseded, Some(facts))
    );
    assert_eq!(
        office.letter(second).unwrap().summary.supersedes,
        Some(first)
    );
    let sent = office.letter_sent(&who, second, Channel::Email, who.now);
    sent.unwrap();
    assert_eq!(
        office.case(id).unwrap().contents.complaint.status,
        Status::Answered
    );
    let again = office.letter_supersede(&who, first);
    assert!(matches!(again, Err(RegisterError::NotIssued)));
}

#[test]
fn undo_goes_back_step_by_step_and_stops_at_what_is_final() {
    let office = Office::new();
    let who = by("2026-11-23T10:00:00+03:00");
    let id = office.complaint_add(&who, &kettle()).unwrap().id;
    let bare = office.case(id).unwrap();
    let demand = bare.demands[0].id;
    let mut fields = bare.contents.complaint.fields.clone();
    fields.matter.subject = "Сломался утюг".into();
    office.complaint_edit(&who, id, None, &fields).unwrap();
    office
        .decide(&who, demand, Some(&decision(DecisionKind::Refuse)))
        .unwrap();
    let removed = office.demand_remove(&who, demand).unwrap();
    assert_eq!(office.search("утюги", 9).unwrap().len(), 1);

    let (seq, undone) = office.undo_last(&who, id).unwrap();
    assert_eq!(Some(seq), removed.seq);
    assert!(office.case(id).unwrap().demands[0].decision.is_some());
    office.undo(&who, undone.seq.unwrap()).unwrap();
    assert!(
        office.case(id).unwrap().demands.is_empty(),
        "an undoing is undone"
    );
    for _ in 0..3 {
        office.undo_last(&who, id).unwrap();
    }
    let back = office.case(id).unwrap();
    assert_eq!(
        (&back.demands, back.next_step),
        (&bare.demands, bare.next_step)
    );
    assert_eq!(
        back.contents.complaint.fields.matter.subject,
        bare.contents.complaint.fields.matter.subject
    );
    assert_eq!(office.search("утюг", 9).unwrap().len(), 0);
    assert_eq!(office.search("чайник", 9).unwrap().len(), 1);
    assert!(matches!(
        office.undo_last(&who, id),
        Err(RegisterError::NotReversible("complaint_add"))
    ));
    assert_eq!(office.journal_verify().unwrap().broken, None);
}

#[test]
fn undo_refuses_when_later_changes_touched_the_same() {
    let office = Office::new();
    let who = by("2026-11-23T10:00:00+03:00");
    let id = office.complaint_add(&who, &kettle()).unwrap().id;
    let demand = office.case(id).unwrap().demands[0].id;
    let first = office
        .decide(&who, demand, Some(&decision(DecisionKind::Refuse)))
        .unwrap();
    let note = office.note_add(&who, id, "Звонила").unwrap();
    office
        .decide(&who, demand, Some(&decision(DecisionKind::Satisfy)))
        .unwrap();
    let seq = first.seq.unwrap();
    assert!(matches!(office.undo(&who, seq), Err(RegisterError::UndoConflict(s)) if s == seq));
    office.undo(&who, note.done.seq.unwrap()).unwrap();
    assert!(
        office.case(id).unwrap().contents.notes.is_empty(),
        "what nobody touched since goes back"
    );
    let twice = office.undo(&who, note.done.seq.unwrap());
    assert!(matches!(twice, Err(RegisterError::NothingToUndo)));
}

#[test]
fn a_stale_version_conflicts_and_a_change_that_changes_nothing_is_none() {
    let office = Office::new();
    let who = by("2026-11-23T10:00:00+03:00");
    let id = office.complaint_add(&who, &kettle()).unwrap().id;
    let fields = office.case(id).unwrap().contents.complaint.fields.clone();
    let same = office.complaint_edit(&who, id, Some(1), &fields).unwrap();
    assert_eq!(
        same,
        Done {
            seq: None,
            version: 1
        }
    );
    let mut other = fields.clone();
    other.matter.order = "Б-2".into();
    assert_eq!(
        office
            .complaint_edit(&who, id, Some(1), &other)
            .unwrap()
            .version,
        2
    );
    let stale = office.complaint_edit(&who, id, Some(1), &fields);
    assert!(matches!(
        stale,
        Err(RegisterError::Conflict {
            expected: 1,
            found: 2
        })
    ));
}

#[test]
fn the_trash_gives_back_and_its_emptying_leaves_the_number_used() {
    let office = Office::new();
    let who = by("2026-11-23T10:00:00+03:00");
    let gone = office.complaint_add(&who, &kettle()).unwrap();
    let kept = office.complaint_add(&who, &kettle()).unwrap();
    let stored = office.store(b"secret");
    office.add_document(gone.id, "a.txt", &stored);
    office.complaint_trash(&who, gone.id).unwrap();
    assert!(matches!(
        office.note_add(&who, gone.id, "x"),
        Err(RegisterError::Trashed)
    ));
    assert_eq!(office.list().len(), 1);
    assert_eq!(office.search("чайник", 9).unwrap().len(), 1);
    office.complaint_restore(&who, gone.id).unwrap();
    office.complaint_trash(&who, gone.id).unwrap();
    office.undo_last(&who, gone.id).unwrap();
    assert_eq!(office.list().len(), 2);
    office.complaint_trash(&who, gone.id).unwrap();
    let letter = office
        .letter_draft_add(&who, kept.id, &new_letter(LetterKind::FinalRefusal))
        .unwrap()
        .id;
    office
        .letter_issue(&who, letter, |n, _| no_error(pdf(n)))
        .unwrap();
    office.complaint_trash(&who, kept.id).unwrap();

    let rows = office.journal_verify().unwrap().rows;
    let told = office.trash_contents(who.now.date_naive(), &[]).unwrap();
    assert_eq!(
        office.journal_verify().unwrap().rows,
        rows,
        "telling writes nothing"
    );
    assert!(office.content_read(&stored.sha256).is_ok());
    let other = Erased {
        documents: 7,
        ..told.clone()
    };
    assert!(matches!(
        office.trash_empty_as_seen(&who, &[], &other),
        Err(RegisterError::TrashChanged)
    ));
    let (erased, _) = office.trash_empty_as_seen(&who, &[], &told).unwrap();
    assert_eq!(erased, told);
    assert_eq!(
        (erased.numbers.len(), erased.kept, erased.documents),
        (1, 1, 1)
    );
    assert!(office.content_read(&stored.sha256).is_err());
    assert!(matches!(
        office.case(gone.id),
        Err(RegisterError::NotFound(_))
    ));
    assert_eq!(office.case(kept.id).unwrap().contents.letters.len(), 1);
    assert_eq!(
        office.complaint_add(&who, &kettle()).unwrap().number,
        "ВХ-2026/0003"
    );
    let check = office.journal_verify().unwrap();
    assert_eq!(check.broken, None, "erasing leaves the chain whole");
    assert!(
        !office.raw_contains("Протекает"),
        "no word of it is left in the journal's changes"
    );
}

#[test]
fn a_card_is_found_again_only_where_nothing_contradicts() {
    let office = Office::new();
    let who = by("2026-11-23T10:00:00+03:00");
    let with = |change: fn(&mut Complainant)| {
        let mut new = kettle();
        change(&mut new.fields.matter.complainant);
        office.complaint_add(&who, &new).unwrap().person
    };
    let first = with(|_| {});
    assert_eq!(
        with(|card| card.name = "соколова  марина львовна".into()),
        first
    );
    assert_eq!(with(|card| card.phone = "8 (921) 000-11-22".into()), first);
    assert_eq!(
        office.person(first).unwrap().phone,
        "8 (921) 000-11-22",
        "what lacked is filled in"
    );
    assert_eq!(
        with(|card| {
            card.email.clear();
            card.phone = "+79210001122".into();
        }),
        first
    );
    assert_ne!(
        with(|card| card.email.clear()),
        first,
        "a name alone is not enough"
    );
    assert_ne!(with(|card| card.email = "other@example.org".into()), first);
    assert_ne!(
        with(|card| {
            card.phone = "+79210001122".into();
            card.address = "Псков".into();
            card.email = "a@b".into();
        }),
        first
    );
    let mut card = office.person(first).unwrap();
    card.name = "Орлова Марина Львовна".into();
    office.person_edit(&who, first, &card).unwrap();
    assert_eq!(office.search("орловой", 9).unwrap().len(), 4);
    assert_eq!(office.person_find("орл", 5).unwrap().len(), 1);
    assert_eq!(office.person_find("sokolova@", 9).unwrap().len(), 1);
}

#[test]
fn a_repeat_is_warned_of() {
    let office = Office::new();
    let who = by("2026-11-23T10:00:00+03:00");
    office.complaint_add(&who, &kettle()).unwrap();
    let mut new = Candidate {
        person: kettle().fields.matter.complainant,
        order: "а 17".into(),
        subject: "Другое".into(),
        their_number: String::new(),
        received_at: at("2026-12-01T10:00:00+03:00"),
    };
    assert_eq!(
        office.duplicates_of(&new).unwrap()[0].1,
        MatchedBy::SameOrder
    );
    new.order.clear();
    assert!(office.duplicates_of(&new).unwrap().is_empty());
    new.subject = "Протекают чайники".into();
    assert_eq!(
        office.duplicates_of(&new).unwrap()[0].1,
        MatchedBy::SameSubject
    );
    new.received_at = at("2027-03-01T10:00:00+03:00");
    assert!(office.duplicates_of(&new).unwrap().is_empty());
}

#[test]
fn today_puts_each_case_where_it_presses() {
    let office = Office::new();
    let who = by("2026-11-23T10:00:00+03:00");
    let due = |date: Option<&str>| {
        let mut new = kettle();
        new.demands[0].due.legal = date.map(day);
        new.demands[0].due.safe = date.map(day);
        office.complaint_add(&who, &new).unwrap().id
    };
    due(Some("2026-11-20"));
    due(Some("2026-11-23"));
    due(Some("2026-12-23"));
    let waiting = due(None);
    let letter = new_letter(LetterKind::InformationRequest);
    let letter = office.letter_draft_add(&who, waiting, &letter).unwrap().id;
    office
        .letter_issue(&who, letter, |n, _| no_error(pdf(n)))
        .unwrap();
    let sent = office.letter_sent(&who, letter, Channel::Email, who.now);
    sent.unwrap();
    let closed = due(Some("2026-11-01"));
    let reason = Closing::NoAnswer(NoAnswerReason::Withdrawn, String::new());
    office.complaint_close(&who, closed, &reason).unwrap();
    let today = office.today(day("2026-11-23"), 3, 10).unwrap();
    let totals = [
        &today.overdue,
        &today.due_soon,
        &today.fresh,
        &today.waiting,
        &today.in_work,
    ]
    .map(|section| section.total);
    assert_eq!(totals, [1, 1, 1, 1, 0]);
    assert_eq!(today.waiting.rows[0].id, waiting);
}
