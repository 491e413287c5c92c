//! How safe the records are, and the copies to choose from.

use crate::error::{Failure, Result};
use crate::office::Office;
use crate::records::backup::{LostDocument, named};
use crate::records::copying::{
    CopyPlace, CopyPlan, CopyRhythm, Rehearsed, copy_is_due, last_until, own_copies, rehearsed,
    reliable_until,
};
use chrono::{DateTime, FixedOffset};
use register::{Backup, By, Register, Target};
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

/// How safe the records are, for the line on Today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopySafety {
    /// When the last copy was made that can be relied on.
    pub last: Option<DateTime<FixedOffset>>,
    /// What is wrong, the gravest first.
    pub concerns: Vec<ToldConcern>,
    /// Whether something is wrong with the records or with newer copies, so that the last good copy is the one to
    /// rely on.
    pub doubtful: bool,
    /// What the last restoring for trial found.
    pub rehearsed: Option<Rehearsed>,
}

/// A concern, and how much it presses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ToldConcern {
    #[serde(flatten)]
    pub concern: CopyConcern,
    /// Whether it presses. A medium that lies in a drawer for some nights is as it should be.
    pub grave: bool,
}

/// Something about the copies that a person should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CopyConcern {
    /// Damage was found; nothing is copied by itself until a person says so.
    Damaged,
    /// Nobody has said where copies are to lie.
    NoPlace,
    /// The place is not there: a medium is not plugged in, a folder is gone.
    Gone {
        /// Days since the last copy; none where there is no copy.
        #[ts(type = "number | null")]
        days: Option<i64>,
    },
    /// The last attempt failed.
    Failed { failure: Failure },
    /// No room for another copy.
    Full,
    /// No copy was made yet.
    Never,
    /// The last copy is older than the rhythm allows by far.
    Old {
        #[ts(type = "number")]
        days: i64,
    },
    /// The last copy lacks documents that could not be read.
    Partly {
        #[ts(type = "number")]
        lost: u64,
    },
    /// The database of the last copy does not lie there as it was made.
    Broken,
    /// No office, or not all documents, came out of a copy.
    NotRestorable,
    /// Old copies, or documents that none names any more, could not go.
    NotThinned {
        /// What stands in the way, for showing only.
        folder: String,
    },
    /// The copies lie on the disk of the records.
    SameDisk,
    /// The copies lie on a network share.
    NetworkShare,
    /// Copies are made by hand only.
    ByHand,
}

impl CopyConcern {
    /// Whether it presses.
    fn is_grave(&self) -> bool {
        match self {
            Self::Gone { days } => days.is_none_or(|days| days > AWAY),
            Self::NetworkShare | Self::ByHand => false,
            Self::Damaged
            | Self::NoPlace
            | Self::Failed { .. }
            | Self::Full
            | Self::Never
            | Self::Old { .. }
            | Self::Partly { .. }
            | Self::Broken
            | Self::NotRestorable
            | Self::NotThinned { .. }
            | Self::SameDisk => true,
        }
    }

    /// Whether it says of the records or of a copy that they are not what they should be.
    fn casts_doubt(&self) -> bool {
        match self {
            Self::Damaged | Self::Partly { .. } | Self::Broken | Self::NotRestorable => true,
            Self::NoPlace
            | Self::Gone { .. }
            | Self::Failed { .. }
            | Self::Full
            | Self::Never
            | Self::Old { .. }
            | Self::NotThinned { .. }
            | Self::SameDisk
            | Self::NetworkShare
            | Self::ByHand => false,
        }
    }
}

impl CopySafety {
    fn of(
        last: Option<DateTime<FixedOffset>>,
        concerns: Vec<CopyConcern>,
        trial: Option<register::Rehearsal>,
    ) -> Self {
        let told = |concern: CopyConcern| ToldConcern {
            grave: concern.is_grave(),
            concern,
        };
        Self {
            last,
            doubtful: concerns.iter().any(CopyConcern::casts_doubt),
            concerns: concerns.into_iter().map(told).collect(),
            rehearsed: trial.map(rehearsed),
        }
    }
}

/// Days that a medium may be away before that presses.
const AWAY: i64 = 3;

/// Days that a copy may be late before that is told.
const LATE: i64 = 3;

/// Bytes that must be free beside a database as large as the last one.
const SPARE: u64 = 64 << 20;

/// How safe the records are, by the plan of this computer. `failed` is why the
/// last attempt of this run failed.
///
/// # Errors
/// Those of the register and of the disk of the records.
pub fn copies_safety(
    office: &Office,
    by: &By,
    plan: &CopyPlan,
    failed: Option<&Failure>,
) -> Result<CopySafety> {
    let register = office.register();
    let mut concerns = Vec::new();
    let held = register.hold()?;
    if held.any_damage() || register.lost_rows().is_some() {
        concerns.push(CopyConcern::Damaged);
    }
    let known = register.backup_times()?;
    let trial = register.rehearsal_last()?;
    let spoilt = trial.as_ref().filter(|trial| trial.fault.is_some());
    let spoilt = spoilt.map(|trial| trial.copy_at);
    let known = known
        .into_iter()
        .filter(|(_, at)| *at <= by.now && Some(*at) != spoilt);
    let Some(place) = &plan.place else {
        let last = known.map(|(_, at)| at).max();
        concerns.push(CopyConcern::NoPlace);
        return Ok(CopySafety::of(last, concerns, trial));
    };
    let copies = own_copies(office, place)?;
    let newest = last_until(&copies, by.now);
    let there = place.is_there();
    let last = if there {
        reliable_until(&copies, by.now, trial.as_ref()).map(|copy| copy.at)
    } else {
        let of_place = known.filter(|(dir, _)| dir.starts_with(&place.folder));
        of_place.map(|(_, at)| at).max()
    };
    let days = last.map(|last| (by.now - last).num_days());
    if there {
        if let Some(failure) = failed {
            concerns.push(CopyConcern::Failed {
                failure: failure.clone(),
            });
        }
        concerns.extend(of_place(register.dir(), place, newest));
        concerns.extend(of_last(newest, days, plan.rhythm));
    } else if copy_is_due(last, by.now, plan.rhythm) {
        concerns.push(CopyConcern::Gone { days });
    }
    if trial.as_ref().is_some_and(|found| !found.is_good()) {
        concerns.push(CopyConcern::NotRestorable);
    }
    if there {
        if let Some(folder) = register.thinning_left() {
            concerns.push(CopyConcern::NotThinned {
                folder: folder.display().to_string(),
            });
        }
        let target = Register::target_look(register.dir(), &place.folder);
        if target.same_disk {
            concerns.push(CopyConcern::SameDisk);
        }
        if target.network_share {
            concerns.push(CopyConcern::NetworkShare);
        }
    }
    if plan.rhythm == CopyRhythm::Off {
        concerns.push(CopyConcern::ByHand);
    }
    Ok(CopySafety::of(last, concerns, trial))
}

fn of_place(office: &Path, place: &CopyPlace, newest: Option<&Backup>) -> Option<CopyConcern> {
    let free = Register::target_look(office, &place.folder).free?;
    let wanted = newest.map_or(0, |copy| copy.database_bytes) + SPARE;
    (free < wanted).then_some(CopyConcern::Full)
}

fn of_last(newest: Option<&Backup>, days: Option<i64>, rhythm: CopyRhythm) -> Vec<CopyConcern> {
    let Some(newest) = newest else {
        return vec![CopyConcern::Never];
    };
    let mut concerns = Vec::new();
    if newest.damaged {
        concerns.push(CopyConcern::Broken);
    }
    // Made by hand, they grow old by nobody's fault, and are told of all the same.
    if let Some(days) = days
        && days > rhythm.days().unwrap_or(7) + LATE
    {
        concerns.push(CopyConcern::Old { days });
    }
    if !newest.lost.is_empty() {
        concerns.push(CopyConcern::Partly {
            lost: newest.lost.len() as u64,
        });
    }
    concerns
}

/// A copy in the list to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopyRow {
    pub at: DateTime<FixedOffset>,
    /// Of its database and its documents; documents are shared between copies.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Those in the trash among them; unknown in copies of earlier programs.
    #[ts(type = "number | null")]
    pub complaints: Option<u64>,
    /// Pieces of content in it.
    #[ts(type = "number")]
    pub documents: u64,
    /// Pieces of content that it lacks.
    #[ts(type = "number")]
    pub lost: u64,
    /// When it was last read through and found whole.
    pub verified: DateTime<FixedOffset>,
    /// Whether its database is not as it was made.
    pub damaged: bool,
    /// Whether it is of another office than the open one.
    pub other_office: bool,
    /// Whether it is locked with a password: that of the day it was made.
    pub locked: bool,
}

/// Removes a copy in plain text of the open records, which have a password, and what no other copy beside it needs.
///
/// # Errors
/// [`register::RegisterError::NoPassword`], `NotABackup`, `OnlyCopy`, `Locked` and those of the disk.
pub fn plain_copy_remove(office: &Office, copy: &Path) -> Result<()> {
    office.register().plain_backup_remove(copy)?;
    Ok(())
}

/// The place of copies, as the screen shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopyPlaceShown {
    /// Its path as text, for showing only.
    pub folder: String,
    pub there: bool,
    pub same_disk: bool,
    pub network_share: bool,
    /// Bytes that can be written there, where the system tells.
    #[ts(type = "number | null")]
    pub free: Option<u64>,
}

impl CopyPlaceShown {
    pub fn of(office: &Path, folder: &Path, there: bool) -> Self {
        let target = if there {
            Register::target_look(office, folder)
        } else {
            Target::default()
        };
        Self {
            folder: folder.display().to_string(),
            there,
            same_disk: target.same_disk,
            network_share: target.network_share,
            free: target.free,
        }
    }
}

/// The copies in a folder, the newest first, with where each lies.
///
/// # Errors
/// Those of the disk.
pub fn copies_in(
    office: Option<&Office>,
    folder: &Path,
) -> Result<Vec<(std::path::PathBuf, CopyRow)>> {
    let own = office
        .map(|office| office.register().office_fingerprint())
        .transpose()?;
    let row = |copy: Backup| {
        let other_office = copy.office.is_some() && own.is_some() && copy.office != own;
        let row = CopyRow {
            at: copy.at,
            bytes: copy.bytes,
            complaints: copy.complaints,
            documents: copy.documents,
            lost: copy.lost.len() as u64,
            verified: copy.verified,
            damaged: copy.damaged,
            other_office,
            locked: copy.locked,
        };
        (copy.dir, row)
    };
    Ok(Register::shelf_list(folder)?.into_iter().map(row).collect())
}

/// Whether a folder is a finished copy.
pub fn is_copy(folder: &Path) -> bool {
    Register::backup_at(folder).is_some()
}

/// What a copy holds, and what would be lost with it in place of the records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopyCard {
    pub at: DateTime<FixedOffset>,
    /// Those in the trash among them.
    #[ts(type = "number")]
    pub complaints: u64,
    /// Issued letters in the copy.
    #[ts(type = "number")]
    pub letters: u64,
    /// Pieces of content that its records name.
    #[ts(type = "number")]
    pub documents: u64,
    /// Documents and letters whose bytes it lacks.
    pub lost: Vec<LostDocument>,
    /// None where no office is open.
    pub beyond: Option<CopyBeyond>,
}

/// What the open office has beyond a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopyBeyond {
    /// Whether the copy is of another office altogether.
    pub other_office: bool,
    /// Numbers of complaints, the oldest first.
    pub complaints: Vec<String>,
    /// Numbers of issued letters, the oldest first.
    pub letters: Vec<String>,
    /// Whether neither is what the other was once.
    pub parted: bool,
    /// Rows of the journal written since the copy was made; less than none where the copy has more of them.
    #[ts(type = "number")]
    pub changes: i64,
    /// Complaints that only the copy has.
    #[ts(type = "number")]
    pub only_in_copy: u64,
}

/// Looks into a copy without changing it, and compares the open office with it.
///
/// # Errors
/// [`register::RegisterError::NotABackup`] and those of reading it.
pub fn copy_card(office: Option<&Office>, copy: &Path) -> Result<CopyCard> {
    let holding = Register::backup_holding(copy)?;
    let about = Register::backup_about(copy)?;
    let beyond = office
        .map(|office| office.register().backup_compare(copy))
        .transpose()?;
    Ok(CopyCard {
        at: about.at,
        complaints: holding.complaints,
        letters: holding.letters,
        documents: holding.documents,
        lost: named(about.lost),
        beyond: beyond.map(|beyond| CopyBeyond {
            other_office: beyond.other_office,
            complaints: beyond.complaints,
            letters: beyond.letters,
            changes: beyond.changes,
            parted: beyond.parted,
            only_in_copy: beyond.only_in_backup,
        }),
    })
}

/// Why old copies are held back from thinning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopiesHeld {
    /// The records are those of a copy.
    pub restored: bool,
    /// Damage was found, and nothing is removed until a person says so.
    pub damaged: bool,
}

/// Whether old copies are held back.
///
/// # Errors
/// Those of the disk.
pub fn copies_held(office: &Office) -> Result<CopiesHeld> {
    let hold = office.register().hold()?;
    Ok(CopiesHeld {
        restored: hold.restored,
        damaged: hold.any_damage(),
    })
}

/// Lets copies be made and thinned again.
///
/// # Errors
/// Those of the disk.
pub fn copies_release(office: &Office) -> Result<()> {
    Ok(office.register().hold_release()?)
}
