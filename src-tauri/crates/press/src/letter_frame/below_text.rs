//! What stands below the text: exhibits, enclosures, signatures, executor.

use crate::layout::blocks::blocks;
use crate::layout::composition::{Area, Composition};
use crate::layout::endnotes::endnotes;
use crate::layout::slug::{BreakBefore, Slug, make_room};
use crate::letter_frame::receipt::receipt;
use crate::letter_frame::signature::signature;
use crate::letter_frame::small_type::{filled, line, small};
use crate::model::{Align, Block, Document, Enclosures, Marker, Span};
use crate::page::structure::{ElementId, Role, Structure};
use crate::pictures::PictureError;
use crate::sizes::{DETAILS_SCALE, EXECUTOR_LINES};
use crate::units::MM;
use crate::words::enclosure_word;

/// How many lines a list of enclosures has at most that is not parted from the
/// signature.
const SHORT_LIST: usize = 5;

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
    let text_to = body.len();
    body.append(&mut endnotes(to, &doc.enclosed_notes, area));
    if let Some(enclosed) = &doc.enclosures {
        let mut slugs = enclosures(to, enclosed, area)?;
        // A short list goes over with the signature, and text with both; of a long
        // one, its end is enough.
        if slugs.len() <= SHORT_LIST {
            slugs.iter_mut().for_each(|s| s.text = false);
        }
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
    let mut signed = body.split_off(signed_from);
    make_room(&mut signed);
    body.append(&mut signed);
    if signed_from > 0 && signed_from < body.len() {
        let room = to.page.text_height() * MM;
        keep_with_text(body, text_to, signed_from, room);
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

/// Ties what is signed to at least two lines of the text before it, or as many rows
/// of its table, on pages with `room` points. The text goes up to `text_to`.
fn keep_with_text(body: &mut [Slug], text_to: usize, signed_from: usize, room: f32) {
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
        let in_text = i < text_to && !body[i].items.is_empty();
        if body[i].text || in_text {
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
    let from = to.structure.elements.len();
    let label = enclosed
        .label
        .as_deref()
        .unwrap_or_else(|| enclosure_word(to.language, items.len()));
    let left = |words: String| Block::aligned(Align::Left, vec![Span::plain(words)]);
    let mut slugs = match items.as_slice() {
        [] => return Ok(Vec::new()),
        [one] => blocks(to, &[left(format!("{label}: {one}"))], area, part, 0)?,
        many => {
            // The first stands beside the word.
            let style = to.style(1.0, Align::Left);
            let word = format!("{label}:");
            let beside = Area {
                x: area.x,
                width: to.width_of(&word, style.characters) + 0.4 * style.characters.size,
            };
            let element = to.structure.add(part, Role::Paragraph);
            let spans = [Span::name(word)];
            let mut word = to.text(&spans, style, beside, element);
            let list = Block::List {
                marker: Marker::Numbered { start: 1 },
                items: many.iter().map(|i| vec![left(i.clone())]).collect(),
            };
            let mut slugs = blocks(to, &[list], area.inset(beside.width), part, 1)?;
            match (word.first_mut(), slugs.first_mut()) {
                (Some(word), Some(first)) if word.height <= first.height + 0.1 => {
                    word.items.append(&mut first.items);
                    first.items = std::mem::take(&mut word.items);
                }
                _ => slugs.splice(0..0, word).for_each(drop),
            }
            slugs
        }
    };
    if let Some(first) = slugs.first_mut() {
        first.before += to.page.leading;
    }
    // The list's items, or the one paragraph.
    let made = from..to.structure.elements.len();
    let wanted = if items.len() > 1 {
        Role::Item
    } else {
        Role::Paragraph
    };
    let made: Vec<ElementId> = made
        .filter(|&at| to.structure.elements[at].role == wanted)
        .map(|at| ElementId(at as u32))
        .collect();
    for (at, note) in std::mem::take(&mut to.to_enclosures) {
        if let Some(item) = made.get(at) {
            to.structure.lead(note, *item);
        }
    }
    Ok(slugs)
}
