//! Packs the faces, which are half as large so: the program unpacks each when a
//! text first needs it.

use packed::build::{files_in, pack_of};
use std::error::Error;
use unhinted::unhinted;

#[path = "src/pdf/unhinted.rs"]
mod unhinted;

/// What a face is shaped and cut from. The rest is hints for coarse screens for the most part, which no PDF of ours
/// takes along.
const SHAPED: [&[u8; 4]; 12] = [
    b"GDEF", b"GPOS", b"GSUB", b"OS/2", b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"kern",
    b"loca", b"maxp",
];

/// Faces whose licence lets them be changed under their own name; they keep it, and the notice with it. The names of
/// the others are reserved for the files as they came, so what is left of those has none.
const NAMED: &[&str] = &["DejaVuSans"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/pdf/unhinted.rs");
    for face in files_in("fonts", "ttf")? {
        let name = face.file_stem().and_then(|stem| stem.to_str());
        let name = name.ok_or("a face without a name")?;
        let mut tables = SHAPED.to_vec();
        if NAMED.contains(&name) {
            tables.push(b"name");
        }
        pack_of(&face, name, |font| unhinted(&font, &tables))?;
    }
    Ok(())
}
