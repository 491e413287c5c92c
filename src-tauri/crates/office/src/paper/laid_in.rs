//! The papers that one file holds behind its first pages: those of ours as they are, those of others as copies on
//! sheets of ours, so that the whole keeps the rules of an archive; every original attached.

use crate::bundle::piece::{Piece, PieceKind, Sheets, with_sheets};
use crate::bundle::printing::Printing;
use crate::document::content::content_bytes;
use crate::error::{OfficeError, Result};
use crate::office::Office;
use crate::paper::papers::unjoinable;
use complaint::Document;
use letter::{PaperFrame, paper_phrase};
use press::{Attachment, Bound, Meta, Part, PressError, Printed, Relationship};
use register::{By, Case};

/// A paper of such a file.
pub(crate) struct LaidIn {
    /// What it is called in the list of contents.
    pub title: String,
    /// What its original is called among the attached files.
    pub name: String,
    pub media_type: String,
    /// The original.
    pub bytes: Vec<u8>,
    /// Its pages as a PDF of the press's own, and how many; none for what can't be shown.
    shown: Option<(Vec<u8>, usize)>,
}

impl LaidIn {
    /// A finished PDF of the press's own.
    ///
    /// # Errors
    /// When its pages can't be counted: a proof without its letter proves nothing.
    pub fn ours(title: String, name: String, pdf: Vec<u8>) -> Result<Self> {
        let pages = press::page_count(&pdf).filter(|pages| *pages > 0);
        let pages = pages.ok_or_else(unjoinable)? as usize;
        Ok(Self {
            title,
            name,
            media_type: "application/pdf".to_owned(),
            shown: Some((pdf.clone(), pages)),
            bytes: pdf,
        })
    }
}

/// Whose papers they are, and where their copies go.
pub(crate) struct Laying<'a> {
    pub office: &'a Office,
    pub by: &'a By,
    pub case: &'a Case,
    pub frame: &'a PaperFrame<'a>,
}

impl Laying<'_> {
    /// A document of the case, copied sheet by sheet as far as `room` bytes go; what is beyond goes along as a file,
    /// and so does every PDF where the program that draws them is missing, for no term waits until it is mended.
    ///
    /// # Errors
    /// [`OfficeError::Damaged`] and those of the typesetter.
    pub fn document(
        &self,
        document: &Document,
        title: String,
        name: String,
        room: &mut u64,
    ) -> Result<LaidIn> {
        let exhibit = document.exhibit.to_string();
        let mut piece = Piece {
            label: paper_phrase(self.frame.language, "bundle_exhibit", &[("n", &exhibit)]),
            title: title.clone(),
            date: document.added_at.date_naive(),
            sheets: Sheets::None,
            sha256: document.sha256.clone(),
            file_name: complaint::safe_file_name(&document.fields.name),
            media_type: document.media_type.clone(),
            bytes: document.bytes,
            kind: PieceKind::Exhibit(document.clone()),
        };
        let Self {
            office,
            by,
            case,
            frame,
        } = self;
        match with_sheets(office, by, case, &mut piece, frame, room, true) {
            Err(OfficeError::Press(
                PressError::NoDrawing(_)
                | PressError::DrawingNotStarted(_)
                | PressError::DrawingOutdated(_),
            )) => piece.sheets = Sheets::None,
            told => told?,
        }
        let printing = Printing {
            frame,
            number: &case.contents.complaint.number,
            portrait: false,
        };
        let pages = piece.count();
        Ok(LaidIn {
            title,
            name,
            media_type: document.media_type.clone(),
            bytes: content_bytes(office, &document.sha256)?,
            shown: printing.whole(&piece)?.map(|pdf| (pdf, pages)),
        })
    }
}

/// The first page of each paper behind `ahead` pages, from 1; none for one that is only attached.
fn first_pages(papers: &[LaidIn], ahead: usize) -> Vec<Option<usize>> {
    let mut next = ahead + 1;
    let of = papers.iter().map(|paper| {
        let (_, pages) = paper.shown.as_ref()?;
        next += pages;
        Some(next - pages)
    });
    of.collect()
}

/// The first pages of the file, which name the pages of what follows them; `print` sets them with those.
///
/// # Errors
/// Those of `print`.
pub(crate) fn front(
    papers: &[LaidIn],
    print: impl Fn(&[Option<usize>]) -> std::result::Result<Printed, PressError>,
) -> std::result::Result<Vec<u8>, PressError> {
    // Set once to learn how many pages there are before the papers.
    let ahead = print(&first_pages(papers, 1))?.pages;
    let printed = print(&first_pages(papers, ahead))?;
    if printed.pages == ahead {
        return Ok(printed.pdf);
    }
    Ok(print(&first_pages(papers, printed.pages))?.pdf)
}

/// Everything as one archival file. It is handed over whole, for each paper may be as large as a file can be.
///
/// # Errors
/// Those of the typesetter.
pub(crate) fn bound(
    meta: &Meta,
    front: Part,
    papers: Vec<LaidIn>,
) -> std::result::Result<Bound, PressError> {
    let mut parts = vec![front];
    let mut originals = Vec::new();
    for paper in papers {
        if let Some((bytes, _)) = paper.shown {
            parts.push(Part {
                title: paper.title.clone(),
                bytes,
            });
        }
        originals.push(Attachment {
            name: paper.name,
            mime: paper.media_type,
            description: paper.title,
            relationship: Relationship::Source,
            modified: meta.created,
            bytes: paper.bytes,
        });
    }
    press::bind(meta, parts, originals)
}
