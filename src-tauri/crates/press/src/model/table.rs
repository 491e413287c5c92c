//! Ruled tables.

use crate::model::align::Align;
use crate::model::span::Span;

/// Width of a table's column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Width {
    /// So many millimetres, whatever the others ask.
    Mm(f32),
    /// A share of what the fixed columns leave.
    Share(f32),
    /// As its content asks, within what is left.
    Auto,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// How much of the table's width it takes.
    pub width: Width,
    /// How its cells stand; justified means left here, cells are ragged.
    pub align: Align,
}

/// A cell, of one paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Its words; in a head row they are bold whatever they say.
    pub spans: Vec<Span>,
}

impl<T: Into<Span>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self {
            spans: vec![text.into()],
        }
    }
}

/// A ruled table. Rows shorter than `columns` are filled with empty cells; the
/// text of longer ones is appended to their last cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// When empty, as many automatic ones as the widest row has.
    pub columns: Vec<Column>,
    /// Head rows, bold, repeated on each page.
    pub head: Vec<Vec<Cell>>,
    /// The rows under the head, cut between lines when taller than a page.
    pub rows: Vec<Vec<Cell>>,
}
