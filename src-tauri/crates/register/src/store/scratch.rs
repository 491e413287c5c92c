//! The third door: the scratch folder, for what is being taken in and for copies
//! to look at. It is emptied when the office is opened.

use crate::database::folder::private_dir;
use crate::error::Result;
use crate::store::file_name::safe_name;
use std::fs;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use uuid::Uuid;

pub(crate) struct Scratch {
    dir: PathBuf,
}

impl Scratch {
    /// Opens the folder; `empty` says to throw away what lies there, which is
    /// right only while no other program has the office open.
    pub(crate) fn open(dir: &Path, empty: bool) -> Result<Self> {
        private_dir(dir)?;
        if empty {
            for entry in fs::read_dir(dir)? {
                let entry = entry?;
                // A link is removed, never followed.
                let gone = if entry.file_type()?.is_dir() {
                    fs::remove_dir_all(entry.path())
                } else {
                    fs::remove_file(entry.path())
                };
                // What another program still has open on some systems goes next time.
                let _ = gone;
            }
        }
        Ok(Self {
            dir: dir.to_owned(),
        })
    }

    /// A name nobody else uses.
    pub(crate) fn fresh(&self) -> PathBuf {
        self.dir.join(Uuid::now_v7().simple().to_string())
    }

    /// Puts a read-only copy of content under a harmless form of its name, in
    /// a folder of its own.
    pub(crate) fn copy(&self, mut from: impl Read, name: &str) -> Result<PathBuf> {
        let dir = self.fresh();
        private_dir(&dir)?;
        let path = dir.join(safe_name(name));
        let mut file = File::options().write(true).create_new(true).open(&path)?;
        std::io::copy(&mut from, &mut file)?;
        let mut permissions = file.metadata()?.permissions();
        permissions.set_readonly(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            permissions.set_mode(0o400);
        }
        // Not every file system knows such rights; the hash guards content anyway.
        let _ = file.set_permissions(permissions);
        Ok(path)
    }
}
