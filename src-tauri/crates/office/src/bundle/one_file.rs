//! A bundle as one archival PDF: cover, contents, course of events, every paper; the originals attached.

use crate::bundle::gathered::Gathered;
use crate::bundle::piece::Piece;
use crate::bundle::printing::Printing;
use crate::bundle::values::{BundleForm, BundleLine, BundleNote};
use crate::document::content::content_bytes;
use crate::error::Result;
use crate::office::Office;
use complaint::Language;
use letter::{BundlePart, BundleSum};
use press::{Attachment, Part, Relationship};

/// The longest original that is attached, and the most of all, bytes.
const LONGEST: u64 = 64 << 20;
const MOST: u64 = 256 << 20;

/// A file that was bound, and what there is to say of its papers.
pub(crate) struct OneFile {
    pub pdf: Vec<u8>,
    pub pages: usize,
    pub lines: Vec<BundleLine>,
}

/// Binds what was gathered. In a folder the originals lie beside and are not attached.
///
/// # Errors
/// Those of the typesetter; [`crate::error::OfficeError::Damaged`].
pub(crate) fn one_file(office: &Office, gathered: &Gathered<'_>) -> Result<OneFile> {
    let printing = Printing {
        frame: &gathered.frame,
        number: gathered.number(),
        portrait: false,
    };
    let attaches = gathered.form == BundleForm::OneFile && gathered.closing.is_none();
    let (mut parts, mut attached) = (Vec::new(), Vec::new());
    let mut room = MOST;
    let mut lines = Vec::new();
    let mut where_it_is = Vec::new();
    for (at, (piece, notes)) in gathered.pieces.iter().enumerate() {
        let shown = printing.whole(piece)?;
        let is_file = !piece.sha256.is_empty();
        let fits = piece.bytes <= LONGEST && piece.bytes <= room;
        let mut notes = notes.clone();
        if is_file && attaches && fits {
            room -= piece.bytes;
            attached.push(attachment(office, gathered, piece, at + 1)?);
        }
        let place = match (&shown, attaches && fits) {
            (Some(_), false) if is_file && attaches => {
                Some(("bundle_separate", BundleNote::Separate))
            }
            (Some(_), _) => None,
            (None, true) => Some(("bundle_attached", BundleNote::AsFile)),
            (None, false) if gathered.form == BundleForm::Folder => {
                Some(("bundle_beside", BundleNote::AsFile))
            }
            (None, false) => Some(("bundle_separate", BundleNote::Separate)),
        };
        notes.extend(place.map(|(_, note)| note));
        where_it_is.push(place.map(|(word, _)| word));
        lines.push(BundleLine {
            label: piece.label.clone(),
            title: gathered.shown(&piece.title),
            file: String::new(),
            sheets: shown.is_some().then(|| piece.count() as u32),
            bytes: piece.bytes,
            notes,
        });
        if let Some(bytes) = shown {
            let title = gathered.named(piece);
            parts.push(Part { title, bytes });
        }
    }
    let (front, _) = front_with_pages(gathered, &where_it_is)?;
    let mut all = vec![Part {
        title: gathered.phrase("bundle_cover", &[]),
        bytes: front,
    }];
    all.extend(parts);
    let bound = press::bind(&meta(gathered), all, attached)?;
    Ok(OneFile {
        pdf: bound.pdf,
        pages: bound.pages,
        lines,
    })
}

fn attachment(
    office: &Office,
    gathered: &Gathered<'_>,
    piece: &Piece,
    place: usize,
) -> Result<Attachment> {
    Ok(Attachment {
        name: format!("{place:02} {}", piece.file_name),
        mime: piece.media_type.clone(),
        description: gathered.named(piece),
        relationship: Relationship::Source,
        modified: gathered.frame.created,
        bytes: content_bytes(office, &piece.sha256)?,
    })
}

/// The first pages, which name the pages of what follows them; `elsewhere` has a word for each paper
/// that has none.
fn front_with_pages(
    gathered: &Gathered<'_>,
    elsewhere: &[Option<&'static str>],
) -> Result<(Vec<u8>, usize)> {
    let mut front = gathered.front();
    front.notes = notes(gathered);
    let parts = |ahead: usize| {
        let mut page = ahead + 1;
        let pieces = gathered.pieces.iter().zip(elsewhere);
        let parts = pieces.map(|((piece, _), elsewhere)| {
            let place = match elsewhere {
                Some(word) => gathered.phrase(word, &[]),
                None => gathered.phrase("bundle_page", &[("n", &page.to_string())]),
            };
            page += piece.count();
            part(piece, place, original(gathered, piece))
        });
        parts.collect::<Vec<_>>()
    };
    // Set once to learn how many pages come before the papers: numbers of as many digits as there
    // will be take as many lines.
    front.parts = parts(1_000);
    let printed = press::print(&letter::bundle_front(&front, &gathered.frame))?;
    front.parts = parts(printed.pages);
    let mut again = press::print(&letter::bundle_front(&front, &gathered.frame))?.pages;
    if again != printed.pages {
        front.parts = parts(again);
        again = press::print(&letter::bundle_front(&front, &gathered.frame))?.pages;
        front.parts = parts(again);
    }
    gathered.front_printed(&front)
}

/// A paper as the contents name it.
pub(crate) fn part(piece: &Piece, place: String, sums: Vec<BundleSum>) -> BundlePart {
    BundlePart {
        label: piece.label.clone(),
        title: piece.title.clone(),
        date: Some(piece.date),
        sheets: (piece.count() > 0).then(|| piece.count()),
        place,
        sums,
    }
}

/// The hash of what a paper was made from; said to be that where it does not lie in the bundle.
fn original(gathered: &Gathered<'_>, piece: &Piece) -> Vec<BundleSum> {
    let of = match gathered.closing {
        None => String::new(),
        Some(_) => gathered.phrase("bundle_sum_original", &[]),
    };
    let sha256 = piece.sha256.clone();
    Some(BundleSum { of, sha256 })
        .filter(|sum| !sum.sha256.is_empty())
        .into_iter()
        .collect()
}

fn notes(gathered: &Gathered<'_>) -> Vec<String> {
    if gathered.closing.is_some() {
        return vec![gathered.phrase("bundle_closed", &[])];
    }
    let originals = match gathered.form {
        BundleForm::OneFile => "bundle_originals",
        BundleForm::Folder | BundleForm::Court | BundleForm::RegisteredMail => "bundle_hashes",
    };
    vec![
        gathered.phrase("bundle_copies", &[]),
        gathered.phrase(originals, &[]),
    ]
}

fn meta(gathered: &Gathered<'_>) -> press::Meta {
    let number = gathered.number();
    press::Meta {
        title: gathered.phrase("bundle_title", &[("number", number)]),
        author: gathered.shown(&gathered.frame.office.requisites.name),
        subject: number.to_owned(),
        language: match gathered.frame.language {
            Language::Ru => press::Language::Ru,
            Language::En => press::Language::En,
        },
        created: gathered.frame.created,
        seed: gathered.frame.seed.clone(),
    }
}
