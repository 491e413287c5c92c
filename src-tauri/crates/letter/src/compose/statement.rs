//! What a statement form is filled in by hand on: who gives it, and ruled lines.

use super::spelling::in_letters_of;
use crate::case::StatementBy;
use crate::facts::Facts;
use crate::text::{Content, Line, Span};
use crate::words::clean::clean_line;
use crate::words::phrases::phrases;

/// Ruled lines for remarks of those present.
pub const FEW: usize = 3;
/// Lines for a whole statement.
pub const MANY: usize = 10;

/// A table that names who gives a statement, with blanks for what is unknown.
pub fn statement_head(facts: Facts<'_>) -> Content {
    let phrases = phrases(facts.language);
    let form = &facts.case.writer_words.particulars.statement;
    let about = match form.by {
        StatementBy::Staff => "statement_post",
        StatementBy::Witness => "statement_contact",
    };
    let row = |label: &str, value: &str| {
        let value = clean_line(value);
        let filled = if value.is_empty() {
            Line::new()
        } else {
            vec![Span::text(value)]
        };
        vec![vec![Span::text(phrases.frame(label))], filled]
    };
    Content::Table {
        head: false,
        rows: vec![
            row("statement_name", &in_letters_of(&form.name, facts.language)),
            row(about, &form.about),
            row("statement_when", ""),
            row("statement_where", ""),
        ],
    }
}

/// Ruled lines to write on.
pub fn ruled_lines(count: usize) -> Content {
    Content::Table {
        head: false,
        rows: vec![vec![Line::new()]; count],
    }
}
