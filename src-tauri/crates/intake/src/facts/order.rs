//! The number of the order or contract.

use crate::pattern::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// A number: figures, with letters and strokes before, between and behind.
const TOKEN: &str =
    r"((?:[A-Za-zА-Яа-я]{1,8}[/_\-]?){0,3}\d[0-9A-Za-zА-Яа-я/_\-]*(?:\.[0-9A-Za-zА-Яа-я/_\-]+)*)";

/// Papers by which an order is known come before papers that only prove it.
static TIERS: LazyLock<[[Regex; 2]; 2]> = LazyLock::new(|| {
    let tier = |nouns: &str| {
        [
            // With a number sign; a few words may stand between.
            pattern(&format!(
                r"(?i)\b(?:{nouns})\b(?:\s+[а-яa-z\-]{{2,20}}){{0,4}}[\s(]*(?:№\s*№?|\bномер[а-я]*:?\s|\bN\s?|#|\bno\.?\s|:\s*)\s*{TOKEN}"
            )),
            // Without one the number follows at once.
            pattern(&format!(r"(?i)\b(?:{nouns})\s+(?:number\s+)?{TOKEN}")),
        ]
    };
    [
        tier(
            r"договор(?:а|у|ом|е|ы|ам)?|контракт(?:а|у|ом|е)?|заказ(?:а|у|ом|е|ы)?|заявк(?:а|и|е|у|ой)|тур(?:а|у|ом|е)?|путевк(?:а|и|е|у|ой)|брон(?:ь|и|ью)|бронировани(?:е|я|ю|ем)|полис(?:а|у|ом|е)?|абонемент(?:а|у|ом|е)?|order|contract|booking|reservation",
        ),
        tier(
            r"квитанци(?:я|и|ю|ей)|накладн(?:ая|ой|ую)|заказ-наряд(?:а|у)?|сч[её]т(?:а|у|ом)?|акт(?:а|у|ом|е)?|чек(?:а|у|ом)?|рейс(?:а|у|ом)?|обращени(?:е|я|ю)|invoice|receipt|ticket",
        ),
    ]
});
static NO_NUMBER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?$|^\d{4}-\d\d-\d\d$"));
static OTHER_THING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[.,]?\s*(?:\d{3}\b|руб|р\.|р\b|₽|тыс|год|г\.|шт|дн|дне|час|мин|раз|январ|феврал|март|апрел|мая|июн|июл|август|сентябр|октябр|ноябр|декабр|фз)",
    )
});

/// The number of the order or contract that a text names.
pub(super) fn order(text: &str) -> Option<String> {
    for tier in TIERS.iter() {
        let mut best: Option<(usize, String)> = None;
        for (form, regex) in tier.iter().enumerate() {
            for hit in regex.captures_iter(text) {
                let Some(token) = hit.get(1) else {
                    continue;
                };
                let number = token.as_str().trim_end_matches(['-', '/', '_', '.']);
                let digits = number.chars().filter(char::is_ascii_digit).count();
                let only_digits = digits == number.chars().count();
                // «заказ 2 стула» names no order; a number sign makes it one.
                let is_number = digits > 0 && (form == 0 || !only_digits || digits >= 4);
                let starts_well = form == 0
                    || number.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
                if is_number
                    && starts_well
                    && number.chars().count() <= 40
                    && !NO_NUMBER.is_match(number)
                    && !OTHER_THING.is_match(&text[token.end()..])
                    && best.as_ref().is_none_or(|(at, _)| token.start() < *at)
                {
                    best = Some((token.start(), number.to_owned()));
                }
            }
        }
        if let Some((_, number)) = best {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn numbers_of_orders_and_contracts() {
        for (text, number) in [
            ("купила чайник (заказ А-20418).", Some("А-20418")),
            (
                "По договору 77/СЗ от 12.09.2026 вы обязались",
                Some("77/СЗ"),
            ),
            ("(договор № 4471, цена 186 400 руб.)", Some("4471")),
            (
                "договор поставки оборудования №12-П/2026 от 1 мая",
                Some("12-П/2026"),
            ),
            ("Номер моего заказа: 558120", Some("558120")),
            ("Заказ номер 558-120, чек 0042", Some("558-120")),
            ("чек № 0042 от 3 мая", Some("0042")),
            ("заказала 2 стула, заказ 15000 рублей", None),
            ("по договору от 12.09.2026", None),
            ("заказ на 3 персоны", None),
            ("order 99812 was late", Some("99812")),
            ("по закону № 2300-1", None),
        ] {
            assert_eq!(order(text).as_deref(), number, "{text}");
        }
    }
}
