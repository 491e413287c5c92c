//! Characters that remember their span, so that a rule sees over the border of
//! a bold word.

/// A character and the index of its span.
pub(crate) type Tagged = (char, u32);

/// A blank that doesn't break.
pub(crate) const NBSP: char = '\u{A0}';

/// The character at a place; a line's end behind the last.
pub(crate) fn at(text: &[Tagged], i: usize) -> char {
    text.get(i).map_or('\n', |t| t.0)
}

/// The character before a place; a line's end before the first.
pub(crate) fn before(text: &[Tagged], i: usize) -> char {
    if i == 0 { '\n' } else { at(text, i - 1) }
}

/// Whether a word ends here: a blank of any width, or a line's end.
pub(crate) fn parts_words(c: char) -> bool {
    is_blank(c) || c == '\n'
}

/// Whether it is set as a blank. A line's end is none.
pub(crate) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | NBSP | '\u{202F}' | '\u{2009}')
}
