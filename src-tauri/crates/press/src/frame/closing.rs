//! What stands under the text: enclosures, signatures, executor.

use super::{Stack, pieces};
use crate::display::{ElementId, Ink, Item, Role, Structure};
use crate::layout::{Area, Break, MM, Setter, Strip};
use crate::model::{Align, Block, Document, Language, Marker, Signature, Span};
use crate::picture::PictureError;

/// The word before the enclosures, of which there are `count`.
pub fn enclosure_word(language: Language, count: usize) -> &'static str {
    match (language, count) {
        (Language::Ru, _) => "Приложение",
        (Language::En, 0 | 1) => "Enclosure",
        (Language::En, _) => "Enclosures",
    }
}

impl Setter<'_> {
    /// All that stands under the text. `body` is what it must not leave alone.
    ///
    /// # Errors
    /// When a picture can't be read.
    pub(crate) fn closing(
        &mut self,
        doc: &Document,
        body: &mut Vec<Strip>,
    ) -> Result<(), PictureError> {
        let area = self.area();
        let mut notes = self.notes(area);
        body.append(&mut notes);
        if let Some(enclosures) = &doc.enclosures {
            let mut strips =
                self.enclosures(enclosures.label.as_deref(), &enclosures.items, area)?;
            strips.iter_mut().for_each(|s| s.text = false);
            body.append(&mut strips);
        }
        let signed_from = body.len();
        for (i, signature) in doc.signatures.iter().enumerate() {
            let mut strips = self.signature(signature, area)?;
            if i == 0
                && let Some(first) = strips.first_mut()
            {
                first.broken = Break::Never;
            }
            body.append(&mut strips);
        }
        if doc.receipt {
            let mut strips = self.receipt(area);
            body.append(&mut strips);
        }
        if doc.executor.iter().any(|l| !l.trim().is_empty()) {
            let part = self.structure.add(Structure::ROOT, Role::Division);
            let mut stack = Stack::default();
            let narrow = Area {
                x: area.x,
                width: area.width * 0.6,
            };
            for line in doc
                .executor
                .iter()
                .filter(|l| !l.trim().is_empty())
                .take(12)
            {
                let lines = self.line(line, self.small(0.75, Align::Left), narrow, part);
                stack.push(lines, 0.0);
            }
            let mut strip = Strip::empty(stack.height);
            strip.items = stack.items;
            strip.before = self.page.leading;
            strip.broken = Break::Never;
            strip.pinned = true;
            body.push(strip);
        }
        if signed_from > 0 && signed_from < body.len() {
            self.keep_company(body, signed_from);
        }
        Ok(())
    }

    /// Ties what is signed to at least two lines of the text before it.
    fn keep_company(&self, body: &mut [Strip], signed_from: usize) {
        let room = (self.page.height - self.page.top - self.page.bottom) * MM;
        let mut lines = 0;
        let mut height: f32 = body[signed_from..]
            .iter()
            .map(|s| s.height + s.before)
            .sum();
        for i in (0..signed_from).rev() {
            height += body[i].height + body[i].before;
            if height > room * 0.75 {
                break;
            }
            if body[i + 1].broken == Break::Free {
                body[i + 1].broken = Break::Never;
            }
            if body[i].text {
                lines += 1;
            }
            if lines >= 2 {
                break;
            }
        }
    }

    fn enclosures(
        &mut self,
        label: Option<&str>,
        items: &[String],
        area: Area,
    ) -> Result<Vec<Strip>, PictureError> {
        let part = self.structure.add(Structure::ROOT, Role::Division);
        let label = label.unwrap_or_else(|| enclosure_word(self.language, items.len()));
        let blocks = match items {
            [] => return Ok(Vec::new()),
            [one] => {
                let spans = vec![Span::plain(format!("{label}: {one}"))];
                vec![Block::aligned(Align::Left, spans)]
            }
            many => {
                let mut head = crate::model::Paragraph {
                    spans: vec![Span::plain(format!("{label}:"))],
                    align: Align::Left,
                    ..Default::default()
                };
                head.keep_with_next = true;
                let rows = many
                    .iter()
                    .map(|i| vec![Block::aligned(Align::Left, vec![Span::plain(i.as_str())])])
                    .collect();
                vec![
                    Block::Paragraph(head),
                    Block::List {
                        marker: Marker::Numbered { start: 1 },
                        items: rows,
                    },
                ]
            }
        };
        let mut strips = self.blocks(&blocks, area, part, 0)?;
        if let Some(first) = strips.first_mut() {
            first.before += self.page.leading;
        }
        Ok(strips)
    }

    fn signature(&mut self, s: &Signature, area: Area) -> Result<Vec<Strip>, PictureError> {
        let part = self.structure.add(Structure::ROOT, Role::Division);
        let mut out = Vec::new();
        let look = self.small(1.0, Align::Left);
        if let Some(closing) = s.closing.as_deref().filter(|c| !c.trim().is_empty()) {
            let mut lines = self.line(closing, self.look(1.0, Align::Left), area, part);
            if let Some(l) = lines.first_mut() {
                l.before = self.page.leading;
            }
            lines.iter_mut().for_each(|l| l.broken = Break::Never);
            out.append(&mut lines);
        }
        let name_width = self.width_of(&s.name, look.style).min(area.width * 0.4) + 1.0;
        let post_area = Area {
            x: area.x,
            width: (75.0 * MM).min(area.width * 0.45),
        };
        let mut post = Stack::default();
        let lines = self.line(&s.post, look, post_area, part);
        post.push(lines, 0.0);
        let name_area = Area {
            x: area.x + area.width - name_width,
            width: name_width,
        };
        let mut name = Stack::default();
        let mut right = look;
        right.align = Align::Right;
        let element = self.structure.add(part, Role::Paragraph);
        let mut lines = self.text(&[Span::name(s.name.as_str())], right, name_area, element);
        if lines.len() > 6 {
            lines = self.text(&[Span::name(s.name.as_str())], right, area, element);
        }
        name.push(lines, 0.0);
        // The middle, where one signs and stamps.
        let middle = (
            post_area.x + post_area.width + 2.0 * MM,
            name_area.x - 2.0 * MM,
        );
        let mut drawn: Vec<(ElementId, usize, f32, f32, f32)> = Vec::new();
        let mut below = None;
        if let Some(stamp) = &s.stamp {
            let (picture, width, height) = self.picture(stamp, 42.0 * MM, 42.0 * MM)?;
            let element = self.figure(stamp, part, ("Оттиск печати", "Stamp"));
            if width <= middle.1 - middle.0 {
                drawn.push((element, picture, middle.0, width, height));
            } else {
                below = Some((element, picture, width, height));
            }
        }
        if let Some(signed) = &s.picture {
            let room = (middle.1 - middle.0).max(12.0 * MM);
            let (picture, width, height) = self.picture(signed, room.min(48.0 * MM), 18.0 * MM)?;
            let element = self.figure(signed, part, ("Подпись", "Signature"));
            drawn.push((element, picture, middle.1 - width, width, height));
        }
        let text = post.height.max(name.height);
        let tallest = drawn.iter().map(|d| d.4).fold(0.0, f32::max);
        // Text stands with its last base line at the middle of the pictures.
        let above = (tallest / 2.0 - text + look.leading * 0.6).max(0.0);
        let height = (above + text).max(tallest);
        let page = (self.page.height - self.page.top - self.page.bottom) * MM;
        if height > page * 0.7 {
            out.extend(pieces(post, look.leading));
            out.extend(pieces(name, look.leading));
            return Ok(out);
        }
        let mut strip = Strip::empty(height);
        strip.broken = Break::Never;
        strip.before = if tallest > 0.0 {
            self.page.leading * 0.4
        } else {
            11.0 * MM
        };
        for (stack_height, items) in [(post.height, post.items), (name.height, name.items)] {
            for mut item in items {
                item.ink.shift(0.0, above + text - stack_height);
                strip.items.push(item);
            }
        }
        for (element, picture, x, width, tall) in drawn {
            let y = (height - tall) / 2.0;
            strip.items.push(Item {
                element: Some(element),
                ink: Ink::Picture {
                    picture,
                    x,
                    y,
                    width,
                    height: tall,
                },
            });
        }
        out.push(strip);
        if s.stamp.is_none() && s.stamp_place {
            let mark = self.word("М. П.", "L. S.");
            let mut lines = self.line(&mark, self.small(0.85, Align::Left), post_area, part);
            if let Some(l) = lines.first_mut() {
                l.before = 5.0 * MM;
                l.broken = Break::Never;
            }
            out.append(&mut lines);
        }
        if let Some((element, picture, width, height)) = below {
            let mut strip = Strip::empty(height);
            strip.before = 2.0 * MM;
            strip.broken = Break::Never;
            strip.items.push(Item {
                element: Some(element),
                ink: Ink::Picture {
                    picture,
                    x: area.x,
                    y: 0.0,
                    width,
                    height,
                },
            });
            out.push(strip);
        }
        out.iter_mut().for_each(|s| s.text = false);
        Ok(out)
    }
}
