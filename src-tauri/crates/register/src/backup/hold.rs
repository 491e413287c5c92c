//! When old backups are held back from thinning: after damage was found and
//! after a restore, until a person says that the records are as they should be.

use crate::backup::store::write_whole;
use crate::database::folder::{is_plain_dir, private_dir};
use crate::error::Result;
use crate::register::Register;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// In the office's own folder of backups.
pub(crate) const HOLD: &str = "hold.json";

/// Why backups are held back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Hold {
    /// The records are those of a backup: what was lost since may be wanted yet.
    pub restored: bool,
    /// Records were found damaged; none is copied automatically.
    pub damaged: bool,
    /// Documents were found damaged, until all of them are found whole again; none is copied automatically.
    pub documents: bool,
    /// The head of the journal of the backup that was restored.
    pub(crate) copy: Option<String>,
    /// The head of the journal at which a backup took the place of these records.
    pub(crate) left: Option<String>,
}

impl Hold {
    pub fn any(&self) -> bool {
        self.restored || self.any_damage()
    }

    /// Whether records or documents were found damaged.
    pub fn any_damage(&self) -> bool {
        self.damaged || self.documents
    }
}

pub(crate) fn read_hold(office: &Path) -> Result<Hold> {
    match fs::read(office.join("backups").join(HOLD)) {
        // What can't be read said something; until that is known, nothing goes.
        Ok(bytes) => Ok(serde_json::from_slice(&bytes).unwrap_or(Hold {
            damaged: true,
            ..Hold::default()
        })),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Hold::default()),
        Err(error) => Err(error.into()),
    }
}

pub(crate) fn write_hold(office: &Path, hold: &Hold) -> Result<()> {
    let backups = office.join("backups");
    private_dir(&backups)?;
    write_whole(&backups.join(HOLD), &serde_json::to_vec(hold)?)
}

/// Holds the backups of the office in a folder back because damage was found.
pub(crate) fn hold_damaged_in(office: &Path) -> Result<()> {
    let hold = read_hold(office)?;
    // A folder that has no backups may not even be an office's.
    if hold.damaged || !is_plain_dir(&office.join("backups"))? {
        return Ok(());
    }
    write_hold(
        office,
        &Hold {
            damaged: true,
            ..hold
        },
    )
}

impl Register {
    /// Whether backups are held back, and why.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn hold(&self) -> Result<Hold> {
        read_hold(self.dir())
    }

    /// Holds backups back because damage was found.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn hold_damaged(&self) -> Result<()> {
        hold_damaged_in(self.dir())
    }

    /// Holds backups back because documents were found damaged.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn hold_documents(&self) -> Result<()> {
        let hold = self.hold()?;
        if hold.documents {
            return Ok(());
        }
        write_hold(
            self.dir(),
            &Hold {
                documents: true,
                ..hold
            },
        )
    }

    /// All documents were found whole: backups are no longer held back on their account.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn hold_documents_whole(&self) -> Result<()> {
        let hold = self.hold()?;
        if !hold.documents {
            return Ok(());
        }
        let hold = Hold {
            documents: false,
            ..hold
        };
        if hold.any() {
            write_hold(self.dir(), &hold)
        } else {
            self.hold_release()
        }
    }

    /// Lets backups be thinned again.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn hold_release(&self) -> Result<()> {
        match fs::remove_file(self.dir().join("backups").join(HOLD)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }
}
