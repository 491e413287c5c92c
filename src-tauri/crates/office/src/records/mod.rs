//! The records as records: journal and backups.

pub(crate) mod backup;
pub(crate) mod copies;
pub(crate) mod copying;
pub(crate) mod journal;
pub(crate) mod keyring;
pub(crate) mod password;
pub(crate) mod trash;
pub(crate) mod undo;

pub use backup::{
    BackupMade, BackupRestored, LostDocument, backup_create, backup_in_place_finish,
    backup_in_place_note, backup_in_place_open, backup_list, backup_put_in_place, backup_restore,
    backup_restore_beside, former_records, left_beside_remove, restored_leftovers,
};
pub use copies::{
    CopiesHeld, CopyBeyond, CopyCard, CopyConcern, CopyPlaceShown, CopyRow, CopySafety,
    ToldConcern, copies_held, copies_in, copies_release, copies_safety, copy_card, is_copy,
    plain_copy_remove,
};
pub use copying::{
    CopyPlace, CopyPlan, CopyRhythm, Rehearsed, Tended, backup_rehearse, copies_tend,
    copy_before_migration, copy_is_due, copy_make,
};
pub use journal::{
    DifferingRow, DocumentsMended, JournalQuery, JournalRow, JournalVerification, Verification,
    WrittenColumn, documents_mend, documents_verify, journal_page, journal_verify, written_columns,
};
pub use keyring::{admit_by_keyring, keyring_enclose, keyring_forget, keyring_id, keyring_prepare};
pub use password::{
    CopyPassword, PasswordAdvice, PasswordDeed, PasswordTry, copy_password, is_locked,
    is_plain_beside, is_too_short, lock, password_change, password_check, password_deed_note,
    plain_beside, recovery_key_change, recovery_key_prepare, recovery_key_renew, recovery_sheet,
    unlock,
};
pub use trash::{TrashContents, TrashedDocument, trash_contents, trash_empty};
