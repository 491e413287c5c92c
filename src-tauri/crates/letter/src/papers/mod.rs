//! The papers around a letter that are no letters: envelopes, labels, the
//! inventory of contents, the receipt for handing over, the index of a case
//! file, the printed register, the cover of the proof of an answer.
//!
//! All are of our own design. Nothing here looks like a form of the post.

mod book;
mod case_index;
mod envelope;
mod inspection_cover;
mod inventory;
mod label;
mod proof_cover;
mod receipt;
mod vocabulary;
mod window;

pub use book::{Book, BookIncoming, BookOutgoing, book};
pub use case_index::{CaseIndex, IndexEntry, case_index};
pub use envelope::{DL_WINDOW, Envelope, EnvelopeSize, Rect, Zones, envelope};
pub use inspection_cover::{InspectionCover, inspection_cover};
pub use inventory::{InventoryPaper, inventory};
pub use label::{LABELS_A_SHEET, LabelForm, labels};
pub use proof_cover::{ProofCover, ProofJournalRow, ProofPart, proof_cover};
pub use receipt::{Receipt, receipt};
pub use vocabulary::{paper_phrase, paper_word};
pub use window::{WindowFit, window_fit, window_sheet};

use crate::words::{clean_line, date};
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{Language, OfficeProfile};
use vocabulary::words;

/// What every paper needs to know besides its content.
#[derive(Clone, Debug)]
pub struct PaperFrame<'a> {
    /// The office it comes from.
    pub office: &'a OfficeProfile,
    /// The language it is in.
    pub language: Language,
    /// Creation time for the file; the same time gives the same bytes.
    pub created: DateTime<FixedOffset>,
    /// Enters the file's id.
    pub seed: String,
}

/// The letter a paper belongs to.
#[derive(Clone, Debug, Default)]
pub struct PaperLetter {
    /// Outgoing number.
    pub number: String,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// Its heading.
    pub heading: String,
    /// Pages of its PDF; printed on one side, as many sheets.
    pub pages: u32,
}

impl PaperFrame<'_> {
    fn meta(&self, title: String, subject: &str) -> press::Meta {
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

    /// A word of the papers.
    fn word(&self, name: &str) -> &'static str {
        words(self.language).word(name)
    }

    /// A phrase with its places filled in.
    fn phrase(&self, name: &str, values: &[(&str, &str)]) -> String {
        let mut text = self.word(name).to_owned();
        for (place, value) in values {
            text = text.replace(&format!("{{{place}}}"), value);
        }
        text
    }

    fn day(&self, day: NaiveDate) -> String {
        match self.language {
            Language::Ru => russian::date::short(day),
            Language::En => russian::date::english(day),
        }
    }

    fn long_day(&self, day: NaiveDate) -> String {
        date(day, self.language)
    }

    fn number_of(&self, letter: &PaperLetter) -> String {
        let number = clean_line(&letter.number);
        if number.is_empty() {
            self.word("no_number").to_owned()
        } else {
            number
        }
    }

    fn date_of(&self, letter: &PaperLetter) -> String {
        letter.date.map(|d| self.day(d)).unwrap_or_default()
    }

    /// The sender's name and address, a line each.
    fn sender(&self) -> Vec<String> {
        let requisites = &self.office.requisites;
        let mut lines = vec![clean_line(&requisites.name)];
        lines.extend(requisites.address.lines().map(clean_line));
        lines.retain(|l| !l.is_empty());
        lines
    }
}

/// A paragraph flush left without an indent.
fn plain(text: impl Into<String>) -> press::Block {
    press::Block::aligned(press::Align::Left, vec![press::Span::plain(text)])
}

/// The same in smaller type.
fn small(text: impl Into<String>) -> press::Block {
    press::Block::Paragraph(press::Paragraph {
        spans: vec![press::Span::plain(text)],
        align: press::Align::Left,
        indent: Some(0.0),
        scale: Some(0.8),
        ..press::Paragraph::default()
    })
}

/// A title: centred, bold.
fn title(text: impl Into<String>) -> press::Block {
    press::Block::Heading {
        level: 1,
        spans: vec![press::Span::plain(text)],
    }
}

fn cell(text: impl Into<String>) -> press::Cell {
    press::Cell {
        spans: vec![press::Span::plain(text)],
    }
}

/// A cell that holds a number or a hash, kept as it is.
fn code(text: impl Into<String>) -> press::Cell {
    press::Cell {
        spans: vec![press::Span::name(text)],
    }
}

fn column(mm: f32, align: press::Align) -> press::Column {
    press::Column {
        width: press::Width::Mm(mm),
        align,
    }
}

fn share(part: f32) -> press::Column {
    press::Column {
        width: press::Width::Share(part),
        align: press::Align::Left,
    }
}

/// «2 л.», "2 sheets".
fn sheets(count: u32, language: Language) -> String {
    match language {
        Language::Ru => format!("{count}\u{a0}л."),
        Language::En if count == 1 => "1 sheet".to_owned(),
        Language::En => format!("{count} sheets"),
    }
}
