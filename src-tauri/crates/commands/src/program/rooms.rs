//! The folders, among the program's data, in which copies are looked at.

use super::process::Program;
use crate::failure::Refusal;
use crate::host::Host;
use office::Office;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;

/// What their names begin with.
const ROOM: &str = "copy-";

impl Program {
    /// Opens a copy to be looked at instead of the records, which are closed
    /// meanwhile. The next start opens the records again.
    pub(crate) fn look_at_copy(
        &self,
        host: &dyn Host,
        copy: &Path,
    ) -> Result<Arc<Office>, Refusal> {
        let room = self
            .folders()
            .data
            .join(format!("{ROOM}{}", Uuid::now_v7().simple()));
        let office = Office::open_copy(copy, &room, host.now())?;
        self.tasks.cancel_all();
        self.put(Some(office));
        self.remove_rooms();
        self.office(host)
    }

    /// Closes a copy that is looked at, for the window closes, and removes what it was copied into.
    pub fn leave_copy(&self) {
        if self.is_copy_open() && self.let_go().is_ok() {
            self.remove_rooms();
        }
    }

    /// Removes what copies that were looked at have left, but for what anybody
    /// has open, and what an earlier program took for records.
    pub(crate) fn remove_rooms(&self) {
        let stored = self.stored_settings();
        let kept: Vec<PathBuf> = stored.offices.into_iter().map(|one| one.folder).collect();
        let entries = fs::read_dir(&self.folders().data)
            .into_iter()
            .flatten()
            .flatten();
        for room in entries.map(|entry| entry.path()) {
            let name = room
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let ours = name
                .strip_prefix(ROOM)
                .is_some_and(|id| Uuid::try_parse(id).is_ok());
            if ours && stored.last_folder.as_ref() != Some(&room) && !kept.contains(&room) {
                // What can't go now goes at the next start.
                let _ = Office::remove(&room);
            }
        }
    }
}
