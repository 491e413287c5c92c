//! Dates and sums as they stand in a letter's text.

use chrono::NaiveDate;
use complaint::{Language, Money};

/// The date as it stands in a letter's text.
pub fn date(date: NaiveDate, language: Language) -> String {
    match language {
        Language::Ru => russian::date::long(date),
        Language::En => russian::date::english(date),
    }
}

/// The sum in figures: «4 590 руб.», «4 590 руб. 50 коп.», "RUB 4,590.50".
/// Digits are grouped by no-break spaces in Russian.
pub fn figures(sum: Money, language: Language) -> String {
    let (whole, part) = (sum.kopecks() / 100, sum.kopecks() % 100);
    let digits = whole.to_string();
    let separator = match language {
        Language::Ru => '\u{a0}',
        Language::En => ',',
    };
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    match (language, part) {
        (Language::Ru, 0) => format!("{grouped}\u{a0}руб."),
        (Language::Ru, _) => format!("{grouped}\u{a0}руб. {part:02}\u{a0}коп."),
        (Language::En, 0) => format!("RUB\u{a0}{grouped}"),
        (Language::En, _) => format!("RUB\u{a0}{grouped}.{part:02}"),
    }
}

/// The sum in figures and, in brackets, in words: «2 300 (две тысячи триста) рублей 00 копеек»,
/// "RUB 2,300 (two thousand three hundred roubles 00 kopecks)".
pub fn figures_and_words(sum: Money, language: Language) -> String {
    match language {
        Language::Ru => {
            let words = russian::amount::words_and_kopecks(sum.kopecks());
            // The words for roubles and kopecks stand behind the brackets.
            let mut units = words.rsplitn(4, ' ');
            let (kopecks, part) = (units.next().unwrap_or(""), units.next().unwrap_or(""));
            let (roubles, words) = (units.next().unwrap_or(""), units.next().unwrap_or(""));
            let whole = figures(sum, language);
            let whole = whole.split("\u{a0}руб.").next().unwrap_or("");
            format!("{whole}\u{a0}({words}) {roubles} {part}\u{a0}{kopecks}")
        }
        Language::En => {
            let words = russian::amount::words_english(sum.kopecks());
            format!("{} ({words})", figures(sum, language))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_read_as_people_write_them() {
        let sum = |text: &str| text.parse::<Money>().unwrap();
        assert_eq!(figures(sum("4590"), Language::Ru), "4\u{a0}590\u{a0}руб.");
        assert_eq!(
            figures(sum("1234567.05"), Language::Ru),
            "1\u{a0}234\u{a0}567\u{a0}руб. 05\u{a0}коп."
        );
        assert_eq!(figures(sum("4590.5"), Language::En), "RUB\u{a0}4,590.50");
        assert_eq!(
            figures_and_words(sum("4590"), Language::Ru),
            "4\u{a0}590\u{a0}(четыре тысячи пятьсот девяносто) рублей 00\u{a0}копеек"
        );
    }
}
