//! Lists the steps of `migrations`, numbered from 0001 without a gap, for the crate to include.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let crate_root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let folder = Path::new(&crate_root).join("src/database/migrations");
    println!("cargo::rerun-if-changed={}", folder.display());
    let steps = fs::read_dir(&folder)?.count();
    let mut list = String::from("pub(crate) const STEPS: &[&str] = &[\n");
    for step in 1..=steps {
        let file = folder.join(format!("{step:04}.sql"));
        // Writing into a string can't fail.
        let _ = writeln!(list, "    include_str!({:?}),", file.display().to_string());
    }
    list.push_str("];\n");
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("steps.rs"), list)
}
