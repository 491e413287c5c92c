//! The raised numbers behind words that rest on exhibits.

use crate::lines::note_marks::mark_text;
use crate::model::Span;

/// Most exhibits that get a number; further words go without one.
const MOST: usize = 999;

/// The spans with the marks of their exhibits behind them. `notes` are the
/// exhibits so far, in the order of their numbers; new ones are added.
pub(crate) fn with_references(spans: &[Span], notes: &mut Vec<String>) -> Vec<Span> {
    let mut out = Vec::with_capacity(spans.len() + 1);
    for span in spans {
        out.push(Span {
            note: None,
            ..span.clone()
        });
        let exhibit = span.note.as_deref().map(str::trim);
        let Some(exhibit) = exhibit.filter(|n| !n.is_empty()) else {
            continue;
        };
        let known = notes.iter().position(|n| n == exhibit);
        let at = known.unwrap_or(notes.len());
        if known.is_none() {
            if at >= MOST {
                continue;
            }
            notes.push(exhibit.to_owned());
        }
        // The mark stands close to its word, the blank behind it.
        let mut tail = String::new();
        if let Some(last) = out.last_mut() {
            let kept = last.text.trim_end_matches(' ').len();
            tail = last.text.split_off(kept);
        }
        out.push(Span {
            text: mark_text(at as u32 + 1),
            verbatim: true,
            note: span.note.clone(),
            bold: span.bold,
            ..Span::default()
        });
        if !tail.is_empty() {
            out.push(Span {
                text: tail,
                note: None,
                ..span.clone()
            });
        }
    }
    out
}
