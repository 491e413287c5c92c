//! Packs the faces, which are half as large so: the program unpacks each when a
//! text first needs it.

use std::io::Write;
use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?);
    println!("cargo::rerun-if-changed=fonts");
    println!("cargo::rerun-if-changed=build.rs");
    for entry in fs::read_dir("fonts")? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "ttf") {
            let name = path.file_stem().ok_or("a face without a name")?;
            let packed = fs::File::create(out.join(name).with_extension("zz"))?;
            let mut packing = flate2::write::ZlibEncoder::new(packed, flate2::Compression::best());
            packing.write_all(&fs::read(&path)?)?;
            packing.finish()?;
        }
    }
    Ok(())
}
