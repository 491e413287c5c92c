//! Pictures put on the page.

use std::sync::Arc;

use crate::layout::composition::{Area, Composition};
use crate::layout::slug::Slug;
use crate::model::{Align, Picture};
use crate::page::display_list::{Ink, Item};
use crate::page::structure::ElementId;
use crate::pictures::{PictureError, dimensions};
use crate::units::MM;
use crate::words::frame_words;

/// A picture with its size on paper, pt, and the element it belongs to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Figure {
    pub width: f32,
    pub height: f32,
    picture: usize,
    element: ElementId,
}

impl Figure {
    /// The picture with its upper left corner at a place.
    pub fn at(self, x: f32, y: f32) -> Item {
        Item {
            element: Some(self.element),
            ink: Ink::Picture {
                picture: self.picture,
                x,
                y,
                width: self.width,
                height: self.height,
            },
        }
    }
}

/// Adds a picture that fits a box of the given size; `what` says what it shows
/// where it says nothing itself.
///
/// # Errors
/// When it can't be read.
pub(crate) fn figure(
    to: &mut Composition<'_>,
    picture: &Picture,
    width: f32,
    height: f32,
    parent: ElementId,
    what: &str,
) -> Result<Figure, PictureError> {
    let (w, h) = dimensions(&picture.bytes)?;
    let mut wide = match picture.width_tenths {
        Some(tenths) => (tenths as f32 / 10.0 * MM).min(width),
        // Not larger than 96 samples an inch make it.
        None => width.min(w as f32 * 0.75),
    };
    let mut tall = wide * h as f32 / w as f32;
    if tall > height {
        tall = height;
        wide = tall * w as f32 / h as f32;
    }
    let bitmap = to.picture_cache.get(&picture.bytes, wide)?;
    let known = to.pictures.iter().position(|p| Arc::ptr_eq(p, &bitmap));
    let index = known.unwrap_or_else(|| {
        to.pictures.push(bitmap);
        to.pictures.len() - 1
    });
    let own = picture.alt.trim();
    let alt = if own.is_empty() { what } else { own };
    Ok(Figure {
        width: wide.max(1.0),
        height: tall.max(1.0),
        picture: index,
        element: to.structure.figure(parent, alt.to_owned()),
    })
}

/// Pictures that are no taller keep their size, pt.
const SMALL: f32 = 110.0;

/// A picture on a line of its own in the text, and the element it is.
///
/// # Errors
/// When it can't be read.
pub(crate) fn figure_slug(
    to: &mut Composition<'_>,
    picture: &Picture,
    align: Align,
    area: Area,
    parent: ElementId,
) -> Result<(Slug, ElementId), PictureError> {
    let room = to.page.text_height() * MM;
    let what = frame_words(to.language).picture;
    let figure = figure(to, picture, area.width, room * 0.9, parent, what)?;
    let stays = match align {
        Align::Left => 0.0,
        Align::Right => 1.0,
        Align::Centre | Align::Justified => 0.5,
    };
    let x = area.x + (area.width - figure.width) * stays;
    let mut slug = Slug::empty(figure.height + 4.0);
    slug.before = 4.0;
    slug.shrinks = (figure.height > SMALL).then_some(stays);
    slug.items.push(figure.at(x, 2.0));
    Ok((slug, figure.element))
}
