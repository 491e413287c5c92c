//! One who signs: post at the left, name at the right, pictures between them.

use std::io;

use press::sizes::{POST, POST_SHARE, SIGNATURE, STAMP, STAMP_PLACE_SCALE};
use press::words::frame_words;
use press::{Align, Signature, Span};

use crate::body::character_style::CharacterStyle;
use crate::body::nesting::Nesting;
use crate::body::paragraphs::{begin, line, paragraph, spacer, text_properties};
use crate::body::pictures::sized;
use crate::body::properties::ParagraphProperties;
use crate::body::state::Body;
use crate::body::tables::{open_cell, open_whole_row, table_properties};
use crate::frame::small_type::small;
use crate::units::{PT_MM, fraction_of, mm, pt};

/// How much of the text's width the name has.
const NAME_SHARE: f32 = 0.3;

/// A signature with its closing words and its stamp.
pub(crate) fn signature(to: &mut Body<'_>, signed: &Signature) -> io::Result<()> {
    let words = frame_words(to.language);
    let closing = signed.closing.as_deref().map(str::trim).unwrap_or("");
    if closing.is_empty() {
        spacer(to, 1.0)?;
    } else {
        let properties = ParagraphProperties {
            align: Align::Left,
            before: pt(to.page.leading),
            keep_next: true,
            ..text_properties(to, Nesting::TOP, None)
        };
        line(to, properties, closing, CharacterStyle::BODY)?;
    }
    let whole = pt(to.width());
    let post = mm(POST).min(fraction_of(whole, POST_SHARE));
    let name = fraction_of(whole, NAME_SHARE);
    let widths = [post, whole - post - name, name];
    let hand = signed
        .picture
        .as_ref()
        .and_then(|p| sized(p, SIGNATURE.0 * PT_MM, SIGNATURE.1 * PT_MM));
    let stamp = signed
        .stamp
        .as_ref()
        .and_then(|p| sized(p, STAMP * PT_MM, STAMP * PT_MM));
    let pictured = hand.is_some() || stamp.is_some();
    to.xml.open("w:tbl", &[])?;
    table_properties(&mut to.xml, 0, false, &widths)?;
    open_whole_row(&mut to.xml)?;
    // Room to sign by hand stays where there is no picture.
    let room = if pictured { 0 } else { mm(9.0) };
    open_cell(&mut to.xml, widths[0])?;
    let properties = ParagraphProperties {
        before: room,
        ..small(to, 1.0, Align::Left)
    };
    line(to, properties, &signed.post, CharacterStyle::BODY)?;
    to.xml.close("w:tc")?;
    open_cell(&mut to.xml, widths[1])?;
    if pictured {
        let properties = ParagraphProperties {
            align: Align::Centre,
            ..ParagraphProperties::default()
        };
        begin(to, properties)?;
        for (picture, what) in [(stamp, words.stamp), (hand, words.signature)] {
            if let Some(picture) = picture {
                to.pictures.show(&mut to.xml, &picture, what)?;
            }
        }
        to.xml.close("w:p")?;
    } else {
        spacer(to, 1.0)?;
    }
    to.xml.close("w:tc")?;
    open_cell(&mut to.xml, widths[2])?;
    let properties = ParagraphProperties {
        before: room,
        ..small(to, 1.0, Align::Right)
    };
    let name = [Span::name(signed.name.as_str())];
    paragraph(to, properties, &name, CharacterStyle::BODY)?;
    to.xml.close("w:tc")?;
    to.xml.close("w:tr")?;
    to.xml.close("w:tbl")?;
    if signed.stamp.is_none() && signed.stamp_place {
        let properties = ParagraphProperties {
            before: mm(5.0),
            ..small(to, STAMP_PLACE_SCALE, Align::Left)
        };
        let style = CharacterStyle::scaled(STAMP_PLACE_SCALE);
        line(to, properties, words.stamp_place, style)?;
    }
    Ok(())
}
