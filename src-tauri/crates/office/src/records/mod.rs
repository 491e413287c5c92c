//! The records as records: journal and backups.

pub(crate) mod backup;
pub(crate) mod journal;
pub(crate) mod trash;
pub(crate) mod undo;

pub use backup::{
    BackupMade, BackupRestored, LostDocument, backup_create, backup_list, backup_restore,
};
pub use journal::{
    JournalQuery, JournalRow, Verification, documents_verify, journal_page, journal_verify,
};
pub use trash::{TrashContents, trash_contents, trash_empty};
