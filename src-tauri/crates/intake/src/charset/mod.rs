//! Bytes into text: declared charsets, and a guess where the declaration is missing or plainly wrong.

mod decode;
mod guess;
mod lines;
mod pairs;

pub(crate) use decode::{decode, in_charset, of_page, readings};
pub(crate) use lines::normalized;

/// The words of a text file whose charset nobody declared, as those of a message would be read; none where
/// bytes of it are no text in any.
pub fn words_of(bytes: &[u8]) -> Option<String> {
    let read = decode(bytes, None);
    (!read.damaged).then_some(read.text)
}
