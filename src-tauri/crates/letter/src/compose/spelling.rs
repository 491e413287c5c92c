//! Names as letters of either language spell them.

use crate::names::latin_name::in_english;
use crate::words::clean::clean_line;
use complaint::Language;

/// A name in the letters of the letter's language.
pub fn in_letters_of(name: &str, language: Language) -> String {
    let name = clean_line(name);
    match language {
        Language::Ru => name,
        Language::En => in_english(&name),
    }
}
