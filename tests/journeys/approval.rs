//! The head's word on a letter: given, fallen, given anew.

use crate::day::{Shop, at, code, decision, kettle, profile};
use complaint::{
    Actor, ApprovalRules, ApprovalState, ComplaintId, DecisionKind, LetterKind, NextStep,
    OfficeProfile, VoidReason,
};
use letter::DifferingPart;
use office::{
    By, ComplaintRef, Failure, LetterApprove, LetterCard, LetterChoices, LetterIssue, LetterRef,
    LetterReturn, LetterSubmit, LetterTextSave, Undo,
};

const HEAD: &str = "Ветрова И. А.";

fn clerk(hour: u32) -> By {
    By {
        actor: Actor::named("Крылова М. И."),
        now: at(11, hour),
    }
}

fn head(hour: u32) -> By {
    By {
        actor: Actor::named("Ветрова И.А."),
        ..clerk(hour)
    }
}

fn asking(rules: ApprovalRules) -> OfficeProfile {
    OfficeProfile {
        approval: rules,
        ..profile()
    }
}

fn strict() -> ApprovalRules {
    ApprovalRules {
        required: true,
        post: "Директор".into(),
        name: HEAD.into(),
        ..ApprovalRules::default()
    }
}

/// A refused refund with its drafted letter, in an office that asks its head.
fn drafted(rules: ApprovalRules) -> (Shop, ComplaintId, LetterCard) {
    let shop = Shop::founded();
    office::profile_save(&shop.office, &clerk(8), &asking(rules)).expect("saved");
    let id = shop.takes(kettle());
    for place in 0..2 {
        let refusal = decision(
            DecisionKind::Refuse,
            "Мастер проверил чайник: следы удара, заводского брака нет.",
            None,
        );
        shop.decides(id, place, refusal);
    }
    let letter = shop.drafts(id, LetterKind::FinalRefusal, LetterChoices::default());
    (shop, id, letter)
}

fn named(letter: &LetterCard) -> LetterRef {
    LetterRef {
        letter: letter.summary.id,
    }
}

fn submit(shop: &Shop, letter: &LetterCard) -> LetterCard {
    let input = LetterSubmit {
        letter: letter.summary.id,
        note: "Посмотрите основание".into(),
    };
    office::letter_submit(&shop.office, &clerk(9), input).expect("submitted")
}

fn approve(shop: &Shop, by: &By, letter: &LetterCard) -> office::Result<LetterCard> {
    let input = LetterApprove {
        letter: letter.summary.id,
        fingerprint: letter.approval.fingerprint.clone(),
    };
    office::letter_approve(&shop.office, by, input)
}

fn issue(shop: &Shop, letter: &LetterCard) -> office::Result<LetterCard> {
    let input = LetterIssue {
        version: None,
        letter: letter.summary.id,
        override_reason: Some("проверено".into()),
    };
    office::letter_issue(&shop.office, &clerk(15), input)
}

fn refused(shop: &Shop, letter: &LetterCard) -> Failure {
    issue(shop, letter).expect_err("refused").into()
}

fn edited(shop: &Shop, letter: &LetterCard, heading: &str) -> LetterCard {
    let mut text = letter.text.clone();
    text.heading = heading.into();
    let save = LetterTextSave {
        version: None,
        letter: letter.summary.id,
        text,
    };
    office::letter_text_save(&shop.office, &clerk(12), save).expect("saved")
}

fn state(card: &LetterCard) -> ApprovalState {
    card.approval.history.first().expect("a submission").state
}

#[test]
fn a_change_after_the_heads_word_takes_it_back() {
    let (shop, id, letter) = drafted(strict());
    assert!(letter.approval.needed && !letter.approval.stands);
    assert_eq!(letter.approval.stage, None);
    assert_eq!(letter.approval.approver, "Директор Ветрова И. А.");
    let failure = refused(&shop, &letter);
    assert_eq!(failure.code, "not_approved");
    assert_eq!(failure.detail.as_deref(), Some("not_submitted"));

    let waiting = submit(&shop, &letter);
    assert_eq!(state(&waiting), ApprovalState::Waiting);
    assert_eq!(shop.card(id).next_step, NextStep::Approve);
    let today = office::today(&shop.office, &head(9)).expect("today");
    assert_eq!(today.to_approve.len(), 1);
    assert_eq!(today.to_approve[0].letter.id, letter.summary.id);
    assert_eq!(
        refused(&shop, &letter).detail.as_deref(),
        Some("waiting"),
        "waiting is no approval"
    );
    assert_eq!(code(approve(&shop, &clerk(10), &waiting)), "not_approver");

    // What the head has not read can't be approved.
    let other = edited(&shop, &waiting, "О другом");
    assert_eq!(code(approve(&shop, &head(10), &waiting)), "other_content");
    assert_eq!(state(&other), ApprovalState::Waiting);
    let back = edited(&shop, &other, &letter.text.heading);
    let approved = approve(&shop, &head(11), &back).expect("approved");
    assert!(approved.approval.stands);
    assert_eq!(approved.approval.stage, Some(ApprovalState::Approved));
    assert_eq!(shop.card(id).next_step, NextStep::IssueFinal);

    let changed = edited(&shop, &approved, "О рассмотрении претензии, снова");
    let fallen = &changed.approval.history[0];
    assert_eq!(fallen.state, ApprovalState::Void);
    assert_eq!(fallen.void_why, Some(VoidReason::Letter));
    assert_eq!(fallen.void_by, Some(clerk(12).actor));
    let differences = &changed.approval.differences;
    assert_eq!(differences.len(), 1, "{differences:?}");
    assert_eq!(differences[0].what, DifferingPart::Heading);
    assert_eq!(refused(&shop, &changed).detail.as_deref(), Some("changed"));

    let again = approve(&shop, &head(13), &submit(&shop, &changed)).expect("approved");
    let issued = issue(&shop, &again).expect("issued");
    let kept = issued.summary.approval.expect("kept with the letter");
    assert_eq!(kept.state, ApprovalState::Approved);
    assert_eq!(kept.told_by, Some(head(13).actor));
    let words: Vec<String> = office::journal_page(
        &shop.office,
        &clerk(16),
        office::JournalQuery {
            complaint: Some(id),
            before: None,
            limit: 100,
        },
    )
    .expect("the journal")
    .into_iter()
    .map(|row| row.op.as_str().to_owned())
    .collect();
    for op in ["letter_submit", "letter_approve", "letter_issue"] {
        assert!(words.iter().any(|w| w == op), "{op} in {words:?}");
    }
}

#[test]
fn undoing_the_change_brings_the_word_back() {
    let (shop, id, letter) = drafted(strict());
    let approved = approve(&shop, &head(10), &submit(&shop, &letter)).expect("approved");
    edited(&shop, &approved, "О другом");
    let undo = |by: &By| {
        let offer = shop.card(id).undo.expect("an offer");
        let input = Undo {
            complaint: id,
            seq: offer.seq,
        };
        office::undo(&shop.office, by, input).expect("undone");
        office::letter_card(&shop.office, by, named(&letter)).expect("a card")
    };
    let back = undo(&clerk(13));
    assert!(back.approval.stands, "{:?}", back.approval);
    // The approval itself can be taken back, and then the submission.
    let waiting = undo(&head(13));
    assert_eq!(state(&waiting), ApprovalState::Waiting);
    let fresh = undo(&clerk(14));
    assert!(fresh.approval.history.is_empty());
}

#[test]
fn a_changed_case_or_letterhead_takes_the_approval_back_too() {
    let (shop, id, letter) = drafted(strict());
    approve(&shop, &head(10), &submit(&shop, &letter)).expect("approved");
    shop.decides(
        id,
        0,
        decision(DecisionKind::Satisfy, "Проверили ещё раз.", Some("4590.00")),
    );
    let card = office::letter_card(&shop.office, &clerk(12), named(&letter)).expect("a card");
    assert_eq!(card.approval.history[0].void_why, Some(VoidReason::Case));
    assert!(
        card.approval
            .differences
            .iter()
            .any(|d| d.what == DifferingPart::Demands)
    );

    // The letterhead belongs to no case; the change shows at once and is written
    // down when somebody would issue.
    let again = approve(&shop, &head(13), &submit(&shop, &card)).expect("approved");
    let mut moved = asking(strict());
    moved.requisites.address = "190000, Санкт-Петербург, ул. Новая, д. 1".into();
    office::profile_save(&shop.office, &clerk(13), &moved).expect("saved");
    let seen = office::letter_card(&shop.office, &clerk(14), named(&letter)).expect("a card");
    assert!(!seen.approval.stands);
    // Nobody wrote down that it fell: its content is another, and so it is told.
    assert_eq!(seen.approval.history[0].state, ApprovalState::Approved);
    assert_eq!(seen.approval.stage, Some(ApprovalState::Void));
    assert!(
        seen.approval
            .differences
            .iter()
            .any(|d| d.what == DifferingPart::Requisites)
    );
    assert_eq!(refused(&shop, &again).detail.as_deref(), Some("changed"));
    let noted = office::letter_card(&shop.office, &clerk(15), named(&letter)).expect("a card");
    assert_eq!(noted.approval.history[0].void_why, Some(VoidReason::Office));
}

#[test]
fn a_returned_letter_goes_back_with_its_remarks() {
    let (shop, id, letter) = drafted(strict());
    submit(&shop, &letter);
    let back = |remarks: &str| {
        let input = LetterReturn {
            letter: letter.summary.id,
            remarks: remarks.into(),
        };
        office::letter_return(&shop.office, &head(10), input)
    };
    assert_eq!(code(back("  ")), "field");
    let returned = back("Назовите пункт договора.").expect("returned");
    assert_eq!(state(&returned), ApprovalState::Returned);
    assert_eq!(shop.card(id).next_step, NextStep::Revise);
    assert_eq!(refused(&shop, &letter).detail.as_deref(), Some("returned"));
    assert_eq!(code(back("Ещё раз")), "not_waiting");
    let today = office::today(&shop.office, &head(11)).expect("today");
    assert!(today.to_approve.is_empty());
}

#[test]
fn only_the_letters_the_office_means_wait() {
    let (shop, id, letter) = drafted(ApprovalRules {
        above: "10000".parse().ok(),
        ..strict()
    });
    assert!(!letter.approval.needed, "a refusal costs nothing");
    let waiting = submit(&shop, &letter);
    issue(&shop, &waiting).expect("issued without the head");
    let today = office::today(&shop.office, &head(16)).expect("today");
    assert!(
        today.to_approve.is_empty(),
        "nothing waits once it is issued"
    );
    let case = ComplaintRef { complaint: id };
    let card = office::complaint_card(&shop.office, &head(16), case).expect("a card");
    assert_eq!(card.next_step, NextStep::Send);
}

#[test]
fn the_word_stands_on_the_letter_where_the_office_wants_it() {
    for (printed, expected) in [(true, true), (false, false)] {
        let (shop, _, letter) = drafted(ApprovalRules {
            printed,
            ..strict()
        });
        let approved = approve(&shop, &head(10), &submit(&shop, &letter)).expect("approved");
        let shown = LetterTextSave {
            version: None,
            letter: letter.summary.id,
            text: approved.text.clone(),
        };
        let preview = office::letter_preview_pdf(&shop.office, &head(11), &shown).expect("pages");
        let issued = issue(&shop, &approved).expect("issued");
        let asked = named(&issued);
        let (_, pdf) = office::letter_pdf(&shop.office, &clerk(16), asked).expect("its PDF");
        for pdf in [preview, pdf] {
            let Some(text) = shop.reads(&pdf) else { return };
            let line = "Согласовано: Директор И. А. Ветрова, 11.11.2026";
            assert_eq!(text.contains(line), expected, "{text}");
        }
    }
}

#[test]
fn an_office_that_asks_nobody_lets_go_of_what_waits() {
    let (shop, id, letter) = drafted(strict());
    submit(&shop, &letter);
    office::profile_save(&shop.office, &clerk(12), &profile()).expect("saved");
    assert_eq!(shop.card(id).next_step, NextStep::IssueFinal);
    let today = office::today(&shop.office, &head(12)).expect("today");
    assert!(today.to_approve.is_empty());
    issue(&shop, &letter).expect("issued");
}
