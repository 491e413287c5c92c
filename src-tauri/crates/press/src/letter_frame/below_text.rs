//! What stands below the text: exhibits, enclosures, signatures, executor.

use crate::layout::blocks::blocks;
use crate::layout::composition::{Area, Composition};
use crate::layout::endnotes::endnotes;
use crate::layout::slug::{BreakBefore, Slug};
use crate::letter_frame::receipt::receipt;
use crate::letter_frame::signature::signature;
use crate::letter_frame::small_type::{filled, line, small};
use crate::model::{Align, Block, Document, Enclosures, Marker, Paragraph, Span};
use crate::page::structure::{Role, Structure};
use crate::pictures::PictureError;
use crate::sizes::{DETAILS_SCALE, EXECUTOR_LINES};
use crate::units::MM;
use crate::words::enclosure_word;

/// All that stands below the text. `body` is what it must not leave alone.
///
/// # Errors
/// When a picture can't be read.
pub(crate) fn below_text(
    to: &mut Composition<'_>,
    doc: &Document,
    body: &mut Vec<Slug>,
) -> Result<(), PictureError> {
    let area = Area::between_margins(to.page);
    body.append(&mut endnotes(to, area));
    if let Some(enclosed) = &doc.enclosures {
        let mut slugs = enclosures(to, enclosed, area)?;
        slugs.iter_mut().for_each(|s| s.text = false);
        body.append(&mut slugs);
    }
    let signed_from = body.len();
    for (i, signed) in doc.signatures.iter().enumerate() {
        let mut slugs = signature(to, signed, area)?;
        if i == 0
            && let Some(first) = slugs.first_mut()
        {
            first.break_before = BreakBefore::Avoid;
        }
        body.append(&mut slugs);
    }
    if doc.receipt {
        body.push(receipt(to, area));
    }
    if filled(&doc.executor).next().is_some() {
        body.push(executor(to, &doc.executor, area));
    }
    if signed_from > 0 && signed_from < body.len() {
        keep_with_text(body, signed_from, to.page.text_height() * MM);
    }
    Ok(())
}

fn executor(to: &mut Composition<'_>, lines: &[String], area: Area) -> Slug {
    let part = to.structure.add(Structure::ROOT, Role::Division);
    let mut slug = Slug::empty(0.0);
    let narrow = Area {
        x: area.x,
        width: area.width * 0.6,
    };
    for words in filled(lines).take(EXECUTOR_LINES) {
        let style = small(to, DETAILS_SCALE, Align::Left);
        slug.put_below(line(to, words, style, narrow, part), 0.0);
    }
    slug.before = to.page.leading;
    slug.break_before = BreakBefore::Avoid;
    slug.pinned = true;
    slug
}

/// Ties what is signed to at least two lines of the text before it, on pages with
/// `room` points.
fn keep_with_text(body: &mut [Slug], signed_from: usize, room: f32) {
    let mut lines = 0;
    let mut height: f32 = body[signed_from..]
        .iter()
        .map(|s| s.height + s.before)
        .sum();
    for i in (0..signed_from).rev() {
        height += body[i].height + body[i].before;
        if height > room * 0.75 {
            break;
        }
        if body[i + 1].break_before == BreakBefore::Allowed {
            body[i + 1].break_before = BreakBefore::Avoid;
        }
        if body[i].text {
            lines += 1;
        }
        if lines >= 2 {
            break;
        }
    }
}

fn enclosures(
    to: &mut Composition<'_>,
    enclosed: &Enclosures,
    area: Area,
) -> Result<Vec<Slug>, PictureError> {
    let part = to.structure.add(Structure::ROOT, Role::Division);
    let items = &enclosed.items;
    let label = enclosed
        .label
        .as_deref()
        .unwrap_or_else(|| enclosure_word(to.language, items.len()));
    let left = |words: String| Block::aligned(Align::Left, vec![Span::plain(words)]);
    let set = match items.as_slice() {
        [] => return Ok(Vec::new()),
        [one] => vec![left(format!("{label}: {one}"))],
        many => {
            let head = Paragraph {
                spans: vec![Span::plain(format!("{label}:"))],
                align: Align::Left,
                keep_with_next: true,
                ..Paragraph::default()
            };
            vec![
                Block::Paragraph(head),
                Block::List {
                    marker: Marker::Numbered { start: 1 },
                    items: many.iter().map(|i| vec![left(i.clone())]).collect(),
                },
            ]
        }
    };
    let mut slugs = blocks(to, &set, area, part, 0)?;
    if let Some(first) = slugs.first_mut() {
        first.before += to.page.leading;
    }
    Ok(slugs)
}
