//! Letters: what stops them, what freezes them, what replaces them.

use crate::day::{Shop, at, by, code, decision, kettle, profile};
use crate::said::asked_particulars;
use complaint::{DecisionKind, LetterKind, LetterState, NextStep, Status};
use office::{
    ComplaintRef, Failure, LetterChoices, LetterChoicesSave, LetterDraft, LetterIssue, LetterRef,
    LetterTextSave,
};

#[test]
fn an_issued_letter_never_changes_by_a_byte() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let draft = shop.drafts(id, LetterKind::Acknowledgement, LetterChoices::default());
    let (issued, pdf) = shop.issues(&draft);
    let asked = LetterRef {
        letter: issued.summary.id,
    };

    let save = LetterTextSave {
        version: None,
        letter: asked.letter,
        text: draft.text.clone(),
    };
    assert_eq!(
        code(office::letter_text_save(&shop.office, &by(11, 9), save)),
        "frozen"
    );
    assert_eq!(
        code(office::letter_delete(&shop.office, &by(11, 9), asked)),
        "frozen"
    );
    let issue = LetterIssue {
        version: None,
        letter: asked.letter,
        override_reason: None,
    };
    assert_eq!(
        code(office::letter_issue(&shop.office, &by(11, 9), issue)),
        "frozen"
    );

    // Another director, another letterhead, another complainant: all of it is later.
    let mut moved = profile();
    moved.requisites.signatory.name = "Новый Пётр Ильич".into();
    moved.letterhead.form = complaint::LetterheadForm::Corner;
    office::profile_save(&shop.office, &by(11, 10), &moved).expect("saved");
    shop.decides(id, 0, decision(DecisionKind::Refuse, "Срок прошёл.", None));
    let (_, later) = office::letter_pdf(&shop.office, &by(11, 11), asked).expect("its PDF");
    assert_eq!(later, pdf);
    let (_, elsewhere) =
        office::letter_pdf(&shop.reopened(12), &by(12, 9), asked).expect("its PDF");
    assert_eq!(elsewhere, pdf);
    let changed: office::LetterCard =
        office::letter_card(&shop.office, &by(12, 9), asked).expect("a card");
    let shown = LetterTextSave {
        version: None,
        letter: asked.letter,
        text: draft.text,
    };
    let preview = office::letter_preview_pdf(&shop.office, &by(12, 9), &shown).expect("a preview");
    assert_eq!(
        preview, pdf,
        "the preview of an issued letter is the letter"
    );
    assert_eq!(changed.summary.state, LetterState::Issued);
}

#[test]
fn a_mistake_is_replaced_by_a_new_letter_and_both_stay() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    for place in 0..2 {
        shop.decides(
            id,
            place,
            decision(DecisionKind::Refuse, "Срок требования прошёл.", None),
        );
    }
    let draft = shop.drafts(id, LetterKind::FinalRefusal, LetterChoices::default());
    let (first, pdf) = shop.issues(&draft);
    let asked = LetterRef {
        letter: first.summary.id,
    };
    let second = office::letter_supersede(&shop.office, &by(11, 9), asked).expect("a draft");
    assert_eq!(second.summary.supersedes, Some(first.summary.id));
    let (second, _) = shop.issues(&second);
    assert_eq!(
        second.summary.issued.as_ref().expect("issued").number,
        "ИСХ-2026/0002"
    );
    let old = office::letter_card(&shop.office, &by(11, 10), asked).expect("a card");
    assert_eq!(old.summary.state, LetterState::Superseded);
    assert_eq!(
        office::letter_pdf(&shop.office, &by(11, 10), asked)
            .expect("its PDF")
            .1,
        pdf
    );
    assert_eq!(shop.card(id).contents.complaint.status, Status::Issued);
    shop.sends(&second);
    assert_eq!(shop.card(id).contents.complaint.status, Status::Answered);
}

#[test]
fn a_letter_with_a_place_without_a_fact_is_not_issued_and_uses_no_number() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let draft = LetterDraft {
        complaint: id,
        kind: LetterKind::Interim,
        language: None,
    };
    let interim = office::letter_draft(&shop.office, &by(10, 9), draft).expect("a draft");
    let letter = interim.summary.id;
    for reason in [None, Some("Директор велел".to_owned())] {
        let issue = LetterIssue {
            version: None,
            letter,
            override_reason: reason,
        };
        let failure = Failure::from(
            office::letter_issue(&shop.office, &by(10, 9), issue).expect_err("a fact is missing"),
        );
        assert_eq!(failure.code, "unresolved");
        assert!(
            !failure.detail.unwrap_or_default().is_empty(),
            "what is missing is named"
        );
    }
    let choices = LetterChoices {
        writer_words: letter::WriterWords {
            expected: Some(at(18, 0).date_naive()),
            holding_reason: "Ждём заключения завода.".into(),
            ..letter::WriterWords::default()
        },
        ..LetterChoices::default()
    };
    let save = LetterChoicesSave {
        version: None,
        letter,
        text: interim.text,
        choices,
    };
    let interim =
        office::letter_choices_save(&shop.office, &by(10, 10), save).expect("choices kept");
    let (issued, pdf) = shop.issues(&interim);
    assert_eq!(
        issued.summary.issued.as_ref().expect("issued").number,
        "ИСХ-2026/0001"
    );
    if let Some(text) = shop.reads(&pdf) {
        assert!(
            text.contains("18 ноября 2026") && text.contains("Ждём заключения завода"),
            "{text}"
        );
    }
    let row = shop.card(id);
    assert_eq!(
        row.contents.letters[0].promised,
        Some(at(18, 0).date_naive())
    );
}

#[test]
fn a_question_makes_the_case_wait_and_its_answer_goes_on() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let choices = LetterChoices {
        writer_words: letter::WriterWords {
            questions: vec!["Пришлите чек.".into(), "Где чайник сейчас?".into()],
            answer_by: Some(at(17, 0).date_naive()),
            ..letter::WriterWords::default()
        },
        ..LetterChoices::default()
    };
    let request = shop.drafts(id, LetterKind::InformationRequest, choices);
    let (_, pdf) = shop.issues(&request);
    if let Some(text) = shop.reads(&pdf) {
        assert!(
            text.contains("Пришлите чек") && text.contains("Где чайник сейчас?"),
            "{text}"
        );
    }
    assert_eq!(shop.card(id).contents.complaint.status, Status::Waiting);
    let named = ComplaintRef { complaint: id };
    let answered = office::question_answered(&shop.office, &by(11, 9), named).expect("recorded");
    assert_eq!(answered.contents.complaint.status, Status::InWork);
}

#[test]
fn a_letter_being_written_outlives_its_program() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let draft = shop.drafts(id, LetterKind::Acknowledgement, LetterChoices::default());
    let mut text = draft.text.clone();
    text.heading = "О Вашем чайнике".into();
    let save = LetterTextSave {
        version: None,
        letter: draft.summary.id,
        text: text.clone(),
    };
    office::letter_text_save(&shop.office, &by(10, 12), save).expect("kept");
    let other = shop.reopened(11);
    let kept = office::letter_card(
        &other,
        &by(11, 9),
        LetterRef {
            letter: draft.summary.id,
        },
    )
    .expect("a card");
    assert_eq!(kept.text, text);
    assert_eq!(kept.summary.heading, "О Вашем чайнике");
}

#[test]
fn a_case_that_is_late_is_answered_and_its_receipt_promises_no_past_day() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let step = |day| {
        let asked = ComplaintRef { complaint: id };
        let card = office::complaint_card(&shop.office, &by(day, 9), asked).expect("a card");
        (card.next_step, card.suggested_letter)
    };
    assert_eq!(
        step(18),
        (NextStep::Acknowledge, LetterKind::Acknowledgement)
    );
    assert_eq!(step(19), (NextStep::Decide, LetterKind::Interim));
    let today = office::today(&shop.office, &by(30, 9)).expect("today");
    assert_eq!(today.overdue.rows[0].next_step, NextStep::Decide);
    let draft = LetterDraft {
        complaint: id,
        kind: LetterKind::Acknowledgement,
        language: None,
    };
    let draft = office::letter_draft(&shop.office, &by(30, 9), draft).expect("a draft");
    let issue = LetterIssue {
        version: None,
        letter: draft.summary.id,
        override_reason: Some("так вышло".into()),
    };
    let refused = office::letter_issue(&shop.office, &by(30, 10), issue);
    assert_eq!(code(refused), "unresolved");
    // Written in time and left lying, it is stopped until somebody says why.
    let stale = shop.drafts(id, LetterKind::Acknowledgement, LetterChoices::default());
    let issue = LetterIssue {
        version: None,
        letter: stale.summary.id,
        override_reason: None,
    };
    let refused = Failure::from(
        office::letter_issue(&shop.office, &by(30, 11), issue).expect_err("the day is past"),
    );
    assert_eq!(refused.code, "stopped");
    assert!(refused.detail.unwrap_or_default().contains("promise.past"));
}

/// A town with few telephones has a long area code and short numbers, which nobody may group anew: neither the
/// office's nor the complainant's. A number that came without groups is printed by what is known of its area.
#[test]
fn telephones_are_printed_in_the_groups_they_were_written_in() {
    let shop = Shop::founded();
    let mut mine = profile();
    mine.requisites.phone = Some("8 (48222) 3-45-67".into());
    office::profile_save(&shop.office, &by(10, 9), &mine).expect("saved");
    let mut written = kettle();
    written.fields.matter.complainant.phone = "8 (4822) 34-56-78".into();
    let id = shop.takes(written);
    let who = shop.card(id).contents.complaint.fields.matter.complainant;
    assert_eq!(
        (who.phone.as_str(), who.phone_written.as_str()),
        ("+74822345678", "+7 4822 34-56-78")
    );
    let kind = LetterKind::SettlementAgreement;
    let mut choices = LetterChoices::default();
    choices.writer_words.particulars = asked_particulars(kind, None);
    let draft = shop.drafts(id, kind, choices);
    let save = LetterTextSave {
        version: None,
        letter: draft.summary.id,
        text: draft.text,
    };
    let pdf = office::letter_preview_pdf(&shop.office, &by(10, 10), &save).expect("its pages");
    let Some(text) = shop.reads(&pdf) else { return };
    // Where the sides are named: an agreement has no letterhead.
    let text = text.replace('\u{a0}', " ");
    for number in ["+7 48222 3-45-67", "+7 4822 34-56-78"] {
        assert_eq!(text.matches(number).count(), 1, "{number}: {text}");
    }

    // Whoever writes the bare number is the same person, and the groups stay.
    let mut bare = kettle();
    bare.fields.matter.complainant.phone = "84822345678".into();
    let again = shop.takes(bare);
    let [first, second] = [id, again].map(|id| shop.card(id).contents.complaint);
    assert_eq!(first.person_id, second.person_id);
    let who = second.fields.matter.complainant;
    assert_eq!(who.phone_written, "+7 4822 34-56-78");
    for typed in ["8 4822 345678", "4822345678", "34-56-78"] {
        let query = office::SearchQuery {
            text: typed.into(),
            limit: 5,
        };
        let found = office::search(&shop.office, &by(10, 11), query).expect("hits");
        assert!(!found.is_empty(), "{typed}");
    }
}
