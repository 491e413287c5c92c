//! Where the dictionaries lie: beside the program, or where its package puts what comes along with it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// What the folder is called, wherever it lies.
const FOLDER: &str = "dictionaries";

/// Why a dictionary can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// Where its files lie, or would lie first.
    pub folder: PathBuf,
    /// Whether they are there and can't be read.
    pub damaged: bool,
}

impl Lack {
    pub(crate) fn damaged(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            damaged: true,
        }
    }
}

/// The folders that are looked into, in this order. Programs of tests lie in a folder under the others.
fn folders() -> [PathBuf; 3] {
    let own = env::current_exe().unwrap_or_default();
    let folder = own.parent().unwrap_or(&own);
    let folder = match folder.file_name() {
        Some(name) if name == "deps" => folder.parent().unwrap_or(folder),
        Some(_) | None => folder,
    };
    [
        folder.join(FOLDER),
        // What Tauri calls the folder of resources, on Linux and on macOS.
        folder.join("../lib/otvet").join(FOLDER),
        folder.join("../Resources").join(FOLDER),
    ]
}

/// The first folder that has all of these files.
pub(crate) fn folder_of(names: &[&str]) -> Result<PathBuf, Lack> {
    let folders = folders();
    let has = |folder: &&PathBuf| names.iter().all(|name| folder.join(name).is_file());
    folders.iter().find(has).cloned().ok_or_else(|| Lack {
        folder: folders[0].clone(),
        damaged: false,
    })
}

/// The texts of the files, in their order.
pub(crate) fn read_all(folder: &Path, names: &[&str]) -> Result<Vec<String>, Lack> {
    names
        .iter()
        .map(|name| fs::read_to_string(folder.join(name)).map_err(|_| Lack::damaged(folder)))
        .collect()
}
