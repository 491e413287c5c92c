//! What the body of a letter is made of: blocks of lines, lines of spans.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How far a block may be changed by hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Lock {
    /// Legal wording: only its fields can be filled.
    Locked,
    /// Edited freely, watched by the check.
    Guided,
    /// The user's own. A block without the word is free.
    #[default]
    Free,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Block {
    /// Its id, unique within the letter. Composed blocks have telling ids
    /// («intro», «demand:…/decision»); the editor may give any other id to
    /// blocks the user adds.
    pub id: String,
    /// How far it may be changed.
    #[serde(default)]
    pub lock: Lock,
    /// What it is for: «intro», «demand:<id>», «next», «rights» …; empty for
    /// the user's own.
    #[serde(default)]
    pub role: String,
    /// A paragraph, a list, a table, a quotation or a photograph.
    pub content: Content,
}

/// A run of spans: one paragraph, list item or cell.
pub type Line = Vec<Span>;

/// What a block holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Content {
    /// One paragraph of prose.
    Paragraph {
        /// Runs in reading order.
        spans: Line,
    },
    /// A list marked 1., 2. …
    NumberedList {
        /// One line an item, without its mark.
        items: Vec<Line>,
    },
    /// A list marked with dashes.
    DashedList {
        /// One line an item, without its mark.
        items: Vec<Line>,
    },
    /// Cells between ruled lines.
    Table {
        /// Whether the first row is a head, repeated on each page.
        #[serde(default)]
        head: bool,
        /// Rows of cells; rows may differ in length.
        rows: Vec<Vec<Line>>,
    },
    /// Somebody else's words, which the check does not read as ours.
    Quote { paragraphs: Vec<Line> },
    /// A photograph of the case, shown in the text.
    Figure {
        /// Its number within the case.
        exhibit: u32,
        /// What stands under it, behind its number.
        caption: Line,
    },
}

impl Default for Content {
    fn default() -> Self {
        Self::Paragraph { spans: Vec::new() }
    }
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Span {
    /// Words in one style.
    Text {
        /// As typed: nothing in it is a mark of the template language.
        text: String,
        /// Set in bold type.
        #[serde(default)]
        bold: bool,
        /// Set in italic type.
        #[serde(default)]
        italic: bool,
    },
    /// A fact of the case, or a place for one.
    Field {
        /// Which fact: «received», «demand:<id>.due».
        name: String,
        /// What it is called on the screen and in the brackets while unknown.
        label: String,
        /// The fact as it stands in the letter; `None` while unknown, which
        /// stops issuing.
        #[serde(default)]
        value: Option<String>,
        /// Whether the user typed the value; such a value is never replaced.
        #[serde(default)]
        by_hand: bool,
        /// Set in bold type.
        #[serde(default)]
        bold: bool,
        /// Set in italic type.
        #[serde(default)]
        italic: bool,
    },
    /// Says that what stands before it rests on a document of the case. It is
    /// printed as a raised number; the documents are listed under the text.
    Reference {
        /// The document's number within the case.
        exhibit: u32,
        /// What the document is called.
        name: String,
    },
    /// A new line within the paragraph.
    Break,
}

impl Span {
    /// A run of upright, light words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text {
            text: text.into(),
            bold: false,
            italic: false,
        }
    }

    pub fn field(name: impl Into<String>, label: impl Into<String>, value: Option<String>) -> Self {
        Self::Field {
            name: name.into(),
            label: label.into(),
            value,
            by_hand: false,
            bold: false,
            italic: false,
        }
    }

    /// The span as it reads: a field without a value is its label in brackets.
    pub fn reads(&self) -> String {
        match self {
            Self::Text { text, .. } => text.clone(),
            Self::Field { label, value, .. } => match value {
                Some(value) => value.clone(),
                None => format!("[{label}]"),
            },
            // A mark, not a word: the sentence reads on across it.
            Self::Reference { .. } => String::new(),
            Self::Break => "\n".to_owned(),
        }
    }
}

/// The line as it reads, fields filled in.
pub fn line_text(line: &[Span]) -> String {
    line.iter().map(Span::reads).collect()
}

/// What stands behind a value, without a full stop that the value has already or that its ellipsis stands for.
pub fn after_stop<'a>(value: &str, behind: &'a str) -> &'a str {
    match behind.strip_prefix('.') {
        Some(rest) if value.ends_with(['.', '…']) && !rest.starts_with('.') => rest,
        _ => behind,
    }
}

/// The line as it is printed: as it reads, but where the value of a field ends
/// with the full stop that follows it («… 2026 г.»), there is one.
pub fn printed(line: &[Span]) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(line.len());
    let mut field_before = false;
    for span in line {
        let reads = span.reads();
        if matches!(span, Span::Reference { .. }) {
            out.push(reads);
            continue;
        }
        let value = out.iter().rfind(|o| !o.is_empty());
        let reads = match value {
            Some(value) if field_before && matches!(span, Span::Text { .. }) => {
                after_stop(value, &reads).to_owned()
            }
            _ => reads,
        };
        field_before = matches!(span, Span::Field { .. });
        out.push(reads);
    }
    out
}

impl Content {
    /// The exhibit that a photograph shows.
    pub fn figure(&self) -> Option<u32> {
        match self {
            Self::Figure { exhibit, .. } => Some(*exhibit),
            Self::Paragraph { .. }
            | Self::NumberedList { .. }
            | Self::DashedList { .. }
            | Self::Table { .. }
            | Self::Quote { .. } => None,
        }
    }

    /// Its lines, in reading order.
    pub fn lines(&self) -> Vec<&Line> {
        match self {
            Self::Paragraph { spans } => vec![spans],
            Self::Figure { caption, .. } => vec![caption],
            Self::NumberedList { items } | Self::DashedList { items } => items.iter().collect(),
            Self::Table { rows, .. } => rows.iter().flatten().collect(),
            Self::Quote { paragraphs } => paragraphs.iter().collect(),
        }
    }

    /// Its lines, to change them.
    pub fn lines_mut(&mut self) -> Vec<&mut Line> {
        match self {
            Self::Paragraph { spans } => vec![spans],
            Self::Figure { caption, .. } => vec![caption],
            Self::NumberedList { items } | Self::DashedList { items } => items.iter_mut().collect(),
            Self::Table { rows, .. } => rows.iter_mut().flatten().collect(),
            Self::Quote { paragraphs } => paragraphs.iter_mut().collect(),
        }
    }
}

impl Block {
    /// The block as it reads: its lines joined by `\n`, fields filled in, a
    /// break being `\n` as well. Offsets of findings count the `char`s of this
    /// text.
    pub fn reads(&self) -> String {
        let lines: Vec<String> = self
            .content
            .lines()
            .into_iter()
            .map(|l| line_text(l))
            .collect();
        lines.join("\n")
    }
}

/// One enclosure as the letter names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EnclosureLine {
    /// Exhibit number within the case; absent for one named by hand.
    #[serde(default)]
    pub exhibit: Option<u32>,
    /// As the letter names it: «Акт осмотра от 19.11.2026».
    pub name: String,
    /// Sheets of one copy, where known.
    #[serde(default)]
    pub pages: Option<u32>,
    /// How many go; 0 counts as one.
    #[serde(default)]
    pub copies: u32,
}

/// The exhibits that a line refers to, with what they are called.
pub fn references(line: &[Span]) -> impl Iterator<Item = (u32, &str)> {
    line.iter().filter_map(|span| match span {
        Span::Reference { exhibit, name } => Some((*exhibit, name.as_str())),
        Span::Text { .. } | Span::Field { .. } | Span::Break => None,
    })
}
