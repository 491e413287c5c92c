//! Where a query stands in a complaint.

use crate::database::value::sort_key;
use crate::search::figures::figures;
use crate::search::own_words::OwnWords;
use crate::search::query::{Query, QueryWord};
use complaint::{ComplaintRow, SearchHit, Span};
use russian::stem::{Token, tokens_with_spans};

/// Characters of a snippet before and after its first match: a list shows it on one short line, and the match
/// is to be seen there.
const BEFORE: usize = 24;

const AFTER: usize = 140;

/// Where a query stands in a complaint, in the field that holds most of it.
pub(crate) fn hit(
    asked: &Query,
    row: ComplaintRow,
    card: &str,
    text: &str,
    own: &OwnWords,
) -> SearchHit {
    let mut best = (0, "subject", row.subject.as_str());
    for (field, words) in [
        ("subject", row.subject.as_str()),
        ("complainant", row.complainant.as_str()),
        ("text", text),
        ("decision", own.decisions.as_str()),
        ("finding", own.findings.as_str()),
        ("letter_text", own.letters.as_str()),
        ("complainant", card),
        ("number", row.number.as_str()),
    ] {
        let tokens = tokens(words);
        let held = asked
            .words
            .iter()
            .filter(|word| tokens.iter().any(|token| matches(word, token, words)))
            .count();
        if held > best.0 {
            best = (held, field, words);
        }
    }
    let (snippet, spans) = snippet(asked, best.2);
    SearchHit {
        field: best.1.to_owned(),
        snippet,
        spans,
        row,
    }
}

/// The words of a text and its numbers by their bare figures.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = tokens_with_spans(text);
    tokens.extend(figures(text));
    complaint::order::by_key(&mut tokens, |token| token.span.start);
    tokens
}

pub(crate) fn matches(word: &QueryWord, token: &Token, text: &str) -> bool {
    word.is(&token.stem, || sort_key(&text[token.span.clone()]))
}

/// A stretch of `text` around the first match, and the matches in it, counted
/// in characters.
pub(crate) fn snippet(asked: &Query, text: &str) -> (String, Vec<Span>) {
    let matched: Vec<Token> = tokens(text)
        .into_iter()
        .filter(|token| asked.words.iter().any(|word| matches(word, token, text)))
        .collect();
    let first = matched.first().map_or(0, |token| token.span.start);
    let start = text[..first]
        .char_indices()
        .rev()
        .take(BEFORE)
        .last()
        .map_or(first, |(at, _)| at);
    // A snippet begins with a whole word, unless that word is the match itself.
    let start = match text[start..first].find(char::is_whitespace) {
        Some(blank) if start > 0 => start + blank,
        _ => start,
    };
    let start = start + (text[start..].len() - text[start..].trim_start().len());
    let end = text[first..]
        .char_indices()
        .nth(AFTER)
        .map_or(text.len(), |(at, _)| first + at);
    let end = match text[..end].rfind(char::is_whitespace) {
        Some(blank) if end < text.len() && blank > first => blank,
        _ => end,
    };
    let end = end.max(start);
    let snippet: String = text[start..end]
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let chars = |from: usize, to: usize| -> u32 {
        text[from..to]
            .chars()
            .count()
            .try_into()
            .unwrap_or(u32::MAX)
    };
    let spans = matched
        .iter()
        .filter(|token| token.span.start >= start && token.span.end <= end)
        .map(|token| Span {
            start: chars(start, token.span.start),
            end: chars(start, token.span.end),
        })
        .collect();
    (snippet, spans)
}
