//! Packs the templates, and what the checks look for: they are a fifth to a third as large so.

use packed::build::{files_in, pack, pack_texts};
use std::io;
use std::path::Path;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut texts = files_in("templates", "toml")?;
    texts.extend(files_in("src", "toml")?);
    // The rules about words are large, and each language's are unpacked when a text in it is first checked.
    let rules = Path::new("src/check/wording");
    let clauses = Path::new("src/check/clause");
    texts.retain(|file| !file.starts_with(rules) && !file.starts_with(clauses));
    for name in ["rules.ru.toml", "rules.en.toml"] {
        pack(&rules.join(name), name)?;
    }
    for name in [
        "clauses.ru.toml",
        "clauses.en.toml",
        "weights.ru.bin",
        "weights.en.bin",
    ] {
        pack(&clauses.join(name), name)?;
    }
    pack_texts(&texts, "texts")
}
