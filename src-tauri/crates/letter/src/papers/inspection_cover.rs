//! The first page of the papers of an inspection: what was offered when, what
//! came of it, and what lies inside. Facts alone; what follows from them is for
//! whoever reads it to say.

use super::element::{cell, code, column, flexible, plain, small, split_hash, title};
use super::frame::PaperFrame;
use super::proof_cover::ProofPart;
use crate::words::clean::clean_line;
use chrono::NaiveDate;
use press::{Align, Block, Document};

/// What the first page says.
#[derive(Clone, Debug)]
pub struct InspectionCover {
    /// The complaint, its number.
    pub complaint: String,
    /// The complainant's name as the case has it.
    pub name: String,
    /// What happened, by day.
    pub course: Vec<(NaiveDate, String)>,
    /// Papers in the order they lie in.
    pub parts: Vec<ProofPart>,
    /// The day it is made.
    pub today: NaiveDate,
}

/// The first page, ready to be set.
pub fn inspection_cover(cover: &InspectionCover, frame: &PaperFrame<'_>) -> Document {
    let complaint = clean_line(&cover.complaint);
    let heading = frame.phrase("inspection_title", &[("complaint", &complaint)]);
    let level2 = |name: &str| Block::Heading {
        level: 2,
        spans: vec![press::Span::plain(frame.word(name))],
    };
    let course = cover
        .course
        .iter()
        .map(|(day, what)| vec![cell(frame.day(*day)), cell(clean_line(what))]);
    let parts = cover.parts.iter().map(|part| {
        let place = part.page.map_or_else(
            || frame.word("proof_attached").to_owned(),
            |page| frame.phrase("proof_page", &[("n", &page.to_string())]),
        );
        vec![
            cell(clean_line(&part.title)),
            cell(place),
            code(split_hash(&part.sha256)),
        ]
    });
    let body = vec![
        plain(frame.sender().first().cloned().unwrap_or_default()),
        Block::Space { mm: 3.0 },
        title(heading.clone()),
        Block::Space { mm: 2.0 },
        plain(frame.phrase("inspection_intro", &[("name", &clean_line(&cover.name))])),
        level2("inspection_course"),
        Block::Table(press::Table {
            columns: vec![column(26.0, Align::Left), flexible(1.0)],
            head: vec![vec![
                cell(frame.word("inspection_day")),
                cell(frame.word("inspection_what")),
            ]],
            rows: course.collect(),
        }),
        level2("inspection_papers"),
        Block::Table(press::Table {
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
            rows: parts.collect(),
        }),
        small(frame.word("proof_originals")),
        small(frame.phrase("proof_made", &[("date", &frame.day(cover.today))])),
    ];
    let mut document = Document::new(frame.meta(heading, &cover.complaint), body);
    document.page.indent = 0.0;
    document.page.size = 10.0;
    document.page.leading = 12.5;
    document.page.right = 12.0;
    document
}
