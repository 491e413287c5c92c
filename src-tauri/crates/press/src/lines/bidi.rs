//! Text that runs from right to left (Unicode Standard Annex 9).

use crate::lines::paragraph::ParagraphGlyph;

/// The level of each byte; odd ones run from right to left. None when nothing
/// in the text does.
pub(crate) fn levels(text: &str) -> Option<Vec<u8>> {
    let rtl = text.chars().any(|c| matches!(u32::from(c), 0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFE | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF));
    rtl.then(|| {
        unicode_bidi::BidiInfo::new(text, Some(unicode_bidi::Level::ltr()))
            .levels
            .iter()
            .map(|l| l.number())
            .collect()
    })
}

/// Rule L2 of the algorithm: from the highest level down to the lowest odd
/// one, stretches at that level or above are reversed.
pub(crate) fn reorder(glyphs: &mut [ParagraphGlyph]) {
    let highest = glyphs.iter().map(|g| g.level).max().unwrap_or(0);
    let Some(lowest) = glyphs.iter().map(|g| g.level).filter(|l| l % 2 == 1).min() else {
        return;
    };
    for level in (lowest..=highest).rev() {
        let mut i = 0;
        while i < glyphs.len() {
            if glyphs[i].level < level {
                i += 1;
                continue;
            }
            let end = glyphs[i..]
                .iter()
                .position(|g| g.level < level)
                .map_or(glyphs.len(), |n| i + n);
            glyphs[i..end].reverse();
            i = end;
        }
    }
}
