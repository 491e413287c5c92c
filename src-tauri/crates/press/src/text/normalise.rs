//! The typographic normaliser: what a careful typist would have typed.
//!
//! It changes blanks, dashes, quotation marks and dots; it never adds, drops or
//! changes a letter or digit.

use crate::model::{Language, Span};
use crate::text::clean::clean;
use crate::text::no_break::hold_together;
use crate::text::numbers::{groups, ranges};
use crate::text::punctuation::{dots_and_dashes, quotes};
use crate::text::tagged::{Tagged, is_blank};

/// Applies the rules to the characters for which `open` holds of their tag.
fn normalise(text: &mut Vec<Tagged>, language: Language, open: &dyn Fn(u32) -> bool) {
    dots_and_dashes(text, language, open);
    quotes(text, language, open);
    ranges(text, language, open);
    groups(text, language, open);
    hold_together(text, language, open);
}

/// The characters of spans as they are set: cleaned and normalised together, so
/// that a rule sees over the border of a span. Verbatim ones are only cleaned.
pub(crate) fn tagged(spans: &[Span], language: Language) -> Vec<Tagged> {
    let mut all = clean(
        spans
            .iter()
            .enumerate()
            .flat_map(|(i, s)| s.text.chars().map(move |c| (c, i as u32))),
    );
    // A forced break at the end says nothing.
    while all.last().is_some_and(|t| t.0 == '\n') {
        all.pop();
    }
    let foreign = spans
        .iter()
        .find_map(|s| s.language)
        .filter(|_| spans.iter().all(|s| s.language.is_some()));
    normalise(&mut all, foreign.unwrap_or(language), &|tag| {
        spans.get(tag as usize).is_some_and(|s| !s.verbatim)
    });
    all
}

/// The spans with their texts cleaned and normalised as the typesetter does
/// it, for other ways of writing them down. Each span keeps its style; one
/// whose text falls away stays, empty.
#[must_use]
pub fn normalised(spans: &[Span], language: Language) -> Vec<Span> {
    let mut out: Vec<Span> = spans
        .iter()
        .map(|span| Span {
            text: String::new(),
            ..span.clone()
        })
        .collect();
    for (c, tag) in tagged(spans, language) {
        if let Some(span) = out.get_mut(tag as usize) {
            span.text.push(c);
        }
    }
    out
}

/// The text that is set for `spans`: what reading the finished file gives back,
/// but for where lines end. Against the input it lacks control characters,
/// marks of direction, joiners, variation selectors, blanks at the ends and
/// soft hyphens; runs of blanks are one; blanks that don't break, dashes,
/// quotation marks and the dots of an ellipsis are as a careful typist sets
/// them, unless the span is verbatim. No letter and no digit is added, dropped
/// or changed.
#[must_use]
pub fn as_set(spans: &[Span], language: Language) -> String {
    tagged(spans, language)
        .into_iter()
        .map(|(c, _)| c)
        .filter(|c| !matches!(c, '\u{AD}' | '\u{200B}'))
        .map(|c| if is_blank(c) { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tagged::NBSP;

    fn run(text: &str, language: Language) -> String {
        let mut t = clean(text.chars().map(|c| (c, 0)));
        normalise(&mut t, language, &|_| true);
        t.into_iter()
            .map(|x| if x.0 == NBSP { '~' } else { x.0 })
            .collect()
    }

    #[test]
    fn russian_habits() {
        assert_eq!(run("в срок", Language::Ru), "в~срок");
        assert_eq!(
            run("Договор № 5 от 22 ноября 2026 г.", Language::Ru),
            "Договор №~5 от 22~ноября 2026~г."
        );
        assert_eq!(
            run("Товар - \"чайник \"Волна\"\" - цел", Language::Ru),
            "Товар~— «чайник „Волна“»~— цел"
        );
        assert_eq!(
            run("сумма 1 012 500 руб. 00 коп.", Language::Ru),
            "сумма 1~012~500~руб. 00~коп."
        );
        assert_eq!(
            run("И. П. Иванов и Петров А.С., г. Москва", Language::Ru),
            "И.\u{202F}П.~Иванов и~Петров~А.С., г.~Москва"
        );
        assert_eq!(
            run("Товар \"чайник \"Волна\" \", цел", Language::Ru),
            "Товар «чайник „Волна“ », цел"
        );
        assert_eq!(
            run("От \"ООО \"Ромашка\"\". И \"дом \"Лист\" \"", Language::Ru),
            "От «ООО „Ромашка“». И~«дом „Лист“ »"
        );
        assert_eq!(run("ждём...", Language::Ru), "ждём…");
        assert_eq!(run("если бы  не", Language::Ru), "если~бы не");
    }

    #[test]
    fn english_habits() {
        assert_eq!(
            run("a \"good\" day - isn't it", Language::En),
            "a~“good” day~– isn’t it"
        );
    }

    #[test]
    fn letters_and_digits_are_never_touched() {
        for text in [
            "А40-12345/2026",
            "8-800-100-20-30",
            "ул. Мира, д. 5-7",
            "5\" труба",
            "a--b",
            "…....",
        ] {
            let keep = |s: &str| {
                s.chars()
                    .filter(|c| c.is_alphanumeric())
                    .collect::<String>()
            };
            assert_eq!(keep(&run(text, Language::Ru)), keep(text));
        }
        assert_eq!(run("8-800-100-20-30", Language::Ru), "8-800-100-20-30");
    }

    #[test]
    fn hidden_characters_go_and_lines_stay() {
        assert_eq!(
            run("a\u{202E}b\u{0}\r\nc \t d\u{FEFF}", Language::En),
            "ab\nc d"
        );
    }
}
