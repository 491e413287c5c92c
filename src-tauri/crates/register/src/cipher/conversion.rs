//! Making an office anew, encrypted or in plain text, and reading all of it back.

use crate::cipher::export::export;
use crate::cipher::keys::{Cipher, DatabaseKind};
use crate::cipher::placing::Placing;
use crate::database::connection::open_whole;
use crate::database::folder::fresh_file;
use crate::document::verify::{DamagedContent, content_uses};
use crate::error::{RegisterError, Result};
use crate::journal::anchor::{HEADS, anchors_convert};
use crate::journal::head::{HEAD_FILE, head_convert};
use crate::own_files::{DOCUMENTS, DRAFTS, is_copy_before, is_set_aside, telling_files};
use crate::register::DATABASE;
use crate::store::content::Store;
use std::fs::File;
use std::io;
use std::ops::ControlFlow;
use std::path::Path;

/// From which keys to which, of which one are none.
pub(crate) struct Conversion<'a> {
    pub dir: &'a Path,
    pub from: &'a Cipher,
    pub to: &'a Cipher,
    /// Puts the wrapped key into the folder of new files, if there is one.
    pub write_keys: &'a dyn Fn(&Path) -> Result<()>,
    /// Gets pieces done and of how many, and may stop it until all is proved.
    pub progress: &'a dyn Fn(u64, u64) -> ControlFlow<()>,
}

/// Converts an office that nobody else has open; where it can't be done, the
/// office stays as it was. Gives what was damaged before, and still is.
pub(crate) fn convert(conversion: &Conversion<'_>) -> Result<Vec<DamagedContent>> {
    let progress = conversion.progress;
    let done = || {
        let _ = progress(1, 1);
    };
    let placing = Placing::begin(conversion.dir, conversion.to.is_locked(), &done)?;
    match build(conversion, &placing.new_files()) {
        Ok(damaged) => placing.place().map(|()| damaged),
        Err(error) => {
            // What can't be taken away now is with the next opening.
            let _ = placing.undo();
            Err(error)
        }
    }
}

fn build(conversion: &Conversion<'_>, new: &Path) -> Result<Vec<DamagedContent>> {
    let Conversion { dir, from, to, .. } = conversion;
    let files = telling_files(dir)?;
    let documents = documents(dir, from)?;
    let of = (files.len() + documents.len()) as u64;
    let mut done = 0;
    let mut tell = || match (conversion.progress)(done, of) {
        ControlFlow::Break(()) => Err(RegisterError::Cancelled),
        ControlFlow::Continue(()) => {
            done += 1;
            Ok(())
        }
    };
    for file in &files {
        tell()?;
        build_file(file, (&dir.join(file), from), (&new.join(file), to))?;
    }
    let old = Store::open(&dir.join(DOCUMENTS), from)?;
    let made = Store::open(&dir.join(DOCUMENTS), to)?;
    let part = new.join("part");
    let mut damaged = Vec::new();
    for sha256 in documents {
        tell()?;
        if !build_document(&old, &made, &part, &sha256)? {
            damaged.push(sha256);
        }
    }
    (conversion.write_keys)(new)?;
    if damaged.is_empty() {
        return Ok(Vec::new());
    }
    let records = open_whole(&dir.join(DATABASE), from, DatabaseKind::Records)?;
    let used = |sha256: String| {
        Ok(DamagedContent {
            used_by: content_uses(&records, &sha256)?,
            sha256,
        })
    };
    damaged.into_iter().map(used).collect()
}

/// The hashes of all content, named by a record or not.
fn documents(dir: &Path, cipher: &Cipher) -> Result<Vec<String>> {
    let store = Store::open(&dir.join(DOCUMENTS), cipher)?;
    let mut found = Vec::new();
    for shard in 0..=u8::MAX {
        for (name, _) in store.shard(shard)? {
            found.extend(cipher.hash_of_name(&name));
        }
    }
    Ok(found)
}

fn build_file(name: &Path, from: (&Path, &Cipher), to: (&Path, &Cipher)) -> Result<()> {
    let named = name.file_name().unwrap_or_default().to_string_lossy();
    if named == DATABASE || is_copy_before(&named) {
        export(from, to, DatabaseKind::Records)
    } else if named == DRAFTS {
        export(from, to, DatabaseKind::Drafts)
    } else if named == HEADS {
        anchors_convert(from, to)
    } else if named == HEAD_FILE {
        head_convert(from, to)
    } else if is_set_aside(&named) {
        copy(from, to)
    } else {
        // What SQLite keeps beside a database is in the new one; keys are written anew.
        Ok(())
    }
}

/// Copies a file that is not looked into, and compares the copy with it. What
/// was damaged in a locked office can't be read and is taken as it lies there.
fn copy(from: (&Path, &Cipher), to: (&Path, &Cipher)) -> Result<()> {
    let plain = Cipher::default();
    let readable = from.1.reader(File::open(from.0)?).is_ok();
    let cipher = if readable { from.1 } else { &plain };
    let read = || cipher.reader(File::open(from.0)?);
    let mut writer = to.1.writer(fresh_file(to.0)?)?;
    io::copy(&mut read()?, &mut writer)?;
    writer.finish()?.sync_all()?;
    if Store::hash_of(read()?)? == Store::hash_of(to.1.reader(File::open(to.0)?)?)? {
        Ok(())
    } else {
        Err(RegisterError::Corrupt(to.0.display().to_string()))
    }
}

/// Makes content under its new name, and says whether it is what its hash says.
/// What is not was altered before, and stays so: nothing is made good by it, and
/// as much of it is kept as can be read.
fn build_document(old: &Store, made: &Store, part: &Path, sha256: &str) -> Result<bool> {
    let read = old.read(sha256);
    let taken = match read.and_then(|content| made.take_as(content, part, sha256)) {
        Err(RegisterError::Altered(_)) => match old.read_left(sha256) {
            Ok(left) => made.take_as(left, part, sha256),
            // Nothing is left of it but its place.
            Err(RegisterError::Altered(_)) => made.take_as(io::empty(), part, sha256),
            Err(error) => Err(error),
        },
        taken => taken,
    }?;
    let is_whole = taken.sha256 == sha256;
    if Store::hash_of(made.read(sha256)?)? == (taken.sha256, taken.bytes) {
        Ok(is_whole)
    } else {
        Err(RegisterError::Altered(sha256.to_owned()))
    }
}
