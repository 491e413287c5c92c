//! Putting an office that was made anew in the place of the one there is, so
//! that a kill or a power cut at any moment leaves one or the other, whole.
//!
//! The new files lie in a folder of the office until all of them are proved.
//! Then a word is written there, twice, which is the turning point: what broke off
//! before it is undone at the next opening, what broke off after it is finished
//! there, and neither needs a key. Documents are made under their new names
//! beside the old ones, for the names of both kinds never meet.

use crate::cipher::wiping::wipe;
use crate::database::folder::{is_plain_dir, private_dir, private_file, sync_dir};
use crate::error::{RegisterError, Result};
use crate::holding::hold_alone;
use crate::own_files::{BACKUPS, CONVERTING, DOCUMENTS, LOCK, telling_files};
use crate::store::stored_name::{is_sealed_name, is_sha256};
use serde::{Deserialize, Serialize};
use std::fs;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The word is written twice, one after the other, before anything is done by
/// it: when one can't be read, the other says the same.
const WORDS: [&str; 2] = ["state.json", "state-again.json"];
const PART: &str = "part";
const NEW: &str = "new";
const OLD: &str = "old";

/// How far it came.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Step {
    /// The new files are being made; the office is the old one.
    Building,
    /// The old files are being moved aside.
    Moving,
    /// The new files are being moved in.
    Placing,
    /// The old files are being removed; the office is the new one.
    Cleaning,
}

#[derive(Serialize, Deserialize)]
struct State {
    /// Whether the office is to be a locked one.
    locked: bool,
    step: Step,
}

/// An office being made anew, in a folder of the one there is.
pub(crate) struct Placing<'a> {
    dir: &'a Path,
    locked: bool,
    /// Told of each thing done, so that whoever looks on sees it move.
    done: &'a dyn Fn(),
}

/// Holds an office for oneself alone.
///
/// # Errors
/// [`RegisterError::Locked`] while another program has it open.
pub(crate) fn alone(dir: &Path) -> Result<File> {
    let lock = private_file(&dir.join(LOCK))?;
    hold_alone(&lock)?;
    Ok(lock)
}

/// Finishes or undoes what broke off in an office, if anything did.
///
/// # Errors
/// [`RegisterError::Locked`] while another program is at it,
/// [`RegisterError::ConversionUnread`], and those of the disk.
pub(crate) fn take_up(dir: &Path) -> Result<()> {
    if !is_plain_dir(&dir.join(CONVERTING))? {
        return Ok(());
    }
    let _lock = alone(dir)?;
    let Some(State { locked, step }) = read_state(dir)? else {
        // The word is written before anything else is.
        return remove_folder(dir);
    };
    let placing = Placing {
        dir,
        locked,
        done: &|| {},
    };
    match step {
        Step::Building => placing.undo(),
        Step::Moving | Step::Placing | Step::Cleaning => placing.finish(step),
    }
}

/// None where nothing was begun yet, or all is done.
fn read_state(dir: &Path) -> Result<Option<State>> {
    let folder = dir.join(CONVERTING);
    let mut begun = false;
    for word in WORDS {
        match fs::read(folder.join(word)) {
            Ok(bytes) => match serde_json::from_slice(&bytes) {
                Ok(state) => return Ok(Some(state)),
                Err(_) => begun = true,
            },
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
    }
    for name in [NEW, OLD] {
        begun |= is_plain_dir(&folder.join(name))?;
    }
    if begun {
        return Err(RegisterError::ConversionUnread(folder));
    }
    Ok(None)
}

fn remove_folder(dir: &Path) -> Result<()> {
    let folder = dir.join(CONVERTING);
    let words = WORDS.map(|word| folder.join(word));
    for file in words
        .iter()
        .map(|word| word.with_added_extension(PART))
        .chain(words.clone())
    {
        match fs::remove_file(file) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    fs::remove_dir(folder)?;
    sync_dir(dir)
}

/// The files in a folder and the one folder that may be in it, without it.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for sub in [folder.to_owned(), folder.join(BACKUPS)] {
        if is_plain_dir(&sub)? {
            for entry in fs::read_dir(&sub)? {
                let entry = entry?;
                if entry.file_type()?.is_file() {
                    files.push(entry.path());
                }
            }
        }
    }
    Ok(files)
}

fn wipe_folder(folder: &Path, done: &dyn Fn()) -> Result<()> {
    for file in files_below(folder)? {
        wipe(&file)?;
        done();
    }
    for folder in [folder.join(BACKUPS), folder.to_owned()] {
        if is_plain_dir(&folder)? {
            fs::remove_dir(folder)?;
        }
    }
    Ok(())
}

impl<'a> Placing<'a> {
    /// Begins to make an office anew.
    pub(crate) fn begin(dir: &'a Path, locked: bool, done: &'a dyn Fn()) -> Result<Self> {
        let placing = Self { dir, locked, done };
        private_dir(&placing.folder())?;
        placing.say(Step::Building)?;
        for folder in [NEW, OLD] {
            private_dir(&placing.folder().join(folder).join(BACKUPS))?;
        }
        Ok(placing)
    }

    fn folder(&self) -> PathBuf {
        self.dir.join(CONVERTING)
    }

    /// Where the new files are made, under the names they are to have.
    pub(crate) fn new_files(&self) -> PathBuf {
        self.folder().join(NEW)
    }

    fn say(&self, step: Step) -> Result<()> {
        let state = State {
            locked: self.locked,
            step,
        };
        for word in WORDS.map(|word| self.folder().join(word)) {
            let part = word.with_added_extension(PART);
            let mut file = File::create(&part)?;
            file.write_all(&serde_json::to_vec(&state)?)?;
            file.sync_all()?;
            fs::rename(&part, &word)?;
            sync_dir(&self.folder())?;
        }
        (self.done)();
        Ok(())
    }

    /// All new files are made and proved: puts them in the place of the old.
    pub(crate) fn place(self) -> Result<()> {
        for folder in [self.new_files().join(BACKUPS), self.new_files()] {
            sync_dir(&folder)?;
        }
        self.say(Step::Moving)?;
        self.finish(Step::Moving)
    }

    /// Takes away what was made so far; the office is as it was.
    pub(crate) fn undo(&self) -> Result<()> {
        self.wipe_documents(self.locked)?;
        wipe_folder(&self.new_files(), self.done)?;
        wipe_folder(&self.folder().join(OLD), self.done)?;
        remove_folder(self.dir)
    }

    fn finish(&self, from: Step) -> Result<()> {
        let old = self.folder().join(OLD);
        if from == Step::Moving {
            for file in telling_files(self.dir)? {
                fs::rename(self.dir.join(&file), old.join(&file))?;
                (self.done)();
            }
            self.sync_folders(&old)?;
            self.say(Step::Placing)?;
        }
        if from == Step::Moving || from == Step::Placing {
            let new = self.new_files();
            for file in files_below(&new)? {
                let below = file.strip_prefix(&new).unwrap_or(&file);
                fs::rename(&file, self.dir.join(below))?;
                (self.done)();
            }
            self.sync_folders(&new)?;
            self.say(Step::Cleaning)?;
        }
        self.wipe_documents(!self.locked)?;
        wipe_folder(&old, self.done)?;
        wipe_folder(&self.new_files(), self.done)?;
        remove_folder(self.dir)
    }

    fn sync_folders(&self, other: &Path) -> Result<()> {
        for folder in [self.dir, other] {
            for folder in [folder.to_owned(), folder.join(BACKUPS)] {
                sync_dir(&folder)?;
            }
        }
        Ok(())
    }

    /// Removes the documents that bear names of one kind.
    fn wipe_documents(&self, sealed: bool) -> Result<()> {
        let ours = if sealed { is_sealed_name } else { is_sha256 };
        let documents = self.dir.join(DOCUMENTS);
        for at in 0..=u8::MAX {
            let shard = documents.join(format!("{at:02x}"));
            if !is_plain_dir(&shard)? {
                continue;
            }
            for entry in fs::read_dir(&shard)? {
                let entry = entry?;
                if entry.file_type()?.is_file() && ours(&entry.file_name().to_string_lossy()) {
                    if sealed {
                        fs::remove_file(entry.path())?;
                    } else {
                        wipe(&entry.path())?;
                    }
                    (self.done)();
                }
            }
        }
        Ok(())
    }
}
