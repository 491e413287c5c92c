//! A plain text set as the body of a letter.

use crate::markdown::markdown_light;
use chrono::{DateTime, FixedOffset};
use press::{Document, Language, Meta, PressError, Warning};

/// The text as it came out.
pub struct Body {
    pub pdf: Vec<u8>,
    pub pages: usize,
    /// Characters no font has.
    pub missing_glyphs: String,
}

/// Sets Markdown-light text as the body of a letter, on the letter's sheet or
/// with a text width of so many millimetres.
///
/// # Errors
/// Those of the press.
pub fn set(
    text: &str,
    width_mm: Option<f32>,
    now: DateTime<FixedOffset>,
) -> Result<Body, PressError> {
    let meta = Meta {
        title: String::new(),
        author: String::new(),
        subject: String::new(),
        language: Language::Ru,
        created: now,
        seed: String::new(),
    };
    let mut document = Document::new(meta, markdown_light(text));
    if let Some(width) = width_mm {
        document.page.width = document.page.left + document.page.right + width;
    }
    let printed = press::print(&document)?;
    let missing_glyphs = printed
        .warnings
        .iter()
        .filter_map(|notice| match notice {
            Warning::MissingGlyphs { characters } => Some(characters.as_str()),
            Warning::Overfull { .. } => None,
        })
        .collect();
    Ok(Body {
        pdf: printed.pdf,
        pages: printed.pages,
        missing_glyphs,
    })
}

#[cfg(test)]
mod tests {
    use super::set;
    use crate::spacing::spacing;
    use chrono::DateTime;

    #[test]
    fn a_narrower_text_takes_more_pages() {
        let now = DateTime::parse_from_rfc3339("2026-11-22T10:00:00+03:00").unwrap();
        let text = "Товар осмотрен в присутствии покупателя, недостаток подтверждён. ".repeat(90);
        let wide = set(&text, None, now).unwrap();
        let narrow = set(&text, Some(60.0), now).unwrap();
        assert!(narrow.pages > wide.pages, "{} {}", narrow.pages, wide.pages);
        assert!(spacing(&wide.pdf).unwrap().lines > 20);
    }
}
