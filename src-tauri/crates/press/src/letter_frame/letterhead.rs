//! Who writes.

use crate::layout::composition::{Area, Composition};
use crate::layout::figure::figure;
use crate::layout::slug::Slug;
use crate::letter_frame::small_type::{filled, line, small};
use crate::model::{Align, Letterhead, LogoPlace};
use crate::page::display_list::Item;
use crate::page::structure::{ElementId, Role, Structure};
use crate::pictures::PictureError;
use crate::sizes::{
    CORNER_LOGO, CORNER_NAME_SCALE, DETAILS_SCALE, LOGO, LOGO_GAP, LOGO_SHARE, NAME_SCALE,
    TAGLINE_SCALE,
};
use crate::units::MM;
use crate::words::frame_words;

/// A letterhead in the upper left corner.
///
/// # Errors
/// When the logo can't be read.
pub(crate) fn corner(
    to: &mut Composition<'_>,
    head: &Letterhead,
    area: Area,
) -> Result<Slug, PictureError> {
    let part = to.structure.add(Structure::ROOT, Role::Division);
    let mut stack = Slug::empty(0.0);
    if let Some(logo) = &head.logo {
        let what = frame_words(to.language).logo;
        let (tallest, share) = CORNER_LOGO;
        let logo = figure(to, logo, area.width * share, tallest * MM, part, what)?;
        let mut slug = Slug::empty(logo.height + 4.0);
        let x = area.x + (area.width - logo.width) / 2.0;
        slug.items.push(logo.at(x, 0.0));
        stack.put_below(vec![slug], 0.0);
    }
    name_and_details(to, head, CORNER_NAME_SCALE, area, part, &mut stack);
    Ok(stack)
}

fn name_and_details(
    to: &mut Composition<'_>,
    head: &Letterhead,
    scale: f32,
    area: Area,
    part: ElementId,
    stack: &mut Slug,
) {
    let mut name = small(to, scale, Align::Centre);
    name.characters.bold = true;
    stack.put_below(line(to, &head.name, name, area, part), 0.0);
    if let Some(tagline) = head.tagline.as_deref().filter(|t| !t.trim().is_empty()) {
        let style = small(to, TAGLINE_SCALE, Align::Centre);
        stack.put_below(line(to, tagline, style, area, part), 1.0);
    }
    let mut gap = 3.0;
    for detail in filled(&head.details) {
        let style = small(to, DETAILS_SCALE, Align::Centre);
        stack.put_below(line(to, detail, style, area, part), gap);
        gap = 0.0;
    }
}

/// A letterhead over the whole width of the text, closed by a thick and a thin
/// rule.
///
/// # Errors
/// When the logo can't be read.
pub(crate) fn longitudinal(
    to: &mut Composition<'_>,
    head: &Letterhead,
    area: Area,
) -> Result<Vec<Slug>, PictureError> {
    let part = to.structure.add(Structure::ROOT, Role::Division);
    let mut stack = Slug::empty(0.0);
    let mut text = area;
    let mut beside = None;
    if let Some(logo) = &head.logo {
        let what = frame_words(to.language).logo;
        let share = match head.logo_place {
            LogoPlace::Left => LOGO_SHARE.0,
            LogoPlace::Centre => LOGO_SHARE.1,
        };
        let logo = figure(to, logo, area.width * share, LOGO * MM, part, what)?;
        match head.logo_place {
            LogoPlace::Centre => {
                let mut slug = Slug::empty(logo.height + 4.0);
                let x = area.x + (area.width - logo.width) / 2.0;
                slug.items.push(logo.at(x, 0.0));
                stack.put_below(vec![slug], 0.0);
            }
            LogoPlace::Left => {
                beside = Some(logo);
                let inset = logo.width + LOGO_GAP * MM;
                text = Area {
                    x: area.x + inset,
                    width: area.width - 2.0 * inset,
                };
                if text.width < area.width * 0.5 {
                    text.width = area.width - inset;
                }
            }
        }
    }
    name_and_details(to, head, NAME_SCALE, text, part, &mut stack);
    if let Some(logo) = beside {
        let shift = ((logo.height - stack.height) / 2.0).max(0.0);
        stack.items.iter_mut().for_each(|i| i.ink.shift(0.0, shift));
        stack.height = stack.height.max(logo.height);
        let y = (stack.height - logo.height) / 2.0;
        stack.items.insert(0, logo.at(area.x, y));
    }
    let room = to.page.text_height() * MM;
    if stack.height > room * 0.6 {
        return Ok(stack.pieces(to.page.leading));
    }
    let height = stack.height;
    for (y, thick) in [(height + 4.0, 1.2), (height + 6.2, 0.4)] {
        stack
            .items
            .push(Item::rule((area.x, y), area.width, thick, 0.0));
    }
    stack.height += 8.0;
    Ok(vec![stack])
}
