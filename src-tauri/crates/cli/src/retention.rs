//! For how long records are kept, and their erasing.

use crate::answer::{Answers, Outcome};
use crate::arguments::{PersonCommand, PersonName, RetentionCommand};
use crate::input;
use crate::places::Invocation;
use complaint::PersonId;
use office::{
    CaseFate, ComplaintRef, Failure, NormChange, Office, Paper, PersonErase, PersonRef,
    RetentionErase, UndoneItem,
};
use serde_json::json;
use std::path::Path;

pub fn retention(
    invocation: &Invocation,
    what: &RetentionCommand,
    answers: &mut Answers,
) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    match what {
        RetentionCommand::Terms => answers.give(&office::norms(&office, &by)?.retention),
        RetentionCommand::Set { json } => {
            let wrong = |error: serde_json::Error| Failure::of("json").with(error);
            let retention = serde_json::from_value(input::json(json)?).map_err(wrong)?;
            let change = NormChange::Retention { retention };
            let changed = office::norm_apply(&office, &by, change)?;
            answers.give(&changed.norms.retention)
        }
        RetentionCommand::Due => answers.give(&office::retention_due(&office, &by)?),
        RetentionCommand::Erase { cases, all } => {
            let chosen = if *all {
                let due = office::retention_due(&office, &by)?.due.into_iter();
                let free = due.filter(|item| item.hold.is_none());
                free.fold(RetentionErase::default(), |mut chosen, item| {
                    match item.document {
                        Some(document) => chosen.documents.push(document),
                        None => chosen.complaints.push(item.complaint),
                    }
                    chosen
                })
            } else {
                let named = cases
                    .iter()
                    .map(|case| office::complaint_named(&office, case));
                RetentionErase {
                    complaints: named.collect::<Result<_, _>>()?,
                    documents: Vec::new(),
                }
            };
            answers.give(&office::retention_erase(&office, &by, chosen)?)
        }
        RetentionCommand::Act { seq, out } => {
            let (name, pdf) = office::paper_make(&office, &by, &Paper::ErasureAct { seq: *seq })?;
            input::write(out, &pdf)?;
            if out == Path::new("-") {
                return Ok(());
            }
            answers.give(&json!({ "name": name, "bytes": pdf.len() }))
        }
        RetentionCommand::Undone { repeat, keep } => {
            let undone = office::erasures_undone(&office, &by)?;
            if *keep {
                return answers.each(office::erasures_undone_keep(&office, &by)?);
            }
            if !*repeat {
                return answers.each(undone);
            }
            let chosen = UndoneItem::free(&undone);
            answers.give(&office::erasures_repeat(&office, &by, chosen)?)
        }
        RetentionCommand::Log => answers.each(office::erasures(&office, &by)?),
    }
}

pub fn person(invocation: &Invocation, what: &PersonCommand, answers: &mut Answers) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    match what {
        PersonCommand::Show(person) => {
            let person = person_of(invocation, &office, person)?;
            answers.give(&office::person_data(&office, &by, PersonRef { person })?)
        }
        PersonCommand::Report { person, out } => {
            let person = person_of(invocation, &office, person)?;
            let (name, pdf) = office::paper_make(&office, &by, &Paper::PersonData { person })?;
            input::write(out, &pdf)?;
            if out == Path::new("-") {
                return Ok(());
            }
            answers.give(&json!({ "name": name, "bytes": pdf.len() }))
        }
        PersonCommand::Erase { person, ground } => {
            let person = person_of(invocation, &office, person)?;
            let data = office::person_data(&office, &by, PersonRef { person })?;
            let goes = data.cases.iter().filter(|case| case.fate == CaseFate::Goes);
            let erase = PersonErase {
                person,
                ground: *ground,
                complaints: goes.map(|case| case.complaint).collect(),
            };
            if erase.complaints.is_empty() {
                // What keeps each of them is told by `show`.
                return Err(Failure::of("all_kept").into());
            }
            answers.give(&office::person_erase(&office, &by, erase)?)
        }
    }
}

/// A card by its id, or that of the complainant of a case.
fn person_of(invocation: &Invocation, office: &Office, name: &PersonName) -> Outcome<PersonId> {
    let by = invocation.by();
    let words = name.person.trim();
    if let Ok(person) = words.parse::<PersonId>()
        && office::person_data(office, &by, PersonRef { person }).is_ok()
    {
        return Ok(person);
    }
    let complaint = office::complaint_named(office, words)?;
    let card = office::complaint_card(office, &by, ComplaintRef { complaint })?;
    Ok(card.contents.complaint.person_id)
}
