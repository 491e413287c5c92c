//! What a text seems to say: proposals by ordered rules over word beginnings.
//!
//! Each rule is general: it knows the forms in which people name a thing, not
//! the letters they wrote. Where two rules could apply, the order of the table
//! decides, and the table says why. What no rule is sure of stays empty, for a
//! person confirms the draft and an empty field asks better than a wrong one.

mod amounts;
mod dates;
mod demands;
mod envelope;
mod firm;
mod form;
mod heading;
mod kind;
mod names;
mod order;
mod phones;
mod quotation;
mod quoted_head;
mod reading;
mod regime;
mod regime_words;
mod sentence;
mod spelling;
mod stated;
mod whose;

pub use envelope::{Envelope, Ours};
pub(crate) use phones::phones_written;
pub use reading::facts_in;
pub(crate) use reading::read;
pub use stated::{Stated, stated};
pub(crate) use whose::{Author, Way, asks_anything, asks_for_oneself};
