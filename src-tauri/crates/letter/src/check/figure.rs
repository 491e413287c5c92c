//! Photographs shown in the text.

use super::finding::{Findings, Place, Rule};
use crate::case::CaseForLetter;
use crate::text::LetterText;

/// Notes photographs that nobody chose to be shown.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    for block in &letter.blocks {
        if let Some(exhibit) = block.content.figure()
            && !case.figures.iter().any(|f| f.exhibit == exhibit)
        {
            found.note(
                Rule::must("figure.unknown"),
                Place::of(&block.id),
                "Этого снимка нет среди документов дела, выбранных для показа в письме.",
                "This picture is not among the documents chosen to be shown in the letter.",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Exhibit;
    use crate::cases::ready_letter;
    use crate::text::Content;
    use complaint::LetterKind;

    #[test]
    fn a_photograph_was_chosen_to_be_shown() {
        let (mut letter, mut case) = ready_letter(LetterKind::FinalPartial);
        letter.blocks[0].content = Content::Figure {
            exhibit: 3,
            caption: Vec::new(),
        };
        let found = Findings::of(|found| check(&letter, &case, found));
        assert_eq!(found.rules(), ["figure.unknown"]);
        case.figures.push(Exhibit {
            exhibit: 3,
            name: "Фото".into(),
        });
        assert!(
            Findings::of(|found| check(&letter, &case, found))
                .list()
                .is_empty()
        );
    }
}
