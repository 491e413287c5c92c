//! Pasted text read into a draft.

use super::chat;
use crate::charset::normalized;
use crate::draft::{IntakeError, MailDraft};
use crate::facts::{Envelope, facts_in};
use crate::gathered::Gathered;
use crate::limits::MAIL_LIMIT_BYTES;
use chrono::{NaiveDate, NaiveDateTime};
use std::borrow::Cow;

/// When the first message of a pasted chat came, by the clock of whoever copied it. None of a text that is no
/// chat, and of a chat that says no day.
pub fn chat_began(text: &str) -> Option<NaiveDateTime> {
    chat::first_speaker(normalized(text).trim())?.began
}

/// Reads pasted text: a letter, or a chat copied out of a messenger. Days
/// without a year are understood from `received`.
///
/// # Errors
/// [`IntakeError::Empty`] for blank text, [`IntakeError::TooLarge`] past
/// [`MAIL_LIMIT_BYTES`].
pub fn read_text(text: &str, received: Option<NaiveDate>) -> Result<MailDraft, IntakeError> {
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
    let (words, speaker) = match chat::first_speaker(&text) {
        Some(chat) => (Cow::Owned(chat.words), Some(chat.name)),
        None => (Cow::Borrowed(&*text), None),
    };
    let facts = facts_in(
        &words,
        &Envelope {
            from_name: speaker.as_deref(),
            sent: received,
            ..Envelope::default()
        },
    );
    // A chat begins with a day and a name, which are no subject.
    let subject = match &speaker {
        Some(_) => complaint::subject_from(&words),
        None => String::new(),
    };
    Ok(MailDraft {
        subject,
        from_name: speaker,
        from_address: None,
        reply_to: None,
        to: Vec::new(),
        sent: None,
        message_id: None,
        facts,
        text,
        attachments: gathered.attachments,
        notices: gathered.notices.into_iter().collect(),
    })
}
