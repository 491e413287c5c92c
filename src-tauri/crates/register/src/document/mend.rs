//! Damaged content put right from a backup.

use crate::cipher::way_in::cipher_of;
use crate::document::verify::DamagedContent;
use crate::error::Result;
use crate::journal::op::{By, Op, Precondition};
use crate::register::Register;
use crate::store::content::Store;
use serde_json::json;
use std::ops::ControlFlow;

impl Register {
    /// Puts content that is missing or altered right from the newest backup that holds it whole; gives what is whole
    /// again. Each piece is read through in the backup and again on the way. It is one change, which the histories of
    /// the complaints that name the content tell of.
    ///
    /// # Errors
    /// Those of reading the list of backups and of writing the journal.
    pub fn content_mend(&self, by: &By, damaged: &[DamagedContent]) -> Result<Vec<DamagedContent>> {
        let mut mended = Vec::new();
        for one in damaged {
            let Some(backup) = self.backup_with(&one.sha256)? else {
                continue;
            };
            let Some(shelf) = backup.dir.parent() else {
                continue;
            };
            let cipher = cipher_of(&backup.dir);
            let from = cipher
                .and_then(|cipher| Store::at(&shelf.join("documents"), &cipher).read(&one.sha256));
            let go = |_| ControlFlow::Continue(());
            let stored = from.and_then(|from| self.document_store(from, &go));
            // What can't be brought now stays damaged; what was is told all the same.
            if stored.is_ok_and(|stored| stored.sha256 == one.sha256) {
                mended.push(one.clone());
            }
        }
        if !mended.is_empty() {
            let hashes: Vec<&str> = mended.iter().map(|one| one.sha256.as_str()).collect();
            self.transact(by, Op::DocumentsMend, |change| {
                for used in mended.iter().flat_map(|one| &one.used_by) {
                    change.on(used.complaint, Precondition::Any)?;
                }
                change.detail(Op::DocumentsMend, json!({ "sha256": hashes }));
                Ok::<_, crate::error::RegisterError>(())
            })?;
        }
        Ok(mended)
    }
}
