//! A bundle as a folder that any browser reads: a page without scripts that fetches nothing, the
//! originals beside it under harmless names, stamped copies, the one PDF, and the hashes of all.

use crate::bundle::gathered::Gathered;
use crate::bundle::one_file::one_file;
use crate::bundle::page::{PagePaper, page};
use crate::bundle::piece::{Piece, PieceKind, Sheets};
use crate::bundle::printing::Printing;
use crate::bundle::values::{Bundle, BundleContent, BundleFile, BundleLine};
use crate::document::content::hash;
use crate::document::opening_kind::{OpeningKind, opening_kind};
use crate::error::Result;
use crate::office::Office;
use crate::texts::{Texts, texts};

/// The list of hashes, as `sha256sum --check` reads it.
const SUMS: &str = "SHA256SUMS.txt";

/// Puts the folder together.
///
/// # Errors
/// Those of the typesetter; [`crate::error::OfficeError::Damaged`].
pub(crate) fn folder(office: &Office, gathered: &Gathered<'_>, name: String) -> Result<Bundle> {
    let bound = one_file(office, gathered)?;
    let whole = format!("{name}.pdf");
    let printing = Printing {
        frame: &gathered.frame,
        number: gathered.number(),
        portrait: false,
    };
    let words = texts(gathered.frame.language);
    let mut files = Vec::new();
    let mut papers = Vec::new();
    let mut lines = vec![BundleLine {
        label: gathered.phrase("bundle_title", &[("number", gathered.number())]),
        title: String::new(),
        file: whole.clone(),
        sheets: Some(bound.pages as u32),
        bytes: bound.pdf.len() as u64,
        notes: Vec::new(),
    }];
    for (at, ((piece, _), mut line)) in gathered.pieces.iter().zip(bound.lines).enumerate() {
        let original = match &gathered.closing {
            None if !piece.sha256.is_empty() => Some(original(office, piece, at + 1, words)?),
            None | Some(_) => None,
        };
        let copy = match (&piece.kind, &piece.sheets) {
            (_, Sheets::None) => None,
            // A letter is its own file.
            (PieceKind::Letter(_), _) if original.is_some() => None,
            _ => {
                let path = complaint::safe_file_name(&format!("{:02} {}.pdf", at + 1, piece.label));
                Some(format!("{}/{path}", words.bundle_folder_sheets))
            }
        };
        if let (Some(path), Some(pdf)) = (&copy, printing.whole(piece)?) {
            files.push(BundleFile {
                path: path.clone(),
                content: BundleContent::Made(pdf),
            });
        }
        if let Some((path, _)) = &original {
            files.push(BundleFile {
                path: path.clone(),
                content: BundleContent::Kept(piece.sha256.clone()),
            });
        }
        let path = original.as_ref().map(|(path, _)| path.clone());
        line.file = path.or_else(|| copy.clone()).unwrap_or_default();
        lines.push(line);
        papers.push(PagePaper {
            piece,
            original,
            copy,
        });
    }
    let index = page(gathered, &papers, &whole);
    files.insert(
        0,
        BundleFile {
            path: whole,
            content: BundleContent::Made(bound.pdf),
        },
    );
    files.insert(
        0,
        BundleFile {
            path: "index.html".to_owned(),
            content: BundleContent::Made(index.into_bytes()),
        },
    );
    let sums: String = files
        .iter()
        .map(|file| {
            let sum = match &file.content {
                BundleContent::Made(bytes) => hash(bytes),
                BundleContent::Kept(sha256) => sha256.clone(),
            };
            format!("{sum}  {}\n", file.path)
        })
        .collect();
    files.push(BundleFile {
        path: SUMS.to_owned(),
        content: BundleContent::Made(sums.into_bytes()),
    });
    Ok(Bundle { name, files, lines })
}

/// Where an original lies, and whether a browser may be led to it: what does something when it is
/// opened lies under an ending that nothing opens.
fn original(office: &Office, piece: &Piece, place: usize, words: &Texts) -> Result<(String, bool)> {
    let name = complaint::safe_file_name(&format!("{place:02} {}", piece.file_name));
    let Some(document) = piece.exhibit() else {
        return Ok((format!("{}/{name}", words.bundle_folder_letters), true));
    };
    let folder = words.bundle_folder_originals;
    Ok(match opening_kind(office, document)? {
        OpeningKind::OnlySaved => (format!("{folder}/{name}.original"), false),
        OpeningKind::Looked | OpeningKind::Asked(_) => (format!("{folder}/{name}"), true),
    })
}
