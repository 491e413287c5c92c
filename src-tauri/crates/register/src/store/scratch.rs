//! The third door: the scratch folder, for what is being taken in and for copies
//! to look at. It is emptied when the office is opened, of what the office itself
//! put there: a marker file says whose folder it is, and the names say whose files.

use crate::cipher::wiping::wipe;
use crate::database::folder::{is_plain_dir, is_plain_file, private_dir, private_file};
use crate::error::{RegisterError, Result};
use complaint::safe_file_name;
use std::fs;
use std::fs::{DirEntry, File, Metadata};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use uuid::Uuid;

/// What the folder is called within an office.
pub(crate) const SCRATCH: &str = ".otvet-scratch";

/// What it was called by programs before: a name that others use too.
const FORMER: &str = "scratch";

/// Stands in the folder and says that the office empties it.
const MARKER: &str = "otvet-empties-this-folder";

/// What a folder among the system's temporary ones begins with.
const ELSEWHERE: &str = "otvet-";

pub(crate) struct Scratch {
    dir: PathBuf,
    /// Whether the folder is this program's alone and goes with it.
    passing: bool,
    /// Held while such a folder is in use.
    _held: Option<File>,
    /// Copies to look at, which go with this program.
    copies: Mutex<Vec<PathBuf>>,
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let copies = self
            .copies
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner);
        for copy in copies {
            // One that is still open elsewhere goes when the office is opened next.
            let _ = fs::remove_dir_all(copy);
        }
        if self.passing {
            // What another program still has open stays with the system's own.
            let _ = fs::remove_dir_all(&self.dir);
        }
    }
}

impl Scratch {
    /// Opens the folder; `empty` says to throw away what the office put there,
    /// which is right only while no other program has the office open.
    ///
    /// # Errors
    /// [`RegisterError::Foreign`] for a link, and for a folder that somebody
    /// else filled.
    pub(crate) fn open(dir: &Path, empty: bool) -> Result<Self> {
        is_plain_dir(dir)?;
        private_dir(dir)?;
        let marker = dir.join(MARKER);
        if !is_plain_file(&marker)? {
            for entry in fs::read_dir(dir)? {
                // Another program may be marking it just now.
                if entry?.file_name() != MARKER {
                    return Err(RegisterError::Foreign(dir.to_owned()));
                }
            }
            private_file(&marker)?;
        }
        if empty {
            // What another program still has open on some systems goes next time.
            clear(dir, |entry| {
                let _ = remove(entry);
                Ok(())
            })?;
        }
        Ok(Self {
            dir: dir.to_owned(),
            passing: false,
            _held: None,
            copies: Mutex::default(),
        })
    }

    /// A folder among the system's temporary ones, for an office that nothing
    /// can be written to. Those that killed programs left there are removed.
    pub(crate) fn elsewhere() -> Self {
        let temporary = std::env::temp_dir();
        let dir = temporary.join(format!("{ELSEWHERE}{}", Uuid::now_v7().simple()));
        // Where nothing can be written there either, the office is still read.
        let held = held_folder(&dir).ok();
        if held.is_some() {
            let _ = sweep_left(&temporary, &dir);
        }
        Self {
            dir,
            passing: true,
            _held: held,
            copies: Mutex::default(),
        }
    }

    /// Writes over the copies and removes them; what is still open elsewhere on
    /// some systems goes next time.
    pub(crate) fn wipe(&self) {
        let _ = clear(&self.dir, |entry| {
            wipe_within(&entry.path());
            let _ = remove(entry);
            Ok(())
        });
    }

    /// Writes over the copies to look at that this program made, and removes them; one that is open elsewhere goes when
    /// the office is opened next.
    pub(crate) fn forget_copies(&self) {
        let mut copies = self.copies.lock().unwrap_or_else(PoisonError::into_inner);
        copies.retain(|copy| {
            wipe_within(copy);
            fs::remove_dir_all(copy).is_err() && copy.exists()
        });
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
        self.copies
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(dir.clone());
        let path = dir.join(safe_file_name(name));
        let mut file = File::options().write(true).create_new(true).open(&path)?;
        std::io::copy(&mut from, &mut file)?;
        mark_foreign(&path);
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

/// Makes a folder with its mark, which is locked as long as it is in use.
fn held_folder(dir: &Path) -> Result<File> {
    private_dir(dir)?;
    let mark = private_file(&dir.join(MARKER))?;
    mark.lock()?;
    Ok(mark)
}

/// Removes such folders of the same owner that nobody holds any more.
fn sweep_left(temporary: &Path, own: &Path) -> Result<()> {
    let owner = fs::symlink_metadata(own)?;
    for entry in fs::read_dir(temporary)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let id = name.strip_prefix(ELSEWHERE).unwrap_or_default();
        let named = id.len() == 32 && Uuid::try_parse(id).is_ok();
        if !named || entry.path() == own {
            continue;
        }
        // Another program may be removing it just now.
        let Ok(about) = fs::symlink_metadata(entry.path()) else {
            continue;
        };
        if !about.is_dir() || !same_owner(&about, &owner) {
            continue;
        }
        let mark = File::open(entry.path().join(MARKER));
        if mark.is_ok_and(|mark| mark.try_lock().is_ok()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
    Ok(())
}

/// Marks a file as one that came from elsewhere, where the system knows such a
/// mark: Windows asks before it starts one, and office programs open it guarded.
pub fn mark_foreign(path: &Path) {
    #[cfg(windows)]
    {
        let mut stream = path.as_os_str().to_owned();
        stream.push(":Zone.Identifier");
        // A file system without such streams does without.
        let _ = fs::write(stream, "[ZoneTransfer]\r\nZoneId=3\r\n");
    }
    #[cfg(not(windows))]
    let _ = path;
}

/// Hands over each thing in the folder that the office put there.
fn clear(dir: &Path, each: impl Fn(&DirEntry) -> Result<()>) -> Result<()> {
    let owner = fs::symlink_metadata(dir.join(MARKER))?;
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        if is_ours(&entry, &owner)? {
            each(&entry)?;
        }
    }
    Ok(())
}

/// Removes the folder with what the office put there; where anything else lies
/// in it, that stays.
pub(crate) fn remove_all(dir: &Path) -> Result<()> {
    if is_plain_file(&dir.join(MARKER))? {
        clear(dir, |entry| Ok(remove(entry)?))?;
        fs::remove_file(dir.join(MARKER))?;
    }
    match fs::remove_dir(dir) {
        Err(error) if error.kind() != std::io::ErrorKind::DirectoryNotEmpty => Err(error.into()),
        _ => Ok(()),
    }
}

/// Whether the office made it: by its name, its kind and its owner.
fn is_ours(entry: &DirEntry, owner: &Metadata) -> Result<bool> {
    let about = fs::symlink_metadata(entry.path())?;
    let name = entry.file_name();
    let name = name.to_string_lossy();
    let named = name.len() == 32
        && Uuid::try_parse(&name)
            .is_ok_and(|id| id.get_version_num() == 7 && id.simple().to_string() == name);
    Ok(named && (about.is_file() || about.is_dir()) && same_owner(&about, owner))
}

#[cfg(unix)]
fn same_owner(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    one.uid() == other.uid()
}

#[cfg(not(unix))]
fn same_owner(_: &Metadata, _: &Metadata) -> bool {
    true
}

/// Writes over the files in a folder, as far as it can be done.
fn wipe_within(dir: &Path) {
    for file in fs::read_dir(dir).into_iter().flatten().flatten() {
        if file.file_type().is_ok_and(|kind| kind.is_file()) {
            let _ = wipe(&file.path());
        }
    }
}

fn remove(entry: &DirEntry) -> std::io::Result<()> {
    if entry.file_type()?.is_dir() {
        fs::remove_dir_all(entry.path())
    } else {
        fs::remove_file(entry.path())
    }
}

/// Removes the folder that programs before used, where everything in it is
/// provably of the office `dir`; else it stays as it is. An empty one tells
/// nothing of its owner and goes only with the first change to the new name.
pub(crate) fn former_remove(dir: &Path, first: bool) -> Result<()> {
    let former = dir.join(FORMER);
    // A link there is none of the office's business any more.
    let Ok(about) = fs::symlink_metadata(&former) else {
        return Ok(());
    };
    if !about.is_dir() {
        return Ok(());
    }
    let entries: Vec<DirEntry> = fs::read_dir(&former)?.collect::<std::io::Result<_>>()?;
    for entry in &entries {
        if !is_ours(entry, &about)? {
            return Ok(());
        }
    }
    if first || !entries.is_empty() {
        for entry in &entries {
            remove(entry)?;
        }
        fs::remove_dir(&former)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_killed_program_left_elsewhere_goes_and_nothing_else() {
        let temporary = tempfile::tempdir().unwrap();
        let folder = |name: &str| temporary.path().join(format!("{ELSEWHERE}{name}"));
        let [own, left, used] = [(); 3].map(|()| folder(&Uuid::now_v7().simple().to_string()));
        let _own = held_folder(&own).unwrap();
        let _used = held_folder(&used).unwrap();
        drop(held_folder(&left).unwrap());
        fs::write(left.join("паспорт.pdf"), "1").unwrap();
        let theirs = [
            folder("notes"),
            folder(&Uuid::now_v7().simple().to_string()),
        ];
        for folder in &theirs {
            private_dir(folder).unwrap();
        }
        sweep_left(temporary.path(), &own).unwrap();
        assert!(!left.exists());
        assert!(own.exists() && used.exists() && theirs.iter().all(|folder| folder.exists()));
    }
}
