//! Enclosures: what the letter lists against what was chosen to go with it.

use super::finding::{Findings, Place, Rule};
use crate::case::CaseForLetter;
use crate::text::LetterText;
use crate::words::pattern::Pattern;

/// Notes enclosures that are unnamed, unknown, not listed or not there.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    for line in &letter.enclosures {
        if line.name.trim().is_empty() {
            found.note(
                Rule::must("enclosure.unnamed"),
                Place::of("enclosures"),
                "Приложение не названо.",
                "An enclosure has no name.",
            );
        }
        let known = |n| case.enclosures.iter().any(|e| e.exhibit == n);
        if line.exhibit.is_some_and(|n| !known(n)) {
            found.note(
                Rule::must("enclosure.unknown"),
                Place::of("enclosures"),
                format!(
                    "Приложения «{}» нет среди документов, выбранных к письму.",
                    line.name
                ),
                format!(
                    "The enclosure “{}” is not among the documents chosen for the letter.",
                    line.name
                ),
            );
        }
    }
    for chosen in &case.enclosures {
        if !letter
            .enclosures
            .iter()
            .any(|l| l.exhibit == Some(chosen.exhibit))
        {
            found.note(
                Rule::must("enclosure.unlisted"),
                Place::of("enclosures"),
                format!(
                    "Документ «{}» выбран к письму, но в приложениях не назван.",
                    chosen.name
                ),
                format!(
                    "“{}” is chosen for the letter but not named among its enclosures.",
                    chosen.name
                ),
            );
        }
    }
    if !letter.enclosures.is_empty() {
        return;
    }
    for block in &letter.blocks {
        if let Some(place) = MENTIONED.place(&block.reads()) {
            found.note(
                Rule::should("enclosure.none"),
                Place::chars(Some(&block.id), place),
                "В тексте сказано о приложении, а приложений нет.",
                "The text speaks of an enclosure, but there is none.",
            );
        }
    }
}

static MENTIONED: Pattern = Pattern::new(&[
    r"\b(?:прилага(?:ем|ю|ется|ются)|приложен[аоы]?\b[^.]{0,20}\b(?:к (?:этому |настоящему )?письму)|в приложении|(?:is|are) enclosed|we enclose)",
]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{ready_letter, reword};
    use complaint::LetterKind;

    fn found(change: impl FnOnce(&mut LetterText, &mut CaseForLetter)) -> Vec<String> {
        let (mut letter, mut case) = ready_letter(LetterKind::FinalPartial);
        change(&mut letter, &mut case);
        let found = Findings::of(|found| check(&letter, &case, found));
        found.into_list().into_iter().map(|f| f.rule).collect()
    }

    #[test]
    fn what_is_listed_is_what_was_chosen() {
        assert!(found(|_, _| {}).is_empty());
        assert_eq!(found(|l, _| l.enclosures.clear()), ["enclosure.unlisted"]);
        assert_eq!(
            found(|l, _| l.enclosures[0].exhibit = Some(77)),
            ["enclosure.unknown", "enclosure.unlisted"]
        );
        assert_eq!(
            found(|l, _| l.enclosures[0].name.clear()),
            ["enclosure.unnamed"]
        );
    }

    #[test]
    fn what_the_text_promises_to_enclose_is_there() {
        let said = |l: &mut LetterText, case: &mut CaseForLetter| {
            l.enclosures.clear();
            case.enclosures.clear();
            reword(l, "/ground", "Прилагаем акт осмотра.");
        };
        assert_eq!(found(said), ["enclosure.none"]);
    }
}
