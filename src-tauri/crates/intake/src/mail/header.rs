//! The header of a message or of a part: raw bytes into values.
//!
//! Field syntax (addresses, dates, parameters and their continuations) is
//! `mail-parser`'s work. Before it come two repairs that real mail needs: raw
//! eight-bit letters are decoded by a guess, and neighbouring encoded words are
//! joined first, because many programs cut a letter in two between them.

use super::encoded_word::{eight_bit, join_words};
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::is_visible;
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
        sent: message.date().and_then(moment),
        message_id: message.message_id().map(line).filter(|id| !id.is_empty()),
        ..Head::default()
    };
    let from = message.from().or_else(|| message.sender());
    if let Some(first) = from.and_then(Address::first) {
        head.from_name = first.name().map(line).filter(|name| !name.is_empty());
        head.from_address = first
            .address()
            .map(line)
            .filter(|address| !address.is_empty());
        // «From: Иван» without any address is read as an address.
        if head.from_name.is_none()
            && head
                .from_address
                .as_ref()
                .is_some_and(|address| !address.contains('@'))
        {
            head.from_name = head.from_address.take();
        }
    }
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
    head.file_name = disposition
        .and_then(|d| d.attribute("filename"))
        .or_else(|| part.content_type().and_then(|kind| kind.attribute("name")))
        .map(str::to_owned)
        .filter(|name| !name.trim().is_empty());
    head
}

/// A header value on one line, without control and direction characters.
pub(crate) fn line(value: &str) -> String {
    let visible: String = value
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| is_visible(*c))
        .collect();
    visible
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
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

fn moment(date: &mail_parser::DateTime) -> Option<DateTime<FixedOffset>> {
    let seconds = i32::from(date.tz_hour) * 3600 + i32::from(date.tz_minute) * 60;
    let offset = if date.tz_before_gmt {
        FixedOffset::west_opt(seconds)
    } else {
        FixedOffset::east_opt(seconds)
    }?;
    NaiveDate::from_ymd_opt(i32::from(date.year), date.month.into(), date.day.into())?
        // A leap second is shown as the second before it.
        .and_hms_opt(
            date.hour.into(),
            date.minute.into(),
            date.second.min(59).into(),
        )?
        .and_local_timezone(offset)
        .single()
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
