//! The proof of an answer: the letter, its inventory, the envelope, the record
//! of its dispatch, receipts and the journal, in one file, checked before for
//! what contradicts.

use crate::error::{FieldProblem, OfficeError, Result, field};
use crate::letters::content_bytes;
use crate::papers::{frame, named, unjoinable};
use crate::posting::{Posted, checked, posted, telling};
use crate::wire::{ProofMake, ProofQuestion, ProofReport};
use crate::{By, Office};
use complaint::{Dispatch, Document, DocumentId, Language, LetterState};
use letter::{
    Envelope, EnvelopeSize, InventoryPaper, ProofCover, ProofDispatch, ProofFacts, ProofJournalRow,
    ProofPart, paper_word,
};
use press::{AttachedFile, Part};
use register::Op;
use sha2::{Digest, Sha256};

/// How far back the journal of a case is read.
const JOURNAL_REACH: u32 = 5_000;
/// The longest paper that is laid into the file, bytes.
const PAPER_LIMIT: u64 = 64 * 1024 * 1024;

/// A file of the proof.
#[derive(Clone, Debug)]
pub struct ProofFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// All that a proof is made of.
struct Proof {
    posted: Posted,
    dispatch: Option<Dispatch>,
    pdf: Option<Vec<u8>>,
    facts: ProofFacts,
    journal: Vec<ProofJournalRow>,
    papers: Vec<Document>,
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

fn gather(office: &Office, input: ProofQuestion) -> Result<Proof> {
    let register = office.register();
    let posted = posted(office, input.letter)?;
    let dispatch = telling(register.dispatches(input.letter)?, input.dispatch)?;
    let pdf = match content_bytes(office, &posted.issued.sha256) {
        Ok(bytes) => Some(bytes),
        Err(OfficeError::Register(register::RegisterError::MissingFile(_))) => None,
        Err(error) => return Err(error),
    };
    let rows = register.journal_of(posted.letter.complaint, JOURNAL_REACH)?;
    let own = input.letter.to_string();
    let journal_sha256 = rows
        .iter()
        .find(|row| row.op == Op::LetterIssue && row.payload["letter"] == own.as_str())
        .and_then(|row| row.payload["sha256"].as_str().map(str::to_owned));
    let dispatch_id = dispatch.as_ref().map(|d| d.id.to_string());
    let mentions = |payload: &serde_json::Value, id: &str| payload.to_string().contains(id);
    let papers = papers(&posted, dispatch.as_ref());
    let mut journal: Vec<ProofJournalRow> = rows
        .iter()
        .filter(|row| match row.op {
            Op::LetterIssue | Op::LetterSent => mentions(&row.payload, &own),
            Op::DispatchAdd
            | Op::DispatchEdit
            | Op::DispatchRemove
            | Op::DeliveryAdd
            | Op::DeliveryRemove => {
                mentions(&row.payload, &own)
                    || dispatch_id
                        .as_deref()
                        .is_some_and(|id| mentions(&row.payload, id))
            }
            Op::DocumentAdd => papers.iter().any(|d| mentions(&row.payload, &d.sha256)),
            _ => false,
        })
        .map(|row| ProofJournalRow {
            seq: row.seq,
            at: row.at,
            actor: row.actor.0.clone(),
            op: row.op.word().to_owned(),
            hash: row.hash.clone(),
        })
        .collect();
    journal.sort_by_key(|row| row.seq);
    let complaint = &posted.case.complaint;
    let facts = ProofFacts {
        issued: posted.issued.at,
        pages: posted.issued.pages,
        letter_address: crate::posting::address_of(&posted.text),
        enclosures: posted.text.enclosures.clone(),
        sha256: posted.issued.sha256.clone(),
        file_sha256: pdf.as_deref().map(hash),
        journal_sha256,
        superseded: posted.letter.summary.state == LetterState::Superseded,
        card_name: letter::addressee(&complaint.complainant, posted.text.language),
        card_address: complaint.complainant.address.clone(),
        due: posted
            .text
            .kind
            .is_final()
            .then(|| crate::clocks::answer_due(&posted.case))
            .flatten(),
        dispatch: dispatch.as_ref().map(|d| ProofDispatch {
            way: d.way,
            sent_at: d.sent_at,
            address: d.address.clone(),
            envelope: envelope_of(&posted, d).map(|e| e.address),
            tracking: d.tracking.clone(),
            tracking_problem: checked(&d.tracking).problem,
            inventory: d.inventory.clone(),
            events: d.events.clone(),
            papers: !papers.is_empty(),
        }),
    };
    Ok(Proof {
        posted,
        dispatch,
        pdf,
        facts,
        journal,
        papers,
    })
}

/// Receipts and notices of a dispatch, each once.
fn papers(posted: &Posted, dispatch: Option<&Dispatch>) -> Vec<Document> {
    let Some(dispatch) = dispatch else {
        return Vec::new();
    };
    let mut ids: Vec<DocumentId> = dispatch.receipt.into_iter().collect();
    ids.extend(dispatch.events.iter().filter_map(|e| e.document));
    let mut seen = Vec::new();
    for id in ids {
        if let Some(found) = posted.case.documents.iter().find(|d| d.id == id)
            && !seen.contains(found)
        {
            seen.push(found.clone());
        }
    }
    seen
}

/// The envelope of a dispatch, where it went in one.
fn envelope_of(posted: &Posted, dispatch: &Dispatch) -> Option<Envelope> {
    if !dispatch.way.needs_address() {
        return None;
    }
    let address = if dispatch.address.is_empty() {
        crate::posting::address_of(&posted.text)
    } else {
        dispatch.address.clone()
    };
    Some(Envelope {
        size: EnvelopeSize::C5,
        address,
        letter: named(posted),
        way: Some(dispatch.way),
    })
}

pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect()
}

fn said(language: Language, ru: &str, en: &str) -> String {
    match language {
        Language::Ru => ru,
        Language::En => en,
    }
    .to_owned()
}

fn titles(proof: &Proof) -> Vec<String> {
    let language = proof.posted.text.language;
    let number = &proof.posted.issued.number;
    let mut out = vec![
        said(language, "Сводка и сверка", "Summary and cross-check"),
        said(
            language,
            &format!("Письмо {number}"),
            &format!("Letter {number}"),
        ),
    ];
    if let Some(dispatch) = &proof.dispatch {
        if !dispatch.inventory.is_empty() {
            out.push(said(language, "Опись вложения", "Inventory of contents"));
        }
        if envelope_of(&proof.posted, dispatch).is_some() {
            out.push(said(
                language,
                "Лицевая сторона конверта",
                "Front of the envelope",
            ));
        }
    }
    out.extend(proof.papers.iter().map(|d| d.name.clone()));
    out
}

/// Makes the proof: the joined file first, then each paper by itself. `keep`
/// puts them where they shall lie and gives nothing when the person thought
/// better of it; the journal has the proof only once it lies there.
///
/// # Errors
/// [`OfficeError::Stopped`] with the rules that contradict, while no reason is
/// given; those of [`proof_check`] and of `keep`.
pub fn proof_make<T, E: From<OfficeError>>(
    office: &Office,
    by: &By,
    input: &ProofMake,
    keep: impl FnOnce(&[ProofFile]) -> std::result::Result<Option<T>, E>,
) -> std::result::Result<Option<T>, E> {
    let made = made(office, by, input)?;
    let Some(kept) = keep(&made.files)? else {
        return Ok(None);
    };
    office
        .register()
        .proof_made(
            by,
            input.letter,
            &made.sha256,
            &made.against,
            made.reason.as_deref(),
        )
        .map_err(OfficeError::from)?;
    Ok(Some(kept))
}

/// A proof that lies nowhere yet, and what the journal will say of it.
struct Made {
    files: Vec<ProofFile>,
    sha256: String,
    against: Vec<String>,
    reason: Option<String>,
}

fn made(office: &Office, by: &By, input: &ProofMake) -> Result<Made> {
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
    let files = put_together(office, by, &proof, findings, reason)?;
    let joined = files.first().ok_or_else(unjoinable)?;
    Ok(Made {
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
) -> Result<Vec<ProofFile>> {
    let profile = office.register().profile()?;
    let language = proof.posted.text.language;
    let around = frame(
        &profile,
        language,
        by,
        proof.posted.letter.summary.id.to_string(),
    );
    let mut names = titles(proof).into_iter().skip(1);
    let mut papers: Vec<(String, String, String, Vec<u8>)> = Vec::new();
    let mut put =
        |name: String, media: &str, bytes: Vec<u8>, names: &mut dyn Iterator<Item = String>| {
            let title = names.next().unwrap_or_else(|| name.clone());
            papers.push((title, name, media.to_owned(), bytes));
        };
    let number = file_part(&proof.posted.issued.number);
    match &proof.pdf {
        Some(pdf) => put(
            format!("01 {number}.pdf"),
            "application/pdf",
            pdf.clone(),
            &mut names,
        ),
        None => drop(names.next()),
    }
    if let Some(dispatch) = &proof.dispatch {
        if !dispatch.inventory.is_empty() {
            let paper = InventoryPaper {
                letter: named(&proof.posted),
                address: dispatch.address.clone(),
                lines: dispatch.inventory.clone(),
                way: Some(dispatch.way),
                one_sheet: false,
            };
            let pdf = press::print(&letter::inventory(&paper, &around))?.pdf;
            let name = said(language, "02 Опись вложения.pdf", "02 Inventory.pdf");
            put(name, "application/pdf", pdf, &mut names);
        }
        if let Some(envelope) = envelope_of(&proof.posted, dispatch) {
            let pdf = press::shared()
                .print_sheets(&letter::envelope(&envelope, &around))?
                .pdf;
            let name = said(language, "03 Конверт.pdf", "03 Envelope.pdf");
            put(name, "application/pdf", pdf, &mut names);
        }
    }
    for (at, document) in proof.papers.iter().enumerate() {
        if document.bytes > PAPER_LIMIT {
            names.next();
            continue;
        }
        let bytes = content_bytes(office, &document.sha256)?;
        let name = format!("{:02} {}", at + 4, intake::safe_file_name(&document.name));
        put(name, &document.media_type, bytes, &mut names);
    }

    let meta = press::Meta {
        title: said(
            language,
            &format!("Доказательства ответа {}", proof.posted.issued.number),
            &format!("Proof of answer {}", proof.posted.issued.number),
        ),
        author: profile.requisites.name.clone(),
        subject: proof.posted.case.complaint.number.clone(),
        language: match language {
            Language::Ru => press::Language::Ru,
            Language::En => press::Language::En,
        },
        created: by.now,
        seed: proof.posted.letter.summary.id.to_string(),
    };
    // The cover names the pages of what follows it, so the others are joined
    // once to learn how many they have.
    let parts: Vec<Part> = papers
        .iter()
        .map(|(title, _, _, bytes)| Part {
            title: title.clone(),
            bytes: bytes.clone(),
        })
        .collect();
    let trial = press::join(&meta, &parts, &[])?;
    let mut cover = cover(proof, findings, reason, by, &papers, &trial.first_pages, 0);
    let ahead = press::print(&letter::proof_cover(&cover, &around))?.pages;
    for part in &mut cover.parts {
        part.page = part.page.map(|page| page + ahead);
    }
    let front = press::print(&letter::proof_cover(&cover, &around))?;
    let mut all = vec![Part {
        title: titles(proof).into_iter().next().unwrap_or_default(),
        bytes: front.pdf.clone(),
    }];
    all.extend(parts);
    let attachments: Vec<AttachedFile> = papers
        .iter()
        .map(|(title, name, media_type, bytes)| AttachedFile {
            name: name.clone(),
            media_type: media_type.clone(),
            about: title.clone(),
            bytes: bytes.clone(),
        })
        .collect();
    let joined = press::join(&meta, &all, &attachments)?;
    let mut files = vec![ProofFile {
        name: format!(
            "{} {number}.pdf",
            said(language, "Доказательства ответа", "Proof of answer")
        ),
        bytes: joined.pdf,
    }];
    files.push(ProofFile {
        name: said(language, "00 Сводка.pdf", "00 Summary.pdf"),
        bytes: front.pdf,
    });
    files.extend(
        papers
            .into_iter()
            .map(|(_, name, _, bytes)| ProofFile { name, bytes }),
    );
    Ok(files)
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

fn cover(
    proof: &Proof,
    findings: Vec<letter::ProofFinding>,
    reason: Option<&str>,
    by: &By,
    papers: &[(String, String, String, Vec<u8>)],
    first_pages: &[Option<usize>],
    ahead: usize,
) -> ProofCover {
    let language = proof.posted.text.language;
    let day = |d: chrono::NaiveDate| match language {
        Language::Ru => russian::date::short(d),
        Language::En => russian::date::english(d),
    };
    let complaint = &proof.posted.case.complaint;
    let issued = &proof.posted.issued;
    let none = || said(language, "нет", "none");
    let mut summary = vec![
        (
            "proof_complaint",
            format!(
                "{}, {}\n{}",
                complaint.number,
                day(complaint.received_at.date_naive()),
                complaint.subject
            ),
        ),
        (
            "proof_letter",
            format!(
                "{}, {}\n{}",
                issued.number,
                day(issued.at.date_naive()),
                proof.posted.text.heading
            ),
        ),
        ("proof_hash", issued.sha256.clone()),
    ];
    match &proof.dispatch {
        None => summary.push(("proof_sent", none())),
        Some(d) => {
            let sent = d.sent_at.date_naive();
            summary.push((
                "proof_sent",
                format!(
                    "{}, {} {}",
                    paper_word(language, "way", d.way.word()),
                    day(sent),
                    d.sent_at.format("%H:%M")
                ),
            ));
            if !d.address.is_empty() {
                summary.push(("proof_address", d.address.join("\n")));
            }
            if !d.tracking.is_empty() {
                summary.push(("proof_tracking", d.tracking.clone()));
            }
            let steps: Vec<String> = d
                .events
                .iter()
                .map(|e| {
                    let mut line = format!(
                        "{}: {}",
                        day(e.on),
                        paper_word(language, "state", e.state.word())
                    );
                    for more in [&e.reason, &e.source] {
                        if !more.is_empty() {
                            line = format!("{line} ({more})");
                        }
                    }
                    line
                })
                .collect();
            summary.push((
                "proof_delivered",
                if steps.is_empty() {
                    paper_word(language, "state", d.state().word()).to_owned()
                } else {
                    steps.join("\n")
                },
            ));
            if let Some(due) = proof.facts.due {
                let late = (sent - due).num_days();
                let standing = if late > 0 {
                    said(
                        language,
                        &format!("{}; отправлено на {late} дн. позже", day(due)),
                        &format!("{}; sent {late} days late", day(due)),
                    )
                } else {
                    said(
                        language,
                        &format!("{}; отправлено в срок", day(due)),
                        &format!("{}; sent in time", day(due)),
                    )
                };
                summary.push(("proof_term", standing));
            }
        }
    }
    ProofCover {
        number: issued.number.clone(),
        complaint: complaint.number.clone(),
        summary,
        findings,
        reason: reason.map(str::to_owned),
        parts: papers
            .iter()
            .zip(first_pages)
            .map(|((title, _, _, bytes), page)| ProofPart {
                title: title.clone(),
                page: page.map(|p| p + ahead),
                sha256: hash(bytes),
            })
            .collect(),
        journal: proof.journal.clone(),
        today: by.now.date_naive(),
    }
}
