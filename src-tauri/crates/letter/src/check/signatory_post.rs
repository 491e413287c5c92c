//! The signatory's post in an English letter.

use super::finding::{Findings, Place, Rule};
use crate::text::LetterText;
use complaint::Language;

/// Notes a post that stands in Russian letters.
pub fn check(letter: &LetterText, found: &mut Findings) {
    if letter.language == Language::En
        && letter
            .signatory
            .post
            .chars()
            .any(|c| ('а'..='я').contains(&c))
    {
        found.note(Rule::should("signatory.post_language"), Place::of("signatory"), "Должность в английском письме стоит по-русски: впишите её здесь или в настройках, «Должность по-английски».", "The post stands in Russian in an English letter: write it here, or in the settings under “Post in English”.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::CaseForLetter;
    use crate::cases::ready_for;
    use crate::compose::compose;
    use complaint::LetterKind;

    #[test]
    fn a_post_without_its_english_form_is_pointed_at_in_an_english_letter_alone() {
        let kind = LetterKind::FinalSatisfied;
        let mut case = ready_for(kind);
        let rules = |case: &CaseForLetter, language| {
            let letter = compose(kind, language, case);
            Findings::of(|found| check(&letter, found)).list().len()
        };
        assert_eq!(rules(&case, Language::En), 0);
        case.office.requisites.signatory.post_en.clear();
        assert_eq!(rules(&case, Language::Ru), 0);
        assert_eq!(rules(&case, Language::En), 1);
    }
}
