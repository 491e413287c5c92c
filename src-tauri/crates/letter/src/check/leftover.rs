//! What a form left behind: marks to fill in, sample text.

use super::finding::{Findings, Place, Rule};
use crate::text::LetterText;
use crate::words::pattern::Pattern;

/// Notes what was left in the letter's parts and blocks.
pub fn check(letter: &LetterText, found: &mut Findings) {
    let paper = letter.kind.is_paper();
    let parts = [
        ("heading", &letter.heading),
        ("salutation", &letter.salutation),
        ("closing", &letter.closing),
    ];
    for (part, text) in parts {
        check_text(text, Some(part), paper, found);
    }
    for block in &letter.blocks {
        check_text(&block.reads(), Some(&block.id), paper, found);
    }
}

/// The same in one text; a paper may have blanks to write on.
pub fn check_text(text: &str, block: Option<&str>, paper: bool, found: &mut Findings) {
    let pattern = if paper { &LEFT_IN_PAPER } else { &LEFT };
    for place in pattern.places(text) {
        found.note(
            Rule::must("field.leftover"),
            Place::chars(block, place),
            "Осталось от бланка: здесь должно стоять настоящее слово.",
            "Left over from a form: a real word belongs here.",
        );
    }
}

const MARKS: &str = r"\{\{[^}]*\}?\}?|\}\}|\$\{\w+\}|%[a-z_]{3,}%|<<[^>]*>>|<(?:имя|дата|сумма|фио|name|date|sum|amount)>|\blorem ipsum\b|\bфио\b|\bф\. ?и\. ?о\.|\bххх+\b|\bxxx+\b|\btodo\b|\btbd\b|\[(?:вставить|указать|insert|your name)[^\]]*\]|\b(?:вставить|указать) (?:сумму|дату|имя|номер|причину)\b";

static LEFT: Pattern = Pattern::new(&[MARKS, "|_{3,}"]);
static LEFT_IN_PAPER: Pattern = Pattern::new(&[MARKS]);

#[cfg(test)]
mod tests {
    use super::*;

    fn left(text: &str, paper: bool) -> Findings {
        Findings::of(|found| check_text(text, None, paper, found))
    }

    #[test]
    fn marks_of_a_form_are_found() {
        for (text, mark) in [
            ("Уважаемый {{имя}}, вернём", "{{имя}}"),
            ("вернём ${sum} завтра", "${sum}"),
            ("До <дата> вернём", "<дата>"),
            ("Сумма: [вставить сумму].", "[вставить сумму]"),
            ("Срок ____ дней", "____"),
            ("TODO позже", "TODO"),
        ] {
            assert_eq!(left(text, false).place(text), mark);
        }
        for innocent in ["5 % от цены", "п. 5.2 [договора]", "цена < 100 руб."]
        {
            assert!(left(innocent, false).list().is_empty(), "{innocent}");
        }
    }

    #[test]
    fn a_paper_may_have_blanks_to_write_on() {
        assert!(left("Подпись ____", true).list().is_empty());
        assert_eq!(left("Подпись {{имя}}", true).rules(), ["field.leftover"]);
    }

    #[test]
    fn both_patterns_build() {
        assert!(LEFT.regex().is_some() && LEFT_IN_PAPER.regex().is_some());
    }
}
