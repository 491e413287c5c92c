//! Writing a letter from a case.

use super::blocks::blocks;
use super::exhibits::place;
use super::signers::signers;
use super::spans::first_line;
use crate::case::CaseForLetter;
use crate::facts::Facts;
use crate::names::address_order::in_order;
use crate::names::addressee::addressee as complainant_addressee;
use crate::names::own_form::with_own_forms;
use crate::names::recipient::recipient_addressee;
use crate::names::salutation::{recipient_salutation, salutation as complainant_salutation};
use crate::names::signatory::signatory;
use crate::template::{Template, shipped};
use crate::text::{Composed, EnclosureLine, LetterText, composed_blocks, line_text};
use crate::words::clean::clean_line;
use crate::words::phrases::phrases;
use complaint::{AddressedTo, Language, LetterKind};

/// Writes the letter of that kind from the case. What the case does not hold
/// becomes a field without a value, never an invented fact.
pub fn compose(kind: LetterKind, language: Language, case: &CaseForLetter) -> LetterText {
    compose_from(shipped(kind, language), kind, language, case)
}

/// The same from a given template.
pub fn compose_from(
    template: &Template,
    kind: LetterKind,
    language: Language,
    case: &CaseForLetter,
) -> LetterText {
    let facts = Facts::of(case, language);
    let mut blocks = blocks(template, facts);
    place(&mut blocks, case, language);
    let heading = template
        .heading
        .iter()
        .find(|v| facts.hold(&v.when))
        .map(|v| line_text(&first_line(template, &v.text, facts)))
        .unwrap_or_default();
    let requisites = &case.office.requisites;
    let mut letter = LetterText {
        kind,
        language,
        heading,
        salutation: salutation(kind, case, language),
        addressee: addressee(kind, case, language),
        blocks,
        closing: template.closing.clone(),
        enclosures: enclosures(case),
        signatory: signatory(&requisites.signatory, language),
        signers: signers(kind, case, language),
        executor: requisites.executor.clone().filter(|_| !kind.is_paper()),
        expected: case
            .writer_words
            .expected
            .filter(|_| kind.promises_answer()),
        composed: Composed::default(),
    };
    letter.composed = Composed {
        template: template.name.clone(),
        version: template.version,
        source: template.source.clone(),
        own: template.own,
        heading: letter.heading.clone(),
        salutation: letter.salutation.clone(),
        addressee: letter.addressee.clone(),
        closing: letter.closing.clone(),
        enclosures: letter.enclosures.clone(),
        signatory: letter.signatory.clone(),
        executor: letter.executor.clone(),
        blocks: composed_blocks(&letter.blocks),
    };
    letter
}

fn salutation(kind: LetterKind, case: &CaseForLetter, language: Language) -> String {
    match kind.addressed_to() {
        AddressedTo::Complainant => complainant_salutation(
            &with_own_forms(&case.matter.complainant, case, language),
            language,
        ),
        AddressedTo::Named => {
            recipient_salutation(&case.writer_words.particulars.recipient, case, language)
        }
        AddressedTo::Nobody => String::new(),
    }
}

fn addressee(kind: LetterKind, case: &CaseForLetter, language: Language) -> Vec<String> {
    let (mut lines, address, email) = match kind.addressed_to() {
        AddressedTo::Complainant => {
            let who = &case.matter.complainant;
            (
                vec![complainant_addressee(
                    &with_own_forms(who, case, language),
                    language,
                )],
                &who.address,
                &who.email,
            )
        }
        AddressedTo::Named => {
            let who = &case.writer_words.particulars.recipient;
            (
                recipient_addressee(who, case, language),
                &who.address,
                &who.email,
            )
        }
        AddressedTo::Nobody => return Vec::new(),
    };
    let order = case.office.letterhead.address_order;
    lines.extend(in_order(address, order));
    if address.trim().is_empty() {
        let email = clean_line(email);
        if !email.is_empty() {
            lines.push(format!("{}{email}", phrases(language).frame("email")));
        }
    }
    lines.retain(|l| !l.is_empty());
    lines
}

fn enclosures(case: &CaseForLetter) -> Vec<EnclosureLine> {
    case.enclosures
        .iter()
        .map(|e| EnclosureLine {
            exhibit: Some(e.exhibit),
            name: clean_line(&e.name),
            pages: e.pages,
            copies: e.copies.max(1),
        })
        .collect()
}
