//! Every refusal has words in both languages, and what is worded stands among the texts.

use acceptance::{own_files, top};
use complaint::FieldProblem;
use std::collections::BTreeSet;
use std::fs;

fn read(path: &str) -> String {
    fs::read_to_string(top().join(path)).unwrap_or_else(|reason| panic!("{path}: {reason}"))
}

/// What stands in quotes after each of these openings.
fn quoted_after<'t>(text: &'t str, opening: &str) -> BTreeSet<&'t str> {
    text.split(opening)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn every_code_of_a_failure_is_worded_in_both_languages() {
    let office = read("src-tauri/crates/office/src/error.rs");
    let commands = read("src-tauri/crates/commands/src/failure.rs");
    let mut codes = quoted_after(&office, "::of(\"");
    codes.extend(quoted_after(&commands, "::of(\""));
    assert!(codes.len() > 30, "only {codes:?}");
    for file in ["ui/src/text/failures.ru.ts", "ui/src/text/failures.en.ts"] {
        let worded = read(file);
        let missing: Vec<&&str> = codes
            .iter()
            .filter(|code| !worded.contains(&format!("\n    {code}: ")))
            .collect();
        assert!(missing.is_empty(), "{file} has no words for {missing:?}");
    }
}

#[test]
fn every_problem_of_a_field_is_worded_in_both_languages() {
    let problems: Vec<&str> = FieldProblem::ALL.iter().map(|p| p.as_str()).collect();
    for file in ["ui/src/text/failures.ru.ts", "ui/src/text/failures.en.ts"] {
        let worded = read(file);
        let missing: Vec<&&str> = problems
            .iter()
            .filter(|problem| !worded.contains(&format!("\n    {problem}: ")))
            .collect();
        assert!(missing.is_empty(), "{file} has no words for {missing:?}");
    }
}

/// Files of the rooms that speak Russian themselves, and why.
const RUSSIAN_SPEAKING: &[(&str, &str)] = &[
    (
        "commands/src/texts.rs",
        "the words of dialogs and notifications",
    ),
    ("office/src/texts/ru.rs", "the words of records and papers"),
    ("office/src/sample/", "the sample office is a Russian one"),
];

/// The lines of a room's own code that hold Russian words, counted from 1: no
/// comments, nothing of its tests, and no single letters such as a folded ё.
fn russian_lines(text: &str) -> Vec<usize> {
    let russian = |c: &char| matches!(c, 'А'..='я' | 'Ё' | 'ё');
    let own = text.split("#[cfg(test)]").next().unwrap_or_default();
    own.lines()
        .zip(1..)
        .filter(|(line, _)| {
            let code = line.split("//").next().unwrap_or_default();
            let word = code.chars().zip(code.chars().skip(1));
            word.into_iter().any(|(a, b)| russian(&a) && russian(&b))
        })
        .map(|(_, number)| number)
        .collect()
}

#[test]
fn use_cases_say_in_russian_only_what_stands_among_the_texts() {
    let mut strays = Vec::new();
    let mut speaking = BTreeSet::new();
    for room in ["office", "register", "commands"] {
        for path in own_files(&format!("src-tauri/crates/{room}/src")) {
            let path = path.to_string_lossy().into_owned();
            let lines = russian_lines(&read(&path));
            if lines.is_empty() {
                continue;
            }
            match RUSSIAN_SPEAKING
                .iter()
                .find(|(known, _)| path.contains(known))
            {
                Some((known, _)) => drop(speaking.insert(*known)),
                None => strays.push(format!("{path}: {lines:?}")),
            }
        }
    }
    assert!(strays.is_empty(), "{strays:#?}");
    let named: BTreeSet<&str> = RUSSIAN_SPEAKING.iter().map(|(path, _)| *path).collect();
    assert_eq!(speaking, named, "a named file speaks no Russian any more");
}

#[test]
fn russian_words_are_seen_in_code_alone() {
    let text =
        "/// «Письмо»\nlet a = \"Письмо\"; // Ё\nlet b = 1; // два\n'ё'\n#[cfg(test)]\n\"тест\"";
    assert_eq!(russian_lines(text), [2]);
}
