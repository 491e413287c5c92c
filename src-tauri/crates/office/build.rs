//! Packs the stories of the sample office, which most offices read once or never, and the procedures.

use packed::build::pack;
use std::io;
use std::path::Path;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    pack(Path::new("src/sample/cases.toml"), "cases.toml")?;
    pack(Path::new("data/procedures.toml"), "procedures.toml")
}
