//! A message of mail read into a draft.

use super::enclosed::{self, Enclosed};
use super::header::Head;
use super::mailbox;
use super::structure::{self, Survey};
use crate::charset;
use crate::draft::{CharsetReading, IntakeError, MailDraft, MailNotice};
use crate::facts::{self, Author, Envelope, Ours, Way};
use crate::gathered::Gathered;
use crate::limits::MAIL_LIMIT_BYTES;
use chrono::TimeDelta;
use std::borrow::Cow;

/// How a message is to be read.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReadAs<'r> {
    /// The office that reads it, so that its own words are told from a customer's.
    pub ours: Option<&'r Ours>,
    /// The charset that a person chose for the text, whatever is declared.
    pub charset: Option<&'r str>,
}

/// How many messages the bytes of a file hold, and the bytes of one of them, counted from 0: all there are, unless
/// the file is a mailbox with several.
pub fn one_message(bytes: &[u8], which: u32) -> (u32, Cow<'_, [u8]>) {
    let plain = mailbox::plain(bytes);
    let messages = mailbox::messages(&plain);
    let count = u32::try_from(messages.len()).unwrap_or(u32::MAX);
    let own = usize::try_from(which).ok().and_then(|at| messages.get(at));
    match own {
        Some(own) if count > 1 => (count, own.to_vec().into()),
        _ => (count, bytes.into()),
    }
}

/// Reads the bytes of an `.eml` file into a draft.
///
/// The text is the plain one where the message has it, else it is made from
/// HTML. Everything else becomes an attachment, enclosed messages included;
/// only the other form of the same text (the HTML beside the plain text) is
/// left to the original file, which the office keeps whole.
///
/// # Errors
/// [`IntakeError`] when there is nothing to make a draft from. A damaged
/// message is no error: what can be read is read, and a [`MailNotice`] says so.
pub fn read_mail(bytes: &[u8]) -> Result<MailDraft, IntakeError> {
    read_mail_as(bytes, &ReadAs::default())
}

/// As [`read_mail`], with what is known beforehand. Of a file with several messages the first is read; see
/// [`one_message`].
///
/// # Errors
/// As [`read_mail`].
pub fn read_mail_as(bytes: &[u8], how: &ReadAs<'_>) -> Result<MailDraft, IntakeError> {
    if bytes.len() > MAIL_LIMIT_BYTES {
        return Err(IntakeError::TooLarge {
            bytes: bytes.len(),
            limit: MAIL_LIMIT_BYTES,
        });
    }
    let bytes = mailbox::plain(bytes);
    let messages = mailbox::messages(&bytes);
    let message = messages
        .first()
        .map(|message| message.trim_ascii_start())
        .filter(|message| !message.is_empty())
        .ok_or(IntakeError::Empty)?;
    if !has_mail_header(message) {
        return Err(IntakeError::NotMail);
    }
    let mut survey = Survey::default();
    let root = structure::cut(message, &mut survey)?;
    let mut gathered = Gathered {
        charset: how.charset.map(str::to_owned),
        ..Gathered::default()
    };
    if survey.is_broken {
        gathered.notices.insert(MailNotice::BrokenStructure);
    }
    if messages.len() > 1 {
        gathered.notices.insert(MailNotice::SeveralMessages);
    }
    let found = gathered.part(&root);
    let mut text = gathered.text_of(found);
    let enclosed = enclosed::message(&mut gathered, &root, &text);
    if text.trim().is_empty() && enclosed.is_none() {
        let found = gathered.text_among_files(&root);
        text = gathered.text_of(found);
        if text.trim().is_empty() {
            gathered.notices.insert(MailNotice::NoText);
        }
    }
    let mut draft = draft(gathered, root.head, text, enclosed, how);
    draft.messages = u32::try_from(messages.len()).unwrap_or(u32::MAX);
    Ok(draft)
}

/// Whether the bytes begin with a header that has at least one field of mail.
fn has_mail_header(message: &[u8]) -> bool {
    const FIELDS: [&str; 16] = [
        "from",
        "to",
        "subject",
        "date",
        "message-id",
        "mime-version",
        "content-type",
        "received",
        "return-path",
        "delivered-to",
        "reply-to",
        "sender",
        "cc",
        "x-envelope-from",
        "x-mailer",
        "content-transfer-encoding",
    ];
    let (block, _) = structure::split_header(message);
    block
        .split(|b| *b == b'\n')
        .filter_map(structure::field_name)
        .any(|name| {
            FIELDS
                .iter()
                .any(|field| name.eq_ignore_ascii_case(field.as_bytes()))
        })
}

/// Clocks that differ by more than this are not both right.
const DIFFERENCE: TimeDelta = TimeDelta::hours(26);

fn draft(
    mut gathered: Gathered,
    head: Head,
    text: String,
    enclosed: Option<Enclosed>,
    how: &ReadAs<'_>,
) -> MailDraft {
    notice(&mut gathered, &head, &text);
    let mut kept = |text: String, cut: Option<String>| {
        if cut.is_some() {
            gathered.notices.insert(MailNotice::HeaderCut);
        }
        cut.unwrap_or(text)
    };
    let cut = complaint::cut_to_subject(&head.subject);
    let subject = kept(head.subject, cut);
    let mut short = |name: Option<String>| {
        name.map(|name| {
            let cut = complaint::cut_to_line(&name);
            kept(name, cut)
        })
    };
    let from_name = short(head.from_name);
    let sent = head.received.or(head.sent).map(|sent| sent.date_naive());
    let envelope = Envelope {
        subject: &subject,
        from_name: from_name.as_deref(),
        from_address: head.from_address.as_deref(),
        reply_to: head.reply_to.as_deref(),
        to: &head.to,
        ours: how.ours,
        sent,
    };
    let inner = enclosed.filter(|_| {
        !facts::asks_for_oneself(&text)
            || envelope.is_ours(envelope.from_address.unwrap_or_default())
    });
    let is_own = |head: &Head| {
        head.from_address.is_some() && head.from_address == envelope.from_address.map(str::to_owned)
    };
    let (facts, author) = match &inner {
        Some(inner) => {
            let of_letter = Envelope {
                subject: &inner.head.subject,
                from_name: inner.head.from_name.as_deref(),
                from_address: inner.head.from_address.as_deref(),
                reply_to: inner.head.reply_to.as_deref(),
                to: &inner.head.to,
                ours: how.ours,
                sent: inner.head.sent.map(|sent| sent.date_naive()).or(sent),
            };
            let (facts, deeper) = facts::read(&inner.text, &of_letter);
            let known = inner.head.from_name.is_some() || inner.head.from_address.is_some();
            let own = Author {
                name: inner.head.from_name.clone(),
                address: inner.head.from_address.clone(),
                sent: inner.head.sent.map(|sent| sent.date_naive()),
                way: Way::PassedOn,
            };
            let author = deeper.or_else(|| (known && !is_own(&inner.head)).then_some(own));
            (facts, author)
        }
        None => facts::read(&text, &envelope),
    };
    let text = match inner {
        Some(inner) if text.trim().is_empty() => inner.text,
        Some(inner) => format!("{}\n\n{}", text.trim_end(), inner.text),
        None => text,
    };
    let sent_by = author.as_ref().and_then(|_| {
        let said: Vec<&str> = [from_name.as_deref(), head.from_address.as_deref()]
            .into_iter()
            .flatten()
            .collect();
        (!said.is_empty()).then(|| said.join(", "))
    });
    let first_sent = author
        .as_ref()
        .filter(|author| author.way == Way::PassedOn)
        .and_then(|author| author.sent);
    let (from_name, from_address, reply_to) = match author {
        Some(author) => {
            gathered.notices.insert(match author.way {
                Way::PassedOn => MailNotice::PassedOn,
                Way::Form => MailNotice::FromForm,
            });
            (short_name(author.name), author.address, None)
        }
        None => (from_name, head.from_address, head.reply_to),
    };
    let mut facts = facts;
    if gathered.notices.contains(&MailNotice::Bounce) {
        // A server is nobody to answer.
        facts.name = None;
    }
    if from_name.is_none() && from_address.is_none() {
        gathered.notices.insert(MailNotice::NoSender);
    }
    let readings = gathered
        .doubtful
        .take()
        .map(|bytes| readings(&bytes))
        .unwrap_or_default();
    MailDraft {
        subject,
        from_name,
        from_address,
        sent_by,
        reply_to,
        to: head.to,
        sent: head.sent,
        received: head.received,
        first_sent,
        message_id: head.message_id,
        text,
        facts,
        attachments: gathered.attachments,
        notices: gathered.notices.into_iter().collect(),
        readings,
        messages: 1,
    }
}

fn short_name(name: Option<String>) -> Option<String> {
    name.map(|name| complaint::cut_to_line(&name).unwrap_or(name))
}

/// What the header tells of the message as a whole.
fn notice(gathered: &mut Gathered, head: &Head, text: &str) {
    let notices = &mut gathered.notices;
    if head.sent.is_none() && head.received.is_none() {
        notices.insert(MailNotice::NoSentDate);
    }
    if let (Some(sent), Some(received)) = (head.sent, head.received)
        && (sent - received).abs() > DIFFERENCE
    {
        notices.insert(MailNotice::ClocksDiffer);
    }
    if super::automatic::is_bounce(head, text) {
        notices.insert(MailNotice::Bounce);
    } else if super::automatic::is_reply(head, text) {
        notices.insert(MailNotice::AutoReply);
    }
    if head.media_type.as_deref() == Some("text/calendar") {
        notices.insert(MailNotice::Invitation);
    }
}

/// The beginning of a text in each of its readings.
fn readings(bytes: &[u8]) -> Vec<CharsetReading> {
    const SAMPLE: usize = 160;
    let head = &bytes[..bytes.len().min(4 * SAMPLE)];
    charset::readings(head)
        .into_iter()
        .map(|(charset, text)| CharsetReading {
            charset: charset.to_owned(),
            sample: charset::normalized(&text)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .chars()
                .take(SAMPLE)
                .collect(),
        })
        .collect()
}
