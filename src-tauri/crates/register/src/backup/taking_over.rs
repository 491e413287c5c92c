//! The mark of a restored backup that is taking the place of an office: that the
//! two renamings were begun, and what the office's folder is called after the first.

use crate::backup::store::write_whole;
use crate::database::folder::{is_plain_dir, read_small, sync_dir};
use crate::error::Result;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// In the restored folder.
pub(crate) const TAKING: &str = "in_place.json";

#[derive(Serialize, Deserialize)]
struct Mark {
    /// What the office's folder is called from now on; none where there was none.
    kept: Option<PathBuf>,
}

/// Marks a restored folder as one that takes the office's place, and takes the
/// mark away again unless it did.
pub(crate) struct Taking<'a> {
    restored: &'a Path,
    done: bool,
}

impl<'a> Taking<'a> {
    pub(crate) fn begin(restored: &'a Path, kept: Option<&Path>) -> Result<Self> {
        let kept = kept.map(Path::to_owned);
        let taking = Self {
            restored,
            done: false,
        };
        write_whole(&restored.join(TAKING), &serde_json::to_vec(&Mark { kept })?)?;
        sync_dir(restored)?;
        Ok(taking)
    }

    /// The restored folder is the office's now.
    pub(crate) fn done(mut self, office: &Path) {
        self.done = true;
        let _ = no_longer(office);
    }
}

impl Drop for Taking<'_> {
    fn drop(&mut self) {
        if !self.done {
            let _ = no_longer(self.restored);
        }
    }
}

/// Whether a restored folder was taking the place of an office that is moved
/// away already. One that a program only meant to put there, or whose office
/// somebody moved elsewhere, was not.
pub(crate) fn is_taking_over(restored: &Path) -> Result<bool> {
    let Some(mark) = read_small(&restored.join(TAKING))? else {
        return Ok(false);
    };
    let Ok(Mark { kept }) = serde_json::from_slice(&mark) else {
        return Ok(false);
    };
    kept.map_or(Ok(true), |kept| is_plain_dir(&kept))
}

/// Takes the mark away.
pub(crate) fn no_longer(dir: &Path) -> Result<()> {
    match fs::remove_file(dir.join(TAKING)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
