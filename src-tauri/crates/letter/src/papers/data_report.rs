//! What an office holds on one person, for that person: ст. 14 ч. 7 of 152-ФЗ says what it must name.

use super::element::{cell, column, flexible, plain, small, title};
use super::frame::PaperFrame;
use super::vocabulary::words;
use crate::words::clean::clean_line;
use chrono::NaiveDate;
use complaint::{Channel, DispatchWay, Side};
use press::{Align, Block, Document};

#[derive(Clone, Debug)]
pub struct DataReport {
    /// The person's name; empty where the office knows none.
    pub name: String,
    /// What the cards say of the person: the name of the field among the papers' words, and its value.
    pub card: Vec<(&'static str, String)>,
    /// The earliest first.
    pub cases: Vec<ReportedCase>,
    /// The day of the oldest copy of the records, and the last day one is kept, where there are any.
    pub copies: Option<(NaiveDate, NaiveDate)>,
    pub today: NaiveDate,
}

/// A case of the person.
#[derive(Clone, Debug)]
pub struct ReportedCase {
    /// The incoming number.
    pub number: String,
    pub received: NaiveDate,
    /// The way it came in, which is where its data come from.
    pub channel: Channel,
    pub subject: String,
    /// Why it is kept, and until when.
    pub kept: KeptUntil,
    /// The kinds of data held in it besides documents and letters: a word of the papers, and how many of them
    /// where they can be counted.
    pub held: Vec<(&'static str, Option<usize>)>,
    pub documents: Vec<ReportedDocument>,
    pub letters: Vec<ReportedLetter>,
}

/// Why a case is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeptUntil {
    /// It is being dealt with.
    Open,
    /// An order keeps it, to a last day or until it is lifted.
    Hold(Option<NaiveDate>),
    /// By an act or the office's own term, until that day.
    Term { until: NaiveDate, citation: String },
    /// Nothing keeps it.
    Due,
}

#[derive(Clone, Debug)]
pub struct ReportedDocument {
    pub name: String,
    pub side: Side,
    pub source: String,
    pub added: NaiveDate,
}

/// A letter that was issued, and to whom it was given.
#[derive(Clone, Debug)]
pub struct ReportedLetter {
    pub number: String,
    pub date: NaiveDate,
    pub heading: String,
    /// To whom it is written.
    pub addressee: String,
    /// How and when it left, and where to.
    pub sent: Vec<(DispatchWay, NaiveDate, String)>,
}

/// The report, ready to be set.
pub fn data_report(report: &DataReport, frame: &PaperFrame<'_>) -> Document {
    let name = clean_line(&report.name);
    let who = if name.is_empty() {
        frame.word("anonymous").to_owned()
    } else {
        name
    };
    let heading = frame.phrase("data_title", &[("name", &who)]);
    let mut body = vec![
        title(heading.clone()),
        Block::Space { mm: 2.0 },
        plain(frame.phrase("data_operator", &[("text", &frame.sender().join(", "))])),
        plain(frame.word("data_confirm")),
        plain(frame.word("data_purpose")),
        plain(frame.word("data_ground")),
        plain(frame.word("data_ways")),
        plain(frame.word("data_others")),
        Block::Space { mm: 3.0 },
        plain(frame.word("data_card")),
        Block::Table(press::Table {
            columns: vec![column(48.0, Align::Left), flexible(1.0)],
            head: vec![vec![
                cell(frame.word("data_field")),
                cell(frame.word("data_value")),
            ]],
            rows: report
                .card
                .iter()
                .map(|(field, value)| {
                    let field = words(frame.language).of("data_fields", field);
                    vec![cell(field), cell(clean_line(value))]
                })
                .collect(),
        }),
        small(frame.word("data_card_from")),
    ];
    for case in &report.cases {
        body.push(Block::Space { mm: 4.0 });
        body.extend(of_case(case, frame));
    }
    body.push(Block::Space { mm: 4.0 });
    body.push(plain(match report.copies {
        None => frame.word("data_no_copies").to_owned(),
        Some((first, last)) => frame.phrase(
            "data_copies",
            &[("from", &frame.day(first)), ("to", &frame.day(last))],
        ),
    }));
    body.push(plain(frame.word("data_rights")));
    body.push(small(
        frame.phrase("data_made", &[("date", &frame.day(report.today))]),
    ));
    body.push(Block::Space { mm: 6.0 });
    body.push(plain(frame.word("data_sign")));
    let mut document = Document::new(frame.meta(heading, &who), body);
    document.page.indent = 0.0;
    document.page.size = 10.0;
    document.page.leading = 12.5;
    document
}

fn of_case(case: &ReportedCase, frame: &PaperFrame<'_>) -> Vec<Block> {
    let channel = words(frame.language).of("channel", case.channel.as_str());
    let mut body = vec![
        plain(frame.phrase(
            "data_case",
            &[
                ("number", &clean_line(&case.number)),
                ("date", &frame.day(case.received)),
                ("subject", &clean_line(&case.subject)),
            ],
        )),
        plain(frame.phrase("data_source", &[("channel", channel)])),
        plain(kept(&case.kept, frame)),
    ];
    if !case.held.is_empty() {
        let kinds = case.held.iter().map(|(kind, count)| {
            let kind = words(frame.language).of("data_kinds", kind);
            match count {
                Some(count) => format!("{kind} — {count}"),
                None => kind.to_owned(),
            }
        });
        let kinds = kinds.collect::<Vec<_>>().join("; ");
        body.push(plain(frame.phrase("data_held", &[("text", &kinds)])));
    }
    if !case.documents.is_empty() {
        body.push(Block::Table(documents(&case.documents, frame)));
    }
    if case.letters.is_empty() {
        body.push(plain(frame.word("data_given_nobody")));
    } else {
        body.push(Block::Table(letters(&case.letters, frame)));
    }
    body
}

fn kept(kept: &KeptUntil, frame: &PaperFrame<'_>) -> String {
    match kept {
        KeptUntil::Open => frame.word("data_kept_open").to_owned(),
        KeptUntil::Hold(None) => frame.word("data_kept_hold").to_owned(),
        KeptUntil::Hold(Some(until)) => {
            frame.phrase("data_kept_hold_until", &[("date", &frame.day(*until))])
        }
        KeptUntil::Term { until, citation } => frame.phrase(
            "data_kept_term",
            &[("date", &frame.day(*until)), ("citation", citation)],
        ),
        KeptUntil::Due => frame.word("data_kept_due").to_owned(),
    }
}

fn documents(documents: &[ReportedDocument], frame: &PaperFrame<'_>) -> press::Table {
    let rows = documents.iter().map(|document| {
        let side = words(frame.language).of("side", document.side.as_str());
        vec![
            cell(clean_line(&document.name)),
            cell(side),
            cell(clean_line(&document.source)),
            cell(frame.day(document.added)),
        ]
    });
    press::Table {
        columns: vec![
            flexible(1.0),
            column(32.0, Align::Left),
            flexible(0.7),
            column(23.0, Align::Left),
        ],
        head: vec![vec![
            cell(frame.word("data_document")),
            cell(frame.word("index_side")),
            cell(frame.word("data_from")),
            cell(frame.word("index_date")),
        ]],
        rows: rows.collect(),
    }
}

fn letters(letters: &[ReportedLetter], frame: &PaperFrame<'_>) -> press::Table {
    let rows = letters.iter().map(|letter| {
        let sent = letter.sent.iter().map(|(way, day, to)| {
            let way = words(frame.language).of("way", way.as_str());
            let what = format!("{way}, {}", frame.day(*day));
            if to.is_empty() {
                what
            } else {
                format!("{what}: {}", clean_line(to))
            }
        });
        let sent = sent.collect::<Vec<_>>().join("\n");
        let sent = if sent.is_empty() {
            frame.word("data_not_sent").to_owned()
        } else {
            sent
        };
        vec![
            cell(format!(
                "{} — {}",
                clean_line(&letter.number),
                frame.day(letter.date)
            )),
            cell(clean_line(&letter.heading)),
            cell(clean_line(&letter.addressee)),
            cell(sent),
        ]
    });
    press::Table {
        columns: vec![
            column(36.0, Align::Left),
            flexible(0.8),
            flexible(0.8),
            flexible(1.0),
        ],
        head: vec![vec![
            cell(frame.word("data_letter")),
            cell(frame.word("data_about")),
            cell(frame.word("data_to_whom")),
            cell(frame.word("data_given")),
        ]],
        rows: rows.collect(),
    }
}
