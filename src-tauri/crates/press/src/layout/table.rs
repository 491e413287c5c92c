//! Ruled tables: columns that suit their content, cells set ragged, head rows
//! repeated.

use std::sync::Arc;

use crate::layout::column_widths::{PAD, column_widths};
use crate::layout::composition::{Area, Composition};
use crate::layout::slug::{BreakBefore, RepeatedHead, Slug, keep_together};
use crate::model::{Align, Cell, Column, Span, Table, Width};
use crate::page::display_list::Item;
use crate::page::structure::{ElementId, Role};
use crate::sizes::{CELL_SCALE, CLOSE_LEADING};
use crate::units::MM;

/// Thickness of the rules, pt.
const LINE: f32 = 0.5;
/// Most columns that are set.
const MOST_COLUMNS: usize = 20;

/// The slugs of a table, one a row; rows taller than a page are cut between
/// lines.
pub(crate) fn table(
    to: &mut Composition<'_>,
    table: &Table,
    area: Area,
    parent: ElementId,
) -> Vec<Slug> {
    let count = if table.columns.is_empty() {
        let rows = table.head.iter().chain(&table.rows);
        rows.map(Vec::len).max().unwrap_or(0)
    } else {
        table.columns.len()
    };
    let count = count.min(MOST_COLUMNS);
    if count == 0 {
        return Vec::new();
    }
    let automatic = Column {
        width: Width::Auto,
        align: Align::Left,
    };
    let columns: Vec<Column> = (0..count)
        .map(|i| table.columns.get(i).copied().unwrap_or(automatic))
        .collect();
    let head = rows(&table.head, count);
    let body = rows(&table.rows, count);
    let widths = column_widths(to, &columns, &head, &body, area.width);
    let element = to.structure.add(parent, Role::Table);
    let mut out = Vec::new();
    if !head.is_empty() {
        // A head needs a body: rows that stand alone are one.
        let part = to.structure.add(
            element,
            if body.is_empty() {
                Role::TableBody
            } else {
                Role::TableHead
            },
        );
        for row in &head {
            let heads = (true, false);
            out.append(&mut set_row(to, row, &columns, &widths, area, part, heads));
        }
        keep_together(&mut out);
    }
    let repeated = repeated_head(&out, to.page.text_height() * MM / 2.0);
    let headed = !out.is_empty();
    let part = if body.is_empty() {
        element
    } else {
        to.structure.add(element, Role::TableBody)
    };
    // Where no row names the columns, the first cell of each names what stands beside it.
    let names_rows = head.is_empty() && count > 1;
    for (i, row) in body.iter().enumerate() {
        let heads = (false, names_rows);
        let mut slugs = set_row(to, row, &columns, &widths, area, part, heads);
        for slug in &mut slugs {
            slug.head.clone_from(&repeated);
        }
        // Neither the first row of several stands alone under its head, nor the last on a page.
        let low = slugs.iter().map(|s| s.height).sum::<f32>() < to.page.text_height() * MM / 6.0;
        let second = i == 1 && headed && body.len() > 2;
        let alone = low && (second || i > 0 && i + 1 == body.len());
        if (i == 0 && headed || alone)
            && let Some(first) = slugs.first_mut()
        {
            first.break_before = BreakBefore::Avoid;
        }
        out.append(&mut slugs);
    }
    let space = to.page.leading * 0.4;
    if let Some(first) = out.first_mut() {
        first.before += space;
    }
    out.push(Slug::gap(space));
    out
}

/// The head to draw again on each page; none when there is none, or when it would
/// fill half a page and more.
fn repeated_head(slugs: &[Slug], most: f32) -> Option<Arc<RepeatedHead>> {
    let mut items = Vec::new();
    let mut height = 0.0;
    for slug in slugs {
        for item in &slug.items {
            let mut item = item.clone();
            item.element = None;
            item.ink.shift(0.0, height);
            items.push(item);
        }
        height += slug.height;
    }
    (!slugs.is_empty() && height < most).then(|| Arc::new(RepeatedHead { items, height }))
}

fn set_row(
    to: &mut Composition<'_>,
    cells: &[Cell],
    columns: &[Column],
    widths: &[f32],
    area: Area,
    part: ElementId,
    (head, names_row): (bool, bool),
) -> Vec<Slug> {
    let row = to.structure.add(part, Role::Row);
    let mut x = area.x;
    let mut set: Vec<Vec<Slug>> = Vec::with_capacity(cells.len());
    for (i, cell) in cells.iter().enumerate() {
        let role = match i {
            _ if head => Role::HeadCell,
            0 if names_row => Role::RowHead,
            _ => Role::Cell,
        };
        let element = to.structure.add(row, role);
        let align = if head {
            Align::Centre
        } else {
            columns[i].align.ragged()
        };
        let mut style = to.style(CELL_SCALE, align);
        style.leading = style.characters.size * CLOSE_LEADING;
        style.characters.bold = head;
        style.characters.hyphenate = to.page.hyphenate;
        let inner = Area {
            x: x + PAD,
            width: widths[i] - 2.0 * PAD,
        };
        set.push(to.text(&cell.spans, style, inner, element));
        x += widths[i];
    }
    let leading = to.style(CELL_SCALE, Align::Left).characters.size * CLOSE_LEADING;
    let most = set.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let page = to.page.text_height() * MM;
    let fitting = (((page * 0.8) / leading).floor() as usize).max(1);
    let per = if most <= fitting { most } else { fitting };
    let mut out = Vec::new();
    for from in (0..most).step_by(per) {
        let count = per.min(most - from);
        let height = count as f32 * leading + 2.0 * PAD;
        let mut slug = Slug::empty(height);
        let rule = |x, y, width, height| Item::rule((x, y), width, height, 0.0);
        let mut x = area.x;
        for (i, lines) in set.iter_mut().enumerate() {
            for (k, line) in lines.iter_mut().skip(from).take(count).enumerate() {
                for mut item in line.items.drain(..) {
                    item.ink.shift(0.0, PAD + k as f32 * leading);
                    slug.items.push(item);
                }
            }
            slug.items.push(rule(x, 0.0, LINE, height));
            x += widths[i];
        }
        let across = x - area.x + LINE / 2.0;
        slug.items.extend([
            rule(x - LINE / 2.0, 0.0, LINE, height),
            rule(area.x, 0.0, across, LINE),
            rule(area.x, height, across, LINE),
        ]);
        out.push(slug);
    }
    out
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
