//! A message of mail read into a draft.

use super::header::Head;
use super::media_type::is_message;
use super::structure::{self, Content, Part, Survey};
use super::transfer;
use crate::charset;
use crate::draft::{IntakeError, MailDraft, MailNotice};
use crate::facts::{Envelope, facts_in};
use crate::gathered::Gathered;
use crate::limits::MAIL_LIMIT_BYTES;
use std::borrow::Cow;

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
    if bytes.len() > MAIL_LIMIT_BYTES {
        return Err(IntakeError::TooLarge {
            bytes: bytes.len(),
            limit: MAIL_LIMIT_BYTES,
        });
    }
    let bytes = plain_bytes(bytes);
    let message = bytes.trim_ascii_start();
    if message.is_empty() {
        return Err(IntakeError::Empty);
    }
    if !has_mail_header(message) {
        return Err(IntakeError::NotMail);
    }
    let mut survey = Survey::default();
    let root = structure::cut(message, &mut survey)?;
    let mut gathered = Gathered::default();
    if survey.is_broken {
        gathered.notices.insert(MailNotice::BrokenStructure);
    }
    let found = gathered.part(&root);
    let mut text = gathered.text_of(found);
    if text.trim().is_empty() {
        text = text_of_enclosed(&mut gathered, &root);
    }
    Ok(draft(gathered, root.head, text))
}

/// Some programs save a message as UTF-16; everything else is taken as it is.
fn plain_bytes(bytes: &[u8]) -> Cow<'_, [u8]> {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        charset::decode(bytes, None).text.into_bytes().into()
    } else {
        bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).into()
    }
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

/// A message that was forwarded as an attachment has its text in there.
fn text_of_enclosed(gathered: &mut Gathered, root: &Part<'_>) -> String {
    let mut enclosed = Vec::new();
    messages_in(root, &mut enclosed);
    for (raw, encoding) in enclosed {
        let content = transfer::decode(raw, encoding);
        let message = content.bytes.trim_ascii_start();
        let Ok(root) = structure::cut(message, &mut Survey::default()) else {
            continue;
        };
        let mut inner = Gathered::default();
        let found = inner.part(&root);
        let text = inner.text_of(found);
        if !text.trim().is_empty() {
            inner.notices.remove(&MailNotice::AttachmentDamaged);
            gathered.notices.append(&mut inner.notices);
            gathered.notices.insert(MailNotice::TextFromEnclosedMessage);
            return text;
        }
    }
    gathered.notices.insert(MailNotice::NoText);
    String::new()
}

fn draft(mut gathered: Gathered, head: Head, text: String) -> MailDraft {
    if head.sent.is_none() {
        gathered.notices.insert(MailNotice::NoSentDate);
    }
    if head.from_name.is_none() && head.from_address.is_none() {
        gathered.notices.insert(MailNotice::NoSender);
    }
    let mut kept = |text: String, cut: Option<String>| {
        if cut.is_some() {
            gathered.notices.insert(MailNotice::HeaderCut);
        }
        cut.unwrap_or(text)
    };
    let cut = complaint::cut_to_subject(&head.subject);
    let subject = kept(head.subject, cut);
    let from_name = head.from_name.map(|name| {
        let cut = complaint::cut_to_line(&name);
        kept(name, cut)
    });
    let facts = facts_in(
        &text,
        &Envelope {
            subject: &subject,
            from_name: from_name.as_deref(),
            from_address: head.from_address.as_deref(),
            sent: head.sent.map(|sent| sent.date_naive()),
        },
    );
    MailDraft {
        subject,
        from_name,
        from_address: head.from_address,
        reply_to: head.reply_to,
        to: head.to,
        sent: head.sent,
        message_id: head.message_id,
        text,
        facts,
        attachments: gathered.attachments,
        notices: gathered.notices.into_iter().collect(),
    }
}

/// The enclosed messages of a part, outermost only, in order.
fn messages_in<'p>(part: &'p Part<'_>, found: &mut Vec<(&'p [u8], &'p str)>) {
    match &part.content {
        Content::Parts(parts) => parts.iter().for_each(|part| messages_in(part, found)),
        Content::Own(raw) if is_message(&part.media_type) => found.push((raw, &part.head.encoding)),
        Content::Own(_) => {}
    }
}
