//! Templates of an office: what they must keep to, and letters that follow
//! one version of them.

use crate::cases::{self, of_kind, ready_for, refund};
use complaint::{DecisionKind, Language, LetterKind};
use letter::{
    Block, ChangeKind, Content, FaultCode, LetterText, Lock, Piece, Span, StandaloneTemplate,
    Template, Weight, compose, compose_from, faults, recompose_from, shipped, shipped_standalone,
    take_over, used_blocks,
};

fn words(text: &str) -> Piece {
    Piece::Words {
        text: text.into(),
        bold: false,
        italic: false,
    }
}

fn value(name: &str) -> Piece {
    Piece::Value {
        name: name.into(),
        inline: false,
        bold: false,
        italic: false,
    }
}

fn own(kind: LetterKind) -> StandaloneTemplate {
    StandaloneTemplate {
        name: "обычный".into(),
        ..shipped_standalone(kind, Language::Ru)
    }
}

#[test]
fn the_programs_own_templates_have_no_fault() {
    for &kind in LetterKind::ALL {
        for &language in Language::ALL {
            let standalone = StandaloneTemplate {
                name: "копия".into(),
                ..shipped_standalone(kind, language)
            };
            assert_eq!(faults(&standalone), [], "{kind:?} {language:?}");
        }
    }
}

/// The faults of a refusal that `spoil` has changed.
fn spoilt(spoil: impl FnOnce(&mut StandaloneTemplate)) -> Vec<FaultCode> {
    let mut standalone = own(LetterKind::FinalRefusal);
    spoil(&mut standalone);
    let mut codes: Vec<FaultCode> = faults(&standalone).into_iter().map(|f| f.code).collect();
    codes.sort();
    codes.dedup();
    codes
}

#[test]
fn every_fault_is_found_and_named() {
    use FaultCode as F;
    let first =
        |standalone: &mut StandaloneTemplate, piece| standalone.text.blocks[0].text.push(piece);
    let cases: Vec<(F, Vec<F>)> = vec![
        (F::NoName, spoilt(|s| s.name = "  ".into())),
        (F::UnknownField, spoilt(|s| first(s, value("soul")))),
        // A form of words that the other language has.
        (F::UnknownField, spoilt(|s| first(s, value("message.noun")))),
        (F::DemandOutside, spoilt(|s| first(s, value("demand.due")))),
        (
            F::DemandOutside,
            spoilt(|s| first(s, Piece::Snippet("restate".into()))),
        ),
        (
            F::UnknownSnippet,
            spoilt(|s| first(s, Piece::Snippet("poem".into()))),
        ),
        (
            F::UnknownCondition,
            spoilt(|s| s.text.blocks[0].when.push("regime:shops".into())),
        ),
        (
            F::DemandOutside,
            spoilt(|s| s.text.blocks[0].when.push("decision:refuse".into())),
        ),
        (
            F::Empty,
            spoilt(|s| s.text.blocks[0].text = vec![words(" ")]),
        ),
        (F::OddId, spoilt(|s| s.text.blocks[0].id = "../etc".into())),
        (
            F::NeverTaken,
            spoilt(|s| {
                let again = s.text.blocks[0].clone();
                s.text.blocks.push(again);
            }),
        ),
        (F::NoHeading, spoilt(|s| s.text.heading.clear())),
        (F::NoClosing, spoilt(|s| s.text.closing = " ".into())),
        (
            F::NoDemands,
            spoilt(|s| s.text.blocks.retain(|b| !b.each_demand)),
        ),
        (
            F::NoLegalBlock,
            spoilt(|s| s.text.blocks.retain(|b| b.id != "rights")),
        ),
        (
            F::LegalChanged,
            spoilt(|s| {
                let rights = s.text.blocks.iter_mut().find(|b| b.id == "rights").unwrap();
                rights.text.push(words(" Но не советуем."));
            }),
        ),
        (
            F::LegalChanged,
            spoilt(|s| {
                s.text.snippets.get_mut("bodies").unwrap()[0].text = vec![words("никуда")];
            }),
        ),
        (
            F::LegalUnlocked,
            spoilt(|s| {
                s.text
                    .blocks
                    .iter_mut()
                    .find(|b| b.id == "rights")
                    .unwrap()
                    .lock = Lock::Free;
            }),
        ),
        (
            F::SnippetLoop,
            spoilt(|s| {
                s.text.snippets.get_mut("bodies").unwrap()[0]
                    .text
                    .push(Piece::Snippet("bodies".into()));
            }),
        ),
        (F::TooLarge, spoilt(|s| first(s, words(&"а".repeat(9_000))))),
        (
            F::TooDeep,
            spoilt(|s| {
                let deep = (0..50).fold(words("x"), |inner, _| Piece::Optional(vec![inner]));
                first(s, deep);
            }),
        ),
    ];
    for (wanted, found) in &cases {
        assert!(found.contains(wanted), "{wanted:?} is not among {found:?}");
    }
    let mut questions = own(LetterKind::InformationRequest);
    questions.text.blocks.retain(|b| b.id != "questions");
    assert!(faults(&questions).iter().any(|f| f.code == F::NoQuestions));
    let mut interim = own(LetterKind::Interim);
    for block in &mut interim.text.blocks {
        block.text.retain(|p| *p != value("expected"));
    }
    let missing = faults(&interim);
    assert!(
        missing
            .iter()
            .any(|f| f.code == F::NoFact && f.name == "expected"),
        "{missing:?}"
    );
}

#[test]
fn a_fault_says_where_it_is_and_legal_wording_only_warns() {
    let mut standalone = own(LetterKind::FinalRefusal);
    standalone.text.blocks[1].text.push(value("soul"));
    let found = faults(&standalone);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].at, found[0].name.as_str()), (Some(1), "soul"));
    assert_eq!(found[0].id, standalone.text.blocks[1].id);
    let mut standalone = own(LetterKind::FinalRefusal);
    for block in &mut standalone.text.blocks {
        if block.id == "rights" {
            block.text.push(words(" "));
            block.text.push(words("И ещё."));
        }
    }
    let found = faults(&standalone);
    assert!(!found.is_empty() && found.iter().all(|f| f.weight == Weight::Warning));
}

#[test]
fn a_template_that_names_a_field_of_former_days_is_told_which() {
    // An office may have copied such a template out of an older program.
    for gone in ["linked", "question"] {
        let mut template = own(LetterKind::FinalPartial);
        template.text.blocks[0].text.push(value(gone));
        let told: Vec<(FaultCode, Weight, String)> = faults(&template)
            .into_iter()
            .map(|f| (f.code, f.weight, f.name))
            .collect();
        assert_eq!(
            told,
            [(FaultCode::UnknownField, Weight::Error, gone.to_owned())]
        );
    }
}

fn version(change: impl FnOnce(&mut StandaloneTemplate), number: u32) -> Template {
    let mut standalone = own(LetterKind::FinalRefusal);
    change(&mut standalone);
    Template::of(standalone, number, None)
}

fn block<'a>(letter: &'a LetterText, id: &str) -> &'a Block {
    letter.blocks.iter().find(|b| b.id.ends_with(id)).unwrap()
}

#[test]
fn a_letter_keeps_its_version_until_it_is_taken_over() {
    let case = ready_for(LetterKind::FinalRefusal);
    let first = version(|_| {}, 1);
    let second = version(
        |s| {
            let intro = s.text.blocks.iter_mut().find(|b| b.id == "intro").unwrap();
            intro.text = vec![
                words("Мы внимательно изучили обращение № "),
                value("number"),
                words("."),
            ];
            let contact = s
                .text
                .blocks
                .iter()
                .position(|b| b.id == "contact")
                .unwrap();
            let contact = s.text.blocks.remove(contact);
            s.text.blocks.insert(1, contact);
            s.text.blocks.retain(|b| b.id != "regret");
        },
        2,
    );
    assert_ne!(first.source, second.source);
    let mut letter = compose_from(&first, LetterKind::FinalRefusal, Language::Ru, &case);
    assert_eq!(
        (letter.composed.version, letter.composed.source.as_str()),
        (1, first.source.as_str())
    );
    let mine = Block {
        id: "own-1".into(),
        lock: Lock::Free,
        role: String::new(),
        content: Content::Paragraph {
            spans: vec![Span::text("Мы помним Ваш звонок.")],
        },
    };
    letter.blocks.insert(1, mine.clone());
    let ground = letter
        .blocks
        .iter_mut()
        .find(|b| b.id.ends_with("/ground"))
        .unwrap();
    for line in ground.content.lines_mut() {
        line.push(Span::text(" Договор у Вас на руках."));
    }

    let mut later = case.clone();
    later.matter.subject = "другой чайник".into();
    let kept = recompose_from(&first, &letter, &later).letter;
    assert_eq!(
        (kept.composed.version, kept.composed.source.as_str()),
        (1, first.source.as_str())
    );
    assert!(block(&kept, "intro").reads().contains("другой чайник"));
    assert_eq!(
        kept.blocks.iter().map(|b| &b.id).collect::<Vec<_>>(),
        letter.blocks.iter().map(|b| &b.id).collect::<Vec<_>>()
    );

    let taken = take_over(&second, &letter, &case);
    assert_eq!(taken.letter.composed.source, second.source);
    assert!(
        block(&taken.letter, "intro")
            .reads()
            .starts_with("Мы внимательно изучили")
    );
    assert!(!taken.letter.blocks.iter().any(|b| b.id == "regret"));
    assert!(
        block(&taken.letter, "/ground")
            .reads()
            .contains("Договор у Вас на руках.")
    );
    let order: Vec<&str> = taken
        .letter
        .blocks
        .iter()
        .map(|b| b.id.as_str())
        .take(3)
        .collect();
    assert_eq!(order, ["intro", "own-1", "contact"]);
    assert!(taken.letter.blocks.contains(&mine));
    assert!(
        taken
            .changes
            .iter()
            .any(|c| c.kind == ChangeKind::Rewritten && c.place == "intro")
    );
    assert!(
        taken
            .changes
            .iter()
            .any(|c| c.kind == ChangeKind::Removed && c.place == "regret")
    );

    // Taken over twice, nothing more happens.
    let again = take_over(&second, &taken.letter, &case);
    assert_eq!(again.letter, taken.letter);
}

#[test]
fn blocks_that_the_user_moved_stay_where_they_were_put() {
    let case = ready_for(LetterKind::FinalRefusal);
    let template = shipped(LetterKind::FinalRefusal, Language::Ru);
    let mut letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
    let last = letter.blocks.pop().unwrap();
    letter.blocks.insert(0, last);
    assert_eq!(
        take_over(template, &letter, &case).letter.blocks,
        letter.blocks
    );
}

#[test]
fn the_blocks_a_case_uses_are_those_composed() {
    for &kind in LetterKind::ALL {
        for &language in Language::ALL {
            let case = ready_for(kind);
            let template = shipped(kind, language);
            let letter = compose(kind, language, &case);
            let used = used_blocks(&template.text, language, &case);
            for (block, used) in template.text.blocks.iter().zip(used) {
                let composed = letter
                    .blocks
                    .iter()
                    .any(|b| match b.id.strip_prefix("demand:") {
                        Some(rest) => {
                            block.each_demand && rest.ends_with(&format!("/{}", block.id))
                        }
                        None => !block.each_demand && b.id == block.id,
                    });
                // A variant that is not used leaves its id to another one.
                assert!(composed || !used, "{kind:?}: {}", block.id);
            }
            let count = used_blocks(&template.text, language, &case);
            let plain = letter.blocks.iter().filter(|b| !b.id.contains('/')).count();
            let marked = template.text.blocks.iter().zip(count);
            let marked = marked.filter(|(b, used)| *used && !b.each_demand).count();
            assert_eq!(marked, plain, "{kind:?} {language:?}");
        }
    }
    let undecided = cases::case(vec![
        refund(None),
        refund(Some(of_kind(DecisionKind::Refuse))),
    ]);
    let text = &shipped(LetterKind::FinalRefusal, Language::Ru).text;
    assert!(used_blocks(text, Language::Ru, &undecided).contains(&true));
}
