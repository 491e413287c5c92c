//! The dictionaries of both languages, each read when it is first wanted.

use crate::files::{Lack, folder_of, read_all};
use spellbook::Dictionary;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

/// A language that there is a dictionary of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    Russian,
    /// British and American alike.
    English,
}

/// What a dictionary is read from.
struct Source {
    affixes: &'static str,
    /// Lists with the same affixes, so that either way of spelling will do.
    lists: &'static [&'static str],
    /// Words of offices that the lists lack.
    office: &'static str,
}

const RUSSIAN: Source = Source {
    affixes: "ru.aff",
    lists: &["ru.dic"],
    office: include_str!("../words/office.ru.dic"),
};
const ENGLISH: Source = Source {
    affixes: "en.aff",
    lists: &["en-GB.dic", "en-US.dic"],
    office: include_str!("../words/office.en.dic"),
};

type Kept = OnceLock<Result<Dictionary, Lack>>;

fn kept(tongue: Tongue) -> (&'static Source, &'static Kept) {
    static RUSSIAN_READ: Kept = OnceLock::new();
    static ENGLISH_READ: Kept = OnceLock::new();
    match tongue {
        Tongue::Russian => (&RUSSIAN, &RUSSIAN_READ),
        Tongue::English => (&ENGLISH, &ENGLISH_READ),
    }
}

impl Source {
    fn names(&self) -> Vec<&'static str> {
        let mut names = vec![self.affixes];
        names.extend(self.lists);
        names
    }

    fn read(&self, folder: &Path) -> Result<Dictionary, Lack> {
        let mut texts = read_all(folder, &self.names())?.into_iter();
        let affixes = texts.next().unwrap_or_default();
        let texts: Vec<String> = texts.collect();
        // The first line of a list is a guess at how many words there are.
        let listed = texts.iter().flat_map(|text| text.lines().skip(1));
        let words: BTreeSet<&str> = listed
            .chain(self.office.lines())
            .filter(|word| !word.is_empty())
            .collect();
        let mut all = format!("{}\n", words.len());
        for word in words {
            all.push_str(word);
            all.push('\n');
        }
        Dictionary::new(&affixes, &all).map_err(|_| Lack::damaged(folder))
    }
}

/// The dictionary, read now if it has not been; none where its files are missing or broken.
pub(crate) fn of(tongue: Tongue) -> Option<&'static Dictionary> {
    let (source, kept) = kept(tongue);
    kept.get_or_init(|| source.read(&folder_of(&source.names())?))
        .as_ref()
        .ok()
}

/// Why words of that language can't be looked up; none where they can, as far as is known before the dictionary
/// is read.
#[must_use]
pub fn lack(tongue: Tongue) -> Option<Lack> {
    let (source, kept) = kept(tongue);
    match kept.get() {
        Some(read) => read.as_ref().err().cloned(),
        None => folder_of(&source.names()).err(),
    }
}

/// Whether the dictionary has the word, in any of its forms; words joined by a hyphen are known when each is.
/// Where there is no dictionary, every word is.
#[must_use]
pub fn knows(word: &str, tongue: Tongue) -> bool {
    let Some(dictionary) = of(tongue) else {
        return true;
    };
    if word.len() > spellbook::MAX_WORD_LEN {
        return true;
    }
    let plain = word.replace('\u{2011}', "-").replace('’', "'");
    let has = |word: &str| {
        dictionary.check(word)
            // The list has most words with ё, and not every one of them with both letters.
            || word.contains('ё') && dictionary.check(&word.replace('ё', "е"))
    };
    has(&plain) || negated(&plain).is_some_and(has)
}

/// The participle that a word denies, as «неустранённый» does: the list has few of them.
fn negated(word: &str) -> Option<&str> {
    let denied = word.strip_prefix("не").or(word.strip_prefix("Не"))?;
    (denied.chars().count() >= 7 && denied.contains("нн")).then_some(denied)
}

#[cfg(test)]
mod tests {
    use super::RUSSIAN;
    use crate::files::Lack;
    use std::fs;

    #[test]
    fn what_is_no_dictionary_is_told_of_as_damaged() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = folder.path();
        fs::write(at.join("ru.dic"), "1\nвода\n").expect("written");
        // Another encoding than UTF-8, and affixes that are cut off.
        for affixes in [&[0xff, 0xfe, 0xff][..], b"SET UTF-8\nSFX A Y 2\nSFX"] {
            fs::write(at.join("ru.aff"), affixes).expect("written");
            let read = RUSSIAN.read(at).map(|_| ());
            assert_eq!(read, Err(Lack::damaged(at)));
        }
        fs::write(at.join("ru.aff"), "SET UTF-8\n").expect("written");
        assert!(RUSSIAN.read(at).expect("a dictionary").check("вода"));
    }
}
