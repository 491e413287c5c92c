//! The QR code at the foot of the first page.

use qrcode::bits::Bits;
use qrcode::types::QrError;
use qrcode::{Color, EcLevel, QrCode, Version};

use crate::error::PressError;
use crate::layout::composition::{Area, Composition};
use crate::layout::pagination::Corner;
use crate::letter_frame::small_type::small;
use crate::model::{Align, Code, MAX_CODE, PageSetup, Span};
use crate::page::display_list::{Ink, Item, Page};
use crate::page::structure::{Role, Structure};
use crate::sizes::RECEIPT_SCALE;
use crate::units::MM;

/// Space between the code and the paper's lower edge, and between the code and
/// the text, mm.
const EDGE: f32 = 6.0;
const CLEAR: f32 = 3.0;
/// Greatest width of the code, in millimetres.
const WIDEST: f32 = 26.0;
/// Greatest width of its caption, and the space between the two, mm.
const CAPTION: f32 = 38.0;
const BESIDE: f32 = 3.5;
/// The mark by which a code names UTF-8 as the alphabet of its text (AIM ECI 000026).
const UTF_8: u32 = 26;

/// A code as dark modules on a light ground.
pub(crate) struct Modules {
    side: usize,
    /// Modules row by row, true where dark.
    dark: Vec<bool>,
    /// Side of a module, pt.
    step: f32,
    alt: String,
    caption: String,
}

/// The text as a code of the smallest version that holds it. What is not ASCII is
/// marked as UTF-8: readers take it for Latin-1 or Shift JIS otherwise.
fn encoded(text: &str) -> Result<QrCode, QrError> {
    for version in (1..=40).map(Version::Normal) {
        let mut bits = Bits::new(version);
        let pushed = if text.is_ascii() {
            bits.push_optimal_data(text.as_bytes())
        } else {
            bits.push_eci_designator(UTF_8)
                .and_then(|()| bits.push_byte_data(text.as_bytes()))
        };
        match pushed.and_then(|()| bits.push_terminator(EcLevel::M)) {
            Ok(()) => return QrCode::with_bits(bits, EcLevel::M),
            Err(QrError::DataTooLong) => {}
            Err(other) => return Err(other),
        }
    }
    Err(QrError::DataTooLong)
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
        let made = encoded(&code.text).map_err(|_| PressError::Code)?;
        let side = made.width();
        let dark = made
            .into_colors()
            .into_iter()
            .map(|colour| colour == Color::Dark)
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
            caption: code.caption.trim().to_owned(),
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

    /// Draws the code at the lower right of a page, its caption at its left within the
    /// lower margin.
    pub fn draw(&self, to: &mut Composition<'_>, page: &mut Page) {
        let setup = to.page;
        let alt = if self.alt.trim().is_empty() {
            "QR".to_owned()
        } else {
            self.alt.trim().to_owned()
        };
        let element = to.structure.figure(Structure::ROOT, alt);
        to.structure.last = Some(element);
        let left = self.left(setup);
        let top = (page.height - EDGE * MM - self.width()).max(0.0).floor();
        if !self.caption.is_empty() {
            let caption = to.structure.add(element, Role::Caption);
            let style = small(to, RECEIPT_SCALE, Align::Right);
            let width = (CAPTION * MM).min(left - setup.left * MM);
            let beside = Area {
                x: left - BESIDE * MM - width,
                width,
            };
            let lines = to.text(
                &[Span::plain(self.caption.as_str())],
                style,
                beside,
                caption,
            );
            // The last line stands on the code's lower edge, and none above the margin.
            let room = (setup.bottom.min(EDGE + self.width() / MM) - EDGE) * MM;
            let most = (room / style.leading).floor().max(1.0) as usize;
            let lines = lines.into_iter().take(most).collect::<Vec<_>>();
            let mut y = page.height - EDGE * MM - lines.len() as f32 * style.leading;
            // Read before the text, as page numbers are: behind it, it would stand in
            // the midst of a sentence that goes on over the page.
            let mut at = 0;
            for line in lines {
                for mut item in line.items {
                    item.ink.shift(0.0, y);
                    page.items.insert(at, item);
                    at += 1;
                }
                y += line.height;
            }
        }
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
