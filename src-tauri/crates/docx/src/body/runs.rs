//! Words of one look and one language (`w:r`), and the marks of what they rest on.

use std::io;

use press::{Language, Span, foreign_runs, normalised};

use crate::body::character_style::CharacterStyle;
use crate::body::state::Body;
use crate::units::half_points;

/// How a run of words looks.
#[derive(Clone, Copy)]
struct Look {
    bold: bool,
    italic: bool,
    scale: f32,
    /// Whether it is the mark of a note.
    raised: bool,
}

impl Look {
    fn of(span: &Span, style: CharacterStyle) -> Self {
        Self {
            bold: span.bold || style.bold,
            italic: span.italic || style.italic,
            scale: style.scale,
            raised: false,
        }
    }
}

/// The words of spans, with the marks of the exhibits they rest on.
pub(crate) fn runs(to: &mut Body<'_>, spans: &[Span], style: CharacterStyle) -> io::Result<()> {
    let own = to.language;
    for span in normalised(spans, own) {
        let number = number(&mut to.notes, span.note.as_deref());
        // The mark stands close to its word, the blank behind it.
        let kept = match number {
            Some(_) => span.text.trim_end_matches([' ', '\u{a0}']).len(),
            None => span.text.len(),
        };
        let (words, blank) = span.text.split_at(kept);
        let look = Look::of(&span, style);
        by_language(to, words, &span, look)?;
        if let Some(number) = number {
            let raised = Look {
                raised: true,
                ..look
            };
            run(to, &number.to_string(), raised, own)?;
        }
        by_language(to, blank, &span, look)?;
    }
    Ok(())
}

/// The number of the exhibit that words rest on; those of the same words have the
/// same number.
fn number(notes: &mut Vec<String>, note: Option<&str>) -> Option<usize> {
    let note = note.map(str::trim).filter(|n| !n.is_empty())?;
    let known = notes.iter().position(|n| n == note);
    let at = known.unwrap_or_else(|| {
        notes.push(note.to_owned());
        notes.len() - 1
    });
    Some(at + 1)
}

/// Words in runs of one language each.
fn by_language(to: &mut Body<'_>, text: &str, span: &Span, look: Look) -> io::Result<()> {
    if let Some(named) = span.language {
        return run(to, text, look, named);
    }
    let own = to.language;
    let mut from = 0;
    for foreign in foreign_runs(text, own) {
        run(to, &text[from..foreign.start], look, own)?;
        from = foreign.end;
        run(to, &text[foreign], look, own.other())?;
    }
    run(to, &text[from..], look, own)
}

fn run(to: &mut Body<'_>, text: &str, look: Look, language: Language) -> io::Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    let size = half_points(to.page.size * look.scale);
    let xml = &mut to.xml;
    xml.open("w:r", &[])?;
    xml.open("w:rPr", &[])?;
    for (set, names) in [
        (look.bold, ["w:b", "w:bCs"]),
        (look.italic, ["w:i", "w:iCs"]),
    ] {
        if set {
            xml.empty(names[0], &[])?;
            xml.empty(names[1], &[])?;
        }
    }
    if (look.scale - 1.0).abs() > 0.01 {
        xml.val("w:sz", &size)?;
        xml.val("w:szCs", &size)?;
    }
    if look.raised {
        xml.val("w:vertAlign", "superscript")?;
    }
    if language != to.language {
        xml.val("w:lang", language.tag())?;
    }
    xml.close("w:rPr")?;
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            xml.empty("w:br", &[])?;
        }
        if !line.is_empty() {
            xml.words("w:t", &[("xml:space", "preserve")], line)?;
        }
    }
    xml.close("w:r")
}
