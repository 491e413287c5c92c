//! A field without a value.

use super::finding::{Findings, Place, Rule};
use crate::text::{LetterText, Span};

/// Notes every field that is not filled in, where it stands.
pub fn check(letter: &LetterText, found: &mut Findings) {
    for block in &letter.blocks {
        let mut at = 0;
        for (n, line) in block.content.lines().into_iter().enumerate() {
            at += u32::from(n > 0);
            for span in line {
                let length = u32::try_from(span.reads().chars().count()).unwrap_or(0);
                if let Span::Field { label, value, .. } = span
                    && value.as_deref().is_none_or(|v| v.trim().is_empty())
                {
                    found.note(
                        Rule::must("field.unresolved"),
                        Place::chars(Some(&block.id), (at, at + length)),
                        format!("Не заполнено: {label}."),
                        format!("Not filled in: {label}."),
                    );
                }
                at += length;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{case, ready_letter, refund};
    use crate::compose::compose;
    use crate::text::unresolved;
    use complaint::{Language, LetterKind};

    #[test]
    fn an_open_field_is_found_at_its_place() {
        let open = case(vec![refund(None)]);
        let letter = compose(LetterKind::FinalRefusal, Language::Ru, &open);
        let found = Findings::of(|found| check(&letter, found));
        let field = &found.list()[0];
        let block = letter
            .blocks
            .iter()
            .find(|b| Some(&b.id) == field.block.as_ref());
        assert_eq!(
            found.place(&block.unwrap().reads()),
            "[решение по требованию]"
        );
        assert_eq!(found.list().len(), unresolved(&letter).len());
    }

    #[test]
    fn a_value_of_blanks_is_none() {
        let (mut letter, _) = ready_letter(LetterKind::FinalRefusal);
        assert!(
            Findings::of(|found| check(&letter, found))
                .list()
                .is_empty()
        );
        letter.blocks[0].content = crate::text::Content::Paragraph {
            spans: vec![Span::field("number", "номер", Some(" ".into()))],
        };
        let found = Findings::of(|found| check(&letter, found));
        assert_eq!(found.rules(), ["field.unresolved"]);
    }
}
