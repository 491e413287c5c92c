//! Words of one look and one language, and the marks of what they rest on.

use crate::blocks::{Place, Writer, half_points, tag};
use crate::props::{Props, Ruled, Type, mm, pt};
use press::{Align, Block, Language, Marker, Paragraph, Span, foreign_runs, normalised};
use std::io;

/// Size of the list of exhibits against the text's.
const NOTES: f32 = 0.83;

/// How a run of words looks.
#[derive(Clone, Copy)]
struct Run {
    bold: bool,
    italic: bool,
    scale: f32,
    /// Whether it is the mark of a note.
    raised: bool,
}

impl Run {
    fn of(span: &Span, look: Type) -> Self {
        Self {
            bold: span.bold || look.bold,
            italic: span.italic || look.italic,
            scale: look.scale,
            raised: false,
        }
    }
}

impl Writer<'_> {
    pub(crate) fn runs(&mut self, spans: &[Span], look: Type) -> io::Result<()> {
        for span in normalised(spans, self.language) {
            let number = self.number(span.note.as_deref());
            // The mark stands close to its word, the blank behind it.
            let kept = match number {
                Some(_) => span.text.trim_end_matches([' ', '\u{a0}']).len(),
                None => span.text.len(),
            };
            let (words, blank) = span.text.split_at(kept);
            self.spoken(words, &span, look)?;
            if let Some(number) = number {
                let mark = Run {
                    raised: true,
                    ..Run::of(&span, look)
                };
                self.run(&number.to_string(), mark, self.language)?;
            }
            self.spoken(blank, &span, look)?;
        }
        Ok(())
    }

    /// The number of the exhibit that words rest on; those of the same words
    /// have the same number.
    fn number(&mut self, note: Option<&str>) -> Option<usize> {
        let note = note.map(str::trim).filter(|n| !n.is_empty())?;
        let known = self.notes.iter().position(|n| n == note);
        Some(
            known.unwrap_or_else(|| {
                self.notes.push(note.to_owned());
                self.notes.len() - 1
            }) + 1,
        )
    }

    /// The list of the exhibits, under a short rule.
    pub(crate) fn list_notes(&mut self) -> io::Result<()> {
        let notes = std::mem::take(&mut self.notes);
        if notes.is_empty() {
            return Ok(());
        }
        let whole = pt(self.width());
        let rule = Props {
            ruled: Some(Ruled::Below),
            right: (whole - mm(50.0)).max(whole / 2),
            leading: Some(pt(4.0)),
            before: pt(self.page.leading * 0.9),
            after: pt(3.0),
            ..self.body(Place::END, None)
        };
        self.paragraph(rule, &[], Type::BODY)?;
        let item = |note: &String| {
            vec![Block::Paragraph(Paragraph {
                spans: vec![Span::plain(note.as_str())],
                align: Align::Left,
                indent: Some(0.0),
                scale: Some(NOTES),
                ..Paragraph::default()
            })]
        };
        let list = Block::List {
            marker: Marker::Numbered { start: 1 },
            items: notes.iter().map(item).collect(),
        };
        self.blocks(&[list], Place::END)
    }

    /// Words in runs of one language each.
    fn spoken(&mut self, text: &str, span: &Span, look: Type) -> io::Result<()> {
        let run = Run::of(span, look);
        if let Some(named) = span.language {
            return self.run(text, run, named);
        }
        let mut from = 0;
        for stretch in foreign_runs(text, self.language) {
            self.run(&text[from..stretch.start], run, self.language)?;
            from = stretch.end;
            self.run(&text[stretch], run, self.language.other())?;
        }
        self.run(&text[from..], run, self.language)
    }

    fn run(&mut self, text: &str, run: Run, language: Language) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        self.xml.open("w:r", &[])?;
        self.xml.open("w:rPr", &[])?;
        for (set, names) in [(run.bold, ["w:b", "w:bCs"]), (run.italic, ["w:i", "w:iCs"])] {
            if set {
                self.xml.empty(names[0], &[])?;
                self.xml.empty(names[1], &[])?;
            }
        }
        if (run.scale - 1.0).abs() > 0.01 {
            let size = half_points(self.page.size * run.scale);
            self.xml.val("w:sz", &size)?;
            self.xml.val("w:szCs", &size)?;
        }
        if run.raised {
            self.xml.val("w:vertAlign", "superscript")?;
        }
        if language != self.language {
            self.xml.val("w:lang", tag(language))?;
        }
        self.xml.close("w:rPr")?;
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.xml.empty("w:br", &[])?;
            }
            if !line.is_empty() {
                self.xml.words("w:t", &[("xml:space", "preserve")], line)?;
            }
        }
        self.xml.close("w:r")
    }
}
