//! Packs the law of `data`: a new regime brings its file, and no list to edit.

use packed::build::{files_in, pack_texts};
use std::io;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    pack_texts(&files_in("data/law", "toml")?, "law")
}
