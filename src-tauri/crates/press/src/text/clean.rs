//! Taking out of a text what can't be set.

use crate::text::tagged::{NBSP, Tagged};

/// Takes out what can't be set and evens out blanks: control characters, bidi
/// overrides, tabs, runs of blanks, blanks around line breaks. Applies to every
/// span, also to a verbatim one.
pub(crate) fn clean(text: impl Iterator<Item = Tagged>) -> Vec<Tagged> {
    let mut out: Vec<Tagged> = Vec::new();
    let mut previous = '\0';
    for (c, tag) in text {
        let from = previous;
        previous = c;
        let c = match c {
            '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{B}' | '\u{C}' => '\n',
            '\n' if from == '\r' => continue,
            '\n' => '\n',
            '\t' => ' ',
            c if c.is_control() => continue,
            // Joiners, marks of direction, overrides, byte-order marks,
            // variation selectors, tags and noncharacters: nothing to see.
            '\u{200C}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FFF0}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E0FFF}'
            | '\u{34F}'
            | '\u{115F}'
            | '\u{1160}'
            | '\u{17B4}'
            | '\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{3164}'
            | '\u{FFA0}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}' => continue,
            c if (u32::from(c) & 0xFFFE) == 0xFFFE || ('\u{FDD0}'..='\u{FDEF}').contains(&c) => {
                continue;
            }
            '\u{1680}'
            | '\u{2000}'..='\u{2006}'
            | '\u{2008}'..='\u{200A}'
            | '\u{205F}'
            | '\u{3000}' => ' ',
            '\u{2007}' => NBSP,
            // The bullets of a word processor's own font; nobody knows what others of
            // these are meant to be.
            '\u{F0B7}' | '\u{F0A7}' | '\u{F0A8}' | '\u{F076}' | '\u{F0D8}' | '\u{F0FC}' => '•',
            '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' => char::REPLACEMENT_CHARACTER,
            c => c,
        };
        match c {
            ' ' if out.last().is_none_or(|l| matches!(l.0, ' ' | '\n' | NBSP)) => continue,
            '\n' | NBSP => {
                while out.last().is_some_and(|l| l.0 == ' ') {
                    out.pop();
                }
            }
            _ => {}
        }
        out.push((c, tag));
    }
    while out.last().is_some_and(|l| matches!(l.0, ' ' | '\n')) {
        out.pop();
    }
    out
}
