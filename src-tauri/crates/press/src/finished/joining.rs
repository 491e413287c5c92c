//! Several papers in one file: our own PDFs page by page, others' PDFs without
//! anything that acts, pictures each on a page of its own, and the untouched
//! originals attached.
//!
//! Such a file is a convenience for reading; it is no archival PDF, for nobody
//! knows what others' pages hold. The originals within are what counts.

use lopdf::{Document, Object, dictionary};

use crate::error::PressError;
use crate::finished::others_pages::others_pages;
use crate::finished::outline::outline;
use crate::finished::picture_page::picture_page;
use crate::model::{Attachment, Meta};
use crate::pdf::attachments;
use crate::pdf::identity::identity;
use crate::pdf::objects::{PRODUCER, date, saved, text};

/// One paper to be joined.
#[derive(Debug, Clone)]
pub struct Part {
    /// What it is called in the list of contents of the viewer.
    pub title: String,
    /// A PDF, PNG or JPEG file.
    pub bytes: Vec<u8>,
}

#[derive(Debug, Clone)]
pub struct Joined {
    /// What to write to the disk.
    pub pdf: Vec<u8>,
    /// The first page of each part, from 1; none for a part that could not be
    /// read and so has no page.
    pub first_pages: Vec<Option<usize>>,
    pub pages: usize,
}

/// Joins papers. A part that can't be read is left out and said so.
///
/// # Errors
/// When the file can't be written.
pub fn join(meta: &Meta, parts: &[Part], files: &[Attachment]) -> Result<Joined, PressError> {
    let mut doc = Document::with_version("1.7");
    let catalog = doc.new_object_id();
    let pages = doc.new_object_id();
    let mut kids: Vec<Object> = Vec::new();
    let mut first_pages = Vec::with_capacity(parts.len());
    for part in parts {
        let found = if part.bytes.starts_with(b"%PDF-") {
            others_pages(&mut doc, pages, &part.bytes)
        } else {
            picture_page(&mut doc, pages, &part.bytes).map(|id| vec![id])
        };
        match found {
            Some(ids) if !ids.is_empty() => {
                first_pages.push(Some(kids.len() + 1));
                kids.extend(ids.into_iter().map(Object::Reference));
            }
            Some(_) | None => first_pages.push(None),
        }
    }
    let count = kids.len();
    let titles = parts.iter().zip(&first_pages);
    let entries = titles.filter_map(|(part, first)| {
        let page = kids.get(first.as_ref()?.checked_sub(1)?)?;
        Some((part.title.as_str(), page.clone()))
    });
    let entries: Vec<(&str, Object)> = entries.collect();
    let outline = outline(&mut doc, &entries);
    doc.set_object(
        pages,
        dictionary! { "Type" => "Pages", "Count" => count as i64, "Kids" => kids },
    );
    let mut root = dictionary! {
        "Type" => "Catalog",
        "Pages" => pages,
        "Lang" => Object::string_literal(meta.language.tag()),
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
    };
    if let Some(outline) = outline {
        root.set("Outlines", outline);
        root.set("PageMode", "UseOutlines");
    }
    attachments::write(&mut doc, &mut root, files);
    doc.set_object(catalog, root);
    let info = doc.add_object(dictionary! {
        "Title" => text(&meta.title),
        "Author" => text(&meta.author),
        "Subject" => text(&meta.subject),
        "Producer" => text(PRODUCER),
        "CreationDate" => date(meta.created),
        "ModDate" => date(meta.created),
    });
    doc.trailer.set("Root", catalog);
    doc.trailer.set("Info", info);
    doc.prune_objects();
    let id = identity(&doc, &meta.seed);
    doc.trailer.set("ID", vec![id.clone(), id]);
    Ok(Joined {
        pdf: saved(&mut doc, 6)?,
        first_pages,
        pages: count,
    })
}
