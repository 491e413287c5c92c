//! The first page of a proof: what happened to the letter, and what the proof is made of.

use crate::document::content::hash;
use crate::paper::laid_in::LaidIn;
use crate::paper::proof_facts::Proof;
use crate::texts::texts;
use complaint::Language;
use letter::{ProofCover, ProofPart, paper_word};
use register::By;

pub(crate) fn cover(
    proof: &Proof,
    findings: Vec<letter::ProofFinding>,
    reason: Option<&str>,
    by: &By,
    papers: &[LaidIn],
    first_pages: &[Option<usize>],
) -> ProofCover {
    let language = proof.posted.text.language;
    let day = |d: chrono::NaiveDate| match language {
        Language::Ru => russian::date::short(d),
        Language::En => russian::date::english(d),
    };
    let complaint = &proof.posted.case.contents.complaint;
    let issued = &proof.posted.issued;
    let texts = texts(language);
    let mut summary = vec![
        (
            "proof_complaint",
            format!(
                "{}, {}\n{}",
                complaint.number,
                day(complaint.fields.received_at.date_naive()),
                complaint.fields.matter.subject
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
        None => summary.push(("proof_sent", texts.not_sent.to_owned())),
        Some(d) => {
            let sent = d.fields.sent_at.date_naive();
            summary.push((
                "proof_sent",
                format!(
                    "{}, {} {}",
                    paper_word(language, "way", d.fields.way.as_str()),
                    day(sent),
                    d.fields.sent_at.format("%H:%M")
                ),
            ));
            if !d.fields.address.is_empty() {
                summary.push(("proof_address", d.fields.address.join("\n")));
            }
            if !d.fields.tracking.is_empty() {
                summary.push(("proof_tracking", d.fields.tracking.clone()));
            }
            let steps: Vec<String> = d
                .events
                .iter()
                .map(|e| {
                    let mut line = format!(
                        "{}: {}",
                        day(e.fields.on),
                        paper_word(language, "state", e.fields.state.as_str())
                    );
                    for more in [&e.fields.reason, &e.fields.source] {
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
                    paper_word(language, "state", d.state().as_str()).to_owned()
                } else {
                    steps.join("\n")
                },
            ));
            if let Some(due) = proof.facts.due {
                let late = (sent - due).num_days();
                let standing = if late > 0 {
                    (texts.sent_late)(&day(due), late)
                } else {
                    (texts.sent_in_time)(&day(due))
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
            .map(|(paper, page)| ProofPart {
                title: paper.title.clone(),
                page: *page,
                sha256: hash(&paper.bytes),
            })
            .collect(),
        journal: proof.journal.clone(),
        today: by.now.date_naive(),
    }
}
