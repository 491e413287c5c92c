//! References to documents of the case.

use super::finding::{Findings, Place, Rule};
use crate::case::CaseForLetter;
use crate::text::{LetterText, references};

/// Notes references that lead nowhere, and proofs that the reader is not given.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    for block in &letter.blocks {
        let mut at: u32 = 0;
        for (n, line) in block.content.lines().into_iter().enumerate() {
            at += u32::from(n > 0);
            for span in line {
                let length = u32::try_from(span.reads().chars().count()).unwrap_or(0);
                at += length;
                for (exhibit, name) in references(std::slice::from_ref(span)) {
                    // A mark has no width of its own: the letter before it is shown.
                    let place = (at.saturating_sub(1), at);
                    if !case.documents.iter().any(|d| d.exhibit == exhibit) {
                        found.note(
                            Rule::must("reference.unknown"),
                            Place::chars(Some(&block.id), place),
                            format!("Письмо ссылается на документ «{name}», которого в деле нет."),
                            format!("The letter refers to “{name}”, which the case does not hold."),
                        );
                    } else if !letter.enclosures.iter().any(|e| e.exhibit == Some(exhibit))
                        && !shows(letter, exhibit)
                    {
                        found.note(Rule::hint("reference.not_enclosed"), Place::chars(Some(&block.id), place), format!("Письмо ссылается на документ «{name}», но не прилагает его: отметьте его в приложениях, если читателю стоит его увидеть."), format!("The letter refers to “{name}” without enclosing it: tick it among the enclosures if the reader should see it."));
                    }
                }
            }
        }
    }
}

fn shows(letter: &LetterText, exhibit: u32) -> bool {
    let mut shown = letter.blocks.iter().filter_map(|b| b.content.figure());
    shown.any(|figure| figure == exhibit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Exhibit;
    use crate::cases::ready_letter;
    use crate::text::Span;
    use complaint::LetterKind;

    #[test]
    fn a_reference_leads_to_a_document_that_the_reader_gets() {
        let (mut letter, mut case) = ready_letter(LetterKind::FinalPartial);
        let rules = |letter: &LetterText, case: &CaseForLetter| -> Vec<String> {
            let found = Findings::of(|found| check(letter, case, found));
            found.into_list().into_iter().map(|f| f.rule).collect()
        };
        letter.blocks[0].content.lines_mut()[0].push(Span::Reference {
            exhibit: 9,
            name: "Акт".into(),
        });
        assert_eq!(rules(&letter, &case), ["reference.unknown"]);
        case.documents.push(Exhibit {
            exhibit: 9,
            name: "Акт".into(),
        });
        assert_eq!(rules(&letter, &case), ["reference.not_enclosed"]);
        letter.enclosures[0].exhibit = Some(9);
        assert!(rules(&letter, &case).is_empty());
    }
}
