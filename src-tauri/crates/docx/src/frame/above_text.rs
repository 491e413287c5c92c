//! What stands above the text: letterhead, reference, addressee, heading.

use std::io;

use press::sizes::{
    ADDRESSEE, ADDRESSEE_SHARE, CLOSE_LEADING, CORNER, HEADING, TAGLINE_SCALE, TITLE_SCALE,
};
use press::words::{BLANK, reference_line, reply_line};
use press::{Align, Document, LetterheadForm, PaperTitle, Reference};

use crate::body::character_style::CharacterStyle;
use crate::body::paragraphs::{line, spacer};
use crate::body::properties::ParagraphProperties;
use crate::body::state::Body;
use crate::body::tables::{open_cell, table_properties};
use crate::frame::letterhead::{corner, longitudinal};
use crate::frame::small_type::{filled, small};
use crate::units::{fraction_of, mm, pt};

/// All that stands above the text.
pub(crate) fn above_text(to: &mut Body<'_>, document: &Document) -> io::Result<()> {
    let whole = pt(to.width());
    let right = mm(ADDRESSEE).min(fraction_of(whole, ADDRESSEE_SHARE));
    let left = mm(CORNER).min(whole - right - mm(4.0));
    let mut cornered = None;
    if let Some(head) = &document.letterhead {
        match head.form {
            LetterheadForm::Longitudinal => longitudinal(to, head)?,
            LetterheadForm::Corner => cornered = Some(head),
        }
    }
    let addressee: Vec<&str> = filled(&document.addressee).collect();
    let reference = document.reference.as_ref();
    let reference = reference.filter(|_| document.paper.is_none());
    if cornered.is_some() || reference.is_some() || !addressee.is_empty() {
        let widths = [left, whole - left - right, right];
        to.xml.open("w:tbl", &[])?;
        table_properties(&mut to.xml, 0, false, &widths)?;
        to.xml.open("w:tr", &[])?;
        open_cell(&mut to.xml, widths[0])?;
        if let Some(head) = cornered {
            corner(to, head, left)?;
        }
        match reference {
            Some(content) => reference_lines(to, content, cornered.is_some())?,
            None if cornered.is_none() => spacer(to, 1.0)?,
            None => {}
        }
        to.xml.close("w:tc")?;
        open_cell(&mut to.xml, widths[1])?;
        spacer(to, 1.0)?;
        to.xml.close("w:tc")?;
        open_cell(&mut to.xml, widths[2])?;
        for words in &addressee {
            let properties = small(to, 1.0, Align::Left);
            line(to, properties, words, CharacterStyle::BODY)?;
        }
        if addressee.is_empty() {
            spacer(to, 1.0)?;
        }
        to.xml.close("w:tc")?;
        to.xml.close("w:tr")?;
        to.xml.close("w:tbl")?;
    }
    let heading = document.heading.as_deref().map(str::trim);
    let heading = heading.filter(|h| !h.is_empty());
    if let Some(paper) = &document.paper {
        return paper_title(to, document, paper, heading);
    }
    let Some(heading) = heading else {
        return spacer(to, 1.2);
    };
    let properties = ParagraphProperties {
        style: Some("Heading1"),
        align: Align::Left,
        right: (whole - mm(HEADING)).max(0),
        before: pt(to.page.leading * 1.6),
        after: pt(to.page.leading * 1.2),
        leading: Some(pt(to.page.size * CLOSE_LEADING)),
        keep_next: true,
        ..ParagraphProperties::default()
    };
    line(to, properties, heading, CharacterStyle::BODY.bold())
}

/// The kind of paper and what it is about in the middle, and under them where and when it
/// was made.
fn paper_title(
    to: &mut Body<'_>,
    document: &Document,
    paper: &PaperTitle,
    heading: Option<&str>,
) -> io::Result<()> {
    let centred = ParagraphProperties {
        align: Align::Centre,
        keep_next: true,
        ..ParagraphProperties::default()
    };
    let title = ParagraphProperties {
        style: Some("Heading1"),
        before: pt(to.page.leading * 1.2),
        leading: Some(pt(to.page.size * TITLE_SCALE * CLOSE_LEADING)),
        ..centred
    };
    line(
        to,
        title,
        paper.words.trim(),
        CharacterStyle::scaled(TITLE_SCALE).bold(),
    )?;
    if let Some(heading) = heading {
        let about = ParagraphProperties {
            before: pt(2.0),
            leading: Some(pt(to.page.size * CLOSE_LEADING)),
            ..centred
        };
        line(to, about, heading, CharacterStyle::BODY.bold())?;
    }
    spacer(to, 1.0)?;
    let whole = pt(to.width());
    let widths = [whole / 2, whole - whole / 2];
    let own = document.reference.as_ref();
    let own = reference_line(
        to.language,
        own.and_then(|r| r.number.as_deref()),
        own.and_then(|r| r.date.as_deref()),
    );
    let place = match paper.place.trim() {
        "" => BLANK,
        known => known,
    };
    to.xml.open("w:tbl", &[])?;
    table_properties(&mut to.xml, 0, false, &widths)?;
    to.xml.open("w:tr", &[])?;
    for (width, words, align) in [
        (widths[0], place, Align::Left),
        (widths[1], own.as_str(), Align::Right),
    ] {
        open_cell(&mut to.xml, width)?;
        let properties = small(to, 1.0, align);
        line(to, properties, words, CharacterStyle::BODY)?;
        to.xml.close("w:tc")?;
    }
    to.xml.close("w:tr")?;
    to.xml.close("w:tbl")?;
    spacer(to, 1.2)
}

fn reference_lines(to: &mut Body<'_>, content: &Reference, under_head: bool) -> io::Result<()> {
    let style = CharacterStyle::scaled(TAGLINE_SCALE);
    let language = to.language;
    let own = reference_line(language, content.number.as_deref(), content.date.as_deref());
    let properties = ParagraphProperties {
        before: if under_head {
            pt(to.page.leading * 0.6)
        } else {
            0
        },
        ..small(to, TAGLINE_SCALE, Align::Left)
    };
    line(to, properties, &own, style)?;
    let (number, date) = (&content.reply_number, &content.reply_date);
    if number.is_none() && date.is_none() {
        return Ok(());
    }
    let reply = reply_line(language, number.as_deref(), date.as_deref());
    let properties = ParagraphProperties {
        before: pt(2.0),
        ..small(to, TAGLINE_SCALE, Align::Left)
    };
    line(to, properties, &reply, style)
}
