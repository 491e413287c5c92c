//! Mail and pasted text: read into a draft to confirm, then taken in with its
//! attachments.

use crate::case::list::DuplicateQuestion;
use crate::case::registration::take_in;
use crate::case::values::{Added, NewComplaint, NewDemand};
use crate::document::incoming::{Enclosed, IncomingFile, stored};
use crate::error::Result;
use crate::office::Office;
use crate::texts::{Texts, texts};
use chrono::{DateTime, FixedOffset};
use complaint::{
    Channel, Complainant, ComplaintFields, ComplaintRow, DemandFields, DemandKind, DocumentFields,
    Matter, PartyKind, Provenance, Side,
};
use intake::{Facts, MailDraft, MailNotice};
use register::{By, NewDocument};
use russian::name::{is_organisation, is_sole_trader};
use serde::{Deserialize, Serialize};
use std::io::Read;
use std::ops::ControlFlow;
use ts_rs::TS;

/// A message read into a draft for the user to confirm.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MailProposal {
    /// SHA-256 of the message's bytes, by which it is known again when it is handed over anew.
    pub sha256: String,
    pub from_address: String,
    /// The sender's name as the message gives it.
    pub from_name: String,
    pub sent: Option<DateTime<FixedOffset>>,
    /// The form, filled in as far as the message allows.
    pub draft: NewComplaint,
    /// Attachments, each to be taken or left.
    pub attachments: Vec<AttachmentOffer>,
    /// What was odd about the message.
    pub notices: Vec<MailNotice>,
    /// Phones found in the text.
    pub phones: Vec<String>,
    /// Complaints in the register that look like the same one.
    pub duplicates: Vec<ComplaintRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttachmentOffer {
    /// Its place in the message, from 0.
    pub index: u32,
    /// Its name, made harmless.
    pub name: String,
    pub media_type: String,
    #[ts(type = "number")]
    pub bytes: u64,
    /// SHA-256 of the content, lower-case hexadecimal.
    pub sha256: String,
}

/// Words pasted from a chat or a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PastedText {
    pub text: String,
}

/// Reads a message into a draft of a complaint. Nothing is kept yet, nothing is
/// fetched, nothing is executed.
///
/// # Errors
/// [`crate::error::OfficeError::Intake`] when the bytes are no message.
pub fn mail_propose(office: &Office, by: &By, bytes: &[u8]) -> Result<MailProposal> {
    let mail = intake::read_mail(bytes)?;
    let language = office.register().profile()?.language;
    let draft = draft_of(&mail, texts(language), by);
    let duplicates = crate::case::list::duplicates(
        office,
        by,
        DuplicateQuestion {
            name: draft.fields.matter.complainant.name.clone(),
            email: draft.fields.matter.complainant.email.clone(),
            phone: draft.fields.matter.complainant.phone.clone(),
            order: draft.fields.matter.order.clone(),
            subject: draft.fields.matter.subject.clone(),
        },
    )?;
    let attachments = mail
        .attachments
        .iter()
        .zip(0..)
        .map(|(file, index)| AttachmentOffer {
            index,
            name: file.name.clone(),
            media_type: file.media_type.clone(),
            bytes: file.bytes.len() as u64,
            sha256: file.sha256.clone(),
        })
        .collect();
    Ok(MailProposal {
        sha256: crate::document::content::hash(bytes),
        from_address: mail.from_address.unwrap_or_default(),
        from_name: mail.from_name.unwrap_or_default(),
        sent: mail.sent,
        phones: mail.facts.phones,
        draft,
        attachments,
        notices: mail.notices,
        duplicates,
    })
}

/// Takes a message in as confirmed: the complaint, the chosen attachments and
/// the message itself, all of it in one change. The contents are stored before
/// the number is given, so that a full disk leaves no half complaint.
///
/// # Errors
/// As [`mail_propose`] and [`crate::case::registration::complaint_add`].
pub fn mail_take(
    office: &Office,
    by: &By,
    bytes: &[u8],
    complaint: NewComplaint,
    attachments: &[u32],
) -> Result<Added> {
    let beside: Vec<IncomingFile<std::io::Empty>> = Vec::new();
    mail_take_with(office, by, bytes, complaint, attachments, beside)
}

/// As [`mail_take`], with files that came beside the message.
///
/// # Errors
/// As [`mail_take`], and those of [`crate::document::documents::documents_add`].
pub fn mail_take_with<R: Read>(
    office: &Office,
    by: &By,
    bytes: &[u8],
    complaint: NewComplaint,
    attachments: &[u32],
    beside: Vec<IncomingFile<R>>,
) -> Result<Added> {
    let mail = intake::read_mail(bytes)?;
    let register = office.register();
    let texts = texts(register.profile()?.language);
    let enclosed = |name: String, media_type: String, source: &str| NewDocument {
        fields: DocumentFields {
            name,
            file_time: mail.sent,
            provenance: Provenance {
                side: Side::Complainant,
                source: source.to_owned(),
            },
        },
        media_type: Some(media_type),
    };
    let mut files: Vec<Enclosed> = Vec::new();
    let chosen = mail
        .attachments
        .iter()
        .zip(0u32..)
        .filter(|(_, n)| attachments.contains(n));
    for (file, _) in chosen {
        let stored =
            register.document_store(file.bytes.as_slice(), &|_| ControlFlow::Continue(()))?;
        let document = enclosed(file.name.clone(), file.media_type.clone(), texts.attached);
        files.push((document, stored));
    }
    let itself = register.document_store(bytes, &|_| ControlFlow::Continue(()))?;
    let name = format!(
        "{}.eml",
        if mail.subject.is_empty() {
            texts.message_file
        } else {
            &mail.subject
        }
    );
    let name = complaint::safe_file_name(&name);
    let message = enclosed(name, "message/rfc822".to_owned(), texts.message);
    files.push((message, itself));
    files.extend(stored(office, beside, &|_, _| ControlFlow::Continue(()))?);
    take_in(office, by, complaint, &files)
}

/// Reads pasted words into a draft of a complaint.
///
/// # Errors
/// [`crate::error::OfficeError::Intake`] when the text is empty or too long.
pub fn text_read(office: &Office, by: &By, input: PastedText) -> Result<NewComplaint> {
    let read = intake::read_text(&input.text, Some(by.now.date_naive()))?;
    let facts = read.facts;
    let name = facts.name.clone().unwrap_or_default();
    // A chat says when it began; a day in the future is another clock's, as with mail.
    let received_at = intake::chat_began(&input.text)
        .and_then(|began| began.and_local_timezone(*by.now.offset()).single())
        .filter(|began| *began <= by.now)
        .unwrap_or(by.now);
    let mut draft = draft_from(
        &facts,
        Channel::Messenger,
        received_at,
        read.subject,
        input.text,
        name,
        String::new(),
    );
    if received_at.date_naive() < by.now.date_naive() {
        let texts = texts(office.register().profile()?.language);
        draft.fields.backdating_reason = Some(texts.received_by_chat.to_owned());
    }
    Ok(draft)
}

/// The draft of a complaint that a message proposes.
fn draft_of(mail: &MailDraft, texts: &Texts, by: &By) -> NewComplaint {
    let address = mail
        .reply_to
        .as_ref()
        .or(mail.from_address.as_ref())
        .cloned()
        // What is longer than a line is no address.
        .filter(|address| complaint::cut_to_line(address).is_none())
        .unwrap_or_default();
    let name = mail
        .facts
        .name
        .clone()
        .or_else(|| mail.from_name.clone())
        .unwrap_or_default();
    // A date in the future is the sender's wrong clock, not a time of receipt.
    let received_at = mail
        .sent
        .filter(|sent| *sent <= by.now)
        .map_or(by.now, |sent| sent.with_timezone(by.now.offset()));
    let mut draft = draft_from(
        &mail.facts,
        Channel::Email,
        received_at,
        mail.subject.clone(),
        mail.text.clone(),
        name,
        address,
    );
    if received_at.date_naive() < by.now.date_naive() {
        draft.fields.backdating_reason = Some(texts.received_by_mail.to_owned());
    }
    draft
}

fn draft_from(
    facts: &Facts,
    channel: Channel,
    received_at: DateTime<FixedOffset>,
    subject: String,
    text: String,
    name: String,
    email: String,
) -> NewComplaint {
    let mut amounts = facts.amounts.iter().copied();
    let price = facts.amounts.first().copied();
    let demands = facts
        .demands
        .iter()
        .map(|&kind| NewDemand {
            fields: DemandFields {
                kind,
                detail: String::new(),
                amount: if kind.asks_money() && kind != DemandKind::Penalty {
                    amounts.next()
                } else {
                    None
                },
            },
            made_on: None,
        })
        .collect();
    let organisation = is_organisation(&name) || is_sole_trader(&name);
    NewComplaint {
        id: None,
        fields: ComplaintFields {
            matter: Matter {
                kind: facts.kind,
                regime: facts.regime,
                channel,
                complainant: Complainant {
                    kind: if organisation {
                        PartyKind::Organisation
                    } else {
                        PartyKind::Person
                    },
                    name,
                    email,
                    phone: facts.phones.first().cloned().unwrap_or_default(),
                    ..Complainant::default()
                },
                subject,
                order: facts.order.clone().unwrap_or_default(),
                price,
                ..Matter::default()
            },
            text,
            ..ComplaintFields::received(received_at)
        },
        person_id: None,
        demands,
    }
}
