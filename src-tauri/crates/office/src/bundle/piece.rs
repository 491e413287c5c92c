//! The papers of a case as a bundle shows them.

use crate::document::content::content_bytes;
use crate::document::documents::DocumentRef;
use crate::document::view::{DocumentView, document_view};
use crate::error::Result;
use crate::office::Office;
use chrono::NaiveDate;
use complaint::{Document, LetterId, LetterState};
use letter::{PaperFrame, TextSheets, paper_phrase, text_sheets};
use press::PressError;
use register::{By, Case};

/// Dots per inch of a page that is drawn: what courts take, and a printer shows.
const DPI: f32 = 200.0;

/// A PDF of more pages goes along as a file.
const MOST_SHEETS: u32 = 300;

/// Bytes of all sheets of exhibits in one bundle; what is beyond goes along as a file. What is made of them takes
/// about four times as much memory.
pub(crate) const MOST_DRAWN: u64 = 192 << 20;

/// Bytes of words that are shown; the whole is in the original.
const MOST_WORDS: usize = 200_000;

/// What a paper is.
#[derive(Clone, Debug)]
pub(crate) enum PieceKind {
    /// The text of the complaint as the register has it.
    Complaint,
    Letter(LetterId),
    Exhibit(Document),
}

/// The sheets of a paper.
#[derive(Clone, Debug)]
pub(crate) enum Sheets {
    /// A finished PDF of the press's own, with its pages.
    File(Vec<u8>, usize),
    /// A picture for each sheet, to be put on paper.
    Pictures(Vec<Vec<u8>>),
    /// It can't be shown.
    None,
}

#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub kind: PieceKind,
    /// «Приложение 3».
    pub label: String,
    /// What it is called; empty once that is closed.
    pub title: String,
    pub date: NaiveDate,
    pub sheets: Sheets,
    /// SHA-256 of what is kept; empty for what is no file.
    pub sha256: String,
    /// The harmless name of what is kept.
    pub file_name: String,
    pub media_type: String,
    /// Of what is kept.
    pub bytes: u64,
}

impl Piece {
    pub fn count(&self) -> usize {
        match &self.sheets {
            Sheets::File(_, pages) => *pages,
            Sheets::Pictures(all) => all.len(),
            Sheets::None => 0,
        }
    }

    pub fn exhibit(&self) -> Option<&Document> {
        match &self.kind {
            PieceKind::Exhibit(document) => Some(document),
            PieceKind::Complaint | PieceKind::Letter(_) => None,
        }
    }

    /// The mark over each of its sheets, with places for the sheet and their number.
    pub fn mark(&self, frame: &PaperFrame<'_>, number: &str) -> String {
        match &self.kind {
            PieceKind::Exhibit(document) => {
                let n = document.exhibit.to_string();
                paper_phrase(frame.language, "bundle_stamp", &[("n", &n)])
            }
            PieceKind::Complaint | PieceKind::Letter(_) => {
                paper_phrase(frame.language, "bundle_stamp_complaint", &[("n", number)])
            }
        }
    }

    /// Beneath each sheet: which file it is a copy of.
    pub fn foot(&self, frame: &PaperFrame<'_>) -> String {
        let sha: String = self.sha256.chars().take(16).collect();
        let values = [("name", self.file_name.as_str()), ("sha", sha.as_str())];
        paper_phrase(frame.language, "bundle_foot", &values)
    }
}

/// The text of the complaint, the letters as they were issued, the documents that are not left out;
/// the sheets of each are still to be made.
pub(crate) fn pieces(
    case: &Case,
    frame: &PaperFrame<'_>,
    without: &[complaint::DocumentId],
) -> Vec<Piece> {
    let phrase = |name: &str, values: &[(&str, &str)]| paper_phrase(frame.language, name, values);
    let complaint = &case.contents.complaint;
    let mut out = vec![Piece {
        kind: PieceKind::Complaint,
        label: phrase("bundle_complaint", &[]),
        title: phrase("bundle_complaint_text", &[]),
        date: complaint.fields.received_at.date_naive(),
        sheets: Sheets::None,
        sha256: String::new(),
        file_name: String::new(),
        media_type: String::new(),
        bytes: 0,
    }];
    let mut letters: Vec<_> = case
        .contents
        .letters
        .iter()
        .filter(|letter| letter.state != LetterState::Draft)
        .filter_map(|letter| Some((letter, letter.issued.as_ref()?)))
        .collect();
    complaint::order::by_key(&mut letters, |(letter, issued)| (issued.at, letter.id));
    out.extend(letters.into_iter().map(|(letter, issued)| Piece {
        kind: PieceKind::Letter(letter.id),
        label: phrase("bundle_letter", &[("number", &issued.number)]),
        title: letter.heading.clone(),
        date: issued.at.date_naive(),
        sheets: Sheets::None,
        sha256: issued.sha256.clone(),
        file_name: complaint::safe_file_name(&format!("{}.pdf", issued.number.replace('/', "-"))),
        media_type: "application/pdf".to_owned(),
        bytes: 0,
    }));
    let kept = |document: &&Document| !without.contains(&document.id);
    out.extend(
        case.contents
            .documents
            .iter()
            .filter(kept)
            .map(|document| Piece {
                label: phrase("bundle_exhibit", &[("n", &document.exhibit.to_string())]),
                title: document.fields.name.clone(),
                date: document.added_at.date_naive(),
                sheets: Sheets::None,
                sha256: document.sha256.clone(),
                file_name: complaint::safe_file_name(&document.fields.name),
                media_type: document.media_type.clone(),
                bytes: document.bytes,
                kind: PieceKind::Exhibit(document.clone()),
            }),
    );
    out
}

/// Makes the sheets of a paper: those of a letter are its frozen file, those of an exhibit take from `room` bytes.
///
/// # Errors
/// [`crate::error::OfficeError::Damaged`] and those of the typesetter.
pub(crate) fn with_sheets(
    office: &Office,
    by: &By,
    case: &Case,
    piece: &mut Piece,
    frame: &PaperFrame<'_>,
    room: &mut u64,
    names_enclosed: bool,
) -> Result<()> {
    piece.sheets = match &piece.kind {
        PieceKind::Letter(_) => {
            let pdf = content_bytes(office, &piece.sha256)?;
            piece.bytes = pdf.len() as u64;
            let pages = press::page_count(&pdf).unwrap_or(0) as usize;
            Sheets::File(pdf, pages)
        }
        PieceKind::Complaint => {
            let number = &case.contents.complaint.number;
            let foot = paper_phrase(frame.language, "bundle_foot_text", &[("number", number)]);
            let fields = &case.contents.complaint.fields;
            words(piece, frame, number, foot, Vec::new(), &fields.text)?
        }
        PieceKind::Exhibit(document) => {
            let view = ExhibitView {
                frame,
                names_enclosed,
            };
            exhibit(office, by, case, piece, document, &view, room)?
        }
    };
    Ok(())
}

/// How an exhibit is shown.
struct ExhibitView<'v> {
    frame: &'v PaperFrame<'v>,
    /// Whether a message tells the names of its attachments.
    names_enclosed: bool,
}

fn exhibit(
    office: &Office,
    by: &By,
    case: &Case,
    piece: &Piece,
    document: &Document,
    view: &ExhibitView<'_>,
    room: &mut u64,
) -> Result<Sheets> {
    let frame = view.frame;
    let of = DocumentRef {
        complaint: case.contents.complaint.id,
        document: document.id,
    };
    let number = &case.contents.complaint.number;
    let phrase = |name: &str, text: &str| paper_phrase(frame.language, name, &[("text", text)]);
    Ok(match document_view(office, by, of)? {
        DocumentView::Elsewhere => Sheets::None,
        DocumentView::Pages { count } if count > MOST_SHEETS => Sheets::None,
        DocumentView::Pages { .. } => drawn(content_bytes(office, &document.sha256)?, room)?,
        DocumentView::Text { text, .. } => {
            words(piece, frame, number, piece.foot(frame), Vec::new(), &text)?
        }
        DocumentView::Message(message) => {
            let mut head = vec![
                phrase("bundle_from", &message.from),
                phrase("bundle_topic", &message.subject),
            ];
            if let Some(sent) = message.sent {
                let sent = sent.format("%d.%m.%Y %H:%M").to_string();
                head.push(phrase("bundle_sent", &sent));
            }
            if view.names_enclosed && !message.attachments.is_empty() {
                head.push(phrase("bundle_with", &message.attachments.join(", ")));
            }
            words(piece, frame, number, piece.foot(frame), head, &message.text)?
        }
    })
}

fn words(
    piece: &Piece,
    frame: &PaperFrame<'_>,
    number: &str,
    foot: String,
    head: Vec<String>,
    text: &str,
) -> Result<Sheets> {
    let shown = text.floor_char_boundary(MOST_WORDS);
    let sheets = TextSheets {
        mark: piece.mark(frame, number),
        foot,
        head,
        text: &text[..shown],
        note: (shown < text.len()).then(|| paper_phrase(frame.language, "bundle_cut", &[])),
    };
    let printed = press::print(&text_sheets(&sheets, frame))?;
    Ok(Sheets::File(printed.pdf, printed.pages))
}

/// The sheets of a PDF or a picture as pictures; none for what can't be drawn, or takes more bytes than there is room.
///
/// # Errors
/// When nothing at all can be drawn, for the program that does is missing or does not start.
fn drawn(bytes: Vec<u8>, room: &mut u64) -> Result<Sheets> {
    if !bytes.starts_with(b"%PDF-") {
        let fits = press::closed_picture(&bytes, &[]).is_ok() && takes(room, &bytes);
        return Ok(if fits {
            Sheets::Pictures(vec![bytes])
        } else {
            Sheets::None
        });
    }
    let before = *room;
    let sheets = match pages(bytes, room) {
        Ok(Some(pages)) if !pages.is_empty() => Sheets::Pictures(pages),
        Err(
            error @ (PressError::NoDrawing(_)
            | PressError::DrawingNotStarted(_)
            | PressError::DrawingOutdated(_)),
        ) => return Err(error.into()),
        Ok(_) | Err(PressError::Pdf(_) | PressError::Picture(_) | PressError::Code) => Sheets::None,
    };
    if matches!(sheets, Sheets::None) {
        *room = before;
    }
    Ok(sheets)
}

/// Takes the bytes of a picture from the room, where there is as much.
fn takes(room: &mut u64, picture: &[u8]) -> bool {
    match room.checked_sub(picture.len() as u64) {
        Some(left) => {
            *room = left;
            true
        }
        None => false,
    }
}

/// Its pages, drawn one by one until there is no more room; none then.
fn pages(pdf: Vec<u8>, room: &mut u64) -> std::result::Result<Option<Vec<Vec<u8>>>, PressError> {
    let raster = press::Raster::open(pdf)?;
    let mut pages = Vec::new();
    for page in 0..raster.page_count() {
        let picture = raster.page_picture(page, DPI)?;
        if !takes(room, &picture) {
            return Ok(None);
        }
        pages.push(picture);
    }
    Ok(Some(pages))
}

#[cfg(test)]
mod tests {
    use super::takes;

    #[test]
    fn what_has_no_room_takes_none_from_others() {
        let mut room = 10;
        assert!(takes(&mut room, &[0; 6]) && !takes(&mut room, &[0; 5]));
        assert_eq!(room, 4);
        assert!(takes(&mut room, &[0; 4]));
    }
}
