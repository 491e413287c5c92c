//! The record that personal data were destroyed: in Russian the act and the extract of the journal of events that
//! Roskomnadzor's order 179 of 28.10.2022 asks for (from memory, not compared with the order), in other offices a
//! plain record of a deletion. It names no person; what it tells of them is the numbers of their cases.

use super::element::{cell, code, column, flexible, plain, small, split_hash, title};
use super::frame::PaperFrame;
use super::vocabulary::words;
use crate::words::clean::clean_line;
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{ErasureGround, Language};
use press::{Align, Block, Document};

#[derive(Clone, Debug)]
pub struct ErasureAct {
    /// The place of its row in the journal.
    pub seq: i64,
    /// The hash of that row, lower-case hexadecimal.
    pub hash: String,
    pub at: DateTime<FixedOffset>,
    /// Who destroyed it, as the journal names them.
    pub actor: String,
    /// Whether it was destroyed without being looked through before.
    pub by_itself: bool,
    pub ground: ErasureGround,
    /// Incoming numbers of the cases that went whole.
    pub numbers: Vec<String>,
    /// Of cases that stayed: their numbers, and how many documents went.
    pub documents_of: Vec<(String, u64)>,
    pub letters: u64,
    pub documents: u64,
    pub persons: u64,
    /// The day by which the last copy that holds it goes by itself, where one is known.
    pub copies_until: Option<NaiveDate>,
    pub today: NaiveDate,
}

/// The record, ready to be set.
pub fn erasure_act(act: &ErasureAct, frame: &PaperFrame<'_>) -> Document {
    let seq = act.seq.to_string();
    let day = frame.day(act.at.date_naive());
    let time = act.at.format("%H:%M").to_string();
    let heading = frame.phrase("act_title", &[("n", &seq), ("date", &day)]);
    let ground = words(frame.language).of("erasure_ground", act.ground.as_str());
    let cases = cases_of(act, frame);
    let count = |name: &str, n: u64| frame.phrase(name, &[("n", &n.to_string())]);
    let what = [
        count("act_cases", act.numbers.len() as u64),
        count("act_letters", act.letters),
        count("act_documents", act.documents),
        count("act_persons", act.persons),
    ];
    // The order asks for the post with the name, which the journal does not keep.
    let destroyed_by = [clean_line(&act.actor), frame.word("act_post").to_owned()];
    let destroyed_by = destroyed_by.into_iter().filter(|part| !part.is_empty());
    let destroyed_by = destroyed_by.collect::<Vec<_>>().join(", ");
    let how = frame.word(if act.by_itself {
        "act_by_itself"
    } else {
        "act_by_person"
    });
    let when = frame.phrase("act_when", &[("date", &day), ("time", &time)]);
    let copies = match act.copies_until {
        Some(until) => frame.phrase("act_copies", &[("date", &frame.day(until))]),
        None => frame.word("act_no_copies").to_owned(),
    };
    let rows = [
        ("act_operator", frame.sender().join(", ")),
        ("act_processor", frame.word("act_blank").to_owned()),
        ("act_subjects", cases.clone()),
        (
            "act_categories",
            frame.word("act_categories_text").to_owned(),
        ),
        ("act_amount", what.join(", ")),
        ("act_system", frame.word("act_system_text").to_owned()),
        ("act_carriers", frame.word("act_blank").to_owned()),
        ("act_way", frame.word("act_way_text").to_owned()),
        ("act_reason", ground.to_owned()),
        ("act_time", when.clone()),
        ("act_by", format!("{destroyed_by} ({how})")),
        ("act_copies_head", copies),
    ];
    // The order asks for these two; who is to fill them in is not the program.
    let is_asked = |name: &str| {
        frame.language == Language::Ru || !["act_processor", "act_carriers"].contains(&name)
    };
    let rows = rows.into_iter().filter(|(name, _)| is_asked(name));
    let table = |rows: Vec<Vec<press::Cell>>| {
        Block::Table(press::Table {
            columns: vec![column(58.0, Align::Left), flexible(1.0)],
            head: vec![vec![
                cell(frame.word("data_field")),
                cell(frame.word("data_value")),
            ]],
            rows,
        })
    };
    let mut body = vec![
        title(heading.clone()),
        Block::Space { mm: 2.0 },
        plain(frame.word("act_lead")),
        Block::Space { mm: 2.0 },
        table(
            rows.map(|(name, value)| vec![cell(frame.word(name)), cell(value)])
                .collect(),
        ),
        Block::Space { mm: 6.0 },
        plain(frame.word("act_sign")),
        Block::Space { mm: 2.0 },
        plain(frame.word("act_sign")),
        Block::Space { mm: 6.0 },
        Block::Heading {
            level: 2,
            spans: vec![press::Span::plain(frame.word("act_extract"))],
        },
        Block::Space { mm: 2.0 },
        table(vec![
            vec![cell(frame.word("act_event")), code(seq)],
            vec![cell(frame.word("act_time")), cell(when)],
            vec![cell(frame.word("act_subjects")), cell(cases)],
            vec![
                cell(frame.word("act_categories")),
                cell(frame.word("act_categories_text")),
            ],
            vec![
                cell(frame.word("act_system")),
                cell(frame.word("act_system_text")),
            ],
            vec![cell(frame.word("act_reason")), cell(ground)],
            vec![cell(frame.word("act_by")), cell(destroyed_by)],
            vec![cell(frame.word("act_hash")), code(split_hash(&act.hash))],
        ]),
        Block::Space { mm: 3.0 },
    ];
    let made = frame.phrase("data_made", &[("date", &frame.day(act.today))]);
    body.push(small(made));
    body.push(small(frame.word("act_kept")));
    let mut document = Document::new(frame.meta(heading, ""), body);
    document.page.indent = 0.0;
    document.page.size = 10.0;
    document.page.leading = 12.5;
    document
}

/// By which numbers the cases are known that went, whole or in part.
fn cases_of(act: &ErasureAct, frame: &PaperFrame<'_>) -> String {
    let mut said = Vec::new();
    if !act.numbers.is_empty() {
        let numbers = clean_line(&act.numbers.join(", "));
        said.push(frame.phrase("act_whole", &[("text", &numbers)]));
    }
    for (number, documents) in &act.documents_of {
        let values = [("number", clean_line(number)), ("n", documents.to_string())];
        let values = values
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        said.push(frame.phrase("act_part", &values));
    }
    said.join("; ")
}
