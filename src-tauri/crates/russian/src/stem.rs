//! The normal form under which text is searched.
//!
//! Text is cut into words of letters and digits, lower-cased, ё folded to е, and each word cut to
//! its Snowball stem: Russian for Cyrillic words, English for Latin ones. A query goes through the
//! same function, so «чайники» finds «чайником». Numbers and words of mixed scripts are kept whole.

use rust_stemmers::{Algorithm, Stemmer};
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// The version of this normal form. An index built under another version must be rebuilt.
pub const NORMALISER_VERSION: u32 = 1;

/// Longer "words" are not words; they are kept whole, not stemmed.
const LONGEST_STEMMED: usize = 128;

/// One word of a text: where it stands and how it is searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The byte range of the word in the text it was read from; always on character borders.
    pub span: Range<usize>,
    /// The normal form, never empty and without spaces.
    pub stem: String,
}

/// The stems of a text joined by single spaces. Numbers are kept.
#[must_use]
pub fn search_form(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for span in spans(text) {
        let before = out.len();
        if before > 0 {
            out.push(' ');
        }
        let start = out.len();
        push_stem(&text[span], &mut out);
        if out.len() == start {
            out.truncate(before);
        }
    }
    out
}

/// The words of a text with their places, for highlighting what a search found.
#[must_use]
pub fn tokens_with_spans(text: &str) -> Vec<Token> {
    spans(text)
        .filter_map(|span| {
            let mut stem = String::new();
            push_stem(&text[span.clone()], &mut stem);
            (!stem.is_empty()).then_some(Token { span, stem })
        })
        .collect()
}

/// The normal form of one word. Marks and punctuation inside the argument are dropped, not split on.
#[must_use]
pub fn stem_word(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    push_stem(word, &mut out);
    out
}

/// Words whose forms have several stems, each with all its forms on one line, ё as е.
const FORMS: &str = include_str!("forms.txt");

/// The words of [`FORMS`], each with the lines it stands on.
static LINES: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut lines: HashMap<&str, Vec<&str>> = HashMap::new();
    for line in FORMS.lines() {
        for word in line.split(' ') {
            lines.entry(word).or_default().push(line);
        }
    }
    lines
});

/// The stems that other forms of a word have than its own: of nouns that lose or change a vowel, such as «дня» and
/// «окон», and of surnames in -ов, -ев and -ин, whose nominative alone looks like a plural.
#[must_use]
pub fn other_stems(word: &str) -> Vec<String> {
    let own = stem_word(word);
    let low: String = word.nfc().flat_map(char::to_lowercase).collect();
    let low = low.replace('ё', "е");
    let mut others: Vec<String> = Vec::new();
    let mut add = |stem: String| {
        if stem != own && !stem.is_empty() && !others.contains(&stem) {
            others.push(stem);
        }
    };
    for line in LINES.get(low.as_str()).into_iter().flatten() {
        line.split(' ').map(stem_word).for_each(&mut add);
    }
    const SURNAMES: [&str; 2] = ["ов", "ев"];
    const SHORTEST: usize = 3;
    let is_long = |stem: &str| stem.chars().count() >= SHORTEST;
    for end in SURNAMES {
        // «Фёдоров», whose other forms keep their ending.
        if low.strip_suffix(end).is_some_and(is_long) {
            add(low.clone());
        }
        if let Some(short) = own.strip_suffix(end).filter(|short| is_long(short)) {
            add(short.to_owned());
        }
    }
    others
}

/// Marks that stand inside a word without ending it: combining accents, the soft hyphen, joiners.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}

fn spans(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let start = loop {
            let (at, c) = rest.next()?;
            if c.is_alphanumeric() {
                break (at, at + c.len_utf8());
            }
        };
        let mut end = start.1;
        while let Some(&(at, c)) = rest.peek() {
            if c.is_alphanumeric() {
                end = at + c.len_utf8();
            } else if !is_mark(c) {
                break;
            }
            if is_combining(c) {
                end = at + c.len_utf8();
            }
            rest.next();
        }
        Some(start.0..end)
    })
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn push_stem(word: &str, out: &mut String) {
    // A decomposed «й» would otherwise lose its breve and become another letter.
    let word: Cow<str> = if word.chars().any(is_combining) {
        Cow::Owned(word.nfc().collect())
    } else {
        Cow::Borrowed(word)
    };
    let folded: String = word
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric())
        .map(|c| if c == 'ё' { 'е' } else { c })
        .collect();
    if folded.len() > LONGEST_STEMMED {
        out.push_str(&folded);
        return;
    }
    let algorithm = if folded.chars().all(|c| matches!(c, 'а'..='я')) {
        Algorithm::Russian
    } else if folded.bytes().all(|b| b.is_ascii_lowercase()) {
        Algorithm::English
    } else {
        out.push_str(&folded);
        return;
    };
    let stem = Stemmer::create(algorithm).stem(&folded).into_owned();
    out.push_str(if stem.is_empty() { &folded } else { &stem });
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forms_of_a_word_meet() {
        for (a, b) in [
            ("чайник", "ЧАЙНИКАМИ"),
            ("телефоном", "Телефоны"),
            ("ещё", "еще"),
            ("kettle", "Kettles"),
            ("за\u{301}мок", "замок"),
            ("сло\u{ad}во", "слово"),
            ("и\u{306}од", "йод"),
        ] {
            assert_eq!(search_form(a), search_form(b), "{a} {b}");
        }
        assert_ne!(search_form("чайник"), search_form("чайка"));
    }

    #[test]
    fn forms_with_other_stems_are_known() {
        for (word, other) in [
            ("дня", "день"),
            ("день", "дней"),
            ("отца", "отец"),
            ("окон", "окно"),
            ("Петра", "Пётр"),
            ("Павла", "Павел"),
            ("Фёдорову", "Фёдоров"),
            ("Фёдоров", "Фёдоровой"),
            ("Иванова", "Иванов"),
            ("чашек", "чашка"),
            ("детей", "ребёнок"),
            ("Ильина", "Ильин"),
            ("Ильиным", "Ильиной"),
            ("Птицыну", "Птицын"),
            ("Птицыным", "Птицыной"),
            ("Галкиной", "Галкин"),
        ] {
            let stem = stem_word(other);
            let meets = stem_word(word) == stem || other_stems(word).contains(&stem);
            assert!(meets, "{word} {other}");
        }
        assert!(other_stems("чайник").is_empty());
    }

    #[test]
    fn numbers_and_mixed_words_are_kept() {
        assert_eq!(search_form("ВХ-2026/0001"), "вх 2026 0001");
        assert_eq!(
            search_form("модель X200б, 4 590,00 ₽"),
            "модел x200б 4 590 00"
        );
        assert_eq!(search_form(" — !… "), "");
    }

    #[test]
    fn spans_point_into_the_text() {
        let text = "«Мой чайник» — сло\u{ad}ман!";
        let tokens = tokens_with_spans(text);
        let words: Vec<&str> = tokens.iter().map(|t| &text[t.span.clone()]).collect();
        assert_eq!(words, ["Мой", "чайник", "сло\u{ad}ман"]);
    }

    proptest! {
        #[test]
        fn tokens_and_form_agree(text in "\\PC{0,60}") {
            let tokens = tokens_with_spans(&text);
            let joined: Vec<&str> = tokens.iter().map(|t| t.stem.as_str()).collect();
            prop_assert_eq!(joined.join(" "), search_form(&text));
            let mut last = 0;
            for t in &tokens {
                prop_assert!(t.span.start >= last && t.span.end > t.span.start);
                prop_assert!(text.is_char_boundary(t.span.start) && text.is_char_boundary(t.span.end));
                last = t.span.end;
            }
        }

        #[test]
        fn case_does_not_matter(text in "[а-яёa-z0-9 ]{0,40}") {
            prop_assert_eq!(search_form(&text), search_form(&text.to_uppercase()));
        }
    }
}
