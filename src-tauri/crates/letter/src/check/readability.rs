//! How hard a text is to read: only hints, for a hard sentence may be the right one.

use super::finding::{Findings, Group, Place, Rule};
use crate::words::pattern::Pattern;
use complaint::Language;

const SENTENCE: Rule = Rule::hint("readability.sentence").about(Group::Tone);
const PASSIVE: Rule = Rule::hint("readability.passive").about(Group::Tone);
const NOUNS: Rule = Rule::hint("readability.nouns").about(Group::Tone);
const HARD: Rule = Rule::hint("readability.hard").about(Group::Tone);

/// Words of a sentence beyond which few readers keep hold of it.
const LONGEST: usize = 60;
/// Passives in one text that read as if nobody did anything.
const MOST_PASSIVES: usize = 5;
/// Fewer words say nothing about how hard a text is.
const ENOUGH: usize = 100;
/// Reading ease below this asks for a scientist.
const HARDEST: f64 = 0.0;

/// Notes long sentences, chains of nouns, passives and hard texts.
pub fn check(text: &str, language: Language, block: Option<&str>, found: &mut Findings) {
    let sentences = sentences(text);
    let mut counted = (0, 0);
    for &(start, end) in &sentences {
        let words = words(&text[start..end]).count();
        if words > LONGEST {
            let lead = text[start..end].len() - text[start..end].trim_start().len();
            // Counted on from the last one: a long text has many.
            let from = counted.1 + chars(&text[counted.0..start + lead]);
            counted = (start + lead, from);
            // What opens the next one was read with this one.
            let opens = |c: char| c.is_whitespace() || "«„—".contains(c);
            let shown = text[start + lead..end].trim_end_matches(opens);
            let place = (from, from + chars(shown));
            found.note(
                SENTENCE,
                Place::chars(block, place),
                format!("Предложение из {words} слов трудно удержать: разделите его."),
                format!("A sentence of {words} words is hard to hold: divide it."),
            );
        }
    }
    let nouns = match language {
        Language::Ru => &RUSSIAN_CHAIN,
        Language::En => &ENGLISH_CHAIN,
    };
    if let Some(hit) = nouns.regex().and_then(|r| r.find(text)) {
        found.note(
            NOUNS,
            Place::chars(block, place(text, hit.start(), hit.end())),
            "Цепочка отглагольных существительных: скажите глаголами.",
            "A chain of nouns: say it with verbs.",
        );
    }
    let passive = match language {
        Language::Ru => &RUSSIAN_PASSIVE,
        Language::En => &ENGLISH_PASSIVE,
    };
    let mut passives = passive.regex().into_iter().flat_map(|r| r.find_iter(text));
    if let Some(hit) = passives.nth(MOST_PASSIVES) {
        found.note(
            PASSIVE,
            Place::chars(block, place(text, hit.start(), hit.end())),
            "Страдательных оборотов много: скажите, кто это сделал.",
            "Many passives: say who did it.",
        );
    }
    if words(text).count() >= ENOUGH && ease(text, language) < HARDEST {
        found.note(
            HARD,
            block.map_or_else(Place::whole, Place::of),
            "Текст трудно читать: слова и предложения длинные.",
            "The text is hard to read: its words and sentences are long.",
        );
    }
}

/// Reading ease after Flesch, for Russian with Oborneva's coefficients (2006):
/// 100 is a child's book, 0 a dissertation.
fn ease(text: &str, language: Language) -> f64 {
    let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    let all = count(words(text).count().max(1));
    let sentences = count(sentences(text).len().max(1));
    let syllables = count(words(text).map(|word| syllables(word, language)).sum());
    match language {
        Language::Ru => 206.835 - 1.3 * all / sentences - 60.1 * syllables / all,
        Language::En => 206.835 - 1.015 * all / sentences - 84.6 * syllables / all,
    }
}

fn syllables(word: &str, language: Language) -> usize {
    let vowel = |c: char| "аеёиоуыэюяaeiouy".contains(c);
    let word = word.to_lowercase();
    match language {
        Language::Ru => word.chars().filter(|&c| vowel(c)).count(),
        Language::En => {
            let starts = |(before, c): (char, char)| vowel(c) && !vowel(before);
            let before = std::iter::once(' ').chain(word.chars());
            let groups = before
                .zip(word.chars())
                .filter(|&pair| starts(pair))
                .count();
            let silent = usize::from(word.ends_with('e') && groups > 1);
            (groups - silent).max(1)
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !c.is_alphabetic() && c != '-');
    parts.filter(|w| w.chars().any(char::is_alphabetic))
}

/// Where sentences begin and end, in bytes; a line ends one.
fn sentences(text: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut ends = false;
    for (at, c) in text.char_indices() {
        let turns = c == '\n' || ends && c.is_uppercase();
        if turns && !text[start..at].trim().is_empty() {
            out.push((start, at));
            start = at;
        }
        // A quotation or a dash may stand before the capital.
        ends = matches!(c, '.' | '!' | '?' | ';')
            || ends && (c.is_whitespace() || "\"«„“—".contains(c));
    }
    if !text[start..].trim().is_empty() {
        out.push((start, text.len()));
    }
    out
}

fn place(text: &str, from: usize, to: usize) -> (u32, u32) {
    let start = chars(&text[..from]);
    (start, start + chars(text[from..to].trim_end()))
}

fn chars(part: &str) -> u32 {
    u32::try_from(part.chars().count()).unwrap_or(u32::MAX)
}

static RUSSIAN_CHAIN: Pattern = Pattern::new(&[
    r"(?i)\p{L}{4,}(?:ни|ци|сти)(?:е|я|ю|ем|и|й)(?: \p{L}{4,}(?:ого|его|ой|ых|их))?(?: \p{L}{4,}(?:ния|ции|сти|ства|ний|ций|ки))(?: \p{L}{4,}(?:ния|ции|сти|ства|ний|ций|ки)){2,}",
]);
static ENGLISH_CHAIN: Pattern = Pattern::new(&[
    r"(?i)\b\p{L}+(?:tion|ment|ance|ence|ity)s? (?:of|for) (?:the )?\p{L}+(?:tion|ment|ance|ence|ity)s? (?:of|for) (?:the )?\p{L}+(?:tion|ment|ance|ence|ity)s?\b",
]);
static RUSSIAN_PASSIVE: Pattern = Pattern::new(&[
    r"(?i)\b(?:был[аио]? |будет |будут )?\p{L}{3,}(?:ан|ян|ен)(?:а|о|ы)\b|\b(?:осуществля|производи|рассматрива|проводи|направля|принима|выполня)(?:ется|ются|лся|лась|лось|лись)\b",
]);
static ENGLISH_PASSIVE: Pattern =
    Pattern::new(&[r"(?i)\b(?:was|were|been|being|is|are|be) (?:\p{L}+ly )?\p{L}{2,}ed\b"]);

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, language: Language) -> Vec<String> {
        let found = Findings::of(|found| check(text, language, None, found));
        found.rules().into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn long_sentences_and_chains_of_nouns_are_hinted_at() {
        let long = "слово и ".repeat(40) + "конец.";
        assert_eq!(found(&long, Language::Ru), ["readability.sentence"]);
        let chain =
            "Проводится осуществление проведения проверки надлежащести исполнения обязанности.";
        assert_eq!(found(chain, Language::Ru), ["readability.nouns"]);
        assert_eq!(
            found(
                "Мы проверили чайник 5 мая. Деньги вернём 9 мая.",
                Language::Ru
            ),
            Vec::<String>::new()
        );
    }

    #[test]
    fn what_begins_with_a_quotation_or_a_dash_is_a_sentence_of_its_own() {
        for opens in ["«", "“", "— ", "\""] {
            let text = format!(
                "{}конец. {opens}Да, {}конец.",
                "слово и ".repeat(17),
                "так и ".repeat(17)
            );
            assert_eq!(found(&text, Language::Ru), Vec::<String>::new(), "{opens}");
        }
    }

    #[test]
    fn plain_words_are_easier_than_learned_ones() {
        let plain = "Мы взяли чайник. Он тёк. Мы дали новый.";
        let learned = "Осуществление надлежащего обеспечения функционирования оборудования предусматривает систематическое освидетельствование.";
        assert!(
            ease(plain, Language::Ru) > 60.0,
            "{}",
            ease(plain, Language::Ru)
        );
        assert!(
            ease(learned, Language::Ru) < 0.0,
            "{}",
            ease(learned, Language::Ru)
        );
        assert!(ease("We took the cup. It was old.", Language::En) > 80.0);
    }

    #[test]
    fn every_pattern_builds() {
        for pattern in [
            &RUSSIAN_CHAIN,
            &ENGLISH_CHAIN,
            &RUSSIAN_PASSIVE,
            &ENGLISH_PASSIVE,
        ] {
            assert!(pattern.regex().is_some());
        }
    }
}
