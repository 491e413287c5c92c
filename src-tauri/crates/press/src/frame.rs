//! The frame of a formal letter. Here: letterhead, reference, addressee and
//! heading; in `closing`: enclosures, signatures, executor. Places follow
//! ГОСТ Р 7.0.97-2025.

mod closing;
mod receipt;

use crate::display::{ElementId, Ink, Item, Page, Role, Structure};
use crate::layout::{Area, Break, Look, MM, Setter, Strip};
use crate::model::{
    Align, Document, Language, Letterhead, LetterheadForm, LogoPlace, Reference, Span,
};
use crate::normalise::hold_short_words;
use crate::picture::PictureError;

pub use closing::enclosure_word;
pub use receipt::Modules;

/// Widest corner block, mm.
const CORNER: f32 = 80.0;
/// Widest heading, mm.
const HEADING: f32 = 88.0;

/// A column of lines set beside another.
#[derive(Default)]
struct Stack {
    items: Vec<Item>,
    height: f32,
}

impl Stack {
    fn push(&mut self, strips: Vec<Strip>, gap: f32) {
        if !strips.is_empty() {
            self.height += gap;
        }
        for strip in strips {
            for mut item in strip.items {
                item.ink.shift(0.0, self.height);
                self.items.push(item);
            }
            self.height += strip.height;
        }
    }
}

impl Setter<'_> {
    fn word(&self, ru: &str, en: &str) -> String {
        if self.language == Language::Ru {
            ru
        } else {
            en
        }
        .to_owned()
    }

    fn area(&self) -> Area {
        Area {
            x: self.page.left * MM,
            width: self.page.text_width() * MM,
        }
    }

    /// Sets a line that stands outside the text, `y` points from the sheet's
    /// upper edge, and that belongs to no part of the document. It is read
    /// before the text, as page numbers are.
    pub fn running(&mut self, words: Span, scale: f32, align: Align, y: f32, page: &mut Page) {
        let mut look = self.look(scale, align);
        look.style.hyphenate = false;
        let area = Area {
            x: self.page.left * MM,
            width: self.page.text_width() * MM,
        };
        let lines = self.text(&[words], look, area, Structure::ROOT);
        let items = lines.into_iter().take(1).flat_map(|line| line.items);
        for (at, mut item) in items.enumerate() {
            item.ink.shift(0.0, y);
            item.element = None;
            page.items.insert(at, item);
        }
    }

    fn small(&self, scale: f32, align: Align) -> Look {
        let mut look = self.look(scale, align);
        look.leading = look.style.size * 1.18;
        look.style.hyphenate = false;
        look
    }

    fn line(&mut self, text: &str, look: Look, area: Area, parent: ElementId) -> Vec<Strip> {
        let element = self.structure.add(parent, Role::Paragraph);
        self.text(&[Span::plain(text)], look, area, element)
    }

    /// All that stands above the text.
    ///
    /// # Errors
    /// When the logo can't be read.
    pub(crate) fn opening(&mut self, doc: &Document) -> Result<Vec<Strip>, PictureError> {
        let area = self.area();
        let mut strips = Vec::new();
        let room = (self.page.height - self.page.top - self.page.bottom) * MM;
        let right_width = (85.0 * MM).min(area.width * 0.48);
        let right = Area {
            x: area.x + area.width - right_width,
            width: right_width,
        };
        let left = Area {
            x: area.x,
            width: (CORNER * MM).min(area.width - right_width - 4.0 * MM),
        };
        let corner = doc
            .letterhead
            .as_ref()
            .filter(|h| h.form == LetterheadForm::Corner);
        let mut first = Stack::default();
        if let Some(head) = corner {
            self.corner(head, left, &mut first)?;
        } else if let Some(head) = &doc.letterhead {
            self.longitudinal(head, area, &mut strips)?;
        }
        if let Some(reference) = &doc.reference {
            let gap = if corner.is_some() {
                self.page.leading * 0.6
            } else {
                0.0
            };
            self.reference(reference, left, &mut first, gap);
        }
        let mut second = Stack::default();
        self.addressee(&doc.addressee, right, &mut second);
        if first.height > 0.0 || second.height > 0.0 {
            let height = first.height.max(second.height);
            if height <= room {
                let mut strip = Strip::empty(height);
                strip.items = first.items;
                strip.items.append(&mut second.items);
                strip.before = if strips.is_empty() {
                    0.0
                } else {
                    self.page.leading * 0.6
                };
                strips.push(strip);
            } else {
                // Too tall to stand side by side: one under the other, in pieces.
                for stack in [first, second] {
                    strips.extend(pieces(stack, self.page.leading));
                }
            }
        }
        if let Some(heading) = doc
            .heading
            .as_deref()
            .map(str::trim)
            .filter(|h| !h.is_empty())
        {
            let element = self.structure.add(Structure::ROOT, Role::Heading(1));
            self.last_level = 1;
            let mut look = self.look(1.0, Align::Left);
            look.leading = look.style.size * 1.2;
            look.style.bold = true;
            let narrow = Area {
                x: area.x,
                width: (HEADING * MM).min(area.width),
            };
            let mut lines = self.text(
                &[Span::plain(hold_short_words(heading, doc.meta.language))],
                look,
                narrow,
                element,
            );
            lines
                .iter_mut()
                .skip(1)
                .for_each(|s| s.broken = Break::Never);
            if let Some(l) = lines.first_mut() {
                l.before = if strips.is_empty() {
                    0.0
                } else {
                    self.page.leading * 1.6
                };
            }
            strips.append(&mut lines);
        }
        if !strips.is_empty() {
            let mut gap = Strip::empty(0.0);
            gap.before = self.page.leading * 1.2;
            gap.broken = Break::Never;
            strips.push(gap);
        }
        strips.iter_mut().for_each(|s| s.text = false);
        Ok(strips)
    }

    fn corner(
        &mut self,
        head: &Letterhead,
        area: Area,
        stack: &mut Stack,
    ) -> Result<(), PictureError> {
        let part = self.structure.add(Structure::ROOT, Role::Division);
        if let Some(logo) = &head.logo {
            let (picture, width, height) = self.picture(logo, area.width * 0.6, 20.0 * MM)?;
            let element = self.figure(logo, part, ("Логотип", "Logo"));
            let mut strip = Strip::empty(height + 4.0);
            let x = area.x + (area.width - width) / 2.0;
            strip.items.push(Item {
                element: Some(element),
                ink: Ink::Picture {
                    picture,
                    x,
                    y: 0.0,
                    width,
                    height,
                },
            });
            stack.push(vec![strip], 0.0);
        }
        let mut name = self.small(1.08, Align::Centre);
        name.style.bold = true;
        let lines = self.line(&head.name, name, area, part);
        stack.push(lines, 0.0);
        self.under_name(head, area, part, Align::Centre, stack);
        Ok(())
    }

    fn under_name(
        &mut self,
        head: &Letterhead,
        area: Area,
        part: ElementId,
        align: Align,
        stack: &mut Stack,
    ) {
        if let Some(tagline) = head.tagline.as_deref().filter(|t| !t.trim().is_empty()) {
            let lines = self.line(tagline, self.small(0.92, align), area, part);
            stack.push(lines, 1.0);
        }
        let mut gap = 3.0;
        for detail in head.details.iter().filter(|d| !d.trim().is_empty()) {
            let lines = self.line(detail, self.small(0.75, align), area, part);
            stack.push(lines, gap);
            gap = 0.0;
        }
    }

    fn longitudinal(
        &mut self,
        head: &Letterhead,
        area: Area,
        strips: &mut Vec<Strip>,
    ) -> Result<(), PictureError> {
        let part = self.structure.add(Structure::ROOT, Role::Division);
        let mut stack = Stack::default();
        let mut text = area;
        let mut beside = None;
        if let Some(logo) = &head.logo {
            let centred = head.logo_place == LogoPlace::Centre;
            let (picture, width, height) = self.picture(
                logo,
                area.width * if centred { 0.4 } else { 0.22 },
                24.0 * MM,
            )?;
            let element = self.figure(logo, part, ("Логотип", "Logo"));
            if centred {
                let mut strip = Strip::empty(height + 4.0);
                let x = area.x + (area.width - width) / 2.0;
                strip.items.push(Item {
                    element: Some(element),
                    ink: Ink::Picture {
                        picture,
                        x,
                        y: 0.0,
                        width,
                        height,
                    },
                });
                stack.push(vec![strip], 0.0);
            } else {
                beside = Some((element, picture, width, height));
                let inset = width + 6.0 * MM;
                text = Area {
                    x: area.x + inset,
                    width: area.width - 2.0 * inset,
                };
                if text.width < area.width * 0.5 {
                    text.width = area.width - inset;
                }
            }
        }
        let mut name = self.small(1.25, Align::Centre);
        name.style.bold = true;
        let lines = self.line(&head.name, name, text, part);
        stack.push(lines, 0.0);
        self.under_name(head, text, part, Align::Centre, &mut stack);
        let mut height = stack.height;
        if let Some((element, picture, width, tall)) = beside {
            let shift = ((tall - height) / 2.0).max(0.0);
            stack.items.iter_mut().for_each(|i| i.ink.shift(0.0, shift));
            height = height.max(tall);
            let y = (height - tall) / 2.0;
            let ink = Ink::Picture {
                picture,
                x: area.x,
                y,
                width,
                height: tall,
            };
            stack.items.insert(
                0,
                Item {
                    element: Some(element),
                    ink,
                },
            );
        }
        stack.height = height;
        let room = (self.page.height - self.page.top - self.page.bottom) * MM;
        if stack.height > room * 0.6 {
            strips.extend(pieces(stack, self.page.leading));
            return Ok(());
        }
        for (y, thick) in [(height + 4.0, 1.2), (height + 6.2, 0.4)] {
            stack.items.push(Item {
                element: None,
                ink: Ink::Rule {
                    x: area.x,
                    y,
                    width: area.width,
                    height: thick,
                    grey: 0.0,
                },
            });
        }
        let mut strip = Strip::empty(height + 8.0);
        strip.items = stack.items;
        strips.push(strip);
        Ok(())
    }

    fn reference(&mut self, reference: &Reference, area: Area, stack: &mut Stack, gap: f32) {
        let part = self.structure.add(Structure::ROOT, Role::Division);
        let look = self.small(0.92, Align::Left);
        let date = reference
            .date
            .clone()
            .unwrap_or_else(|| "______________".into());
        let number = reference
            .number
            .clone()
            .unwrap_or_else(|| "__________".into());
        let sign = self.word("№", "No.");
        let lines = self.line(&format!("{date}  {sign}\u{A0}{number}"), look, area, part);
        stack.push(lines, gap);
        if reference.reply_number.is_some() || reference.reply_date.is_some() {
            let number = reference.reply_number.as_deref().unwrap_or("__________");
            let from = reference.reply_date.as_deref().unwrap_or("__________");
            let line = match self.language {
                Language::Ru => format!("На №\u{A0}{number} от {from}"),
                Language::En => format!("Your ref. {number} of {from}"),
            };
            let lines = self.line(&line, look, area, part);
            stack.push(lines, 2.0);
        }
    }

    fn addressee(&mut self, to: &[String], area: Area, stack: &mut Stack) {
        if to.iter().all(|l| l.trim().is_empty()) {
            return;
        }
        let part = self.structure.add(Structure::ROOT, Role::Division);
        let look = self.small(1.0, Align::Left);
        for line in to.iter().filter(|l| !l.trim().is_empty()) {
            let lines = self.line(line, look, area, part);
            stack.push(lines, 1.0);
        }
    }
}

/// A stack too tall for a page, cut into strips of about `step`.
fn pieces(stack: Stack, step: f32) -> Vec<Strip> {
    let mut out: Vec<Strip> = Vec::new();
    let mut items = stack.items;
    let top = |i: &Item| match &i.ink {
        Ink::Run(r) => r.y - r.size,
        Ink::Rule { y, .. } | Ink::Picture { y, .. } => *y,
    };
    items.sort_by(|a, b| top(a).total_cmp(&top(b)));
    let mut from = 0.0f32;
    let mut iter = items.into_iter().peekable();
    while iter.peek().is_some() {
        let mut strip = Strip::empty(step);
        let start = iter.peek().map_or(from, |i| top(i).max(from));
        while let Some(mut item) = iter.next_if(|i| top(i) < start + step) {
            if let Ink::Picture { y, height, .. } = &item.ink {
                strip.height = strip.height.max(y + height - start);
            }
            item.ink.shift(0.0, -start);
            strip.items.push(item);
        }
        from = start + step;
        out.push(strip);
    }
    out
}
