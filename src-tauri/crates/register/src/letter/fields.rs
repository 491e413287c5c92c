//! A letter as it goes in and as it comes back.

use crate::database::value::{day_opt, text, time};
use crate::error::Result;
use crate::journal::op::By;
use crate::journal::row_image::Columns;
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{ComplaintId, Language, LetterKind, LetterSummary};

#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    /// What it is and where it stands.
    pub summary: LetterSummary,
    pub complaint: ComplaintId,
    /// Its text, as the letter room wrote it.
    pub content: serde_json::Value,
    /// When the complainant answered it, for a request for information.
    pub answered_at: Option<DateTime<FixedOffset>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NewLetter {
    /// Decides the series of its number and whether it answers for good.
    pub kind: LetterKind,
    pub language: Language,
    /// As lists show it.
    pub heading: String,
    /// Its text, as the letter room wrote it.
    pub content: serde_json::Value,
    /// The day it names: what an interim reply promises, when an invitation asks to come.
    pub promised: Option<NaiveDate>,
}

impl NewLetter {
    /// The same letter as it stands in the register, to be changed and saved.
    pub fn of(letter: &Letter) -> Self {
        let LetterSummary {
            kind,
            language,
            heading,
            promised,
            ..
        } = &letter.summary;
        Self {
            kind: *kind,
            language: *language,
            heading: heading.clone(),
            content: letter.content.clone(),
            promised: *promised,
        }
    }
}

pub(crate) fn letter_columns(letter: &NewLetter, by: &By) -> Result<Columns> {
    Ok(vec![
        ("kind", text(letter.kind.as_str())),
        ("language", text(letter.language.as_str())),
        ("heading", text(letter.heading.clone())),
        ("content", text(serde_json::to_string(&letter.content)?)),
        ("promised", day_opt(letter.promised)),
        ("changed_at", text(time(by.now))),
    ])
}
