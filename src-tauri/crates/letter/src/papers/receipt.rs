//! A receipt for a letter that is handed over in person.

use super::element::{plain, sheets, small, title};
use super::frame::{PaperFrame, PaperLetter};
use crate::words::clean::clean_line;
use press::{Block, Document};

#[derive(Clone, Debug, Default)]
pub struct Receipt {
    /// What is handed over.
    pub letter: PaperLetter,
    /// To whom, name first.
    pub address: Vec<String>,
    /// Whether papers go along with the letter.
    pub enclosures: bool,
}

/// The receipt, ready to be set.
pub fn receipt(paper: &Receipt, frame: &PaperFrame<'_>) -> Document {
    let letter = &paper.letter;
    let number = frame.number_of(letter);
    let gap = |mm| Block::Space { mm };
    let body = vec![
        title(frame.word("receipt_title")),
        gap(4.0),
        plain(frame.phrase(
            if paper.enclosures {
                "receipt_text_with"
            } else {
                "receipt_text"
            },
            &[
                ("number", &number),
                ("date", &frame.date_of(letter)),
                ("heading", &clean_line(&letter.heading)),
                ("pages", &sheets(letter.pages, frame.language)),
            ],
        )),
        gap(3.0),
        plain(frame.phrase("receipt_from", &[("text", &frame.sender().join(", "))])),
        plain(frame.phrase(
            "receipt_to",
            &[("text", &clean_line(&paper.address.join(", ")))],
        )),
        gap(6.0),
        plain(frame.word("receipt_when")),
        gap(6.0),
        plain(frame.word("receipt_sign")),
        gap(6.0),
        plain(frame.word("receipt_authority")),
        gap(6.0),
        plain(frame.word("receipt_refused")),
        gap(6.0),
        small(frame.word("receipt_note")),
    ];
    let mut document = Document::new(
        frame.meta(format!("{}: {number}", frame.word("receipt_title")), ""),
        body,
    );
    document.page.indent = 0.0;
    document.page.right = 15.0;
    document.page.numbers = false;
    document
}
