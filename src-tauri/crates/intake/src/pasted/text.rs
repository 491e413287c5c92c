//! Pasted text read into a draft.

use super::chat;
use crate::charset::normalized;
use crate::draft::{IntakeError, MailDraft};
use crate::facts::{self, Envelope, Ours};
use crate::gathered::Gathered;
use crate::limits::MAIL_LIMIT_BYTES;
use chrono::{NaiveDate, NaiveDateTime};
use std::borrow::Cow;

/// When the first message of whoever complains in a pasted chat came, by the clock of whoever copied it. None of a
/// text that is no chat, and of a chat that says no day.
pub fn chat_began(text: &str, ours: Option<&Ours>) -> Option<NaiveDateTime> {
    chat::complaining(normalized(text).trim(), ours)?.began
}

/// Reads pasted text: a letter, or a chat copied out of a messenger. Days
/// without a year are understood from `received`.
///
/// # Errors
/// [`IntakeError::Empty`] for blank text, [`IntakeError::TooLarge`] past
/// [`MAIL_LIMIT_BYTES`].
pub fn read_text(
    text: &str,
    received: Option<NaiveDate>,
    ours: Option<&Ours>,
) -> Result<MailDraft, IntakeError> {
    if text.len() > MAIL_LIMIT_BYTES {
        return Err(IntakeError::TooLarge {
            bytes: text.len(),
            limit: MAIL_LIMIT_BYTES,
        });
    }
    let mut gathered = Gathered::default();
    let text = normalized(text).trim().to_owned();
    if text.is_empty() {
        return Err(IntakeError::Empty);
    }
    let text = gathered.shown(text);
    let (words, speaker, phone) = match chat::complaining(&text, ours) {
        Some(chat) => (Cow::Owned(chat.words), chat.name, chat.phone),
        None => (Cow::Borrowed(&*text), None, None),
    };
    let is_chat = matches!(words, Cow::Owned(_));
    let (mut facts, author) = facts::read(
        &words,
        &Envelope {
            from_name: speaker.as_deref(),
            ours,
            sent: received,
            ..Envelope::default()
        },
    );
    // A chat begins with a day and a name, which are no subject.
    let subject = if is_chat {
        complaint::subject_from(&words)
    } else {
        String::new()
    };
    for said in phone
        .map(|phone| facts::phones_written(&phone))
        .into_iter()
        .flatten()
        .rev()
    {
        if let Some(at) = facts.phones.iter().position(|phone| *phone == said.0) {
            facts.phones.remove(at);
            facts.phones_written.remove(at);
        }
        facts.phones.insert(0, said.0);
        facts.phones_written.insert(0, said.1);
    }
    let (name, address) = match author {
        Some(author) => (author.name, author.address),
        None => (speaker, None),
    };
    Ok(MailDraft {
        subject,
        from_name: name,
        from_address: address,
        reply_to: None,
        to: Vec::new(),
        sent_by: None,
        sent: None,
        received: None,
        first_sent: None,
        message_id: None,
        facts,
        text,
        attachments: gathered.attachments,
        notices: gathered.notices.into_iter().collect(),
        readings: Vec::new(),
        messages: 1,
    })
}
