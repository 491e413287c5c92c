//! Points that the text of a complaint seems to make.

use crate::allegation::values::AllegationSuggestion;
use crate::case::ComplaintRef;
use crate::error::Result;
use crate::office::Office;
use complaint::{Allegation, SourcePhrase};
use register::By;

/// What the complaint's text states and no point of the case comes from yet, in the order of the text.
///
/// # Errors
/// Those of the register.
pub fn allegations_suggest(
    office: &Office,
    _by: &By,
    input: ComplaintRef,
) -> Result<Vec<AllegationSuggestion>> {
    let case = office.register().case(input.complaint)?;
    let text = &case.contents.complaint.fields.text;
    let demands = match case.demands.as_slice() {
        [only] => vec![only.id],
        _ => Vec::new(),
    };
    let known = &case.contents.allegations;
    Ok(intake::stated(text)
        .into_iter()
        .map(|one| SourcePhrase {
            start: u32::try_from(one.span.start).unwrap_or(u32::MAX),
            words: one.words,
        })
        .filter(|phrase| !is_taken(known, phrase))
        .map(|phrase| AllegationSuggestion {
            text: phrase
                .words
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
            phrase,
            demands: demands.clone(),
        })
        .collect())
}

/// Whether a point comes from the same words, or states them.
fn is_taken(known: &[Allegation], phrase: &SourcePhrase) -> bool {
    let length = |words: &str| u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
    let end = phrase.start.saturating_add(length(&phrase.words));
    let overlaps = |other: &SourcePhrase| {
        let shared = other.words.contains(&phrase.words) || phrase.words.contains(&other.words);
        let other_end = other.start.saturating_add(length(&other.words));
        shared && other.start < end && phrase.start < other_end || other.words == phrase.words
    };
    known.iter().any(|kept| {
        kept.fields.phrases.iter().any(overlaps) || kept.fields.text.trim() == phrase.words.trim()
    })
}
