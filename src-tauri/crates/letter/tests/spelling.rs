//! Spelling over whole letters: what is right passes, what is mistyped is found. That our own letters pass is
//! said in `checking`, for every kind, language and decision.

use crate::cases::every_ready_letter;
use complaint::Language;
use letter::{check_spelling, spelling_lacks};
use std::collections::BTreeSet;

/// Sentences of the sets for the wording, with the words in them that are mistyped; every other is right.
const SETS: [&str; 8] = [
    include_str!("labelled.ru.tsv"),
    include_str!("labelled.en.tsv"),
    include_str!("others.ru.tsv"),
    include_str!("others.en.tsv"),
    include_str!("holdout.ru.tsv"),
    include_str!("holdout.en.tsv"),
    include_str!("holdout2.ru.tsv"),
    include_str!("holdout2.en.tsv"),
];

/// What is mistyped in them, or is a word of no dictionary.
const MISTYPED: &[&str] = &[
    "Ненравится",
    "Сожелеем",
    "Хамло",
    "извенить",
    // Two of its letters are Latin.
    "мoшeнник",
    "кросовки",
    "накосячила",
    "нашево",
    "очем",
    "посудамойкой",
    "hereinabove",
    "hereinbefore",
];

/// Whether the dictionaries are not there; then the running test is skipped.
fn lacking() -> bool {
    let lacks = spelling_lacks();
    if let Some(lack) = lacks.first() {
        prerequisites::skip(&format!("there are no dictionaries in {}", lack.folder));
    }
    !lacks.is_empty()
}

#[test]
fn sentences_that_others_wrote_are_marked_where_they_are_mistyped_alone() {
    if lacking() {
        return;
    }
    let mut marked = BTreeSet::new();
    for line in SETS.iter().flat_map(|set| set.lines()) {
        let Some((_, sentence)) = line.split_once('\t') else {
            continue;
        };
        marked.extend(
            check_spelling(sentence, &[], None)
                .into_iter()
                .filter_map(|f| f.word),
        );
    }
    let mistyped: BTreeSet<String> = MISTYPED.iter().map(|&word| word.to_owned()).collect();
    assert_eq!(marked, mistyped);
}

/// The words of our own letters in that language that are long enough to be mistyped.
fn words(language: Language) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    every_ready_letter(|_, _, letter| {
        if letter.language == language {
            let text = letter::plain_text(letter);
            let own = text.split(|c: char| !c.is_alphabetic());
            // Names of people and firms stand in Russian in English letters as well.
            let of_language = |c: char| match language {
                Language::Ru => ('а'..='я').contains(&c) || c == 'ё',
                Language::En => c.is_ascii_lowercase(),
            };
            let long = own.filter(|w| w.chars().count() >= 6 && w.chars().all(of_language));
            words.extend(long.map(str::to_owned));
        }
    });
    words
}

/// The word with one slip of the hand in it: a letter left out, doubled, put in another's place or changed for its
/// neighbour on the keyboard.
fn mistyped(word: &str, nth: usize) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = 1 + nth / 4 % (letters.len() - 3);
    match nth % 4 {
        0 => {
            letters.remove(at);
        }
        1 => letters.insert(at, letters[at]),
        2 => letters.swap(at, at + 1),
        _ => {
            let rows = [
                "йцукенгшщзхъ",
                "фывапролджэ",
                "ячсмитьбю",
                "qwertyuiop",
                "asdfghjkl",
                "zxcvbnm",
            ];
            let row: Vec<char> = rows
                .iter()
                .find(|row| row.contains(letters[at]))
                .map_or(Vec::new(), |row| row.chars().collect());
            let key = row.iter().position(|&key| key == letters[at]).unwrap_or(0);
            letters[at] = *row
                .get(key + 1)
                .or(row.get(key.saturating_sub(1)))
                .unwrap_or(&'ё');
        }
    }
    letters.into_iter().collect()
}

#[test]
fn of_a_hundred_slips_of_the_hand_ninety_five_are_found() {
    if lacking() {
        return;
    }
    for language in [Language::Ru, Language::En] {
        let words = words(language);
        assert!(words.len() > 150, "{}", words.len());
        let (mut all, mut missed) = (0, Vec::new());
        for (nth, word) in words.iter().enumerate() {
            let slip = mistyped(word, nth);
            // Two like letters put in each other's place are no slip.
            if slip == *word {
                continue;
            }
            all += 1;
            let sentence = match language {
                Language::Ru => format!("Вот {slip} здесь."),
                Language::En => format!("Here {slip} stands."),
            };
            let found = check_spelling(&sentence, &[], None);
            if !found.iter().any(|f| f.word.as_deref() == Some(&slip)) {
                missed.push(format!("{word} → {slip}"));
            }
        }
        let share = 1.0 - missed.len() as f64 / f64::from(all);
        eprintln!(
            "{language:?}: {all} slips, {:.1} % found; missed {missed:?}",
            share * 100.0
        );
        assert!(share >= 0.95, "{share}: {missed:?}");
    }
}
