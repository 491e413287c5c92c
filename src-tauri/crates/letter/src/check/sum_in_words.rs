//! Sums whose figures and words differ.

use super::finding::{Findings, Place, Rule};
use crate::text::LetterText;
use crate::words::figures::figures_and_words;
use crate::words::named_sums::named_sums;
use crate::words::pattern::chars;
use complaint::Language;

/// Notes sums whose figures and words differ.
pub fn check(letter: &LetterText, found: &mut Findings) {
    for block in &letter.blocks {
        check_text(&block.reads(), letter.language, Some(&block.id), found);
    }
}

/// The same in one text.
pub fn check_text(text: &str, language: Language, block: Option<&str>, found: &mut Findings) {
    for named in named_sums(text).into_iter().filter(|n| n.differs) {
        found.note(
            Rule::must("sum.words"),
            Place::chars(
                block,
                (
                    chars(text, named.with_words.start),
                    chars(text, named.with_words.end),
                ),
            ),
            "Сумма цифрами и сумма прописью расходятся.",
            "The sum in figures and the sum in words differ.",
        );
        found.suggest(figures_and_words(named.sum, language));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{ready_letter, reword};
    use complaint::LetterKind;

    #[test]
    fn words_say_the_sum_of_the_figures() {
        let (mut letter, _) = ready_letter(LetterKind::FinalPartial);
        assert!(
            Findings::of(|found| check(&letter, found))
                .list()
                .is_empty()
        );
        let words = "Вернём 2 000 руб. 50 коп. (три тысячи рублей 50 копеек).";
        reword(&mut letter, "/ground", words);
        let found = Findings::of(|found| check(&letter, found));
        assert_eq!(
            found.place(words),
            "2 000 руб. 50 коп. (три тысячи рублей 50 копеек)"
        );
        let better = found.list()[0].suggestion.as_deref().unwrap_or_default();
        assert_eq!(
            better.replace('\u{a0}', " "),
            "2 000 (две тысячи) рублей 50 копеек"
        );
    }
}
