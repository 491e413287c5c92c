//! The proof of an answer: the letter, its inventory, the envelope, the record
//! of its dispatch, receipts and the journal, in one file, checked before for
//! what contradicts.

use crate::bundle::piece::MOST_DRAWN;
use crate::document::content::{content_bytes, hash};
use crate::error::{FieldProblem, OfficeError, Result, field};
use crate::office::Office;
use crate::paper::laid_in::{LaidIn, Laying, bound, front};
use crate::paper::papers::{frame, named, unjoinable};
use crate::paper::proof_cover::cover;
use crate::paper::proof_facts::{Proof, envelope_of, gather, titles};
use crate::paper::values::{ProofMake, ProofQuestion, ProofReport};
use crate::texts::texts;
use complaint::Language;
use letter::InventoryPaper;
use press::Part;
use register::{By, Op};

/// The longest paper that is laid into the file, bytes.
const PAPER_LIMIT: u64 = 64 * 1024 * 1024;

#[derive(Clone, Debug)]
pub struct ProofFile {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Whether the papers that prove an answer agree with each other.
///
/// # Errors
/// [`register::RegisterError::NotIssued`]; [`FieldProblem::Foreign`] for a
/// dispatch of another letter.
pub fn proof_check(office: &Office, by: &By, input: ProofQuestion) -> Result<ProofReport> {
    let proof = gather(office, input)?;
    let _ = by;
    let findings = letter::proof_check(&proof.facts);
    Ok(ProofReport {
        dispatch: proof.dispatch.as_ref().map(|d| d.id),
        contradicts: letter::contradicts(&findings),
        findings,
        contents: titles(&proof),
    })
}

/// Makes the proof: the joined file first, then each paper by itself. `keep`
/// puts them where they shall lie and gives nothing when the person thought
/// better of it; the journal has the proof only once it lies there. Records
/// that can't be written to give a proof without a row of the journal.
///
/// # Errors
/// [`OfficeError::Stopped`] with the rules that contradict, while no reason is
/// given; [`register::RegisterError::Denied`] or [`register::RegisterError::DiskFull`]
/// where the reason can't be kept; those of [`proof_check`] and of `keep`.
pub fn proof_make<T, E: From<OfficeError>>(
    office: &Office,
    by: &By,
    input: &ProofMake,
    keep: impl FnOnce(&[ProofFile]) -> std::result::Result<Option<T>, E>,
) -> std::result::Result<Option<T>, E> {
    let made = full_proof(office, by, input)?;
    let unwritable = office.register().unwritable();
    if let Some(why) = unwritable
        && made.reason.is_some()
    {
        return Err(OfficeError::from(register::RegisterError::from(why)).into());
    }
    let Some(kept) = keep(&made.files)? else {
        return Ok(None);
    };
    if unwritable.is_some() {
        return Ok(Some(kept));
    }
    office
        .register()
        .transact(by, Op::ProofMade, |change| {
            change.proof_made(
                input.letter,
                &made.sha256,
                &made.against,
                made.reason.as_deref(),
            )
        })
        .map_err(OfficeError::from)?;
    Ok(Some(kept))
}

/// A proof that lies nowhere yet, and what the journal will say of it.
struct FullProof {
    files: Vec<ProofFile>,
    sha256: String,
    against: Vec<String>,
    reason: Option<String>,
}

fn full_proof(office: &Office, by: &By, input: &ProofMake) -> Result<FullProof> {
    let proof = gather(
        office,
        ProofQuestion {
            letter: input.letter,
            dispatch: input.dispatch,
        },
    )?;
    let findings = letter::proof_check(&proof.facts);
    let reason = input
        .reason
        .as_deref()
        .map(str::trim)
        .filter(|r| !r.is_empty());
    if let Some(reason) = reason
        && reason.chars().count() > 2_000
    {
        return field("reason", FieldProblem::TooLong);
    }
    let against: Vec<String> = findings
        .iter()
        .filter(|f| f.severity == letter::Severity::Must)
        .map(|f| f.rule.clone())
        .collect();
    if !against.is_empty() && reason.is_none() {
        return Err(OfficeError::Stopped(against));
    }
    let reason = reason.filter(|_| !against.is_empty());
    let files = put_together(office, by, &proof, findings, reason, input.folder)?;
    let joined = files.first().ok_or_else(unjoinable)?;
    Ok(FullProof {
        sha256: hash(&joined.bytes),
        reason: reason.map(str::to_owned),
        files,
        against,
    })
}

fn put_together(
    office: &Office,
    by: &By,
    proof: &Proof,
    findings: Vec<letter::ProofFinding>,
    reason: Option<&str>,
    in_folder: bool,
) -> Result<Vec<ProofFile>> {
    let profile = office.register().profile()?;
    let language = proof.posted.text.language;
    let texts = texts(language);
    let around = frame(
        &profile,
        language,
        by,
        proof.posted.letter.summary.id.to_string(),
    );
    let laying = Laying {
        office,
        by,
        case: &proof.posted.case,
        frame: &around,
    };
    let papers = laid_in(&laying, proof)?;
    let meta = press::Meta {
        title: (texts.proof)(&proof.posted.issued.number),
        author: profile.requisites.name.clone(),
        subject: proof.posted.case.contents.complaint.number.clone(),
        language: match language {
            Language::Ru => press::Language::Ru,
            Language::En => press::Language::En,
        },
        created: by.now,
        seed: proof.posted.letter.summary.id.to_string(),
    };
    let front = front(&papers, |pages| {
        let cover = cover(proof, findings.clone(), reason, by, &papers, pages);
        press::print(&letter::proof_cover(&cover, &around))
    })?;
    let first = Part {
        title: titles(proof).into_iter().next().unwrap_or_default(),
        bytes: front.clone(),
    };
    // Each by itself only where a folder is asked for: they may be long.
    let apart: Vec<ProofFile> = if in_folder {
        let file = |paper: &LaidIn| ProofFile {
            name: paper.name.clone(),
            bytes: paper.bytes.clone(),
        };
        papers.iter().map(file).collect()
    } else {
        Vec::new()
    };
    let joined = bound(&meta, first, papers)?;
    let number = file_part(&proof.posted.issued.number);
    let mut files = vec![ProofFile {
        name: format!("{} {number}.pdf", texts.proof_file),
        bytes: joined.pdf,
    }];
    files.push(ProofFile {
        name: format!("00 {}.pdf", texts.proof_cover_file),
        bytes: front,
    });
    files.extend(apart);
    Ok(files)
}

/// The papers of the proof in the order they lie in.
fn laid_in(laying: &Laying<'_>, proof: &Proof) -> Result<Vec<LaidIn>> {
    let texts = texts(proof.posted.text.language);
    let mut names = titles(proof).into_iter().skip(1);
    let mut papers: Vec<LaidIn> = Vec::new();
    let mut put = |name: String, pdf: Vec<u8>, names: &mut dyn Iterator<Item = String>| {
        let title = names.next().unwrap_or_else(|| name.clone());
        papers.push(LaidIn::ours(title, name, pdf)?);
        Ok::<_, OfficeError>(())
    };
    let number = file_part(&proof.posted.issued.number);
    match &proof.facts.file_sha256 {
        // The bytes that are handed on are those that were issued, or none are.
        Some(_) => put(
            format!("01 {number}.pdf"),
            content_bytes(laying.office, &proof.posted.issued.sha256)?,
            &mut names,
        )?,
        None => drop(names.next()),
    }
    if let Some(dispatch) = &proof.dispatch {
        if !dispatch.fields.inventory.is_empty() {
            let paper = InventoryPaper {
                letter: named(&proof.posted),
                address: dispatch.fields.address.clone(),
                lines: dispatch.fields.inventory.clone(),
                way: Some(dispatch.fields.way),
                one_sheet: false,
            };
            let pdf = press::print(&letter::inventory(&paper, laying.frame))?.pdf;
            put(format!("02 {}.pdf", texts.inventory_file), pdf, &mut names)?;
        }
        if let Some(envelope) = envelope_of(&proof.posted, dispatch) {
            let pdf = press::shared()
                .print_fixed(&letter::envelope(&envelope, laying.frame))?
                .pdf;
            put(format!("03 {}.pdf", texts.envelope_file), pdf, &mut names)?;
        }
    }
    let mut room = MOST_DRAWN;
    for (at, document) in proof.papers.iter().enumerate() {
        let title = names.next();
        if document.bytes > PAPER_LIMIT {
            continue;
        }
        let name = complaint::safe_file_name(&document.fields.name);
        papers.push(laying.document(
            document,
            title.unwrap_or_else(|| name.clone()),
            format!("{:02} {name}", at + 4),
            &mut room,
        )?);
    }
    Ok(papers)
}

fn file_part(number: &str) -> String {
    number
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || c == '-' {
                c
            } else {
                '-'
            }
        })
        .collect()
}
