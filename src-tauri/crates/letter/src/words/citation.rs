//! An article of law as a letter names it.

use crate::shipped::shipped_text;
use complaint::Language;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    act: Vec<Act>,
}

/// How an act is called in the packs, in a Russian letter and in an English one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Act {
    short: String,
    ru: String,
    en: String,
}

/// A test reads the file, so that a broken one can't be shipped.
static ACTS: LazyLock<Vec<Act>> = LazyLock::new(|| {
    let file = packed::table::<File>(shipped_text!("src/words/acts.toml"));
    file.map(|file| file.act).unwrap_or_default()
});

/// «ЗоЗПП № 2300-1, ст. 31 п. 1» as «п. 1 ст. 31 Закона РФ «О защите прав
/// потребителей»» or "article 31(1) of the Russian Consumer Protection Act".
/// Nothing for an act or a form of citation that is not known here: a letter
/// rather cites nothing than something unreadable.
pub fn cited(citation: &str, language: Language) -> Option<String> {
    let (act, rest) = citation.split_once(", ")?;
    let Act { ru, en, .. } = ACTS.iter().find(|known| known.short == act.trim())?;
    // Remarks of the pack («в ред. …», «(…)», «; …») are no part of a letter.
    let end = [" в ред.", " (", ";", ", п."]
        .iter()
        .filter_map(|sign| rest.find(sign))
        .min()
        .unwrap_or(rest.len());
    let words: Vec<&str> = rest[..end].split_whitespace().collect();
    let number = |word: &&str| {
        let word = word.trim_end_matches(',');
        !word.is_empty() && word.chars().all(|c| c.is_ascii_digit() || c == '.')
    };
    let (article, part) = match words.as_slice() {
        ["ст.", article] if number(article) => (*article, None),
        ["ст.", article, sign @ ("п." | "ч."), part] if number(article) && number(part) => {
            (*article, Some((*sign, *part)))
        }
        _ => return None,
    };
    Some(match (language, part) {
        (Language::Ru, None) => format!("ст.\u{a0}{article} {ru}"),
        (Language::Ru, Some((sign, part))) => {
            format!("{sign}\u{a0}{part} ст.\u{a0}{article} {ru}")
        }
        (Language::En, None) => format!("article {article} of {en}"),
        (Language::En, Some((_, part))) => format!("article {article}({part}) of {en}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_reads_as_a_letter_names_it() {
        for (pack, ru) in [
            (
                "ЗоЗПП № 2300-1, ст. 31 п. 1",
                Some("п. 1 ст. 31 Закона РФ «О защите прав потребителей»"),
            ),
            (
                "ЗоЗПП № 2300-1, ст. 22",
                Some("ст. 22 Закона РФ «О защите прав потребителей»"),
            ),
            (
                "ЗоЗПП № 2300-1, ст. 23 п. 1 в ред. 500-ФЗ от 28.12.2025",
                Some("п. 1 ст. 23 Закона РФ «О защите прав потребителей»"),
            ),
            (
                "АПК РФ, ст. 4 ч. 5",
                Some("ч. 5 ст. 4 Арбитражного процессуального кодекса РФ"),
            ),
            ("ЗоЗПП № 2300-1, ст. 29, 30", None),
            ("289-ФЗ", None),
            ("Цель офиса, не норма закона", None),
        ] {
            let said = cited(pack, Language::Ru).map(|s| s.replace('\u{a0}', " "));
            assert_eq!(said.as_deref(), ru, "{pack}");
        }
        assert_eq!(
            cited("ЗоЗПП № 2300-1, ст. 31 п. 1", Language::En).as_deref(),
            Some("article 31(1) of the Russian Consumer Protection Act")
        );
    }
}
