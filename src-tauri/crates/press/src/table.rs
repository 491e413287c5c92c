//! Ruled tables: columns that suit their content, cells set ragged, head rows
//! repeated.

use std::sync::Arc;

use crate::display::{ElementId, Ink, Item, Role};
use crate::layout::{Area, Break, Head, MM, Setter, Strip};
use crate::model::{Align, Cell, Column, Span, Table, Width};

/// Space between a cell's edge and its text, pt.
const PAD: f32 = 4.0;
/// Thickness of the rules, pt.
const LINE: f32 = 0.5;
/// Most columns that are set.
const MOST_COLUMNS: usize = 40;

impl Setter<'_> {
    /// The strips of a table, one a row; rows taller than a page are cut
    /// between lines.
    pub(crate) fn table(&mut self, table: &Table, area: Area, parent: ElementId) -> Vec<Strip> {
        let count = if table.columns.is_empty() {
            table
                .head
                .iter()
                .chain(&table.rows)
                .map(Vec::len)
                .max()
                .unwrap_or(0)
                .min(MOST_COLUMNS)
        } else {
            table.columns.len().min(MOST_COLUMNS)
        };
        if count == 0 {
            return Vec::new();
        }
        let columns: Vec<Column> = (0..count)
            .map(|i| {
                table.columns.get(i).copied().unwrap_or(Column {
                    width: Width::Auto,
                    align: Align::Left,
                })
            })
            .collect();
        let head = rows(&table.head, count);
        let body = rows(&table.rows, count);
        let widths = self.widths(&columns, &head, &body, area.width);
        let element = self.structure.add(parent, Role::Table);
        let mut out = Vec::new();
        let mut repeated = None;
        if !head.is_empty() {
            let part = self.structure.add(element, Role::TableHead);
            for row in &head {
                let mut strips = self.row(row, &columns, &widths, area, part, true);
                out.append(&mut strips);
            }
            out.iter_mut().skip(1).for_each(|s| s.broken = Break::Never);
            let mut items = Vec::new();
            let mut height = 0.0;
            for strip in &out {
                for item in &strip.items {
                    let mut item = item.clone();
                    item.element = None;
                    item.ink.shift(0.0, height);
                    items.push(item);
                }
                height += strip.height;
            }
            if height < (self.page.height - self.page.top - self.page.bottom) * MM / 2.0 {
                repeated = Some(Arc::new(Head { items, height }));
            }
        }
        let headed = !out.is_empty();
        let part = self.structure.add(element, Role::TableBody);
        for (i, row) in body.iter().enumerate() {
            let mut strips = self.row(row, &columns, &widths, area, part, false);
            for strip in &mut strips {
                strip.head.clone_from(&repeated);
            }
            if i == 0
                && headed
                && let Some(first) = strips.first_mut()
            {
                first.broken = Break::Never;
            }
            out.append(&mut strips);
        }
        if let Some(first) = out.first_mut() {
            first.before += self.page.leading * 0.4;
        }
        let mut end = Strip::empty(0.0);
        end.before = self.page.leading * 0.4;
        end.broken = Break::Never;
        out.push(end);
        out
    }

    /// Widths of the columns, pt.
    fn widths(
        &self,
        columns: &[Column],
        head: &[Vec<Cell>],
        body: &[Vec<Cell>],
        room: f32,
    ) -> Vec<f32> {
        let n = columns.len();
        let least = (room / n as f32).min(2.0 * PAD + 16.0);
        let mut widths = vec![0.0f32; n];
        let mut left = room;
        for (i, c) in columns.iter().enumerate() {
            if let Width::Mm(mm) = c.width {
                widths[i] = crate::layout::sane(mm, 5.0, 1000.0) * MM;
                left -= widths[i];
            }
        }
        // What the content of automatic columns asks for.
        let mut asked = vec![(0.0f32, 0.0f32); n];
        for (is_head, row) in head
            .iter()
            .map(|r| (true, r))
            .chain(body.iter().take(400).map(|r| (false, r)))
        {
            for (i, cell) in row.iter().enumerate() {
                if matches!(columns[i].width, Width::Auto) {
                    let (natural, word) = self.asks(cell, is_head);
                    asked[i].0 = asked[i].0.max(natural + 2.0 * PAD + 1.0);
                    asked[i].1 = asked[i].1.max(word + 2.0 * PAD + 1.0);
                }
            }
        }
        let shares: f32 = columns
            .iter()
            .map(|c| {
                if let Width::Share(s) = c.width {
                    crate::layout::sane(s, 0.01, 1000.0)
                } else {
                    0.0
                }
            })
            .sum();
        let natural: f32 = asked.iter().map(|a| a.0).sum();
        let auto_room = if shares > 0.0 {
            natural.min(left * 0.6)
        } else {
            left
        };
        let automatic = fair(&asked, auto_room);
        for (i, c) in columns.iter().enumerate() {
            widths[i] = match c.width {
                Width::Mm(_) => widths[i],
                Width::Share(s) => {
                    (left - auto_room) * crate::layout::sane(s, 0.01, 1000.0) / shares
                }
                Width::Auto => automatic[i],
            };
        }
        widths.iter_mut().for_each(|w| *w = w.max(least));
        let total: f32 = widths.iter().sum();
        if total > room {
            widths.iter_mut().for_each(|w| *w *= room / total);
        }
        widths
    }

    /// Natural width of a cell and width of its longest word, pt.
    fn asks(&self, cell: &Cell, bold: bool) -> (f32, f32) {
        let mut style = self.look(CELL_SCALE, Align::Left).style;
        style.bold = bold;
        let s = crate::paragraph::stream(self.shaped, &cell.spans, style, f32::MAX);
        let mut longest = 0.0f64;
        let mut widest = 0.0f64;
        let mut word_from = 0;
        let mut line_from = 0;
        for c in &s.candidates {
            if !c.hyphen {
                longest = longest.max(s.widths[c.end.max(word_from)] - s.widths[word_from]);
                word_from = c.start;
            }
            if c.forced {
                widest = widest.max(s.widths[c.end.max(line_from)] - s.widths[line_from]);
                line_from = c.start;
            }
        }
        (widest as f32, longest as f32)
    }

    fn row(
        &mut self,
        cells: &[Cell],
        columns: &[Column],
        widths: &[f32],
        area: Area,
        part: ElementId,
        head: bool,
    ) -> Vec<Strip> {
        let row = self.structure.add(part, Role::Row);
        let mut x = area.x;
        let mut set: Vec<Vec<Strip>> = Vec::with_capacity(cells.len());
        for (i, cell) in cells.iter().enumerate() {
            let element = self
                .structure
                .add(row, if head { Role::HeadCell } else { Role::Cell });
            let align = match columns[i].align {
                Align::Justified => Align::Left,
                a => a,
            };
            let mut look = self.look(CELL_SCALE, if head { Align::Centre } else { align });
            look.leading = look.style.size * 1.2;
            look.style.bold = head;
            look.style.hyphenate = self.page.hyphenate;
            let inner = Area {
                x: x + PAD,
                width: widths[i] - 2.0 * PAD,
            };
            set.push(self.text(&cell.spans, look, inner, element));
            x += widths[i];
        }
        let leading = self.look(CELL_SCALE, Align::Left).style.size * 1.2;
        let most = set.iter().map(Vec::len).max().unwrap_or(1).max(1);
        let page = (self.page.height - self.page.top - self.page.bottom) * MM;
        let fitting = (((page * 0.8) / leading).floor() as usize).max(1);
        let per = if most <= fitting { most } else { fitting };
        let mut out = Vec::new();
        for from in (0..most).step_by(per) {
            let count = per.min(most - from);
            let height = count as f32 * leading + 2.0 * PAD;
            let mut strip = Strip::empty(height);
            let mut x = area.x;
            for (i, lines) in set.iter_mut().enumerate() {
                for (k, line) in lines.iter_mut().skip(from).take(count).enumerate() {
                    for mut item in line.items.drain(..) {
                        item.ink.shift(0.0, PAD + k as f32 * leading);
                        strip.items.push(item);
                    }
                }
                strip.items.push(rule(x, 0.0, LINE, height));
                x += widths[i];
            }
            strip.items.push(rule(x - LINE / 2.0, 0.0, LINE, height));
            strip
                .items
                .push(rule(area.x, 0.0, x - area.x + LINE / 2.0, LINE));
            strip
                .items
                .push(rule(area.x, height, x - area.x + LINE / 2.0, LINE));
            out.push(strip);
        }
        out
    }
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

/// Size of a cell's type against the body's.
const CELL_SCALE: f32 = 0.92;

fn rule(x: f32, y: f32, width: f32, height: f32) -> Item {
    Item {
        element: None,
        ink: Ink::Rule {
            x,
            y,
            width,
            height,
            grey: 0.0,
        },
    }
}

/// Rows of exactly `count` cells.
fn rows(rows: &[Vec<Cell>], count: usize) -> Vec<Vec<Cell>> {
    rows.iter()
        .map(|row| {
            let mut out: Vec<Cell> = row.iter().take(count).cloned().collect();
            for extra in row.iter().skip(count) {
                if let Some(last) = out.last_mut() {
                    last.spans.push(Span::plain(" "));
                    last.spans.extend(extra.spans.iter().cloned());
                }
            }
            out.resize_with(count, Cell::default);
            out
        })
        .collect()
}
