//! The list of those who were present.

use super::list::end_items;
use super::spelling::in_letters_of;
use crate::facts::{Facts, within_a_sentence};
use crate::text::{Content, Line, Span};
use crate::words::clean::clean_line;
use crate::words::phrases::phrases;

/// A dashed list of those present, the complainant last.
pub fn persons(facts: Facts<'_>) -> Content {
    let mut items = named(facts);
    end_items(&mut items, facts.language);
    Content::DashedList { items }
}

fn named(facts: Facts<'_>) -> Vec<Line> {
    let mut items: Vec<Line> = Vec::new();
    for person in &facts.case.writer_words.particulars.act.present {
        let (role, name) = (
            within_a_sentence(&clean_line(&person.role)),
            in_letters_of(&person.name, facts.language),
        );
        let both = [name, role]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>();
        if !both.is_empty() {
            items.push(vec![Span::text(both.join(", "))]);
        }
    }
    if facts.case.writer_words.particulars.act.attended {
        let who = facts.value("who.nom").unwrap_or_default();
        let name = in_letters_of(&facts.case.matter.complainant.name, facts.language);
        items.push(vec![Span::text(if name.is_empty() {
            who
        } else {
            format!("{name}, {who}")
        })]);
    }
    if items.is_empty() {
        let label = phrases(facts.language).frame("present").to_owned();
        items.push(vec![Span::field("present", label, None)]);
    }
    items
}
