//! Sentences, and parts of them, made of what was typed as either.

use super::clean::clean;

/// The text as a sentence of its own: a capital first, a full stop last.
pub fn sentence(text: &str) -> String {
    let text = russian::amount::capitalised(text.trim());
    if text.is_empty() || text.ends_with(['.', '!', '?', '…', ':', ';']) {
        text
    } else {
        format!("{text}.")
    }
}

/// A Russian text in mid-sentence: an ordinary word in front loses its capital, a name, an abbreviation or a foreign
/// word keeps it. Two words with capitals are a name: «Яндекс Маркет».
pub fn in_mid_sentence(text: &str) -> String {
    let russian = |c: char| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё');
    let word = text
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or_default();
    let mut letters = word.chars();
    let first = letters.next().filter(|c| c.is_uppercase());
    let ordinary = word.chars().all(russian) && letters.clone().all(char::is_lowercase);
    let rest = &text[word.len()..];
    let next = rest.trim_start();
    let name =
        next.starts_with(|c: char| c.is_uppercase()) || rest.starts_with(['.', '-', '\u{2011}']);
    match first {
        Some(first) if ordinary && !name => {
            first.to_lowercase().collect::<String>() + letters.as_str() + rest
        }
        _ => text.to_owned(),
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

/// Prose of one or more paragraphs, each of them ending as a sentence does.
pub fn paragraphs(text: &str) -> String {
    let lines: Vec<String> = clean(text).lines().map(sentence).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
    }

    #[test]
    fn an_ordinary_word_loses_its_capital_in_mid_sentence() {
        for (text, mid) in [
            ("Разошёлся шов на сапогах", "разошёлся шов на сапогах"),
            ("Чайник «Север-2» не греет", "чайник «Север-2» не греет"),
            ("Яндекс Маркет не отвечает", "Яндекс Маркет не отвечает"),
            ("ЖКХ", "ЖКХ"),
            ("Samsung Galaxy", "Samsung Galaxy"),
            ("Санкт-Петербург: нет воды", "Санкт-Петербург: нет воды"),
            ("И. Петров не отвечает", "И. Петров не отвечает"),
            ("уже с маленькой", "уже с маленькой"),
            ("", ""),
        ] {
            assert_eq!(in_mid_sentence(text), mid);
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in any::<String>()) {
            let _ = (sentence(&text), fragment(&text), paragraphs(&text));
        }
    }
}
