//! What is sent on goes along: without the complaint there is nothing to look into.

use super::finding::{Findings, Place, Rule};
use crate::case::CaseForLetter;
use crate::text::LetterText;
use complaint::LetterKind;

/// Notes that a complaint is sent on without the complaint. Where nobody may be named, only the matter is told.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    let may_name = !case.writer_words.particulars.disclosure.trim().is_empty();
    if letter.kind != LetterKind::Forwarding || !may_name {
        return;
    }
    let theirs = |n: u32| {
        case.enclosures
            .iter()
            .any(|e| e.exhibit == n && e.of_complainant)
    };
    // What has no number among the documents was written down by hand: a copy on paper.
    let goes_along = |exhibit: Option<u32>| exhibit.is_none_or(theirs);
    if !letter
        .enclosures
        .iter()
        .any(|line| goes_along(line.exhibit))
    {
        found.note(
            Rule::must("forwarding.complaint"),
            Place::of("enclosures"),
            "Само обращение не приложено: без него его не рассмотрят. Отметьте документ заявителя или впишите копию в приложения.",
            "The complaint itself is not enclosed: without it nobody can look into it. Tick the complainant's document, or write a copy into the enclosures.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::ready_letter;

    #[test]
    fn the_complaint_goes_along_where_its_author_may_be_named() {
        let found = |change: &dyn Fn(&mut LetterText, &mut CaseForLetter)| {
            let (mut letter, mut case) = ready_letter(LetterKind::Forwarding);
            change(&mut letter, &mut case);
            Findings::of(|found| check(&letter, &case, found))
                .into_list()
                .len()
        };
        assert_eq!(found(&|letter, _| letter.enclosures.clear()), 1);
        assert_eq!(
            found(&|_, case| case
                .enclosures
                .iter_mut()
                .for_each(|e| e.of_complainant = false)),
            1
        );
        assert_eq!(
            found(&|letter, case| {
                letter.enclosures.truncate(1);
                letter.enclosures[0].exhibit = None;
                case.enclosures.clear();
            }),
            0
        );
        assert_eq!(
            found(&|_, case| case
                .enclosures
                .iter_mut()
                .for_each(|e| e.of_complainant = true)),
            0
        );
    }
}
