//! The inventory of contents, of our own design, in two copies.

use super::element::{cell, column, flexible, plain, small, title};
use super::frame::{PaperFrame, PaperLetter};
use super::vocabulary::words;
use crate::names::signatory::signed;
use crate::words::clean::clean_line;
use crate::words::figures::{figures, figures_and_words};
use complaint::{DispatchWay, InventoryLine, Money};
use press::{Align, Block, Document};

#[derive(Clone, Debug, Default)]
pub struct InventoryPaper {
    pub letter: PaperLetter,
    /// To whom, name first.
    pub address: Vec<String>,
    /// What lies in the envelope.
    pub lines: Vec<InventoryLine>,
    /// Named in the inventory where it is known.
    pub way: Option<DispatchWay>,
    /// Both copies on one sheet where they fit, to be cut apart.
    pub one_sheet: bool,
}

/// The longest inventory of which two copies stand on one sheet.
const SHORT: usize = 5;

/// Copies count as one when not said.
fn copies(line: &InventoryLine) -> u32 {
    line.copies.max(1)
}

/// The inventory in two copies, ready to be set.
pub fn inventory(paper: &InventoryPaper, frame: &PaperFrame<'_>) -> Document {
    let together = paper.one_sheet && paper.lines.len() <= SHORT;
    let mut body = copy(paper, frame, 1);
    if together {
        body.push(Block::Space { mm: 7.0 });
        body.push(Block::Rule);
        body.push(Block::Space { mm: 5.0 });
    } else {
        body.push(Block::PageBreak);
    }
    body.extend(copy(paper, frame, 2));
    let mut document = Document::new(
        frame.meta(
            format!(
                "{}: {}",
                frame.word("inventory_title"),
                frame.number_of(&paper.letter)
            ),
            "",
        ),
        body,
    );
    document.page.indent = 0.0;
    document.page.numbers = false;
    document.page.right = 15.0;
    if together {
        document.page.size = 10.5;
        document.page.leading = 13.0;
        document.page.top = 14.0;
        document.page.bottom = 12.0;
    } else {
        document.page.size = 11.0;
        document.page.leading = 14.0;
    }
    document
}

fn copy(paper: &InventoryPaper, frame: &PaperFrame<'_>, n: u32) -> Vec<Block> {
    let which = frame.word(if n == 1 {
        "inventory_copy_1"
    } else {
        "inventory_copy_2"
    });
    let number = frame.phrase("inventory_copy", &[("n", &n.to_string())]);
    let mut out = vec![
        title(frame.word("inventory_title")),
        small(frame.word("inventory_own")),
        small(format!("{number}, {which}.")),
        Block::Space { mm: 2.0 },
        plain(frame.phrase("inventory_sender", &[("text", &frame.sender().join(", "))])),
        plain(frame.phrase(
            "inventory_addressee",
            &[("text", &clean_line(&paper.address.join(", ")))],
        )),
    ];
    if let Some(way) = paper.way {
        let how = words(frame.language).of("way", way.as_str());
        out.push(plain(frame.phrase("inventory_way", &[("text", how)])));
    }
    out.push(Block::Table(table(paper, frame)));
    let value = declared(&paper.lines);
    if let Some(value) = value {
        let sum = figures_and_words(value, frame.language);
        out.push(plain(frame.phrase("inventory_sum", &[("text", &sum)])));
    }
    out.push(Block::Space { mm: 4.0 });
    let name = frame
        .office
        .requisites
        .executor
        .as_ref()
        .map(|e| clean_line(&e.name))
        .filter(|n| !n.is_empty())
        .map(|n| signed(&n, frame.language))
        .unwrap_or_else(|| "_______________".to_owned());
    out.push(plain(frame.phrase(
        "inventory_line",
        &[("who", frame.word("inventory_made")), ("name", &name)],
    )));
    out
}

/// The declared value of all copies, where any is declared.
pub(crate) fn declared(lines: &[InventoryLine]) -> Option<Money> {
    let sum: i64 = lines
        .iter()
        .filter_map(|l| Some(l.value?.kopecks().saturating_mul(i64::from(copies(l)))))
        .fold(0, i64::saturating_add);
    lines
        .iter()
        .any(|l| l.value.is_some())
        .then(|| Money::from_kopecks(sum).ok())
        .flatten()
}

fn table(paper: &InventoryPaper, frame: &PaperFrame<'_>) -> press::Table {
    let unknown = frame.word("inventory_unknown");
    let money =
        |value: Option<Money>| value.map_or(unknown.to_owned(), |m| figures(m, frame.language));
    let valued = declared(&paper.lines).is_some();
    let mut head = vec![
        cell(frame.word("inventory_no")),
        cell(frame.word("inventory_name")),
        cell(frame.word("inventory_sheets")),
        cell(frame.word("inventory_copies")),
    ];
    let mut columns = vec![
        column(10.0, Align::Centre),
        flexible(1.0),
        column(20.0, Align::Centre),
        column(16.0, Align::Centre),
    ];
    if valued {
        head.push(cell(frame.word("inventory_value")));
        columns.push(column(36.0, Align::Right));
    }
    let mut rows: Vec<Vec<press::Cell>> = paper
        .lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let mut row = vec![
                cell((at + 1).to_string()),
                cell(clean_line(&line.name)),
                cell(line.sheets.map_or(unknown.to_owned(), |s| s.to_string())),
                cell(copies(line).to_string()),
            ];
            if valued {
                row.push(cell(money(line.value)));
            }
            row
        })
        .collect();
    // A sum over what is not known would say too much.
    let sheets = paper
        .lines
        .iter()
        .map(|l| Some(u64::from(l.sheets?) * u64::from(copies(l))))
        .try_fold(0u64, |sum, n| sum.checked_add(n?));
    let mut total = vec![
        cell(""),
        press::Cell {
            spans: vec![press::Span::bold(frame.word("inventory_total"))],
        },
        cell(sheets.map_or(unknown.to_owned(), |s| s.to_string())),
        cell(
            paper
                .lines
                .iter()
                .map(|l| u64::from(copies(l)))
                .sum::<u64>()
                .to_string(),
        ),
    ];
    if valued {
        total.push(cell(money(declared(&paper.lines))));
    }
    rows.push(total);
    press::Table {
        columns,
        head: vec![head],
        rows,
    }
}
