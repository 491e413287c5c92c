//! What the program brings along as files: packed when it is built, unpacked when it is first read.
//!
//! Texts go into one archive, for what is said in one of them is said in the next as well: together
//! they take a fifth of their length, one by one a third.

#[cfg(feature = "packing")]
pub mod build;
#[cfg(feature = "tables")]
mod tables;

#[cfg(feature = "tables")]
pub use tables::table;

use brotli_decompressor::Decompressor;
use std::collections::BTreeMap;
use std::io::{self, Read};

/// How much is unpacked at a time, bytes.
const BLOCK: usize = 1 << 14;

/// The bytes that `build::pack` packed.
///
/// # Errors
/// What is no packed file.
pub fn unpacked(packed: &[u8]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    Decompressor::new(packed, BLOCK).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The texts of an archive, by the path of the file each comes from, as the build script named it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Texts(BTreeMap<String, String>);

impl Texts {
    /// Unpacks what `build::pack_texts` packed.
    ///
    /// # Errors
    /// What is no archive of texts.
    pub fn read(packed: &[u8]) -> io::Result<Self> {
        let all = String::from_utf8(unpacked(packed)?).map_err(io::Error::other)?;
        let mut texts = BTreeMap::new();
        let mut rest = all.as_str();
        while !rest.is_empty() {
            let (name, text, after) = next(rest)
                .ok_or_else(|| io::Error::other(format!("broken after {} texts", texts.len())))?;
            texts.insert(name.to_owned(), text.to_owned());
            rest = after;
        }
        Ok(Self(texts))
    }

    /// The text of a file; empty where there is none of that path.
    #[must_use]
    pub fn text(&self, path: &str) -> &str {
        self.0.get(path).map_or("", String::as_str)
    }

    /// Every text, in the order of the paths.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(String::as_str)
    }
}

/// The name and the text of the file that an archive goes on with, and what follows it.
fn next(rest: &str) -> Option<(&str, &str, &str)> {
    let (name, rest) = rest.split_once('\n')?;
    let (length, rest) = rest.split_once('\n')?;
    let (text, after) = rest.split_at_checked(length.parse().ok()?)?;
    Some((name, text, after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::{joined, packed};

    #[test]
    fn texts_come_out_as_they_went_in() {
        let files = [("b.toml", "Ответ\n\n9\n"), ("a.toml", ""), ("c", "no line")];
        let files = files.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let texts = Texts::read(&packed(joined(&files).as_bytes()).unwrap()).unwrap();
        for (name, text) in &files {
            assert_eq!(texts.text(name), text);
        }
        assert_eq!(texts.text("d"), "");
        assert_eq!(texts.all().count(), 3);
    }

    #[test]
    fn what_is_cut_short_is_an_error() {
        let whole = joined(&[("a".to_owned(), "Ответ".to_owned())]);
        for end in 1..whole.len() - 1 {
            let cut = packed(&whole.as_bytes()[..end]).unwrap();
            assert!(Texts::read(&cut).is_err(), "{end}");
        }
        assert!(Texts::read(b"no archive").is_err());
    }
}
