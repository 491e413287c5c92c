//! Search in Russian word forms. Texts were cut to stems when they were
//! written; a query is cut the same way, so «чайники» finds «чайником».

use crate::error::{RegisterError, Result};
use crate::list::{self, number};
use crate::register::Register;
use crate::text::{number_key, sort_key};
use crate::typed_number::TypedNumber;
use chrono::NaiveDate;
use complaint::{RegisterPage, RegisterQuery, SearchHit, SortColumn, Span};
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};
use russian::stem::{Token, tokens_with_spans};
use std::collections::HashMap;

/// A query is cut off behind so many words; nobody means more.
const MOST_WORDS: usize = 24;
/// A begun word is completed to at most so many stems.
const MOST_COMPLETIONS: u32 = 100;
/// Matches beyond this many are listed newest first, whatever the order asked.
const SORTED: u64 = 20_000;
/// The widest counting number; one typed without its zeros is tried up to here.
const WIDEST_COUNTING: usize = 8;
/// A number is typed in so many words at most: «вх № 2026 1».
const NUMBER_WORDS: usize = 4;
/// How many numbers that only begin like the query are shown.
const BEGUN_NUMBERS: i64 = 50;
/// Characters of a snippet before and after its first match.
const BEFORE: usize = 60;
const AFTER: usize = 140;

/// One word of a query.
struct Sought {
    stem: String,
    /// The word as typed, when it may be only the beginning of one.
    begun: Option<String>,
    /// The numbers it may be a part of.
    numbers: Vec<String>,
}

impl Sought {
    fn is(&self, stem: &str, plain: impl FnOnce() -> String) -> bool {
        self.stem == stem
            || self
                .begun
                .as_deref()
                .is_some_and(|begun| stem.starts_with(begun) || plain().starts_with(begun))
    }
}

/// A query taken apart. What goes to the index is built from letters and
/// digits alone, so nothing typed can be an operator there.
struct Asked {
    words: Vec<Sought>,
    /// The whole query as a key of numbers, when there is a digit in it.
    number: Option<String>,
    /// The same without the zeros that nobody types: «вх 2026/1» means
    /// «ВХ-2026/0001».
    typed: Option<TypedNumber>,
}

/// Complaints that a query names by a number.
#[derive(Default)]
struct Numbered {
    /// Those whose own number it is first.
    serials: Vec<i64>,
    /// The number of a letter or a paper, where it is that.
    letters: HashMap<i64, String>,
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

impl Asked {
    fn of(text: &str) -> Self {
        let chunks: Vec<&str> = text.split_whitespace().collect();
        let mut words = Vec::new();
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
            for (nth, token) in tokens.into_iter().enumerate() {
                let plain = number_key(&chunk[token.span]);
                let begun = (last
                    && nth + 1 == count
                    && plain.chars().count() >= 3
                    && !plain.bytes().all(|b| b.is_ascii_digit()))
                .then_some(plain);
                words.push(Sought {
                    stem: token.stem,
                    begun,
                    numbers: numbers.clone(),
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
    fn expression(&self, conn: &Connection) -> Result<String> {
        let mut all = Vec::new();
        for word in &self.words {
            let mut ways = vec![format!("\"{}\"", word.stem)];
            if let Some(begun) = &word.begun {
                ways.extend(completions(conn, begun)?);
            }
            ways.extend(word.numbers.iter().map(|number| format!("\"{number}\"")));
            all.push(format!("({})", ways.join(" OR ")));
        }
        Ok(all.join(" AND "))
    }

    /// Complaints whose number the query is, or else begins like; then those on
    /// which a letter has it.
    fn numbered(&self, conn: &Connection, filter: &str) -> Result<Numbered> {
        let Some(key) = &self.number else {
            return Ok(Numbered::default());
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
        let mut out = Numbered::default();
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
        .prepare_cached(include_str!("sql/stem_begun.sql"))?
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

/// Serials below `before` that match, newest first.
pub(crate) fn matching(
    conn: &Connection,
    text: &str,
    before: i64,
    limit: u32,
    filter: &str,
) -> Result<Vec<i64>> {
    let asked = Asked::of(text);
    let mut found = asked.numbered(conn, filter)?.serials;
    found.retain(|serial| *serial < before);
    let expression = asked.expression(conn)?;
    if !expression.is_empty() {
        found.extend(worded(
            conn,
            &expression,
            filter,
            (i64::MIN, before),
            &[],
            limit.into(),
            0,
        )?);
    }
    found.sort_unstable_by(|a, b| b.cmp(a));
    found.dedup();
    found.truncate(limit as usize);
    Ok(found)
}

/// Serials that match an expression, newest first, without those of `but`.
fn worded(
    conn: &Connection,
    expression: &str,
    filter: &str,
    (from, before): (i64, i64),
    but: &[i64],
    limit: u64,
    offset: u64,
) -> Result<Vec<i64>> {
    let sql = format!(
        "SELECT words.rowid FROM words CROSS JOIN listing ON listing.serial = words.rowid
         WHERE words MATCH ?1 AND words.rowid >= ?5 AND words.rowid < ?2 AND {filter} {}
         ORDER BY words.rowid DESC LIMIT ?3 OFFSET ?4",
        except(but)
    );
    let values = [
        Value::Text(expression.to_owned()),
        Value::Integer(before),
        number(limit),
        number(offset),
        Value::Integer(from),
    ];
    conn.prepare_cached(&sql)?
        .query_map(params_from_iter(values), |row| row.get(0))?
        .map(|serial| Ok(serial?))
        .collect()
}

fn except(serials: &[i64]) -> String {
    if serials.is_empty() {
        return String::new();
    }
    let list: Vec<String> = serials.iter().map(i64::to_string).collect();
    format!("AND words.rowid NOT IN ({})", list.join(", "))
}

/// A page of the register that asks for words.
pub(crate) fn page(
    register: &Register,
    conn: &Connection,
    query: &RegisterQuery,
    offset: u64,
    limit: u32,
    today: NaiveDate,
) -> Result<RegisterPage> {
    let filter = list::condition(query, today);
    let asked = Asked::of(&query.text);
    let first = asked.numbered(conn, &filter)?.serials;
    let expression = asked.expression(conn)?;
    let mut total = first.len() as u64;
    let mut within = (i64::MIN, i64::MAX);
    if !expression.is_empty() {
        let matched = Value::Text(expression.clone());
        let worded = if list::is_bare(conn, query)? && first.is_empty() {
            // Without a trash and other conditions the index alone can count.
            let sql = "SELECT count(*), NULL, NULL FROM words WHERE words MATCH ?1";
            register.remembered(conn, sql, &[matched])?
        } else {
            // What is filtered often lies close together: open cases are the
            // newest. The index need not be walked outside of that.
            let sql =
                format!("SELECT count(*), min(serial), max(serial) FROM listing WHERE {filter}");
            let kept = register.remembered(conn, &sql, &[])?;
            let sql = format!(
                "SELECT count(*), min(listing.serial), max(listing.serial)
                 FROM words CROSS JOIN listing ON listing.serial = words.rowid
                 WHERE words MATCH ?1 AND words.rowid BETWEEN ?2 AND ?3 AND {filter} {}",
                except(&first)
            );
            let values = [
                matched,
                Value::Integer(kept.first),
                Value::Integer(kept.last),
            ];
            let found = register.remembered(conn, &sql, &values)?;
            within = (found.first, found.last.saturating_add(1));
            found
        };
        total += worded.rows;
    }
    let newest_first = query.descending && query.sort == SortColumn::Number;
    let serials = if total <= SORTED && !newest_first {
        let mut all = first;
        if !expression.is_empty() {
            all.extend(worded(conn, &expression, &filter, within, &all, SORTED, 0)?);
        }
        let from = usize::try_from(offset).unwrap_or(usize::MAX);
        sorted(conn, all, query)?
            .into_iter()
            .skip(from)
            .take(limit as usize)
            .collect()
    } else {
        let numbers = first.len() as u64;
        let mut page: Vec<i64> = first
            .iter()
            .copied()
            .skip(usize::try_from(offset).unwrap_or(usize::MAX))
            .take(limit as usize)
            .collect();
        let left = u64::from(limit) - page.len() as u64;
        if left > 0 && !expression.is_empty() {
            let skip = offset.saturating_sub(numbers);
            page.extend(worded(
                conn,
                &expression,
                &filter,
                within,
                &first,
                left,
                skip,
            )?);
        }
        page
    };
    Ok(RegisterPage {
        rows: list::rows(conn, &serials)?,
        total,
        offset,
    })
}

fn sorted(conn: &Connection, serials: Vec<i64>, query: &RegisterQuery) -> Result<Vec<i64>> {
    let column = match query.sort {
        SortColumn::Received => "received",
        SortColumn::Number => "serial",
        SortColumn::Due => "due",
        SortColumn::Complainant => "name",
        SortColumn::Subject => "subject",
        SortColumn::Status => "status",
    };
    let way = if query.descending { "DESC" } else { "ASC" };
    let list = serde_json::to_string(&serials)?;
    let sql = format!(
        "SELECT serial FROM json_each(?1) AS asked CROSS JOIN listing ON serial = asked.value
         ORDER BY {column} IS NULL, {column} {way}, serial {way}"
    );
    conn.prepare_cached(&sql)?
        .query_map([list], |row| row.get(0))?
        .map(|serial| Ok(serial?))
        .collect()
}

impl Register {
    /// Complaints that hold every word of `text` in some form, the last word
    /// perhaps only begun; those whose number it is come first, then the
    /// newest. The trash is left out.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn search(&self, text: &str, limit: u32) -> Result<Vec<SearchHit>> {
        let mut conn = self.reader();
        let tx = conn.transaction()?;
        let asked = Asked::of(text);
        let filter = "trashed = 0";
        let numbered = asked.numbered(&tx, filter)?;
        let mut serials = numbered.serials.clone();
        serials.truncate(limit as usize);
        let expression = asked.expression(&tx)?;
        let left = u64::from(limit) - serials.len() as u64;
        if left > 0 && !expression.is_empty() {
            serials.extend(worded(
                &tx,
                &expression,
                filter,
                (i64::MIN, i64::MAX),
                &numbered.serials,
                left,
                0,
            )?);
        }
        let rows = list::rows(&tx, &serials)?;
        serials
            .into_iter()
            .zip(rows)
            .map(|(serial, row)| {
                if numbered.serials.contains(&serial) {
                    let (field, snippet) = match numbered.letters.get(&serial) {
                        Some(number) => ("letter", number),
                        None => ("number", &row.number),
                    };
                    let end = snippet.chars().count().try_into().unwrap_or(u32::MAX);
                    return Ok(SearchHit {
                        field: field.to_owned(),
                        snippet: snippet.clone(),
                        spans: vec![Span { start: 0, end }],
                        row,
                    });
                }
                let text: String = tx
                    .prepare_cached("SELECT body FROM complaint WHERE serial = ?1")?
                    .query_row([serial], |found| found.get(0))?;
                Ok(hit(&asked, row, &text))
            })
            .collect::<Result<_, RegisterError>>()
    }
}

/// Where a query stands in a complaint, in the field that holds most of it.
fn hit(asked: &Asked, row: complaint::ComplaintRow, text: &str) -> SearchHit {
    let mut best = (0, "subject", row.subject.as_str());
    for (field, words) in [
        ("subject", row.subject.as_str()),
        ("complainant", row.complainant.as_str()),
        ("text", text),
        ("number", row.number.as_str()),
    ] {
        let tokens = tokens_with_spans(words);
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

fn matches(word: &Sought, token: &Token, text: &str) -> bool {
    word.is(&token.stem, || sort_key(&text[token.span.clone()]))
}

/// A stretch of `text` around the first match, and the matches in it, counted
/// in characters.
fn snippet(asked: &Asked, text: &str) -> (String, Vec<Span>) {
    let matched: Vec<Token> = tokens_with_spans(text)
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
