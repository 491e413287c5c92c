//! Packs the faces, which are half as large so: the program unpacks each when a
//! text first needs it.

use packed::build::{files_in, pack};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    for face in files_in("fonts", "ttf")? {
        let name = face.file_stem().and_then(|stem| stem.to_str());
        pack(&face, name.ok_or("a face without a name")?)?;
    }
    Ok(())
}
