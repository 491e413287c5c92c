//! `bundle …`: the papers of a case put together.

use crate::answer::{Answers, Outcome};
use crate::arguments::BundleCommand;
use crate::complaints::named;
use crate::input;
use crate::places::Invocation;
use complaint::{ComplaintId, DocumentId};
use office::{
    BundleContent, BundleForm, BundleMake, By, ComplaintRef, ExhibitRedaction, Failure, Office,
    Redaction,
};
use serde_json::json;
use std::ops::ControlFlow;
use std::path::Path;

pub fn bundle(invocation: &Invocation, what: &BundleCommand, answers: &mut Answers) -> Outcome {
    let (office, by) = (invocation.office()?, invocation.by());
    let complaint = named(&office, &what.case)?.complaint;
    let Some(out) = &what.out else {
        let view = office::bundle_look(&office, &by, ComplaintRef { complaint })?;
        return answers.give(&view);
    };
    let redaction = match (&what.redaction, what.redacted) {
        (Some(file), _) => Some(input::json::<Redaction>(file)?),
        (None, true) => Some(Redaction {
            complainant: true,
            words: what.word.clone(),
            exhibits: exhibits(&office, &by, complaint, what)?,
        }),
        (None, false) => None,
    };
    let make = BundleMake {
        complaint,
        form: what.form,
        redaction,
        without: documents(&office, &by, complaint, &what.without)?,
        language: None,
    };
    let made = office::bundle_make(&office, &by, &make, &|_, _| ControlFlow::Continue(()))?;
    match (what.form, made.files.first().map(|file| &file.content)) {
        (BundleForm::OneFile, Some(BundleContent::Made(pdf))) => {
            input::write(out, pdf)?;
            if out == Path::new("-") {
                return Ok(());
            }
        }
        (
            BundleForm::OneFile
            | BundleForm::Folder
            | BundleForm::Court
            | BundleForm::RegisteredMail,
            _,
        ) => office::bundle_write(&office, &made, out)?,
    }
    answers.give(&json!({ "name": made.name, "lines": made.lines }))
}

/// The documents with these exhibit numbers.
fn documents(
    office: &Office,
    by: &By,
    complaint: ComplaintId,
    of: &[u32],
) -> Outcome<Vec<DocumentId>> {
    if of.is_empty() {
        return Ok(Vec::new());
    }
    let known = office::complaint_card(office, by, ComplaintRef { complaint })?
        .contents
        .documents;
    let found = of.iter().map(|exhibit| {
        let found = known.iter().find(|document| document.exhibit == *exhibit);
        found.map(|document| document.id)
    });
    let all: Option<Vec<DocumentId>> = found.collect();
    all.ok_or_else(|| Failure::of("not_found").with("document").into())
}

fn exhibits(
    office: &Office,
    by: &By,
    complaint: ComplaintId,
    what: &BundleCommand,
) -> Outcome<Vec<ExhibitRedaction>> {
    let of = |numbers: &[u32], whole: bool| -> Outcome<Vec<ExhibitRedaction>> {
        let documents = documents(office, by, complaint, numbers)?;
        let one = |document| ExhibitRedaction {
            document,
            whole,
            areas: Vec::new(),
        };
        Ok(documents.into_iter().map(one).collect())
    };
    let mut all = of(&what.show, false)?;
    all.extend(of(&what.withhold, true)?);
    Ok(all)
}
