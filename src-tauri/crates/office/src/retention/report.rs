//! What is held of one person, as the paper that the person is given.

use crate::error::Result;
use crate::letter::content::content;
use crate::office::Office;
use crate::posting::dispatch::address_of;
use crate::retention::copies::holding;
use crate::retention::person::keeping;
use crate::retention::values::Keeping;
use crate::texts::texts;
use chrono::NaiveDate;
use complaint::{Complainant, ComplaintId, Language, PartyKind, PersonId};
use deadline::{Retention, retention_rules};
use letter::{DataReport, KeptUntil, ReportedCase, ReportedDocument, ReportedLetter};
use register::{By, Case, KeptCase};

/// # Errors
/// [`register::RegisterError::NotFound`].
pub(crate) fn data_report_of(office: &Office, by: &By, person: PersonId) -> Result<DataReport> {
    let register = office.register();
    let language = register.profile()?.language;
    let today = by.now.date_naive();
    let norms = office.norms();
    let card = register.person(person)?;
    let mut cases = Vec::new();
    for case in register.cases_of_person(person)? {
        let kept = kept_until(&norms.retention, &case, today);
        cases.push(reported(office, case.id, kept)?);
    }
    let copies = holding(office)?;
    let first = copies.iter().filter_map(|copy| copy.at).min();
    let last = copies.iter().filter_map(|copy| copy.until).max();
    Ok(DataReport {
        name: card.name.clone(),
        card: particulars(&card, language),
        cases,
        copies: first.map(|at| at.date_naive()).zip(last),
        today,
    })
}

/// What a card says, without what it leaves open.
fn particulars(card: &Complainant, language: Language) -> Vec<(&'static str, String)> {
    let kind = match card.kind {
        PartyKind::Person => texts(language).party_person,
        PartyKind::Organisation => texts(language).party_organisation,
    };
    [
        ("kind", kind),
        ("name", &card.name),
        ("address", &card.address),
        ("email", &card.email),
        ("phone", card.phone_as_written()),
        ("representative", &card.representative),
        ("salutation", card.salutation.as_deref().unwrap_or_default()),
    ]
    .into_iter()
    .filter(|(_, value)| !value.trim().is_empty())
    .map(|(field, value)| (field, value.to_owned()))
    .collect()
}

fn kept_until(retention: &Retention, case: &KeptCase, today: NaiveDate) -> KeptUntil {
    match keeping(retention, case, today) {
        Some(Keeping::Open) => KeptUntil::Open,
        Some(Keeping::Hold { hold }) => KeptUntil::Hold(hold.fields.until),
        Some(Keeping::Term { .. }) | None => own_term(retention, case, today),
    }
}

/// By the term of the office, which is no shorter than what an act asks unless it says why.
fn own_term(retention: &Retention, case: &KeptCase, today: NaiveDate) -> KeptUntil {
    let ended = case.closed_at.or(case.trashed_at).map(|at| at.date_naive());
    let rule = retention_rules().iter().find(|rule| rule.kind == case.kind);
    match (ended, rule) {
        (Some(ended), Some(rule)) if retention.goes_on(case.kind, ended) > today => {
            KeptUntil::Term {
                until: retention.goes_on(case.kind, ended),
                citation: rule.citation.clone(),
            }
        }
        _ => KeptUntil::Due,
    }
}

/// The kinds of data that a case holds besides documents and letters, each with its number where it has one.
fn held(case: &Case) -> Vec<(&'static str, Option<usize>)> {
    let contents = &case.contents;
    let fields = &contents.complaint.fields;
    let matter = &fields.matter;
    let decided = case
        .demands
        .iter()
        .filter(|demand| demand.decision.is_some());
    let drafts = contents
        .letters
        .iter()
        .filter(|letter| letter.issued.is_none());
    let plain = [
        ("text", !fields.text.trim().is_empty()),
        ("order", !matter.order.trim().is_empty()),
        ("price", matter.price.is_some()),
        (
            "their_number",
            !matter.their_number.trim().is_empty() || matter.their_date.is_some(),
        ),
    ];
    let counted = [
        ("demands", case.demands.len()),
        ("decisions", decided.count()),
        ("allegations", contents.allegations.len()),
        ("diary", contents.diary.len()),
        ("notes", contents.notes.len()),
        ("drafts", drafts.count()),
        ("clocks", case.clocks.len()),
        ("holds", case.holds.len()),
    ];
    let plain = plain.into_iter().filter(|(_, there)| *there);
    let counted = counted.into_iter().filter(|(_, count)| *count > 0);
    plain
        .map(|(kind, _)| (kind, None))
        .chain(counted.map(|(kind, count)| (kind, Some(count))))
        .collect()
}

fn reported(office: &Office, id: ComplaintId, kept: KeptUntil) -> Result<ReportedCase> {
    let register = office.register();
    let case = register.case(id)?;
    let contents = &case.contents;
    let matter = &contents.complaint.fields.matter;
    let documents = contents.documents.iter().chain(&contents.trashed_documents);
    let mut letters = Vec::new();
    for summary in &contents.letters {
        let Some(issued) = &summary.issued else {
            continue;
        };
        let letter = register.letter(summary.id)?;
        let sent = register.dispatches(summary.id)?.into_iter().map(|sent| {
            let fields = sent.fields;
            (
                fields.way,
                fields.sent_at.date_naive(),
                fields.address.join(", "),
            )
        });
        letters.push(ReportedLetter {
            number: issued.number.clone(),
            date: issued.at.date_naive(),
            heading: summary.heading.clone(),
            addressee: address_of(&content(&letter)?.text).join(", "),
            sent: sent.collect(),
        });
    }
    Ok(ReportedCase {
        number: contents.complaint.number.clone(),
        received: contents.complaint.fields.received_at.date_naive(),
        channel: matter.channel,
        subject: matter.subject.clone(),
        kept,
        held: held(&case),
        documents: documents
            .map(|document| ReportedDocument {
                name: document.fields.name.clone(),
                side: document.fields.provenance.side,
                source: document.fields.provenance.source.clone(),
                added: document.added_at.date_naive(),
            })
            .collect(),
        letters,
    })
}
