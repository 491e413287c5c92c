//! What of a document is shown within the window, without another program:
//! pictures and pages drawn anew, words and nothing of what they would do.

use crate::document::content::content_bytes;
use crate::document::documents::{DocumentRef, its};
use crate::document::opening_kind::{OpeningKind, opening_kind};
use crate::document::viewed::Viewed;
use crate::error::{FieldProblem, Result, field};
use crate::office::Office;
use chrono::{DateTime, FixedOffset};
use complaint::{ComplaintId, Document, DocumentId};
use press::Raster;
use register::By;
use serde::{Deserialize, Serialize};
use std::sync::{Arc, MutexGuard, PoisonError};
use ts_rs::TS;

/// Larger documents are opened with another program.
const MOST_BYTES: u64 = 64 << 20;

/// Bytes of words that are shown.
const MOST_WORDS: usize = 1 << 20;

/// Width of a picture, in points of paper: a page between its margins.
const PICTURE_WIDTH: f32 = 540.0;

/// Dots per inch of a page.
const PAGE_DPI: f32 = 110.0;

/// What is shown of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum DocumentView {
    /// Pages to be asked for as pictures, one by one: a photograph is one.
    Pages {
        count: u32,
    },
    Text {
        text: String,
        cut: bool,
    },
    Message(MessageView),
    /// It is opened with another program, or saved.
    Elsewhere,
}

/// A message as words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MessageView {
    pub from: String,
    pub subject: String,
    pub sent: Option<DateTime<FixedOffset>>,
    pub text: String,
    /// Names of what is attached to it.
    pub attachments: Vec<String>,
}

/// Asks for one picture of a document that is shown as several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentPage {
    pub complaint: ComplaintId,
    pub document: DocumentId,
    /// Counted from 0.
    pub page: u32,
}

/// How a document is shown within the window.
///
/// # Errors
/// [`crate::error::OfficeError::Damaged`].
pub fn document_view(office: &Office, by: &By, input: DocumentRef) -> Result<DocumentView> {
    let document = its(office.register().case(input.complaint)?, input.document)?;
    if document.bytes > MOST_BYTES || opening_kind(office, &document)? != OpeningKind::Looked {
        return Ok(DocumentView::Elsewhere);
    }
    let bytes = content_bytes(office, &document.sha256)?;
    let pages = if bytes.starts_with(b"%PDF-") {
        press::page_count(&bytes)
    } else {
        press::dimensions(&bytes).ok().map(|_| 1)
    };
    if let Some(count) = pages {
        *viewed(office) = Some(Viewed {
            sha256: document.sha256,
            pages: count,
            bytes: Arc::new(bytes),
            raster: None,
        });
        return Ok(DocumentView::Pages { count });
    }
    if bytes.starts_with(b"%PDF-") {
        return Ok(DocumentView::Elsewhere);
    }
    Ok(if document.fields.name.to_lowercase().ends_with(".eml") {
        message(&bytes, by.now.timezone())
    } else {
        words(&document, &bytes)
    })
}

fn viewed(office: &Office) -> MutexGuard<'_, Option<Viewed>> {
    let lock = office.viewed().lock();
    lock.unwrap_or_else(PoisonError::into_inner)
}

fn message(bytes: &[u8], zone: FixedOffset) -> DocumentView {
    let Ok(mail) = intake::read_mail(bytes) else {
        return DocumentView::Elsewhere;
    };
    let from = [mail.from_name, mail.from_address].into_iter().flatten();
    DocumentView::Message(MessageView {
        from: from.collect::<Vec<_>>().join(", "),
        subject: mail.subject,
        sent: mail.sent.map(|sent| sent.with_timezone(&zone)),
        text: mail.text,
        attachments: mail.attachments.into_iter().map(|file| file.name).collect(),
    })
}

fn words(document: &Document, bytes: &[u8]) -> DocumentView {
    let is_text = document.media_type.starts_with("text/") && !bytes.contains(&0);
    match intake::words_of(bytes) {
        Some(text) if is_text => {
            let shown = text.floor_char_boundary(MOST_WORDS);
            DocumentView::Text {
                cut: shown < text.len(),
                text: text[..shown].to_owned(),
            }
        }
        Some(_) | None => DocumentView::Elsewhere,
    }
}

/// A page of a document as a PNG or JPEG.
///
/// # Errors
/// [`crate::error::OfficeError::Damaged`], [`crate::error::OfficeError::Press`]
/// for what can't be drawn, and a field for what has no such page.
pub fn document_page(office: &Office, by: &By, input: DocumentPage) -> Result<Vec<u8>> {
    let of = DocumentRef {
        complaint: input.complaint,
        document: input.document,
    };
    let document = its(office.register().case(input.complaint)?, input.document)?;
    let looked_at = || {
        viewed(office)
            .clone()
            .filter(|v| v.sha256 == document.sha256)
    };
    let viewed = match looked_at() {
        Some(viewed) => Some(viewed),
        None => document_view(office, by, of).map(|_| looked_at())?,
    };
    let Some(viewed) = viewed else {
        return field("document", FieldProblem::Foreign);
    };
    if input.page >= viewed.pages {
        return field("page", FieldProblem::Foreign);
    }
    if !viewed.bytes.starts_with(b"%PDF-") {
        let shown = press::redrawn(&viewed.bytes, PICTURE_WIDTH);
        return Ok(shown.map_err(press::PressError::from)?);
    }
    let raster = open_to_draw(office, viewed)?;
    Ok(raster.page_png(input.page as usize, PAGE_DPI)?)
}

/// The file that is looked at, open to be drawn while its pages are turned.
fn open_to_draw(office: &Office, of: Viewed) -> Result<Arc<Raster>> {
    if let Some(raster) = of.raster {
        return Ok(raster);
    }
    let raster = Arc::new(Raster::open(of.bytes)?);
    if let Some(still) = viewed(office).as_mut()
        && still.sha256 == of.sha256
    {
        still.raster = Some(Arc::clone(&raster));
    }
    Ok(raster)
}
