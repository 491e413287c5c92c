//! What stands above the text: letterhead, reference, addressee, heading.

use crate::layout::composition::{Area, Composition};
use crate::layout::slug::{Slug, keep_together};
use crate::letter_frame::letterhead::{corner, longitudinal};
use crate::letter_frame::small_type::{filled, line, small};
use crate::model::{Align, Document, LetterheadForm, PaperTitle, Reference, Span};
use crate::page::structure::{Role, Structure};
use crate::pictures::PictureError;
use crate::sizes::{
    ADDRESSEE, ADDRESSEE_SHARE, CLOSE_LEADING, CORNER, HEADING, TAGLINE_SCALE, TITLE_SCALE,
};
use crate::text::no_break::hold_short_words;
use crate::units::MM;
use crate::words::{BLANK, reference_line, reply_line};

/// All that stands above the text.
///
/// # Errors
/// When the logo can't be read.
pub(crate) fn above_text(
    to: &mut Composition<'_>,
    doc: &Document,
) -> Result<Vec<Slug>, PictureError> {
    let area = Area::between_margins(to.page);
    let mut slugs = Vec::new();
    let right_width = (ADDRESSEE * MM).min(area.width * ADDRESSEE_SHARE);
    let right = Area {
        x: area.x + area.width - right_width,
        width: right_width,
    };
    let left = Area {
        x: area.x,
        width: (CORNER * MM).min(area.width - right_width - 4.0 * MM),
    };
    let leading = to.page.leading;
    let mut first = Slug::empty(0.0);
    let mut reference_gap = 0.0;
    if let Some(head) = &doc.letterhead {
        match head.form {
            LetterheadForm::Corner => {
                first = corner(to, head, left)?;
                reference_gap = leading * 0.6;
            }
            LetterheadForm::Longitudinal => slugs = longitudinal(to, head, area)?,
        }
    }
    if let Some(reference) = doc.reference.as_ref().filter(|_| doc.paper.is_none()) {
        put_reference(to, reference, left, &mut first, reference_gap);
    }
    let mut second = addressee(to, &doc.addressee, right);
    if first.height > 0.0 || second.height > 0.0 {
        let height = first.height.max(second.height);
        if height <= to.page.text_height() * MM {
            let mut slug = Slug::empty(height);
            slug.items = first.items;
            slug.items.append(&mut second.items);
            slug.before = if slugs.is_empty() { 0.0 } else { leading * 0.6 };
            slugs.push(slug);
        } else {
            // Too tall to stand side by side: one under the other, in pieces.
            slugs.extend(first.pieces(leading));
            slugs.extend(second.pieces(leading));
        }
    }
    let heading = doc.heading.as_deref().map(str::trim);
    let heading = heading.filter(|h| !h.is_empty());
    if let Some(paper) = &doc.paper {
        let mut title = paper_title(to, doc, paper, heading, area);
        if let (Some(first), false) = (title.first_mut(), slugs.is_empty()) {
            first.before = leading * 1.2;
        }
        slugs.append(&mut title);
    } else if let Some(heading) = heading {
        let mut lines = set_heading(to, heading, area);
        if let Some(first) = lines.first_mut() {
            first.before = if slugs.is_empty() { 0.0 } else { leading * 1.6 };
        }
        slugs.append(&mut lines);
    }
    if !slugs.is_empty() {
        slugs.push(Slug::gap(leading * 1.2));
    }
    slugs.iter_mut().for_each(|s| s.text = false);
    Ok(slugs)
}

fn put_reference(
    to: &mut Composition<'_>,
    reference: &Reference,
    area: Area,
    stack: &mut Slug,
    gap: f32,
) {
    let part = to.structure.add(Structure::ROOT, Role::Division);
    let style = small(to, TAGLINE_SCALE, Align::Left);
    let language = to.language;
    let own = reference_line(
        language,
        reference.number.as_deref(),
        reference.date.as_deref(),
    );
    stack.put_below(line(to, &own, style, area, part), gap);
    let (number, date) = (&reference.reply_number, &reference.reply_date);
    if number.is_some() || date.is_some() {
        let reply = reply_line(language, number.as_deref(), date.as_deref());
        stack.put_below(line(to, &reply, style, area, part), 2.0);
    }
}

/// The kind of paper and what it is about in the middle, and under them where and when it
/// was made.
fn paper_title(
    to: &mut Composition<'_>,
    doc: &Document,
    paper: &PaperTitle,
    heading: Option<&str>,
    area: Area,
) -> Vec<Slug> {
    let element = to.structure.add(Structure::ROOT, Role::Heading(1));
    to.last_level = 1;
    let mut style = to.style(TITLE_SCALE, Align::Centre);
    style.leading = style.characters.size * CLOSE_LEADING;
    style.characters.bold = true;
    let mut out = to.text(&[Span::name(paper.words.trim())], style, area, element);
    if let Some(heading) = heading {
        let mut style = to.style(1.0, Align::Centre);
        style.leading = style.characters.size * CLOSE_LEADING;
        style.characters.bold = true;
        let narrow = Area {
            x: area.x + area.width * 0.1,
            width: area.width * 0.8,
        };
        let words = Span::plain(hold_short_words(heading, to.language));
        let mut lines = to.text(&[words], style, narrow, element);
        if let Some(first) = lines.first_mut() {
            first.before = 2.0;
        }
        out.append(&mut lines);
    }
    let part = to.structure.add(Structure::ROOT, Role::Division);
    let half = area.width / 2.0;
    let place = match paper.place.trim() {
        "" => BLANK,
        known => known,
    };
    let style = small(to, 1.0, Align::Left);
    let mut row = Slug::empty(0.0);
    let at_left = Area {
        width: half,
        ..area
    };
    row.put_below(line(to, place, style, at_left, part), 0.0);
    let own = doc.reference.as_ref();
    let own = reference_line(
        to.language,
        own.and_then(|r| r.number.as_deref()),
        own.and_then(|r| r.date.as_deref()),
    );
    let style = small(to, 1.0, Align::Right);
    let lines = line(to, &own, style, area.inset(half), part);
    row.height = row.height.max(row.put(lines, 0.0));
    row.before = to.page.leading;
    out.push(row);
    keep_together(&mut out);
    out
}

fn addressee(to: &mut Composition<'_>, lines: &[String], area: Area) -> Slug {
    let mut stack = Slug::empty(0.0);
    if filled(lines).next().is_none() {
        return stack;
    }
    let part = to.structure.add(Structure::ROOT, Role::Division);
    let style = small(to, 1.0, Align::Left);
    for words in filled(lines) {
        stack.put_below(line(to, words, style, area, part), 1.0);
    }
    stack
}

fn set_heading(to: &mut Composition<'_>, heading: &str, area: Area) -> Vec<Slug> {
    let element = to.structure.add(Structure::ROOT, Role::Heading(1));
    to.last_level = 1;
    let mut style = to.style(1.0, Align::Left);
    style.leading = style.characters.size * CLOSE_LEADING;
    style.characters.bold = true;
    let narrow = Area {
        x: area.x,
        width: (HEADING * MM).min(area.width),
    };
    let words = Span::plain(hold_short_words(heading, to.language));
    let mut lines = to.text(&[words], style, narrow, element);
    keep_together(&mut lines);
    lines
}
