//! Which pages stand in the database's log and are to be brought into it.

use crate::error::{RegisterError, Result};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::path::Path;

/// What a log says of the database.
pub(crate) struct InLog {
    /// Pages that stand in it; some of them may have been brought into the database already.
    pub pages: BTreeSet<u32>,
    /// Pages of the database once all of it is brought in, which is as many as there may ever be where it does not say.
    pub length: usize,
}

/// # Errors
/// [`RegisterError::Corrupt`] for a frame of no page, and those of the disk.
///
/// Read by <https://www.sqlite.org/fileformat2.html#walformat>.
pub(crate) fn pages_in_log(log: &Path) -> Result<InLog> {
    let mut found = InLog {
        pages: BTreeSet::new(),
        length: usize::MAX,
    };
    let mut file = match File::open(log) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(found),
        Err(error) => return Err(error.into()),
    };
    let length = file.metadata()?.len();
    let mut head = [0; 32];
    if length < 32 {
        return Ok(found);
    }
    file.read_exact(&mut head)?;
    let word = |bytes: &[u8], at: usize| bytes[at..at + 4].try_into().map_or(0, u32::from_be_bytes);
    let frame = 24 + u64::from(word(&head, 8));
    let mut at = 32;
    let mut about = [0; 24];
    while at + frame <= length {
        file.seek(SeekFrom::Start(at))?;
        file.read_exact(&mut about)?;
        // Frames behind are of a log before, and overwritten.
        if about[8..16] != head[16..24] {
            break;
        }
        let page = word(&about, 0);
        if page == 0 {
            return Err(RegisterError::Corrupt("office.sqlite-wal".into()));
        }
        found.pages.insert(page);
        // The last frame of each change says how long the database is after it.
        if let Some(length) = usize::try_from(word(&about, 4))
            .ok()
            .filter(|long| *long > 0)
        {
            found.length = length;
        }
        at += frame;
    }
    Ok(found)
}
