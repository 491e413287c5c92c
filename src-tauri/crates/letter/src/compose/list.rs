//! Lists: what ends their items, and the terms of a settlement.

use crate::case::TermBy;
use crate::facts::{Facts, terms};
use crate::text::{Content, Line, Span, line_text};
use complaint::Language;

/// A dashed list of the terms that one side keeps; `item` writes the block's
/// text about one of them.
pub fn settlement_terms(
    by: TermBy,
    facts: Facts<'_>,
    mut item: impl FnMut(Facts<'_>) -> Line,
) -> Content {
    let mut items: Vec<Line> = terms(&facts, by)
        .map(|term| {
            item(Facts {
                term: Some(term),
                ..facts
            })
        })
        .collect();
    if items.is_empty() {
        let label = facts.label("term_text");
        items.push(vec![Span::field("term_text", label, None)]);
    }
    end_items(&mut items, facts.language);
    Content::DashedList { items }
}

/// Puts the sign behind each item that the language wants there.
pub fn end_items(items: &mut [Line], language: Language) {
    let last = items.len().saturating_sub(1);
    for (at, item) in items.iter_mut().enumerate() {
        let stop = match (language, at == last) {
            (_, true) => ".",
            (Language::Ru, false) => ";",
            (Language::En, false) => continue,
        };
        let reads = line_text(item);
        if !(stop == "." && reads.ends_with('.')) {
            item.push(Span::text(stop));
        }
    }
}
