//! The index that lies on top of a case file.

use super::element::{cell, code, column, flexible, plain, small, title};
use super::frame::PaperFrame;
use super::vocabulary::words;
use crate::words::clean::clean_line;
use chrono::NaiveDate;
use complaint::{Channel, Side};
use press::{Align, Block, Document};

#[derive(Clone, Debug)]
pub struct CaseIndex {
    /// The incoming number of the case.
    pub number: String,
    /// The complainant's name; empty when anonymous.
    pub complainant: String,
    pub subject: String,
    /// The day it came.
    pub received: NaiveDate,
    /// The way it came in.
    pub channel: Channel,
    /// What lies in the file, in its order.
    pub entries: Vec<IndexEntry>,
    /// The day the index is made.
    pub today: NaiveDate,
}

/// One paper of a case.
#[derive(Clone, Debug, Default)]
pub struct IndexEntry {
    /// As the case names the paper.
    pub name: String,
    /// The day it bears, where known.
    pub date: Option<NaiveDate>,
    /// Its pages, where known.
    pub pages: Option<u32>,
    /// Its number among the documents of the case.
    pub exhibit: Option<u32>,
    pub side: Option<Side>,
    pub sha256: String,
}

/// Signs of a hash that are shown.
const SHOWN: usize = 16;

/// The index, ready to be set.
pub fn case_index(index: &CaseIndex, frame: &PaperFrame<'_>) -> Document {
    let number = clean_line(&index.number);
    let heading = frame.phrase("index_title", &[("number", &number)]);
    let name = clean_line(&index.complainant);
    let who = if name.is_empty() {
        frame.word("anonymous").to_owned()
    } else {
        name
    };
    let channel = words(frame.language).of("channel", index.channel.as_str());
    let rows = index
        .entries
        .iter()
        .enumerate()
        .map(|(at, entry)| {
            let side = entry
                .side
                .map(|side| words(frame.language).of("side", side.as_str()))
                .unwrap_or_default();
            let exhibit = entry
                .exhibit
                .map(|n| frame.phrase("exhibit", &[("n", &n.to_string())]))
                .unwrap_or_default();
            vec![
                cell((at + 1).to_string()),
                cell(clean_line(&entry.name)),
                cell(entry.date.map(|d| frame.day(d)).unwrap_or_default()),
                cell(entry.pages.map(|p| p.to_string()).unwrap_or_default()),
                cell(exhibit),
                cell(side),
                code(entry.sha256.chars().take(SHOWN).collect::<String>()),
            ]
        })
        .collect();
    let body = vec![
        plain(frame.sender().first().cloned().unwrap_or_default()),
        Block::Space { mm: 3.0 },
        title(heading.clone()),
        Block::Space { mm: 2.0 },
        plain(frame.phrase("index_who", &[("text", &who)])),
        plain(frame.phrase("index_subject", &[("text", &clean_line(&index.subject))])),
        plain(frame.phrase(
            "index_received",
            &[
                ("date", &frame.long_day(index.received)),
                ("channel", channel),
            ],
        )),
        Block::Table(press::Table {
            columns: vec![
                column(9.0, Align::Centre),
                flexible(1.0),
                column(23.0, Align::Left),
                column(11.0, Align::Centre),
                column(18.0, Align::Centre),
                column(28.0, Align::Left),
                column(32.0, Align::Left),
            ],
            head: vec![vec![
                cell(frame.word("index_no")),
                cell(frame.word("index_name")),
                cell(frame.word("index_date")),
                cell(frame.word("index_sheets")),
                cell(frame.word("index_exhibit")),
                cell(frame.word("index_side")),
                cell(frame.word("index_sha")),
            ]],
            rows,
        }),
        plain(frame.phrase("index_count", &[("n", &index.entries.len().to_string())])),
        small(frame.phrase("index_made", &[("date", &frame.day(index.today))])),
        Block::Space { mm: 6.0 },
        plain(frame.word("index_sign")),
    ];
    let mut document = Document::new(frame.meta(heading, &index.subject), body);
    document.page.indent = 0.0;
    document.page.size = 10.0;
    document.page.leading = 12.5;
    document
}
