//! A mail draft with the letter attached: a file that the user's own mail
//! program opens, ready to send.
//!
//! It is put together here rather than by a library because the bytes must
//! depend on nothing but the arguments: the usual builders ask the clock and
//! the host's name for dates, ids and boundaries.

use crate::words::clean::clean_line;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, FixedOffset};
use sha2::{Digest, Sha256};

#[derive(Clone, Debug)]
pub struct MailDraft<'a> {
    /// Sender's name and address; an empty address leaves the line out.
    pub from: (&'a str, &'a str),
    /// Complainant's name and address; an empty address leaves it for the user.
    pub to: (&'a str, &'a str),
    /// Any text: line ends in it start no header.
    pub subject: &'a str,
    pub text: &'a str,
    pub file_name: &'a str,
    /// The bytes of the attached letter.
    pub pdf: &'a [u8],
    pub date: DateTime<FixedOffset>,
}

/// The draft as an `.eml` file: plain text in UTF-8, the PDF attached,
/// `X-Unsent: 1`, which makes mail programs open it for sending. No text of a
/// stranger's can start a header of its own.
pub fn mail_draft(draft: &MailDraft<'_>) -> Vec<u8> {
    let boundary = boundary(draft);
    let mut out = String::new();
    let mut header = |name: &str, value: &str| {
        out.push_str(name);
        out.push_str(": ");
        out.push_str(value);
        out.push_str("\r\n");
    };
    if let Some(from) = mailbox(draft.from) {
        header("From", &from);
    }
    if let Some(to) = mailbox(draft.to) {
        header("To", &to);
    }
    header("Subject", &encoded(&clean_line(draft.subject)));
    header("Date", &draft.date.to_rfc2822());
    header("X-Unsent", "1");
    header("MIME-Version", "1.0");
    header(
        "Content-Type",
        &format!("multipart/mixed; boundary=\"{boundary}\""),
    );
    out.push_str("\r\n");

    let text = draft.text.replace("\r\n", "\n").replace('\n', "\r\n");
    part(
        &mut out,
        &boundary,
        &[
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
        ],
        text.as_bytes(),
    );

    let name = clean_line(draft.file_name);
    part(
        &mut out,
        &boundary,
        &[
            &format!(
                "Content-Type: application/pdf;\r\n name=\"{}\"",
                encoded(&name).replace("\r\n ", "\r\n  ")
            ),
            "Content-Transfer-Encoding: base64",
            &format!(
                "Content-Disposition: attachment;\r\n filename*=utf-8''{}",
                percent(&name)
            ),
        ],
        draft.pdf,
    );
    out.push_str("--");
    out.push_str(&boundary);
    out.push_str("--\r\n");
    out.into_bytes()
}

fn part(out: &mut String, boundary: &str, headers: &[&str], content: &[u8]) {
    out.push_str("--");
    out.push_str(boundary);
    out.push_str("\r\n");
    for header in headers {
        out.push_str(header);
        out.push_str("\r\n");
    }
    out.push_str("\r\n");
    // 57 bytes make a line of 76 characters.
    for line in content.chunks(57) {
        STANDARD.encode_string(line, out);
        out.push_str("\r\n");
    }
}

/// Taken from the content, so that equal drafts are equal files. It can't
/// occur in the parts, which are base64 and hold no underscore.
fn boundary(draft: &MailDraft<'_>) -> String {
    let mut hash = Sha256::new();
    hash.update(draft.subject.as_bytes());
    hash.update(draft.text.as_bytes());
    hash.update(draft.pdf);
    let digest = hash.finalize();
    let hex: String = digest[..12].iter().map(|b| format!("{b:02x}")).collect();
    format!("=_otvet_{hex}")
}

/// `None` for what is no address; signs that could end a header or add a
/// second recipient make it none.
fn mailbox((name, address): (&str, &str)) -> Option<String> {
    let address = address.trim();
    let plain = |c: char| c.is_alphanumeric() || "@.!#$%&'*+-/=?^_`{|}~".contains(c);
    let (local, domain) = address.rsplit_once('@')?;
    if local.is_empty() || domain.is_empty() || local.contains('@') || !address.chars().all(plain) {
        return None;
    }
    let name = clean_line(name);
    Some(if name.is_empty() {
        address.to_owned()
    } else {
        format!("{} <{address}>", encoded(&name))
    })
}

/// The text as RFC 2047 encoded words, folded; plain ASCII words stay as they are.
fn encoded(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || " -_/".contains(c);
    if text.len() <= 60 && text.chars().all(plain) {
        return text.to_owned();
    }
    let mut words: Vec<String> = Vec::new();
    let mut run = String::new();
    for c in text.chars() {
        // 45 bytes become 60 characters, and a word may have 75 with its frame.
        if run.len() + c.len_utf8() > 42 {
            words.push(std::mem::take(&mut run));
        }
        run.push(c);
    }
    if !run.is_empty() {
        words.push(run);
    }
    let words: Vec<String> = words
        .iter()
        .map(|w| format!("=?utf-8?B?{}?=", STANDARD.encode(w)))
        .collect();
    words.join("\r\n ")
}

fn percent(text: &str) -> String {
    text.bytes()
        .map(|b| {
            if b.is_ascii_alphanumeric() || b"-._".contains(&b) {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect()
}
