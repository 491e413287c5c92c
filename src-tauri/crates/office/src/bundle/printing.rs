//! The sheets of a paper as a PDF of its own.

use crate::bundle::piece::{Piece, Sheets};
use crate::error::Result;
use letter::{PaperFrame, SheetPictures, picture_sheets};
use std::ops::Range;

/// How sheets are put on paper.
pub(crate) struct Printing<'a> {
    pub frame: &'a PaperFrame<'a>,
    /// The complaint's number.
    pub number: &'a str,
    /// Whether every sheet stands upright.
    pub portrait: bool,
}

impl Printing<'_> {
    /// All sheets of a paper; none for one that can't be shown.
    ///
    /// # Errors
    /// Those of the typesetter.
    pub fn whole(&self, piece: &Piece) -> Result<Option<Vec<u8>>> {
        match &piece.sheets {
            Sheets::None => Ok(None),
            Sheets::File(pdf, _) => Ok(Some(pdf.clone())),
            Sheets::Pictures(all) => self.some(piece, all, 0..all.len()).map(Some),
        }
    }

    /// Some of its pictures, numbered as all of them are.
    ///
    /// # Errors
    /// Those of the typesetter.
    pub fn some(&self, piece: &Piece, all: &[Vec<u8>], range: Range<usize>) -> Result<Vec<u8>> {
        let pictures = SheetPictures {
            mark: piece.mark(self.frame, self.number),
            exhibit: piece.exhibit().map_or(0, |document| document.exhibit),
            foot: piece.foot(self.frame),
            sheets: &all[range.clone()],
            before: range.start,
            of: all.len(),
            portrait: self.portrait,
        };
        // What it learns of these pictures is of no use to other papers.
        let press = press::Press::new();
        Ok(press
            .print_fixed(&picture_sheets(&pictures, self.frame))?
            .pdf)
    }
}
