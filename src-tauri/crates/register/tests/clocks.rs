//! The clocks of a case: those that follow from facts, those a person starts,
//! what stands still, how each ends, and which one leads in the lists.

use crate::office::{ClockSteps, Office, SingleSteps, at, by, kettle, no_error, pdf};
use chrono::{Days, NaiveDate};
use complaint::*;
use register::*;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Counts calendar days and moves nothing: enough to see that it is asked.
pub fn counting(office: &Register) {
    office.set_term_counter(Box::new(|asked| {
        let still: u64 = asked
            .pauses
            .iter()
            .map(|(from, to)| to.map_or(0, |to| (to - *from).num_days() as u64 + 1))
            .sum();
        let end = match (asked.day, asked.term) {
            (Some(day), _) => day,
            (None, Some(term)) => asked.start + Days::new(term.count.into()),
            (None, None) => return None,
        };
        let end = end + Days::new(still);
        Some((end, end - Days::new(1)))
    }));
}

fn letter(kind: LetterKind, promised: Option<&str>) -> NewLetter {
    NewLetter {
        kind,
        language: Language::Ru,
        heading: "О чайнике".into(),
        content: serde_json::json!([kind.as_str()]),
        promised: promised.map(day),
    }
}

fn issue(office: &Office, id: ComplaintId, new: &NewLetter, when: &str) -> LetterId {
    let who = by(when);
    let letter = office.letter_draft_add(&who, id, new).unwrap().id;
    office
        .letter_issue(&who, letter, |n, _| no_error(pdf(n)))
        .unwrap();
    letter
}

fn expertise() -> NewClock {
    NewClock {
        fields: ClockFields {
            title: "Экспертиза в «Эталоне»".into(),
            term: calendar_days(5),
            citation: "договор".into(),
            ..ClockFields::of(ClockKind::Expertise, ClockStart::Received)
        },
        start_on: day("2026-11-20"),
    }
}

pub fn calendar_days(count: u32) -> Option<Term> {
    let unit = Unit::CalendarDays;
    Some(Term { count, unit })
}

fn row(office: &Office, id: ComplaintId) -> ComplaintRow {
    let page = office
        .complaints_page(&RegisterQuery::default(), 0, 50, day("2026-11-23"))
        .unwrap();
    page.rows.into_iter().find(|row| row.id == id).unwrap()
}

fn of_kind(case: &Case, kind: ClockKind) -> Vec<CaseClock> {
    let all = case.clocks.iter().filter(|c| c.fields.kind == kind);
    all.cloned().collect()
}

#[test]
fn the_nearest_clock_leads_and_a_demand_leads_until_then() {
    let office = Office::new();
    counting(&office);
    let who = by("2026-11-22T10:00:00+03:00");
    let id = office.complaint_add(&who, &kettle()).unwrap().id;
    assert_eq!(row(&office, id).next_due_kind, Some(ClockKind::Demand));
    let clock = office.clock_add(&who, id, &expertise()).unwrap();
    let found = row(&office, id);
    assert_eq!(found.next_due, Some(day("2026-11-25")));
    assert_eq!(found.next_due_safe, Some(day("2026-11-24")));
    assert_eq!(found.next_due_kind, Some(ClockKind::Expertise));
    // A clock of the other side is shown with the case and leads nowhere.
    let mut theirs = expertise();
    theirs.fields.ours = false;
    theirs.fields.term = calendar_days(1);
    office.clock_edit(&who, clock.id, &theirs).unwrap();
    assert_eq!(row(&office, id).next_due_kind, Some(ClockKind::Demand));
    office.undo_last(&who, id).unwrap();
    // Ended, it no longer leads; undone, it does again.
    let end = NewEnding {
        how: ClockEnd::Met,
        on: day("2026-11-24"),
        why: "заключение получено".into(),
        proof: None,
    };
    office
        .clock_end(&who, TermRef::Clock(clock.id), &end)
        .unwrap();
    assert_eq!(row(&office, id).next_due, Some(day("2026-11-30")));
    let refused = office.clock_end(&who, TermRef::Clock(clock.id), &end);
    assert!(matches!(refused, Err(RegisterError::ClockEnded)));
    office.clock_reopen(&who, TermRef::Clock(clock.id)).unwrap();
    assert_eq!(row(&office, id).next_due, Some(day("2026-11-25")));
    office.clock_remove(&who, clock.id).unwrap();
    assert_eq!(office.case(id).unwrap().clocks, []);
    assert_eq!(row(&office, id).next_due, Some(day("2026-11-30")));
    office.undo_last(&who, id).unwrap();
    assert_eq!(row(&office, id).next_due, Some(day("2026-11-25")));
}

#[test]
fn a_clock_stands_still_while_it_is_paused() {
    let office = Office::new();
    counting(&office);
    let who = by("2026-11-22T10:00:00+03:00");
    let id = office.complaint_add(&who, &kettle()).unwrap().id;
    let clock = office.clock_add(&who, id, &expertise()).unwrap().id;
    let pause = NewPause {
        from: day("2026-11-22"),
        to: None,
        ground: "товар не передан".into(),
        citation: "ГК РФ, ст. 406".into(),
        proof: None,
    };
    let paused = office
        .clock_pause(&who, TermRef::Clock(clock), &pause, None)
        .unwrap()
        .id;
    assert_eq!(row(&office, id).next_due_kind, Some(ClockKind::Demand));
    let again = office.clock_pause(&who, TermRef::Clock(clock), &pause, None);
    assert!(matches!(again, Err(RegisterError::ClockPaused)));
    office
        .clock_resume(&who, paused, day("2026-11-24"), None)
        .unwrap();
    assert_eq!(row(&office, id).next_due, Some(day("2026-11-28")));
    // The term of a demand stands still by what its counting says.
    let demand = office.case(id).unwrap().demands[0].id;
    let still = Due {
        rule: Some("zpp-22".into()),
        ..Due::default()
    };
    let held = office
        .clock_pause(&who, TermRef::Demand(demand), &pause, Some(&still))
        .unwrap()
        .id;
    assert_eq!(office.case(id).unwrap().demands[0].due_legal, None);
    let on = Due {
        legal: Some(day("2026-12-04")),
        safe: Some(day("2026-12-04")),
        ..still
    };
    office
        .clock_resume(&who, held, day("2026-11-25"), Some(&on))
        .unwrap();
    assert_eq!(
        office.case(id).unwrap().demands[0].due_legal,
        Some(day("2026-12-04"))
    );
    let terms = office.open_terms().unwrap();
    assert_eq!(
        terms[0].pauses,
        [(day("2026-11-22"), Some(day("2026-11-25")))]
    );
    // With the demand goes what was said of its term.
    office.demand_remove(&who, demand).unwrap();
    assert_eq!(office.case(id).unwrap().pauses.len(), 1);
    office.undo_last(&who, id).unwrap();
    assert_eq!(office.case(id).unwrap().pauses.len(), 2);
}

#[test]
fn a_promise_follows_its_letter_to_the_answer() {
    let office = Office::new();
    let who = by("2026-11-22T10:00:00+03:00");
    let id = office.complaint_add(&who, &kettle()).unwrap().id;
    let interim = letter(LetterKind::Interim, Some("2026-11-27"));
    let first = issue(&office, id, &interim, "2026-11-23T10:00:00+03:00");
    let case = office.case(id).unwrap();
    let clock = &of_kind(&case, ClockKind::Interim)[0];
    assert!(clock.of_facts && clock.source == Some(first.0));
    assert_eq!(case.next_due, Some(day("2026-11-27")));
    assert_eq!(case.next_due_kind, Some(ClockKind::Interim));
    // Today keeps promises in a section of their own.
    let today = office.today(day("2026-11-26"), 3, 10).unwrap();
    assert_eq!((today.promised.total, today.due_soon.total), (1, 0));
    assert!(matches!(
        office.clock_remove(&who, clock.id),
        Err(RegisterError::OfFacts)
    ));
    // A later promise takes the place of the first.
    let again = letter(LetterKind::Interim, Some("2026-11-29"));
    issue(&office, id, &again, "2026-11-24T10:00:00+03:00");
    let promises = of_kind(&office.case(id).unwrap(), ClockKind::Interim);
    let ends: Vec<Option<ClockEnd>> = promises
        .iter()
        .map(|c| c.ended.as_ref().map(|end| end.how))
        .collect();
    assert_eq!(ends, [Some(ClockEnd::Void), None]);
    // The answer keeps it by the day on which it went out, and not before.
    let answer = letter(LetterKind::FinalSatisfied, None);
    let answer = issue(&office, id, &answer, "2026-11-28T10:00:00+03:00");
    let open = |office: &Office| {
        let all = of_kind(&office.case(id).unwrap(), ClockKind::Interim);
        all.into_iter().next_back().unwrap()
    };
    assert_eq!(open(&office).state(false), ClockState::Open);
    office
        .letter_sent(&who, answer, Channel::Post, at("2026-11-30T12:00:00+03:00"))
        .unwrap();
    assert_eq!(open(&office).state(false), ClockState::Late);
    let proof = open(&office).ended.unwrap().proof.unwrap();
    assert_eq!((proof.kind, proof.id), (ProofKind::Letter, answer.0));
    office.undo_last(&who, id).unwrap();
    assert_eq!(open(&office).state(false), ClockState::Open);
}

#[test]
fn an_inspection_waits_for_its_act_and_a_payment_for_its_proof() {
    let office = Office::new();
    let who = by("2026-11-22T10:00:00+03:00");
    let id = office.complaint_add(&who, &kettle()).unwrap().id;
    let invitation = letter(LetterKind::InspectionInvitation, Some("2026-11-26"));
    issue(&office, id, &invitation, "2026-11-23T10:00:00+03:00");
    let inspection =
        |office: &Office| of_kind(&office.case(id).unwrap(), ClockKind::Inspection)[0].clone();
    assert_eq!(inspection(&office).state(false), ClockState::Open);
    let act = letter(LetterKind::NoShowAct, None);
    issue(&office, id, &act, "2026-11-27T10:00:00+03:00");
    let met = inspection(&office).ended.unwrap();
    assert_eq!((met.how, met.on), (ClockEnd::Met, day("2026-11-26")));

    let demand = office.case(id).unwrap().demands[0].id;
    let decision = Decision {
        kind: DecisionKind::Satisfy,
        reasons: String::new(),
        ground: String::new(),
        amount: Some("4590".parse().unwrap()),
        action: "переведём".into(),
        due: Some(day("2026-12-10")),
        evidence: Vec::new(),
    };
    office.decide(&who, demand, Some(&decision)).unwrap();
    let answer = letter(LetterKind::FinalSatisfied, None);
    let answer = issue(&office, id, &answer, "2026-11-28T10:00:00+03:00");
    let sent = at("2026-11-28T12:00:00+03:00");
    office
        .letter_sent(&who, answer, Channel::Email, sent)
        .unwrap();
    // Answered, the case still owes the money, and closing it doesn't let that be forgotten.
    let found = row(&office, id);
    assert_eq!(found.status, Status::Answered);
    assert_eq!(found.next_step, NextStep::Fulfil);
    let listed = |on| office.today(day(on), 3, 10).unwrap();
    assert_eq!(listed("2026-11-28").to_fulfil.total, 1);
    office
        .complaint_close(&who, id, &Closing::Answered)
        .unwrap();
    let found = row(&office, id);
    assert_eq!(found.status, Status::Closed);
    assert_eq!(found.next_step, NextStep::Fulfil);
    assert_eq!(listed("2026-11-28").to_fulfil.total, 1);
    assert_eq!(listed("2026-12-08").due_soon.total, 1);
    assert_eq!(listed("2026-12-11").overdue.total, 1);
    assert_eq!(office.open_clocks().unwrap().len(), 1);
    office.undo_last(&who, id).unwrap();
    assert_eq!(found.next_due, Some(day("2026-12-10")));
    assert_eq!(found.next_due_kind, Some(ClockKind::Payment));
    let payment = of_kind(&office.case(id).unwrap(), ClockKind::Payment)[0].id;
    let foreign = NewEnding {
        how: ClockEnd::Met,
        on: day("2026-12-09"),
        why: String::new(),
        proof: Some(Proof {
            kind: ProofKind::Document,
            id: DocumentId::new().0,
        }),
    };
    assert!(matches!(
        office.clock_end(&who, TermRef::Clock(payment), &foreign),
        Err(RegisterError::NotFound(_))
    ));
    let paid = NewEnding {
        proof: None,
        ..foreign
    };
    office
        .clock_end(&who, TermRef::Clock(payment), &paid)
        .unwrap();
    let found = row(&office, id);
    assert_eq!((found.next_due, found.next_step), (None, NextStep::Close));
    assert_eq!(listed("2026-12-11").overdue.total, 0);
    // What a person said stands when the facts are looked at again.
    office.note_add(&who, id, "проверено").unwrap();
    assert_eq!(row(&office, id).next_due, None);
    // What the letter that was sent promised is owed until another takes its place.
    office.clock_reopen(&who, TermRef::Clock(payment)).unwrap();
    let later = Decision {
        due: Some(day("2026-12-15")),
        ..decision
    };
    office.decide(&who, demand, Some(&later)).unwrap();
    let found = row(&office, id);
    assert_eq!(found.next_due, Some(day("2026-12-10")));
    assert_eq!(found.next_step, NextStep::Replace);
    office.decide(&who, demand, None).unwrap();
    let kept = of_kind(&office.case(id).unwrap(), ClockKind::Payment);
    assert_eq!(kept.len(), 1);
    office.undo_last(&who, id).unwrap();
    assert_eq!(row(&office, id).next_due, Some(day("2026-12-10")));
}

#[test]
fn goals_follow_the_receipt_and_are_met_by_the_acknowledgement() {
    let office = Office::new();
    counting(&office);
    let who = by("2026-11-22T10:00:00+03:00");
    let mut goal = expertise();
    goal.fields.kind = ClockKind::Acknowledgement;
    goal.fields.term = calendar_days(3);
    let id = office
        .complaint_add_with(&who, &kettle(), &[goal])
        .unwrap()
        .id;
    let found = row(&office, id);
    assert_eq!(found.next_due, Some(day("2026-11-23")));
    assert_eq!(found.next_due_kind, Some(ClockKind::Acknowledgement));
    let mut fields = office.case(id).unwrap().contents.complaint.fields.clone();
    fields.received_at = at("2026-11-21T09:00:00+03:00");
    office.complaint_edit(&who, id, None, &fields).unwrap();
    assert_eq!(row(&office, id).next_due, Some(day("2026-11-24")));
    let letter = letter(LetterKind::Acknowledgement, None);
    let letter = issue(&office, id, &letter, "2026-11-23T10:00:00+03:00");
    let sent = at("2026-11-23T11:00:00+03:00");
    office
        .letter_sent(&who, letter, Channel::Email, sent)
        .unwrap();
    let goal = office.case(id).unwrap().clocks[0].clone();
    assert_eq!(goal.state(false), ClockState::Met);
    assert_eq!(goal.ended.unwrap().proof.unwrap().id, letter.0);
}

#[test]
fn a_clock_runs_from_the_fact_it_names() {
    let office = Office::new();
    counting(&office);
    let who = by("2026-11-22T10:00:00+03:00");
    let id = office.complaint_add(&who, &kettle()).unwrap().id;
    let entry = DiaryFields {
        at: at("2026-11-21T12:00:00+03:00"),
        text: "Передал чайник в мастерскую".into(),
        source: "приёмщик".into(),
    };
    let entry_id = office.diary_add(&who, id, &entry).unwrap().id;
    let from_diary = NewClock {
        fields: ClockFields {
            kind: ClockKind::Expertise,
            start: ClockStart::Diary,
            start_ref: Some(entry_id.0),
            ..expertise().fields
        },
        start_on: day("2026-11-21"),
    };
    office.clock_add(&who, id, &from_diary).unwrap();
    assert_eq!(row(&office, id).next_due, Some(day("2026-11-26")));
    let moved = DiaryFields {
        at: at("2026-11-22T09:00:00+03:00"),
        ..entry
    };
    office.diary_edit(&who, entry_id, &moved).unwrap();
    assert_eq!(row(&office, id).next_due, Some(day("2026-11-27")));
    office.undo_last(&who, id).unwrap();
    assert_eq!(row(&office, id).next_due, Some(day("2026-11-26")));
    // The fact of another complaint is none of this one's.
    let other = office.complaint_add(&who, &kettle()).unwrap().id;
    let refused = office.clock_add(&who, other, &from_diary);
    assert!(matches!(refused, Err(RegisterError::NotFound("start"))));
    // Gone with its entry, the day stays as it was.
    office.diary_remove(&who, entry_id).unwrap();
    assert_eq!(row(&office, id).next_due, Some(day("2026-11-26")));
    assert_eq!(office.open_clocks().unwrap().len(), 1);
}
