//! Sheets of exhibits: copies with the mark of an exhibit over them, words of a message or a text,
//! and what stands in place of an exhibit that is withheld.

use super::element::plain;
use super::frame::PaperFrame;
use super::vocabulary::words;
use crate::words::clean::clean_line;
use press::{
    Align, Block, BoxLine, ClosedPage, Document, Family, FixedDocument, FixedPage, Paragraph,
    Picture, PlacedPicture, Rule, Span, TextBox,
};

/// A4, mm.
const A4: (f32, f32) = (210.0, 297.0);
/// Around a copy, mm; the binding needs more.
const LEFT: f32 = 18.0;
const RIGHT: f32 = 8.0;
/// Where the mark of an exhibit stands and ends, where the copy begins, mm.
const MARK: (f32, f32) = (6.0, 13.0);
const TOP: f32 = 16.0;
/// Beneath the copy, mm.
const BOTTOM: f32 = 13.0;

/// Pictures that are the sheets of one exhibit, or some of them.
#[derive(Clone, Debug)]
pub struct SheetPictures<'p> {
    /// The mark of the exhibit: a phrase of the papers with places for the sheet and their number.
    pub mark: String,
    /// The exhibit's number, for those who can't see the pictures.
    pub exhibit: u32,
    /// Beneath each sheet: which file it is a copy of.
    pub foot: String,
    /// The sheets, each a PNG or a JPEG.
    pub sheets: &'p [Vec<u8>],
    /// How many sheets of the exhibit come before them.
    pub before: usize,
    /// How many it has in all.
    pub of: usize,
    /// Whether every sheet stands upright, whatever is on it.
    pub portrait: bool,
}

/// Each picture on a sheet of its own, nothing of it covered.
pub fn picture_sheets(pictures: &SheetPictures<'_>, frame: &PaperFrame<'_>) -> FixedDocument {
    let of = pictures.of.to_string();
    let pages = pictures.sheets.iter().enumerate().map(|(at, bytes)| {
        let sheet = (pictures.before + at + 1).to_string();
        let mark = pictures
            .mark
            .replace("{sheets}", &of)
            .replace("{sheet}", &sheet);
        let (w, h) = press::dimensions(bytes).unwrap_or((1, 1));
        let lies = !pictures.portrait && f64::from(w) > f64::from(h) * 1.15;
        let (width, height) = if lies { (A4.1, A4.0) } else { A4 };
        let text = |y: f32, tall: f32, line: BoxLine| TextBox {
            x: LEFT,
            y,
            width: width - LEFT - RIGHT,
            height: tall,
            lines: vec![line],
            bottom: false,
        };
        let number = pictures.exhibit.to_string();
        let alt = frame.phrase("bundle_picture", &[("sheet", &sheet), ("n", &number)]);
        let foot = BoxLine::plain(clean_line(&pictures.foot), 8.0);
        FixedPage {
            width,
            height,
            boxes: vec![
                text(
                    MARK.0,
                    7.0,
                    BoxLine::plain(mark, 11.0).bold().aligned(Align::Right),
                ),
                text(height - BOTTOM + 3.0, 8.0, foot),
            ],
            rules: vec![Rule {
                x: LEFT,
                y: MARK.1,
                width: width - LEFT - RIGHT,
                height: 0.2,
                grey: 0.5,
            }],
            pictures: vec![PlacedPicture {
                picture: Picture::new(bytes.clone(), alt),
                x: LEFT,
                y: TOP,
                width: width - LEFT - RIGHT,
                height: height - TOP - BOTTOM,
            }],
        }
    });
    FixedDocument {
        meta: frame.meta(label_of(&pictures.mark), ""),
        family: Family::Serif,
        pages: pages.collect(),
    }
}

/// The mark without its sheets: what the file is called.
fn label_of(mark: &str) -> String {
    mark.split(',').next().unwrap_or(mark).to_owned()
}

/// Words as sheets: a message, a text file, the text of a complaint.
#[derive(Clone, Debug)]
pub struct TextSheets<'t> {
    /// As in [`SheetPictures`].
    pub mark: String,
    pub foot: String,
    /// Lines over the text, as a message has them.
    pub head: Vec<String>,
    pub text: &'t str,
    /// A sentence under the text, as that it was cut.
    pub note: Option<String>,
}

/// The words, set as they are.
pub fn text_sheets(sheets: &TextSheets<'_>, frame: &PaperFrame<'_>) -> Document {
    let line = |text: &str| {
        Block::Paragraph(Paragraph {
            spans: vec![Span::name(text)],
            align: Align::Left,
            indent: Some(0.0),
            after: 2.0,
            ..Paragraph::default()
        })
    };
    let mut body: Vec<Block> = sheets.head.iter().map(|l| line(&clean_line(l))).collect();
    if !body.is_empty() {
        body.push(Block::Rule);
        body.push(Block::Space { mm: 2.0 });
    }
    for text in sheets.text.lines() {
        if text.trim().is_empty() {
            body.push(Block::Space { mm: 3.0 });
        } else {
            body.push(line(text));
        }
    }
    if let Some(note) = &sheets.note {
        body.push(Block::Space { mm: 3.0 });
        body.push(plain(note.clone()));
    }
    let mut document = Document::new(frame.meta(label_of(&sheets.mark), ""), body);
    document.page.indent = 0.0;
    document.page.size = 11.0;
    document.page.leading = 13.5;
    document.page.numbers = false;
    document.head = Some(sheets.mark.clone());
    document.foot = Some(clean_line(&sheets.foot));
    document
}

/// What is told of an exhibit that is not shown.
#[derive(Clone, Debug)]
pub struct WithheldSheet {
    pub mark: String,
    pub exhibit: u32,
    pub media_type: String,
    /// Bytes of the original.
    pub bytes: u64,
    /// Its SHA-256.
    pub sha256: String,
}

/// The sheet in place of an exhibit that is withheld.
pub fn withheld_sheet(sheet: &WithheldSheet, frame: &PaperFrame<'_>) -> Document {
    let number = sheet.exhibit.to_string();
    let title = frame.phrase("bundle_withheld_title", &[("n", &number)]);
    let (kind, bytes) = (clean_line(&sheet.media_type), sheet.bytes.to_string());
    let body = vec![
        Block::Space { mm: 70.0 },
        Block::Heading {
            level: 1,
            spans: vec![Span::plain(title.clone())],
        },
        plain(frame.phrase(
            "bundle_withheld_what",
            &[("kind", &kind), ("bytes", &bytes)],
        )),
        plain(frame.phrase("bundle_withheld_sha", &[("sha", &sheet.sha256)])),
    ];
    let mut document = Document::new(frame.meta(title, ""), body);
    document.page.numbers = false;
    document.head = Some(sheet.mark.clone());
    document
}

/// Pages of which only pictures are left, as a paper.
pub fn closed_copy(title: String, pages: Vec<ClosedPage>, frame: &PaperFrame<'_>) -> FixedDocument {
    let alt = words(frame.language).word("bundle_closed_page");
    let pages = pages.into_iter().map(|page| FixedPage {
        width: page.width,
        height: page.height,
        pictures: vec![PlacedPicture {
            picture: Picture::new(page.picture, alt),
            x: 0.0,
            y: 0.0,
            width: page.width,
            height: page.height,
        }],
        ..FixedPage::default()
    });
    FixedDocument {
        meta: frame.meta(title, ""),
        family: Family::Serif,
        pages: pages.collect(),
    }
}
