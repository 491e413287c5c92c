//! The two languages that letters are written in.

/// The language a document is written in. It picks hyphenation, quotation
/// marks, the fixed words of a letter's frame and the PDF's `/Lang`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// Russian; `ru-RU` in the PDF.
    #[default]
    Ru,
    /// British English; `en-GB` in the PDF.
    En,
}

impl Language {
    /// The language that words in the other of the two alphabets are taken for.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Ru => Self::En,
            Self::En => Self::Ru,
        }
    }

    /// The language's tag, as RFC 3066 spells it.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ru => "ru-RU",
            Self::En => "en-GB",
        }
    }

    /// The dash between words, and before the items of a list: long in Russian,
    /// half as long in English.
    #[must_use]
    pub fn dash(self) -> char {
        match self {
            Self::Ru => '—',
            Self::En => '–',
        }
    }
}
