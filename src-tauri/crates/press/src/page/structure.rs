//! The document's logical structure, as tagged PDF has it (ISO 32000-1, 14.7): what
//! a screen reader goes through.

use crate::model::Language;

/// Index of an element in [`Structure::elements`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ElementId(pub u32);

/// What an element is: the standard structure types of ISO 32000-1, 14.8.4, that a
/// letter needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    Document,
    /// A part of the letter's frame.
    Division,
    /// Words of one paragraph, whatever it is for.
    Paragraph,
    /// A heading, by its level from 1.
    Heading(u8),
    /// A list; whether numbered.
    List(bool),
    /// Label and body together.
    Item,
    /// The mark of an item or of a note.
    Label,
    /// What stands behind the mark.
    Body,
    /// Head and body together.
    Table,
    /// The rows that are repeated on each page.
    TableHead,
    /// All rows below the head.
    TableBody,
    /// Cells side by side.
    Row,
    /// A cell that names its column.
    HeadCell,
    /// A cell that names its row.
    RowHead,
    /// A cell that is no heading: `TD`.
    Cell,
    Quote,
    /// A picture or a code, which has words for what it shows.
    Figure,
    /// A stretch of text in another language.
    Span(Language),
    /// The words that say what a picture shows, within its figure.
    Caption,
    /// Words that stand out by their weight.
    Strong,
    /// A mark that points to a note.
    Reference,
    /// What leads to another element when it is chosen; see [`Element::leads_to`].
    Link,
    /// A note, by its number.
    Note(u32),
}

/// An element of the document's structure.
#[derive(Debug, Clone)]
pub struct Element {
    pub role: Role,
    /// The element around it; none for the root.
    pub parent: Option<ElementId>,
    /// What a picture shows.
    pub alt: Option<String>,
    /// What a link leads to.
    pub leads_to: Option<ElementId>,
}

/// All elements of a document. Reading order is that of the items on the pages.
#[derive(Debug, Clone)]
pub struct Structure {
    /// Each after its parent; the first is the root.
    pub elements: Vec<Element>,
    /// What is read at the end, wherever it stands: it would part a sentence that
    /// goes on over the page.
    pub last: Option<ElementId>,
}

impl Default for Structure {
    fn default() -> Self {
        Self {
            elements: vec![Element {
                role: Role::Document,
                parent: None,
                alt: None,
                leads_to: None,
            }],
            last: None,
        }
    }
}

impl Structure {
    /// The element of the whole document.
    pub const ROOT: ElementId = ElementId(0);

    /// Adds an element at the end of `parent`.
    pub fn add(&mut self, parent: ElementId, role: Role) -> ElementId {
        self.elements.push(Element {
            role,
            parent: Some(parent),
            alt: None,
            leads_to: None,
        });
        ElementId((self.elements.len() - 1) as u32)
    }

    /// Makes a link lead to another element.
    pub fn lead(&mut self, link: ElementId, to: ElementId) {
        if let Some(element) = self.elements.get_mut(link.0 as usize) {
            element.leads_to = Some(to);
        }
    }

    /// Adds a picture at the end of `parent`, with words for what it shows.
    pub fn figure(&mut self, parent: ElementId, alt: String) -> ElementId {
        self.elements.push(Element {
            role: Role::Figure,
            parent: Some(parent),
            alt: Some(alt),
            leads_to: None,
        });
        ElementId((self.elements.len() - 1) as u32)
    }
}
