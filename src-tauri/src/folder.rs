//! A folder that an office may be kept in.

use crate::tokens::Tokens;
use crate::wire::ChosenFolder;
use std::fs;
use std::path::{Path, PathBuf};

/// Looks at a folder the person chose. One that holds other things is not
/// littered: the office gets a folder of its own in it.
pub fn look_at(chosen: &Path, tokens: &Tokens) -> ChosenFolder {
    let folder = if office::is_office(chosen) || is_empty(chosen) {
        chosen.to_path_buf()
    } else {
        chosen.join("Ответ")
    };
    ChosenFolder {
        token: tokens.hand_out_folder(&folder),
        display: folder.display().to_string(),
        holds_office: office::is_office(&folder),
        network_share: office::is_network_share(chosen),
        writable: is_writable(&folder),
    }
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

/// Tries, for rights alone do not tell: a full or read-only disk has them too.
fn is_writable(folder: &Path) -> bool {
    let there: Option<PathBuf> = folder
        .ancestors()
        .find(|folder| folder.is_dir())
        .map(Path::to_path_buf);
    let Some(there) = there else { return false };
    let trial = there.join(format!(".otvet-{}", uuid::Uuid::new_v4().simple()));
    let written = fs::write(&trial, b"1").is_ok();
    let _ = fs::remove_file(&trial);
    written
}
