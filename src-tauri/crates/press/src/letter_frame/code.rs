//! The QR code at the foot of the first page.

use fast_qr::ECL;
use fast_qr::qr::QRBuilder;

use crate::error::PressError;
use crate::layout::pagination::Corner;
use crate::model::{Code, MAX_CODE, PageSetup};
use crate::page::display_list::{Ink, Item, Page};
use crate::page::structure::Structure;
use crate::units::MM;

/// Space between the code and the paper's lower edge, and between the code and
/// the text, mm.
const EDGE: f32 = 6.0;
const CLEAR: f32 = 3.0;
/// Greatest width of the code, in millimetres.
const WIDEST: f32 = 26.0;

/// A code as dark modules on a light ground.
pub(crate) struct Modules {
    side: usize,
    /// Modules row by row, true where dark.
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

    /// What it takes of the foot of the first page.
    pub fn takes(&self, page: &PageSetup) -> Corner {
        let height = EDGE * MM + self.width() + CLEAR * MM - page.bottom * MM;
        Corner {
            height: height.max(0.0),
            from: self.left(page) - CLEAR * MM,
        }
    }

    /// Its left edge, pt.
    fn left(&self, page: &PageSetup) -> f32 {
        let right = (page.width - page.right.max(EDGE)) * MM;
        (right - self.width()).max(0.0).floor()
    }

    /// Draws the code at the lower right of a page.
    pub fn draw(&self, structure: &mut Structure, setup: &PageSetup, page: &mut Page) {
        let alt = if self.alt.trim().is_empty() {
            "QR".to_owned()
        } else {
            self.alt.trim().to_owned()
        };
        let element = structure.figure(Structure::ROOT, alt);
        structure.last = Some(element);
        let left = self.left(setup);
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
