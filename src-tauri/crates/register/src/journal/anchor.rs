//! Where the journal ended at each backup, kept beside the database, so that a
//! journal that was cut off or changed since shows.

use crate::cipher::keys::Cipher;
use crate::database::folder::{fresh_file, private_file, set_aside};
use crate::error::{RegisterError, Result};
use crate::journal::head::{JournalHead, LastNumber};
use crate::register::Register;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use std::fs;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The list in its folder: the office's `backups`, and each backup's own.
pub(crate) const HEADS: &str = "heads.jsonl";

/// What the office itself remembers of a backup, to see whether the journal
/// was cut off or changed since.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Anchor {
    #[serde(flatten, with = "HeadInList")]
    pub head: JournalHead,
    pub at: String,
    pub dir: PathBuf,
    /// Here the records were taken as they were, though rows were lost: what
    /// an earlier line says behind this place says nothing any more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub anew: bool,
}

/// The words of the list for a head: the place of the journal's last row, which has the number of all rows, and none
/// of the last numbers in lines of earlier programs.
#[derive(Serialize, Deserialize)]
#[serde(remote = "JournalHead")]
struct HeadInList {
    #[serde(rename = "seq")]
    rows: i64,
    hash: String,
    #[serde(default)]
    numbers: Vec<LastNumber>,
    /// The lines themselves say it, by [`Anchor::anew`].
    #[serde(skip)]
    accepted: i64,
}

/// One line of JSON for each.
pub(crate) fn write_lines(anchors: &[Anchor], cipher: &Cipher) -> Result<Vec<u8>> {
    let mut lines = Vec::new();
    for anchor in anchors {
        lines.extend(cipher.line(HEADS, serde_json::to_vec(anchor)?)?);
        lines.push(b'\n');
    }
    Ok(lines)
}

impl Register {
    pub(crate) fn anchors(&self) -> Result<Vec<Anchor>> {
        anchors_in(self.dir(), &self.cipher)
    }
}

/// Place and hash of the journal's end at each backup, in order of place.
pub(crate) fn anchors_in_order(office: &Path, cipher: &Cipher) -> Result<Vec<(i64, String)>> {
    let mut heads: Vec<_> = in_force(anchors_in(office, cipher)?)
        .into_iter()
        .map(|anchor| (anchor.head.rows, anchor.head.hash))
        .collect();
    complaint::order::ascending(&mut heads);
    heads.dedup();
    Ok(heads)
}

/// Adds a line to the list of the office in a folder.
pub(crate) fn anchor_add_in(office: &Path, cipher: &Cipher, head: &Anchor) -> Result<()> {
    let line = write_lines(std::slice::from_ref(head), cipher)?;
    let heads = office.join("backups").join(HEADS);
    private_file(&heads)?;
    let mut file = File::options().append(true).open(heads)?;
    file.write_all(&line)?;
    Ok(file.sync_all()?)
}

/// The lines that can be read of the list of the office in a folder.
pub(crate) fn anchors_in(office: &Path, cipher: &Cipher) -> Result<Vec<Anchor>> {
    Ok(read(office, cipher)?.0)
}

/// The lines that can be read, and whether others are damaged. Half a line at
/// the end is what a killed program leaves.
fn read(dir: &Path, cipher: &Cipher) -> Result<(Vec<Anchor>, bool)> {
    read_list(&dir.join("backups").join(HEADS), cipher)
}

fn read_list(list: &Path, cipher: &Cipher) -> Result<(Vec<Anchor>, bool)> {
    let lines = match fs::read(list) {
        Ok(lines) => lines,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Ok((Vec::new(), false));
        }
        Err(error) if error.kind() == std::io::ErrorKind::IsADirectory => {
            return Ok((Vec::new(), true));
        }
        Err(error) => return Err(error.into()),
    };
    let mut anchors = Vec::new();
    let mut damaged = false;
    for line in lines.split_inclusive(|byte| *byte == b'\n') {
        let read = cipher.line_read(HEADS, line);
        match read.and_then(|line| serde_json::from_slice(&line).ok()) {
            Some(anchor) => anchors.push(anchor),
            None => damaged |= line.ends_with(b"\n"),
        }
    }
    Ok((anchors, damaged))
}

/// Puts a damaged list aside and writes what can be read of it anew. Gives the
/// name it has now.
pub(crate) fn mend_anchors(
    dir: &Path,
    cipher: &Cipher,
    now: DateTime<FixedOffset>,
) -> Result<Option<PathBuf>> {
    let (anchors, damaged) = read(dir, cipher)?;
    if !damaged {
        return Ok(None);
    }
    let list = dir.join("backups").join(HEADS);
    let aside = set_aside(&list, now)?;
    let mut file = private_file(&list)?;
    file.write_all(&write_lines(&anchors, cipher)?)?;
    file.sync_all()?;
    Ok(Some(aside))
}

/// Without those behind the place where the records were taken as they were.
fn in_force(anchors: Vec<Anchor>) -> Vec<Anchor> {
    let mut kept: Vec<Anchor> = Vec::new();
    for anchor in anchors {
        if anchor.anew {
            kept.retain(|earlier| earlier.head.rows < anchor.head.rows);
        }
        kept.push(anchor);
    }
    kept
}

/// The journal's end and the last numbers of each backup that still counts.
pub(crate) fn heads_at_backups(dir: &Path, cipher: &Cipher) -> Result<Vec<JournalHead>> {
    let mut accepted = 0;
    let head = |anchor: Anchor| {
        if anchor.anew {
            accepted = anchor.head.rows;
        }
        JournalHead {
            accepted,
            ..anchor.head
        }
    };
    Ok(in_force(read(dir, cipher)?.0)
        .into_iter()
        .map(head)
        .collect())
}

/// Writes the list anew under other keys, or under none.
pub(crate) fn anchors_convert(from: (&Path, &Cipher), to: (&Path, &Cipher)) -> Result<()> {
    let (anchors, _) = read_list(from.0, from.1)?;
    let lines = write_lines(&anchors, to.1)?;
    let mut file = fresh_file(to.0)?;
    file.write_all(&lines)?;
    file.sync_all()?;
    // A line that can't be read back would be missed only when it is needed.
    if write_lines(&read_list(to.0, to.1)?.0, &Cipher::default())?
        == write_lines(&anchors, &Cipher::default())?
    {
        Ok(())
    } else {
        Err(RegisterError::Corrupt(HEADS.to_owned()))
    }
}
