//! What is read from the signs, not from the words: shouting and card numbers.

use super::{Finding, Group, Severity};
use crate::text::LetterText;
use regex::Regex;
use std::sync::LazyLock;

fn chars(text: &str, bytes: usize) -> u32 {
    u32::try_from(text[..bytes].chars().count()).unwrap_or(u32::MAX)
}

/// Places in `char`s where a text shouts: exclamation marks together, words
/// running in capitals, or one word of reproach in capitals. What stands in
/// quotation marks is a name or somebody else's words.
pub fn shouting(text: &str, block: Option<&str>) -> Option<Finding> {
    static MARKS: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"[!?]*!\s?!+|(?:\b\p{Lu}+[ \u{a0}]+)+\p{Lu}{2,}\b|\b(?:НИКОГДА|НЕЛЬЗЯ|ОБЯЗАНЫ|САМИ|ВНИМАНИЕ|НИКАК\p{Lu}+|ЗАПРЕЩ\p{Lu}+|КАТЕГОРИЧЕСКИ|ОТКАЗ\p{Lu}*|NEVER|NOT|MUST|YOU|ONLY|REFUSED|WARNING)\b").ok()
    });
    let hit = MARKS.as_ref()?.find_iter(text).find(|hit| {
        let words: Vec<&str> = hit.as_str().split_whitespace().collect();
        let letters: usize = words.iter().map(|w| w.chars().count()).sum();
        let long = |w: &&&str| w.chars().count() >= 5 && !is_short_for_something(w);
        let named = words.first().is_some_and(|w| FORMS.contains(w));
        let runs = words.len() > 1 && letters >= 8 && words.iter().any(|w| long(&w)) && !named;
        hit.as_str().contains('!')
            || words.len() == 1 && !text[..hit.start()].ends_with('«')
            || runs && !inside_quotes(text, hit.start())
    })?;
    Some(Finding {
        rule: "tone.shouting".into(),
        severity: Severity::Should,
        group: Group::Tone,
        block: block.map(str::to_owned),
        start: chars(text, hit.start()),
        end: chars(text, hit.end()),
        message_ru: "Заглавные буквы и восклицательные знаки читаются как крик.".into(),
        message_en: "Capitals and exclamation marks read as shouting.".into(),
        suggestion: calm(hit.as_str()),
        mend: None,
    })
}

/// Legal forms: what follows one in capitals is a firm's name.
const FORMS: [&str; 14] = [
    "ООО", "АО", "ПАО", "ОАО", "ЗАО", "ИП", "НКО", "OOO", "AO", "PAO", "OAO", "ZAO", "LLC", "JSC",
];

fn is_short_for_something(word: &str) -> bool {
    const VOWELS: &str = "АЕЁИОУЫЭЮЯAEIOUY";
    !word.chars().any(|c| VOWELS.contains(c))
        || ["ОГРНИП", "СНИЛС", "КОАП", "РОСПОТРЕБНАДЗОР"].contains(&word)
}

fn inside_quotes(text: &str, at: usize) -> bool {
    let before = &text[..at];
    before.matches('«').count() > before.matches('»').count()
}

/// The same without the shout.
fn calm(shout: &str) -> Option<String> {
    if shout.contains(['!', '?']) {
        return Some(if shout.contains('?') { "?" } else { "." }.to_owned());
    }
    Some(shout.to_lowercase())
}

/// Findings for bank cards' numbers: thirteen to nineteen digits in groups
/// whose check digit is right, or sixteen behind the word for a card, which is
/// one even with a slip in it.
pub fn cards(text: &str, block: Option<&str>) -> Vec<Finding> {
    card_numbers(text)
        .into_iter()
        .map(|(start, end)| Finding {
            rule: "data.card".into(),
            severity: Severity::Must,
            group: Group::Safe,
            block: block.map(str::to_owned),
            start,
            end,
            message_ru: "Похоже на номер банковской карты: в письме ему не место, довольно последних четырёх цифр.".into(),
            message_en: "This looks like a bank card number: it has no place in a letter, the last four digits will do.".into(),
            suggestion: Some(last_four(text, (start, end))),
            mend: None,
        })
        .collect()
}

fn last_four(text: &str, (start, end): (u32, u32)) -> String {
    let digits: Vec<char> = text
        .chars()
        .skip(start as usize)
        .take((end - start) as usize)
        .filter(char::is_ascii_digit)
        .collect();
    let tail: String = digits[digits.len().saturating_sub(4)..].iter().collect();
    format!("•••• {tail}")
}

fn card_numbers(text: &str) -> Vec<(u32, u32)> {
    static DIGITS: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"\b\d(?:[ \u{a0}\u{202f}-]?\d){12,18}\b").ok());
    static NAMED: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:карт(?:а|ы|е|у|ой)|card)\W{1,3}(?:(?:№|no\.?|номер|number)\W{0,3})?$")
            .ok()
    });
    let (Some(pattern), Some(named)) = (DIGITS.as_ref(), NAMED.as_ref()) else {
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
                || digits.len() == 16 && named.is_match(&text[..hit.start()])
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

/// Findings for one exclamation mark after another over the whole letter.
pub fn exclamations(letter: &LetterText) -> Option<Finding> {
    let marks = |text: &str| text.chars().filter(|&c| c == '!').count();
    let all: usize = letter.blocks.iter().map(|b| marks(&b.reads())).sum();
    (all > 2).then(|| Finding {
        rule: "tone.exclamations".into(),
        severity: Severity::Hint,
        group: Group::Tone,
        block: None,
        start: 0,
        end: 0,
        message_ru: "Восклицательных знаков много; письмо звучит спокойнее без них.".into(),
        message_en: "There are many exclamation marks; the letter sounds calmer without them."
            .into(),
        suggestion: None,
        mend: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_card_number_is_told_from_an_account() {
        assert_eq!(card_numbers("карта 4111 1111 1111 1111.").len(), 1);
        assert!(card_numbers("счёт 40702810900000005555, ИНН 7707083893").is_empty());
        assert!(card_numbers("4111 1111 1111 1112").is_empty());
        assert_eq!(card_numbers("на карту 4111 1111 1111 1112").len(), 1);
        assert_eq!(card_numbers("Card No. 4111111111111112").len(), 1);
        assert!(card_numbers("карту вернём, заказ 4111111111111112").is_empty());
        let found = cards("карта 4111 1111 1111 1111.", None);
        assert_eq!(found[0].suggestion.as_deref(), Some("•••• 1111"));
    }

    #[test]
    fn capitals_shout_and_abbreviations_do_not() {
        let shouts = |text: &str| shouting(text, None).is_some();
        assert!(shouts("Мы НЕ НЕСЁМ ОТВЕТСТВЕННОСТИ"));
        assert!(shouts("ВОЗВРАТ НЕВОЗМОЖЕН"));
        assert!(shouts("Вы САМИ так решили"));
        assert!(shouts("Нет!!!") && shouts("WE ARE NOT RESPONSIBLE"));
        assert!(!shouts("ООО «СЕВЕРНЫЙ ЧАЙНИК» и ИП Иванов"));
        assert!(!shouts(
            "по ГОСТ Р 7.0.97 и СНиП, ОСАГО, КоАП РФ, ИНН 7707083893, ПАО НБКИ"
        ));
        assert!(!shouts("Уважаемая Анна Сергеевна!"));
    }

    proptest! {
        #[test]
        fn no_text_panics(text in any::<String>()) {
            let _ = (cards(&text, None), shouting(&text, None));
        }
    }
}
