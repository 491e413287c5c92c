//! What is signed for: the line of one who receives the letter by hand, and the
//! code at the foot of the first page.

use fast_qr::ECL;
use fast_qr::qr::QRBuilder;

use crate::display::{Ink, Item, Page, Role, Structure};
use crate::layout::{Area, Break, MM, Setter, Strip};
use crate::model::{Align, Code, MAX_CODE, PageSetup};
use crate::set::PressError;

/// Space between the code and the sheet's lower edge, and between the code and
/// the text, mm.
const EDGE: f32 = 6.0;
const CLEAR: f32 = 3.0;
/// Widest code, mm.
const WIDEST: f32 = 26.0;

/// A code as dark modules on a light ground.
pub struct Modules {
    /// Modules a side.
    side: usize,
    /// Row by row.
    dark: Vec<bool>,
    /// Side of a module, pt.
    step: f32,
    alt: String,
}

impl Modules {
    /// The modules of a code.
    ///
    /// # Errors
    /// When its text is too long.
    pub fn of(code: &Code) -> Result<Self, PressError> {
        if code.text.len() > MAX_CODE {
            return Err(PressError::Code);
        }
        let made = QRBuilder::new(code.text.as_str())
            .ecl(ECL::M)
            .build()
            .map_err(|_| PressError::Code)?;
        let side = made.size;
        let dark = (0..side)
            .flat_map(|row| (0..side).map(move |column| (row, column)))
            .map(|(row, column)| made[row][column].value())
            .collect();
        // Large enough for any telephone, and a number that is short to write.
        let fitting = WIDEST * MM / side as f32;
        let step = [1.5, 1.25, 1.0, 0.75]
            .into_iter()
            .find(|s| *s <= fitting)
            .unwrap_or(fitting);
        Ok(Self {
            side,
            dark,
            step,
            alt: code.alt.clone(),
        })
    }

    /// Side of the code, pt.
    fn width(&self) -> f32 {
        self.side as f32 * self.step
    }

    /// What the first page has less room for text, pt.
    pub fn takes(&self, page: &PageSetup) -> f32 {
        (EDGE * MM + self.width() + CLEAR * MM - page.bottom * MM).max(0.0)
    }

    /// Draws the code at the lower right of a page.
    pub fn draw(&self, structure: &mut Structure, setup: &PageSetup, page: &mut Page) {
        let alt = if self.alt.trim().is_empty() {
            "QR".to_owned()
        } else {
            self.alt.trim().to_owned()
        };
        let element = structure.figure(Structure::ROOT, alt);
        let right = page.width - setup.right.max(EDGE) * MM;
        let left = (right - self.width()).max(0.0).floor();
        let top = (page.height - EDGE * MM - self.width()).max(0.0).floor();
        for row in 0..self.side {
            let mut column = 0;
            while column < self.side {
                let from = column;
                while column < self.side && self.dark[row * self.side + column] {
                    column += 1;
                }
                if column == from {
                    column += 1;
                    continue;
                }
                let ink = Ink::Rule {
                    x: left + from as f32 * self.step,
                    y: top + row as f32 * self.step,
                    width: (column - from) as f32 * self.step,
                    height: self.step,
                    grey: 0.0,
                };
                page.items.push(Item {
                    element: Some(element),
                    ink,
                });
            }
        }
    }
}

impl Setter<'_> {
    /// The line of one who receives the letter by hand: name, date, signature.
    pub(super) fn receipt(&mut self, area: Area) -> Vec<Strip> {
        let part = self.structure.add(Structure::ROOT, Role::Division);
        let word = self.word("Получил:", "Received:");
        let look = self.small(1.0, Align::Left);
        let lead = self.width_of(&word, look.style) + 2.0 * MM;
        let mut strip = Strip::empty(0.0);
        let mut caption = self.small(0.7, Align::Centre);
        caption.leading = caption.style.size * 1.15;
        let base = look.leading;
        let words = self.line(&word, look, area, part);
        let push = |lines: Vec<Strip>, y: f32, strip: &mut Strip| {
            let mut below = y;
            for line in lines {
                for mut item in line.items {
                    item.ink.shift(0.0, below);
                    strip.items.push(item);
                }
                below += line.height;
            }
            strip.height = strip.height.max(below);
        };
        push(words, 0.0, &mut strip);
        let gap = 5.0 * MM;
        let room = area.width - lead - 2.0 * gap;
        let mut x = area.x + lead;
        for (share, ru, en) in [
            (0.5, "фамилия, инициалы", "name"),
            (0.22, "дата", "date"),
            (0.28, "подпись", "signature"),
        ] {
            let width = room * share;
            strip.items.push(Item {
                element: None,
                ink: Ink::Rule {
                    x,
                    y: base,
                    width,
                    height: 0.5,
                    grey: 0.0,
                },
            });
            let under = Area { x, width };
            let word = self.word(ru, en);
            let lines = self.line(&word, caption, under, part);
            push(lines, base + 1.5, &mut strip);
            x += width + gap;
        }
        strip.before = 9.0 * MM;
        strip.broken = Break::Never;
        strip.text = false;
        vec![strip]
    }
}
