//! The body being written, and what it refers to.

use press::{Document, Language, PageSetup};

use crate::body::pictures::Pictures;
use crate::units::points;
use crate::xml::Xml;

/// A list that was begun: how it is marked, from which number, at which level.
pub(crate) struct List {
    /// Whether its marks are numbers; else dashes.
    pub numbers: bool,
    /// Number of the first item.
    pub start: u32,
    pub level: usize,
}

/// A body that is done.
pub(crate) struct Written {
    /// The content of `w:body`, without the section's properties.
    pub xml: Vec<u8>,
    pub pictures: Pictures,
    /// The lists, the first having number 1.
    pub lists: Vec<List>,
}

/// The body being written.
pub(crate) struct Body<'a> {
    pub xml: Xml,
    pub page: &'a PageSetup,
    pub language: Language,
    pub pictures: Pictures,
    pub lists: Vec<List>,
    /// The exhibits that the text rests on, in the order of their numbers.
    pub notes: Vec<String>,
    /// Space that waits for the next paragraph, twentieths of a point.
    pub space: i32,
    /// Whether the next paragraph starts a page.
    pub new_page: bool,
}

impl<'a> Body<'a> {
    /// The body of a document, without anything in it yet.
    pub fn new(document: &'a Document) -> Self {
        Self {
            xml: Xml::fragment(),
            page: &document.page,
            language: document.meta.language,
            pictures: Pictures::default(),
            lists: Vec::new(),
            notes: Vec::new(),
            space: 0,
            new_page: false,
        }
    }

    pub fn finish(self) -> Written {
        Written {
            xml: self.xml.into_bytes(),
            pictures: self.pictures,
            lists: self.lists,
        }
    }

    /// The width of the text, points.
    pub fn width(&self) -> f32 {
        points(self.page.text_width())
    }
}
