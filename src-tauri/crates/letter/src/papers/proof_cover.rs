//! The first pages of the proof of an answer: what was sent, when and where
//! to, what the cross-check found, what lies inside, and the journal.

use super::element::{cell, code, column, flexible, plain, small, split_hash, title};
use super::frame::PaperFrame;
use super::vocabulary::words;
use crate::proof::finding::ProofFinding;
use crate::words::clean::{clean, clean_line};
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::Language;
use press::{Align, Block, Document};

#[derive(Clone, Debug)]
pub struct ProofCover {
    /// Outgoing number of the letter.
    pub number: String,
    /// Its complaint, number and day.
    pub complaint: String,
    /// The rows of the summary, finished: name of the phrase, text.
    pub summary: Vec<(&'static str, String)>,
    /// What the cross-check found.
    pub findings: Vec<ProofFinding>,
    /// Why it is made in spite of contradictions.
    pub reason: Option<String>,
    /// Papers in the order they lie in.
    pub parts: Vec<ProofPart>,
    /// The journal's rows that belong to it.
    pub journal: Vec<ProofJournalRow>,
    /// The day it is made.
    pub today: NaiveDate,
}

/// A paper that lies in the file, or is attached to it.
#[derive(Clone, Debug, Default)]
pub struct ProofPart {
    pub title: String,
    /// Its first page in the whole file, from 1; none when it is only attached.
    pub page: Option<usize>,
    pub sha256: String,
}

#[derive(Clone, Debug)]
pub struct ProofJournalRow {
    /// The number of the row, which grows by one.
    pub seq: i64,
    /// When it was written, in the office's time.
    pub at: DateTime<FixedOffset>,
    /// The name that was given; it is a record, not a lock.
    pub actor: String,
    /// The word of the operation: «letter_issue».
    pub op: String,
    /// SHA-256 of the row, which holds that of the row before.
    pub hash: String,
}

/// The cover, ready to be set.
pub fn proof_cover(cover: &ProofCover, frame: &PaperFrame<'_>) -> Document {
    let heading = frame.phrase("proof_title", &[("number", &clean_line(&cover.number))]);
    let level2 = |name: &str| Block::Heading {
        level: 2,
        spans: vec![press::Span::plain(frame.word(name))],
    };
    let mut body = vec![
        plain(frame.sender().first().cloned().unwrap_or_default()),
        Block::Space { mm: 3.0 },
        title(heading.clone()),
        Block::Space { mm: 2.0 },
        plain(frame.phrase(
            "proof_intro",
            &[("complaint", &clean_line(&cover.complaint))],
        )),
        level2("proof_summary"),
        Block::Table(press::Table {
            columns: vec![column(48.0, Align::Left), flexible(1.0)],
            head: Vec::new(),
            rows: cover
                .summary
                .iter()
                .map(|(name, text)| {
                    let text = clean(text);
                    let verbatim = *name == "proof_hash" || *name == "proof_tracking";
                    vec![
                        cell(frame.word(name)),
                        if verbatim { code(text) } else { cell(text) },
                    ]
                })
                .collect(),
        }),
        level2("proof_checks"),
    ];
    if cover.findings.is_empty() {
        body.push(plain(frame.word("proof_clean")));
    } else {
        body.push(Block::List {
            marker: press::Marker::Dashed,
            items: cover
                .findings
                .iter()
                .map(|finding| {
                    let said = match frame.language {
                        Language::Ru => &finding.message_ru,
                        Language::En => &finding.message_en,
                    };
                    vec![plain(clean_line(said))]
                })
                .collect(),
        });
    }
    if let Some(reason) = &cover.reason {
        body.push(plain(
            frame.phrase("proof_reason", &[("text", &clean_line(reason))]),
        ));
    }
    body.push(level2("proof_contents"));
    body.push(Block::Table(press::Table {
        columns: vec![
            flexible(1.0),
            column(34.0, Align::Left),
            column(66.0, Align::Left),
        ],
        head: vec![vec![
            cell(frame.word("index_name")),
            cell(frame.word("inspection_place")),
            cell("SHA-256"),
        ]],
        rows: cover
            .parts
            .iter()
            .map(|part| {
                let place = part.page.map_or_else(
                    || frame.word("proof_attached").to_owned(),
                    |page| frame.phrase("proof_page", &[("n", &page.to_string())]),
                );
                vec![
                    cell(clean_line(&part.title)),
                    cell(place),
                    code(split_hash(&part.sha256)),
                ]
            })
            .collect(),
    }));
    body.push(small(frame.word("proof_originals")));
    body.push(level2("proof_journal"));
    body.push(small(frame.word("proof_journal_how")));
    body.push(Block::Table(press::Table {
        columns: vec![
            column(12.0, Align::Left),
            column(32.0, Align::Left),
            column(30.0, Align::Left),
            flexible(1.0),
            column(66.0, Align::Left),
        ],
        head: vec![
            [
                "proof_seq",
                "proof_at",
                "proof_actor",
                "proof_op",
                "proof_row_hash",
            ]
            .map(|name| cell(frame.word(name)))
            .into(),
        ],
        rows: cover
            .journal
            .iter()
            .map(|row| {
                let op = words(frame.language).of("op", &row.op);
                vec![
                    cell(row.seq.to_string()),
                    cell(format!(
                        "{} {}",
                        frame.day(row.at.date_naive()),
                        row.at.format("%H:%M:%S")
                    )),
                    cell(clean_line(&row.actor)),
                    cell(if op.is_empty() { row.op.as_str() } else { op }),
                    code(split_hash(&row.hash)),
                ]
            })
            .collect(),
    }));
    body.push(small(
        frame.phrase("proof_made", &[("date", &frame.day(cover.today))]),
    ));
    let mut document = Document::new(frame.meta(heading, &cover.complaint), body);
    document.page.indent = 0.0;
    document.page.size = 10.0;
    document.page.leading = 12.5;
    document.page.right = 12.0;
    document
}
