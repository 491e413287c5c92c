//! A message taken apart: which part is its text, and which are attachments.

use crate::charset::{self, tidy};
use crate::draft::{Attachment, IntakeError, MailDraft, Notice};
use crate::facts::{Envelope, facts_in};
use crate::file_name::safe_file_name;
use crate::headers::{self, Head};
use crate::html;
use crate::parts::{self, Content, Part, Survey};
use crate::{chat, transfer};
use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The largest message that is read, in bytes. Mail servers stop at a third of
/// it, so a larger file is another sort of file.
pub const MAIL_LIMIT_BYTES: usize = 150 * 1024 * 1024;

/// The longest text that a draft shows, in bytes. A longer one is kept whole
/// as an attachment.
const TEXT_LIMIT_BYTES: usize = 2 * 1024 * 1024;

/// Reads the bytes of an `.eml` file into a draft.
///
/// The text is the plain one where the message has it, else it is made from
/// HTML. Everything else becomes an attachment, enclosed messages included;
/// only the other form of the same text (the HTML beside the plain text) is
/// left to the original file, which the office keeps whole.
///
/// # Errors
/// [`IntakeError`] when there is nothing to make a draft from. A damaged
/// message is no error: what can be read is read, and a [`Notice`] says so.
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
    let root = parts::cut(message, &mut survey)?;
    let mut reading = Reading::default();
    if survey.is_broken {
        reading.notices.insert(Notice::BrokenStructure);
    }
    let found = reading.part(&root);
    let mut text = reading.text_of(found);
    if text.trim().is_empty() {
        text = reading.text_of_enclosed(&root);
    }
    Ok(reading.into_draft(root.head, text))
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
    let mut reading = Reading::default();
    let text = tidy(text).trim().to_owned();
    if text.is_empty() {
        return Err(IntakeError::Empty);
    }
    let text = reading.shown(text);
    let (own_words, speaker) = match chat::first_speaker(&text) {
        Some(chat) => (Cow::Owned(chat.words), Some(chat.name)),
        None => (Cow::Borrowed(&*text), None),
    };
    let facts = facts_in(
        &own_words,
        &Envelope {
            from_name: speaker.as_deref(),
            sent: received,
            ..Envelope::default()
        },
    );
    Ok(MailDraft {
        subject: String::new(),
        from_name: speaker,
        from_address: None,
        reply_to: None,
        to: Vec::new(),
        sent: None,
        message_id: None,
        facts,
        text,
        attachments: reading.attachments,
        notices: reading.notices.into_iter().collect(),
    })
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
    let (block, _) = parts::split_header(message);
    block
        .split(|b| *b == b'\n')
        .filter_map(parts::field_name)
        .any(|name| {
            FIELDS
                .iter()
                .any(|field| name.eq_ignore_ascii_case(field.as_bytes()))
        })
}

/// A stretch of text found in the message, and what it was made from.
struct Stretch {
    text: String,
    is_html: bool,
}

/// What the reading has gathered so far.
#[derive(Default)]
struct Reading {
    attachments: Vec<Attachment>,
    notices: BTreeSet<Notice>,
}

impl Reading {
    /// Takes a part: its text is returned, its attachments are gathered.
    fn part(&mut self, part: &Part<'_>) -> Vec<Stretch> {
        match &part.content {
            Content::Parts(parts) => match part.media_type.as_str() {
                "multipart/alternative" => self.alternative(parts),
                "multipart/related" => self.related(parts),
                kind => {
                    if kind == "multipart/encrypted" {
                        self.notices.insert(Notice::Encrypted);
                    }
                    parts.iter().flat_map(|part| self.part(part)).collect()
                }
            },
            Content::Own(raw) => {
                let shown = !part.head.is_attachment && part.head.file_name.is_none();
                match part.media_type.as_str() {
                    "text/plain" if shown => vec![self.plain(part, raw)],
                    "text/html" if shown => vec![self.page(part, raw)],
                    _ => {
                        self.attach(part, raw);
                        Vec::new()
                    }
                }
            }
        }
    }

    /// Of several forms of the same text the plain one is chosen, unless it is
    /// a stub such as «your program can't show this message».
    fn alternative(&mut self, parts: &[Part<'_>]) -> Vec<Stretch> {
        let mut forms: Vec<Vec<Stretch>> = Vec::new();
        let mut has_plain = false;
        for part in parts {
            let is_plain_leaf =
                matches!(part.content, Content::Own(_)) && part.media_type == "text/plain";
            if let (true, true, Content::Own(raw)) = (is_plain_leaf, has_plain, &part.content) {
                // A second plain form is no form of the first one.
                self.attach(part, raw);
                continue;
            }
            has_plain |= is_plain_leaf;
            forms.push(self.part(part));
        }
        let length = |form: &[Stretch]| -> usize { form.iter().map(|s| s.text.trim().len()).sum() };
        let longest = forms.iter().map(|form| length(form)).max().unwrap_or(0);
        let is_plain = |form: &[Stretch]| form.iter().all(|stretch| !stretch.is_html);
        let chosen = forms
            .iter()
            .position(|form| {
                let own = length(form);
                own > 0 && is_plain(form) && (own * 5 >= longest || longest < 1000)
            })
            .or_else(|| forms.iter().position(|form| length(form) == longest));
        chosen.map(|at| forms.swap_remove(at)).unwrap_or_default()
    }

    /// The first part that has text is the root; the others belong to it and
    /// are kept as attachments, pictures of the page included.
    fn related(&mut self, parts: &[Part<'_>]) -> Vec<Stretch> {
        let mut root = Vec::new();
        for part in parts {
            match &part.content {
                Content::Own(raw) if !root.is_empty() => self.attach(part, raw),
                _ => root.extend(self.part(part)),
            }
        }
        root
    }

    fn plain(&mut self, part: &Part<'_>, raw: &[u8]) -> Stretch {
        let text = self.decoded(part, raw);
        let text = if part.head.is_flowed {
            unflowed(&text, part.head.deletes_space)
        } else {
            text
        };
        Stretch {
            text,
            is_html: false,
        }
    }

    fn page(&mut self, part: &Part<'_>, raw: &[u8]) -> Stretch {
        let text = self.decoded(part, raw);
        Stretch {
            text: tidy(&html::to_text(&text)),
            is_html: true,
        }
    }

    fn decoded(&mut self, part: &Part<'_>, raw: &[u8]) -> String {
        let content = transfer::decode(raw, &part.head.encoding);
        if content.damaged {
            self.notices.insert(Notice::TextDamaged);
        }
        let read = charset::decode(&content.bytes, part.head.charset.as_deref());
        if read.guessed {
            self.notices.insert(Notice::CharsetGuessed);
        }
        if read.damaged {
            self.notices.insert(Notice::TextDamaged);
        }
        tidy(&read.text)
    }

    fn attach(&mut self, part: &Part<'_>, raw: &[u8]) {
        // Whole messages inside are not to be encoded, and mostly are not.
        let content = transfer::decode(raw, &part.head.encoding);
        if content.damaged {
            self.notices.insert(Notice::AttachmentDamaged);
        }
        if part.head.is_sealed {
            self.notices.insert(Notice::Encrypted);
        }
        let is_text = part.media_type.starts_with("text/");
        if is_text && content.bytes.is_empty() && part.head.file_name.is_none() {
            // A text of nothing, with no name, is a slip of the sender's program.
            return;
        }
        let name = self.name_for(part, &content.bytes);
        self.keep(
            name,
            part.head.file_name.clone(),
            part.media_type.clone(),
            content.bytes.into_owned(),
        );
    }

    fn keep(
        &mut self,
        name: String,
        original_name: Option<String>,
        media_type: String,
        bytes: Vec<u8>,
    ) {
        let mut sha256 = String::with_capacity(64);
        for byte in Sha256::digest(&bytes) {
            // Writing into a string can't fail.
            let _ = write!(sha256, "{byte:02x}");
        }
        self.attachments.push(Attachment {
            name,
            original_name,
            media_type,
            bytes,
            sha256,
        });
    }

    fn name_for(&self, part: &Part<'_>, content: &[u8]) -> String {
        if let Some(name) = &part.head.file_name {
            return safe_file_name(name);
        }
        if is_message(&part.media_type) {
            let (block, _) = parts::split_header(content.trim_ascii_start());
            let subject = headers::read(block).subject;
            if !subject.is_empty() {
                // The subject is no path: its slashes are part of the words.
                return safe_file_name(&format!("{}.eml", subject.replace(['/', '\\'], "_")));
            }
        }
        let number = self.attachments.len() + 1;
        format!("attachment-{number}.{}", extension(&part.media_type))
    }

    fn text_of(&mut self, stretches: Vec<Stretch>) -> String {
        let mut text = String::new();
        let mut has_html = false;
        for stretch in &stretches {
            let words = stretch.text.trim_end();
            if words.trim().is_empty() {
                continue;
            }
            has_html |= stretch.is_html;
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            text.push_str(words);
        }
        if has_html {
            self.notices.insert(Notice::TextFromHtml);
        }
        self.shown(text.trim_start_matches('\n').to_owned())
    }

    /// A message that was forwarded as an attachment has its text in there.
    fn text_of_enclosed(&mut self, root: &Part<'_>) -> String {
        let mut enclosed = Vec::new();
        messages_in(root, &mut enclosed);
        for (raw, encoding) in enclosed {
            let content = transfer::decode(raw, encoding);
            let message = content.bytes.trim_ascii_start();
            let Ok(inner) = parts::cut(message, &mut Survey::default()) else {
                continue;
            };
            let mut reading = Self::default();
            let found = reading.part(&inner);
            let text = reading.text_of(found);
            if !text.trim().is_empty() {
                reading.notices.remove(&Notice::AttachmentDamaged);
                self.notices.append(&mut reading.notices);
                self.notices.insert(Notice::TextFromEnclosedMessage);
                return text;
            }
        }
        self.notices.insert(Notice::NoText);
        String::new()
    }

    /// The text that a draft shows; a longer one is kept whole beside it.
    fn shown(&mut self, text: String) -> String {
        if text.len() <= TEXT_LIMIT_BYTES {
            return text;
        }
        let cut = text.floor_char_boundary(TEXT_LIMIT_BYTES);
        let shown = text[..cut].to_owned();
        self.notices.insert(Notice::TextCut);
        self.keep(
            "text.txt".to_owned(),
            None,
            "text/plain".to_owned(),
            text.into_bytes(),
        );
        shown
    }

    fn into_draft(mut self, head: Head, text: String) -> MailDraft {
        if head.sent.is_none() {
            self.notices.insert(Notice::NoSentDate);
        }
        if head.from_name.is_none() && head.from_address.is_none() {
            self.notices.insert(Notice::NoSender);
        }
        let facts = facts_in(
            &text,
            &Envelope {
                subject: &head.subject,
                from_name: head.from_name.as_deref(),
                from_address: head.from_address.as_deref(),
                sent: head.sent.map(|sent| sent.date_naive()),
            },
        );
        MailDraft {
            subject: head.subject,
            from_name: head.from_name,
            from_address: head.from_address,
            reply_to: head.reply_to,
            to: head.to,
            sent: head.sent,
            message_id: head.message_id,
            text,
            facts,
            attachments: self.attachments,
            notices: self.notices.into_iter().collect(),
        }
    }
}

fn is_message(media_type: &str) -> bool {
    matches!(
        media_type,
        "message/rfc822" | "message/global" | "message/news"
    )
}

/// The enclosed messages of a part, outermost only, in order.
fn messages_in<'p>(part: &'p Part<'_>, found: &mut Vec<(&'p [u8], &'p str)>) {
    match &part.content {
        Content::Parts(parts) => parts.iter().for_each(|part| messages_in(part, found)),
        Content::Own(raw) if is_message(&part.media_type) => found.push((raw, &part.head.encoding)),
        Content::Own(_) => {}
    }
}

/// Joins the lines of `format=flowed` text (RFC 3676) that were broken only for
/// the way. Quotations are joined within their own depth; the signature mark
/// stands.
fn unflowed(text: &str, deletes_space: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open: Option<usize> = None;
    for line in text.lines() {
        let depth = line.bytes().take_while(|b| *b == b'>').count();
        let content = &line[depth..];
        let content = content.strip_prefix(' ').unwrap_or(content);
        if open != Some(depth) || content == "-- " {
            if !out.is_empty() {
                out.push('\n');
            }
            out.extend(std::iter::repeat_n('>', depth));
            if depth > 0 {
                out.push(' ');
            }
        }
        let flows = content.ends_with(' ') && content != "-- ";
        open = flows.then_some(depth);
        out.push_str(match content.strip_suffix(' ') {
            Some(joined) if flows && deletes_space => joined,
            _ => content,
        });
    }
    out
}

/// The extension that names a media type to the user's system.
fn extension(media_type: &str) -> &'static str {
    match media_type {
        "message/rfc822" | "message/global" | "message/news" => "eml",
        "application/pdf" => "pdf",
        "image/png" => "png",
        "image/jpeg" | "image/jpg" => "jpg",
        "image/gif" => "gif",
        "image/webp" => "webp",
        "image/heic" => "heic",
        "image/tiff" => "tiff",
        "image/bmp" => "bmp",
        "text/calendar" => "ics",
        "text/csv" => "csv",
        "text/html" => "html",
        "text/rtf" | "application/rtf" => "rtf",
        "application/zip" => "zip",
        "application/msword" => "doc",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "docx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "xlsx",
        "application/ms-tnef" => "dat",
        "application/pkcs7-signature" | "application/x-pkcs7-signature" => "p7s",
        "application/pkcs7-mime" | "application/x-pkcs7-mime" => "p7m",
        "audio/mpeg" => "mp3",
        "audio/ogg" => "ogg",
        "video/mp4" => "mp4",
        kind if kind.starts_with("text/") || kind.starts_with("message/") => "txt",
        _ => "bin",
    }
}

#[cfg(test)]
mod tests {
    use super::unflowed;

    #[test]
    fn flowed_lines_are_joined_within_their_quotation() {
        let text = "Прошу \nвернуть деньги.\n> вы \n> писали\n-- \nИмя";
        assert_eq!(
            unflowed(text, false),
            "Прошу вернуть деньги.\n> вы писали\n-- \nИмя"
        );
        assert_eq!(unflowed("сло \nво", true), "слово");
    }
}
