//! When old backups are held back from thinning: after damage was found and
//! after a restore, until a person says that the records are as they should be.

use crate::backup::store::write_whole;
use crate::database::folder::private_dir;
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
    /// Records or documents were found damaged; none is copied automatically.
    pub damaged: bool,
    /// The head of the journal of the backup that was restored.
    pub(crate) copy: Option<String>,
}

impl Hold {
    pub fn any(&self) -> bool {
        self.restored || self.damaged
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
        let hold = self.hold()?;
        if hold.damaged {
            return Ok(());
        }
        write_hold(
            self.dir(),
            &Hold {
                damaged: true,
                ..hold
            },
        )
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
