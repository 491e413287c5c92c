//! The rules about words: patterns kept as data.

use super::{Finding, Group, Severity};
use complaint::Language;
use regex::Regex;
use regex::bytes::{Regex as Bytes, RegexBuilder};
use serde::Deserialize;
use std::sync::LazyLock;

/// One rule, ready to use.
pub struct Rule {
    id: String,
    severity: Severity,
    group: Group,
    patterns: Vec<Bytes>,
    unless: Option<Bytes>,
    unless_before: Option<Bytes>,
    needs: Option<Bytes>,
    quoted: bool,
    message_ru: String,
    message_en: String,
    suggestion: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRules {
    rule: Vec<RawRule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    id: String,
    severity: Severity,
    group: Group,
    patterns: Vec<String>,
    unless: Option<String>,
    unless_before: Option<String>,
    needs: Option<String>,
    #[serde(default)]
    quoted: bool,
    message_ru: String,
    message_en: String,
    suggestion: Option<String>,
}

/// The rules of a language. A test reads both files, so that a broken one
/// can't be shipped.
fn rules(language: Language) -> &'static [Rule] {
    static RU: LazyLock<Vec<Rule>> = LazyLock::new(|| read(RU_TEXT).unwrap_or_default());
    static EN: LazyLock<Vec<Rule>> = LazyLock::new(|| read(EN_TEXT).unwrap_or_default());
    match language {
        Language::Ru => &RU,
        Language::En => &EN,
    }
}

const RU_TEXT: &str = include_str!("../../rules/ru.toml");
const EN_TEXT: &str = include_str!("../../rules/en.toml");

fn read(text: &str) -> Result<Vec<Rule>, String> {
    let raw: RawRules = toml::from_str(text).map_err(|e| e.to_string())?;
    let pattern = |p: &str| {
        let p: String = p.chars().map(one_byte).collect();
        let regex = RegexBuilder::new(&p).unicode(false).build();
        regex.map_err(|e| e.to_string())
    };
    let optional = |p: Option<String>| p.map(|p| pattern(&p)).transpose();
    raw.rule
        .into_iter()
        .map(|r| {
            Ok(Rule {
                patterns: r
                    .patterns
                    .iter()
                    .map(|p| pattern(p))
                    .collect::<Result<_, _>>()?,
                unless: optional(r.unless)?,
                unless_before: optional(r.unless_before)?,
                needs: optional(r.needs)?,
                id: r.id,
                severity: r.severity,
                group: r.group,
                quoted: r.quoted,
                message_ru: r.message_ru,
                message_en: r.message_en,
                suggestion: r.suggestion,
            })
        })
        .collect()
}

/// Lower case, ё as е, every kind of blank a space: one `char` for each `char`.
pub fn folded(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            'ё' | 'Ё' => 'е',
            c if c.is_whitespace() && c != '\n' => ' ',
            '’' => '\'',
            c => {
                let mut lower = c.to_lowercase();
                match (lower.next(), lower.next()) {
                    (Some(one), None) => one,
                    _ => c,
                }
            }
        })
        .collect()
}

/// One byte for one character of folded text, so that patterns run without the
/// tables of Unicode (word ends among Cyrillic letters would cost a hundred
/// times as much) and a place in bytes is a place in `char`s. Russian letters
/// take the capitals and the first small letters, and what is none of the
/// signs told apart by the rules becomes `~`. Patterns go the same way: their
/// escapes are Latin letters, which stay.
fn one_byte(c: char) -> char {
    match c {
        'а'..='я' => {
            let n = (u32::from(c) - u32::from('а')) as u8;
            char::from(if n < 26 { b'A' + n } else { b'a' + n - 26 })
        }
        '—' | '–' => '-',
        '…' => '!',
        '\u{0}'..='\u{7f}' => c,
        _ => '~',
    }
}

/// The text as the patterns of that language see it.
fn seen(folded: &str, language: Language) -> String {
    folded
        .chars()
        .map(|c| match language {
            // Latin letters would be taken for the last Russian ones.
            Language::Ru if c.is_ascii_alphabetic() => 'z',
            _ => one_byte(c),
        })
        .collect()
}

/// What the word rules find in a text, with places in its `char`s.
pub fn findings(text: &str, language: Language, block: Option<&str>) -> Vec<Finding> {
    let low = folded(text);
    let quoted = quotations(&low);
    let seen = seen(&low, language);
    let sentences = sentences(text, &seen);
    let mut found: Vec<Finding> = Vec::new();
    for rule in rules(language) {
        for pattern in &rule.patterns {
            // Most patterns fit nowhere, and one look over the whole tells.
            if !pattern.is_match(seen.as_bytes()) {
                continue;
            }
            for &(start, end) in &sentences {
                let sentence = &seen.as_bytes()[start..end];
                rule.find(pattern, sentence, start, &quoted, &mut |from, to| {
                    let place = (count(from), count(to));
                    let overlaps = found
                        .iter()
                        .any(|f| f.rule == rule.id && f.start < place.1 && place.0 < f.end);
                    if !overlaps {
                        found.push(rule.finding(block, place));
                    }
                });
            }
        }
    }
    if let Some(place) = shouting(text) {
        found.push(place.into_finding(block));
    }
    found.sort_by_key(|f| (f.start, f.severity));
    found
}

fn count(chars: usize) -> u32 {
    u32::try_from(chars).unwrap_or(u32::MAX)
}

fn chars(text: &str, bytes: usize) -> u32 {
    count(text[..bytes].chars().count())
}

impl Rule {
    fn find(
        &self,
        pattern: &Bytes,
        sentence: &[u8],
        offset: usize,
        quoted: &[(usize, usize)],
        see: &mut impl FnMut(usize, usize),
    ) {
        let is_match =
            |p: &Option<Bytes>, text: &[u8]| p.as_ref().is_some_and(|p| p.is_match(text));
        for hit in pattern.find_iter(sentence) {
            let (from, to) = (offset + hit.start(), offset + hit.end());
            let others = !self.quoted && quoted.iter().any(|q| q.0 <= from && to <= q.1);
            let excused = is_match(&self.unless, sentence)
                || is_match(&self.unless_before, &sentence[..hit.start()])
                || self.needs.is_some() && !is_match(&self.needs, sentence);
            if !others && !excused {
                see(from, to);
            }
        }
    }

    fn finding(&self, block: Option<&str>, (start, end): (u32, u32)) -> Finding {
        Finding {
            rule: self.id.clone(),
            severity: self.severity,
            group: self.group,
            block: block.map(str::to_owned),
            start,
            end,
            message_ru: self.message_ru.clone(),
            message_en: self.message_en.clone(),
            suggestion: self.suggestion.clone(),
        }
    }
}

/// Ranges, in `char`s, of what stands in quotation marks.
fn quotations(text: &str) -> Vec<(usize, usize)> {
    let mut ranges = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.chars().enumerate() {
        match (open, c) {
            (None, '«') => open = Some((at, '»')),
            (None, '„' | '“') => open = Some((at, if c == '„' { '“' } else { '”' })),
            (None, '"') => open = Some((at, '"')),
            (Some((start, close)), c) if c == close => {
                ranges.push((start, at));
                open = None;
            }
            (Some(_), '\n') => open = None,
            _ => {}
        }
    }
    ranges
}

/// Ranges of the sentences in `seen`, the text as the patterns see it. A full
/// stop behind a short word («ст.», «г.», an initial) ends none unless a new
/// line follows.
fn sentences(text: &str, seen: &str) -> Vec<(usize, usize)> {
    let original: Vec<char> = text.chars().collect();
    let mut out = Vec::new();
    let mut start = 0;
    let mut word = 0;
    for (at, c) in seen.bytes().enumerate() {
        let ends = match c {
            b'\n' | b'!' | b'?' => true,
            b'.' => {
                let behind = original.get(at + 1..).unwrap_or_default();
                let next = behind.iter().find(|c| !c.is_whitespace());
                let gap = behind.first().is_none_or(|c| c.is_whitespace());
                let opens = next.is_none_or(|c| c.is_uppercase() || "«\"„“—".contains(*c));
                gap && opens && word > 2
            }
            _ => false,
        };
        word = if c.is_ascii_alphanumeric() {
            word + 1
        } else {
            0
        };
        if ends {
            out.push((start, at + 1));
            start = at + 1;
        }
    }
    if start < seen.len() {
        out.push((start, seen.len()));
    }
    out
}

struct Shout {
    start: u32,
    end: u32,
}

/// Two exclamation marks together, or two words running in capitals.
fn shouting(text: &str) -> Option<Shout> {
    static MARKS: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"[!?]*!\s?!+|\b\p{Lu}{4,}(?:[ \u{a0}]+\p{Lu}{2,})*[ \u{a0}]+\p{Lu}{4,}\b").ok()
    });
    let hit = MARKS.as_ref()?.find(text)?;
    Some(Shout {
        start: chars(text, hit.start()),
        end: chars(text, hit.end()),
    })
}

impl Shout {
    fn into_finding(self, block: Option<&str>) -> Finding {
        Finding {
            rule: "tone.shouting".into(),
            severity: Severity::Should,
            group: Group::Tone,
            block: block.map(str::to_owned),
            start: self.start,
            end: self.end,
            message_ru: "Заглавные буквы и восклицательные знаки читаются как крик.".into(),
            message_en: "Capitals and exclamation marks read as shouting.".into(),
            suggestion: None,
        }
    }
}

/// A bank card's number in the text: thirteen to nineteen digits in groups
/// whose check digit is right.
pub fn card_numbers(text: &str) -> Vec<(u32, u32)> {
    static DIGITS: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"\b\d(?:[ \u{a0}\u{202f}-]?\d){12,18}\b").ok());
    let Some(pattern) = DIGITS.as_ref() else {
        return Vec::new();
    };
    pattern
        .find_iter(text)
        .filter(|hit| {
            let digits: Vec<u32> = hit
                .as_str()
                .chars()
                .filter_map(|c| c.to_digit(10))
                .collect();
            // 15 digits are more often an ОГРНИП than a card.
            matches!(digits.len(), 13 | 16 | 18 | 19) && luhn(&digits)
        })
        .map(|hit| (chars(text, hit.start()), chars(text, hit.end())))
        .collect()
}

fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, &d)| match (at % 2, d * 2) {
            (0, _) => d,
            (_, double) if double > 9 => double - 9,
            (_, double) => double,
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn both_rule_files_read() {
        assert!(read(RU_TEXT).unwrap().len() >= 15);
        assert!(read(EN_TEXT).unwrap().len() >= 8);
    }

    #[test]
    fn places_count_characters() {
        let text = "Здравствуйте. Вы — мошенник, и это факт.";
        let found = findings(text, Language::Ru, None);
        assert_eq!(found.len(), 1);
        let (from, to) = (found[0].start as usize, found[0].end as usize);
        let place: String = text.chars().skip(from).take(to - from).collect();
        assert_eq!(place, "мошенник");
    }

    #[test]
    fn sentences_end_where_they_end() {
        let text = "По п. 1 ст. 18 закона. Это так! 22 ноября 2026 г. мы всё проверили. Да";
        let low: Vec<char> = folded(text).chars().collect();
        let parts: Vec<String> = sentences(text, &seen(&folded(text), Language::Ru))
            .into_iter()
            .map(|(a, b)| low[a..b].iter().collect::<String>().trim().to_owned())
            .collect();
        assert_eq!(
            parts,
            [
                "по п. 1 ст. 18 закона.",
                "это так!",
                "22 ноября 2026 г. мы все проверили.",
                "да"
            ]
        );
    }

    #[test]
    fn a_card_number_is_told_from_an_account() {
        assert_eq!(card_numbers("карта 4111 1111 1111 1111.").len(), 1);
        assert!(card_numbers("счёт 40702810900000005555, ИНН 7707083893").is_empty());
        assert!(card_numbers("4111 1111 1111 1112").is_empty());
    }

    proptest! {
        #[test]
        fn no_text_panics(text in any::<String>()) {
            let length = text.chars().count();
            for language in [Language::Ru, Language::En] {
                for finding in findings(&text, language, None) {
                    prop_assert!(finding.start <= finding.end && finding.end as usize <= length);
                }
            }
            let _ = card_numbers(&text);
        }

        #[test]
        fn folding_keeps_the_count(text in any::<String>()) {
            prop_assert_eq!(folded(&text).chars().count(), text.chars().count());
        }
    }
}
