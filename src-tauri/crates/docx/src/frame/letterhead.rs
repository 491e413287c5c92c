//! Who writes.

use std::io;

use press::sizes::{
    CORNER_LOGO, CORNER_NAME_SCALE, DETAILS_SCALE, LOGO, LOGO_GAP, LOGO_SHARE, NAME_SCALE,
    TAGLINE_SCALE,
};
use press::words::frame_words;
use press::{Align, Letterhead, LogoPlace};

use crate::body::character_style::CharacterStyle;
use crate::body::paragraphs::{begin, line, spacer, wordless};
use crate::body::pictures::{SizedPicture, sized};
use crate::body::properties::{Border, ParagraphProperties};
use crate::body::state::Body;
use crate::body::tables::{open_cell, table_properties};
use crate::frame::small_type::{filled, small};
use crate::units::{PT_MM, mm, pt};

/// A letterhead over the whole width of the text, closed by a thick and a thin line.
pub(crate) fn longitudinal(to: &mut Body<'_>, head: &Letterhead) -> io::Result<()> {
    let share = match head.logo_place {
        LogoPlace::Left => LOGO_SHARE.0,
        LogoPlace::Centre => LOGO_SHARE.1,
    };
    let logo = head
        .logo
        .as_ref()
        .and_then(|logo| sized(logo, to.width() * share, LOGO * PT_MM));
    match (logo, head.logo_place) {
        (Some(shown), LogoPlace::Left) => beside_logo(to, head, &shown)?,
        (Some(shown), LogoPlace::Centre) => {
            logo_line(to, &shown, Align::Centre)?;
            sender(to, head, NAME_SCALE)?;
        }
        (None, LogoPlace::Left | LogoPlace::Centre) => sender(to, head, NAME_SCALE)?,
    }
    let foot = ParagraphProperties {
        border: Some(Border::LetterheadFoot),
        leading: Some(pt(4.0)),
        after: pt(to.page.leading * 0.6),
        ..ParagraphProperties::default()
    };
    wordless(to, foot)
}

/// The sender with the logo at the left, and as much room at the right where the
/// width allows it.
fn beside_logo(to: &mut Body<'_>, head: &Letterhead, logo: &SizedPicture<'_>) -> io::Result<()> {
    let whole = pt(to.width());
    let beside = pt(logo.width) + mm(LOGO_GAP);
    let middle = whole - 2 * beside;
    let widths = if middle < whole / 2 {
        vec![beside, whole - beside]
    } else {
        vec![beside, middle, beside]
    };
    to.xml.open("w:tbl", &[])?;
    table_properties(&mut to.xml, 0, false, &widths)?;
    to.xml.open("w:tr", &[])?;
    open_cell(&mut to.xml, widths[0])?;
    logo_line(to, logo, Align::Left)?;
    to.xml.close("w:tc")?;
    open_cell(&mut to.xml, widths[1])?;
    sender(to, head, NAME_SCALE)?;
    to.xml.close("w:tc")?;
    if let Some(third) = widths.get(2) {
        open_cell(&mut to.xml, *third)?;
        spacer(to, 1.0)?;
        to.xml.close("w:tc")?;
    }
    to.xml.close("w:tr")?;
    to.xml.close("w:tbl")
}

/// A letterhead for a cell in the upper left corner, so many twentieths of a point
/// wide.
pub(crate) fn corner(to: &mut Body<'_>, head: &Letterhead, width: i32) -> io::Result<()> {
    let (tallest, share) = CORNER_LOGO;
    let room = width as f32 / 20.0 * share;
    let logo = head
        .logo
        .as_ref()
        .and_then(|logo| sized(logo, room, tallest * PT_MM));
    if let Some(logo) = logo {
        logo_line(to, &logo, Align::Centre)?;
    }
    sender(to, head, CORNER_NAME_SCALE)
}

fn logo_line(to: &mut Body<'_>, logo: &SizedPicture<'_>, align: Align) -> io::Result<()> {
    let properties = ParagraphProperties {
        align,
        after: pt(4.0),
        ..ParagraphProperties::default()
    };
    begin(to, properties)?;
    let what = frame_words(to.language).logo;
    to.pictures.show(&mut to.xml, logo, what)?;
    to.xml.close("w:p")
}

/// Name, tagline and details.
fn sender(to: &mut Body<'_>, head: &Letterhead, scale: f32) -> io::Result<()> {
    let properties = small(to, scale, Align::Centre);
    line(
        to,
        properties,
        &head.name,
        CharacterStyle::scaled(scale).bold(),
    )?;
    if let Some(tagline) = head.tagline.as_deref().filter(|t| !t.trim().is_empty()) {
        let properties = small(to, TAGLINE_SCALE, Align::Centre);
        line(
            to,
            properties,
            tagline,
            CharacterStyle::scaled(TAGLINE_SCALE),
        )?;
    }
    for (at, detail) in filled(&head.details).enumerate() {
        let properties = ParagraphProperties {
            before: if at == 0 { pt(3.0) } else { 0 },
            ..small(to, DETAILS_SCALE, Align::Centre)
        };
        line(
            to,
            properties,
            detail,
            CharacterStyle::scaled(DETAILS_SCALE),
        )?;
    }
    Ok(())
}
