//! The display list: what stands where on which page, and to which element of
//! the document's structure it belongs. It names no PDF library.
//!
//! Lengths are in points, from the upper left corner of the sheet, downwards.

use std::sync::Arc;

use crate::fonts::faces::FaceId;
use crate::fonts::shaping::Reads;
use crate::model::{Attachment, Language, Meta};
use crate::page::structure::{ElementId, Structure};
use crate::pictures::bitmap::Bitmap;

/// A document that was set: pages that need only be written down.
#[derive(Debug, Clone)]
pub struct Typeset {
    /// What the file says about itself, with the title filled in.
    pub meta: Meta,
    /// In order; there is at least one, but for fixed pages, which may be none.
    pub pages: Vec<Page>,
    /// Which elements the pages' items belong to.
    pub structure: Structure,
    /// What [`Ink::Picture`] counts by.
    pub pictures: Vec<Arc<Bitmap>>,
    /// Files that go inside the file.
    pub attachments: Vec<Attachment>,
    /// What went otherwise than asked.
    pub warnings: Vec<Warning>,
}

/// What the caller should know about a document that was set all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// No face has these characters; a box stands for each.
    MissingGlyphs {
        /// The characters, each once, in order.
        characters: String,
    },
    /// A line is wider than its place.
    Overfull {
        /// The page, from 1.
        page: usize,
    },
}

/// A page of the display list.
#[derive(Debug, Clone)]
pub struct Page {
    pub width: f32,
    pub height: f32,
    /// What stands on it, in reading order.
    pub items: Vec<Item>,
}

/// Ink at its place on a page, and the element it belongs to.
#[derive(Debug, Clone)]
pub struct Item {
    /// The element it belongs to; none: an artifact, as rules and page numbers are.
    pub element: Option<ElementId>,
    pub ink: Ink,
}

impl Item {
    /// A filled rectangle that belongs to no element; `at` is its upper left corner.
    pub(crate) fn rule(at: (f32, f32), width: f32, height: f32, grey: f32) -> Self {
        Self {
            element: None,
            ink: Ink::Rule {
                x: at.0,
                y: at.1,
                width,
                height,
                grey,
            },
        }
    }
}

/// What is seen: the word is a printer's, for all that is darker than paper.
#[derive(Debug, Clone)]
pub enum Ink {
    /// Glyphs on one base line.
    Run(Run),
    /// A rectangle filled with one grey; thin, it is a line.
    Rule {
        /// Its left edge, in points.
        x: f32,
        /// Its upper edge, in points.
        y: f32,
        /// How far it reaches right of `x`.
        width: f32,
        /// How far it reaches below `y`.
        height: f32,
        /// Grey, 0 black to 1 white.
        grey: f32,
    },
    /// A bitmap stretched over a rectangle.
    Picture {
        /// Index into [`Typeset::pictures`].
        picture: usize,
        /// Its left edge, in points.
        x: f32,
        /// Its upper edge, in points.
        y: f32,
        /// How far it reaches right of `x`.
        width: f32,
        /// How far it reaches below `y`.
        height: f32,
    },
}

impl Ink {
    /// Moves it right and down, pt.
    pub fn shift(&mut self, dx: f32, dy: f32) {
        match self {
            Self::Run(r) => {
                r.x += dx;
                r.y += dy;
            }
            Self::Rule { x, y, .. } | Self::Picture { x, y, .. } => {
                *x += dx;
                *y += dy;
            }
        }
    }
}

/// Glyphs of one face and size on one base line.
#[derive(Debug, Clone)]
pub struct Run {
    /// What the glyphs' ids count in.
    pub face: FaceId,
    /// Size of the type, pt.
    pub size: f32,
    /// Where the pen begins.
    pub x: f32,
    /// The height of the base line.
    pub y: f32,
    /// What each glyph's advance is widened by, pt.
    pub tracking: f32,
    /// In the order they are seen, from the left.
    pub glyphs: Vec<PositionedGlyph>,
    /// Language, where it is not the document's.
    pub language: Option<Language>,
    /// The number of the note that it is the mark of.
    pub note: Option<u32>,
}

#[derive(Debug, Clone)]
pub struct PositionedGlyph {
    /// Glyph id in the whole font.
    pub id: u16,
    /// Distance of its origin from the run's left end.
    pub x: f32,
    /// Rise above the base line.
    pub rise: f32,
    /// What copying the text gives for it.
    pub reads: Reads,
}
