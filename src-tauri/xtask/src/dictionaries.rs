//! The dictionaries of the check of spelling: npm packages, whose files come along with the programs.

use crate::step::{Outcome, target, top};
use std::fs;
use std::path::{Path, PathBuf};

/// The files of the packages, and what they are called in the folder of the dictionaries.
const FILES: &[(&str, &str)] = &[
    ("dictionary-ru/index.aff", "ru.aff"),
    ("dictionary-ru/index.dic", "ru.dic"),
    ("dictionary-ru/license", "ru.licence.txt"),
    // The American list has the same affixes.
    ("dictionary-en-gb/index.aff", "en.aff"),
    ("dictionary-en-gb/index.dic", "en-GB.dic"),
    ("dictionary-en/index.dic", "en-US.dic"),
    ("dictionary-en-gb/license", "en.licence.txt"),
];

/// Each file where npm put it, and where it goes among what comes along with a program.
pub fn files() -> impl Iterator<Item = (PathBuf, String)> {
    let packages = top().join("ui/node_modules");
    FILES
        .iter()
        .map(move |(from, to)| (packages.join(from), format!("dictionaries/{to}")))
}

/// Puts them beside the programs that are built here, which look for them in their own folder.
pub fn ensure_beside() -> Outcome {
    for profile in ["debug", "release"] {
        let built = target()?.join(profile);
        for (from, to) in files() {
            let to = built.join(to);
            put(&from, &to).map_err(|reason| format!("{}: {reason}", to.display()))?;
        }
    }
    Ok(())
}

/// Copies a file that is not the same there.
fn put(from: &Path, to: &Path) -> std::io::Result<()> {
    let text = fs::read(from)?;
    if fs::read(to).is_ok_and(|there| there == text) {
        return Ok(());
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(to, text)
}
