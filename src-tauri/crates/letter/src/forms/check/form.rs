//! Reading a form before it goes out.

use super::contents::{contents, length};
use super::dates::dates;
use super::decisions::{contradictions, missing};
use super::personal_data::personal_data;
use super::small_names::small_names;
use super::subject::Subject;
use super::sums::sums;
use crate::case::CaseForLetter;
use crate::check::{Finding, Findings, Group, check_text};
use crate::forms::form::{Form, FormPart, LetterBeside};
use crate::forms::lexicon::lexicon;
use complaint::FormKind;

/// Reads a form against the case and its decisions. A finding's block is the
/// id of the part, its place counts the `char`s of the part's text.
pub fn check_form(form: &Form, case: &CaseForLetter, letter: &LetterBeside) -> Vec<Finding> {
    let mut found = Findings::default();
    if let Some(words) = lexicon(form.language) {
        let subject = Subject {
            form,
            case,
            letter,
            words,
        };
        each_part(&subject, &mut found);
    }
    if form.kind == FormKind::Public {
        personal_data(form, case, &mut found);
        small_names(form, &case.office.own_words, &mut found);
    }
    wording(form, &mut found);
    length(form, &mut found);
    contents(form, case, &mut found);
    let place = |f: &Finding| {
        form.parts
            .iter()
            .position(|p| Some(&p.id) == f.block.as_ref())
    };
    let mut found = found.into_list();
    complaint::order::by_key(&mut found, |f| (place(f), f.start, f.severity));
    found
}

/// What the form tells of the decisions.
fn each_part(subject: &Subject<'_>, found: &mut Findings) {
    let form = subject.form;
    for (index, part) in form.parts.iter().enumerate() {
        if part.quotes_what_must_not_be_said() {
            continue;
        }
        contradictions(subject, index, &part.text, found);
        dates(subject, index, &part.text, found);
        if form.kind != FormKind::Public {
            sums(subject, index, &part.text, found);
        }
    }
    let secret = subject.case.matter.regime.is_confidential() && form.kind == FormKind::Public;
    if !secret {
        missing(subject, found);
    }
}

/// The wording is judged as that of a letter; what a letter must have is not asked.
fn wording(form: &Form, found: &mut Findings) {
    let said = |part: &&FormPart| !part.quotes_what_must_not_be_said();
    for part in form.parts.iter().filter(said) {
        for one in check_text(&part.text, None) {
            let said_already = found.list().iter().any(|f| {
                f.block.as_ref() == Some(&part.id) && f.start < one.end && one.start < f.end
            });
            if one.group != Group::Complete && !said_already {
                found.add(Finding {
                    block: Some(part.id.clone()),
                    ..one
                });
            }
        }
    }
}
