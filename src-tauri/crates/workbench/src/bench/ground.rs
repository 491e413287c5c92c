//! Where and when a measurement takes place.

use crate::seeding;
use chrono::{DateTime, FixedOffset, TimeZone};
use office::{By, Failure, Office};
use otvet_cli::answer::{Outcome, Trouble};
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of the bench's own, gone when dropped. It is not of any office, so
/// it lies where the system keeps what is for the moment.
pub(super) struct Ground(PathBuf);

impl Ground {
    pub fn new(name: &str) -> Outcome<Self> {
        let folder =
            std::env::temp_dir().join(format!("otvet-bench-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).map_err(|error| Trouble::at_file(&folder, &error))?;
        Ok(Self(folder))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        // What can't be removed now is the system's to remove.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The time the benches take as now, so that each run sees the same registers.
pub(super) fn by() -> Outcome<By> {
    let east = FixedOffset::east_opt(3 * 3600);
    let now: Option<DateTime<FixedOffset>> =
        east.and_then(|zone| zone.with_ymd_and_hms(2026, 11, 22, 10, 0, 0).single());
    Ok(seeding::by(now.ok_or_else(|| Failure::of("clock"))?))
}

pub(super) fn new_office(folder: &Path) -> Outcome<Office> {
    Ok(seeding::found(folder, by()?.now)?)
}
