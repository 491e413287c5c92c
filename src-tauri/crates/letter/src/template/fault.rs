//! What can be wrong with a template, said so that a screen can word it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whether a template can be used in spite of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "FaultWeight")]
pub enum Weight {
    /// It can't be saved with it.
    Error,
    /// It can, and somebody ought to have looked.
    Warning,
}

/// The part of a template that a fault is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TemplatePart {
    /// The file as a whole.
    File,
    Name,
    /// A variant of the heading.
    Heading,
    Block,
    /// A variant of a snippet.
    Snippet,
    Closing,
}

/// What is wrong. `name` and `id` are those of [`TemplateFault`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FaultCode {
    /// The file is not written as such files are; `name` holds the parser's words.
    NotReadable,
    /// The file is of a newer format than this program knows.
    NewerFormat,
    /// The file, a text or a list is larger than any template needs.
    TooLarge,
    /// A kind of letter, a language or a rule book this program does not know: `name`.
    UnknownWord,
    /// A brace or bracket is not closed.
    Unclosed,
    /// Optional parts stand too deep within each other.
    TooDeep,
    UnknownField,
    UnknownCondition,
    UnknownSnippet,
    /// The snippet `name` comes back to itself.
    SnippetLoop,
    /// A field or condition of one demand stands where no demand is spoken of: `name`.
    DemandOutside,
    /// This variant can never be taken: one before it always is.
    NeverTaken,
    Empty,
    /// An id of a block or snippet is missing or holds odd signs.
    OddId,
    /// The template needs a name of at most 80 signs.
    NoName,
    NoHeading,
    /// There are no closing words above the signature.
    NoClosing,
    /// Nothing answers the demands one by one.
    NoDemands,
    /// No block lists the questions.
    NoQuestions,
    /// A fact that this letter must name is nowhere in it: `name`.
    NoFact,
    /// A block of legal wording is missing: `id`.
    NoLegalBlock,
    /// Legal wording differs from the program's own.
    LegalChanged,
    /// Legal wording can be changed in each letter.
    LegalUnlocked,
}

impl FaultCode {
    /// Whether a template can be used in spite of it.
    pub fn weight(self) -> Weight {
        match self {
            Self::LegalChanged | Self::LegalUnlocked => Weight::Warning,
            Self::NotReadable
            | Self::NewerFormat
            | Self::TooLarge
            | Self::UnknownWord
            | Self::Unclosed
            | Self::TooDeep
            | Self::UnknownField
            | Self::UnknownCondition
            | Self::UnknownSnippet
            | Self::SnippetLoop
            | Self::DemandOutside
            | Self::NeverTaken
            | Self::Empty
            | Self::OddId
            | Self::NoName
            | Self::NoHeading
            | Self::NoClosing
            | Self::NoDemands
            | Self::NoQuestions
            | Self::NoFact
            | Self::NoLegalBlock => Weight::Error,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateFault {
    pub code: FaultCode,
    /// Whether the template can be used in spite of it.
    pub weight: Weight,
    pub part: TemplatePart,
    /// The place among the blocks, the variants of the heading or those of the
    /// snippet, from 0.
    pub at: Option<u32>,
    /// The block's id or the snippet's name.
    pub id: String,
    /// The word in question.
    pub name: String,
    /// The line of the file, from 1, where it came from one.
    pub line: Option<u32>,
}

impl TemplateFault {
    /// A fault of the template as a whole.
    pub fn of(code: FaultCode, part: TemplatePart) -> Self {
        Self {
            code,
            weight: code.weight(),
            part,
            at: None,
            id: String::new(),
            name: String::new(),
            line: None,
        }
    }

    /// At this place of its part.
    #[must_use]
    pub fn at(mut self, at: usize, id: &str) -> Self {
        self.at = u32::try_from(at).ok();
        self.id = id.to_owned();
        self
    }

    /// The same fault with the field, condition or snippet that it is about.
    #[must_use]
    pub fn about(mut self, name: &str) -> Self {
        // A stranger's file may hold a word of any length.
        self.name = name.chars().take(120).collect();
        self
    }

    /// In this line of the file.
    #[must_use]
    pub fn line(mut self, line: u32) -> Self {
        self.line = Some(line);
        self
    }
}
