//! What a letter may know of a case.

use crate::letter::choices::issued_letter;
use crate::letter::values::LetterChoices;
use crate::office::Office;
use chrono::NaiveDate;
use complaint::{
    Document, DocumentId, LetterKind, LetterState, LetterSummary, OfficeProfile, PartyKind, Side,
};
use letter::{AllegationForLetter, CaseForLetter, DemandForLetter, EnclosureChoice, Exhibit};
use register::Case;

/// Whether a forwarding has the ground on which it names the complainant.
fn names_complainant(office: &Office, letter: &LetterSummary) -> bool {
    if letter.kind != LetterKind::Forwarding {
        return false;
    }
    let kept = office.register().letter(letter.id).ok();
    let kept = kept.and_then(|letter| crate::letter::content::content(&letter).ok());
    kept.is_some_and(|kept| {
        let own = kept.choices.writer_words.particulars;
        !own.disclosure.trim().is_empty()
    })
}

/// What a letter may know of the case. This is the only way from the register
/// to a letter, and it has no place for an internal note.
pub(crate) fn case_for_letter(
    office: &Office,
    case: &Case,
    profile: &OfficeProfile,
    choices: &LetterChoices,
    today: NaiveDate,
) -> CaseForLetter {
    let complaint = &case.contents.complaint;
    let norms = office.norms();
    let business = crate::case::is_business(&complaint.fields);
    let exhibits = |ids: &[DocumentId]| -> Vec<Exhibit> {
        let known = ids
            .iter()
            .filter_map(|id| case.contents.documents.iter().find(|d| d.id == *id));
        known.map(exhibit).collect()
    };
    let demands = case
        .demands
        .iter()
        .map(|demand| {
            let citation = demand
                .rule
                .as_deref()
                .and_then(|rule| office.citation(rule, demand.made_on, business));
            DemandForLetter {
                id: demand.id,
                fields: demand.fields.clone(),
                decision: demand.decision.clone(),
                evidence: demand
                    .decision
                    .as_ref()
                    .map(|d| exhibits(&d.evidence))
                    .unwrap_or_default(),
                due_legal: crate::clock::terms::legal_day(&norms, demand),
                citation: citation.as_ref().map(|c| c.0.clone()),
                citation_en: citation.map(|c| c.1),
            }
        })
        .collect();
    let points = case
        .contents
        .allegations
        .iter()
        .map(|kept| AllegationForLetter {
            id: kept.id,
            exhibits: exhibits(&kept.fields.evidence),
            fields: kept.fields.clone(),
        })
        .collect();
    let enclosures = choices
        .enclosures
        .iter()
        .filter_map(|id| case.contents.documents.iter().find(|d| d.id == *id))
        .map(|document| EnclosureChoice {
            exhibit: document.exhibit,
            name: document_title(&document.fields.name),
            pages: choices
                .sheets
                .get(&document.id)
                .copied()
                .or_else(|| crate::document::sheets::of(office, document)),
            copies: 1,
            of_complainant: document.fields.provenance.side == Side::Complainant,
        })
        .collect();
    let earlier = case
        .contents
        .letters
        .iter()
        .filter(|l| l.state == LetterState::Issued)
        .filter_map(|l| {
            let mut earlier = issued_letter(case, l.id)?;
            earlier.by_name = names_complainant(office, l);
            Some(earlier)
        })
        .collect();
    let mut own_name_forms = Vec::new();
    let who = &complaint.fields.matter.complainant;
    let recipient = &choices.writer_words.particulars.recipient;
    for (name, kind, gender) in [
        (&who.name, who.kind, who.gender),
        (&recipient.name, PartyKind::Person, recipient.gender),
    ] {
        // A letter is worth more than the kept form of a name.
        own_name_forms
            .extend(crate::person::names::forms_of(office, name, kind, gender).unwrap_or_default());
    }
    let mut writer_words = choices.writer_words.clone();
    writer_words.questions.retain(|q| !q.trim().is_empty());
    CaseForLetter {
        demands,
        points,
        writer_words,
        findings_evidence: exhibits(&choices.findings_evidence),
        enclosures,
        figures: exhibits(&choices.figures),
        documents: case.contents.documents.iter().map(exhibit).collect(),
        own_name_forms,
        corrects: choices
            .writer_words
            .particulars
            .correction
            .letter
            .and_then(|id| issued_letter(case, id)),
        answer_due: crate::clock::terms::answer_due(&norms, case),
        earlier,
        ..CaseForLetter::of(
            profile.clone(),
            complaint.number.clone(),
            &complaint.fields,
            complaint.recorded_at.date_naive(),
            today,
        )
    }
}

fn exhibit(document: &Document) -> Exhibit {
    Exhibit {
        exhibit: document.exhibit,
        name: document_title(&document.fields.name),
    }
}

/// A document's name without its ending, as an enclosure is called.
fn document_title(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.len() <= 5 => stem.to_owned(),
        _ => name.to_owned(),
    }
}
