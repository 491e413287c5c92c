//! How values stand in the database: days, times, ids, and the keys that
//! lists sort and people are found by.

use crate::error::{RegisterError, Result};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, SecondsFormat};
use rusqlite::types::Value;
use uuid::Uuid;

pub(crate) fn time(at: DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, false)
}

pub(crate) fn read_time(text: &str) -> Result<DateTime<FixedOffset>> {
    // A file may bear a time of the year 10000, which RFC 3339 has no word for.
    DateTime::parse_from_rfc3339(text)
        .or_else(|_| text.parse())
        .map_err(|_| RegisterError::Corrupt(format!("not a time: {text}")))
}

pub(crate) fn read_time_opt(text: Option<String>) -> Result<Option<DateTime<FixedOffset>>> {
    text.as_deref().map(read_time).transpose()
}

pub(crate) fn read_day(text: &str) -> Result<NaiveDate> {
    text.parse()
        .map_err(|_| RegisterError::Corrupt(format!("not a day: {text}")))
}

pub(crate) fn read_day_opt(text: Option<String>) -> Result<Option<NaiveDate>> {
    text.as_deref().map(read_day).transpose()
}

/// A day as a number that sorts, as `listing` keeps it.
pub(crate) fn day_number(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce())
}

pub(crate) fn read_day_number(number: Option<i64>) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(number?).ok()?)
}

/// A value of an enum by the name it is stored under.
pub(crate) fn variant<T>(read: impl Fn(&str) -> Option<T>, word: &str) -> Result<T> {
    read(word).ok_or_else(|| RegisterError::Corrupt(format!("unknown word: {word}")))
}

/// The place of a value in its vocabulary, as `listing` keeps it.
pub(crate) fn place<T: PartialEq>(all: &[T], value: &T) -> i64 {
    all.iter()
        .position(|v| v == value)
        .map_or(-1, |at| at.try_into().unwrap_or(-1))
}

/// The value at a place of its vocabulary.
pub(crate) fn at_place<T: Copy>(all: &[T], place: i64) -> Result<T> {
    usize::try_from(place)
        .ok()
        .and_then(|at| all.get(at).copied())
        .ok_or_else(|| RegisterError::Corrupt(format!("unknown place: {place}")))
}

pub(crate) fn blob(id: Uuid) -> Value {
    Value::Blob(id.as_bytes().to_vec())
}

pub(crate) fn text(words: impl Into<String>) -> Value {
    Value::Text(words.into())
}

pub(crate) fn text_opt(words: Option<impl Into<String>>) -> Value {
    words.map_or(Value::Null, |w| Value::Text(w.into()))
}

pub(crate) fn day_opt(day: Option<NaiveDate>) -> Value {
    day.map_or(Value::Null, |d| Value::Text(d.to_string()))
}

/// The key a list sorts a line of text by: its first forty characters,
/// lower-case, with ё as е and single spaces.
pub(crate) fn sort_key(line: &str) -> String {
    let mut key = String::with_capacity(line.len().min(80));
    let mut taken = 0;
    for word in line.split_whitespace() {
        if taken > 0 {
            key.push(' ');
            taken += 1;
        }
        for c in word.chars().flat_map(char::to_lowercase) {
            key.push(if c == 'ё' { 'е' } else { c });
            taken += 1;
            if taken >= 40 {
                return key;
            }
        }
    }
    key
}

/// The key a card is found again by: the whole name.
pub(crate) fn name_key(name: &str) -> String {
    name.split_whitespace()
        .map(|word| word.to_lowercase().replace('ё', "е"))
        .collect::<Vec<_>>()
        .join(" ")
}

pub(crate) fn email_key(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Digits only; a leading Russian trunk 8 counts as the country code 7.
pub(crate) fn phone_key(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('8') {
        Some(rest) if digits.len() == 11 => format!("7{rest}"),
        _ => digits,
    }
}

/// A register number without its case and punctuation, so that it is found
/// however it is typed.
pub(crate) fn number_key(number: &str) -> String {
    number
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric())
        .map(|c| if c == 'ё' { 'е' } else { c })
        .collect()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut out, byte| {
        // Writing to a string never fails.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

pub(crate) fn count_value(value: u64) -> Value {
    Value::Integer(i64::try_from(value).unwrap_or(i64::MAX))
}
