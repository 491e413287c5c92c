//! Characters that can't be printed: no font of ours has them.

use super::finding::{Findings, Place, Rule};
use crate::text::LetterText;

const RULE: Rule = Rule::must("type.missing");

/// Notes the characters of the letter's parts and blocks that no font has.
pub fn check(letter: &LetterText, found: &mut Findings) {
    let parts = [
        ("heading", &letter.heading),
        ("salutation", &letter.salutation),
        ("closing", &letter.closing),
    ];
    for (part, text) in parts {
        check_text(text, part, found);
    }
    for line in &letter.addressee {
        note(line, |_| Place::of("addressee"), found);
    }
    for line in &letter.enclosures {
        note(&line.name, |_| Place::of("enclosures"), found);
    }
    // Of a paper that others sign, the signatory is not printed.
    let signed: Vec<[&String; 2]> = if letter.signers.is_empty() {
        vec![[&letter.signatory.post, &letter.signatory.name]]
    } else {
        let signers = letter.signers.iter();
        signers.map(|signer| [&signer.role, &signer.name]).collect()
    };
    for line in signed.iter().flatten() {
        note(line, |_| Place::of("signatory"), found);
    }
    if let Some(executor) = &letter.executor {
        note(&executor.name, |_| Place::of("executor"), found);
        note(&executor.phone, |_| Place::of("executor"), found);
    }
    for block in &letter.blocks {
        check_text(&block.reads(), &block.id, found);
    }
}

fn check_text(text: &str, block: &str, found: &mut Findings) {
    note(text, |at| Place::chars(Some(block), (at, at + 1)), found);
}

fn note(text: &str, place: impl Fn(u32) -> Place, found: &mut Findings) {
    for (at, _) in press::unset(text) {
        found.note(
            RULE,
            place(at),
            "Такого знака нет ни в одном шрифте письма: вместо него будет напечатан пустой квадрат.",
            "No font of the letter has this character: an empty box would be printed for it.",
        );
        found.suggest(String::new());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{ready_letter, reword};
    use crate::text::Signer;
    use complaint::{Executor, LetterKind};

    #[test]
    fn a_character_without_a_glyph_is_found_at_its_place() {
        let (mut letter, _) = ready_letter(LetterKind::FinalPartial);
        assert_eq!(
            Findings::of(|found| check(&letter, found)).rules(),
            Vec::<&str>::new()
        );
        reword(&mut letter, "/decision", "Вернём деньги 🦊 завтра.");
        let found = Findings::of(|found| check(&letter, found));
        assert_eq!(found.rules(), ["type.missing"]);
        assert_eq!(found.place("Вернём деньги 🦊 завтра."), "🦊");
    }

    #[test]
    fn names_in_the_scripts_of_neighbours_are_printed_and_capitals_of_georgian_are_found() {
        let (mut letter, _) = ready_letter(LetterKind::FinalPartial);
        letter
            .addressee
            .push("Әлия Ғаббасова, Һөнәрмән урамы, Уруй Ҕаабыс уола".into());
        letter.signatory.name = "Գայանե Մարտիրոսյան, გიორგი ბერიძე".into();
        let missing = |letter: &LetterText| {
            let found = Findings::of(|found| check(letter, found));
            let rules = found.rules();
            assert!(
                rules.iter().all(|rule| *rule == "type.missing"),
                "{rules:?}"
            );
            rules.len()
        };
        assert_eq!(missing(&letter), 0);
        letter.signatory.name = "ᲒᲘᲝᲠᲒᲘ".into();
        assert_eq!(missing(&letter), 6);
        letter.signers = vec![Signer {
            role: "Свидетель".into(),
            name: "Анна 王".into(),
        }];
        letter.executor = Some(Executor {
            name: "ᲒᲘ".into(),
            phone: "12-34".into(),
        });
        // One of the witness and two of the executor; who doesn't sign stops nothing.
        assert_eq!(missing(&letter), 3);
        letter.signers.clear();
        letter.executor = None;
        letter.signatory.name = "王".into();
        letter.addressee.push("ᲑᲔᲠᲘᲫᲔ".into());
        assert_eq!(missing(&letter), 7);
    }
}
