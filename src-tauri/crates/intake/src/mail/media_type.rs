//! Media types: which hold a message, and which ending their files have.

pub(super) fn is_message(media_type: &str) -> bool {
    matches!(
        media_type,
        "message/rfc822" | "message/global" | "message/news"
    )
}

/// Whether a type is that of plain words, its misspellings included; others are files of their own sort.
pub(super) fn is_written(media_type: &str) -> bool {
    match media_type.split_once('/') {
        Some(("text", kind)) => !matches!(
            kind,
            "html"
                | "csv"
                | "calendar"
                | "vcard"
                | "x-vcard"
                | "directory"
                | "css"
                | "javascript"
                | "ecmascript"
                | "xml"
                | "rtf"
                | "rfc822-headers"
                | "tab-separated-values"
                | "x-amp-html"
                | "x-watch-html"
                | "x-moz-deleted"
                | "x-vcalendar"
                | "vbscript"
                | "x-python"
                | "x-sh"
                | "x-csrc"
                | "x-log"
                | "json"
                | "xhtml"
                | "x-pmaildx"
        ),
        Some(("plain", "text")) => true,
        _ => matches!(media_type, "text" | "plain"),
    }
}

/// The extension that names a media type to the user's system.
pub(super) fn extension(media_type: &str) -> &'static str {
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
