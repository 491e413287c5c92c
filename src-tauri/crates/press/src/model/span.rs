//! Runs of text in one style.

use crate::model::language::Language;

/// A run of text in one style.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Span {
    /// The words; `\n` is a forced line break.
    pub text: String,
    /// In the bold face of the family.
    pub bold: bool,
    /// In the italic face of the family, where it has one.
    pub italic: bool,
    /// Set as it is: neither normalised nor hyphenated. For names, numbers and
    /// quotations that must keep every sign.
    pub verbatim: bool,
    /// Language, where it is not the document's.
    pub language: Option<Language>,
    /// The exhibit that these words rest on. They get a raised number, and the
    /// exhibits are listed by their numbers under the text; those of the same
    /// words have the same number.
    pub note: Option<String>,
}

impl Span {
    /// Text in the upright, regular face.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
    pub fn bold(text: impl Into<String>) -> Self {
        Self {
            bold: true,
            ..Self::plain(text)
        }
    }
    pub fn italic(text: impl Into<String>) -> Self {
        Self {
            italic: true,
            ..Self::plain(text)
        }
    }
    /// A name or a number: never hyphenated, never changed.
    pub fn name(text: impl Into<String>) -> Self {
        Self {
            verbatim: true,
            ..Self::plain(text)
        }
    }
    /// The same, resting on an exhibit; see [`Span::note`].
    #[must_use]
    pub fn resting_on(mut self, exhibit: impl Into<String>) -> Self {
        self.note = Some(exhibit.into());
        self
    }
}

impl From<&str> for Span {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

impl From<String> for Span {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}
