//! What the exhibits that a letter refers to are called in print.

use crate::text::{LetterText, Span, references};
use crate::words::clean::clean_line;
use crate::words::phrases::phrases;

/// Where the exhibits of a letter are to be found: among its enclosures, among
/// its pictures, or with the office.
pub struct Places<'a> {
    letter: &'a LetterText,
    /// Exhibits shown in the text, in order.
    figures: Vec<u32>,
    /// Exhibits of the printed enclosures, in order.
    enclosed: Vec<Option<u32>>,
}

impl<'a> Places<'a> {
    /// The places of that letter; `shown` are the pictures that there are.
    pub fn of(letter: &'a LetterText, shown: &[u32]) -> Self {
        let figures = letter.blocks.iter().filter_map(|b| b.content.figure());
        let figures = figures.filter(|exhibit| shown.contains(exhibit));
        let named = letter.enclosures.iter();
        Self {
            letter,
            figures: figures.collect(),
            enclosed: named
                .filter(|e| !clean_line(&e.name).is_empty())
                .map(|e| e.exhibit)
                .collect(),
        }
    }

    /// «Рис. 2. »; nothing where there is one picture only.
    pub fn figure_label(&self, exhibit: u32) -> String {
        let words = phrases(self.letter.language);
        match self.figures.iter().position(|f| *f == exhibit) {
            Some(at) if self.figures.len() > 1 => format!("{} {}. ", words.frame("figure"), at + 1),
            _ => String::new(),
        }
    }

    /// What the list under the text says of an exhibit: «Акт осмотра
    /// (приложение 2, рис. 1)».
    pub fn note(&self, exhibit: u32, name: &str) -> String {
        let words = phrases(self.letter.language);
        let one_of = |place: Option<usize>, count: usize, word: &str| {
            let at = place?;
            Some(match count {
                1 => words.frame(&format!("in_{word}")).to_owned(),
                _ => format!("{} {}", words.frame(&format!("in_{word}_no")), at + 1),
            })
        };
        let enclosed = self.enclosed.iter().position(|e| *e == Some(exhibit));
        let shown = self.figures.iter().position(|f| *f == exhibit);
        let places: Vec<String> = [
            one_of(enclosed, self.enclosed.len(), "enclosure"),
            one_of(shown, self.figures.len(), "figure"),
        ]
        .into_iter()
        .flatten()
        .collect();
        let places = if places.is_empty() {
            format!("{} {exhibit}", words.frame("on_file"))
        } else {
            places.join(", ")
        };
        format!("{} ({places})", clean_line(name))
    }

    /// The notes that name what is enclosed, each with the place of its first enclosure.
    pub fn enclosed_notes(&self) -> Vec<(String, usize)> {
        let mut out: Vec<(String, usize)> = Vec::new();
        let blocks = self.letter.blocks.iter();
        for line in blocks.flat_map(|block| block.content.lines()) {
            let beside = |a: &Span, b: &Span| is_reference(a) && is_reference(b);
            for together in line.chunk_by(beside) {
                let named: Vec<(u32, &str)> = references(together).collect();
                let mut places = named.iter().filter_map(|(exhibit, _)| {
                    self.enclosed.iter().position(|e| *e == Some(*exhibit))
                });
                if let Some(place) = places.next() {
                    out.push((self.notes(&named), place));
                }
            }
        }
        complaint::order::ascending(&mut out);
        out.dedup_by(|a, b| a.0 == b.0);
        out
    }

    /// One note for references that stand side by side.
    pub fn notes(&self, together: &[(u32, &str)]) -> String {
        let mut named: Vec<String> = Vec::new();
        for (exhibit, name) in together {
            let note = self.note(*exhibit, name);
            if !named.contains(&note) {
                named.push(note);
            }
        }
        named.join("; ")
    }
}

fn is_reference(span: &Span) -> bool {
    matches!(span, Span::Reference { .. })
}
