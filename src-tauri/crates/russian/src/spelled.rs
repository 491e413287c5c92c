//! Sums spelled in words, read back: «четыре тысячи пятьсот девяносто рублей 50 копеек», and the
//! same in English. What [`crate::amount`] writes is read, and so is what people make of it: the
//! genitive of «в размере пяти тысяч рублей», «тысяча» without «одна», kopecks in words or figures.

use crate::amount::{CountedGender, number_words, words_english};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A sum that was read out of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spelled {
    /// The roubles and kopecks named, in kopecks.
    pub kopecks: i64,
    /// Whether a word for roubles follows the number.
    pub has_unit: bool,
    /// Whether kopecks are named, be they none.
    pub has_kopecks: bool,
    /// Where the sum ends in the text, in bytes.
    pub end: usize,
}

#[derive(Clone, Copy)]
enum Term {
    /// A number below a thousand, spelled by itself.
    Value(i64),
    /// English "hundred", which multiplies what stands before it.
    Hundred,
    /// A thousand, a million and up.
    Scale(i64),
}

/// Forms beside the nominative, which [`number_words`] gives.
const GENITIVES: &[(&str, i64)] = &[
    ("одного", 1),
    ("одной", 1),
    ("одну", 1),
    ("двух", 2),
    ("трех", 3),
    ("четырех", 4),
    ("пяти", 5),
    ("шести", 6),
    ("семи", 7),
    ("восьми", 8),
    ("девяти", 9),
    ("десяти", 10),
    ("одиннадцати", 11),
    ("двенадцати", 12),
    ("тринадцати", 13),
    ("четырнадцати", 14),
    ("пятнадцати", 15),
    ("шестнадцати", 16),
    ("семнадцати", 17),
    ("восемнадцати", 18),
    ("девятнадцати", 19),
    ("двадцати", 20),
    ("тридцати", 30),
    ("сорока", 40),
    ("пятидесяти", 50),
    ("шестидесяти", 60),
    ("семидесяти", 70),
    ("восьмидесяти", 80),
    ("девяноста", 90),
    ("ста", 100),
    ("двухсот", 200),
    ("трехсот", 300),
    ("четырехсот", 400),
    ("пятисот", 500),
    ("шестисот", 600),
    ("семисот", 700),
    ("восьмисот", 800),
    ("девятисот", 900),
];

/// Stems of the scales and what may end them.
const SCALES: &[(&str, i64)] = &[
    ("тысяч", 1_000),
    ("миллион", 1_000_000),
    ("миллиард", 1_000_000_000),
    ("триллион", 1_000_000_000_000),
    ("квадриллион", 1_000_000_000_000_000),
    ("квинтиллион", 1_000_000_000_000_000_000),
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("trillion", 1_000_000_000_000),
    ("quadrillion", 1_000_000_000_000_000),
    ("quintillion", 1_000_000_000_000_000_000),
];

static TERMS: LazyLock<BTreeMap<String, Term>> = LazyLock::new(|| {
    let mut terms = BTreeMap::new();
    let below = (0..20)
        .chain((20..100).step_by(10))
        .chain((100..1000).step_by(100));
    for n in below {
        for gender in [CountedGender::Masculine, CountedGender::Feminine] {
            terms.insert(number_words(n, gender), Term::Value(n));
        }
        // "ninety roubles 00 kopecks": the first word is the number, below a hundred.
        let english = words_english(n * 100);
        if let (Some(word), true) = (english.split(' ').next(), n < 100) {
            terms.insert(word.to_owned(), Term::Value(n));
        }
    }
    terms.extend(
        GENITIVES
            .iter()
            .map(|&(w, n)| (w.to_owned(), Term::Value(n))),
    );
    terms.insert("hundred".to_owned(), Term::Hundred);
    for &(stem, scale) in SCALES {
        for end in ["", "а", "и", "у", "ов"] {
            terms.insert(format!("{stem}{end}"), Term::Scale(scale));
        }
    }
    terms
});

/// Words of a text with their places: letters only, «ё» read as «е».
struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl Words<'_> {
    /// The next word and where it ends, with nothing but blanks and hyphens before it.
    fn next(&self) -> Option<(String, usize)> {
        let rest = &self.text[self.at..];
        let gap = rest.len()
            - rest
                .trim_start_matches(|c: char| c.is_whitespace() || c == '-')
                .len();
        let rest = &rest[gap..];
        let length = rest
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(rest.len());
        (length > 0).then(|| {
            let word = rest[..length].to_lowercase().replace('ё', "е");
            (word, self.at + gap + length)
        })
    }
}

/// Reads the sum in words at the very beginning of a text; `None` where it begins otherwise, or
/// where the words make no number («тысяч рублей» goes on from figures).
///
/// A number without «рублей» behind it is read too: [`Spelled::has_unit`] tells.
#[must_use]
pub fn leading(text: &str) -> Option<Spelled> {
    let mut words = Words { text, at: 0 };
    let number = number(&mut words)?;
    let mut spelled = Spelled {
        kopecks: number.checked_mul(100)?,
        has_unit: false,
        has_kopecks: false,
        end: words.at,
    };
    let Some((_, end)) = words.next().filter(|(word, _)| is_rouble(word)) else {
        return Some(spelled);
    };
    spelled.has_unit = true;
    spelled.end = end;
    words.at = end;
    // «руб.» and a comma may part roubles from kopecks.
    let rest = &text[words.at..];
    words.at += rest.len() - rest.trim_start_matches(['.', ',']).len();
    if let Some((_, end)) = words
        .next()
        .filter(|(word, _)| word == "и" || word == "and")
    {
        words.at = end;
    }
    if let Some((kopecks, end)) = kopecks(&mut words) {
        spelled.kopecks = spelled.kopecks.checked_add(kopecks)?;
        spelled.has_kopecks = true;
        spelled.end = end;
    }
    Some(spelled)
}

/// Every sum in words that a text names with its unit, with its place in bytes. Words that other
/// words precede count from the first that is part of the number.
#[must_use]
pub fn named(text: &str) -> Vec<(i64, std::ops::Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(char::is_alphabetic).map(|n| at + n) {
        if let Some(sum) = leading(&text[start..]).filter(|s| s.has_unit) {
            found.push((sum.kopecks, start..start + sum.end));
            at = start + sum.end;
        } else {
            let word = text[start..].find(|c: char| !c.is_alphabetic());
            at = word.map_or(text.len(), |n| start + n);
        }
    }
    found
}

fn is_rouble(word: &str) -> bool {
    word.starts_with("рубл")
        || word == "руб"
        || word.starts_with("roubl")
        || word.starts_with("rubl")
}

fn is_kopeck(word: &str) -> bool {
    word.starts_with("копе") || word == "коп" || word.starts_with("kop")
}

/// Kopecks in words or two figures, and where their unit ends.
fn kopecks(words: &mut Words<'_>) -> Option<(i64, usize)> {
    let rest = &words.text[words.at..];
    let trimmed = rest.trim_start();
    let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
    let count = if digits > 0 {
        words.at += rest.len() - trimmed.len() + digits;
        trimmed[..digits].parse().ok()?
    } else {
        number(words)?
    };
    let (_, end) = words.next().filter(|(word, _)| is_kopeck(word))?;
    (count < 100).then_some((count, end))
}

/// A whole number: groups of a falling scale, each of falling ranks.
fn number(words: &mut Words<'_>) -> Option<i64> {
    let (mut total, mut group): (i64, Option<i64>) = (0, None);
    let (mut last_scale, mut any) = (i64::MAX, false);
    while let Some((word, end)) = words.next() {
        // "four thousand five hundred and ninety"
        let term = match TERMS.get(&word) {
            Some(term) => *term,
            None if word == "and" && any => {
                let behind = Words {
                    text: words.text,
                    at: end,
                };
                match behind
                    .next()
                    .and_then(|(word, _)| TERMS.get(&word).copied())
                {
                    Some(Term::Value(_)) => {
                        words.at = end;
                        continue;
                    }
                    Some(Term::Hundred | Term::Scale(_)) | None => break,
                }
            }
            None => break,
        };
        match term {
            Term::Value(n) => {
                let fits = match group {
                    None => true,
                    // After hundreds come tens, after tens units; teens stand alone.
                    Some(g) => {
                        n > 0
                            && (g % 100 == 0 && n < 100 || g % 10 == 0 && g % 100 >= 20 && n < 10)
                            && g > 0
                    }
                };
                if !fits {
                    break;
                }
                group = Some(group.unwrap_or(0) + n);
            }
            Term::Hundred => match group {
                Some(g @ 1..=9) => group = Some(g * 100),
                _ => break,
            },
            Term::Scale(scale) => {
                let single = matches!(word.as_str(), "тысяча" | "тысячу" | "миллион" | "миллиард");
                let count = match group {
                    Some(count) if count > 0 => count,
                    None if single => 1,
                    _ => break,
                };
                if scale >= last_scale {
                    break;
                }
                total = total.checked_add(count.checked_mul(scale)?)?;
                last_scale = scale;
                group = None;
            }
        }
        any = true;
        words.at = end;
    }
    any.then(|| total.checked_add(group.unwrap_or(0)))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amount;
    use proptest::prelude::*;

    #[test]
    fn sums_in_words_are_read() {
        let read = |text: &str| leading(text).filter(|s| s.has_unit).map(|s| s.kopecks);
        for (text, kopecks) in [
            ("четыре тысячи пятьсот девяносто рублей 00 копеек", 459_000),
            ("Двадцать один рубль одна копейка", 2_101),
            ("пяти тысяч двухсот рублей", 520_000),
            ("тысяча рублей", 100_000),
            ("четырёх тысяч руб., 50 коп.", 400_050),
            ("ноль рублей пять копеек", 5),
            ("four thousand five hundred and ninety-nine rubles", 459_900),
            ("one hundred roubles and 5 kopecks", 10_005),
        ] {
            assert_eq!(read(text), Some(kopecks), "{text}");
        }
        for none in [
            "тысяч рублей",
            "hundred rubles",
            "рублей",
            "пять дней",
            "пять шесть рублей",
            "",
        ] {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn sums_are_found_among_other_words() {
        let text = "Вернём Вам пять тысяч рублей и ещё сто рублей 50 копеек за два билета.";
        let found = named(text);
        let places: Vec<_> = found
            .iter()
            .map(|(k, at)| (*k, &text[at.clone()]))
            .collect();
        assert_eq!(
            places,
            [
                (500_000, "пять тысяч рублей"),
                (10_050, "сто рублей 50 копеек")
            ]
        );
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(k in 0i64..=i64::MAX) {
            for words in [amount::words(k), amount::words_and_kopecks(k), amount::capitalised(&amount::words_and_kopecks(k)), amount::words_english(k)] {
                let read = leading(&words);
                prop_assert_eq!(read.map(|s| (s.kopecks, s.has_unit, s.has_kopecks, s.end)), Some((k, true, true, words.len())), "{}", words);
            }
        }

        #[test]
        fn nothing_panics(text in "\\PC{0,40}", words in "(?:(?:пять|сто|тысяч|миллион|рублей|and|hundred|-|ё) ?){0,12}") {
            let _ = (named(&text), named(&words));
        }
    }
}
