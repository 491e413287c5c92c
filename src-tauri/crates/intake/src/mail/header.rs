//! The header of a message or of a part: raw bytes into values.
//!
//! Field syntax (addresses, dates, parameters and their continuations) is
//! `mail-parser`'s work. Before it come two repairs that real mail needs: raw
//! eight-bit letters are decoded by a guess, and neighbouring encoded words are
//! joined first, because many programs cut a letter in two between them.

use super::encoded_word::{eight_bit, join_words};
use super::line::line;
use super::moment::{moment, of_received};
use super::parameter::file_name;
use super::sender::sender;
use chrono::{DateTime, FixedOffset, Offset, Utc};
use mail_parser::{Address, HeaderName, HeaderValue, MessageParser, MimeHeaders};

/// The longest header that is read, in bytes; what follows is left out.
const LONGEST_HEADER: usize = 256 * 1024;

/// The fields of one header that the intake uses.
#[derive(Debug, Default, Clone)]
pub(crate) struct Head {
    pub subject: String,
    pub from_name: Option<String>,
    pub from_address: Option<String>,
    pub reply_to: Option<String>,
    pub to: Vec<String>,
    pub sent: Option<DateTime<FixedOffset>>,
    /// When the last server on the way, the addressee's own, received it.
    pub received: Option<DateTime<FixedOffset>>,
    pub message_id: Option<String>,
    /// Type and subtype in lower case; `None` when the field is missing.
    pub media_type: Option<String>,
    pub charset: Option<String>,
    pub boundary: Option<String>,
    pub encoding: String,
    pub is_attachment: bool,
    /// The file name as the sender wrote it.
    pub file_name: Option<String>,
    pub is_flowed: bool,
    pub deletes_space: bool,
    pub is_sealed: bool,
    /// Whether a program wrote it by itself (RFC 3834).
    pub automatic: bool,
    /// Whether it says that it answers by itself.
    pub answers: bool,
    /// Whether it reports on the delivery of another message (RFC 3464).
    pub reports: bool,
}

/// Reads a header block, without the blank line that ends it.
pub(crate) fn read(block: &[u8]) -> Head {
    let block = &block[..block.len().min(LONGEST_HEADER)];
    let mut repaired = join_words(&eight_bit(block));
    repaired.push_str("\r\n\r\n");
    let Some(message) = MessageParser::default().parse_headers(repaired.as_bytes()) else {
        return Head::default();
    };
    let mut head = Head {
        subject: line(message.subject().unwrap_or_default()),
        to: all_addresses(message.to()),
        message_id: message.message_id().map(line).filter(|id| !id.is_empty()),
        ..Head::default()
    };
    let raw = eight_bit(block);
    let from = field(&raw, "from")
        .filter(|value| !value.trim().is_empty())
        .or_else(|| field(&raw, "sender"));
    (head.from_name, head.from_address) = sender(from.unwrap_or_default());
    head.received = field(&raw, "received").and_then(of_received);
    let otherwise = head
        .received
        .map_or(Utc.fix(), |received| *received.offset());
    head.sent = field(&raw, "date").and_then(|date| moment(date, otherwise));
    head.automatic = field(&raw, "auto-submitted")
        .is_some_and(|value| !value.trim().is_empty() && !value.trim().starts_with("no"));
    head.answers = field(&raw, "auto-submitted").is_some_and(|value| value.contains("replied"))
        || field(&raw, "x-autoreply").is_some()
        || field(&raw, "x-autorespond").is_some();
    head.automatic |= head.answers;
    head.reports =
        field(&raw, "content-type").is_some_and(|value| value.contains("delivery-status"));
    head.reply_to = message
        .reply_to()
        .and_then(Address::first)
        .and_then(|first| first.address())
        .map(line)
        .filter(|address| !address.is_empty() && Some(address) != head.from_address.as_ref());
    let Some(part) = message.parts.first() else {
        return head;
    };
    if let Some(HeaderValue::Text(encoding)) = message.header(HeaderName::ContentTransferEncoding) {
        // Comments and stray parameters follow the word in broken mail.
        head.encoding = encoding
            .split([';', ' ', '('])
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
    }
    if let Some(kind) = part.content_type() {
        let subtype = kind.subtype().unwrap_or(match kind.ctype() {
            "text" => "plain",
            _ => "",
        });
        head.media_type = Some(
            format!("{}/{}", kind.ctype().trim(), subtype.trim())
                .to_ascii_lowercase()
                .chars()
                .filter(|c| c.is_ascii_graphic())
                .take(100)
                .collect(),
        );
        head.charset = kind.attribute("charset").map(str::to_owned);
        head.boundary = kind
            .attribute("boundary")
            .map(str::to_owned)
            .filter(|boundary| !boundary.trim().is_empty());
        head.is_flowed = kind
            .attribute("format")
            .is_some_and(|format| format.eq_ignore_ascii_case("flowed"));
        head.deletes_space = kind
            .attribute("delsp")
            .is_some_and(|delsp| delsp.eq_ignore_ascii_case("yes"));
        head.is_sealed = kind
            .attribute("smime-type")
            .is_some_and(|sealed| sealed.eq_ignore_ascii_case("enveloped-data"));
    }
    let disposition = part.content_disposition();
    head.is_attachment =
        disposition.is_some_and(|d| d.ctype().trim().eq_ignore_ascii_case("attachment"));
    let fields = (
        field(&raw, "content-disposition"),
        field(&raw, "content-type"),
    );
    head.file_name = file_name(fields.0, fields.1);
    head
}

/// The first field of that name, in lower case, with its folded lines.
fn field<'b>(block: &'b str, name: &str) -> Option<&'b str> {
    let mut start = 0;
    while start < block.len() {
        let mut end = start;
        // A field goes on over lines that begin with a blank.
        loop {
            end = block[end..]
                .find('\n')
                .map_or(block.len(), |at| end + at + 1);
            if end >= block.len() || !block[end..].starts_with([' ', '\t']) {
                break;
            }
        }
        let own = &block[start..end];
        if let Some((before, value)) = own.split_once(':')
            && before.trim_end().eq_ignore_ascii_case(name)
        {
            return Some(value);
        }
        start = end;
    }
    None
}

fn all_addresses(addresses: Option<&Address<'_>>) -> Vec<String> {
    addresses
        .into_iter()
        .flat_map(Address::iter)
        .filter_map(|one| one.address())
        .map(line)
        .filter(|address| !address.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn letters_cut_between_encoded_words_are_whole() {
        // «Жук», with the second letter cut in two.
        let head = read(b"Subject: =?utf-8?B?0JbR?=\r\n =?UTF-8?B?g9C6?=\r\nFrom: =?koi8-r?Q?=F6=D5=CB?= <a@b.example>");
        assert_eq!(head.subject, "Жук");
        assert_eq!(head.from_name.as_deref(), Some("Жук"));
        assert_eq!(head.from_address.as_deref(), Some("a@b.example"));
    }

    #[test]
    fn raw_letters_are_decoded_field_by_field() {
        let mut block = b"Subject: ".to_vec();
        block.extend(b"\xCF\xF0\xE5\xF2\xE5\xED\xE7\xE8\xFF");
        block.extend(
            "\r\nTo: Лавка <x@y.example>\r\nContent-Type: application/pdf; name=\"".as_bytes(),
        );
        block.extend(b"\xF7\xE5\xEA.pdf\"");
        let head = read(&block);
        assert_eq!(head.subject, "Претензия");
        assert_eq!(head.to, ["x@y.example"]);
        assert_eq!(head.file_name.as_deref(), Some("чек.pdf"));
    }

    #[test]
    fn file_names_come_in_many_dresses() {
        for field in [
            "filename=\"=?utf-8?B?0YfQtdC6LnBkZg==?=\"",
            "filename==?utf-8?B?0YfQtdC6LnBkZg==?=",
            "filename*=utf-8''%D1%87%D0%B5%D0%BA.pdf",
            "filename*=koi8-r''%DE%C5%CB.pdf",
            "filename*0*=utf-8''%D1%87%D0%B5;\r\n filename*1*=%D0%BA.pdf",
            "filename=\"чек.pdf\"",
        ] {
            let head = read(format!("Content-Disposition: attachment;\r\n {field}").as_bytes());
            assert!(head.is_attachment);
            assert_eq!(head.file_name.as_deref(), Some("чек.pdf"), "{field}");
        }
    }

    #[test]
    fn dates_keep_the_offset_and_nonsense_is_none() {
        let head = read(b"Date: Mon, 09 Nov 2026 19:42:00 +0300");
        assert_eq!(
            head.sent.map(|sent| sent.to_rfc3339()).as_deref(),
            Some("2026-11-09T19:42:00+03:00")
        );
        assert_eq!(read(b"Date: Mon, 39 Nov 2026 19:42:00 +0300").sent, None);
        assert_eq!(read(b"Date: yesterday").sent, None);
    }
}
