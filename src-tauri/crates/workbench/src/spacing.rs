//! How evenly a finished file's lines are spaced, measured from the glyphs'
//! positions in the file and not from what the breaker believes.

use press::readback::{Shown, read};
use press::{Block, Document, Language, PageSetup, Press, PressError};

use crate::specimen::{meta, of_text_width};

/// The spacing of justified lines: each line counts once, by the mean of its
/// blanks, for a reader sees a loose line and not its gaps. Lengths are in ems.
#[derive(Debug, Clone, Copy, PartialEq, Default, serde::Serialize)]
pub struct Spacing {
    /// Justified lines that were measured.
    pub lines: usize,
    /// Mean of the lines.
    pub mean: f64,
    /// Standard deviation of the lines.
    pub sd: f64,
    /// What 95 lines in 100 don't exceed.
    pub p95: f64,
    /// The tightest line.
    pub tightest: f64,
    /// The loosest line.
    pub loosest: f64,
    /// Share of lines over half an em.
    pub over_half: f64,
    /// Share of lines that end in an added hyphen.
    pub hyphenated: f64,
    /// Most such lines in a row.
    pub longest_run: usize,
    /// How often three such lines or more follow one another.
    pub long_runs: usize,
    /// Mean change of the blank from a line to the next.
    pub change: f64,
    /// Paragraphs whose last line is hardly longer than an indent.
    pub runts: usize,
    /// Pages that begin with the last line of a paragraph or end with the
    /// first line of one.
    pub widows: usize,
    /// Pages that end within a paragraph.
    pub page_breaks: usize,
    /// Pages that end within a word.
    pub broken_words: usize,
}

/// A last line shorter than this share of the text's width is a runt.
const RUNT: f64 = 0.1;
/// What a hyphen or a stop may stand out into the margin, and what a line may
/// fall short of it by the same measure, in ems.
const HANGING: f64 = 0.33;

/// What was measured, before it is summed up: several files can be joined.
#[derive(Debug, Clone, Default)]
pub struct Measured {
    /// The mean blank of each line.
    blanks: Vec<f64>,
    hyphens: Vec<bool>,
    changes: Vec<f64>,
    summed: Spacing,
}

impl Measured {
    /// Adds the justified lines of a file: those that reach the right edge of
    /// the text, found as the farthest that any line reaches.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn add(&mut self, pdf: &[u8]) -> Result<(), PressError> {
        let file = read(pdf)?;
        let pages: Vec<Vec<Vec<Shown>>> = file.pages.into_iter().map(|p| lines(p.shown)).collect();
        let all = || pages.iter().flatten();
        let edge = all().filter_map(|l| right(l)).fold(0.0, f64::max);
        let margin = all().filter_map(|l| left(l)).fold(f64::MAX, f64::min);
        let full = |line: &[Shown]| {
            let size = line.first().map_or(0.0, |g| g.size);
            right(line).is_some_and(|r| r > edge - HANGING * size)
        };
        let mut run = 0;
        let mut previous: Option<f64> = None;
        let mut full_before = false;
        for (page, lines) in pages.iter().enumerate() {
            for (at, line) in lines.iter().enumerate() {
                let gaps = gaps(line);
                if !full(line) || gaps.is_empty() {
                    previous = None;
                    run = 0;
                    let width = right(line).unwrap_or(margin) - margin;
                    self.summed.runts += usize::from(full_before && width < RUNT * (edge - margin));
                    self.summed.widows += usize::from(full_before && page > 0 && at == 0);
                    full_before = false;
                    continue;
                }
                full_before = true;
                let indented = left(line).is_some_and(|x| x > margin + 10.0);
                let ends_page = at + 1 == lines.len() && page + 1 < pages.len();
                self.summed.widows += usize::from(indented && ends_page);
                let mean = gaps.iter().sum::<f64>() / gaps.len() as f64;
                if let Some(p) = previous {
                    self.changes.push((mean - p).abs());
                }
                previous = Some(mean);
                let hyphen = line
                    .iter()
                    .rev()
                    .find(|g| g.text != " ")
                    .is_some_and(|g| g.text == "\u{AD}");
                run = if hyphen { run + 1 } else { 0 };
                self.summed.longest_run = self.summed.longest_run.max(run);
                self.summed.long_runs += usize::from(run == 3);
                self.summed.page_breaks += usize::from(ends_page);
                self.summed.broken_words += usize::from(ends_page && hyphen);
                self.hyphens.push(hyphen);
                self.blanks.push(mean);
            }
        }
        Ok(())
    }

    pub fn spacing(&self) -> Spacing {
        let n = self.blanks.len();
        if n == 0 {
            return Spacing::default();
        }
        let mean = self.blanks.iter().sum::<f64>() / n as f64;
        let variance = self.blanks.iter().map(|g| (g - mean).powi(2)).sum::<f64>() / n as f64;
        let mut sorted = self.blanks.clone();
        sorted.sort_by(f64::total_cmp);
        Spacing {
            lines: n,
            mean,
            sd: variance.sqrt(),
            p95: sorted[((n as f64 * 0.95) as usize).min(n - 1)],
            tightest: sorted[0],
            loosest: sorted[n - 1],
            over_half: sorted.iter().filter(|g| **g > 0.5).count() as f64 / n as f64,
            hyphenated: self.hyphens.iter().filter(|h| **h).count() as f64 / n as f64,
            change: self.changes.iter().sum::<f64>() / self.changes.len().max(1) as f64,
            ..self.summed
        }
    }
}

/// The spacing of one file; see [`Measured::add`].
///
/// # Errors
/// When the file can't be read.
pub fn spacing(pdf: &[u8]) -> Result<Spacing, PressError> {
    let mut measured = Measured::default();
    measured.add(pdf)?;
    Ok(measured.spacing())
}

/// The spacing of prose: each text, its paragraphs parted by empty lines, at
/// each width of the text in millimetres, all summed up together. The sheets
/// are `height_mm` high: the lower, the more pages end within a paragraph.
///
/// # Errors
/// When a text can't be set.
pub fn of_prose(
    texts: &[(Language, &str)],
    widths_mm: &[f32],
    height_mm: f32,
) -> Result<Spacing, PressError> {
    let press = Press::new();
    let mut measured = Measured::default();
    for (language, text) in texts {
        let paragraphs = text.split("\n\n").map(|p| Block::text(p.trim()));
        let mut document = Document::new(meta("Prose", *language), paragraphs.collect());
        for &width in widths_mm {
            document.page = of_text_width(PageSetup::default(), width);
            document.page.height = height_mm;
            measured.add(&press.print(&document)?.pdf)?;
        }
    }
    Ok(measured.spacing())
}

/// Glyphs of one base line, in the order they are shown.
fn lines(shown: Vec<Shown>) -> Vec<Vec<Shown>> {
    let mut out: Vec<Vec<Shown>> = Vec::new();
    for glyph in shown.into_iter().filter(|g| !g.artifact) {
        match out.last_mut() {
            Some(line)
                if line
                    .last()
                    .is_some_and(|l| (l.y - glyph.y).abs() < 0.01 && glyph.x > l.x - 1.0) =>
            {
                line.push(glyph)
            }
            _ => out.push(vec![glyph]),
        }
    }
    out
}

fn left(line: &[Shown]) -> Option<f64> {
    line.iter().find(|g| g.text != " ").map(|g| g.x)
}

fn right(line: &[Shown]) -> Option<f64> {
    line.iter()
        .rev()
        .find(|g| g.text != " ")
        .map(|g| g.x + g.advance)
}

fn gaps(line: &[Shown]) -> Vec<f64> {
    let mut out = Vec::new();
    let mut end: Option<f64> = None;
    let mut blank = false;
    for g in line {
        if g.text == " " {
            blank = true;
            continue;
        }
        if blank && let Some(e) = end {
            out.push((g.x - e) / g.size);
        }
        blank = false;
        end = Some(g.x + g.advance);
    }
    out
}
