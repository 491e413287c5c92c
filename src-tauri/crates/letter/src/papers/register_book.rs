//! The register as a printed book: landscape, its head repeated on each page,
//! pages numbered.

use super::element::{cell, column, flexible, plain, small, title};
use super::frame::PaperFrame;
use super::vocabulary::words;
use crate::words::clean::clean_line;
use chrono::NaiveDate;
use complaint::{Channel, DeliveryState, DispatchWay, NoAnswerReason, Status};
use press::{Align, Block, Document};

#[derive(Clone, Debug)]
pub struct RegisterBook {
    /// The first day whose entries it holds.
    pub from: NaiveDate,
    /// The last day whose entries it holds.
    pub to: NaiveDate,
    /// Complaints that came in; absent leaves that part out.
    pub incoming: Option<Vec<IncomingEntry>>,
    /// Letters that went out; absent leaves that part out.
    pub outgoing: Option<Vec<OutgoingEntry>>,
    /// The day it is printed.
    pub today: NaiveDate,
    /// The most entries a part may have, where one was cut off there.
    pub cut: Option<u32>,
    /// How far the journal of actions had come when it was printed; absent where it has no row.
    pub head: Option<PrintedHead>,
}

/// The newest row of the journal of actions, by which a book on paper and the records prove each other: rows are
/// chained by their hashes, so that none before it can be altered without this one changing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedHead {
    /// Its place in the journal, from 1.
    pub seq: i64,
    /// Its hash, lower-case hexadecimal.
    pub hash: String,
}

/// A complaint in the book.
#[derive(Clone, Debug)]
pub struct IncomingEntry {
    /// As the register gave it.
    pub number: String,
    /// The day it came; none where it is erased.
    pub received: Option<NaiveDate>,
    /// The day it was written into the register.
    pub recorded: NaiveDate,
    /// Where the complaint can't be shown: nothing but its number and days stands in the book.
    pub gone: Option<Gone>,
    /// The way it came in.
    pub channel: Channel,
    /// The complainant's name; empty when anonymous.
    pub name: String,
    pub subject: String,
    /// The legal last day of the answer.
    pub due: Option<NaiveDate>,
    /// Numbers and days of the letters issued on it.
    pub letters: Vec<(String, NaiveDate)>,
    /// Why no answer was due.
    pub no_answer: Option<NoAnswerReason>,
    /// How far the case has come.
    pub status: Status,
}

/// Why a number stands in the book without its complaint, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    Trashed(NaiveDate),
    Erased(NaiveDate),
}

/// A letter in the book.
#[derive(Clone, Debug)]
pub struct OutgoingEntry {
    /// As the register gave it.
    pub number: String,
    /// The day the letter bears.
    pub issued: NaiveDate,
    /// Where the letter can't be shown: nothing but its number and days stands in the book.
    pub gone: Option<Gone>,
    /// Whom the letter itself is addressed to; empty when anonymous, none of a paper that goes to nobody.
    pub name: Option<String>,
    /// The letter's «О …».
    pub heading: String,
    /// The number of the complaint it answers.
    pub complaint: String,
    pub pages: u32,
    /// Whether a later letter replaces it.
    pub superseded: bool,
    /// How and when it went, its number, and what became of it.
    pub dispatches: Vec<(
        DispatchWay,
        NaiveDate,
        String,
        DeliveryState,
        Option<NaiveDate>,
    )>,
}

/// The book, ready to be set.
pub fn register_book(book: &RegisterBook, frame: &PaperFrame<'_>) -> Document {
    let period = frame.phrase(
        "book_period",
        &[("from", &frame.day(book.from)), ("to", &frame.day(book.to))],
    );
    let mut body = Vec::new();
    if let Some(rows) = &book.incoming {
        let table = (!rows.is_empty()).then(|| incoming(rows, frame));
        part(
            &mut body,
            "book_incoming",
            &period,
            rows.len(),
            table,
            book,
            frame,
        );
    }
    if let Some(rows) = &book.outgoing {
        if !body.is_empty() {
            body.push(Block::PageBreak);
        }
        let table = (!rows.is_empty()).then(|| outgoing(rows, frame));
        part(
            &mut body,
            "book_outgoing",
            &period,
            rows.len(),
            table,
            book,
            frame,
        );
    }
    let heading = format!("{} {period}", frame.word("book_title"));
    let mut document = Document::new(frame.meta(heading, &period), body);
    let page = &mut document.page;
    (page.width, page.height) = (297.0, 210.0);
    (page.left, page.right, page.top, page.bottom) = (20.0, 12.0, 18.0, 12.0);
    (page.size, page.leading, page.indent) = (9.5, 12.0, 0.0);
    page.family = press::Family::Sans;
    document
}

fn part(
    body: &mut Vec<Block>,
    name: &str,
    period: &str,
    count: usize,
    table: Option<press::Table>,
    book: &RegisterBook,
    frame: &PaperFrame<'_>,
) {
    body.push(plain(clean_line(&frame.office.requisites.name)));
    body.push(title(format!("{} {period}", frame.word(name))));
    match table {
        Some(table) => body.push(Block::Table(table)),
        None => body.push(plain(frame.word("book_empty"))),
    }
    if let Some(most) = book.cut.filter(|&most| count >= most as usize) {
        body.push(plain(frame.phrase("book_cut", &[("n", &most.to_string())])));
    }
    body.push(small(frame.phrase(
        "book_made",
        &[("date", &frame.day(book.today)), ("n", &count.to_string())],
    )));
    if let Some(head) = &book.head {
        body.push(small(frame.phrase(
            "book_head",
            &[
                ("n", &head.seq.to_string()),
                ("hash", &in_fours(&head.hash)),
            ],
        )));
    }
}

/// A hash as an eye compares it.
fn in_fours(hash: &str) -> String {
    let fours: Vec<&str> = hash
        .as_bytes()
        .chunks(4)
        .filter_map(|four| std::str::from_utf8(four).ok())
        .collect();
    fours.join(" ")
}

fn name_of(name: &str, frame: &PaperFrame<'_>) -> String {
    let name = clean_line(name);
    if name.is_empty() {
        frame.word("anonymous").to_owned()
    } else {
        name
    }
}

fn incoming(rows: &[IncomingEntry], frame: &PaperFrame<'_>) -> press::Table {
    let w = words(frame.language);
    press::Table {
        columns: vec![
            column(27.0, Align::Left),
            column(21.0, Align::Left),
            column(21.0, Align::Left),
            column(46.0, Align::Left),
            flexible(1.0),
            column(24.0, Align::Left),
            column(21.0, Align::Left),
            column(36.0, Align::Left),
            column(22.0, Align::Left),
        ],
        head: vec![
            [
                "book_number",
                "book_received",
                "book_recorded",
                "book_who",
                "book_subject",
                "book_channel",
                "book_due",
                "book_answer",
                "book_status",
            ]
            .map(|name| cell(frame.word(name)))
            .into(),
        ],
        rows: rows
            .iter()
            .map(|row| {
                if let Some(gone) = row.gone {
                    return gone_row(row, gone, frame);
                }
                let mut answers: Vec<String> = row
                    .letters
                    .iter()
                    .map(|(number, day)| format!("{}, {}", clean_line(number), frame.day(*day)))
                    .collect();
                if let Some(reason) = row.no_answer {
                    answers.push(w.of("no_answer", reason.as_str()).to_owned());
                }
                vec![
                    cell(clean_line(&row.number)),
                    cell(row.received.map(|d| frame.day(d)).unwrap_or_default()),
                    cell(frame.day(row.recorded)),
                    cell(name_of(&row.name, frame)),
                    cell(clean_line(&row.subject)),
                    cell(w.of("channel", row.channel.as_str())),
                    cell(row.due.map(|d| frame.day(d)).unwrap_or_default()),
                    cell(answers.join("\n")),
                    cell(w.of("status", row.status.as_str())),
                ]
            })
            .collect(),
    }
}

/// What is said of a number whose complaint is not shown.
fn gone_words(gone: Gone, frame: &PaperFrame<'_>) -> String {
    let (word, day) = match gone {
        Gone::Trashed(day) => ("book_trashed", day),
        Gone::Erased(day) => ("book_erased", day),
    };
    frame.phrase(word, &[("date", &frame.day(day))])
}

/// The line of a number whose complaint is not shown: no word of it but its days.
fn gone_row(row: &IncomingEntry, gone: Gone, frame: &PaperFrame<'_>) -> Vec<press::Cell> {
    let mut cells = vec![
        cell(clean_line(&row.number)),
        cell(row.received.map(|d| frame.day(d)).unwrap_or_default()),
        cell(frame.day(row.recorded)),
        cell(String::new()),
        cell(gone_words(gone, frame)),
    ];
    cells.resize_with(9, || cell(String::new()));
    cells
}

fn outgoing(rows: &[OutgoingEntry], frame: &PaperFrame<'_>) -> press::Table {
    let w = words(frame.language);
    press::Table {
        columns: vec![
            column(28.0, Align::Left),
            column(24.0, Align::Left),
            column(50.0, Align::Left),
            flexible(1.0),
            column(28.0, Align::Left),
            column(12.0, Align::Centre),
            column(48.0, Align::Left),
            column(34.0, Align::Left),
        ],
        head: vec![
            [
                "book_number",
                "book_date",
                "book_addressee",
                "book_what",
                "book_case",
                "book_pages",
                "book_way",
                "book_delivery",
            ]
            .map(|name| cell(frame.word(name)))
            .into(),
        ],
        rows: rows
            .iter()
            .map(|row| {
                if let Some(gone) = row.gone {
                    let mut cells = vec![
                        cell(clean_line(&row.number)),
                        cell(frame.day(row.issued)),
                        cell(String::new()),
                        cell(gone_words(gone, frame)),
                    ];
                    cells.resize_with(8, || cell(String::new()));
                    return cells;
                }
                let mut what = clean_line(&row.heading);
                if row.superseded {
                    what = format!("{what} ({})", frame.word("superseded"));
                }
                let ways: Vec<String> = row
                    .dispatches
                    .iter()
                    .map(|(way, day, tracking, ..)| {
                        let tracking = clean_line(tracking);
                        let number = if tracking.is_empty() {
                            String::new()
                        } else {
                            format!(", {tracking}")
                        };
                        format!("{} {}{number}", w.of("way", way.as_str()), frame.day(*day))
                    })
                    .collect();
                let states: Vec<String> = row
                    .dispatches
                    .iter()
                    .map(|(.., state, day)| {
                        let day = day
                            .map(|d| format!(" {}", frame.day(d)))
                            .unwrap_or_default();
                        format!("{}{day}", w.of("state", state.as_str()))
                    })
                    .collect();
                vec![
                    cell(clean_line(&row.number)),
                    cell(frame.day(row.issued)),
                    cell(
                        row.name
                            .as_deref()
                            .map(|name| name_of(name, frame))
                            .unwrap_or_default(),
                    ),
                    cell(what),
                    cell(clean_line(&row.complaint)),
                    cell(row.pages.to_string()),
                    cell(if ways.is_empty() {
                        frame.word("book_unsent").to_owned()
                    } else {
                        ways.join("\n")
                    }),
                    cell(states.join("\n")),
                ]
            })
            .collect(),
    }
}
