//! Packs the rules about words, which are a third as large so; the program unpacks
//! them when a text is first checked.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?);
    println!("cargo::rerun-if-changed=build.rs");
    for name in ["rules.ru.toml", "rules.en.toml"] {
        let from = Path::new("src/check/wording").join(name);
        println!("cargo::rerun-if-changed={}", from.display());
        let packed = fs::File::create(out.join(format!("{name}.zz")))?;
        let mut packing = flate2::write::ZlibEncoder::new(packed, flate2::Compression::best());
        packing.write_all(&fs::read(&from)?)?;
        packing.finish()?;
    }
    Ok(())
}
