//! The number of somebody's bank card.

use super::finding::{Findings, Group, Place, Rule};
use crate::words::pattern::{Pattern, chars};

const RULE: Rule = Rule::must("data.card").about(Group::Safe);

/// Notes numbers of bank cards: thirteen to nineteen digits in groups
/// whose check digit is right, or sixteen behind the word for a card, which is
/// one even with a slip in it.
pub fn check(text: &str, block: Option<&str>, found: &mut Findings) {
    for place in card_numbers(text) {
        found.note(
            RULE,
            Place::chars(block, place),
            "Похоже на номер банковской карты: в письме ему не место, довольно последних четырёх цифр.",
            "This looks like a bank card number: it has no place in a letter, the last four digits will do.",
        );
        found.suggest(last_four(text, place));
    }
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
    static DIGITS: Pattern = Pattern::new(&[r"\b\d(?:[ \u{a0}\u{202f}-]?\d){12,18}\b"]);
    static NAMED: Pattern = Pattern::new(&[
        r"(?i)\b(?:карт(?:а|ы|е|у|ой)|card)\W{1,3}(?:(?:№|no\.?|номер|number)\W{0,3})?$",
    ]);
    let (Some(pattern), Some(named)) = (DIGITS.regex(), NAMED.regex()) else {
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
        let mut found = Findings::default();
        check("карта 4111 1111 1111 1111.", None, &mut found);
        let suggestion = found.list()[0].suggestion.as_deref();
        assert_eq!(suggestion, Some("•••• 1111"));
    }

    proptest! {
        #[test]
        fn no_text_panics(text in any::<String>()) {
            check(&text, None, &mut Findings::default());
        }
    }
}
