//! The words of spans as they are set, for other ways of writing them down.

use crate::model::{Language, Span};
use crate::paragraph::tagged;

/// The spans with their texts cleaned and normalised as the typesetter does
/// it. Each span keeps its style; one whose text falls away stays, empty.
pub fn tidied(spans: &[Span], language: Language) -> Vec<Span> {
    let mut out: Vec<Span> = spans
        .iter()
        .map(|span| Span {
            text: String::new(),
            ..span.clone()
        })
        .collect();
    for (c, tag) in tagged(spans, language) {
        if let Some(span) = out.get_mut(tag as usize) {
            span.text.push(c);
        }
    }
    out
}
