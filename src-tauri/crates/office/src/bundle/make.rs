//! Putting the papers of a case together, and what that would hold.

use crate::bundle::filing::filed;
use crate::bundle::folder::folder;
use crate::bundle::gathered::{Ground, gathered};
use crate::bundle::one_file::one_file;
use crate::bundle::values::{
    Bundle, BundleContent, BundleFile, BundleForm, BundleLine, BundleMake, BundlePaper, BundleView,
    ExhibitShown,
};
use crate::case::values::ComplaintRef;
use crate::document::documents::DocumentRef;
use crate::document::sheets;
use crate::document::view::{DocumentView, document_view};
use crate::error::Result;
use crate::office::Office;
use crate::texts::texts;
use complaint::{LetterState, safe_file_name};
use deadline::{Filing, filing_checked_on, filing_rules};
use register::By;
use std::ops::ControlFlow;

/// What a bundle of a case would hold.
///
/// # Errors
/// Those of the register.
pub fn bundle_look(office: &Office, by: &By, input: ComplaintRef) -> Result<BundleView> {
    let case = office.register().case(input.complaint)?;
    let mut papers = Vec::new();
    for letter in case
        .contents
        .letters
        .iter()
        .filter(|l| l.state != LetterState::Draft)
    {
        if let Some(issued) = &letter.issued {
            papers.push(BundlePaper {
                document: None,
                letter: Some(letter.id),
                number: issued.number.clone(),
                name: letter.heading.clone(),
                shown: ExhibitShown::Words,
                sheets: Some(issued.pages),
                bytes: 0,
            });
        }
    }
    for document in &case.contents.documents {
        let of = DocumentRef {
            complaint: input.complaint,
            document: document.id,
        };
        let shown = match document_view(office, by, of) {
            Ok(DocumentView::Pages { .. }) => ExhibitShown::Pictures,
            Ok(DocumentView::Text { .. } | DocumentView::Message(_)) => ExhibitShown::Words,
            // What is damaged is told when it is asked for.
            Ok(DocumentView::Elsewhere) | Err(_) => ExhibitShown::File,
        };
        papers.push(BundlePaper {
            document: Some(document.id),
            letter: None,
            number: document.exhibit.to_string(),
            name: document.fields.name.clone(),
            shown,
            sheets: sheets::of(office, document),
            bytes: document.bytes,
        });
    }
    let today = by.now.date_naive();
    let rules = [Filing::Court, Filing::RegisteredMail];
    Ok(BundleView {
        papers,
        rules: rules
            .into_iter()
            .flat_map(|filing| filing_rules(filing, today))
            .cloned()
            .collect(),
        checked_on: filing_checked_on(),
    })
}

/// What the file or the folder of a bundle is called, without an ending.
///
/// # Errors
/// Those of the register.
pub fn bundle_name(office: &Office, input: &BundleMake) -> Result<String> {
    let ground = Ground::of(office, input)?;
    let texts = texts(ground.language);
    let number = ground.case.contents.complaint.number.replace('/', "-");
    let what = match input.form {
        BundleForm::OneFile | BundleForm::Folder => "",
        BundleForm::Court => texts.bundle_court,
        BundleForm::RegisteredMail => texts.bundle_registered_mail,
    };
    let closed = input.redaction.as_ref().map_or("", |_| texts.bundle_closed);
    let words = [texts.bundle_file, &number, what, closed];
    let known: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    Ok(safe_file_name(&known.join(" ")))
}

/// Puts the papers of a case together. Nothing of the office changes. `progress` hears how many
/// papers of how many are done, and may stop it.
///
/// # Errors
/// [`register::RegisterError::Cancelled`]; a field for a document of another case or too many words;
/// [`crate::error::OfficeError::WordsNowhere`] for words to close that stand on no page;
/// [`crate::error::OfficeError::Damaged`] for a paper that is no longer what was kept.
pub fn bundle_make(
    office: &Office,
    by: &By,
    input: &BundleMake,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<Bundle> {
    let name = bundle_name(office, input)?;
    let ground = Ground::of(office, input)?;
    let gathered = gathered(office, by, &ground, input, progress)?;
    let made = match input.form {
        BundleForm::Folder => folder(office, &gathered, name)?,
        BundleForm::Court | BundleForm::RegisteredMail => filed(&gathered, name)?,
        BundleForm::OneFile => {
            let bound = one_file(office, &gathered)?;
            let path = format!("{name}.pdf");
            let mut lines = vec![BundleLine {
                label: gathered.phrase("bundle_title", &[("number", gathered.number())]),
                title: String::new(),
                file: path.clone(),
                sheets: Some(bound.pages as u32),
                bytes: bound.pdf.len() as u64,
                notes: Vec::new(),
            }];
            lines.extend(bound.lines);
            let content = BundleContent::Made(bound.pdf);
            let files = vec![BundleFile { path, content }];
            Bundle { name, files, lines }
        }
    };
    if let Some(closing) = &gathered.closing {
        closing.all_found()?;
    }
    Ok(made)
}
