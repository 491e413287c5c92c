//! Grave words stop a letter whatever else its sentences say.

use crate::cases::ready_for;
use complaint::{Language, LetterKind};
use letter::{Content, Severity, Span, check, check_text, compose};

/// Sentences with two faults, each of a rule of words that stops a letter.
const PAIRS: [(&str, [&str; 2]); 2] = [
    (
        "Мы виноваты, задержав ремонт, но Вы мошенник и лжец.",
        ["admission.guilt", "defamation"],
    ),
    (
        "Мы признаём свою вину за сорванный срок, а Вы симулянт и шантажист.",
        ["admission.guilt", "defamation"],
    ),
];

#[test]
fn two_grave_words_in_one_sentence_are_both_found() {
    for (sentence, rules) in PAIRS {
        let found = check_text(sentence, None);
        for rule in rules {
            let grave = |f: &&letter::Finding| f.rule == rule && f.severity == Severity::Must;
            assert!(
                found.iter().any(|f| grave(&f)),
                "{rule} in {sentence}: {found:#?}"
            );
        }
    }
}

#[test]
fn a_letter_with_two_grave_words_in_one_sentence_is_stopped_by_both() {
    let case = ready_for(LetterKind::FinalRefusal);
    let (sentence, rules) = PAIRS[0];
    let mut letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
    let mut blocks = letter.blocks.iter_mut();
    let block = blocks.find(|b| b.id.ends_with("/reasons/2"));
    block.expect("the reasons").content = Content::Paragraph {
        spans: vec![Span::text(sentence)],
    };
    let found = check(&letter, &case);
    let stopping = found.iter().filter(|f| f.severity == Severity::Must);
    let stopping: Vec<&str> = stopping.map(|f| f.rule.as_str()).collect();
    assert!(rules.iter().all(|r| stopping.contains(r)), "{found:#?}");
}
