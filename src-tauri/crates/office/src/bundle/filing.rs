//! A bundle as a file for each paper, within what a court or the post takes.

use crate::bundle::gathered::Gathered;
use crate::bundle::one_file::part;
use crate::bundle::piece::{Piece, PieceKind, Sheets};
use crate::bundle::printing::Printing;
use crate::bundle::values::{
    Bundle, BundleContent, BundleFile, BundleForm, BundleLine, BundleNote,
};
use crate::document::content::hash;
use crate::error::Result;
use crate::texts::texts;
use complaint::Document;
use deadline::{Filing, filing_rules};
use letter::BundleSum;
use std::ops::Range;

/// How fine pictures are made, one after another, until a file is small enough; dots per inch.
const FINENESS: [f32; 3] = [150.0, 110.0, 80.0];

/// The width of a copy on its sheet, pt.
const COPY_WIDTH: f32 = 521.0;
/// The resolution up to which `press` makes pictures ready for print, dots per inch.
const PRINT_DPI: f32 = 300.0;

/// The most characters of a paper's own name in the name of its file.
const NAME: usize = 60;

/// What the files are to be.
struct Limits {
    most_bytes: u64,
    /// Whether pictures may be made less fine than they were drawn.
    may_coarsen: bool,
    portrait: bool,
}

fn limits(gathered: &Gathered<'_>) -> Limits {
    let filing = match gathered.form {
        BundleForm::RegisteredMail => Filing::RegisteredMail,
        BundleForm::Court | BundleForm::OneFile | BundleForm::Folder => Filing::Court,
    };
    let rules = filing_rules(filing, gathered.today);
    Limits {
        most_bytes: rules
            .iter()
            .filter_map(|rule| rule.most_bytes)
            .min()
            .unwrap_or(u64::MAX),
        may_coarsen: rules.iter().all(|rule| rule.least_dpi.is_none()),
        portrait: rules.iter().any(|rule| rule.portrait),
    }
}

/// One file of a paper: which sheets it holds.
struct Filed {
    pdf: Vec<u8>,
    sheets: usize,
    too_large: bool,
}

/// Puts the files together, with a list of them in front.
///
/// # Errors
/// Those of the typesetter.
pub(crate) fn filed(gathered: &Gathered<'_>, name: String) -> Result<Bundle> {
    let limits = limits(gathered);
    let texts = texts(gathered.frame.language);
    let printing = Printing {
        frame: &gathered.frame,
        number: gathered.number(),
        portrait: limits.portrait,
    };
    let (mut files, mut lines, mut parts) = (Vec::new(), Vec::new(), Vec::new());
    let mut signed = Vec::new();
    for (at, (piece, notes)) in gathered.pieces.iter().enumerate() {
        let signs =
            |document: &Document| gathered.signatures.iter().any(|(_, s)| s.id == document.id);
        if piece.exhibit().is_some_and(signs) {
            continue;
        }
        let made = made(piece, &printing, &limits)?;
        let place = match made.is_empty() {
            true => gathered.phrase("bundle_separate", &[]),
            false => gathered.phrase("bundle_file_no", &[("n", &format!("{:02}", at + 1))]),
        };
        parts.push(part(piece, place, sums(gathered, piece, &made)));
        if made.is_empty() {
            lines.push(BundleLine {
                label: piece.label.clone(),
                title: gathered.shown(&piece.title),
                file: String::new(),
                sheets: None,
                bytes: piece.bytes,
                notes: [notes.as_slice(), &[BundleNote::Separate]].concat(),
            });
        }
        let of = made.len();
        for (number, one) in made.into_iter().enumerate() {
            let mut notes = notes.clone();
            if of > 1 {
                notes.push(BundleNote::Split);
            }
            if one.too_large {
                notes.push(BundleNote::TooLarge);
            }
            let which = (of > 1).then(|| (texts.bundle_part)(number + 1, of));
            let path = file_name(gathered, piece, at + 1, which, one.sheets);
            for (place, document) in signatures(gathered, piece).into_iter().enumerate() {
                notes.push(BundleNote::Signed);
                let again = if place == 0 {
                    String::new()
                } else {
                    format!(".{}", place + 1)
                };
                signed.push(BundleFile {
                    path: format!("{path}{again}.sig"),
                    content: BundleContent::Kept(document.sha256.clone()),
                });
            }
            notes.dedup();
            lines.push(BundleLine {
                label: piece.label.clone(),
                title: gathered.shown(&piece.title),
                file: path.clone(),
                sheets: Some(one.sheets as u32),
                bytes: one.pdf.len() as u64,
                notes,
            });
            files.push(BundleFile {
                path,
                content: BundleContent::Made(one.pdf),
            });
        }
    }
    let mut front = gathered.front();
    front.parts = parts;
    front.notes = match gathered.closing {
        Some(_) => vec![gathered.phrase("bundle_closed", &[])],
        None => vec![
            gathered.phrase("bundle_copies", &[]),
            gathered.phrase("bundle_hashes_filed", &[]),
        ],
    };
    let (pdf, sheets) = gathered.front_printed(&front)?;
    let path = format!(
        "00 {} {}.pdf",
        texts.bundle_list,
        (texts.bundle_sheets)(sheets)
    );
    lines.insert(
        0,
        BundleLine {
            label: texts.bundle_list.to_owned(),
            title: String::new(),
            file: path.clone(),
            sheets: Some(sheets as u32),
            bytes: pdf.len() as u64,
            notes: Vec::new(),
        },
    );
    files.insert(
        0,
        BundleFile {
            path,
            content: BundleContent::Made(pdf),
        },
    );
    if gathered.form == BundleForm::RegisteredMail {
        files.push(to_sign(gathered, &files));
    }
    files.extend(signed);
    Ok(Bundle { name, files, lines })
}

/// The hashes of a paper's files in the set, and that of the original where none of them is it.
fn sums(gathered: &Gathered<'_>, piece: &Piece, made: &[Filed]) -> Vec<BundleSum> {
    let texts = texts(gathered.frame.language);
    let mut sums: Vec<BundleSum> = made
        .iter()
        .enumerate()
        .map(|(number, one)| BundleSum {
            of: match made.len() {
                1 => String::new(),
                of => (texts.bundle_part)(number + 1, of),
            },
            sha256: hash(&one.pdf),
        })
        .collect();
    if !piece.sha256.is_empty() && sums.iter().all(|sum| sum.sha256 != piece.sha256) {
        sums.push(BundleSum {
            of: gathered.phrase("bundle_sum_original", &[]),
            sha256: piece.sha256.clone(),
        });
    }
    sums
}

/// The signatures of a letter.
fn signatures<'g>(gathered: &'g Gathered<'_>, piece: &Piece) -> Vec<&'g Document> {
    let letter = match &piece.kind {
        PieceKind::Letter(letter) => Some(*letter),
        PieceKind::Complaint | PieceKind::Exhibit(_) => None,
    };
    let its = gathered.signatures.iter();
    its.filter(|(of, _)| Some(*of) == letter)
        .map(|(_, document)| document)
        .collect()
}

/// «03 Приложение 3 чек 1л.pdf»: what it is and how many sheets.
fn file_name(
    gathered: &Gathered<'_>,
    piece: &Piece,
    place: usize,
    which: Option<String>,
    sheets: usize,
) -> String {
    let texts = texts(gathered.frame.language);
    let title = gathered.shown(&piece.title);
    let title = match title.rsplit_once('.') {
        Some((stem, ending)) if piece.exhibit().is_some() && ending.len() <= 5 => stem,
        _ => title.as_str(),
    };
    let title: String = title.chars().take(NAME).collect();
    let mut words = vec![format!("{place:02}"), piece.label.replace('/', "-")];
    if !title.trim().is_empty() {
        words.push(title.trim().replace(['/', '\\', '█'], "-"));
    }
    words.extend(which);
    words.push((texts.bundle_sheets)(sheets));
    complaint::safe_file_name(&format!("{}.pdf", words.join(" ")))
}

/// The files of one paper; none for one that can't be shown.
fn made(piece: &Piece, printing: &Printing<'_>, limits: &Limits) -> Result<Vec<Filed>> {
    let all = match &piece.sheets {
        Sheets::None => return Ok(Vec::new()),
        Sheets::File(pdf, pages) => {
            return Ok(vec![Filed {
                too_large: pdf.len() as u64 > limits.most_bytes,
                pdf: pdf.clone(),
                sheets: *pages,
            }]);
        }
        Sheets::Pictures(all) => all,
    };
    if !limits.may_coarsen {
        return split(piece, all, printing, limits);
    }
    let mut best = Vec::new();
    for dpi in FINENESS {
        let coarse: std::result::Result<Vec<_>, _> =
            all.iter().map(|bytes| coarser(bytes, dpi)).collect();
        best = split(piece, &coarse?, printing, limits)?;
        if best.len() == 1 && best.iter().all(|one| !one.too_large) {
            break;
        }
    }
    Ok(best)
}

/// A picture no finer than that on its sheet.
fn coarser(bytes: &[u8], dpi: f32) -> Result<Vec<u8>> {
    // First what is like a photograph becomes one, then its points are fewer, then its shades.
    let plain = press::closed_picture(bytes, &[])?;
    let small = press::print_ready(&plain, COPY_WIDTH * dpi / PRINT_DPI);
    let small = small.map_err(press::PressError::from)?;
    Ok(press::closed_picture(&small, &[])?)
}

/// The sheets in as many files as it takes.
fn split(
    piece: &Piece,
    all: &[Vec<u8>],
    printing: &Printing<'_>,
    limits: &Limits,
) -> Result<Vec<Filed>> {
    let mut out = Vec::new();
    let whole: Range<usize> = 0..all.len();
    let mut waiting = vec![whole];
    while let Some(range) = waiting.pop() {
        let pdf = printing.some(piece, all, range.clone())?;
        let too_large = pdf.len() as u64 > limits.most_bytes;
        if too_large && range.len() > 1 {
            let middle = range.start + range.len() / 2;
            waiting.push(middle..range.end);
            waiting.push(range.start..middle);
            continue;
        }
        out.push(Filed {
            pdf,
            sheets: range.len(),
            too_large,
        });
    }
    Ok(out)
}

/// Which file is to be signed, and what its signature is to be called.
fn to_sign(gathered: &Gathered<'_>, files: &[BundleFile]) -> BundleFile {
    let texts = texts(gathered.frame.language);
    let mut text = format!("{}\r\n\r\n", texts.bundle_to_sign);
    for file in files {
        text.push_str(&format!("{path} -> {path}.sig\r\n", path = file.path));
    }
    BundleFile {
        path: texts.bundle_signatures_file.to_owned(),
        content: BundleContent::Made(text.into_bytes()),
    }
}
