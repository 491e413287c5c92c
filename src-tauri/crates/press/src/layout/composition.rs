//! Setting words into the column.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::fonts::shaping::ShapedWords;
use crate::layout::note_references::with_references;
use crate::layout::slug::{BreakBefore, Slug};
use crate::lines::breaking::{Measure, lines};
use crate::lines::paragraph::CharacterStyle;
use crate::lines::runs::runs;
use crate::lines::shaping::shape;
use crate::model::{Align, Language, PageSetup, Span};
use crate::page::display_list::{Ink, Item, Run};
use crate::page::structure::{ElementId, Role, Structure};
use crate::pictures::bitmap::Bitmap;
use crate::pictures::cache::PictureCache;
use crate::units::MM;

/// The narrowest column, pt.
pub(crate) const NARROWEST_COLUMN: f32 = 16.0;

/// Where blocks are set: left edge on the paper and width, pt.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Area {
    pub x: f32,
    pub width: f32,
}

impl Area {
    pub fn between_margins(page: &PageSetup) -> Self {
        Self {
            x: page.left * MM,
            width: page.text_width() * MM,
        }
    }

    /// The same without so much at its left.
    pub fn inset(self, by: f32) -> Self {
        Self {
            x: self.x + by,
            width: self.width - by,
        }
    }
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct ParagraphStyle {
    pub characters: CharacterStyle,
    /// Distance of base lines, pt.
    pub leading: f32,
    pub align: Align,
    /// First-line indent, pt; negative hangs.
    pub indent: f32,
}

/// The state of setting one document.
pub(crate) struct Composition<'a> {
    pub words: &'a ShapedWords,
    pub picture_cache: &'a PictureCache,
    pub page: &'a PageSetup,
    pub language: Language,
    pub structure: Structure,
    /// The pictures used so far.
    pub pictures: Vec<Arc<Bitmap>>,
    /// Characters no face has.
    pub missing: BTreeSet<char>,
    /// Level of the last heading: levels are not skipped.
    pub last_level: u8,
    /// The exhibits that the text rests on, in the order of their numbers.
    pub notes: Vec<String>,
    /// The marks that point to them, with their numbers.
    pub marks: Vec<(u32, ElementId)>,
    /// Notes that lead to enclosures, with the place of each.
    pub to_enclosures: Vec<(usize, ElementId)>,
}

impl<'a> Composition<'a> {
    /// The beginning: nothing is set yet.
    pub fn new(
        words: &'a ShapedWords,
        picture_cache: &'a PictureCache,
        page: &'a PageSetup,
        language: Language,
    ) -> Self {
        Self {
            words,
            picture_cache,
            page,
            language,
            structure: Structure::default(),
            pictures: Vec::new(),
            missing: BTreeSet::new(),
            last_level: 0,
            notes: Vec::new(),
            marks: Vec::new(),
            to_enclosures: Vec::new(),
        }
    }

    /// The body's style at `scale`.
    pub fn style(&self, scale: f32, align: Align) -> ParagraphStyle {
        let scale = if scale.is_finite() {
            scale.clamp(0.3, 6.0)
        } else {
            1.0
        };
        ParagraphStyle {
            characters: CharacterStyle {
                family: self.page.family,
                size: self.page.size * scale,
                bold: false,
                italic: false,
                language: self.language,
                hyphenate: self.page.hyphenate && align == Align::Justified,
            },
            leading: self.page.leading * scale,
            align,
            indent: 0.0,
        }
    }

    /// Lines of `spans` in `area`, as slugs of the element.
    pub fn text(
        &mut self,
        spans: &[Span],
        style: ParagraphStyle,
        area: Area,
        element: ElementId,
    ) -> Vec<Slug> {
        self.text_behind(None, spans, style, area, element)
    }

    /// The same where the bold words at its beginning belong to an element of their own.
    pub fn text_behind(
        &mut self,
        run_in: Option<ElementId>,
        spans: &[Span],
        style: ParagraphStyle,
        area: Area,
        element: ElementId,
    ) -> Vec<Slug> {
        let width = area.width.max(NARROWEST_COLUMN);
        let indent = style.indent.clamp(-width / 2.0, width / 2.0);
        let measure = Measure {
            first: width - indent.max(0.0),
            rest: width + indent.min(0.0),
            justified: style.align == Align::Justified,
            indent: indent.abs(),
        };
        let with_marks;
        let spans = if spans.iter().any(|s| s.note.is_some()) {
            with_marks = with_references(spans, &mut self.notes);
            &with_marks
        } else {
            spans
        };
        let narrow = measure.first.min(measure.rest);
        let paragraph = shape(self.words, spans, style.characters, narrow);
        self.missing.extend(&paragraph.missing);
        let chosen = lines(&paragraph, measure);
        let base = (style.leading + 0.53 * style.characters.size) / 2.0;
        let mut elements = Elements {
            paragraph: element,
            run_in,
            all_bold: style.characters.bold,
            strong: None,
            foreign: None,
        };
        let mut slugs = Vec::with_capacity(chosen.len());
        for (i, line) in chosen.iter().enumerate() {
            let x = area.x
                + if i == 0 {
                    indent.max(0.0)
                } else {
                    -indent.min(0.0)
                };
            let mut slug = Slug::empty(style.leading);
            slug.text = true;
            slug.hyphen = line.hyphen;
            // Neither the first line of a paragraph nor the last stands alone.
            if i > 0 && (i == 1 || i + 1 == chosen.len()) {
                slug.break_before = BreakBefore::Avoid;
            }
            for mut run in runs(self.words, &paragraph, line, style.align, x) {
                run.y = base;
                slug.items.push(Item {
                    element: Some(elements.of(&run, &mut self.structure, &mut self.marks)),
                    ink: Ink::Run(run),
                });
            }
            slugs.push(slug);
        }
        slugs
    }

    /// Natural width of a text on one line, pt.
    pub fn width_of(&self, text: &str, style: CharacterStyle) -> f32 {
        let paragraph = shape(self.words, &[Span::name(text)], style, f32::MAX);
        paragraph.widths.last().copied().unwrap_or(0.0) as f32
    }
}

/// The elements within a paragraph that are open while its runs are placed.
struct Elements {
    paragraph: ElementId,
    /// The heading that it begins with, until its bold words end.
    run_in: Option<ElementId>,
    /// Whether all of it is bold, so that nothing in it stands out.
    all_bold: bool,
    /// The open one of words that stand out.
    strong: Option<ElementId>,
    /// The open one of another language, and what it stands in.
    foreign: Option<(Language, ElementId, ElementId)>,
}

impl Elements {
    /// The element of a run. Words that follow one another in one style and language are one.
    fn of(
        &mut self,
        run: &Run,
        structure: &mut Structure,
        marks: &mut Vec<(u32, ElementId)>,
    ) -> ElementId {
        if let Some(number) = run.note {
            (self.strong, self.foreign) = (None, None);
            let reference = structure.add(self.paragraph, Role::Reference);
            let link = structure.add(reference, Role::Link);
            marks.push((number, link));
            return link;
        }
        let bold = !self.all_bold && run.face.is_bold();
        let around = match (bold, self.run_in) {
            (true, Some(heading)) => heading,
            (true, None) => *self
                .strong
                .get_or_insert_with(|| structure.add(self.paragraph, Role::Strong)),
            (false, _) => {
                self.run_in = None;
                self.strong = None;
                self.paragraph
            }
        };
        let Some(language) = run.language else {
            self.foreign = None;
            return around;
        };
        match self.foreign {
            Some((open, within, element)) if open == language && within == around => element,
            Some(_) | None => {
                let element = structure.add(around, Role::Span(language));
                self.foreign = Some((language, around, element));
                element
            }
        }
    }
}
