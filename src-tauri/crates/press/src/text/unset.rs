//! Which characters of a text can't be set.

use crate::fonts::faces::{FALLBACK, FaceId, has};
use crate::text::clean::clean;
use crate::text::tagged::is_blank;

/// The characters of `text` that no face has, each with its place in `char`s. What is
/// not set at all, as marks of direction, is none of them.
#[must_use]
pub fn unset(text: &str) -> Vec<(u32, char)> {
    let tagged = text.chars().enumerate().map(|(at, c)| (c, at as u32));
    clean(tagged)
        .into_iter()
        .filter(|&(c, _)| !is_blank(c) && !matches!(c, '\n' | '\u{AD}' | '\u{200B}'))
        .filter(|&(c, _)| !has(FaceId::of_text(), c) && !has(FALLBACK, c))
        .map(|(c, at)| (at, c))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_face_has_is_named_with_its_place() {
        assert_eq!(unset("Ответ — «да», № 5; Қазақстан, Հայաստան, ქართული"), []);
        assert_eq!(unset("да 🦊 и 漢"), [(3, '🦊'), (7, '漢')]);
        assert_eq!(unset("\u{F0B7} пункт\u{200E}"), []);
        assert_eq!(unset("а\u{E123}").len(), 1);
    }
}
