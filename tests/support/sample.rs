//! The sample office, founded once and copied to each machine that wants it: founding it sets dozens of letters.

use chrono::Local;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;
use tempfile::TempDir;

/// The folder, removed when the tests end.
#[derive(Default)]
pub struct SampleOffice(OnceLock<TempDir>);

impl SampleOffice {
    /// A copy of it in this folder, which is made.
    ///
    /// # Panics
    /// When it can't be founded or copied.
    pub fn copy_to(&self, folder: &Path) {
        let founded = self.0.get_or_init(|| {
            let kept = tempfile::tempdir().expect("a folder");
            found(&kept.path().join("sample"));
            kept
        });
        copy_folder(&founded.path().join("sample"), folder);
    }
}

/// Founds it as the program does when its button is pressed.
pub fn found(folder: &Path) {
    let office = office::sample_create(folder, Local::now().fixed_offset());
    drop(office.expect("the sample office"));
}

pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let copy = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &copy);
        } else {
            fs::copy(entry.path(), copy).expect("a copy");
        }
    }
}
