//! Mail and pasted text: read into a draft to confirm, then taken in with its
//! attachments.

use crate::case::list::DuplicateQuestion;
use crate::case::registration::take_in;
use crate::case::values::{Added, NewComplaint, NewDemand};
use crate::document::incoming::{Enclosed, IncomingFile, stored};
use crate::error::Result;
use crate::office::Office;
use crate::texts::{Texts, texts};
use chrono::{DateTime, FixedOffset, TimeDelta};
use complaint::{
    Channel, Complainant, ComplaintFields, ComplaintRow, DemandFields, DemandKind, DocumentFields,
    Matter, PartyKind, Provenance, Side,
};
use intake::{CharsetReading, Facts, MailDraft, MailNotice, Ours, ReadAs};
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
    /// The name of whoever wrote the letter, as the message gives it.
    pub from_name: String,
    /// Who passed the letter on, or the program of the form; empty where nobody did.
    pub sent_by: String,
    pub sent: Option<DateTime<FixedOffset>>,
    /// Every time at which it may have been received, the one proposed among them; none where there is no doubt.
    pub receipts: Vec<Receipt>,
    /// How the text reads in other charsets, where its own is in doubt.
    pub readings: Vec<CharsetReading>,
    /// How many messages the file holds, and which of them this is, from 0.
    pub messages: u32,
    pub message: u32,
    /// Complaints that this very message was taken in as.
    pub taken: Vec<ComplaintRow>,
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

/// A time at which a message may have been received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Receipt {
    pub at: DateTime<FixedOffset>,
    pub by: ReceiptBy,
}

/// Whose clock says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptBy {
    /// The last server on the way, which is the office's own as a rule.
    Server,
    /// The sender's computer.
    Sender,
    /// The head of the letter that was passed on.
    FirstLetter,
    /// It is taken in at this moment.
    Now,
}

/// Which message of a file is read, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailReading {
    /// Which message of a mailbox, from 0.
    pub message: u32,
    /// The charset that a person chose for the text.
    pub charset: Option<String>,
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
    mail_propose_as(office, by, bytes, &MailReading::default())
}

/// As [`mail_propose`], of one message of several, or read as a person said.
///
/// # Errors
/// As [`mail_propose`].
pub fn mail_propose_as(
    office: &Office,
    by: &By,
    bytes: &[u8],
    how: &MailReading,
) -> Result<MailProposal> {
    let (messages, bytes) = intake::one_message(bytes, how.message);
    let bytes = bytes.as_ref();
    let ours = ours(office)?;
    let reading = ReadAs {
        ours: Some(&ours),
        charset: how.charset.as_deref(),
    };
    let mail = intake::read_mail_as(bytes, &reading)?;
    let sha256 = crate::document::content::hash(bytes);
    let taken = taken(office, &mail, &sha256)?;
    let language = office.register().profile()?.language;
    let (received, receipts) = receipts(&mail, by);
    let draft = draft_of(&mail, texts(language), by, received);
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
        sha256,
        from_address: mail.from_address.unwrap_or_default(),
        from_name: mail.from_name.unwrap_or_default(),
        sent_by: mail.sent_by.unwrap_or_default(),
        sent: mail.sent.map(|sent| sent.with_timezone(by.now.offset())),
        receipts,
        readings: mail.readings,
        messages,
        message: how.message,
        taken,
        phones: mail.facts.phones_written,
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
    mail_take_with(office, by, bytes, 0, complaint, attachments, beside)
}

/// As [`mail_take`], of one message of several, with files that came beside it.
///
/// # Errors
/// As [`mail_take`], and those of [`crate::document::documents::documents_add`].
pub fn mail_take_with<R: Read>(
    office: &Office,
    by: &By,
    bytes: &[u8],
    message: u32,
    complaint: NewComplaint,
    attachments: &[u32],
    beside: Vec<IncomingFile<R>>,
) -> Result<Added> {
    let (_, bytes) = intake::one_message(bytes, message);
    let bytes = bytes.as_ref();
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
    let ours = ours(office)?;
    let read = intake::read_text(&input.text, Some(by.now.date_naive()), Some(&ours))?;
    let facts = read.facts;
    let name = facts.name.clone().unwrap_or_default();
    // A chat says when it began; a day in the future is another clock's, as with mail.
    let received_at = intake::chat_began(&input.text, Some(&ours))
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

/// The office by its names and addresses of mail.
fn ours(office: &Office) -> Result<Ours> {
    let profile = office.register().profile()?;
    let requisites = &profile.requisites;
    let names = [
        profile.name.clone(),
        requisites.name.clone(),
        requisites.signatory.name.clone(),
    ];
    let addresses = requisites.email.iter().cloned();
    Ok(Ours {
        names: names
            .into_iter()
            .filter(|name| !name.trim().is_empty())
            .collect(),
        addresses: addresses.filter(|address| address.contains('@')).collect(),
    })
}

/// Complaints that this message was taken in as: the same bytes, or the same number of the message
/// (RFC 5322, 3.6.4) under the same time.
fn taken(office: &Office, mail: &MailDraft, sha256: &str) -> Result<Vec<ComplaintRow>> {
    let register = office.register();
    let same_id = |kept: &str| -> bool {
        let whole = register.content_whole(kept);
        let read = whole.ok().and_then(|bytes| intake::read_mail(&bytes).ok());
        read.is_some_and(|read| read.message_id.is_some() && read.message_id == mail.message_id)
    };
    Ok(register.message_kept(sha256, mail.sent, &same_id)?)
}

/// A clock of the sender is asked about when it is further back than this.
const OLD: TimeDelta = TimeDelta::days(31);
/// Nobody sends a letter for longer than this.
const TOO_OLD: TimeDelta = TimeDelta::days(366);

/// When a message was received, and every time that it may have been, where there is more than one. The office's own
/// server counts first; the sender's clock only where no server says anything, and no time that is still to come.
fn receipts(mail: &MailDraft, by: &By) -> (DateTime<FixedOffset>, Vec<Receipt>) {
    let here = |at: DateTime<FixedOffset>| at.with_timezone(by.now.offset());
    let known = |at: Option<DateTime<FixedOffset>>| at.filter(|at| *at <= by.now).map(here);
    let server = known(mail.received);
    let sender = known(mail.sent);
    let first = mail
        .first_sent
        .and_then(|day| day.and_hms_opt(12, 0, 0))
        .and_then(|noon| noon.and_local_timezone(*by.now.offset()).single())
        .filter(|at| *at <= by.now);
    let received = server
        .or(sender.filter(|sent| by.now - *sent <= TOO_OLD))
        .unwrap_or(by.now);
    let in_doubt = match server {
        Some(_) => mail.notices.contains(&MailNotice::ClocksDiffer),
        None => mail
            .sent
            .is_none_or(|sent| sent > by.now || by.now - sent > OLD),
    };
    let mut others = Vec::new();
    let mut offer = |at: Option<DateTime<FixedOffset>>, by: ReceiptBy| {
        if let Some(at) = at
            && at.date_naive() != received.date_naive()
        {
            others.push(Receipt { at, by });
        }
    };
    offer(first, ReceiptBy::FirstLetter);
    if in_doubt {
        offer(sender, ReceiptBy::Sender);
        offer(server, ReceiptBy::Server);
        offer(Some(by.now), ReceiptBy::Now);
    }
    // Whoever took another time finds the way back to this one.
    if !others.is_empty() {
        let by = if server.is_some() {
            ReceiptBy::Server
        } else if sender == Some(received) {
            ReceiptBy::Sender
        } else {
            ReceiptBy::Now
        };
        others.push(Receipt { at: received, by });
    }
    (received, others)
}

/// The draft of a complaint that a message proposes.
fn draft_of(
    mail: &MailDraft,
    texts: &Texts,
    by: &By,
    received_at: DateTime<FixedOffset>,
) -> NewComplaint {
    let is_bounce = mail.notices.contains(&MailNotice::Bounce);
    let address = mail
        .reply_to
        .as_ref()
        .or(mail.from_address.as_ref())
        .cloned()
        // What is longer than a line is no address.
        .filter(|address| complaint::cut_to_line(address).is_none() && !is_bounce)
        .unwrap_or_default();
    let name = mail
        .facts
        .name
        .clone()
        .or_else(|| mail.from_name.clone().filter(|_| !is_bounce))
        .unwrap_or_default();
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
                    phone: facts.phones_written.first().cloned().unwrap_or_default(),
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
        terms: Vec::new(),
    }
}
