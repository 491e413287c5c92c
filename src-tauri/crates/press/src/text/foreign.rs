//! Words of the other language within a text, told by their alphabet, so that
//! a screen reader says them as they are said.

use std::ops::Range;

use crate::model::Language;

/// What a token tells of the language around it.
#[derive(Clone, Copy, PartialEq)]
enum Token {
    /// Letters of the other alphabet, that many.
    Foreign(usize),
    /// Numbers, signs, Roman numerals: of whatever language is around.
    Either,
    /// Everything else. Addresses and codes are of no language.
    Own,
}

/// The runs of `text` that are in the other of the two languages
/// ([`Language::other`]), as byte ranges in order. A run goes from its first such word to
/// its last; numbers and signs between them belong to it.
#[must_use]
pub fn foreign_runs(text: &str, own: Language) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    // The run so far: up to its last foreign token, and its letters.
    let mut open: Option<(Range<usize>, usize)> = None;
    let mut close = |open: &mut Option<(Range<usize>, usize)>| {
        if let Some((range, letters)) = open.take()
            && letters > 1
        {
            out.push(range);
        }
    };
    for at in tokens(text) {
        match token(&text[at.clone()], own) {
            Token::Foreign(count) => match &mut open {
                Some((range, letters)) => {
                    range.end = at.end;
                    *letters += count;
                }
                None => open = Some((at, count)),
            },
            Token::Either => {}
            Token::Own => close(&mut open),
        }
    }
    close(&mut open);
    out
}

fn tokens(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let blank = |c: char| c.is_whitespace() || c == '\u{200B}';
    let mut at = 0;
    text.split(blank).filter_map(move |word| {
        let start = at;
        at = start + word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then(|| start..start + word.len())
    })
}

fn token(word: &str, own: Language) -> Token {
    let (mut latin, mut cyrillic, mut others, mut digits) = (0, 0, 0, 0);
    for c in word.chars() {
        match c {
            'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' => cyrillic += 1,
            c if c.is_ascii_alphabetic() => latin += 1,
            // Letters with accents are Latin too: «café».
            '\u{C0}'..='\u{24F}' if c.is_alphabetic() => latin += 1,
            c if c.is_numeric() => digits += 1,
            c if c.is_alphabetic() => others += 1,
            _ => {}
        }
    }
    if latin + cyrillic + others == 0 {
        return Token::Either;
    }
    let core = word.trim_matches(|c: char| !c.is_alphanumeric());
    let address = core.contains(['@', '/', '\\', '_']) || core.contains('.');
    if others > 0 || digits > 0 || address {
        return Token::Own;
    }
    let roman = core.chars().all(|c| "IVXLCDM".contains(c));
    let (foreign, native, numeral) = match own {
        Language::Ru => (latin, cyrillic, roman),
        Language::En => (cyrillic, latin, false),
    };
    match native {
        0 if numeral => Token::Either,
        0 => Token::Foreign(foreign),
        _ => Token::Own,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn said(text: &str, own: Language) -> Vec<&str> {
        foreign_runs(text, own)
            .into_iter()
            .map(|r| &text[r])
            .collect()
    }

    #[test]
    fn a_phrase_of_the_other_alphabet_is_one_run() {
        let ru = |text| said(text, Language::Ru);
        assert_eq!(
            ru("На коробке написано «Best before: see bottom», срок прошёл."),
            ["«Best before: see bottom»,"]
        );
        assert_eq!(
            ru("Чайник Nord Kettle 2 Pro не греет"),
            ["Nord Kettle 2 Pro"]
        );
        assert_eq!(
            said(
                "Under ЗоЗПП we answer, see «О защите прав» below",
                Language::En
            ),
            ["ЗоЗПП", "«О защите прав»"]
        );
    }

    #[test]
    fn addresses_codes_and_numerals_are_of_no_language() {
        for text in [
            "Пишите на office@chainik.example или на www.chainik.example/help",
            "Модель NK-2000X, партия 14",
            "В XIX веке, глава IV",
            "Пункт a) договора",
            "Ответ № ИСХ-2026/0001",
            "Всё по-русски.",
            "",
        ] {
            assert!(said(text, Language::Ru).is_empty(), "{text}");
        }
        assert!(said("Our ref. ИСХ-2026/0001", Language::En).is_empty());
    }

    proptest! {
        #[test]
        fn runs_are_words_of_the_text_in_order(text in any::<String>(), ru in any::<bool>()) {
            let own = if ru { Language::Ru } else { Language::En };
            let mut end = 0;
            for range in foreign_runs(&text, own) {
                prop_assert!(range.start >= end && range.end > range.start);
                end = range.end;
                prop_assert!(text.get(range).is_some());
            }
        }
    }
}
