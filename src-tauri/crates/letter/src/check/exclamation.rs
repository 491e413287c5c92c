//! One exclamation mark after another over the whole letter.

use super::finding::{Findings, Group, Place, Rule};
use crate::text::LetterText;

const RULE: Rule = Rule::hint("tone.exclamations").about(Group::Tone);
/// Exclamation marks that a calm letter may have.
const CALM: usize = 2;

/// Notes a letter with many exclamation marks.
pub fn check(letter: &LetterText, found: &mut Findings) {
    let marks = |text: &str| text.chars().filter(|&c| c == '!').count();
    let all: usize = letter.blocks.iter().map(|b| marks(&b.reads())).sum();
    if all > CALM {
        found.note(
            RULE,
            Place::whole(),
            "Восклицательных знаков много; письмо звучит спокойнее без них.",
            "There are many exclamation marks; the letter sounds calmer without them.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{ready_letter, reword};
    use complaint::LetterKind;

    #[test]
    fn a_letter_may_call_out_twice() {
        let (mut letter, _) = ready_letter(LetterKind::Thanks);
        reword(&mut letter, "", "Спасибо! Приходите!");
        let before = Findings::of(|found| check(&letter, found)).list().len();
        assert_eq!(before, 0);
        reword(&mut letter, "", "Спасибо! Приходите! Ждём!");
        let found = Findings::of(|found| check(&letter, found));
        assert_eq!(found.rules(), ["tone.exclamations"]);
    }
}
