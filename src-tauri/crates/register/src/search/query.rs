//! A search taken apart: its words, and the numbers it may be.

use crate::database::value::number_key;
use crate::error::Result;
use crate::number::typed::TypedNumber;
use crate::search::figures::figures;
use rusqlite::{Connection, params};
use russian::stem::{other_stems, tokens_with_spans};
use std::collections::HashMap;

/// A query is cut off behind so many words; nobody means more.
const MOST_WORDS: usize = 24;

/// A begun word is completed to at most so many stems.
const MOST_COMPLETIONS: u32 = 100;

/// The widest counting number; one typed without its zeros is tried up to here.
const WIDEST_COUNTING: usize = 8;

/// A number is typed in so many words at most: «вх № 2026 1».
const NUMBER_WORDS: usize = 4;

/// How many numbers that only begin like the query are shown.
const BEGUN_NUMBERS: i64 = 50;

pub(crate) struct QueryWord {
    stem: String,
    /// Stems that other forms of the word have.
    others: Vec<String>,
    /// The word as typed, when it may be only the beginning of one.
    begun: Option<String>,
    /// The numbers it may be a part of.
    numbers: Vec<String>,
    /// The figures of the whole query, when it is but the beginning of a number.
    begun_figures: Option<String>,
}

impl QueryWord {
    pub(crate) fn is(&self, stem: &str, plain: impl FnOnce() -> String) -> bool {
        self.stem == stem
            || self.others.iter().any(|other| other == stem)
            || self.numbers.iter().any(|number| number == stem)
            || self
                .begun
                .as_deref()
                .is_some_and(|begun| stem.starts_with(begun) || plain().starts_with(begun))
    }
}

/// A query taken apart. What goes to the index is built from letters and
/// digits alone, so nothing typed can be an operator there.
pub(crate) struct Query {
    pub words: Vec<QueryWord>,
    /// The whole query as a key of numbers, when there is a digit in it.
    pub number: Option<String>,
    /// The same without the zeros that nobody types: «вх 2026/1» means
    /// «ВХ-2026/0001».
    pub typed: Option<TypedNumber>,
}

/// Complaints that a query names by a number.
#[derive(Default)]
pub(crate) struct NumberMatches {
    /// Those whose own number it is first.
    pub serials: Vec<i64>,
    /// The number of a letter or a paper, where it is that.
    pub letters: HashMap<i64, String>,
}

/// The number with its last digits led by zeros, in every width they may have.
fn zeroed(typed: &str) -> Vec<String> {
    let head = typed.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &typed[head.len()..];
    if head.is_empty() || digits.is_empty() {
        return Vec::new();
    }
    (digits.len() + 1..=WIDEST_COUNTING)
        .map(|width| number_key(&format!("{head}{digits:0>width$}")))
        .collect()
}

/// The figures of a query that is nothing else, as the beginning of a telephone number without the code of the
/// country.
fn begun_figures(text: &str) -> Option<String> {
    const FEWEST: usize = 6;
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_number = text
        .chars()
        .all(|c| c.is_ascii_digit() || " +-()\u{a0}".contains(c));
    let bare = match digits.strip_prefix(['7', '8']) {
        Some(rest) if text.trim_start().starts_with(['+', '8']) => rest.to_owned(),
        _ => digits,
    };
    (is_number && (FEWEST..10).contains(&bare.len())).then_some(bare)
}

impl Query {
    pub(crate) fn of(text: &str) -> Self {
        let chunks: Vec<&str> = text.split_whitespace().collect();
        let mut words = Vec::new();
        let figures = figures(text);
        let begun_figures = begun_figures(text);
        let mut position = 0;
        for (at, chunk) in chunks.iter().enumerate() {
            let tokens = tokens_with_spans(chunk);
            let key = number_key(chunk);
            let mut numbers = Vec::new();
            if key.bytes().any(|b| b.is_ascii_digit()) && tokens.len() > 1 {
                numbers = zeroed(chunk);
                numbers.push(key);
            }
            let last = at + 1 == chunks.len() && !text.ends_with(char::is_whitespace);
            let count = tokens.len();
            let start = text.len() - text[position..].trim_start().len();
            position = start + chunk.len();
            for (nth, token) in tokens.into_iter().enumerate() {
                let (from, to) = (start + token.span.start, start + token.span.end);
                // The most that is said of a number comes first.
                let whole = figures
                    .iter()
                    .find(|known| known.span.start <= from && to <= known.span.end);
                let mut numbers = numbers.clone();
                numbers.extend(whole.map(|known| known.stem.clone()));
                let others = other_stems(&chunk[token.span.clone()]);
                let plain = number_key(&chunk[token.span]);
                let begun = (last
                    && nth + 1 == count
                    && plain.chars().count() >= 3
                    && !plain.bytes().all(|b| b.is_ascii_digit()))
                .then_some(plain);
                words.push(QueryWord {
                    stem: token.stem,
                    others,
                    begun,
                    numbers,
                    begun_figures: begun_figures.clone(),
                });
            }
        }
        words.truncate(MOST_WORDS);
        let said = |chunk: &&&str| chunk.contains(char::is_alphanumeric);
        let key = Some(text)
            .filter(|_| chunks.iter().filter(said).count() <= NUMBER_WORDS)
            .map(number_key);
        Self {
            words,
            number: key.filter(|key| key.bytes().any(|b| b.is_ascii_digit())),
            typed: TypedNumber::of(text),
        }
    }

    /// The expression for the index; empty when nothing is sought.
    pub(crate) fn expression(&self, conn: &Connection) -> Result<String> {
        let mut all = Vec::new();
        for word in &self.words {
            let mut ways = vec![format!("\"{}\"", word.stem)];
            if let Some(begun) = &word.begun {
                ways.extend(completions(conn, begun)?);
            }
            ways.extend(word.others.iter().map(|other| format!("\"{other}\"")));
            ways.extend(
                word.begun_figures
                    .iter()
                    .map(|begun| format!("\"{begun}\"*")),
            );
            ways.extend(word.numbers.iter().map(|number| format!("\"{number}\"")));
            all.push(format!("({})", ways.join(" OR ")));
        }
        Ok(all.join(" AND "))
    }

    /// Complaints whose number the query is, or else begins like; then those on
    /// which a letter has it.
    pub(crate) fn numbered(&self, conn: &Connection, filter: &str) -> Result<NumberMatches> {
        let Some(key) = &self.number else {
            return Ok(NumberMatches::default());
        };
        let (meant, letters) = match &self.typed {
            Some(typed) => (typed.complaints(conn)?, typed.of_letters(conn)?),
            None => Default::default(),
        };
        let of = |found: &[(i64, String)]| -> Result<String> {
            let serials: Vec<i64> = found.iter().map(|(serial, _)| *serial).collect();
            Ok(serde_json::to_string(&serials)?)
        };
        let sql = format!(
            "SELECT listing.serial, min(found.far) AS far FROM (
                 SELECT serial, 0 AS far FROM complaint WHERE number_key = ?1
                 UNION ALL SELECT value, 0 FROM json_each(?2)
                 UNION ALL SELECT serial, 1 FROM (
                     SELECT serial FROM complaint WHERE number_key >= ?1 AND number_key < ?3
                     ORDER BY number_key DESC LIMIT ?4)
                 UNION ALL SELECT value, 2 FROM json_each(?5)
             ) AS found CROSS JOIN listing ON listing.serial = found.serial
             WHERE {filter} GROUP BY listing.serial ORDER BY far, listing.serial DESC LIMIT 200"
        );
        let plain = key.bytes().all(|b| b.is_ascii_digit());
        let begun = if key.len() >= 3 && !plain && meant.is_empty() {
            BEGUN_NUMBERS
        } else {
            0
        };
        let after = format!("{key}\u{10ffff}");
        let mut out = NumberMatches::default();
        let mut statement = conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params![key, of(&meant)?, after, begun, of(&letters)?])?;
        while let Some(row) = rows.next()? {
            let (serial, far): (i64, i64) = (row.get(0)?, row.get(1)?);
            out.serials.push(serial);
            if let Some((_, number)) = letters.iter().find(|(of, _)| far == 2 && *of == serial) {
                out.letters.insert(serial, number.clone());
            }
        }
        Ok(out)
    }
}

/// The stems a begun word may become. When there are too many to name, the
/// index is asked for all that begins so, which takes it longer.
fn completions(conn: &Connection, begun: &str) -> Result<Vec<String>> {
    let stems: Vec<String> = conn
        .prepare_cached(include_str!("stem_begun.sql"))?
        .query_map(
            params![begun, format!("{begun}\u{10ffff}"), MOST_COMPLETIONS + 1],
            |row| row.get::<_, String>(0),
        )?
        .collect::<rusqlite::Result<_>>()?;
    Ok(
        if stems.len() > MOST_COMPLETIONS as usize || !begun.chars().all(char::is_alphabetic) {
            vec![format!("\"{begun}\"*")]
        } else {
            stems.iter().map(|stem| format!("\"{stem}\"")).collect()
        },
    )
}
