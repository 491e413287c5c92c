//! Pictures put on the page.

use std::sync::Arc;

use crate::display::{ElementId, Ink, Item};
use crate::layout::{Area, MM, Setter, Strip};
use crate::model::{Align, Language, Picture};
use crate::picture::{PictureError, dimensions};

impl Setter<'_> {
    /// Adds a picture for a box of at most the given size; its size on paper.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn picture(
        &mut self,
        picture: &Picture,
        width: f32,
        height: f32,
    ) -> Result<(usize, f32, f32), PictureError> {
        let (w, h) = dimensions(&picture.bytes)?;
        let mut wide = picture
            .width_tenths
            .map_or(width, |t| (t as f32 / 10.0 * MM).min(width));
        if picture.width_tenths.is_none() {
            // Not larger than 96 samples an inch make it.
            wide = wide.min(w as f32 * 0.75);
        }
        let mut tall = wide * h as f32 / w as f32;
        if tall > height {
            tall = height;
            wide = tall * w as f32 / h as f32;
        }
        let bitmap = self.kept_pictures.get(&picture.bytes, wide)?;
        let index = match self.pictures.iter().position(|p| Arc::ptr_eq(p, &bitmap)) {
            Some(i) => i,
            None => {
                self.pictures.push(bitmap);
                self.pictures.len() - 1
            }
        };
        Ok((index, wide.max(1.0), tall.max(1.0)))
    }

    /// The element of a picture.
    pub fn figure(
        &mut self,
        picture: &Picture,
        parent: ElementId,
        default: (&str, &str),
    ) -> ElementId {
        let alt = if picture.alt.trim().is_empty() {
            if self.language == Language::Ru {
                default.0
            } else {
                default.1
            }
            .to_owned()
        } else {
            picture.alt.trim().to_owned()
        };
        self.structure.figure(parent, alt)
    }

    pub(crate) fn image(
        &mut self,
        picture: &Picture,
        align: Align,
        area: Area,
        parent: ElementId,
    ) -> Result<Strip, PictureError> {
        let room = (self.page.height - self.page.top - self.page.bottom) * MM;
        let (index, width, height) = self.picture(picture, area.width, room * 0.9)?;
        let element = self.figure(picture, parent, ("Изображение", "Picture"));
        let slack = area.width - width;
        let x = area.x
            + match align {
                Align::Left => 0.0,
                Align::Right => slack,
                Align::Centre | Align::Justified => slack / 2.0,
            };
        let mut strip = Strip::empty(height + 4.0);
        strip.before = 4.0;
        strip.items.push(Item {
            element: Some(element),
            ink: Ink::Picture {
                picture: index,
                x,
                y: 2.0,
                width,
                height,
            },
        });
        Ok(strip)
    }
}
