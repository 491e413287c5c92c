//! The papers of a case put together and laid where the person says.

use crate::copies::steps;
use crate::failure::Refusal;
use crate::file::save;
use crate::host::Host;
use crate::program::{Program, Progress};
use crate::texts::texts;
use office::{BundleContent, BundleForm, BundleLine, BundleMake};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use ts_rs::TS;
use uuid::Uuid;

/// Asks for a bundle to be saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct BundleSave {
    #[serde(flatten)]
    pub make: BundleMake,
    /// An id of the caller's own, to stop the task by.
    pub task: Uuid,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BundleSaved {
    /// The file's or the folder's path, for showing only; none when the dialog was cancelled.
    pub saved: Option<String>,
    /// Each file of it, and each paper that is in none.
    pub lines: Vec<BundleLine>,
}

/// Makes the bundle, then asks where to and writes it there; who closes the dialog has written nothing.
pub fn save_bundle(
    program: &Program,
    host: &dyn Host,
    input: BundleSave,
    progress: &dyn Fn(Progress),
) -> Result<BundleSaved, Refusal> {
    let office = program.office(host)?;
    let texts = texts(program.language());
    let on = steps(program, input.task, progress);
    let bundle = office::bundle_make(&office, &program.by(host), &input.make, &on)?;
    let one = match (input.make.form, bundle.files.first()) {
        (BundleForm::OneFile, Some(file)) => Some(file),
        (
            BundleForm::OneFile
            | BundleForm::Folder
            | BundleForm::Court
            | BundleForm::RegisteredMail,
            _,
        ) => None,
    };
    let saved = match one.map(|file| (&file.path, &file.content)) {
        Some((name, BundleContent::Made(bytes))) => {
            let kind = ("PDF", ["pdf"].as_slice());
            save(host, texts.bundle_save, name, kind, bytes)?.saved
        }
        Some((_, BundleContent::Kept(_))) | None => match host.choose_folder(texts.bundle_folder) {
            None => None,
            Some(into) => {
                let folder = free(&into, &bundle.name);
                office::bundle_write(&office, &bundle, &folder)?;
                Some(folder.display().to_string())
            }
        },
    };
    Ok(BundleSaved {
        saved,
        lines: bundle.lines,
    })
}

/// A folder that is not there yet.
fn free(into: &Path, name: &str) -> PathBuf {
    let mut folder = into.join(name);
    let mut again = 1;
    while folder.symlink_metadata().is_ok() && again < 1_000 {
        again += 1;
        folder = into.join(format!("{name} ({again})"));
    }
    folder
}
