//! What can be wrong with a field that somebody filled in, whatever it belongs to.

use crate::words::vocabulary;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;
use ts_rs::TS;

vocabulary! {
    FieldProblem {
        /// It must be filled in.
        Missing = "missing",
        /// It is longer than can be kept.
        TooLong = "too_long",
        /// A figure greater than makes sense.
        TooMuch = "too_much",
        /// More pieces than can be kept.
        TooMany = "too_many",
        /// What else was chosen leaves no place for it.
        OutOfPlace = "out_of_place",
        Future = "future",
        /// It lies before what it must follow.
        TooEarly = "too_early",
        /// It lies after all that anybody dates.
        TooLate = "too_late",
        /// A decision of this kind needs it.
        NeededForDecision = "needed_for_decision",
        /// A sum of nothing where something is given.
        Zero = "zero",
        /// It is larger than what was asked.
        MoreThanAsked = "more_than_asked",
        /// It is smaller than what was asked, though all of it is granted.
        LessThanAsked = "less_than_asked",
        /// The sum that it enters into is more than can be counted.
        TooLarge = "too_large",
        /// It does not belong to this complaint.
        Foreign = "foreign",
        /// Another thing of the sort is called so.
        Taken = "taken",
        /// It is not a single word.
        NotOneWord = "not_one_word",
        /// It looks mistaken and has to be confirmed.
        Doubtful = "doubtful",
    }
}

/// A field that can't be kept as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFault {
    /// The field as JSON names it; within another with its path: `complainant.email`, `demands.0.detail`.
    pub field: String,
    pub problem: FieldProblem,
}

impl FieldFault {
    pub fn of(field: impl Into<String>, problem: FieldProblem) -> Self {
        Self {
            field: field.into(),
            problem,
        }
    }

    /// The same fault seen from the value that holds the field's own: `detail` in `demands.0`.
    pub fn within(self, holder: &str) -> Self {
        Self {
            field: format!("{holder}.{}", self.field),
            ..self
        }
    }
}

/// Refuses a text of more characters than `limit`.
///
/// # Errors
/// [`FieldProblem::TooLong`].
pub fn no_longer(field: &str, text: &str, limit: usize) -> Result<(), FieldFault> {
    match text.chars().nth(limit) {
        Some(_) => Err(FieldFault::of(field, FieldProblem::TooLong)),
        None => Ok(()),
    }
}

/// The years in which anything of a complaint happens; another is mistyped. The law on the rights of
/// consumers is of 1992 (№ 2300-1).
const YEARS: RangeInclusive<i32> = 1992..=2100;

/// Refuses a day that is mistyped or made up: no year of it is anywhere near.
///
/// # Errors
/// [`FieldProblem::TooEarly`], [`FieldProblem::TooLate`].
pub fn dated(field: &str, day: impl Datelike) -> Result<(), FieldFault> {
    let problem = if day.year() < *YEARS.start() {
        FieldProblem::TooEarly
    } else if day.year() > *YEARS.end() {
        FieldProblem::TooLate
    } else {
        return Ok(());
    };
    Err(FieldFault::of(field, problem))
}

/// Refuses a day that lies more than `days` after `from`: what is agreed or promised is nearer.
///
/// # Errors
/// [`FieldProblem::TooLate`].
pub fn no_later(field: &str, day: NaiveDate, from: NaiveDate, days: u32) -> Result<(), FieldFault> {
    if (day - from).num_days() > i64::from(days) {
        Err(FieldFault::of(field, FieldProblem::TooLate))
    } else {
        Ok(())
    }
}

/// Characters of one-line fields; more is a paste into the wrong field.
pub const LINE: usize = 1_000;

/// The beginning of a text that is too long for a one-line field, ending in an ellipsis.
pub fn cut_to_line(text: &str) -> Option<String> {
    cut_to(text, LINE)
}

/// The beginning of a text of more than `most` characters, ending in an ellipsis.
pub(crate) fn cut_to(text: &str, most: usize) -> Option<String> {
    text.chars().nth(most)?;
    Some(text.chars().take(most - 1).chain(['…']).collect())
}

/// The words of a text with single spaces between them, on one line.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text trimmed, or none where nothing is left of it.
pub(crate) fn filled(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
}
