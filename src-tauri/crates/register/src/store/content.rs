//! The second door: content under its SHA-256, `documents/ab/abcdef…`, or in a
//! locked office under what its keys make of that. A file appears there whole or
//! not at all, and is not changed afterwards.

use crate::cipher::content::Content;
use crate::cipher::keys::Cipher;
use crate::cipher::wiping::wipe;
use crate::database::folder::{is_plain_dir, is_plain_file, private_dir, sync_dir};
use crate::database::value::hex;
use crate::error::{RegisterError, Result};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs;
use std::fs::File;
use std::io::{Read, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::sync_channel;
use std::thread::ScopedJoinHandle;

/// How much is read at a time.
const CHUNK: usize = 1 << 20;

pub(crate) struct Store {
    dir: PathBuf,
    cipher: Cipher,
}

/// A file being taken in; it goes away unless it is kept.
pub(crate) struct Incoming {
    path: PathBuf,
    /// Still open until it is seen onto the disk.
    file: Option<File>,
}

impl Drop for Incoming {
    fn drop(&mut self) {
        // After the rename there is nothing left under this name.
        let _ = fs::remove_file(&self.path);
    }
}

impl Incoming {
    /// Sees it onto the disk and closes it.
    fn sync(&mut self) -> Result<()> {
        match self.file.take() {
            Some(file) => Ok(file.sync_all()?),
            None => Ok(()),
        }
    }

    /// Sees one onto the disk that was closed already.
    fn sync_closed(&self) -> Result<()> {
        // Elsewhere than on Unix that takes the right to write, and was done before.
        #[cfg(unix)]
        File::open(&self.path)?.sync_all()?;
        Ok(())
    }

    /// The hash of what lies on the medium, once it was seen onto it; of what is
    /// encrypted and was altered, none.
    fn read_back(&self, cipher: &Cipher) -> Result<Option<String>> {
        let file = File::open(&self.path)?;
        forget_cached(&file);
        match cipher.reader(file).and_then(Store::hash_of) {
            Ok((found, _)) => Ok(Some(found)),
            Err(RegisterError::Altered(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Sees all that was written to the file system of a folder onto its medium at
/// once, which for many files is much less than one by one. Says whether the
/// system can.
fn sync_file_system(dir: &Path) -> Result<bool> {
    #[cfg(target_os = "linux")]
    {
        use rustix::io::Errno;
        match rustix::fs::syncfs(File::open(dir)?) {
            Ok(()) => Ok(true),
            Err(Errno::NOSYS | Errno::INVAL | Errno::OPNOTSUPP) => Ok(false),
            Err(error) => Err(std::io::Error::from(error).into()),
        }
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = dir;
        Ok(false)
    }
}

/// Asks the system to let go of what it keeps of a file in memory, so that the
/// next reading comes from the medium.
fn forget_cached(file: &File) {
    #[cfg(target_os = "linux")]
    let _ = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);
    #[cfg(not(target_os = "linux"))]
    let _ = file;
}

/// Writes what is read to the file `temp` and closes it to writing by others.
/// Hash and length are those of the plain text, hashed beside the writing.
fn receive(
    cipher: &Cipher,
    mut from: impl Read,
    temp: &Path,
    progress: &dyn Fn(u64) -> ControlFlow<()>,
) -> Result<(Incoming, StoredFile)> {
    let file = File::options().write(true).create_new(true).open(temp)?;
    let mut incoming = Incoming {
        path: temp.to_owned(),
        file: None,
    };
    let mut writer = cipher.writer(file)?;
    let mut bytes = 0u64;
    let sha256 = std::thread::scope(|scope| {
        // One gulp is hashed while it is written and the next is read; handed
        // over, it is free once the one after it was taken.
        let (hand, handed) = sync_channel::<(Arc<Vec<u8>>, usize)>(0);
        let hashing = scope.spawn(move || {
            let mut sha = Sha256::new();
            for (gulp, read) in handed {
                sha.update(&gulp[..read]);
            }
            hex(&sha.finalize())
        });
        let mut gulps = [(); 2].map(|()| Arc::new(vec![0; CHUNK]));
        loop {
            let gulp = Arc::make_mut(&mut gulps[0]);
            let read = match from.read(gulp) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error.into()),
            };
            let handed = hand.send((Arc::clone(&gulps[0]), read));
            writer.write_all(&gulps[0][..read])?;
            if handed.is_err() {
                break;
            }
            bytes += read as u64;
            if progress(bytes).is_break() {
                return Err(RegisterError::Cancelled);
            }
            gulps.swap(0, 1);
        }
        drop(hand);
        Ok::<_, RegisterError>(joined(hashing))
    })?;
    let file = writer.finish()?;
    close_to_writing(&file)?;
    incoming.file = Some(file);
    Ok((incoming, StoredFile { sha256, bytes }))
}

fn joined<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    let done = thread.join();
    done.unwrap_or_else(|panicked| std::panic::resume_unwind(panicked))
}

fn close_to_writing(file: &File) -> Result<()> {
    let mut permissions = file.metadata()?.permissions();
    permissions.set_readonly(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        permissions.set_mode(0o400);
    }
    // Not every file system knows such rights; the hash guards content anyway.
    let _ = file.set_permissions(permissions);
    Ok(())
}

impl Store {
    /// Opens the folder, which is made if need be.
    ///
    /// # Errors
    /// [`RegisterError::Foreign`] for a link in place of a folder of the store.
    pub(crate) fn open(dir: &Path, cipher: &Cipher) -> Result<Self> {
        is_plain_dir(dir)?;
        private_dir(dir)?;
        for entry in fs::read_dir(dir)? {
            let entry = entry?;
            let name = entry.file_name();
            let shard = name.len() == 2 && u8::from_str_radix(&name.to_string_lossy(), 16).is_ok();
            if shard && !entry.file_type()?.is_dir() {
                return Err(RegisterError::Foreign(entry.path()));
            }
        }
        Ok(Self::at(dir, cipher))
    }

    /// The store in a folder that may not be there: nothing is made.
    pub(crate) fn at(dir: &Path, cipher: &Cipher) -> Self {
        Self {
            dir: dir.to_owned(),
            cipher: cipher.clone(),
        }
    }

    /// Where content of that hash lies, or would lie.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`] for what is no hash, so that nothing else
    /// ever becomes a path.
    pub(crate) fn path(&self, sha256: &str) -> Result<PathBuf> {
        let name = self.cipher.stored_name(sha256)?;
        Ok(self.dir.join(&name[..2]).join(name))
    }

    /// Takes content in through the file `temp`, which lies on the same file
    /// system: write, hash, fsync, rename, fsync of the folder. `progress`
    /// gets the bytes taken so far and may stop it.
    pub(crate) fn take(
        &self,
        from: impl Read,
        temp: &Path,
        progress: &dyn Fn(u64) -> ControlFlow<()>,
    ) -> Result<StoredFile> {
        let (mut incoming, stored) = receive(&self.cipher, from, temp, progress)?;
        incoming.sync()?;
        let shard = self.place(&incoming, &stored.sha256, true)?;
        drop(incoming);
        sync_dir(&shard)?;
        Ok(stored)
    }

    /// Copies a file of a store of the same keys to the file `temp`, neither
    /// hashed nor seen onto the disk yet: the system does it without the bytes
    /// passing through the program. It is closed at once, for a program may hold
    /// no more than a few hundred open.
    pub(crate) fn copy_in(from: &mut File, temp: &Path) -> Result<Incoming> {
        let mut file = File::options().write(true).create_new(true).open(temp)?;
        let incoming = Incoming {
            path: temp.to_owned(),
            file: None,
        };
        std::io::copy(from, &mut file)?;
        close_to_writing(&file)?;
        #[cfg(not(unix))]
        file.sync_all()?;
        Ok(incoming)
    }

    /// Sees copied files onto the disk, reads each there, and puts those that
    /// are what they should be in place of whatever lies under their hashes.
    /// Says of each whether it was. Their names are safe after [`Store::sync`].
    pub(crate) fn place_all(&self, copied: &mut [(Incoming, StoredFile)]) -> Result<Vec<bool>> {
        let together = sync_file_system(&self.dir)?;
        let mut whole = Vec::with_capacity(copied.len());
        let mut shards = BTreeSet::new();
        for (incoming, wanted) in copied {
            if !together {
                incoming.sync_closed()?;
            }
            let is_whole = incoming.read_back(&self.cipher)?.as_ref() == Some(&wanted.sha256);
            if is_whole {
                shards.insert(self.place(incoming, &wanted.sha256, !together)?);
            }
            whole.push(is_whole);
        }
        if !together {
            for shard in shards {
                sync_dir(&shard)?;
            }
        }
        Ok(whole)
    }

    /// Sees the names of what was placed onto the disk, where that was not done
    /// one by one.
    pub(crate) fn sync(&self) -> Result<()> {
        sync_file_system(&self.dir).map(drop)
    }

    /// Takes content under a hash that it may not have: it was altered before.
    pub(crate) fn take_as(&self, from: impl Read, temp: &Path, sha256: &str) -> Result<StoredFile> {
        let go = |_| ControlFlow::Continue(());
        let (mut incoming, stored) = receive(&self.cipher, from, temp, &go)?;
        incoming.sync()?;
        let shard = self.place(&incoming, sha256, true)?;
        drop(incoming);
        sync_dir(&shard)?;
        Ok(stored)
    }

    /// Gives the folder that it lies in now. A new one is seen onto the disk
    /// where that is not done for all of them together.
    fn place(&self, incoming: &Incoming, sha256: &str, sync: bool) -> Result<PathBuf> {
        let path = self.path(sha256)?;
        let shard = path.parent().unwrap_or(&self.dir);
        if !is_plain_dir(shard)? {
            private_dir(shard)?;
            if sync {
                sync_dir(&self.dir)?;
            }
        }
        fs::rename(&incoming.path, &path)?;
        Ok(shard.to_owned())
    }

    /// Whether content lies there and is, read through, what its name says.
    pub(crate) fn holds_whole(&self, sha256: &str) -> bool {
        self.read(sha256)
            .and_then(Self::hash_of)
            .is_ok_and(|(found, _)| found == sha256)
    }

    /// Where content of that hash lies, if it does: a file in a folder of the
    /// store, neither of them a link.
    ///
    /// # Errors
    /// [`RegisterError::Foreign`].
    fn found(&self, sha256: &str) -> Result<Option<PathBuf>> {
        let path = self.path(sha256)?;
        let there = is_plain_dir(path.parent().unwrap_or(&self.dir))? && is_plain_file(&path)?;
        Ok(there.then_some(path))
    }

    /// Opens content for reading.
    pub(crate) fn read(&self, sha256: &str) -> Result<Content> {
        let content = self.cipher.reader(self.file(sha256)?);
        content.map_err(|error| error.of_content(sha256))
    }

    /// Opens what is left of content that was altered.
    pub(crate) fn read_left(&self, sha256: &str) -> Result<Content> {
        let content = self.cipher.salvaging_reader(self.file(sha256)?);
        content.map_err(|error| error.of_content(sha256))
    }

    /// The file of content as it lies there, encrypted in a locked office.
    pub(crate) fn file(&self, sha256: &str) -> Result<File> {
        let missing = || RegisterError::MissingFile(sha256.to_owned());
        let path = self.found(sha256)?.ok_or_else(missing)?;
        File::open(path).map_err(|error| {
            if error.kind() == std::io::ErrorKind::NotFound {
                missing()
            } else {
                error.into()
            }
        })
    }

    /// The length of content that is there.
    pub(crate) fn length(&self, sha256: &str) -> Result<u64> {
        Ok(self.read(sha256)?.length()?)
    }

    /// The SHA-256 of what lies in a file, and its length.
    pub(crate) fn hash_of(mut file: impl Read) -> Result<(String, u64)> {
        let mut sha = Sha256::new();
        let mut gulp = vec![0; CHUNK];
        let mut bytes = 0;
        loop {
            match file.read(&mut gulp) {
                Ok(0) => return Ok((hex(&sha.finalize()), bytes)),
                Ok(read) => {
                    sha.update(&gulp[..read]);
                    bytes += read as u64;
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Writes over content that nothing refers to any more, and removes it.
    pub(crate) fn wipe(&self, sha256: &str) -> Result<()> {
        self.found(sha256)?.map_or(Ok(()), |path| wipe(&path))
    }

    /// The hash that a file of the store is named for, if it is one of this office.
    pub(crate) fn hash_of_name(&self, name: &str) -> Option<String> {
        self.cipher.hash_of_name(name)
    }

    /// The files of one of the 256 folders: name and path.
    pub(crate) fn shard(&self, at: u8) -> Result<Vec<(String, PathBuf)>> {
        let shard = self.dir.join(format!("{at:02x}"));
        is_plain_dir(&shard)?;
        let entries = match fs::read_dir(&shard) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error.into()),
        };
        let mut files = Vec::new();
        for entry in entries {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                files.push((
                    entry.file_name().to_string_lossy().into_owned(),
                    entry.path(),
                ));
            }
        }
        Ok(files)
    }
}

/// Content that lies in the document store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredFile {
    /// SHA-256 of the content, lower-case hexadecimal; its name in the store.
    pub sha256: String,
    pub bytes: u64,
}
