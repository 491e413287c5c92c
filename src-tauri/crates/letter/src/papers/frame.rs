//! What stands around a paper: the office, the language, the letter it belongs to.

use super::vocabulary::words;
use crate::words::clean::clean_line;
use crate::words::figures::date;
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{Language, OfficeProfile};

/// What every paper needs to know besides its content.
#[derive(Clone, Debug)]
pub struct PaperFrame<'a> {
    pub office: &'a OfficeProfile,
    pub language: Language,
    /// Creation time for the file; the same time gives the same bytes.
    pub created: DateTime<FixedOffset>,
    /// Enters the file's id.
    pub seed: String,
}

#[derive(Clone, Debug, Default)]
pub struct PaperLetter {
    /// Outgoing number; empty before it is issued.
    pub number: String,
    /// The day it bears.
    pub date: Option<NaiveDate>,
    /// The letter's «О …».
    pub heading: String,
    /// Pages of its PDF; printed on one side, as many sheets.
    pub pages: u32,
}

impl PaperFrame<'_> {
    pub(super) fn meta(&self, title: String, subject: &str) -> press::Meta {
        press::Meta {
            title,
            author: clean_line(&self.office.requisites.name),
            subject: clean_line(subject),
            language: match self.language {
                Language::Ru => press::Language::Ru,
                Language::En => press::Language::En,
            },
            created: self.created,
            seed: self.seed.clone(),
        }
    }

    pub(super) fn word(&self, name: &str) -> &'static str {
        words(self.language).word(name)
    }

    /// A phrase with its places filled in.
    pub(super) fn phrase(&self, name: &str, values: &[(&str, &str)]) -> String {
        let mut text = self.word(name).to_owned();
        for (place, value) in values {
            text = text.replace(&format!("{{{place}}}"), value);
        }
        text
    }

    pub(super) fn day(&self, day: NaiveDate) -> String {
        match self.language {
            Language::Ru => russian::date::short(day),
            Language::En => russian::date::english(day),
        }
    }

    pub(super) fn long_day(&self, day: NaiveDate) -> String {
        date(day, self.language)
    }

    pub(super) fn number_of(&self, letter: &PaperLetter) -> String {
        let number = clean_line(&letter.number);
        if number.is_empty() {
            self.word("no_number").to_owned()
        } else {
            number
        }
    }

    pub(super) fn date_of(&self, letter: &PaperLetter) -> String {
        letter.date.map(|d| self.day(d)).unwrap_or_default()
    }

    /// The sender's name and address, a line each.
    pub(super) fn sender(&self) -> Vec<String> {
        let requisites = &self.office.requisites;
        let mut lines = vec![clean_line(&requisites.name)];
        lines.extend(requisites.address.lines().map(clean_line));
        lines.retain(|l| !l.is_empty());
        lines
    }
}
