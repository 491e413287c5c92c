//! What is written down when records are opened, as far as it can be.

use super::Program;
use super::settings::RememberedOffice;
use crate::host::Host;
use office::Office;
use std::path::Path;
use std::sync::PoisonError;

impl Program {
    /// Remembers what is used last. Records that can be read are opened though it can't be written down that they were,
    /// as where the disk is full.
    pub(super) fn remember(&self, folder: &Path, own: Option<RememberedOffice>) {
        let mut settings = self.settings.lock().unwrap_or_else(PoisonError::into_inner);
        let mut kept = settings.set_last_folder(Some(folder.to_path_buf()));
        if let Some(own) = own {
            kept = settings.set_own_office(own);
        }
        if let Err(error) = kept {
            log::warn!("which records were used last can't be kept: {error}");
        }
    }

    /// What can't be noted now is lost rows, which are told.
    pub(super) fn note_in_place(&self, host: &dyn Host, office: &Office) {
        if let Err(error) = office::backup_in_place_note(office, &self.by(host)) {
            log::warn!("that a copy took the place of the records can't be noted: {error}");
        }
    }
}
