//! What a proof is made of: the letter, its dispatch, the papers that show it, and the rows of the journal.

use crate::document::content::hash;
use crate::error::Result;
use crate::office::Office;
use crate::paper::papers::named;
use crate::paper::values::ProofQuestion;
use crate::posting::dispatch::{Posted, checked, posted, telling};
use crate::texts::texts;
use complaint::{Dispatch, Document, DocumentId, LetterState};
use letter::{Envelope, EnvelopeSize, ProofDispatch, ProofFacts, ProofJournalRow};
use register::{Op, RegisterError};
use std::io::Read;

/// How far back the journal of a case is read.
const JOURNAL_REACH: u32 = 5_000;

/// All that a proof is made of.
pub(crate) struct Proof {
    pub posted: Posted,
    pub dispatch: Option<Dispatch>,
    pub facts: ProofFacts,
    pub journal: Vec<ProofJournalRow>,
    pub papers: Vec<Document>,
}

pub(crate) fn gather(office: &Office, input: ProofQuestion) -> Result<Proof> {
    let register = office.register();
    let posted = posted(office, input.letter)?;
    let dispatch = telling(register.dispatches(input.letter)?, input.dispatch)?;
    let file_sha256 = match register.content_read(&posted.issued.sha256) {
        Ok(mut file) => {
            let mut pdf = Vec::new();
            file.read_to_end(&mut pdf).map_err(RegisterError::from)?;
            Some(hash(&pdf))
        }
        Err(RegisterError::MissingFile(_)) => None,
        Err(error) => return Err(error.into()),
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
        .filter(|row| match subject_of(row.op) {
            JournalSubject::Letter => mentions(&row.payload, &own),
            JournalSubject::Dispatch => {
                mentions(&row.payload, &own)
                    || dispatch_id
                        .as_deref()
                        .is_some_and(|id| mentions(&row.payload, id))
            }
            JournalSubject::Paper => papers.iter().any(|d| mentions(&row.payload, &d.sha256)),
            JournalSubject::Nothing => false,
        })
        .map(|row| ProofJournalRow {
            seq: row.seq,
            at: row.at,
            actor: row.actor.0.clone(),
            op: row.op.as_str().to_owned(),
            hash: row.hash.clone(),
        })
        .collect();
    complaint::order::by_key(&mut journal, |row| row.seq);
    let complaint = &posted.case.contents.complaint;
    let facts = ProofFacts {
        issued: posted.issued.at,
        pages: posted.issued.pages,
        letter_address: crate::posting::dispatch::address_of(&posted.text),
        enclosures: posted.text.enclosures.clone(),
        sha256: posted.issued.sha256.clone(),
        file_sha256,
        journal_sha256,
        superseded: posted.letter.summary.state == LetterState::Superseded,
        card_name: letter::addressee(&complaint.fields.matter.complainant, posted.text.language),
        card_address: complaint.fields.matter.complainant.address.clone(),
        due: posted
            .text
            .kind
            .is_final()
            .then(|| crate::clock::terms::answer_due(&office.norms(), &posted.case))
            .flatten(),
        dispatch: dispatch.as_ref().map(|d| ProofDispatch {
            way: d.fields.way,
            sent_at: d.fields.sent_at,
            address: d.fields.address.clone(),
            envelope: envelope_of(&posted, d).map(|e| e.address),
            tracking: d.fields.tracking.clone(),
            tracking_problem: checked(&d.fields.tracking).problem,
            inventory: d.fields.inventory.clone(),
            events: d.events.clone(),
            papers: !papers.is_empty(),
        }),
    };
    Ok(Proof {
        posted,
        dispatch,
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
    let mut ids: Vec<DocumentId> = dispatch.fields.receipt.into_iter().collect();
    ids.extend(dispatch.events.iter().filter_map(|e| e.fields.document));
    let mut seen = Vec::new();
    for id in ids {
        if let Some(found) = posted.case.contents.documents.iter().find(|d| d.id == id)
            && !seen.contains(found)
        {
            seen.push(found.clone());
        }
    }
    seen
}

/// The envelope of a dispatch, where it went in one.
pub(crate) fn envelope_of(posted: &Posted, dispatch: &Dispatch) -> Option<Envelope> {
    if !dispatch.fields.way.needs_address() {
        return None;
    }
    let address = if dispatch.fields.address.is_empty() {
        crate::posting::dispatch::postal_address_of(posted, letter::NameInFull::Dative)
    } else {
        dispatch.fields.address.clone()
    };
    Some(Envelope {
        size: EnvelopeSize::C5,
        address,
        letter: named(posted),
        way: Some(dispatch.fields.way),
    })
}

pub(crate) fn titles(proof: &Proof) -> Vec<String> {
    let texts = texts(proof.posted.text.language);
    let mut out = vec![
        texts.proof_cover.to_owned(),
        (texts.proof_letter)(&proof.posted.issued.number),
    ];
    if let Some(dispatch) = &proof.dispatch {
        if !dispatch.fields.inventory.is_empty() {
            out.push(texts.proof_inventory.to_owned());
        }
        if envelope_of(&proof.posted, dispatch).is_some() {
            out.push(texts.proof_envelope.to_owned());
        }
    }
    out.extend(proof.papers.iter().map(|d| d.fields.name.clone()));
    out
}

/// What on a letter's way a change is about.
enum JournalSubject {
    Letter,
    Dispatch,
    /// A document that may show the way.
    Paper,
    Nothing,
}

fn subject_of(op: Op) -> JournalSubject {
    match op {
        Op::LetterIssue | Op::LetterSent => JournalSubject::Letter,
        Op::DispatchAdd
        | Op::DispatchEdit
        | Op::DispatchRemove
        | Op::DeliveryAdd
        | Op::DeliveryRemove => JournalSubject::Dispatch,
        Op::DocumentAdd => JournalSubject::Paper,
        Op::OfficeCreate
        | Op::ProfileSave
        | Op::OwnWordsChange
        | Op::ComplaintAdd
        | Op::ComplaintEdit
        | Op::ComplaintAcknowledge
        | Op::ComplaintClose
        | Op::ComplaintReopen
        | Op::ComplaintTrash
        | Op::ComplaintRestore
        | Op::PersonEdit
        | Op::DemandAdd
        | Op::DemandEdit
        | Op::DemandRemove
        | Op::DemandDecide
        | Op::AllegationAdd
        | Op::AllegationEdit
        | Op::AllegationRemove
        | Op::AllegationsOrder
        | Op::AllegationSplit
        | Op::AllegationsJoin
        | Op::DiaryAdd
        | Op::DiaryEdit
        | Op::DiaryRemove
        | Op::NoteAdd
        | Op::NoteEdit
        | Op::NoteRemove
        | Op::DocumentEdit
        | Op::DocumentTrash
        | Op::DocumentRestore
        | Op::TrashEmpty
        | Op::RetentionErase
        | Op::PersonErase
        | Op::ErasureUndoneKeep
        | Op::HoldPlace
        | Op::HoldEdit
        | Op::HoldLift
        | Op::DocumentsMend
        | Op::LetterDraftAdd
        | Op::LetterDraftSave
        | Op::LetterDraftDelete
        | Op::LetterSubmit
        | Op::LetterRecall
        | Op::LetterApprove
        | Op::LetterReturn
        | Op::LetterVoid
        | Op::LetterSupersede
        | Op::FormSave
        | Op::FormRemove
        | Op::FormUsed
        | Op::BranchChoose
        | Op::StepDone
        | Op::StepSkip
        | Op::StepReopen
        | Op::StepAssign
        | Op::StepAdd
        | Op::StepRemove
        | Op::ChecklistPut
        | Op::ChecklistRemove
        | Op::DocumentSeen
        | Op::ProcedureSave
        | Op::ProcedureReset
        | Op::ChecklistSave
        | Op::ChecklistRetire
        | Op::ChecklistRestore
        | Op::ClockAdd
        | Op::ClockEdit
        | Op::ClockRemove
        | Op::ClockEnd
        | Op::ClockReopen
        | Op::ClockPause
        | Op::ClockResume
        | Op::ClockPauseRemove
        | Op::ObstructionMade
        | Op::ProofMade
        | Op::RegimeKeep
        | Op::LossAccept
        | Op::ClockTrust
        | Op::PasswordSet
        | Op::PasswordChange
        | Op::PasswordRemove
        | Op::RecoveryKeyUsed
        | Op::RecoveryKeyRenew
        | Op::KeyringOn
        | Op::KeyringOff
        | Op::KeyringUsed
        | Op::QuestionAnswered
        | Op::TemplateKeep
        | Op::TemplateSave
        | Op::TemplateChoose
        | Op::TemplateRetire
        | Op::TemplateRestore
        | Op::NormSave
        | Op::NormReset
        | Op::NameFormKeep
        | Op::NameFormForget
        | Op::Undo => JournalSubject::Nothing,
    }
}
