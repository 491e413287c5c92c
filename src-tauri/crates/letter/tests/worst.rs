//! The worst letters one can think of: each gets every finding that a careful
//! lawyer would make, and is stopped for nothing else.
//!
//! A file names what is expected, and either holds the whole text or says
//! which block of a composed letter it replaces (`case`, `set`) or what is
//! left out of it (`drop`).

use crate::cases::ready_for;
use complaint::{Language, LetterKind};
use letter::{Content, Finding, Severity, Span, check, check_text, compose};
use std::path::Path;

fn head<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    text.lines()
        .filter_map(|l| l.split_once('='))
        .find(|(k, _)| k.trim() == key)
        .map(|(_, v)| v.trim())
}

fn found(text: &str) -> Vec<Finding> {
    let (_, body) = text.split_once("\n\n").unwrap_or((text, ""));
    let Some(kind) = head(text, "case").and_then(LetterKind::parse) else {
        return check_text(body, None);
    };
    let case = ready_for(kind);
    let mut letter = compose(kind, Language::Ru, &case);
    if let Some(end) = head(text, "set") {
        let block = letter
            .blocks
            .iter_mut()
            .find(|b| b.id.ends_with(end))
            .expect("the block to replace");
        block.content = Content::Paragraph {
            spans: vec![Span::text(body.trim())],
        };
    }
    if head(text, "drop").is_some() {
        let second = format!("demand:{}", case.demands[1].id);
        letter.blocks.retain(|b| b.role != second);
    }
    check(&letter, &case)
}

#[test]
fn every_worst_letter_gets_every_finding() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/worst");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder")
        .map(|e| e.expect("an entry").path())
        .collect();
    files.sort();
    assert!(files.len() >= 12);
    let mut faults = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a text");
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let expected: Vec<&str> = head(&text, "expect")
            .expect("what is expected")
            .split(',')
            .map(str::trim)
            .collect();
        let found = found(&text);
        for rule in &expected {
            if !found.iter().any(|f| f.rule == *rule) {
                faults.push(format!("{name}: {rule} is not found"));
            }
        }
        for finding in found.iter().filter(|f| f.severity == Severity::Must) {
            if !expected.contains(&finding.rule.as_str()) {
                faults.push(format!("{name}: stopped for {finding:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
