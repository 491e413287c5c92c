//! Numbers, dates, terms, undo, the gate before closing, drafts of forms.

use crate::day::{Shop, at, by, code, decision, kettle, thrown_away};
use complaint::{DecisionKind, LetterKind, NoAnswerReason, Status};
use office::{
    By, CloseCase, ComplaintRef, DemandRef, DraftKey, DraftPut, Failure, LetterChoices,
    NewComplaint, NoteSave, PageQuery, Undo,
};
use serde_json::json;

#[test]
fn a_letter_that_lay_about_keeps_both_its_dates() {
    let shop = Shop::founded();
    let late = by(12, 10);
    let failure = Failure::from(
        office::complaint_add(&shop.office, &late, kettle()).expect_err("a reason is missing"),
    );
    assert_eq!(
        (failure.code.as_str(), failure.field.as_deref()),
        ("field", Some("backdating_reason"))
    );

    let mut complaint = kettle();
    complaint.fields.backdating_reason = Some("Письмо лежало на складе".into());
    let added = office::complaint_add(&shop.office, &late, complaint).expect("taken in");
    assert_eq!(
        added.number, "ВХ-2026/0001",
        "the refused one used no number up"
    );
    let card = shop.card(added.id).contents.complaint;
    assert_eq!(
        (card.fields.received_at, card.recorded_at),
        (at(9, 10), late.now)
    );
    assert_eq!(
        card.fields.backdating_reason.as_deref(),
        Some("Письмо лежало на складе")
    );
    let term = shop.card(added.id).demands[0].demand.due_legal;
    assert_eq!(
        term,
        Some(at(19, 0).date_naive()),
        "the term runs from the day of receipt"
    );

    let mut tomorrow = kettle();
    tomorrow.fields.received_at = at(13, 10);
    assert_eq!(
        code(office::complaint_add(&shop.office, &late, tomorrow)),
        "field"
    );
}

#[test]
fn a_complaint_is_looked_at_from_the_moment_it_was_recorded() {
    let shop = Shop::founded();
    let check = |by: &By, complaint: NewComplaint| {
        let checked = office::complaint_check(&shop.office, by, complaint).expect("looked at");
        (checked.backdated, checked.faults.len())
    };
    assert_eq!(check(&by(9, 10), kettle()), (false, 0));
    assert_eq!(check(&by(12, 10), kettle()), (true, 1));
    let id = Some(shop.takes(kettle()));
    let kept = NewComplaint { id, ..kettle() };
    assert_eq!(check(&by(12, 10), kept.clone()), (false, 0));
    let mut earlier = kept;
    earlier.fields.received_at = at(8, 10);
    assert_eq!(check(&by(12, 10), earlier), (true, 1));
}

#[test]
fn what_only_has_to_leave_or_arrive_is_no_open_work() {
    let shop = Shop::founded();
    let today = || office::today(&shop.office, &by(10, 13)).expect("today");
    let id = shop.takes(kettle());
    assert_eq!(today().open, 1);
    for place in 0..2 {
        shop.decides(
            id,
            place,
            decision(DecisionKind::Refuse, "Срок требования прошёл.", None),
        );
    }
    let draft = shop.drafts(id, LetterKind::FinalRefusal, LetterChoices::default());
    shop.issues(&draft);
    let now = today();
    assert_eq!((now.to_send.total, now.open), (1, 0));
}

#[test]
fn numbers_start_anew_each_year() {
    let shop = Shop::founded();
    shop.takes(kettle());
    let new_year = By {
        now: "2027-01-11T10:00:00+03:00".parse().expect("a time"),
        ..by(9, 9)
    };
    let mut complaint = kettle();
    complaint.fields.received_at = new_year.now;
    let numbers: Vec<String> = (0..2)
        .map(|_| {
            office::complaint_add(&shop.office, &new_year, complaint.clone())
                .expect("taken in")
                .number
        })
        .collect();
    assert_eq!(numbers, ["ВХ-2027/0001", "ВХ-2027/0002"]);
}

#[test]
fn a_change_is_taken_back_and_both_stand_in_the_journal() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let before = shop.card(id);
    let decided = shop.decides(id, 0, decision(DecisionKind::Goodwill, "", None));
    let offer = decided.undo.expect("something to undo");
    let undone = office::undo(
        &shop.office,
        &by(10, 11),
        Undo {
            complaint: id,
            seq: offer.seq,
        },
    )
    .expect("undone");
    assert_eq!(undone.demands[0].demand, before.demands[0].demand);
    assert_eq!(
        undone.contents.complaint.status,
        before.contents.complaint.status
    );
    let again = office::undo(
        &shop.office,
        &by(10, 11),
        Undo {
            complaint: id,
            seq: offer.seq,
        },
    );
    assert_ne!(code(again), "ok", "a change is undone once");
    let journal = office::journal_verify(&shop.office, &by(10, 12)).expect("verified");
    assert!(journal.is_whole(), "{journal:?}");
    assert!(journal.chain.checked >= 4, "{journal:?}");

    let demand = DemandRef {
        complaint: id,
        demand: before.demands[1].demand.id,
    };
    let removed = office::demand_remove(&shop.office, &by(10, 12), demand).expect("removed");
    let seq = removed.undo.expect("something to undo").seq;
    let back =
        office::undo(&shop.office, &by(10, 12), Undo { complaint: id, seq }).expect("undone");
    assert_eq!(back.demands.len(), 2);
}

#[test]
fn no_case_is_closed_without_an_answer_or_a_reason() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let close = |reason: Option<(NoAnswerReason, String)>| {
        office::complaint_close(
            &shop.office,
            &by(10, 11),
            CloseCase {
                complaint: id,
                reason,
            },
        )
    };
    assert_eq!(code(close(None)), "not_answered");
    assert_eq!(
        code(close(Some((NoAnswerReason::Other, "  ".into())))),
        "words_needed"
    );
    let closed =
        close(Some((NoAnswerReason::Withdrawn, "Отозвана звонком".into()))).expect("closed");
    assert_eq!(closed.contents.complaint.status, Status::Closed);
    let reopened =
        office::complaint_reopen(&shop.office, &by(10, 12), ComplaintRef { complaint: id })
            .expect("open");
    assert_ne!(reopened.contents.complaint.status, Status::Closed);
    assert_eq!(reopened.contents.complaint.no_answer, None);
}

#[test]
fn what_goes_to_the_trash_comes_back_with_its_number() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let named = ComplaintRef { complaint: id };
    office::complaint_trash(&shop.office, &by(10, 9), thrown_away(id)).expect("trashed");
    let page = PageQuery {
        query: Default::default(),
        offset: 0,
        limit: 10,
    };
    assert_eq!(
        office::register_page(&shop.office, &by(10, 9), page)
            .expect("a page")
            .total,
        0
    );
    let note = NoteSave {
        complaint: id,
        note: None,
        text: "?".into(),
    };
    assert_eq!(
        code(office::note_save(&shop.office, &by(10, 9), note)),
        "trashed"
    );
    shop.takes(kettle());
    let back = office::complaint_restore(&shop.office, &by(10, 9), named).expect("restored");
    assert_eq!(back.contents.complaint.number, "ВХ-2026/0001");
}

#[test]
fn what_is_being_typed_is_there_after_the_program_is_gone() {
    let shop = Shop::founded();
    let typed = json!({ "text": "Недописанное обращение", "demands": [] });
    let put = DraftPut {
        key: "complaint/new".into(),
        value: typed.clone(),
    };
    office::draft_put(&shop.office, &by(9, 10), put).expect("kept");
    // The first program still holds the office, as one that hangs would.
    let other = shop.reopened(10);
    let key = DraftKey {
        key: "complaint/new".into(),
    };
    let kept = office::draft_get(&other, &by(10, 10), key.clone())
        .expect("read")
        .expect("there");
    assert_eq!((kept.value, kept.at), (typed, at(9, 10)));
    office::draft_delete(&other, &by(10, 10), key.clone()).expect("forgotten");
    assert!(
        office::draft_get(&shop.office, &by(10, 10), key)
            .expect("read")
            .is_none()
    );
}

#[test]
fn a_pasted_chat_came_when_it_began() {
    let shop = Shop::founded();
    let read = |text: &str| {
        let input = office::PastedText { text: text.into() };
        office::text_read(&shop.office, &by(12, 10), input).expect("read")
    };
    let chat = read(
        "[09.11.2026, 18:03] Елена Громова: Верните деньги за чайник\n[10.11.2026, 9:00] Магазин: Разберёмся",
    );
    assert_eq!(
        chat.fields.received_at.to_rfc3339(),
        "2026-11-09T18:03:00+03:00"
    );
    assert!(chat.fields.backdating_reason.is_some());
    assert_eq!(chat.fields.matter.subject, "Верните деньги за чайник");
    let added = office::complaint_add(&shop.office, &by(12, 10), chat).expect("taken in");
    let due = shop.card(added.id).demands[0].demand.due_legal;
    assert_eq!(due, Some(at(19, 0).date_naive()), "ten days from the ninth");
    for undated in [
        "Верните деньги за чайник",
        "[19.11.2026, 18:03] Елена: Верните деньги",
    ] {
        assert_eq!(
            read(undated).fields.received_at,
            by(12, 10).now,
            "{undated}"
        );
    }
}
