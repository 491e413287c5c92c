//! Pages whose texts and pictures stand at given places. They go through the same display list
//! as letters and come out as the same archival PDF, each page of its own size.

use crate::fonts::shaping::ShapedWords;
use crate::layout::composition::{Area, Composition};
use crate::layout::figure::figure;
use crate::model::{FixedDocument, FixedPage, PageSetup, PlacedPicture, SMALLEST_TYPE, TextBox};
use crate::page::display_list::{Ink, Item, Page, Typeset, Warning};
use crate::page::structure::{Role, Structure};
use crate::pictures::PictureError;
use crate::pictures::cache::PictureCache;
use crate::sizes::CLOSE_LEADING;
use crate::units::{MM, usable};
use crate::words::frame_words;

/// Sets fixed pages: model to display list. Text is never a reason to fail.
///
/// # Errors
/// When a picture can't be read.
pub(crate) fn typeset_fixed(
    words: &ShapedWords,
    pictures: &PictureCache,
    document: &FixedDocument,
) -> Result<Typeset, PictureError> {
    let mut meta = document.meta.clone();
    if meta.title.trim().is_empty() {
        meta.title = frame_words(meta.language).document.to_owned();
    }
    let setup = PageSetup {
        family: document.family,
        hyphenate: false,
        numbers: false,
        ..PageSetup::default()
    };
    let mut composition = Composition::new(words, pictures, &setup, meta.language);
    let mut pages = Vec::with_capacity(document.pages.len());
    let mut warnings = Vec::new();
    for (at, page) in document.pages.iter().enumerate() {
        let (made, overfull) = set_page(&mut composition, page)?;
        pages.push(made);
        if overfull {
            warnings.push(Warning::Overfull { page: at + 1 });
        }
    }
    if !composition.missing.is_empty() {
        let characters = composition.missing.iter().collect();
        warnings.insert(0, Warning::MissingGlyphs { characters });
    }
    Ok(Typeset {
        meta,
        pages,
        structure: composition.structure,
        pictures: composition.pictures,
        attachments: Vec::new(),
        warnings,
    })
}

/// One page, and whether a text found no room on it.
fn set_page(to: &mut Composition<'_>, fixed: &FixedPage) -> Result<(Page, bool), PictureError> {
    let width = usable(fixed.width, 20.0, 2000.0);
    let height = usable(fixed.height, 20.0, 2000.0);
    let mut items: Vec<Item> = fixed
        .rules
        .iter()
        .map(|rule| {
            let at = (rule.x * MM, rule.y * MM);
            Item::rule(at, rule.width * MM, rule.height * MM, rule.grey)
        })
        .collect();
    let mut overfull = false;
    for text in &fixed.boxes {
        overfull |= put(to, text, &mut items);
    }
    for placed in &fixed.pictures {
        items.push(picture(to, placed)?);
    }
    let page = Page {
        width: width * MM,
        height: height * MM,
        items,
    };
    Ok((page, overfull))
}

/// A picture in the middle of its place.
fn picture(to: &mut Composition<'_>, placed: &PlacedPicture) -> Result<Item, PictureError> {
    let what = frame_words(to.language).picture;
    let (width, height) = (placed.width.max(1.0) * MM, placed.height.max(1.0) * MM);
    let own = placed.picture.clone().width_mm(placed.width);
    let made = figure(to, &own, width, height, Structure::ROOT, what)?;
    let x = placed.x * MM + (width - made.width) / 2.0;
    let y = placed.y * MM + (height - made.height) / 2.0;
    Ok(made.at(x, y))
}

/// Puts a text into its place; whether it found no room.
fn put(to: &mut Composition<'_>, text: &TextBox, items: &mut Vec<Item>) -> bool {
    let area = Area {
        x: text.x * MM,
        width: text.width * MM,
    };
    let room = text.height * MM;
    let largest = text
        .lines
        .iter()
        .map(|l| l.size)
        .fold(SMALLEST_TYPE, f32::max);
    // Trials go into a structure of their own, so that none of them is left behind.
    let mut scale = 1.0f32;
    loop {
        let kept = std::mem::take(&mut to.structure);
        let (height, wide) = lay(to, text, area, scale, &mut Vec::new());
        to.structure = kept;
        let smaller = scale - 0.05;
        if (height <= room + 0.05 && !wide) || smaller * largest < SMALLEST_TYPE {
            break;
        }
        scale = smaller;
    }
    let mut made = Vec::new();
    let (height, wide) = lay(to, text, area, scale, &mut made);
    let top = text.y * MM
        + if text.bottom {
            (room - height).max(0.0)
        } else {
            0.0
        };
    for mut item in made {
        item.ink.shift(0.0, top);
        items.push(item);
    }
    wide || height > room + 0.05
}

/// Sets the lines from the top; their height and whether one is too wide.
fn lay(
    to: &mut Composition<'_>,
    text: &TextBox,
    area: Area,
    scale: f32,
    items: &mut Vec<Item>,
) -> (f32, bool) {
    let (mut y, mut wide) = (0.0, false);
    for (at, line) in text.lines.iter().enumerate() {
        if line.spans.iter().all(|s| s.text.trim().is_empty()) {
            continue;
        }
        let size = (usable(line.size, SMALLEST_TYPE, 200.0) * scale).max(SMALLEST_TYPE);
        let mut style = to.style(1.0, line.align);
        style.characters.size = size;
        style.characters.hyphenate = false;
        style.leading = size * CLOSE_LEADING;
        if at > 0 {
            y += usable(line.before, 0.0, 200.0) * scale;
        }
        let element = to.structure.add(Structure::ROOT, Role::Paragraph);
        for slug in to.text(&line.spans, style, area, element) {
            for mut item in slug.items {
                if let Ink::Run(run) = &item.ink {
                    wide |= run
                        .glyphs
                        .last()
                        .is_some_and(|g| run.x + g.x > area.x + area.width + 1.0);
                }
                item.ink.shift(0.0, y);
                items.push(item);
            }
            y += slug.height;
        }
    }
    (y, wide)
}
