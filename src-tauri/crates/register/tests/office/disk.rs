//! What lies on the disk.

use std::fs;
use std::path::{Path, PathBuf};

/// The files below a folder, in the order of their names.
pub fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            found.extend(files(&entry.path()));
        } else {
            found.push(entry.path());
        }
    }
    found.sort();
    found
}

/// The files below a folder that hold any of these words, or bear them as names.
pub fn telling(dir: &Path, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files(dir) {
        let bytes = fs::read(&file).unwrap();
        let name = file.display().to_string();
        for word in words {
            let utf16: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let holds = |what: &[u8]| bytes.windows(what.len()).any(|part| part == what);
            if holds(word.as_bytes()) || holds(&utf16) || name.contains(word) {
                found.push(format!("{word} in {name}"));
            }
        }
    }
    found
}

/// Copies the files below a folder to another.
pub fn copy_all(from: &Path, to: &Path) {
    for file in files(from) {
        let target = to.join(file.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(&file, &target).unwrap();
    }
}
