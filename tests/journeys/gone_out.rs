//! An answer counts from when it has left, and the books name whom each letter went to.

use crate::day::{Shop, at, by, kettle};
use chrono::{DateTime, FixedOffset};
use complaint::*;
use office::*;

fn clerk(now: DateTime<FixedOffset>) -> By {
    By {
        actor: Actor::named("Крылова М. И."),
        now,
    }
}

/// A day of December 2026, when the ten days of the refund are long past.
fn december(day: u32) -> By {
    let at = format!("2026-12-{day:02}T10:00:00+03:00");
    clerk(at.parse().expect("a time"))
}

fn listed(shop: &Shop, by: &By, due: Option<DueFilter>) -> Vec<ComplaintRow> {
    let query = RegisterQuery {
        due,
        ..RegisterQuery::default()
    };
    let page = PageQuery {
        query,
        offset: 0,
        limit: 50,
    };
    office::register_page(&shop.office, by, page)
        .expect("a page")
        .rows
}

/// Decided, written and issued on the tenth; the money is promised for the 17th and the answer owed by the 19th.
fn in_a_drawer(shop: &Shop) -> (ComplaintId, LetterCard) {
    let id = shop.takes(kettle());
    let letter = shop.grants(id);
    (id, letter)
}

fn book(shop: &Shop, by: &By) -> Option<String> {
    let book = Paper::RegisterBook {
        from: at(1, 0).date_naive(),
        to: by.now.date_naive(),
        incoming: true,
        outgoing: true,
    };
    let (_, pdf) = office::paper_make(&shop.office, by, &book).expect("the book");
    shop.reads(&pdf)
}

#[test]
fn an_issued_letter_that_never_left_answers_nothing_anywhere() {
    let shop = Shop::founded();
    let (id, letter) = in_a_drawer(&shop);
    let late = december(1);

    let card = office::complaint_card(&shop.office, &late, ComplaintRef { complaint: id });
    let card = card.expect("a card");
    assert_eq!(card.contents.complaint.status, Status::Issued);
    assert_eq!(card.next_step, NextStep::Send);
    // The day is that of the answer, though the money was promised for an earlier one.
    assert_eq!(card.due, Some(at(19, 0).date_naive()));
    let leads = card.running.iter().find(|clock| clock.leads);
    assert_eq!(
        leads.expect("a leading clock").fields.kind,
        ClockKind::Demand
    );

    let today = office::today(&shop.office, &late).expect("today");
    assert_eq!(today.overdue.total, 1);
    assert_eq!(today.overdue.rows[0].status, Status::Issued);
    assert_eq!(today.to_send.total, 0, "a case stands once");
    assert_eq!(
        office::last_call(&shop.office, &late)
            .expect("a call")
            .overdue,
        1
    );

    let overdue = listed(&shop, &late, Some(DueFilter::Overdue));
    assert_eq!(overdue.len(), 1);
    assert_eq!(
        (overdue[0].next_due, overdue[0].next_due_kind),
        (Some(at(19, 0).date_naive()), Some(ClockKind::Demand))
    );
    let owed = overdue[0].owed.clone().expect("the payment");
    assert_eq!(
        (owed.kind, owed.on, owed.amount),
        (
            ClockKind::Payment,
            at(17, 0).date_naive(),
            "4590".parse().ok()
        )
    );

    let file = CalendarFile {
        complaint: None,
        language: Language::Ru,
    };
    let calendar = office::calendar_file(&shop.office, &late, file).expect("a calendar");
    assert!(
        calendar.contains("DTSTART;VALUE=DATE:20261119"),
        "{calendar}"
    );
    if let Some(text) = book(&shop, &late) {
        assert!(text.contains("19.11.2026"), "{text}");
        assert!(text.contains("выпущено, не отправлено"), "{text}");
        assert!(!text.contains("17.11.2026"), "{text}");
    }

    // Once it has left, the case is answered, and what leads is the money.
    shop.sends(&letter);
    let row = &listed(&shop, &late, None)[0];
    assert_eq!(
        (row.status, row.next_due_kind, row.next_due),
        (
            Status::Answered,
            Some(ClockKind::Payment),
            Some(at(17, 0).date_naive())
        )
    );
    let calendar = office::calendar_file(&shop.office, &late, file).expect("a calendar");
    assert!(
        !calendar.contains("DTSTART;VALUE=DATE:20261119"),
        "{calendar}"
    );
    if let Some(text) = book(&shop, &late) {
        assert!(
            text.contains("19.11.2026") && text.contains("ответ дан"),
            "{text}"
        );
    }
}

#[test]
fn what_is_granted_is_promised_by_its_day_before_the_letter_has_left() {
    let shop = Shop::founded();
    in_a_drawer(&shop);
    let on = |day| office::today(&shop.office, &by(day, 15)).expect("today");
    assert_eq!((on(12).promised.total, on(12).to_send.total), (0, 1));
    // The day of the answer is still five days off, that of the money is near.
    let near = on(14);
    assert_eq!((near.promised.total, near.due_soon.total), (1, 0));
    assert_eq!(
        near.promised.rows[0].owed.as_ref().map(|owed| owed.kind),
        Some(ClockKind::Payment)
    );
    assert_eq!(near.to_send.total, 0, "a case stands once");
    // Money is not handed in at the post until midnight.
    let card = shop.card(near.promised.rows[0].id);
    let is_payment = |clock: &&office::CaseClockView| clock.fields.kind == ClockKind::Payment;
    let payment = card.running.iter().find(is_payment).expect("a payment");
    assert!(payment.legal.is_some(), "{payment:?}");
    assert_eq!(payment.last, None);
}

#[test]
fn the_book_of_what_went_out_names_whom_each_letter_is_for() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let mut choices = LetterChoices::default();
    let own = &mut choices.writer_words.particulars;
    own.recipient.organisation = "Прокуратура Центрального района".into();
    own.recipient.address = "191000, Санкт-Петербург, ул. Примерная, д. 1".into();
    own.forwarding_reason = "надзор за этим ведёт прокуратура".into();
    let letter = shop.drafts(id, LetterKind::Forwarding, choices);
    shop.issues(&letter);
    let sheet = Paper::RegisterBook {
        from: at(1, 0).date_naive(),
        to: at(30, 0).date_naive(),
        incoming: false,
        outgoing: true,
    };
    let (_, pdf) = office::paper_make(&shop.office, &by(11, 9), &sheet).expect("the book");
    if let Some(text) = shop.reads(&pdf) {
        assert!(text.contains("Прокуратура Центрального района"), "{text}");
        assert!(!text.contains("Соколова"), "{text}");
    }
}
