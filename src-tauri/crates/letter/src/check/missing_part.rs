//! A part that every letter has: heading, salutation, addressee, signatory,
//! closing words, text.

use super::finding::{Findings, Place, Rule};
use crate::text::LetterText;

/// Notes the parts that are blank.
pub fn check(letter: &LetterText, found: &mut Findings) {
    let blank = |text: &str| text.trim().is_empty();
    if blank(&letter.heading) {
        found.note(
            Rule::must("heading.missing"),
            Place::of("heading"),
            "Нет заголовка «О …»: не видно, о чём письмо.",
            "There is no heading: nothing says what the letter is about.",
        );
    }
    // A paper is addressed to nobody.
    let paper = letter.kind.is_paper();
    if blank(&letter.salutation) && !paper {
        found.note(
            Rule::must("salutation.missing"),
            Place::of("salutation"),
            "Нет обращения.",
            "There is no salutation.",
        );
    }
    match letter.addressee.iter().filter(|l| !blank(l)).count() {
        _ if paper => {}
        0 => found.note(
            Rule::must("addressee.missing"),
            Place::of("addressee"),
            "Не сказано, кому письмо.",
            "Nothing says to whom the letter goes.",
        ),
        1 => found.note(
            Rule::should("addressee.address"),
            Place::of("addressee"),
            "У адресата нет ни почтового, ни электронного адреса.",
            "The addressee has neither a postal nor an e-mail address.",
        ),
        _ => {}
    }
    if blank(&letter.signatory.name) || blank(&letter.signatory.post) {
        found.note(
            Rule::must("signatory.missing"),
            Place::of("signatory"),
            "Нет должности или имени того, кто подписывает.",
            "The signatory's post or name is missing.",
        );
    }
    if blank(&letter.closing) && !paper {
        found.note(
            Rule::hint("closing.missing"),
            Place::of("closing"),
            "Нет заключительных слов («С уважением,»).",
            "There are no closing words.",
        );
    }
    if letter.blocks.iter().all(|b| blank(&b.reads())) {
        found.note(
            Rule::must("text.missing"),
            Place::whole(),
            "В письме нет текста.",
            "The letter has no text.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::ready_letter;
    use complaint::LetterKind;

    fn lacks(kind: LetterKind, change: impl FnOnce(&mut LetterText)) -> Vec<String> {
        let (mut letter, _) = ready_letter(kind);
        change(&mut letter);
        let found = Findings::of(|found| check(&letter, found));
        found.into_list().into_iter().map(|f| f.rule).collect()
    }

    #[test]
    fn each_part_is_missed() {
        let kind = LetterKind::FinalPartial;
        assert!(lacks(kind, |_| {}).is_empty());
        assert_eq!(lacks(kind, |l| l.heading.clear()), ["heading.missing"]);
        assert_eq!(
            lacks(kind, |l| l.salutation = " ".into()),
            ["salutation.missing"]
        );
        assert_eq!(
            lacks(kind, |l| l.signatory.name.clear()),
            ["signatory.missing"]
        );
        assert_eq!(lacks(kind, |l| l.addressee.clear()), ["addressee.missing"]);
        assert_eq!(
            lacks(kind, |l| l.addressee.truncate(1)),
            ["addressee.address"]
        );
        assert_eq!(lacks(kind, |l| l.closing.clear()), ["closing.missing"]);
        assert_eq!(lacks(kind, |l| l.blocks.clear()), ["text.missing"]);
    }

    #[test]
    fn a_paper_is_addressed_to_nobody() {
        assert!(lacks(LetterKind::InspectionAct, |l| l.addressee.clear()).is_empty());
    }
}
