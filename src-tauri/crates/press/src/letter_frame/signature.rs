//! One who signs: post at the left, name at the right, and between them room for a
//! hand or pictures of what it did.

use crate::layout::composition::{Area, Composition};
use crate::layout::figure::{Figure, figure};
use crate::layout::slug::{BreakBefore, Over, Slug};
use crate::letter_frame::small_type::{line, small};
use crate::model::{Align, Signature, Span};
use crate::page::structure::{Role, Structure};
use crate::pictures::PictureError;
use crate::sizes::{POST, POST_SHARE, SIGNATURE, STAMP, STAMP_PLACE_SCALE};
use crate::units::MM;
use crate::words::frame_words;

/// The narrowest room for a hand beside a stamp, in millimetres.
const NARROWEST_HAND: f32 = 24.0;

/// A signature with its closing words and its stamp.
///
/// # Errors
/// When a picture can't be read.
pub(crate) fn signature(
    to: &mut Composition<'_>,
    signed: &Signature,
    area: Area,
) -> Result<Vec<Slug>, PictureError> {
    let part = to.structure.add(Structure::ROOT, Role::Division);
    let words = frame_words(to.language);
    let mut out = Vec::new();
    let style = small(to, 1.0, Align::Left);
    if let Some(closing) = signed.closing.as_deref().filter(|c| !c.trim().is_empty()) {
        let body = to.style(1.0, Align::Left);
        let mut lines = line(to, closing, body, area, part);
        if let Some(first) = lines.first_mut() {
            first.before = to.page.leading;
        }
        for slug in &mut lines {
            slug.break_before = BreakBefore::Avoid;
        }
        out.append(&mut lines);
    }
    let name_width = to
        .width_of(&signed.name, style.characters)
        .min(area.width * 0.4)
        + 1.0;
    let post_area = Area {
        x: area.x,
        width: (POST * MM).min(area.width * POST_SHARE),
    };
    let mut post = Slug::empty(0.0);
    post.put_below(line(to, &signed.post, style, post_area, part), 0.0);
    let name_area = Area {
        x: area.x + area.width - name_width,
        width: name_width,
    };
    let mut right = style;
    right.align = Align::Right;
    let element = to.structure.add(part, Role::Paragraph);
    let own_name = [Span::name(signed.name.as_str())];
    let mut lines = to.text(&own_name, right, name_area, element);
    if lines.len() > 6 {
        lines = to.text(&own_name, right, area, element);
    }
    let mut name = Slug::empty(0.0);
    name.put_below(lines, 0.0);
    // The middle, where one signs and stamps: behind what the post's lines take.
    let middle = (
        post.ink().map_or(post_area.x, |ink| ink.1) + 3.0 * MM,
        name_area.x - 2.0 * MM,
    );
    let mut drawn: Vec<(f32, Figure)> = Vec::new();
    let mut below = None;
    let mut left = middle.0;
    if let Some(stamp) = &signed.stamp {
        let stamp = figure(to, stamp, STAMP * MM, STAMP * MM, part, words.stamp)?;
        // The hand stands beside the stamp, never under it.
        let hand = signed.picture.as_ref().map_or(0.0, |_| NARROWEST_HAND * MM);
        if stamp.width + hand <= middle.1 - middle.0 {
            drawn.push((middle.0, stamp));
            left += stamp.width + MM;
        } else {
            below = Some(stamp);
        }
    }
    if let Some(picture) = &signed.picture {
        let room = (middle.1 - left).max(12.0 * MM);
        let (widest, tallest) = (room.min(SIGNATURE.0 * MM), SIGNATURE.1 * MM);
        let hand = figure(to, picture, widest, tallest, part, words.signature)?;
        drawn.push((middle.1 - hand.width, hand));
    }
    let height = post.height.max(name.height);
    if height > to.page.text_height() * MM * 0.7 {
        out.extend(post.pieces(style.leading));
        out.extend(name.pieces(style.leading));
        return Ok(out);
    }
    let mut slug = Slug::empty(height);
    slug.break_before = BreakBefore::Avoid;
    slug.before = if drawn.is_empty() {
        11.0 * MM
    } else {
        to.page.leading * 0.4
    };
    for side in [post, name] {
        let y = height - side.height;
        slug.put(vec![side], y);
    }
    // What is drawn stands with its middle at the last base line, and takes no
    // height of its own: it reaches over what is blank above and below.
    let base = height - style.leading * 0.3;
    for (x, figure) in drawn {
        slug.over.push(Over {
            x: (x, x + figure.width),
            above: figure.height / 2.0 - base,
            below: figure.height / 2.0 + base - height,
        });
        slug.items.push(figure.at(x, base - figure.height / 2.0));
    }
    out.push(slug);
    if signed.stamp.is_none() && signed.stamp_place {
        let style = small(to, STAMP_PLACE_SCALE, Align::Left);
        let mut lines = line(to, words.stamp_place, style, post_area, part);
        if let Some(first) = lines.first_mut() {
            first.before = 5.0 * MM;
            first.break_before = BreakBefore::Avoid;
        }
        out.append(&mut lines);
    }
    if let Some(stamp) = below {
        let mut slug = Slug::empty(stamp.height);
        slug.before = 2.0 * MM;
        slug.break_before = BreakBefore::Avoid;
        slug.items.push(stamp.at(area.x, 0.0));
        out.push(slug);
    }
    out.iter_mut().for_each(|s| s.text = false);
    Ok(out)
}
