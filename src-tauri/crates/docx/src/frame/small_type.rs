//! Lines of the frame, set closer than the text.

use press::Align;
use press::sizes::LEADING;

use crate::body::properties::ParagraphProperties;
use crate::body::state::Body;
use crate::units::pt;

/// The properties of a line of the frame, at `scale` of the body.
pub(crate) fn small(to: &Body<'_>, scale: f32, align: Align) -> ParagraphProperties {
    ParagraphProperties {
        align,
        leading: Some(pt(to.page.size * scale * LEADING)),
        ..ParagraphProperties::default()
    }
}

/// Those of some lines that say anything.
pub(crate) fn filled(lines: &[String]) -> impl Iterator<Item = &str> {
    lines
        .iter()
        .map(String::as_str)
        .filter(|line| !line.trim().is_empty())
}
