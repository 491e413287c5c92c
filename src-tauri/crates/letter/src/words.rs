//! Small forms of speech: dates, sums, sentences, and cleaning what strangers
//! typed so that it can stand in a line.

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

/// The sum in figures and, in brackets, in words.
pub fn figures_and_words(sum: Money, language: Language) -> String {
    let words = match language {
        Language::Ru => russian::amount::words_and_kopecks(sum.kopecks()),
        Language::En => russian::amount::words_english(sum.kopecks()),
    };
    format!("{} ({words})", figures(sum, language))
}

/// Text made fit for a letter: no control characters, no marks that turn the
/// direction of writing, every kind of line end a `\n`, no blank lines, no
/// blanks at the ends of lines. Other characters stay, whatever they are.
pub fn clean(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let unified = text.replace("\r\n", "\n");
    for line in unified.split([
        '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
    ]) {
        let line: String = line
            .chars()
            .map(|c| if c == '\t' { ' ' } else { c })
            .filter(|&c| !is_unwanted(c))
            .collect();
        let line = line.trim();
        if !line.is_empty() {
            lines.push(line.to_owned());
        }
    }
    lines.join("\n")
}

/// The same on one line.
pub fn clean_line(text: &str) -> String {
    clean(text).replace('\n', " ")
}

fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{61c}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
        || matches!(u32::from(c) & 0xfffe, 0xfffe)
}

/// The text as a sentence of its own: a capital first, a full stop last.
pub fn sentence(text: &str) -> String {
    let text = russian::amount::capitalised(text.trim());
    if text.is_empty() || text.ends_with(['.', '!', '?', '…', ':', ';']) {
        text
    } else {
        format!("{text}.")
    }
}

/// The text as a part of a sentence: without the full stop behind.
pub fn fragment(text: &str) -> String {
    let text = text.trim();
    // An ellipsis stays, and so do the dots of «г.», «руб.», «т. п.»: there a
    // short last word precedes the dot.
    let Some(head) = text.strip_suffix('.') else {
        return text.to_owned();
    };
    let last = head.rsplit([' ', '\u{a0}', '.']).next().unwrap_or("");
    if head.ends_with('.') || (1..=4).contains(&last.chars().count()) && is_abbreviation(last) {
        text.to_owned()
    } else {
        head.to_owned()
    }
}

fn is_abbreviation(word: &str) -> bool {
    const SHORT: &[&str] = &[
        "г", "гг", "руб", "коп", "д", "др", "п", "пп", "т", "ст", "ул", "кв", "шт", "см", "мм",
        "тыс", "млн", "Ltd", "Inc", "Co", "etc",
    ];
    SHORT.contains(&word)
}

/// Whether the text begins as a sentence does, not as a part of one.
pub fn begins_a_sentence(text: &str) -> bool {
    text.trim().chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
            "4\u{a0}590\u{a0}руб. (четыре тысячи пятьсот девяносто рублей 00 копеек)"
        );
    }

    #[test]
    fn sentences_and_parts_of_them() {
        assert_eq!(sentence("переведём на карту"), "Переведём на карту.");
        assert_eq!(sentence("Уже сделано!"), "Уже сделано!");
        assert_eq!(fragment("п. 5.2 договора."), "п. 5.2 договора");
        assert_eq!(
            fragment("договор от 1 мая 2026 г."),
            "договор от 1 мая 2026 г."
        );
        assert_eq!(fragment("и так далее..."), "и так далее...");
        assert_eq!(clean(" а\u{202e}б \r\n\r\n\u{7}в\t г "), "аб\nв  г");
    }

    proptest! {
        #[test]
        fn cleaning_is_done_once(text in any::<String>()) {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once.clone());
            prop_assert!(!once.chars().any(|c| c.is_control() && c != '\n'));
            let _ = (sentence(&text), fragment(&text));
        }
    }
}
