//! Letters outside ASCII in a header: raw bytes, and encoded words (RFC 2047).

use super::transfer;
use crate::charset;
use base64::{Engine, engine::general_purpose::STANDARD};

/// The longest encoded word in the Q form, in bytes; the standard says 75.
const LONGEST_WORD: usize = 1024;

/// Field by field, so that one field in a strange charset spoils no other.
pub(super) fn eight_bit(block: &[u8]) -> String {
    if let Ok(text) = str::from_utf8(block) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(block.len() * 2);
    let mut field = 0;
    let mut at = 0;
    for text in block.split_inclusive(|b| *b == b'\n') {
        if at > field && !text.starts_with(b" ") && !text.starts_with(b"\t") {
            out.push_str(&charset::decode(&block[field..at], None).text);
            field = at;
        }
        at += text.len();
    }
    out.push_str(&charset::decode(&block[field..], None).text);
    out
}

/// One RFC 2047 encoded word at the start of the text: charset, content, and
/// the length of the word.
fn encoded_word(text: &str) -> Option<(&str, Vec<u8>, usize)> {
    let rest = text.strip_prefix("=?")?;
    let (charset, rest) = rest.split_once('?')?;
    let (method, rest) = rest.split_once('?')?;
    if charset.is_empty()
        || charset.len() > 60
        || charset.contains(|c: char| c.is_whitespace() || c == '=')
    {
        return None;
    }
    let content = match method {
        "B" | "b" => {
            let is_digit = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=');
            let end = rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
            let tail = &rest[end..];
            if tail.starts_with("?=") {
                &rest[..end]
            } else if end > 4 && (tail.is_empty() || tail.starts_with(['\r', '\n', ' ', '\t'])) {
                // The line was cut at the word's end.
                return Some((
                    charset.split('*').next().unwrap_or(charset),
                    transfer::decode(&rest.as_bytes()[..end], "base64")
                        .bytes
                        .into_owned(),
                    2 + charset.len() + 1 + method.len() + 1 + end,
                ));
            } else {
                rest.split_once('?')
                    .filter(|(_, tail)| tail.starts_with('='))?
                    .0
            }
        }
        // In the Q form `?=` may only end the word, even before a hex digit.
        "Q" | "q" => {
            rest[..rest.floor_char_boundary(LONGEST_WORD)]
                .split_once("?=")?
                .0
        }
        _ => return None,
    };
    let bytes = if method.eq_ignore_ascii_case("b") {
        transfer::decode(content.as_bytes(), "base64")
            .bytes
            .into_owned()
    } else {
        transfer::quoted_printable(content.replace('_', "=20").as_bytes()).0
    };
    let length = 2 + charset.len() + 1 + method.len() + 1 + content.len() + 2;
    let charset = charset.split('*').next().unwrap_or(charset);
    Some((charset, bytes, length))
}

/// Joins each run of neighbouring encoded words into one UTF-8 word.
pub(super) fn join_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("=?") {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let mut runs: Vec<(String, Vec<u8>)> = Vec::new();
        while let Some((charset, bytes, length)) = encoded_word(rest) {
            match runs.last_mut() {
                Some((last, so_far)) if last.eq_ignore_ascii_case(charset) => so_far.extend(bytes),
                _ => runs.push((charset.to_owned(), bytes)),
            }
            rest = &rest[length..];
            let next = rest.trim_start_matches([' ', '\t', '\r', '\n']);
            let gap = &rest[..rest.len() - next.len()];
            // A line end without a following blank starts a new field.
            if gap.ends_with('\n') || !next.starts_with("=?") || encoded_word(next).is_none() {
                break;
            }
            rest = next;
        }
        if runs.is_empty() {
            out.push_str("=?");
            rest = &rest[2..];
            continue;
        }
        let words: String = runs
            .iter()
            .map(|(charset, bytes)| charset::decode(bytes, Some(charset)).text)
            .collect();
        out.push_str("=?utf-8?B?");
        out.push_str(&STANDARD.encode(without_line_ends(&words)));
        out.push_str("?=");
    }
    out.push_str(rest);
    out
}

/// The text of a value, its encoded words read.
pub(super) fn words_in(value: &str) -> String {
    let joined = join_words(value);
    let mut out = String::with_capacity(joined.len());
    let mut rest = joined.as_str();
    while let Some(start) = rest.find("=?utf-8?B?") {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        match encoded_word(rest) {
            Some((_, bytes, length)) => {
                out.push_str(&String::from_utf8_lossy(&bytes));
                rest = &rest[length..];
            }
            None => {
                out.push_str("=?");
                rest = &rest[2..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn without_line_ends(words: &str) -> String {
    words
        .chars()
        .map(|c| if matches!(c, '\r' | '\n') { ' ' } else { c })
        .collect()
}
