//! Copies made by themselves: when one is due, what is done then, and the
//! rehearsal of restoring.

use crate::error::{Failure, OfficeError, Result};
use crate::office::Office;
use crate::records::backup::{BackupMade, backup_made};
use chrono::{DateTime, Duration, FixedOffset};
use register::{Backup, By, Keep, Register, RegisterError, Rehearsal};
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use ts_rs::TS;
use uuid::Uuid;

/// How often copies are made by themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CopyRhythm {
    Off,
    #[default]
    Daily,
    Weekly,
}

impl CopyRhythm {
    /// Days from one copy to the next.
    pub(crate) fn days(self) -> Option<i64> {
        match self {
            Self::Off => None,
            Self::Daily => Some(1),
            Self::Weekly => Some(7),
        }
    }
}

/// Where and how often an office is copied at one computer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CopyPlan {
    /// The folder of the copies, and the id it is known by: what stands at
    /// that path while a medium is unplugged is not taken for it.
    pub place: Option<CopyPlace>,
    pub rhythm: CopyRhythm,
}

/// A folder for copies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyPlace {
    pub folder: PathBuf,
    pub shelf: Uuid,
}

impl CopyPlace {
    /// Makes a folder a place for copies of the office in `office`.
    ///
    /// # Errors
    /// [`RegisterError::Nested`] for a place within the office or around it, and those of the disk.
    pub fn begin(office: &Path, folder: &Path) -> Result<Self> {
        let folder = Register::apart(office, folder)?;
        let shelf = Register::shelf_begin(&folder)?;
        Ok(Self { folder, shelf })
    }

    /// Whether the folder is there and the one that was chosen.
    pub fn is_there(&self) -> bool {
        matches!(Register::shelf_id(&self.folder), Ok(Some(found)) if found == self.shelf)
    }
}

/// Days after which restoring is rehearsed again.
const REHEARSED_EVERY: i64 = 30;

/// Whether a copy is due: each begun day, or a week after the last one. What
/// bears a date to come says nothing.
pub fn copy_is_due(
    last: Option<DateTime<FixedOffset>>,
    now: DateTime<FixedOffset>,
    rhythm: CopyRhythm,
) -> bool {
    let Some(days) = rhythm.days() else {
        return false;
    };
    let on = |at: DateTime<FixedOffset>| at.with_timezone(now.offset()).date_naive();
    last.filter(|last| *last <= now)
        .is_none_or(|last| (on(now) - on(last)).num_days() >= days)
}

/// The copies of this office at a place, the newest first.
pub(crate) fn own_copies(office: &Office, place: &CopyPlace) -> Result<Vec<Backup>> {
    if !place.is_there() {
        return Ok(Vec::new());
    }
    let own = office.register().office_fingerprint()?;
    let mut copies = Register::shelf_list(&place.folder)?;
    copies.retain(|copy| copy.office.as_ref() == Some(&own));
    Ok(copies)
}

/// The newest copy that is not of a day to come.
pub(crate) fn last_until(copies: &[Backup], now: DateTime<FixedOffset>) -> Option<&Backup> {
    copies.iter().find(|copy| copy.at <= now)
}

/// The newest copy that is not of a day to come, whose database lies there as it
/// was made, and that no trial found to be less than it says.
fn usable_until<'a>(
    copies: &'a [Backup],
    now: DateTime<FixedOffset>,
    trial: Option<&Rehearsal>,
) -> Option<&'a Backup> {
    let mut until_now = copies.iter().filter(|copy| copy.at <= now);
    until_now.find(|copy| is_usable(copy, trial))
}

fn is_usable(copy: &Backup, trial: Option<&Rehearsal>) -> bool {
    !copy.damaged && !trial.is_some_and(|trial| trial.is_against(copy))
}

/// The newest copy that can be relied on: a usable one that lacks nothing but
/// what a copy before it lacked already, of copies with the newest first.
pub(crate) fn reliable_until<'a>(
    copies: &'a [Backup],
    now: DateTime<FixedOffset>,
    trial: Option<&Rehearsal>,
) -> Option<&'a Backup> {
    let known = |at: usize, sha256: &str| {
        let mut before = copies[at + 1..].iter().flat_map(|copy| &copy.lost);
        before.any(|lost| lost.sha256 == sha256)
    };
    let reliable = |(at, copy): &(usize, &Backup)| {
        let lacks_more = copy.lost.iter().any(|lost| !known(*at, &lost.sha256));
        copy.at <= now && is_usable(copy, trial) && !lacks_more
    };
    let mut numbered = copies.iter().enumerate();
    numbered.find(reliable).map(|(_, copy)| copy)
}

/// What was done by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tended {
    pub made: Option<BackupMade>,
    pub rehearsed: Option<Rehearsed>,
    /// Why restoring could not even be tried.
    pub untried: Option<Failure>,
}

/// Does what is due: a copy, after it the thinning of old ones, and once a
/// month the rehearsal. Nothing where the place is not there, while records are
/// known to be damaged, and in a copy that is only looked at.
///
/// # Errors
/// Those of making a copy.
pub fn copies_tend(
    office: &Office,
    plan: &CopyPlan,
    by: &By,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<Tended> {
    let mut tended = Tended::default();
    let Some(place) = plan.place.as_ref().filter(|place| place.is_there()) else {
        return Ok(tended);
    };
    if plan.rhythm == CopyRhythm::Off || !may_copy(office)? {
        return Ok(tended);
    }
    let copies = own_copies(office, place)?;
    let trial = office.register().rehearsal_last()?;
    let newest = last_until(&copies, by.now);
    let last = usable_until(&copies, by.now, trial.as_ref());
    // A medium that spoils each copy at once is not filled with them.
    let just_made = newest.is_some_and(|newest| by.now - newest.at < AGAIN_AFTER);
    let waits = just_made && newest != last;
    if !waits && copy_is_due(last.map(|copy| copy.at), by.now, plan.rhythm) {
        tended.made = Some(copy_make(office, place, by, progress)?);
    }
    let copies = own_copies(office, place)?;
    if let Some(copy) = usable_until(&copies, by.now, trial.as_ref())
        && trial_is_due(trial.as_ref(), copy, by.now)
    {
        match backup_rehearse(office, by, &copy.dir, progress) {
            Ok(found) => tended.rehearsed = Some(found),
            Err(OfficeError::Register(RegisterError::Cancelled)) => {}
            // The copy that was made stands all the same.
            Err(error) => tended.untried = Some(Failure::from(error)),
        }
    }
    Ok(tended)
}

/// After a copy that did not stay whole the next one waits so long.
const AGAIN_AFTER: Duration = Duration::hours(1);

/// Whether restoring is to be rehearsed: once a month, and after no office came
/// out of one copy with the next one, at most once a day.
fn trial_is_due(last: Option<&Rehearsal>, copy: &Backup, now: DateTime<FixedOffset>) -> bool {
    let Some(last) = last.filter(|last| last.at <= now) else {
        return true;
    };
    let failed_on_another = last.fault.is_some() && last.copy_at != copy.at;
    let days = if failed_on_another {
        1
    } else {
        REHEARSED_EVERY
    };
    now - last.at >= Duration::days(days)
}

/// Whether copies may be made by themselves.
fn may_copy(office: &Office) -> Result<bool> {
    let register = office.register();
    let as_they_are = register.lost_rows().is_none() && !office.is_copy();
    Ok(as_they_are && !register.hold()?.any_damage())
}

/// Makes a copy at a place and thins what lies there. Where it finds damage
/// that the copy before did not have, old copies are held back.
///
/// # Errors
/// Those of making a copy.
pub fn copy_make(
    office: &Office,
    place: &CopyPlace,
    by: &By,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<BackupMade> {
    let register = office.register();
    if !place.is_there() {
        return Err(RegisterError::NotFound("place").into());
    }
    let before = own_copies(office, place)?.into_iter().next();
    let copy = match register.backup_create(&place.folder, by.now, progress) {
        Ok(copy) => copy,
        Err(error) => {
            if matches!(error, RegisterError::Corrupt(_)) {
                let _ = register.hold_damaged();
            }
            return Err(error.into());
        }
    };
    let known = |sha256: &str| {
        let before = before.iter().flat_map(|copy| &copy.lost);
        before.into_iter().any(|lost| lost.sha256 == sha256)
    };
    // The copy stands, whatever can't be written down; then nothing is thinned either.
    let lacks_more = copy.lost.iter().any(|lost| !known(&lost.sha256));
    if !lacks_more || register.hold_documents().is_ok() {
        // What stood in the way is told with how safe the records are.
        let _ = register.shelf_thin(&place.folder, by.now, Keep::default());
    }
    Ok(backup_made(copy))
}

/// Copies an office that nobody has opened yet, where opening it would bring
/// its records up to date. Says whether it did.
///
/// # Errors
/// Those of making a copy.
pub fn copy_before_migration(
    office: &Path,
    plan: &CopyPlan,
    now: DateTime<FixedOffset>,
) -> Result<bool> {
    let Some(place) = plan.place.as_ref().filter(|place| place.is_there()) else {
        return Ok(false);
    };
    let made = Register::backup_before_migration(office, &place.folder, now)?;
    Ok(made.is_some())
}

/// What restoring for trial found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Rehearsed {
    pub at: DateTime<FixedOffset>,
    /// When the copy was made.
    pub copy_at: DateTime<FixedOffset>,
    /// Pieces of content that came back whole.
    #[ts(type = "number")]
    pub documents: u64,
    /// Pieces that did not come back.
    #[ts(type = "number")]
    pub lost: u64,
    /// Why no office came out of the copy, a code of failures.
    pub fault: Option<String>,
    /// Whether an office with all its documents came out of the copy.
    pub good: bool,
    /// Whether it was read where it lies, for want of room to restore it.
    pub only_read: bool,
}

pub(crate) fn rehearsed(found: register::Rehearsal) -> Rehearsed {
    Rehearsed {
        good: found.is_good(),
        at: found.at,
        copy_at: found.copy_at,
        documents: found.documents,
        lost: found.lost,
        fault: found.fault,
        only_read: found.only_read,
    }
}

/// Restores a copy for trial into the office's scratch folder, checks what came
/// out and removes it. The result is kept, that of a copy that can't be
/// restored too.
///
/// # Errors
/// [`RegisterError::Cancelled`], [`RegisterError::DiskFull`] and others that say
/// nothing of the copy.
pub fn backup_rehearse(
    office: &Office,
    by: &By,
    copy: &Path,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<Rehearsed> {
    let register = office.register();
    let found = match register.backup_rehearse(copy, by.now, progress) {
        Ok(found) => found,
        Err(
            error @ (RegisterError::Corrupt(_)
            | RegisterError::Altered(_)
            | RegisterError::ForeignSchema(_)
            | RegisterError::NotABackup
            | RegisterError::NotAnOffice),
        ) => register::Rehearsal {
            at: by.now,
            copy_at: Register::backup_at(copy).unwrap_or(by.now),
            documents: 0,
            lost: 0,
            fault: Some(Failure::from(OfficeError::from(error)).code),
            only_read: false,
        },
        Err(error) => return Err(error.into()),
    };
    match register.rehearsal_keep(&found) {
        // Where nothing can be written, the answer is all that is told of it.
        Ok(()) | Err(RegisterError::DiskFull | RegisterError::Denied) => Ok(rehearsed(found)),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(time: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(time).unwrap()
    }

    #[test]
    fn a_copy_is_due_with_each_day_or_week_that_begins() {
        let due = |last: Option<&str>, now, rhythm| copy_is_due(last.map(at), at(now), rhythm);
        let now = "2026-11-30T09:00:00+03:00";
        use CopyRhythm::*;
        assert!(due(None, now, Daily) && due(None, now, Weekly) && !due(None, now, Off));
        assert!(due(Some("2026-11-29T23:59:00+03:00"), now, Daily));
        assert!(!due(Some("2026-11-30T00:01:00+03:00"), now, Daily));
        assert!(!due(Some("2026-11-24T08:00:00+03:00"), now, Weekly));
        assert!(due(Some("2026-11-23T18:00:00+03:00"), now, Weekly));
        // The day is the office's own, wherever the copy before was made.
        assert!(!due(Some("2026-11-29T21:30:00+00:00"), now, Daily));
        // One made while the clock ran ahead doesn't stop those that follow.
        assert!(due(Some("2031-01-01T00:00:00+03:00"), now, Daily));
    }
}
