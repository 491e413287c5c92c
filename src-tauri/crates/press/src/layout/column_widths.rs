//! How wide a table's columns are.

use crate::layout::composition::Composition;
use crate::lines::shaping::shape;
use crate::model::{Align, Cell, Column, Width};
use crate::sizes::CELL_SCALE;
use crate::units::{MM, usable};

/// Space between a cell's edge and its text, pt.
pub(crate) const PAD: f32 = 4.0;
/// How many rows are looked at to find what automatic columns ask for.
const SAMPLED_ROWS: usize = 400;

/// Widths of the columns, pt.
pub(crate) fn column_widths(
    to: &Composition<'_>,
    columns: &[Column],
    head: &[Vec<Cell>],
    body: &[Vec<Cell>],
    room: f32,
) -> Vec<f32> {
    let n = columns.len();
    let least = (room / n as f32).min(2.0 * PAD + 24.0);
    let mut widths = vec![0.0f32; n];
    let mut left = room;
    for (width, column) in widths.iter_mut().zip(columns) {
        if let Width::Mm(mm) = column.width {
            *width = usable(mm, 5.0, 1000.0) * MM;
            left -= *width;
        }
    }
    let asked = asked(to, columns, head, body);
    let share = |column: &Column| match column.width {
        Width::Share(share) => usable(share, 0.01, 1000.0),
        Width::Mm(_) | Width::Auto => 0.0,
    };
    let shares: f32 = columns.iter().map(share).sum();
    let natural: f32 = asked.iter().map(|a| a.0).sum();
    let auto_room = if shares > 0.0 {
        natural.min(left * 0.6)
    } else {
        left
    };
    let automatic = fair(&asked, auto_room);
    for (i, column) in columns.iter().enumerate() {
        widths[i] = match column.width {
            Width::Mm(_) => widths[i],
            Width::Share(_) => (left - auto_room) * share(column) / shares,
            Width::Auto => automatic[i],
        };
    }
    widths.iter_mut().for_each(|w| *w = w.max(least));
    // What is too much is taken from those that have more than the least.
    let total: f32 = widths.iter().sum();
    let spare = total - least * n as f32;
    if total > room && spare > 0.0 {
        let kept = (1.0 - (total - room) / spare).max(0.0);
        widths
            .iter_mut()
            .for_each(|w| *w = least + (*w - least) * kept);
    }
    widths
}

/// What the content of each automatic column asks for: its natural width and that
/// of its longest word, pt.
fn asked(
    to: &Composition<'_>,
    columns: &[Column],
    head: &[Vec<Cell>],
    body: &[Vec<Cell>],
) -> Vec<(f32, f32)> {
    let mut asked = vec![(0.0f32, 0.0f32); columns.len()];
    let heads = head.iter().map(|row| (true, row));
    let bodies = body.iter().take(SAMPLED_ROWS).map(|row| (false, row));
    for (is_head, row) in heads.chain(bodies) {
        for (i, cell) in row.iter().enumerate() {
            if matches!(columns[i].width, Width::Auto) {
                let (natural, word) = natural_widths(to, cell, is_head);
                asked[i].0 = asked[i].0.max(natural + 2.0 * PAD + 1.0);
                asked[i].1 = asked[i].1.max(word + 2.0 * PAD + 1.0);
            }
        }
    }
    asked
}

/// Natural width of a cell and width of its longest word, pt.
fn natural_widths(to: &Composition<'_>, cell: &Cell, bold: bool) -> (f32, f32) {
    let mut style = to.style(CELL_SCALE, Align::Left).characters;
    style.bold = bold;
    let shaped = shape(to.words, &cell.spans, style, f32::MAX);
    let width = |from: usize, to: usize| shaped.widths[to.max(from)] - shaped.widths[from];
    let (mut widest, mut longest) = (0.0f64, 0.0f64);
    let (mut line, mut word) = (0, 0);
    for at in &shaped.breakpoints {
        if !at.hyphen {
            longest = longest.max(width(word, at.end));
            word = at.start;
        }
        if at.forced {
            widest = widest.max(width(line, at.end));
            line = at.start;
        }
    }
    (widest as f32, longest as f32)
}

/// Shares `room` among columns that ask for (natural width, longest word): who
/// asks for less than an equal share gets it whole, the others divide the rest.
fn fair(asked: &[(f32, f32)], room: f32) -> Vec<f32> {
    let natural: f32 = asked.iter().map(|a| a.0).sum();
    if natural <= room {
        return asked
            .iter()
            .map(|a| a.0 * room / natural.max(1.0))
            .collect();
    }
    let mut widths: Vec<f32> = asked.iter().map(|a| a.1).collect();
    let mut open: Vec<usize> = (0..asked.len()).filter(|&i| asked[i].0 > 0.0).collect();
    let mut left = room;
    loop {
        let share = left / open.len().max(1) as f32;
        let Some(k) = open.iter().position(|&i| asked[i].0 <= share) else {
            break;
        };
        let i = open.remove(k);
        widths[i] = asked[i].0;
        left -= asked[i].0;
    }
    let words: f32 = open.iter().map(|&i| asked[i].1).sum();
    let more: f32 = open.iter().map(|&i| asked[i].0 - asked[i].1).sum();
    for i in open {
        widths[i] = if words < left {
            asked[i].1 + (left - words) * (asked[i].0 - asked[i].1) / more.max(1.0)
        } else {
            left * asked[i].1 / words.max(1.0)
        };
    }
    widths
}
