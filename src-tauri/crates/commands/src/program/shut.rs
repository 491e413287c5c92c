//! What the program does for an office with a password: it waits for it, makes
//! guessing slow, and keeps what names persons out of its own files.

use super::Program;
use super::prepared::Prepared;
use super::settings::RememberedOffice;
use super::tokens::{Dropped, Files, HandedOver, Position};
use crate::failure::Refusal;
use crate::host::Host;
use chrono::{DateTime, FixedOffset};
use office::{Admission, Office, OfficeError, PasswordDeed, RegisterError};
use std::path::{Path, PathBuf};
use std::sync::{Arc, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;
use uuid::Uuid;

/// So many wrong passwords cost no more than the work of trying them.
const FREE_TRIES: u32 = 3;

/// The longest pause after a wrong password.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// How long the answer waits after so many wrong passwords, one after another:
/// 1, 2, 4 … seconds. Whoever copies the office tries without it, and pays for
/// each try with the work of [`office::Locking`] alone.
fn pause(wrong: u32) -> Duration {
    match wrong.checked_sub(FREE_TRIES + 1) {
        None => Duration::ZERO,
        Some(more) => Duration::from_secs(1 << more.min(5)).min(LONGEST_PAUSE),
    }
}

impl Program {
    /// Does what needs the password or the recovery key. One try at a time, and
    /// the answer to a wrong one comes the later the more there were.
    ///
    /// # Errors
    /// Those of what is tried.
    pub(crate) fn guarded<T>(
        &self,
        what: impl FnOnce() -> office::Result<T>,
    ) -> Result<T, Refusal> {
        let mut wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        let tried = what();
        match &tried {
            Ok(_) => *wrong = 0,
            Err(OfficeError::Register(
                RegisterError::WrongPassword | RegisterError::WrongRecoveryKey,
            )) => {
                *wrong = wrong.saturating_add(1);
                thread::sleep(pause(*wrong));
            }
            Err(_) => {}
        }
        Ok(tried?)
    }

    /// The open office, which is no copy that is only looked at.
    ///
    /// # Errors
    /// [`Refusal::NoOffice`], and [`RegisterError::ACopy`].
    pub(crate) fn own_records(&self, host: &dyn Host) -> Result<Arc<Office>, Refusal> {
        let office = self.office(host)?;
        if office.is_copy() {
            return Err(OfficeError::from(RegisterError::ACopy).into());
        }
        Ok(office)
    }

    /// Writes a deed into the journal. What is done stands, though the journal can't be written.
    pub(crate) fn note(&self, host: &dyn Host, office: &Office, deed: PasswordDeed) {
        if let Err(error) = office::password_deed_note(office, &self.by(host), deed) {
            log::warn!("the journal does not tell what became of the password: {error}");
        }
    }

    /// What is open gives way to an office that waits for its password.
    pub(super) fn wait_for_password(&self, folder: &Path) {
        self.reopened.get_or_init(|| ());
        self.tasks.cancel_all();
        self.put(None);
        self.remove_rooms();
        let own = RememberedOffice {
            folder: folder.to_path_buf(),
            name: String::new(),
        };
        self.remember(folder, Some(own));
    }

    /// The folder of the office used last, which may wait for its password.
    pub(crate) fn last_folder(&self) -> Result<PathBuf, Refusal> {
        self.stored_settings().last_folder.ok_or(Refusal::NoOffice)
    }

    /// Lets a copy open until the records are shut.
    pub(crate) fn hold_admission(&self, admitted: Admission) {
        let mut held = self.admitted.lock().unwrap_or_else(PoisonError::into_inner);
        held.push(admitted);
    }

    /// Forgets the keys of copies, and of an office that is being locked.
    pub(crate) fn forget_keys(&self) {
        let mut held = self.admitted.lock().unwrap_or_else(PoisonError::into_inner);
        held.clear();
        *self.prepared() = Prepared::default();
    }

    /// Keys that were shown to be noted.
    pub(crate) fn prepared(&self) -> MutexGuard<'_, Prepared> {
        self.prepared.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tokens for files that a person chose or let go. Those that drafts of the
    /// open office name are kept however many come.
    pub(crate) fn hand_out(&self, now: DateTime<FixedOffset>, paths: &[PathBuf]) -> HandedOver {
        let open = self.office.read().unwrap_or_else(PoisonError::into_inner);
        let open = open.clone();
        let wanted = |token: Uuid| open.as_ref().is_none_or(|office| is_wanted(office, token));
        match &open {
            Some(office) if office.has_password() => {
                let (handed, files) = self.tokens.hand_out_secret(paths, wanted);
                keep_files(now, office, &files);
                handed
            }
            Some(_) | None => self.tokens.hand_out(paths, wanted),
        }
    }

    /// Tokens for files that a person let go over the window.
    pub fn dropped(
        &self,
        now: DateTime<FixedOffset>,
        paths: &[PathBuf],
        position: Option<Position>,
    ) -> Dropped {
        let HandedOver { files, gone } = self.hand_out(now, paths);
        Dropped {
            files,
            gone,
            position,
        }
    }

    /// What was handed over before the open office had a password is known to
    /// that office alone from now on.
    pub(crate) fn hide_files(&self, now: DateTime<FixedOffset>, office: &Office) {
        let files = self.tokens.make_secret();
        keep_files(now, office, &files);
    }

    /// Forgets the files handed over that no draft names any more, after records were erased: what a file is
    /// called may be the name of who is erased.
    pub(crate) fn forget_files(&self, now: DateTime<FixedOffset>, office: &Office) {
        let secret = self.tokens.forget(|token| is_wanted(office, token));
        if office.has_password() {
            keep_files(now, office, &secret);
        }
    }
}

/// Whether a draft names a file; what can't be told is kept.
fn is_wanted(office: &Office, token: Uuid) -> bool {
    office::drafts_mention(office, &token.to_string()).unwrap_or(true)
}

fn keep_files(now: DateTime<FixedOffset>, office: &Office, files: &Files) {
    let kept = serde_json::to_value(files).map_err(|error| error.to_string());
    let kept = kept.and_then(|files| {
        office::files_keep(office, now, &files).map_err(|error| error.to_string())
    });
    if let Err(reason) = kept {
        log::warn!("the files handed over can't be remembered: {reason}");
    }
}

#[cfg(test)]
mod tests {
    use super::pause;

    #[test]
    fn a_wrong_password_costs_ever_more_time_and_never_for_ever() {
        let seconds: Vec<u64> = (0..12).map(|wrong| pause(wrong).as_secs()).collect();
        assert_eq!(seconds, [0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30]);
        assert_eq!(pause(u32::MAX).as_secs(), 30);
    }
}
