//! Sums and telephone numbers in a text, whatever stands between their figures: «4 590,50» is found as 4590, and
//! «8 (911) 555-01-42» as +79115550142, 9115550142 and 555-01-42.

use russian::stem::Token;
use std::ops::Range;

/// Figures that stand together, and the place behind what parts them from the next.
struct Group {
    span: Range<usize>,
}

/// The numbers of a text by their bare figures, each with where it stands. One that is one word already is left
/// out, unless a telephone is meant.
pub(crate) fn figures(text: &str) -> Vec<Token> {
    let groups = groups(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < groups.len() {
        let taken = telephone(text, &groups[at..], &mut found)
            .or_else(|| sum(text, &groups[at..], &mut found))
            .unwrap_or(1);
        at += taken;
    }
    found
}

/// The bare figures alone, as the index keeps them beside the words.
pub(crate) fn figures_line(text: &str) -> String {
    let found: Vec<String> = figures(text).into_iter().map(|token| token.stem).collect();
    found.join(" ")
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        if at > start {
            groups.push(Group { span: start..at });
        } else {
            at += 1;
        }
    }
    groups
}

/// Whether two groups of figures belong to one number by what stands between them.
fn is_joined(text: &str, first: &Group, second: &Group, parting: &str, most: usize) -> bool {
    let between = text.get(first.span.end..second.span.start).unwrap_or("x");
    let signs = between.chars().count();
    (1..=most).contains(&signs) && between.chars().all(|c| parting.contains(c))
}

fn telephone(text: &str, groups: &[Group], found: &mut Vec<Token>) -> Option<usize> {
    const PARTING: &str = " \u{a0}\u{202f}-\u{2010}\u{2011}–().";
    const MOST_GROUPS: usize = 7;
    let mut digits = String::new();
    let mut best = None;
    for (nth, group) in groups.iter().take(MOST_GROUPS).enumerate() {
        if nth > 0 && !is_joined(text, &groups[nth - 1], group, PARTING, 3) {
            break;
        }
        digits.push_str(&text[group.span.clone()]);
        let is_number = match digits.len() {
            11 => digits.starts_with(['7', '8']),
            10 => digits.starts_with(['3', '4', '8', '9']),
            7 => nth == 2 || (nth == 1 && groups[0].span.len() == 3),
            _ => false,
        };
        if is_number {
            best = Some((nth + 1, digits.clone()));
        }
        if digits.len() >= 11 {
            break;
        }
    }
    let (taken, digits) = best?;
    let span = groups[0].span.start..groups[taken - 1].span.end;
    let short = &digits[digits.len().min(11) - digits.len().min(10)..];
    let forms: Vec<String> = match digits.len() {
        7 => vec![digits.clone()],
        _ => {
            let ten = if digits.len() == 11 {
                &digits[1..]
            } else {
                short
            };
            vec![format!("7{ten}"), ten.to_owned(), ten[3..].to_owned()]
        }
    };
    found.extend(forms.into_iter().map(|stem| Token {
        span: span.clone(),
        stem,
    }));
    Some(taken)
}

fn sum(text: &str, groups: &[Group], found: &mut Vec<Token>) -> Option<usize> {
    const PARTING: &str = " \u{a0}\u{202f}\u{2009}.,'’";
    if groups[0].span.len() > 3 {
        return None;
    }
    let more = groups
        .windows(2)
        .take(4)
        .take_while(|pair| {
            pair[1].span.len() == 3 && is_joined(text, &pair[0], &pair[1], PARTING, 1)
        })
        .count();
    if more == 0 {
        return None;
    }
    let stem = groups[..=more]
        .iter()
        .map(|group| &text[group.span.clone()])
        .collect();
    let span = groups[0].span.start..groups[more].span.end;
    found.push(Token { span, stem });
    Some(more + 1)
}

#[cfg(test)]
mod tests {
    use super::figures_line;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_known_in_any_notation() {
        for (text, line) in [
            ("4 590,50 руб.", "4590"),
            ("1 250 000 и 1.250.000", "1250000 1250000"),
            ("цена 4\u{a0}590", "4590"),
            ("4590", ""),
            ("заказ 12 34", ""),
            ("8 (911) 555-01-42", "79115550142 9115550142 5550142"),
            ("+79115550142", "79115550142 9115550142 5550142"),
            ("911 555 01 42", "79115550142 9115550142 5550142"),
            ("555-01-42", "5550142"),
            ("12.11.2026", ""),
        ] {
            assert_eq!(figures_line(text), line, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "([0-9]{1,12}|[ ().,-]|я|\\PC){0,40}") {
            let _ = figures_line(&text);
        }
    }
}
