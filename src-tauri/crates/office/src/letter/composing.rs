//! What a draft says: composed from the case, and brought up to it again.

use crate::error::Result;
use crate::letter::choices::replaced;
use crate::letter::content::{Content, content};
use crate::letter::facts::case_for_letter;
use crate::letter::fingerprint::case_fingerprint;
use crate::letter::gaps::written_back;
use crate::letter::values::LetterChoices;
use crate::office::Office;
use complaint::{Language, LetterKind};
use letter::LetterText;
use register::{Case, Change, Letter};
use std::collections::BTreeMap;

/// A letter as it is composed from a case with these choices, by the template that is chosen for it.
pub(crate) fn composed(
    office: &Office,
    change: &mut Change<'_>,
    case: &Case,
    kind: LetterKind,
    language: Language,
    choices: LetterChoices,
) -> Result<Content> {
    let today = change.by().now.date_naive();
    let profile = office.register().profile()?;
    let facts = case_for_letter(office, case, &profile, &choices, today);
    let regime = case.contents.complaint.fields.matter.regime;
    let template = crate::template::versions::for_new(office, kind, language, regime)?;
    crate::template::versions::keep(change, kind, language, &template)?;
    Ok(Content {
        case_fingerprint: case_fingerprint(&facts),
        text: letter::compose_from(&template, kind, language, &facts),
        choices,
        filled: BTreeMap::new(),
    })
}

/// The text brought up to these choices and to the case as the change finds it.
pub(crate) fn refreshed(
    office: &Office,
    change: &mut Change<'_>,
    letter: &Letter,
    text: LetterText,
    choices: LetterChoices,
) -> Result<Content> {
    let today = change.by().now.date_naive();
    let typed = Content {
        text,
        choices,
        ..content(letter)?
    };
    let Content {
        text,
        mut choices,
        filled,
        ..
    } = written_back(office, change, letter, typed)?;
    let case = change.case(letter.complaint)?;
    if letter.summary.kind == LetterKind::Forwarding {
        let before = content(letter)?.choices;
        crate::letter::exhibits::enclose_complaint(&case, Some(&before), &mut choices);
    }
    crate::letter::exhibits::keep_present(&case, &mut choices)?;
    crate::letter::exhibits::check(office, &case, &choices)?;
    crate::letter::choices::check(&case, letter.summary.kind, &choices, today)?;
    let profile = office.register().profile()?;
    let mut facts = case_for_letter(office, &case, &profile, &choices, today);
    facts.replaces = replaced(&case, &letter.summary);
    let template = crate::template::versions::made_from(office, &text)?;
    let text = letter::recompose_from(&template, &text, &facts).letter;
    // A letter from before templates were kept begins to follow one now.
    crate::template::versions::keep(change, text.kind, text.language, &template)?;
    Ok(Content {
        case_fingerprint: case_fingerprint(&facts),
        text,
        choices,
        filled,
    })
}
