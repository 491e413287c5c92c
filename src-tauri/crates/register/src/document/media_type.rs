//! The media type of content that strangers named.

use crate::error::Result;
use crate::store::content::Store;
use std::io::Read;

/// The media type: by content, else by the name's ending, else as claimed.
pub(crate) fn media_type(
    store: &Store,
    sha256: &str,
    name: &str,
    claimed: Option<&str>,
) -> Result<String> {
    let mut head = Vec::new();
    store.read(sha256)?.take(8192).read_to_end(&mut head)?;
    let sniffed = infer::get(&head).map(|kind| kind.mime_type());
    let named = extension_type(name);
    // Office files are archives, and a mail is a text: the name says more.
    let told = match (sniffed, named) {
        (
            Some("application/zip" | "application/x-ole-storage" | "text/xml" | "text/html"),
            Some(named),
        ) => Some(named),
        (Some(sniffed), _) => Some(sniffed),
        (None, named) => named,
    };
    let is_type = |claimed: &&str| {
        claimed.len() <= 127
            && claimed
                .split_once('/')
                .is_some_and(|(a, b)| !a.is_empty() && !b.is_empty())
            && claimed
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"/.+-_".contains(&b))
    };
    let is_text = !head.is_empty() && !head.contains(&0) && is_utf8_beginning(&head);
    Ok(told
        .or(claimed.filter(is_type))
        .unwrap_or(if is_text {
            "text/plain"
        } else {
            "application/octet-stream"
        })
        .to_lowercase())
}

/// Whether bytes are UTF-8 but for a character cut off at the end.
fn is_utf8_beginning(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    }
}

/// The media type that a name's ending tells, for content that does not tell its own.
fn extension_type(name: &str) -> Option<&'static str> {
    let ending = name.rsplit_once('.')?.1.to_lowercase();
    Some(match ending.as_str() {
        "txt" | "log" => "text/plain",
        "md" => "text/markdown",
        "csv" => "text/csv",
        "htm" | "html" => "text/html",
        "xml" => "text/xml",
        "json" => "application/json",
        "eml" => "message/rfc822",
        "svg" => "image/svg+xml",
        "rtf" => "application/rtf",
        "doc" => "application/msword",
        "xls" => "application/vnd.ms-excel",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pdf" => "application/pdf",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "sig" | "p7s" => "application/pkcs7-signature",
        _ => return None,
    })
}
