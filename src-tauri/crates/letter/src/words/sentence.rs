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

    proptest! {
        #[test]
        fn no_text_panics(text in any::<String>()) {
            let _ = (sentence(&text), fragment(&text), paragraphs(&text));
        }
    }
}
