//! A letter follows its case and leaves the user's words alone.

use crate::cases::{self, case, day, of_kind, ready_for, refund};
use complaint::{DecisionKind, Language, LetterKind};
use letter::{
    Block, ChangeKind, Content, LetterText, Lock, Span, behind, compose, recompose, settle_block,
    shipped, unresolved,
};
use proptest::prelude::*;

fn own(id: &str, words: &str) -> Block {
    Block {
        id: id.into(),
        lock: Lock::Free,
        role: String::new(),
        content: Content::Paragraph {
            spans: vec![Span::text(words)],
        },
    }
}

fn block<'a>(letter: &'a LetterText, id: &str) -> &'a Block {
    let found = letter.blocks.iter().find(|b| b.id.ends_with(id));
    found.unwrap_or_else(|| panic!("no {id}"))
}

#[test]
fn nothing_changes_while_the_case_does_not() {
    for &kind in LetterKind::ALL {
        for &language in Language::ALL {
            let case = ready_for(kind);
            let letter = compose(kind, language, &case);
            let fresh = recompose(&letter, &case);
            assert_eq!(fresh.changes, []);
            assert_eq!(fresh.letter, letter);
        }
    }
}

#[test]
fn a_decision_taken_later_fills_the_letter() {
    let undecided = case(vec![refund(None)]);
    let mut letter = compose(LetterKind::FinalRefusal, Language::Ru, &undecided);
    letter
        .blocks
        .insert(1, own("mine", "Мы помним Ваш звонок."));
    assert!(!unresolved(&letter).is_empty());

    let decided = case(vec![refund(Some(of_kind(DecisionKind::Refuse)))]);
    let fresh = recompose(&letter, &decided);
    assert_eq!(unresolved(&fresh.letter), []);
    assert_eq!(fresh.letter.blocks[1].reads(), "Мы помним Ваш звонок.");
    let added = |id: &str| {
        fresh
            .changes
            .iter()
            .any(|c| c.kind == ChangeKind::Added && c.place.ends_with(id))
    };
    assert!(
        added("/reasons") && added("/ground") && added("rights"),
        "{:?}",
        fresh.changes
    );
    // What was added stands where composing would have put it.
    let order: Vec<&str> = fresh
        .letter
        .blocks
        .iter()
        .map(|b| b.id.rsplit('/').next().unwrap())
        .collect();
    assert_eq!(
        order,
        [
            "intro", "mine", "decision", "reasons", "2", "ground", "regret", "rights", "more",
            "contact"
        ]
    );
}

#[test]
fn a_changed_date_reaches_a_block_that_was_edited() {
    let before = ready_for(LetterKind::FinalSatisfied);
    let mut letter = compose(LetterKind::FinalSatisfied, Language::Ru, &before);
    let next = letter
        .blocks
        .iter_mut()
        .find(|b| b.id.ends_with("/next"))
        .unwrap();
    let id = next.id.clone();
    for line in next.content.lines_mut() {
        line.push(Span::text(" Звоните, если деньги задержатся."));
    }
    let mut after = before.clone();
    after.demands[0].decision.as_mut().unwrap().due = Some(day(2026, 11, 26));
    let fresh = recompose(&letter, &after);
    let text = block(&fresh.letter, &id).reads();
    assert!(
        text.contains("26 ноября 2026 г.") && text.contains("Звоните"),
        "{text}"
    );
    assert!(
        fresh
            .changes
            .iter()
            .any(|c| c.kind == ChangeKind::Field && c.place == id)
    );
}

#[test]
fn a_typed_value_stays_and_a_contradiction_is_told() {
    let mut open = case(vec![refund(Some(of_kind(DecisionKind::Satisfy)))]);
    open.demands[0].decision.as_mut().unwrap().due = None;
    let mut letter = compose(LetterKind::FinalSatisfied, Language::Ru, &open);
    for span in letter
        .blocks
        .iter_mut()
        .flat_map(|b| b.content.lines_mut())
        .flatten()
    {
        if let Span::Field { value, by_hand, .. } = span
            && value.is_none()
        {
            *value = Some("25 ноября 2026 г.".into());
            *by_hand = true;
        }
    }
    assert_eq!(recompose(&letter, &open).changes, []);
    let mut later = open.clone();
    later.demands[0].decision.as_mut().unwrap().due = Some(day(2026, 11, 28));
    let fresh = recompose(&letter, &later);
    assert!(block(&fresh.letter, "/next").reads().contains("25 ноября"));
    assert!(
        fresh
            .changes
            .iter()
            .any(|c| c.kind == ChangeKind::Conflict && c.after.contains("28 ноября"))
    );
}

#[test]
fn what_the_user_took_out_stays_out_but_legal_wording_returns() {
    let case = ready_for(LetterKind::FinalRefusal);
    let mut letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
    letter.blocks.retain(|b| b.id != "more" && b.id != "rights");
    let fresh = recompose(&letter, &case);
    assert!(fresh.letter.blocks.iter().any(|b| b.id == "rights"));
    assert!(fresh.letter.blocks.iter().all(|b| b.id != "more"));
}

#[test]
fn edited_words_that_the_case_has_outgrown_are_reported_once() {
    let before = ready_for(LetterKind::FinalRefusal);
    let mut letter = compose(LetterKind::FinalRefusal, Language::Ru, &before);
    let reasons = letter
        .blocks
        .iter_mut()
        .find(|b| b.id.ends_with("/reasons"))
        .unwrap();
    reasons.content = Content::Paragraph {
        spans: vec![Span::text("Мы всё перепроверили дважды.")],
    };
    letter.heading = "О Вашем чайнике".into();
    let mut after = before.clone();
    after.demands[0].decision.as_mut().unwrap().reasons = "Чайник исправен".into();
    after.matter.their_date = Some(day(2026, 11, 13));
    let fresh = recompose(&letter, &after);
    assert_eq!(fresh.letter.heading, "О Вашем чайнике");
    assert_eq!(
        block(&fresh.letter, "/reasons").reads(),
        "Мы всё перепроверили дважды."
    );
    let stale: Vec<&str> = fresh
        .changes
        .iter()
        .filter(|c| c.kind == ChangeKind::Stale)
        .map(|c| c.after.as_str())
        .collect();
    assert_eq!(
        stale,
        [
            "О рассмотрении претензии от 13 ноября 2026 г.",
            "Чайник исправен."
        ]
    );
    assert_eq!(recompose(&fresh.letter, &after).changes, []);
}

#[test]
fn an_editor_may_split_and_join_runs_without_making_them_its_own() {
    let before = ready_for(LetterKind::FinalSatisfied);
    let mut letter = compose(LetterKind::FinalSatisfied, Language::Ru, &before);
    for line in letter.blocks.iter_mut().flat_map(|b| b.content.lines_mut()) {
        let mut split = Vec::new();
        for span in line.drain(..) {
            match span {
                Span::Text { text, bold, italic } => {
                    split.extend(text.chars().map(|c| Span::Text {
                        text: c.to_string(),
                        bold,
                        italic,
                    }))
                }
                other @ (Span::Field { .. } | Span::Reference { .. } | Span::Break) => {
                    split.push(other);
                }
            }
        }
        *line = split;
    }
    let mut after = before.clone();
    after.demands[0].decision.as_mut().unwrap().reasons = "Проверили ещё раз".into();
    let fresh = recompose(&letter, &after);
    assert_eq!(
        block(&fresh.letter, "/reasons").reads(),
        "Проверили ещё раз."
    );
    assert!(
        fresh
            .changes
            .iter()
            .all(|c| c.kind == ChangeKind::Rewritten),
        "{:?}",
        fresh.changes
    );
}

proptest! {
    #[test]
    fn free_text_survives_composing_anew(
        words in ".{1,80}",
        place in 0usize..9,
        from in 0usize..7,
        to in 0usize..7,
        cut in 0usize..12,
    ) {
        let kind = LetterKind::ALL[from];
        let mut letter = compose(kind, Language::Ru, &ready_for(kind));
        let place = place.min(letter.blocks.len());
        letter.blocks.insert(place, own("mine", &words));
        if cut < letter.blocks.len() && letter.blocks[cut].id != "mine" {
            letter.blocks.remove(cut);
        }
        let fresh = recompose(&letter, &ready_for(LetterKind::ALL[to]));
        let mine: Vec<String> = fresh.letter.blocks.iter().filter(|b| b.id == "mine").map(Block::reads).collect();
        prop_assert_eq!(mine, [words]);
        // A second look at the same case changes nothing more.
        let again = recompose(&fresh.letter, &ready_for(LetterKind::ALL[to]));
        prop_assert_eq!(again.changes, []);
    }

    #[test]
    fn composing_never_panics(
        name in any::<String>(), subject in any::<String>(), detail in any::<String>(),
        reasons in any::<String>(), address in any::<String>(), number in any::<String>(),
        kind in 0usize..7, regime in 0usize..18, demand in 0usize..21,
    ) {
        let kind = LetterKind::ALL[kind];
        let mut case = ready_for(kind);
        case.matter.complainant.name = name;
        case.matter.complainant.address = address;
        case.matter.subject = subject;
        case.number = number;
        case.matter.regime = complaint::Regime::ALL[regime];
        case.demands[0].fields.kind = complaint::DemandKind::ALL[demand];
        case.demands[0].fields.detail = detail;
        if let Some(d) = &mut case.demands[0].decision {
            d.reasons.clone_from(&reasons);
            d.action = reasons;
        }
        for &language in Language::ALL {
            let letter = compose(kind, language, &case);
            let _ = letter::check(&letter, &case);
            let _ = letter::plain_text(&letter);
            let _ = letter::document(&letter, &cases::frame(&case));
            let json = serde_json::to_string(&letter).unwrap();
            prop_assert_eq!(serde_json::from_str::<LetterText>(&json).unwrap(), letter);
        }
    }
}

/// The paragraphs of the points in their order, each by its own first words: «Довод 1» and what is stated.
fn points(letter: &LetterText) -> Vec<String> {
    let own = letter.blocks.iter().filter(|b| b.id.starts_with("point:"));
    own.map(|b| {
        let reads = b.content.lines().into_iter().flatten();
        let words: String = reads.map(Span::reads).collect();
        words.split(". ").take(2).collect::<Vec<_>>().join(". ")
    })
    .collect()
}

#[test]
fn points_follow_the_order_of_the_case_with_what_was_written_behind_them() {
    let mut case = cases::pointed();
    let mut letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
    let first = letter
        .blocks
        .iter()
        .position(|b| b.id.starts_with("point:"))
        .unwrap();
    letter.blocks.insert(first + 1, own("mine", "О том же."));
    case.points.rotate_left(1);
    let expected = points(&compose(LetterKind::FinalRefusal, Language::Ru, &case));

    let fresh = recompose(&letter, &case).letter;
    assert_eq!(points(&fresh), expected);
    let mine = fresh.blocks.iter().position(|b| b.id == "mine").unwrap();
    assert_eq!(fresh.blocks[mine - 1].id, letter.blocks[first].id);

    // One by one it comes to the same, also where another paragraph was moved by the writer.
    let template = shipped(LetterKind::FinalRefusal, Language::Ru);
    let last = letter.blocks.pop().unwrap();
    letter.blocks.insert(0, last);
    let mut next = letter.clone();
    for change in behind(template, &letter, &case) {
        next = settle_block(template, &next, &case, &change.place, true);
    }
    assert_eq!(points(&next), expected);
    assert_eq!(points(&recompose(&letter, &case).letter), expected);
    assert_eq!(behind(template, &next, &case), []);
}

#[test]
fn a_paragraph_of_a_point_taken_off_is_older_than_the_record_and_goes() {
    let mut case = cases::pointed();
    let letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
    let taken = case.points.remove(2).block();
    let template = shipped(LetterKind::FinalRefusal, Language::Ru);
    let older = behind(template, &letter, &case);
    assert_eq!(older.len(), 1, "{older:?}");
    assert_eq!(
        (
            older[0].place.as_str(),
            older[0].kind,
            older[0].after.as_str()
        ),
        (taken.as_str(), ChangeKind::Removed, "")
    );
    let next = settle_block(template, &letter, &case, &taken, true);
    assert_eq!(points(&next).len(), 2);
    assert_eq!(behind(template, &next, &case), []);
    // Who keeps it has it as a paragraph of their own, which the check still tells.
    let kept = settle_block(template, &letter, &case, &taken, false);
    assert_eq!(behind(template, &kept, &case), []);
    let found = letter::check(&kept, &case);
    assert!(found.iter().any(|f| f.rule == "point.gone"));
}
