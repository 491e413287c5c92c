//! A complaint sent on to the body it was meant for: both letters are written together, the complaint goes along, and
//! the next step leads from one to the other.

use crate::day::{Shop, at, by, kettle};
use complaint::*;
use office::*;

fn card(shop: &Shop, id: ComplaintId, day: u32) -> Card {
    office::complaint_card(&shop.office, &by(day, 14), ComplaintRef { complaint: id })
        .expect("a card")
}

fn sends(shop: &Shop, letter: LetterId, day: u32) -> Card {
    let sent = LetterSent {
        letter,
        channel: Channel::Email,
        at: at(day, 13),
    };
    office::letter_sent(&shop.office, &by(day, 14), sent).expect("sent")
}

fn of_kind(card: &Card, kind: LetterKind) -> LetterSummary {
    let mut all = card.contents.letters.iter().filter(|l| l.kind == kind);
    let found = all.next().expect("a letter").clone();
    assert!(all.next().is_none(), "one letter of the kind");
    found
}

/// Taken in with the paper it came on.
fn with_paper(shop: &Shop, regime: Regime) -> ComplaintId {
    let mut new = kettle();
    new.fields.matter.regime = regime;
    let id = shop.takes(new);
    let fields = DocumentFields {
        name: "Претензия.txt".into(),
        file_time: None,
        provenance: Provenance {
            side: Side::Complainant,
            source: "приложено к письму".into(),
        },
    };
    let content = "Прошу вернуть деньги за чайник.".as_bytes();
    let file = IncomingFile { fields, content };
    office::documents_add(&shop.office, &by(9, 13), id, vec![file], &|_, _| {
        std::ops::ControlFlow::Continue(())
    })
    .expect("added");
    id
}

fn particulars(choices: &mut LetterChoices) {
    let own = &mut choices.writer_words.particulars;
    own.recipient.organisation = "Прокуратура Центрального района".into();
    own.recipient.address = "191000, Санкт-Петербург, ул. Примерная, д. 1".into();
    own.forwarding_reason = "надзор за этим ведёт прокуратура".into();
    own.disclosure = "согласие от 09.11.2026".into();
}

/// Sends a complaint on and tells the complainant; where the case stands then.
fn sent_on_and_told(shop: &Shop, id: ComplaintId) -> Card {
    let draft = LetterDraft {
        complaint: id,
        kind: LetterKind::Forwarding,
        language: None,
    };
    let begun = office::letter_draft(&shop.office, &by(10, 11), draft).expect("a draft");
    assert_eq!(begun.choices.enclosures, [], "nobody may be named yet");
    let notice = of_kind(&card(shop, id, 10), LetterKind::ForwardingNotice);
    let mut choices = begun.choices.clone();
    particulars(&mut choices);
    let save = LetterChoicesSave {
        version: None,
        letter: begun.summary.id,
        text: begun.text,
        choices,
    };
    let saved = office::letter_choices_save(&shop.office, &by(10, 11), save).expect("kept");
    assert_eq!(
        saved.choices.enclosures.len(),
        1,
        "the complaint goes along"
    );
    // What tells the complainant names the same body, and knows the number once there is one.
    let asked = LetterRef { letter: notice.id };
    let told = office::letter_card(&shop.office, &by(10, 11), asked).expect("the notice");
    let recipient = &told.choices.writer_words.particulars.recipient;
    assert_eq!(recipient.organisation, "Прокуратура Центрального района");
    let (issued, _) = shop.issues(&saved);
    let number = issued.summary.issued.expect("issued").number;
    let told = office::letter_card(&shop.office, &by(10, 13), asked).expect("the notice");
    assert!(
        told.text.blocks.iter().any(|b| b.reads().contains(&number)),
        "{number}"
    );

    // Send it, tell the complainant, send that.
    let now = card(shop, id, 10);
    assert_eq!(
        (now.next_step, now.next_letter),
        (NextStep::Send, Some(issued.summary.id))
    );
    let now = sends(shop, issued.summary.id, 10);
    assert_eq!(
        (now.next_step, now.next_letter),
        (NextStep::TellForwarded, Some(notice.id))
    );
    let (told, _) = shop.issues(&told);
    let now = card(shop, id, 10);
    assert_eq!(
        (now.next_step, now.next_letter),
        (NextStep::Send, Some(told.summary.id))
    );
    sends(shop, told.summary.id, 10)
}

#[test]
fn both_letters_are_drafted_together_and_the_complaint_goes_along() {
    let shop = Shop::founded();
    let id = with_paper(&shop, Regime::Neighbour);
    let now = sent_on_and_told(&shop, id);
    assert_eq!(now.next_step, NextStep::Close);
    assert_eq!(now.reason_unanswered, Some(NoAnswerReason::Forwarded));
}

#[test]
fn a_seller_who_sends_a_claim_on_still_owes_the_answer() {
    let shop = Shop::founded();
    let id = with_paper(&shop, Regime::Goods);
    let now = sent_on_and_told(&shop, id);
    assert_eq!(now.next_step, NextStep::Decide);
    assert_eq!(now.reason_unanswered, None);
}

#[test]
fn what_is_approved_of_the_letter_that_tells_falls_with_what_it_tells() {
    let shop = Shop::founded();
    let id = with_paper(&shop, Regime::Neighbour);
    let mut choices = LetterChoices::default();
    particulars(&mut choices);
    let draft = shop.drafts(id, LetterKind::Forwarding, choices);
    let (sent_on, _) = shop.issues(&draft);
    let told = of_kind(&card(&shop, id, 10), LetterKind::ForwardingNotice);
    let named = LetterRef { letter: told.id };
    let submit = LetterSubmit {
        letter: told.id,
        note: String::new(),
    };
    let waiting = office::letter_submit(&shop.office, &by(10, 11), submit).expect("submitted");
    let approve = LetterApprove {
        letter: told.id,
        fingerprint: waiting.approval.fingerprint,
    };
    let approved = office::letter_approve(&shop.office, &by(10, 11), approve).expect("approved");
    assert_eq!(approved.approval.history[0].state, ApprovalState::Approved);

    let sent_on = LetterRef {
        letter: sent_on.summary.id,
    };
    let again = office::letter_supersede(&shop.office, &by(10, 12), sent_on).expect("a draft");
    let mut other = again.choices.clone();
    other.writer_words.particulars.recipient.organisation = "Роспотребнадзор".into();
    other.writer_words.particulars.disclosure.clear();
    let save = LetterChoicesSave {
        version: None,
        letter: again.summary.id,
        text: again.text.clone(),
        choices: other,
    };
    office::letter_choices_save(&shop.office, &by(10, 12), save).expect("kept");
    let now = office::letter_card(&shop.office, &by(10, 13), named).expect("the notice");
    assert_eq!(now.approval.history[0].state, ApprovalState::Void);
    let recipient = &now.choices.writer_words.particulars.recipient;
    assert_eq!(recipient.organisation, "Роспотребнадзор");
}

#[test]
fn a_complaint_sent_on_without_itself_is_not_complete() {
    let shop = Shop::founded();
    let id = with_paper(&shop, Regime::Neighbour);
    let mut choices = LetterChoices::default();
    particulars(&mut choices);
    let draft = shop.drafts(id, LetterKind::Forwarding, choices);
    let mut bare = draft.choices.clone();
    assert_eq!(bare.enclosures.len(), 1);
    bare.enclosures.clear();
    let save = LetterChoicesSave {
        version: None,
        letter: draft.summary.id,
        text: draft.text.clone(),
        choices: bare,
    };
    let bare = office::letter_choices_save(&shop.office, &by(10, 11), save).expect("kept");
    let stopped = |card: &LetterCard| {
        let issue = LetterIssue {
            version: None,
            letter: card.summary.id,
            override_reason: None,
        };
        let issued = office::letter_issue(&shop.office, &by(10, 12), issue);
        issued
            .err()
            .map(|error| format!("{error:?}"))
            .unwrap_or_default()
    };
    let found = stopped(&bare);
    assert!(found.contains("forwarding.complaint"), "{found}");
    let whole = LetterChoicesSave {
        version: None,
        letter: draft.summary.id,
        text: bare.text.clone(),
        choices: draft.choices.clone(),
    };
    let whole = office::letter_choices_save(&shop.office, &by(10, 11), whole).expect("kept");
    let found = stopped(&whole);
    assert!(!found.contains("forwarding.complaint"), "{found}");
}

#[test]
fn nobody_is_told_to_confirm_the_receipt_of_what_is_known_or_old() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    assert_eq!(card(&shop, id, 10).next_step, NextStep::Acknowledge);
    // An invitation says that the message was received.
    shop.invites(id);
    assert_eq!(card(&shop, id, 10).next_step, NextStep::Decide);
    // Forty-five days on, whatever the term, nobody is thanked for having written.
    let other = shop.takes(kettle());
    let late = By {
        actor: Actor::named("Крылова М. И."),
        now: "2026-12-24T10:00:00+03:00".parse().expect("a time"),
    };
    let late_card = office::complaint_card(&shop.office, &late, ComplaintRef { complaint: other });
    assert_eq!(late_card.expect("a card").next_step, NextStep::Decide);
    let today = office::today(&shop.office, &late).expect("today");
    assert!(
        today
            .overdue
            .rows
            .iter()
            .all(|row| row.next_step == NextStep::Decide)
    );
}
