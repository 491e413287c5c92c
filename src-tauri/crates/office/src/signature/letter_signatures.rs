//! Signatures of letters that were made with other programs: kept with the case as documents, each
//! proved to belong to the frozen bytes. The program signs nothing, and looks neither into the
//! mathematics of the key nor into whether a certificate can be trusted.

use crate::document::content::content_bytes;
use crate::document::documents::documents_add_where;
use crate::document::incoming::IncomingFile;
use crate::error::{FieldProblem, OfficeError, Result, field};
use crate::letter::values::LetterRef;
use crate::office::Office;
use crate::signature::cms::{SignedBy, signers};
use crate::signature::fault::SignatureFault;
use crate::texts::texts;
use chrono::{DateTime, FixedOffset};
use complaint::{Document, DocumentFields, DocumentId, Provenance, Side};
use register::{By, Case, RegisterError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::ops::ControlFlow;
use ts_rs::TS;

/// A larger file is no signature.
pub const LONGEST_SIGNATURE: usize = 1 << 20;

/// Endings under which signatures are kept.
const ENDINGS: [&str; 3] = [".sig", ".p7s", ".sgn"];

/// One who signed a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SignerView {
    /// As the certificate within names them; empty where there is none.
    pub name: String,
    pub organisation: String,
    /// What the signer's computer said, in the zone the office keeps now.
    pub at: Option<DateTime<FixedOffset>>,
    /// The number of the certificate, hexadecimal.
    pub certificate: String,
    /// What the digest is called in its standard.
    pub digest: String,
}

/// A signature that belongs to the bytes of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SignatureView {
    pub document: DocumentId,
    pub exhibit: u32,
    pub name: String,
    pub signers: Vec<SignerView>,
}

/// The documents of a case that are signatures of these bytes.
///
/// # Errors
/// [`OfficeError::Damaged`].
pub(crate) fn signatures_of(
    office: &Office,
    case: &Case,
    letter: &[u8],
) -> Result<Vec<(Document, Vec<SignedBy>)>> {
    let mut out = Vec::new();
    for document in &case.contents.documents {
        let name = document.fields.name.to_lowercase();
        let is_called_so = ENDINGS.iter().any(|ending| name.ends_with(ending));
        if !is_called_so || document.bytes > LONGEST_SIGNATURE as u64 {
            continue;
        }
        let file = content_bytes(office, &document.sha256)?;
        if let Ok(signers) = belonging(&file, letter) {
            out.push((document.clone(), signers));
        }
    }
    Ok(out)
}

/// Who signed these very bytes.
fn belonging(file: &[u8], letter: &[u8]) -> Result<Vec<SignedBy>, SignatureFault> {
    let signers = signers(file)?;
    // One digest of a kind, however many signed.
    let mut digests = BTreeMap::new();
    let mut same = |by: &SignedBy| {
        let digest = digests
            .entry(by.kind)
            .or_insert_with(|| by.kind.digest(letter));
        *digest == by.digest
    };
    if signers.iter().all(&mut same) {
        Ok(signers)
    } else {
        Err(SignatureFault::OtherBytes)
    }
}

/// The case of an issued letter and its frozen bytes.
fn frozen(office: &Office, input: LetterRef) -> Result<(Case, String, Vec<u8>)> {
    let letter = office.register().letter(input.letter)?;
    let Some(issued) = letter.summary.issued else {
        return Err(RegisterError::NotIssued.into());
    };
    let bytes = content_bytes(office, &issued.sha256)?;
    Ok((
        office.register().case(letter.complaint)?,
        issued.number,
        bytes,
    ))
}

/// The signatures of an issued letter.
///
/// # Errors
/// [`RegisterError::NotIssued`]; [`OfficeError::Damaged`].
pub fn letter_signatures(office: &Office, by: &By, input: LetterRef) -> Result<Vec<SignatureView>> {
    let (case, _, bytes) = frozen(office, input)?;
    let found = signatures_of(office, &case, &bytes)?.into_iter();
    Ok(found
        .map(|(document, signers)| view(document, signers, by.now.timezone()))
        .collect())
}

fn view(document: Document, signers: Vec<SignedBy>, zone: FixedOffset) -> SignatureView {
    SignatureView {
        document: document.id,
        exhibit: document.exhibit,
        name: document.fields.name,
        signers: signers
            .into_iter()
            .map(|by| SignerView {
                name: by.name,
                organisation: by.organisation,
                at: by.at.map(|at| at.with_timezone(&zone)),
                certificate: by.certificate,
                digest: by.kind.name().to_owned(),
            })
            .collect(),
    }
}

/// Keeps a signature of an issued letter with its case, in one change.
///
/// # Errors
/// [`OfficeError::Signature`] for one that does not belong to the frozen bytes or can't be proved to;
/// [`FieldProblem::Taken`] for one that is kept already; [`RegisterError::NotIssued`].
pub fn letter_signature_add(
    office: &Office,
    by: &By,
    input: LetterRef,
    name: &str,
    file: &[u8],
) -> Result<Vec<SignatureView>> {
    let (case, number, bytes) = frozen(office, input)?;
    if file.len() > LONGEST_SIGNATURE {
        return Err(OfficeError::Signature(SignatureFault::Unreadable));
    }
    let signers = belonging(file, &bytes).map_err(OfficeError::Signature)?;
    let sha256 = crate::document::content::hash(file);
    // Another window may keep the same one meanwhile.
    let is_new = |case: &Case| {
        if case.contents.documents.iter().any(|d| d.sha256 == sha256) {
            return field("signature", FieldProblem::Taken);
        }
        Ok(())
    };
    let language = office.register().profile()?.language;
    let names: Vec<&str> = signers.iter().map(|by| by.name.as_str()).collect();
    let source = (texts(language).signature_source)(&number, &names.join(", "));
    let known = ENDINGS
        .iter()
        .any(|ending| name.to_lowercase().ends_with(ending));
    let incoming = IncomingFile {
        fields: DocumentFields {
            name: if known {
                name.to_owned()
            } else {
                format!("{name}.sig")
            },
            file_time: None,
            provenance: Provenance {
                side: Side::Office,
                source: source.chars().take(300).collect(),
            },
        },
        content: Cursor::new(file.to_vec()),
    };
    let go_on = |_, _| ControlFlow::Continue(());
    let complaint = case.contents.complaint.id;
    documents_add_where(office, by, complaint, vec![incoming], &go_on, is_new)?;
    letter_signatures(office, by, input)
}
