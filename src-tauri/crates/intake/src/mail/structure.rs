//! The structure of a message: where each part begins and ends.
//!
//! The cut is made on the raw bytes, so a part's content is exactly what was
//! sent, and a broken inner structure can't swallow what stands outside it.

use super::header::{self, Head};
use crate::draft::IntakeError;

/// The deepest nesting of parts that is read.
const DEEPEST: usize = 40;
/// The greatest number of parts that is read.
const MOST_PARTS: usize = 10_000;

/// A part of a message with its header read and its content still encoded.
#[derive(Debug)]
pub(crate) struct Part<'m> {
    pub head: Head,
    /// Type and subtype, with the default of the surrounding part filled in.
    pub media_type: String,
    pub content: Content<'m>,
}

/// What a part holds.
#[derive(Debug)]
pub(crate) enum Content<'m> {
    /// Content of its own, still encoded for transfer.
    Own(&'m [u8]),
    Parts(Vec<Part<'m>>),
}

/// What is found about the structure on the way.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    pub parts: usize,
    pub is_broken: bool,
}

/// Cuts a message into its parts.
///
/// # Errors
/// [`IntakeError::TooDeep`] and [`IntakeError::TooManyParts`] past the limits.
pub(crate) fn cut<'m>(message: &'m [u8], survey: &mut Survey) -> Result<Part<'m>, IntakeError> {
    let (block, body) = split_header(message);
    build(header::read(block), body, "text/plain", 0, survey)
}

fn build<'m>(
    head: Head,
    body: &'m [u8],
    default: &str,
    depth: usize,
    survey: &mut Survey,
) -> Result<Part<'m>, IntakeError> {
    survey.parts += 1;
    if survey.parts > MOST_PARTS {
        return Err(IntakeError::TooManyParts { limit: MOST_PARTS });
    }
    if depth > DEEPEST {
        return Err(IntakeError::TooDeep { limit: DEEPEST });
    }
    let media_type = match &head.media_type {
        Some(declared) if declared.contains('/') && declared.len() > 2 => declared.clone(),
        _ => default.to_owned(),
    };
    if !media_type.starts_with("multipart/") {
        return Ok(Part {
            head,
            media_type,
            content: Content::Own(body),
        });
    }
    let mut pieces = head
        .boundary
        .as_deref()
        .map(|boundary| split_body(body, boundary.as_bytes(), survey))
        .unwrap_or_default();
    if pieces.is_empty() {
        survey.is_broken = true;
        if let Some(boundary) = evident_boundary(body) {
            pieces = split_body(body, boundary, survey);
        }
    }
    if pieces.is_empty() {
        // A multipart without parts is the text it shows.
        return Ok(Part {
            head,
            media_type: "text/plain".to_owned(),
            content: Content::Own(body),
        });
    }
    let inner = if media_type == "multipart/digest" {
        "message/rfc822"
    } else {
        "text/plain"
    };
    let mut parts = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let (block, body) = split_header(piece);
        // Blank pieces come from doubled delimiters and hold nothing.
        if block.trim_ascii().is_empty() && body.trim_ascii().is_empty() {
            continue;
        }
        parts.push(build(header::read(block), body, inner, depth + 1, survey)?);
    }
    Ok(Part {
        head,
        media_type,
        content: Content::Parts(parts),
    })
}

/// Cuts a header from what follows. A header ends at the first blank line, or
/// before the first line that can't belong to a header when the next one can't
/// either; a text that begins with no header at all is all body.
pub(crate) fn split_header(bytes: &[u8]) -> (&[u8], &[u8]) {
    let mut at = 0;
    let mut odd = None;
    for line in bytes.split_inclusive(|b| *b == b'\n') {
        let content = line.trim_ascii_end();
        if content.is_empty() {
            return (&bytes[..at], &bytes[at + line.len()..]);
        }
        let continues = at > 0 && (line.starts_with(b" ") || line.starts_with(b"\t"));
        if continues || field_name(line).is_some() {
            odd = None;
        } else if at == 0 && !(content.starts_with(b"From ") || content.starts_with(b">From ")) {
            return (&[], bytes);
        } else if let Some(start) = odd {
            return (&bytes[..start], &bytes[start..]);
        } else {
            odd = Some(at);
        }
        at += line.len();
    }
    match odd {
        Some(start) if start > 0 => (&bytes[..start], &bytes[start..]),
        _ => (bytes, &[]),
    }
}

/// The name of the field that a header line starts.
pub(crate) fn field_name(line: &[u8]) -> Option<&[u8]> {
    let colon = line.iter().take(100).position(|b| *b == b':')?;
    let name = line[..colon].trim_ascii_end();
    (!name.is_empty() && name.iter().all(|b| b.is_ascii_graphic())).then_some(name)
}

/// The pieces between the delimiter lines. An unfinished last piece counts.
fn split_body<'m>(body: &'m [u8], boundary: &[u8], survey: &mut Survey) -> Vec<&'m [u8]> {
    let boundary = boundary.trim_ascii_end();
    let mut pieces = Vec::new();
    let mut open = None;
    let mut at = 0;
    let mut closed = false;
    for line in body.split_inclusive(|b| *b == b'\n') {
        let start = at;
        at += line.len();
        let Some(rest) = line
            .strip_prefix(b"--")
            .and_then(|rest| rest.strip_prefix(boundary))
        else {
            continue;
        };
        let rest = rest.trim_ascii();
        if !rest.is_empty() && rest != b"--" {
            continue;
        }
        if let Some(from) = open.take() {
            pieces.push(without_last_line_end(&body[from..start]));
        }
        if rest == b"--" && !pieces.is_empty() {
            closed = true;
            // More parts may follow a delimiter that closed too early.
        } else if rest.is_empty() {
            survey.is_broken |= closed;
            open = Some(at);
        }
    }
    if let Some(from) = open {
        survey.is_broken = true;
        pieces.push(&body[from..]);
    } else if !closed && !pieces.is_empty() {
        survey.is_broken = true;
    }
    pieces
}

fn without_last_line_end(piece: &[u8]) -> &[u8] {
    let piece = piece.strip_suffix(b"\n").unwrap_or(piece);
    piece.strip_suffix(b"\r").unwrap_or(piece)
}

/// A delimiter that is plainly there though the header does not declare it: a
/// line of two dashes and more, followed by a line of a part's header.
fn evident_boundary(body: &[u8]) -> Option<&[u8]> {
    let mut candidate: Option<&[u8]> = None;
    for line in body.split(|b| *b == b'\n').take(1000) {
        if let (Some(boundary), Some(name)) = (candidate, field_name(line))
            && name.len() > 8
            && name[..8].eq_ignore_ascii_case(b"content-")
        {
            return Some(boundary);
        }
        candidate = line
            .trim_ascii_end()
            .strip_prefix(b"--")
            .filter(|boundary| !boundary.is_empty() && boundary.len() <= 200);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Content, Survey, cut, split_header};
    use crate::draft::IntakeError;

    #[test]
    fn headers_end_where_they_must() {
        assert_eq!(
            split_header(b"A: b\r\n c\r\n\r\nbody"),
            (&b"A: b\r\n c\r\n"[..], &b"body"[..])
        );
        assert_eq!(split_header(b"\nbody"), (&b""[..], &b"body"[..]));
        assert_eq!(
            split_header(b"no header\nat all"),
            (&b""[..], &b"no header\nat all"[..])
        );
        assert_eq!(split_header(b"A: b"), (&b"A: b"[..], &b""[..]));
        // One odd line amid fields is junk; two in a row are the body.
        assert_eq!(split_header(b"A: b\njunk\nC: d\n\nbody").1, b"body");
        assert_eq!(
            split_header(b"A: b\nDear\nsirs"),
            (&b"A: b\n"[..], &b"Dear\nsirs"[..])
        );
    }

    fn count(message: &[u8]) -> (usize, bool) {
        let mut survey = Survey::default();
        let part = cut(message, &mut survey).unwrap();
        match part.content {
            Content::Parts(parts) => (parts.len(), survey.is_broken),
            Content::Own(_) => (0, survey.is_broken),
        }
    }

    #[test]
    fn parts_are_found_in_broken_messages_too() {
        let whole =
            b"Content-Type: multipart/mixed; boundary=x\n\npre\n--x\n\na\n--x\n\nb\n--x--\npost";
        assert_eq!(count(whole), (2, false));
        let unfinished = b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\na\n--x\n\nb";
        assert_eq!(count(unfinished), (2, true));
        let undeclared =
            b"Content-Type: multipart/mixed\n\n--zz\nContent-Type: text/plain\n\na\n--zz--";
        assert_eq!(count(undeclared), (1, true));
        let none = b"Content-Type: multipart/mixed; boundary=x\n\nplain words";
        assert_eq!(count(none), (0, true));
        let longer_name = b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\na\n--xy\nb\n--x--";
        assert_eq!(count(longer_name), (1, false));
    }

    #[test]
    fn nesting_without_end_is_refused() {
        let mut message = String::new();
        for level in 0..100 {
            message += &format!("Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n");
        }
        let answer = cut(message.as_bytes(), &mut Survey::default());
        assert!(matches!(answer, Err(IntakeError::TooDeep { .. })));
        let many = format!(
            "Content-Type: multipart/mixed; boundary=x\n\n{}",
            "--x\n\na\n".repeat(20_000)
        );
        let answer = cut(many.as_bytes(), &mut Survey::default());
        assert!(matches!(answer, Err(IntakeError::TooManyParts { .. })));
    }
}
