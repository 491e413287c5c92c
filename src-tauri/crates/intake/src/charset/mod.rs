//! Bytes into text: declared charsets, and a guess where the declaration is missing or plainly wrong.

mod decode;
mod guess;
mod lines;

pub(crate) use decode::decode;
pub(crate) use lines::normalized;
