//! Exhibits that the text rests on: raised numbers in it, and the list of them
//! under it.

use crate::display::{Ink, Item, Role, Structure};
use crate::layout::{Area, Break, MM, Setter, Strip};
use crate::model::{Align, Span};
use crate::paragraph::mark_text;

/// Most exhibits that get a number; further words go without one.
const MOST: usize = 999;
/// Size of the list against the text.
const SCALE: f32 = 0.83;

impl Setter<'_> {
    /// The spans with the marks of their exhibits behind them.
    pub(crate) fn marked(&mut self, spans: &[Span]) -> Vec<Span> {
        let mut out = Vec::with_capacity(spans.len() + 1);
        for span in spans {
            out.push(Span {
                note: None,
                ..span.clone()
            });
            let Some(exhibit) = span
                .note
                .as_deref()
                .map(str::trim)
                .filter(|n| !n.is_empty())
            else {
                continue;
            };
            let known = self.notes.iter().position(|n| n == exhibit);
            let at = known.unwrap_or(self.notes.len());
            if known.is_none() {
                if at >= MOST {
                    continue;
                }
                self.notes.push(exhibit.to_owned());
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

    /// The list of the exhibits, under a short rule.
    pub(crate) fn notes(&mut self, area: Area) -> Vec<Strip> {
        let exhibits = std::mem::take(&mut self.notes);
        if exhibits.is_empty() {
            return Vec::new();
        }
        let mut line = Strip::empty(5.0);
        line.before = self.page.leading * 0.9;
        line.items.push(Item {
            element: None,
            ink: Ink::Rule {
                x: area.x,
                y: 1.0,
                width: (50.0 * MM).min(area.width / 2.0),
                height: 0.5,
                grey: 0.0,
            },
        });
        let mut out = vec![line];
        let mut look = self.look(SCALE, Align::Left);
        look.leading = look.style.size * 1.2;
        let widest = format!("{}.", exhibits.len());
        let hang = self.width_of(&widest, look.style) + 0.5 * look.style.size;
        let inner = Area {
            x: area.x + hang,
            width: area.width - hang,
        };
        for (i, exhibit) in exhibits.iter().enumerate() {
            let note = self
                .structure
                .add(Structure::ROOT, Role::Note(i as u32 + 1));
            let label = self.structure.add(note, Role::Label);
            let at = Area {
                x: area.x,
                width: hang,
            };
            let number = format!("{}.", i + 1);
            let mark = self.text(&[Span::name(number)], look, at, label);
            let body = self.structure.add(note, Role::Paragraph);
            let mut lines = self.text(&[Span::plain(exhibit.as_str())], look, inner, body);
            if let (Some(first), Some(mark)) = (lines.first_mut(), mark.into_iter().next()) {
                first.items.splice(0..0, mark.items);
                if i == 0 {
                    first.broken = Break::Never;
                }
            }
            out.append(&mut lines);
        }
        out.iter_mut().for_each(|s| s.text = false);
        out
    }
}
