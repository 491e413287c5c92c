//! The side of the build scripts. Each file that is read is named to Cargo, which asks the script again
//! when it changes.

use brotli::BrotliCompress;
use brotli::enc::BrotliEncoderParams;
use std::io;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Packs a file into `NAME.zz` of the script's output folder, for `include_bytes!`.
///
/// # Errors
/// Where the file can't be read, or the output not be written.
pub fn pack(file: &Path, name: &str) -> io::Result<()> {
    pack_of(file, name, Some)
}

/// The same, of what `made` makes of the file's bytes.
///
/// # Errors
/// As [`pack`], and where nothing is made of them.
pub fn pack_of(
    file: &Path,
    name: &str,
    made: impl FnOnce(Vec<u8>) -> Option<Vec<u8>>,
) -> io::Result<()> {
    watch(file);
    let made = made(fs::read(file)?);
    write(
        name,
        &made.ok_or_else(|| io::Error::other(file.display().to_string()))?,
    )
}

/// Packs texts into one archive, `NAME.zz` of the script's output folder. Paths are told from the
/// package's own folder, where Cargo runs its script.
///
/// # Errors
/// As [`pack`].
pub fn pack_texts(files: &[PathBuf], name: &str) -> io::Result<()> {
    let read = |file: &PathBuf| {
        watch(file);
        Ok((file.display().to_string(), fs::read_to_string(file)?))
    };
    let texts: Vec<(String, String)> = files.iter().map(read).collect::<io::Result<_>>()?;
    write(name, joined(&texts).as_bytes())
}

/// The files with that ending in a folder and the folders within it, in the order of their paths.
///
/// # Errors
/// Where a folder can't be read, and where there is no such file.
pub fn files_in(folder: &str, ending: &str) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        watch(&folder);
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == ending) {
                files.push(path);
            }
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(io::Error::other(format!("no .{ending} in {folder}")));
    }
    Ok(files)
}

/// What a script prints is what it tells Cargo.
#[allow(clippy::print_stdout)]
fn watch(path: &Path) {
    println!("cargo::rerun-if-changed={}", path.display());
}

fn write(name: &str, bytes: &[u8]) -> io::Result<()> {
    let folder = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("no build script"))?;
    let file = PathBuf::from(folder).join(format!("{name}.zz"));
    fs::write(file, packed(bytes)?)
}

pub(crate) fn packed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    // Unoptimised, the best would take minutes; the bytes that come out again are the same.
    let is_release = env::var_os("PROFILE").is_some_and(|profile| profile == "release");
    let how = BrotliEncoderParams {
        quality: if is_release { 11 } else { 5 },
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut packed = Vec::new();
    BrotliCompress(&mut &bytes[..], &mut packed, &how)?;
    Ok(packed)
}

/// Each text behind a line with its name and one with its length in bytes.
pub(crate) fn joined(texts: &[(String, String)]) -> String {
    let one = |(name, text): &(String, String)| format!("{name}\n{}\n{text}", text.len());
    texts.iter().map(one).collect()
}
