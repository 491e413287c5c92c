//! What is written in a draft reaches the case, and no other window's words; an answer keeps up with the decisions.

use crate::day::{Shop, at, by, code, decision, kettle};
use complaint::{DecisionKind, LetterKind, NextStep};
use office::{LetterChoices, LetterIssue, LetterRef, LetterTextSave};

/// Fills the field of that name by hand, as the editor does, and saves the text.
fn fills(shop: &Shop, letter: &office::LetterCard, name: &str, value: &str) -> office::LetterCard {
    let mut text = letter.text.clone();
    let mut filled = 0;
    let blocks = text.blocks.iter_mut();
    for span in blocks.flat_map(|block| block.content.lines_mut()).flatten() {
        if let letter::Span::Field {
            name: field,
            value: now,
            by_hand,
            ..
        } = span
            && field.ends_with(name)
        {
            *now = Some(value.to_owned());
            *by_hand = true;
            filled += 1;
        }
    }
    assert!(filled > 0, "a gap {name}");
    let save = LetterTextSave {
        version: Some(letter.version.clone()),
        letter: letter.summary.id,
        text,
    };
    office::letter_text_save(&shop.office, &by(10, 11), save).expect("saved")
}

#[test]
fn a_day_filled_into_the_letter_is_decided_and_owed() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    for place in [0, 1] {
        let amount = (place == 0).then_some("4590.00");
        let mut undated = decision(DecisionKind::Satisfy, "Недостаток подтверждён.", amount);
        undated.due = None;
        shop.decides(id, place, undated);
    }
    let draft = shop.drafts(id, LetterKind::FinalSatisfied, LetterChoices::default());
    let demand = shop.card(id).demands[0].demand.id;
    let gap = format!("{demand}.due");
    let filled = fills(&shop, &draft, &gap, "16\u{a0}ноября 2026\u{a0}г.");
    let decided = || {
        shop.card(id).demands[0]
            .demand
            .decision
            .as_ref()
            .and_then(|d| d.due)
    };
    assert_eq!(decided(), Some(at(16, 0).date_naive()));
    assert!(!filled.stale, "the letter itself wrote it");
    // Put right at the same place it is put right in the decision; what was decided otherwise since is not.
    let righted = fills(&shop, &filled, &gap, "17 ноября 2026 г.");
    assert_eq!(decided(), Some(at(17, 0).date_naive()));
    let undone = shop.card(id).undo.expect("one change");
    assert_eq!(undone.op.as_str(), "letter_draft_save");
    let mut other = shop.card(id).demands[0]
        .demand
        .decision
        .clone()
        .expect("decided");
    other.due = Some(at(18, 0).date_naive());
    shop.decides(id, 0, other);
    let against = fills(&shop, &righted, &gap, "19 ноября 2026 г.");
    assert_eq!(decided(), Some(at(18, 0).date_naive()));
    assert!(
        against.findings.iter().any(|f| f.rule == "promise.other"),
        "{:?}",
        against.findings
    );
    let agreed = fills(&shop, &against, &gap, "18 ноября 2026 г.");

    let (issued, _) = shop.issues(&agreed);
    shop.sends(&issued);
    assert_eq!(shop.card(id).next_step, complaint::NextStep::Fulfil);
}

#[test]
fn a_ground_filled_into_the_letter_is_that_of_the_refusal() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    for place in [0, 1] {
        let mut bare = decision(
            DecisionKind::Refuse,
            "Осмотр мастера показал следы удара о твёрдое.",
            None,
        );
        bare.ground = String::new();
        shop.decides(id, place, bare);
    }
    let draft = shop.drafts(id, LetterKind::FinalRefusal, LetterChoices::default());
    let rules = |card: &office::LetterCard| -> Vec<String> {
        card.findings.iter().map(|f| f.rule.clone()).collect()
    };
    // One gap is one finding: the field says it, and no rule besides.
    let gaps = rules(&draft)
        .iter()
        .filter(|rule| *rule == "field.unresolved")
        .count();
    assert_eq!(gaps, 2, "{:?}", rules(&draft));
    assert!(!rules(&draft).contains(&"refusal.no_ground".to_owned()));
    let filled = fills(
        &shop,
        &draft,
        ".ground",
        "пункт 6 статьи 18 Закона о защите прав потребителей",
    );
    assert!(
        !rules(&filled).contains(&"field.unresolved".to_owned()),
        "{:?}",
        rules(&filled)
    );
    assert!(!rules(&filled).contains(&"refusal.no_ground".to_owned()));
    // Another ground of the decision comes into the letter when it is brought up to the case.
    let mut other = shop.card(id).demands[0]
        .demand
        .decision
        .clone()
        .expect("decided");
    other.ground = "статья 1064 ГК РФ".into();
    shop.decides(id, 0, other);
    let save = LetterTextSave {
        version: None,
        letter: filled.summary.id,
        text: filled.text,
    };
    let fresh = office::letter_refresh(&shop.office, &by(10, 12), save).expect("refreshed");
    let said: String = fresh.text.blocks.iter().map(letter::Block::reads).collect();
    assert!(said.contains("статья 1064"), "{said}");
}

#[test]
fn the_day_of_an_interim_answer_and_of_an_inspection_may_be_filled_in_the_letter() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let interim = shop.drafts(id, LetterKind::Interim, LetterChoices::default());
    let filled = fills(&shop, &interim, "expected", "16 ноября 2026 г.");
    assert_eq!(
        filled.choices.writer_words.expected,
        Some(at(16, 0).date_naive())
    );
    let rules: Vec<&str> = filled.findings.iter().map(|f| f.rule.as_str()).collect();
    assert!(!rules.contains(&"promise.none"), "{rules:?}");

    let invitation = shop.drafts(
        id,
        LetterKind::InspectionInvitation,
        LetterChoices::default(),
    );
    let day = fills(&shop, &invitation, "inspection_date", "13 ноября 2026 г.");
    let placed = fills(
        &shop,
        &day,
        "inspection_place",
        "Санкт-Петербург, ул. Примерная, д. 7",
    );
    let inspection = &placed.choices.writer_words.particulars.inspection;
    assert_eq!(inspection.on, Some(at(13, 0).date_naive()));
    assert!(inspection.place.contains("Примерная"));
    assert_eq!(
        placed.summary.promised, inspection.on,
        "by which its clock runs"
    );
}

#[test]
fn a_draft_that_another_window_saved_is_neither_overwritten_nor_issued_unread() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let here = shop.drafts(id, LetterKind::Thanks, LetterChoices::default());
    let save = |card: &office::LetterCard, greeting: &str| {
        let mut text = card.text.clone();
        text.salutation = greeting.into();
        let save = LetterTextSave {
            version: Some(card.version.clone()),
            letter: card.summary.id,
            text,
        };
        office::letter_text_save(&shop.office, &by(10, 11), save)
    };
    let there = save(&here, "Добрый день!").expect("the first one");
    assert_ne!(there.version, here.version);
    assert_eq!(code(save(&here, "Здравствуйте!")), "other_content");
    let issue = LetterIssue {
        version: Some(here.version.clone()),
        letter: here.summary.id,
        override_reason: Some("проверено".into()),
    };
    assert_eq!(
        code(office::letter_issue(&shop.office, &by(10, 12), issue)),
        "other_content"
    );
    save(&there, "Здравствуйте!").expect("from what it says now");
}

#[test]
fn an_answer_is_replaced_when_something_else_is_decided_and_owed_until_then() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let granted = |amount: &str| {
        decision(
            DecisionKind::Satisfy,
            "Недостаток подтверждён.",
            Some(amount),
        )
    };
    shop.decides(id, 0, granted("4590.00"));
    shop.decides(id, 1, decision(DecisionKind::Satisfy, "Извиняемся.", None));
    let draft = shop.drafts(id, LetterKind::FinalSatisfied, LetterChoices::default());
    let (issued, _) = shop.issues(&draft);
    assert_eq!(shop.card(id).next_step, NextStep::Send);
    let refused = decision(DecisionKind::Refuse, "Осмотр показал следы удара.", None);
    let changed = shop.decides(id, 0, refused.clone());
    assert_eq!(
        (changed.next_step, changed.next_letter),
        (NextStep::Replace, Some(issued.summary.id))
    );
    let today = || office::today(&shop.office, &by(10, 14)).expect("today");
    let changed_back = shop.decides(id, 0, granted("4590.00"));
    assert_eq!(changed_back.next_step, NextStep::Send);

    shop.sends(&issued);
    let owed = |card: &office::Card| {
        let open = card.running.iter().filter(|clock| clock.ended.is_none());
        open.filter(|clock| clock.fields.kind == complaint::ClockKind::Payment)
            .count()
    };
    assert_eq!(owed(&shop.card(id)), 1);
    let changed = shop.decides(id, 0, refused);
    assert_eq!(changed.next_step, NextStep::Replace);
    assert_eq!(
        owed(&changed),
        1,
        "the letter that was sent still promises it"
    );
    assert_eq!(today().to_answer.total, 1);

    let instead = office::letter_supersede(
        &shop.office,
        &by(10, 15),
        LetterRef {
            letter: issued.summary.id,
        },
    )
    .expect("begun");
    assert_eq!(shop.card(id).next_step, NextStep::IssueFinal);
    shop.issues(&instead);
    let replaced = shop.card(id);
    assert_eq!(replaced.next_step, NextStep::Send);
    assert_eq!(owed(&replaced), 0);
}
