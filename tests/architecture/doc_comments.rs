//! A doc comment says what the names beside it don't: a unit, a shape, an error, the
//! source of a rule. One that says the names over again is read for nothing.

use acceptance::{own_files, top};
use rust_stemmers::{Algorithm, Stemmer};
use std::collections::BTreeSet;
use std::fs;

/// Words that carry nothing by themselves.
const EMPTY: &[&str] = &[
    "a", "all", "an", "and", "any", "are", "as", "at", "be", "been", "by", "do", "does", "each",
    "every", "for", "from", "had", "has", "have", "here", "how", "if", "in", "into", "is", "it",
    "its", "of", "on", "one", "ones", "or", "so", "such", "that", "the", "their", "there", "these",
    "they", "this", "those", "to", "was", "were", "what", "when", "where", "which", "who", "whom",
    "whose", "with",
];

struct DocComment {
    /// Line of the comment's beginning, counted from 1.
    line: usize,
    said: String,
    /// First line of what it is about, and of what that stands in.
    beside: String,
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

fn doc_comments(text: &str) -> Vec<DocComment> {
    let lines: Vec<&str> = text.lines().collect();
    let is_doc = |line: &str| {
        let line = line.trim_start();
        line.starts_with("///") && !line.starts_with("////")
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if !is_doc(lines[at]) {
            at += 1;
            continue;
        }
        let first = at;
        while at < lines.len() && is_doc(lines[at]) {
            at += 1;
        }
        let mut item = at;
        let mut open = 0_i32;
        while let Some(line) = lines.get(item)
            && (open > 0 || line.trim_start().starts_with("#["))
        {
            open += line.matches('[').count() as i32 - line.matches(']').count() as i32;
            item += 1;
        }
        let within = lines[..first].iter().rev().find(|line| {
            !line.trim().is_empty()
                && indent(line) < indent(lines[first])
                && !line.trim_start().starts_with(['#', '/', ')', '}'])
        });
        found.push(DocComment {
            line: first + 1,
            said: lines[first..at]
                .iter()
                .map(|line| line.trim_start().trim_start_matches('/'))
                .collect(),
            beside: format!(
                "{} {}",
                lines.get(item).unwrap_or(&""),
                within.unwrap_or(&"")
            ),
        });
    }
    found
}

/// The stems of a text's words; `ClockKind` and `clock_kind` are two words.
fn stems(text: &str) -> BTreeSet<String> {
    let stemmer = Stemmer::create(Algorithm::English);
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in text.chars() {
        if !c.is_alphanumeric() || (c.is_uppercase() && !before.is_uppercase()) {
            words.push(String::new());
        }
        if c.is_alphanumeric() {
            words.last_mut().unwrap().extend(c.to_lowercase());
        }
        before = c;
    }
    words
        .iter()
        .filter(|word| !word.is_empty() && !EMPTY.contains(&word.as_str()))
        .map(|word| stemmer.stem(word).into_owned())
        .collect()
}

fn says_nothing(comment: &DocComment) -> bool {
    stems(&comment.said).is_subset(&stems(&comment.beside))
}

#[test]
fn no_doc_comment_says_the_names_over_again() {
    let mut files = own_files("src-tauri");
    files.extend(own_files("tests"));
    let mut read = 0;
    let mut empty = Vec::new();
    for path in files {
        let text = fs::read_to_string(top().join(&path)).unwrap_or_default();
        // Of arguments the doc comments are the help, which has to name each of them.
        let helps = text.contains("clap::");
        if path.extension().is_none_or(|end| end != "rs") || helps {
            continue;
        }
        for comment in doc_comments(&text) {
            read += 1;
            if says_nothing(&comment) {
                empty.push(format!(
                    "{}:{}:{}",
                    path.display(),
                    comment.line,
                    comment.said
                ));
            }
        }
    }
    assert!(read > 1000, "only {read} doc comments were found");
    assert!(empty.is_empty(), "{empty:#?}");
}

/// The lines of the comments that say nothing; `%` stands for the sign of a doc
/// comment, lest those of the tests be read as this file's own.
fn refused(text: &str) -> Vec<usize> {
    let mut comments = doc_comments(&text.replace('%', "///"));
    comments.retain(says_nothing);
    comments.iter().map(|comment| comment.line).collect()
}

#[test]
fn a_comment_of_the_names_alone_is_refused() {
    let text = "
% The rules of pausing a clock.
pub struct ClockPauseRules {
    % What a clock is for.
    #[serde(
        rename = \"kinds\"
    )]
    pub kind: ClockKind,
    % When it was paused.
    pub paused_at: DateTime<FixedOffset>,
}

impl ClockPauseRules {
    % Pauses
    % the clock.
    pub fn pause(&mut self) {}
}
";
    assert_eq!(refused(text), [2, 4, 9, 14]);
    assert_eq!(refused("% What for.\npub purpose: Purpose,"), [1]);
}

#[test]
fn a_comment_that_adds_a_word_stays() {
    let text = "
pub struct Pause {
    % Working days.
    pub days: u32,
    % The last day, which is in it.
    pub until: NaiveDate,
}

// The pause.
pub fn pause() {}
";
    assert_eq!(refused(text), [] as [usize; 0]);
    assert_eq!(doc_comments(&text.replace('%', "///")).len(), 2);
}
