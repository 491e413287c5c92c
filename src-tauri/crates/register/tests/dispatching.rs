//! The dispatch log: how letters leave the office, and what follows from it.

use crate::office::*;
use complaint::*;
use register::*;

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn letter(kind: LetterKind) -> NewLetter {
    NewLetter {
        kind,
        language: Language::Ru,
        heading: "О рассмотрении претензии".into(),
        content: serde_json::json!({ "blocks": [] }),
        promised: None,
    }
}

fn registered(time: &str) -> DispatchFields {
    DispatchFields {
        way: DispatchWay::PostRegistered,
        sent_at: at(time),
        tracking: "62009147017544".into(),
        address: vec!["Соколовой М. Л.".into(), "101000, г. Москва".into()],
        cost: Some("92.50".parse().unwrap()),
        expected: Some(day("2026-12-06")),
        inventory: vec![InventoryLine {
            name: "Письмо".into(),
            sheets: Some(2),
            copies: 1,
            value: None,
        }],
        note: String::new(),
        receipt: None,
    }
}

fn step(state: DeliveryState, on: &str) -> DeliveryFields {
    DeliveryFields {
        state,
        on: day(on),
        until: None,
        reason: String::new(),
        source: "сайт почты".into(),
        document: None,
    }
}

/// An office with an issued final letter.
fn answered(office: &Office) -> (ComplaintId, LetterId) {
    let who = by("2026-11-22T10:00:00+03:00");
    let id = office.complaint_add(&who, &kettle()).unwrap().id;
    let demand = office.case(id).unwrap().demands[0].id;
    let decision = Decision {
        kind: DecisionKind::Satisfy,
        reasons: String::new(),
        ground: String::new(),
        amount: Some("4590".parse().unwrap()),
        action: String::new(),
        due: None,
        evidence: Vec::new(),
    };
    office.decide(&who, demand, Some(&decision)).unwrap();
    let answer = office
        .letter_draft_add(&who, id, &letter(LetterKind::FinalSatisfied))
        .unwrap()
        .id;
    office
        .letter_issue(&who, answer, |n, _| no_error(pdf(n)))
        .unwrap();
    (id, answer)
}

fn sections(office: &Office, on: &str) -> (u64, u64) {
    let today = office.today(day(on), 3, 20).unwrap();
    (today.to_send.total, today.delivery.total)
}

#[test]
fn a_posted_answer_is_followed_until_it_is_delivered() {
    let office = Office::new();
    let (id, answer) = answered(&office);
    let who = by("2026-11-22T12:00:00+03:00");
    let next = || office.case(id).unwrap().next_step;
    assert_eq!(next(), NextStep::Send);
    assert_eq!(sections(&office, "2026-11-22"), (1, 0));

    let sent = registered("2026-11-22T11:30:00+03:00");
    let first = office.dispatch_add(&who, answer, &sent).unwrap().id;
    assert_eq!(next(), NextStep::ConfirmDelivery);
    assert_eq!(sections(&office, "2026-12-06"), (0, 0), "still in time");
    assert_eq!(sections(&office, "2026-12-07"), (0, 1), "overdue");
    let kept = office.dispatches(answer).unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].fields.address, sent.address);
    assert_eq!(kept[0].fields.inventory, sent.inventory);
    assert_eq!(kept[0].fields.cost, sent.cost);
    assert_eq!(kept[0].state(), DeliveryState::HandedOver);
    let told = office.case(id).unwrap().contents.letters[0].sent;
    assert_eq!(told, Some((Channel::Post, sent.sent_at)));

    let waits = DeliveryFields {
        until: Some(day("2026-12-25")),
        ..step(DeliveryState::KeptInOffice, "2026-11-26")
    };
    office.delivery_add(&who, first, &waits).unwrap();
    assert_eq!(sections(&office, "2026-12-07"), (0, 1), "still nothing");
    let arrived = office
        .delivery_add(&who, first, &step(DeliveryState::Delivered, "2026-11-28"))
        .unwrap()
        .id;
    assert_eq!(next(), NextStep::Close);
    assert_eq!(sections(&office, "2026-12-07"), (0, 0));
    let events = office.dispatch(first).unwrap().1.events;
    assert_eq!(events.len(), 2);
    assert_eq!(events[0].fields.until, Some(day("2026-12-25")));

    office.delivery_remove(&who, arrived).unwrap();
    assert_eq!(next(), NextStep::ConfirmDelivery);
    office.undo_last(&who, id).unwrap();
    assert_eq!(next(), NextStep::Close);
    assert_eq!(office.journal_verify().unwrap().broken, None);
}

#[test]
fn what_was_lost_goes_again_and_the_letter_names_its_first_way() {
    let office = Office::new();
    let (id, answer) = answered(&office);
    let who = by("2026-11-30T12:00:00+03:00");
    let post = registered("2026-11-23T11:30:00+03:00");
    let first = office.dispatch_add(&who, answer, &post).unwrap();
    office
        .delivery_add(&who, first.id, &step(DeliveryState::Lost, "2026-11-29"))
        .unwrap();
    assert_eq!(office.case(id).unwrap().next_step, NextStep::Send);
    assert_eq!(sections(&office, "2026-12-20"), (1, 0));

    let by_hand = DispatchFields {
        way: DispatchWay::ByHand,
        tracking: String::new(),
        expected: None,
        ..registered("2026-11-30T11:00:00+03:00")
    };
    let second = office.dispatch_add(&who, answer, &by_hand).unwrap();
    let case = office.case(id).unwrap();
    assert_eq!(case.next_step, NextStep::Close, "handed over is delivered");
    assert_eq!(
        case.contents.letters[0].sent,
        Some((Channel::Post, post.sent_at))
    );

    // Each of the two can go, in any order, and come back.
    let gone = office.dispatch_remove(&who, first.id).unwrap();
    let sent = || office.case(id).unwrap().contents.letters[0].sent;
    assert_eq!(sent(), Some((Channel::InPerson, by_hand.sent_at)));
    office.undo(&who, gone.seq.unwrap()).unwrap();
    assert_eq!(sent(), Some((Channel::Post, post.sent_at)));
    assert_eq!(office.dispatches(answer).unwrap()[0].events.len(), 1);
    office.undo(&who, second.done.seq.unwrap()).unwrap();
    assert_eq!(office.dispatches(answer).unwrap().len(), 1);
    assert_eq!(office.case(id).unwrap().next_step, NextStep::Send);
    assert_eq!(office.journal_verify().unwrap().broken, None);
}

#[test]
fn undoing_the_first_dispatch_leaves_the_letter_with_the_second() {
    let office = Office::new();
    let (id, answer) = answered(&office);
    let who = by("2026-11-30T12:00:00+03:00");
    let first = office
        .dispatch_add(&who, answer, &registered("2026-11-23T11:30:00+03:00"))
        .unwrap();
    let later = registered("2026-11-24T11:30:00+03:00");
    office.dispatch_add(&who, answer, &later).unwrap();
    office.undo(&who, first.done.seq.unwrap()).unwrap();
    assert_eq!(
        office.case(id).unwrap().contents.letters[0].sent,
        Some((Channel::Post, later.sent_at))
    );
}

#[test]
fn a_mark_of_sending_is_turned_back_and_put_again() {
    let office = Office::new();
    let (id, answer) = answered(&office);
    let who = by("2026-11-22T12:00:00+03:00");
    let sent_at = at("2026-11-22T11:00:00+03:00");
    let sent = office
        .letter_sent(&who, answer, Channel::Post, sent_at)
        .unwrap();
    let back = office.undo(&who, sent.seq.unwrap()).unwrap();
    assert_eq!(office.case(id).unwrap().contents.letters[0].sent, None);
    assert!(office.dispatches(answer).unwrap().is_empty());
    let again = office.undo(&who, back.seq.unwrap()).unwrap();
    assert_eq!(
        office.case(id).unwrap().contents.letters[0].sent,
        Some((Channel::Post, sent_at))
    );
    assert_eq!(office.dispatches(answer).unwrap().len(), 1);
    office.undo(&who, again.seq.unwrap()).unwrap();
    assert_eq!(office.case(id).unwrap().contents.letters[0].sent, None);
}

#[test]
fn a_mark_of_sending_is_a_dispatch_and_putting_it_right_adds_none() {
    let office = Office::new();
    let (id, answer) = answered(&office);
    let who = by("2026-11-22T12:00:00+03:00");
    office
        .letter_sent(
            &who,
            answer,
            Channel::Email,
            at("2026-11-22T11:00:00+03:00"),
        )
        .unwrap();
    office
        .letter_sent(
            &who,
            answer,
            Channel::InPerson,
            at("2026-11-22T11:10:00+03:00"),
        )
        .unwrap();
    let kept = office.dispatches(answer).unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].fields.way, DispatchWay::ByHand);
    assert_eq!(kept[0].state(), DeliveryState::Delivered);
    office.undo_last(&who, id).unwrap();
    assert_eq!(
        office.dispatches(answer).unwrap()[0].fields.way,
        DispatchWay::Email
    );
    assert_eq!(
        office.case(id).unwrap().contents.letters[0].sent.unwrap().0,
        Channel::Email
    );
}

#[test]
fn drafts_are_not_posted_and_papers_of_another_case_prove_nothing() {
    let office = Office::new();
    let (id, answer) = answered(&office);
    let who = by("2026-11-22T12:00:00+03:00");
    let draft = office.letter_supersede(&who, answer).unwrap().id;
    let sent = registered("2026-11-22T11:30:00+03:00");
    assert!(matches!(
        office.dispatch_add(&who, draft, &sent),
        Err(RegisterError::NotIssued)
    ));
    let other = office.complaint_add(&who, &kettle()).unwrap().id;
    let paper = office.add_document(other, "чек.jpg", &office.store(b"x"));
    let foreign = DispatchFields {
        receipt: Some(paper),
        ..sent.clone()
    };
    assert!(matches!(
        office.dispatch_add(&who, answer, &foreign),
        Err(RegisterError::NotFound("document"))
    ));
    assert!(office.dispatches(answer).unwrap().is_empty());
    // A paper that is erased from the trash is no longer named.
    let own = office.add_document(id, "квитанция.jpg", &office.store(b"y"));
    let dispatch = office.dispatch_add(&who, answer, &sent).unwrap().id;
    let with = DispatchFields {
        receipt: Some(own),
        ..sent
    };
    office.dispatch_edit(&who, dispatch, &with).unwrap();
    assert_eq!(
        office.dispatch(dispatch).unwrap().1.fields.receipt,
        Some(own)
    );
    office.document_trash(&who, own).unwrap();
    office.trash_empty(&who, &[]).unwrap();
    assert_eq!(office.dispatch(dispatch).unwrap().1.fields.receipt, None);
}

#[test]
fn an_acknowledgement_that_never_left_waits_to_be_posted() {
    let office = Office::new();
    let who = by("2026-11-22T10:00:00+03:00");
    let id = office.complaint_add(&who, &kettle()).unwrap().id;
    let letter = office
        .letter_draft_add(&who, id, &letter(LetterKind::Acknowledgement))
        .unwrap()
        .id;
    office
        .letter_issue(&who, letter, |n, _| no_error(pdf(n)))
        .unwrap();
    assert_eq!(sections(&office, "2026-11-22"), (1, 0));
    office
        .letter_sent(&who, letter, Channel::Email, who.now)
        .unwrap();
    assert_eq!(sections(&office, "2026-11-22"), (0, 0));
}

#[test]
fn the_books_list_what_came_and_what_went_between_two_days() {
    let office = Office::new();
    let (_, answer) = answered(&office);
    let who = by("2026-11-22T12:00:00+03:00");
    office
        .dispatch_add(&who, answer, &registered("2026-11-22T11:30:00+03:00"))
        .unwrap();
    let came = office
        .incoming_log(day("2026-11-20"), day("2026-11-20"), 100)
        .unwrap();
    assert_eq!(came.len(), 1);
    assert_eq!(came[0].letters[0].number, "ИСХ-2026/0001");
    assert_eq!(came[0].status, Status::Answered);
    let none = office.incoming_log(day("2026-11-21"), day("2026-11-30"), 100);
    assert!(none.unwrap().is_empty());
    let went = office
        .outgoing_log(day("2026-11-22"), day("2026-11-22"), 100)
        .unwrap();
    assert_eq!(went.len(), 1);
    assert_eq!(went[0].dispatches[0].fields.tracking, "62009147017544");
    assert_eq!(went[0].name, "Соколова Марина Львовна");
}
