//! Dots, dashes and quotation marks as a careful typist sets them.

use crate::model::Language;
use crate::text::tagged::{NBSP, Tagged, at, before, parts_words};

/// Three dots become an ellipsis, a hyphen between blanks a dash.
pub(crate) fn dots_and_dashes(
    text: &mut Vec<Tagged>,
    language: Language,
    open: &dyn Fn(u32) -> bool,
) {
    let mut out: Vec<Tagged> = Vec::with_capacity(text.len());
    let mut i = 0;
    while i < text.len() {
        let (c, tag) = text[i];
        if !open(tag) {
            out.push((c, tag));
            i += 1;
            continue;
        }
        if c == '.'
            && at(text, i + 1) == '.'
            && at(text, i + 2) == '.'
            && at(text, i + 3) != '.'
            && before(text, i) != '.'
        {
            out.push(('…', tag));
            i += 3;
            continue;
        }
        let dash = matches!(c, '-' | '–' | '—' | '\u{2212}');
        let double = c == '-' && at(text, i + 1) == '-' && at(text, i + 2) != '-';
        let next = if double { i + 2 } else { i + 1 };
        let lead = out.last().map_or('\n', |l| l.0);
        if dash && parts_words(lead) && at(text, next) == ' ' {
            if lead == ' '
                && let Some(l) = out.last_mut()
            {
                l.0 = NBSP;
            }
            out.push((language.dash(), tag));
            i = next;
            continue;
        }
        out.push((c, tag));
        i += 1;
    }
    *text = out;
}

/// Straight quotation marks become those of the language, in pairs and nested.
pub(crate) fn quotes(text: &mut [Tagged], language: Language, open: &dyn Fn(u32) -> bool) {
    let (outer, inner) = match language {
        Language::Ru => (('«', '»'), ('„', '“')),
        Language::En => (('“', '”'), ('‘', '’')),
    };
    let mut depth = 0usize;
    for i in 0..text.len() {
        let (c, tag) = text[i];
        match c {
            '«' => depth += 1,
            '»' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if !open(tag) {
            continue;
        }
        let lead = before(text, i);
        let tail = at(text, i + 1);
        match c {
            '"' => {
                let opens = (parts_words(lead)
                    || matches!(lead, '(' | '[' | '«' | '„' | '“' | '—' | '–' | '/'))
                    && !parts_words(tail)
                    && (depth == 0
                        || !matches!(tail, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '…'));
                let inches = lead.is_ascii_digit() && depth == 0;
                if inches {
                    continue;
                }
                if opens || depth == 0 && tail.is_alphanumeric() {
                    text[i].0 = if depth == 0 { outer.0 } else { inner.0 };
                    depth += 1;
                } else if depth > 0 {
                    depth -= 1;
                    text[i].0 = if depth == 0 { outer.1 } else { inner.1 };
                }
            }
            '\'' if lead.is_alphabetic() && tail.is_alphabetic() => text[i].0 = '’',
            _ => {}
        }
    }
}
