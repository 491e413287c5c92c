//! Every refusal has words in both languages.

use acceptance::top;
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
    let problems: Vec<&str> = FieldProblem::ALL.iter().map(|p| p.word()).collect();
    for file in ["ui/src/text/failures.ru.ts", "ui/src/text/failures.en.ts"] {
        let worded = read(file);
        let missing: Vec<&&str> = problems
            .iter()
            .filter(|problem| !worded.contains(&format!("\n    {problem}: ")))
            .collect();
        assert!(missing.is_empty(), "{file} has no words for {missing:?}");
    }
}
