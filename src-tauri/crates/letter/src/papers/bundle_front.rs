//! The cover of a bundle, its contents with page numbers, and the course of events. Facts alone.

use super::element::{cell, column, flexible, plain, small, split_hash};
use super::frame::PaperFrame;
use super::vocabulary::words;
use crate::words::clean::clean_line;
use chrono::{NaiveDate, NaiveTime};
use complaint::{Channel, Status};
use press::{Align, Block, Cell, Document, Paragraph, Span};

/// What the first pages say.
#[derive(Clone, Debug)]
pub struct BundleFront {
    /// The incoming number of the case.
    pub number: String,
    /// The complainant's name; empty when anonymous.
    pub complainant: String,
    pub subject: String,
    /// The day it came.
    pub received: NaiveDate,
    /// The way it came in.
    pub channel: Channel,
    /// How far it is, where the readers are to know.
    pub status: Option<Status>,
    /// What lies in the bundle, in its order.
    pub parts: Vec<BundlePart>,
    /// What happened, one after another; none where the readers are not to be told.
    pub course: Option<Vec<Happening>>,
    /// Sentences under the contents: what the sheets are, where originals lie.
    pub notes: Vec<String>,
    /// The day it is put together.
    pub today: NaiveDate,
}

/// Something that happened in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    pub on: NaiveDate,
    /// The time of day in the office's zone, where it is known.
    pub at: Option<NaiveTime>,
    pub what: String,
}

/// The SHA-256 of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundleSum {
    /// Which file, where the paper's own row does not say it.
    pub of: String,
    pub sha256: String,
}

/// One paper of a bundle.
#[derive(Clone, Debug, Default)]
pub struct BundlePart {
    /// «Приложение 3».
    pub label: String,
    /// What it is called; empty where that is not told.
    pub title: String,
    pub date: Option<NaiveDate>,
    /// Its sheets, where it is shown as such.
    pub sheets: Option<usize>,
    /// Where it is: a page, a file, elsewhere.
    pub place: String,
    /// Of the files that it lies in or was made from.
    pub sums: Vec<BundleSum>,
}

/// The first pages, ready to be set.
pub fn bundle_front(front: &BundleFront, frame: &PaperFrame<'_>) -> Document {
    let number = clean_line(&front.number);
    let heading = frame.phrase("bundle_title", &[("number", &number)]);
    let name = clean_line(&front.complainant);
    let who = if name.is_empty() {
        frame.word("anonymous").to_owned()
    } else {
        name
    };
    let of = |vocabulary, word| words(frame.language).of(vocabulary, word);
    let channel = of("channel", front.channel.as_str());
    let mut body: Vec<Block> = frame.sender().into_iter().map(plain).collect();
    body.push(Block::Space { mm: 62.0 });
    body.push(Block::Paragraph(Paragraph {
        spans: vec![Span::bold(heading.clone())],
        align: Align::Left,
        indent: Some(0.0),
        scale: Some(1.7),
        after: 14.0,
        ..Paragraph::default()
    }));
    body.push(large(frame.phrase("bundle_who", &[("text", &who)])));
    body.push(large(frame.phrase(
        "bundle_subject",
        &[("text", &clean_line(&front.subject))],
    )));
    body.push(large(frame.phrase(
        "bundle_received",
        &[
            ("date", &frame.long_day(front.received)),
            ("channel", channel),
        ],
    )));
    if let Some(status) = front.status {
        let status = of("status", status.as_str());
        body.push(large(frame.phrase("bundle_status", &[("text", status)])));
    }
    body.push(Block::Space { mm: 6.0 });
    body.push(plain(
        frame.phrase("bundle_made", &[("date", &frame.long_day(front.today))]),
    ));
    body.push(Block::PageBreak);
    body.push(level1(frame.word("bundle_contents")));
    body.push(contents(front, frame));
    body.push(Block::Space { mm: 2.0 });
    body.extend(front.notes.iter().map(small));
    if let Some(happenings) = &front.course {
        body.push(level1(frame.word("bundle_course")));
        body.push(if happenings.is_empty() {
            plain(frame.word("bundle_nothing"))
        } else {
            course(happenings, frame)
        });
    }
    let mut document = Document::new(frame.meta(heading, &front.subject), body);
    document.page.indent = 0.0;
    document.page.size = 10.0;
    document.page.leading = 12.5;
    document.page.right = 12.0;
    document
}

fn level1(text: &str) -> Block {
    Block::Heading {
        level: 1,
        spans: vec![Span::plain(text)],
    }
}

fn large(text: String) -> Block {
    Block::Paragraph(Paragraph {
        spans: vec![Span::plain(text)],
        align: Align::Left,
        indent: Some(0.0),
        scale: Some(1.2),
        after: 5.0,
        ..Paragraph::default()
    })
}

fn contents(front: &BundleFront, frame: &PaperFrame<'_>) -> Block {
    let rows = front.parts.iter().enumerate().map(|(at, part)| {
        let mut name = clean_line(&part.label);
        let title = clean_line(&part.title);
        if !title.is_empty() {
            name = format!("{name}. {title}");
        }
        vec![
            cell((at + 1).to_string()),
            cell(name),
            cell(part.date.map(|day| frame.day(day)).unwrap_or_default()),
            cell(part.sheets.map(|n| n.to_string()).unwrap_or_default()),
            cell(part.place.clone()),
            sums(&part.sums),
        ]
    });
    Block::Table(press::Table {
        columns: vec![
            column(9.0, Align::Centre),
            flexible(1.0),
            column(22.0, Align::Left),
            column(13.0, Align::Centre),
            column(22.0, Align::Left),
            column(61.0, Align::Left),
        ],
        head: vec![vec![
            cell(frame.word("index_no")),
            cell(frame.word("bundle_name")),
            cell(frame.word("index_date")),
            cell(frame.word("bundle_sheets")),
            cell(frame.word("bundle_where")),
            cell("SHA-256"),
        ]],
        rows: rows.collect(),
    })
}

/// Hashes, each under the name of its file.
fn sums(sums: &[BundleSum]) -> Cell {
    let mut spans = Vec::new();
    for (at, sum) in sums.iter().enumerate() {
        if at > 0 {
            spans.push(Span::plain("\n"));
        }
        if !sum.of.is_empty() {
            spans.push(Span::plain(format!("{}:\n", clean_line(&sum.of))));
        }
        spans.push(Span::name(split_hash(&sum.sha256)));
    }
    Cell { spans }
}

fn course(happenings: &[Happening], frame: &PaperFrame<'_>) -> Block {
    let rows = happenings.iter().map(|happening| {
        let day = frame.day(happening.on);
        let when = match happening.at {
            Some(at) => format!("{day} {}", at.format("%H:%M")),
            None => day,
        };
        vec![cell(when), cell(clean_line(&happening.what))]
    });
    Block::Table(press::Table {
        columns: vec![column(34.0, Align::Left), flexible(1.0)],
        head: vec![vec![
            cell(frame.word("inspection_day")),
            cell(frame.word("inspection_what")),
        ]],
        rows: rows.collect(),
    })
}
