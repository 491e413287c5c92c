//! The rules about documents that the text refers to or shows.

use super::complete::Pen;
use super::{Group, Severity};
use crate::CaseForLetter;
use crate::exhibits::references;
use crate::text::{Content, LetterText};

/// References that lead nowhere, photographs that nobody chose, and proofs that
/// the reader is not given.
pub fn findings(letter: &LetterText, case: &CaseForLetter, pen: &mut Pen<'_>) {
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
                        pen.at(
                            "reference.unknown",
                            Severity::Must,
                            Group::Complete,
                            Some(&block.id),
                            place,
                            format!("Письмо ссылается на документ «{name}», которого в деле нет."),
                            format!("The letter refers to “{name}”, which the case does not hold."),
                        );
                    } else if !letter.enclosures.iter().any(|e| e.exhibit == Some(exhibit))
                        && !shows(letter, exhibit)
                    {
                        pen.at(
                            "reference.not_enclosed",
                            Severity::Hint,
                            Group::Complete,
                            Some(&block.id),
                            place,
                            format!("Письмо ссылается на документ «{name}», но не прилагает его: отметьте его в приложениях, если читателю стоит его увидеть."),
                            format!("The letter refers to “{name}” without enclosing it: tick it among the enclosures if the reader should see it."),
                        );
                    }
                }
            }
        }
        if let Content::Figure { exhibit, .. } = block.content
            && !case.figures.iter().any(|f| f.exhibit == exhibit)
        {
            pen.note(
                "figure.unknown",
                Severity::Must,
                Some(&block.id),
                "Этого снимка нет среди документов дела, выбранных для показа в письме.",
                "This picture is not among the documents chosen to be shown in the letter.",
            );
        }
    }
}

fn shows(letter: &LetterText, exhibit: u32) -> bool {
    let figures = letter.blocks.iter();
    figures
        .into_iter()
        .any(|b| matches!(b.content, Content::Figure { exhibit: e, .. } if e == exhibit))
}
