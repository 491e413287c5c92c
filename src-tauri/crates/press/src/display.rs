//! The display list: what stands where on which page, and to which element of
//! the document's structure it belongs. It names no PDF library.
//!
//! Lengths are in points, from the upper left corner of the sheet, downwards.

use std::sync::Arc;

use crate::fonts::{FaceId, Reads};
use crate::model::{Attachment, Language, Meta};
use crate::picture::Bitmap;

/// A finished document.
#[derive(Debug, Clone)]
pub struct Typeset {
    /// What the file says about itself, with the title filled in.
    pub meta: Meta,
    /// The pages.
    pub pages: Vec<Page>,
    /// The document's structure.
    pub structure: Structure,
    /// The pictures, by index.
    pub pictures: Vec<Arc<Bitmap>>,
    /// Files inside the file.
    pub attachments: Vec<Attachment>,
    /// What the caller should know.
    pub notices: Vec<Notice>,
}

/// What the caller should know about a document that was set all the same.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case", tag = "notice")]
pub enum Notice {
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

/// A page.
#[derive(Debug, Clone)]
pub struct Page {
    /// Width of the sheet.
    pub width: f32,
    /// Height of the sheet.
    pub height: f32,
    /// What stands on it, in reading order.
    pub items: Vec<Item>,
}

/// Something on a page.
#[derive(Debug, Clone)]
pub struct Item {
    /// The element it belongs to; none: an artifact, as rules and page numbers.
    pub element: Option<ElementId>,
    /// What it is.
    pub ink: Ink,
}

/// A piece of ink.
#[derive(Debug, Clone)]
pub enum Ink {
    /// Glyphs on one base line.
    Run(Run),
    /// A filled rectangle.
    Rule {
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
        /// Grey, 0 black to 1 white.
        grey: f32,
    },
    /// A picture.
    Picture {
        /// Index in [`Typeset::pictures`].
        picture: usize,
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
    },
}

impl Ink {
    /// Moves it.
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
    /// Face.
    pub face: FaceId,
    /// Size, pt.
    pub size: f32,
    /// Left end.
    pub x: f32,
    /// Base line.
    pub y: f32,
    /// What each glyph's advance is widened by, pt.
    pub tracking: f32,
    /// The glyphs.
    pub glyphs: Vec<Placed>,
    /// Language, where it is not the document's.
    pub language: Option<Language>,
    /// The number of the note that it is the mark of.
    pub note: Option<u32>,
}

/// A glyph in a run.
#[derive(Debug, Clone)]
pub struct Placed {
    /// Glyph id in the whole font.
    pub id: u16,
    /// Distance of its origin from the run's left end.
    pub x: f32,
    /// Rise above the base line.
    pub rise: f32,
    /// What it reads as.
    pub reads: Reads,
}

/// Index of an element in [`Structure::elements`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ElementId(pub u32);

/// What an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The whole document.
    Document,
    /// A part of the frame.
    Division,
    /// A paragraph.
    Paragraph,
    /// A heading.
    Heading(u8),
    /// A list; whether numbered.
    List(bool),
    /// An item of it.
    Item,
    /// An item's mark.
    Label,
    /// An item's text.
    Body,
    /// A table.
    Table,
    /// The head rows.
    TableHead,
    /// The other rows.
    TableBody,
    /// A row.
    Row,
    /// A cell of the head.
    HeadCell,
    /// A cell.
    Cell,
    /// Somebody else's words.
    Quote,
    /// A picture.
    Figure,
    /// A stretch of text in another language.
    Span(Language),
    /// A mark that points to a note.
    Reference,
    /// A note, by its number.
    Note(u32),
}

/// An element of the document's structure.
#[derive(Debug, Clone)]
pub struct Element {
    /// What it is.
    pub role: Role,
    /// Its parent; none for the root.
    pub parent: Option<ElementId>,
    /// What a picture shows.
    pub alt: Option<String>,
}

/// The structure: elements in reading order, each after its parent.
#[derive(Debug, Clone)]
pub struct Structure {
    /// The elements; the first is the root.
    pub elements: Vec<Element>,
}

impl Default for Structure {
    fn default() -> Self {
        Self {
            elements: vec![Element {
                role: Role::Document,
                parent: None,
                alt: None,
            }],
        }
    }
}

impl Structure {
    /// The root.
    pub const ROOT: ElementId = ElementId(0);

    /// Adds an element at the end of `parent`.
    pub fn add(&mut self, parent: ElementId, role: Role) -> ElementId {
        self.elements.push(Element {
            role,
            parent: Some(parent),
            alt: None,
        });
        ElementId((self.elements.len() - 1) as u32)
    }

    /// Adds a picture.
    pub fn figure(&mut self, parent: ElementId, alt: String) -> ElementId {
        self.elements.push(Element {
            role: Role::Figure,
            parent: Some(parent),
            alt: Some(alt),
        });
        ElementId((self.elements.len() - 1) as u32)
    }
}
