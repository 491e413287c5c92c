//! A bundle laid where a person wants it.

use crate::bundle::values::{Bundle, BundleContent};
use crate::document::content::damaged;
use crate::error::Result;
use crate::office::Office;
use register::{RegisterError, is_among_records, mark_foreign};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes the files of a bundle into a folder that is not there yet or is empty. Where that fails,
/// nothing of it is left.
///
/// # Errors
/// [`RegisterError::Nested`] for a place of the records or of their copies, [`RegisterError::NotEmpty`], those of the disk, [`crate::error::OfficeError::Damaged`].
pub fn bundle_write(office: &Office, bundle: &Bundle, folder: &Path) -> Result<()> {
    if is_among_records(folder).map_err(RegisterError::from)? {
        return Err(RegisterError::Nested(folder.to_owned()).into());
    }
    let made = match fs::create_dir(folder) {
        Ok(()) => true,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let mut there = fs::read_dir(folder).map_err(RegisterError::from)?;
            if there.next().is_some() {
                return Err(RegisterError::NotEmpty(folder.to_owned()).into());
            }
            false
        }
        Err(error) => return Err(RegisterError::from(error).into()),
    };
    let mut begun = Vec::new();
    let written = written(office, bundle, folder, &mut begun);
    if written.is_err() {
        // Others may have put something there meanwhile.
        for file in &begun {
            let _ = fs::remove_file(file);
        }
        let paths = bundle.files.iter().map(|file| Path::new(&file.path));
        for inner in paths.filter_map(Path::parent) {
            if inner != Path::new("") {
                let _ = fs::remove_dir(folder.join(inner));
            }
        }
        if made {
            let _ = fs::remove_dir(folder);
        }
    }
    written
}

/// Writes the files; `begun` names those that were made, whole or not.
fn written(
    office: &Office,
    bundle: &Bundle,
    folder: &Path,
    begun: &mut Vec<PathBuf>,
) -> Result<()> {
    for file in &bundle.files {
        let path = folder.join(&file.path);
        if let Some(inner) = path.parent() {
            fs::create_dir_all(inner).map_err(RegisterError::from)?;
        }
        let mut to = File::create_new(&path).map_err(RegisterError::from)?;
        begun.push(path.clone());
        match &file.content {
            BundleContent::Made(bytes) => to.write_all(bytes).map_err(RegisterError::from)?,
            BundleContent::Kept(sha256) => {
                let content = office.register().content_checked(sha256);
                let mut from = content.map_err(|error| damaged(office, sha256, error))?;
                io::copy(&mut from, &mut to).map_err(RegisterError::from)?;
                mark_foreign(&path);
            }
        }
        to.sync_all().map_err(RegisterError::from)?;
    }
    Ok(())
}
