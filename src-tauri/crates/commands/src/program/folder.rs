//! A folder that an office may be kept in.

use super::tokens::Tokens;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};
use ts_rs::TS;
use uuid::Uuid;

/// A folder chosen in the system's dialog.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChosenFolder {
    /// Names it in [`OfficeCreate`] and [`OfficeOpen`].
    pub token: Uuid,
    /// The path, for showing only.
    pub display: String,
    /// Whether an office is kept there already, to be opened rather than made.
    pub holds_office: bool,
    /// Whether it lies on a network share, where a database breaks.
    pub network_share: bool,
    /// Whether anything can be written there.
    pub writable: bool,
}

/// Looks at a folder the person chose. One that holds other things is not
/// littered: the office gets a folder of its own in it, called `own`.
pub fn look_at(chosen: &Path, own: &str, tokens: &Tokens) -> ChosenFolder {
    let folder = if holds_office(chosen) || is_empty(chosen) {
        chosen.to_path_buf()
    } else {
        chosen.join(own)
    };
    ChosenFolder {
        token: tokens.hand_out_folder(&folder),
        display: folder.display().to_string(),
        holds_office: holds_office(&folder),
        network_share: is_network_share(chosen),
        writable: is_writable(&folder),
    }
}

/// The register's database says it; opening the office would already change it.
pub(super) fn holds_office(folder: &Path) -> bool {
    folder.join("office.sqlite").is_file()
}

/// Told from the mount table, before anything is kept there; the register tells it again of what it opens.
fn is_network_share(folder: &Path) -> bool {
    const SHARES: &[&str] = &[
        "nfs",
        "cifs",
        "smb",
        "9p",
        "davfs",
        "ceph",
        "glusterfs",
        "fuse.sshfs",
        "fuse.rclone",
    ];
    let mounts = fs::read_to_string("/proc/mounts").unwrap_or_default();
    let Ok(folder) = folder.canonicalize() else {
        return false;
    };
    let innermost = mounts
        .lines()
        .filter_map(|line| {
            let mut fields = line.split(' ');
            let point = fields.nth(1)?.replace("\\040", " ");
            Some((point, fields.next()?))
        })
        .filter(|(point, _)| folder.starts_with(point))
        .max_by_key(|(point, _)| point.len());
    innermost.is_some_and(|(_, kind)| SHARES.iter().any(|share| kind.starts_with(share)))
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
    let trial = there.join(format!(".otvet-{}", Uuid::now_v7().simple()));
    let written = fs::write(&trial, b"1").is_ok();
    let _ = fs::remove_file(&trial);
    written
}

#[cfg(test)]
mod tests {
    use super::look_at;
    use crate::program::tokens::Tokens;
    use std::fs;

    #[test]
    fn an_office_gets_a_folder_of_its_own_among_other_things() {
        let root = tempfile::tempdir().expect("a folder");
        let tokens = Tokens::default();
        let empty = look_at(root.path(), "Ответ", &tokens);
        assert_eq!(tokens.folder(empty.token).as_deref(), Some(root.path()));
        assert!(empty.writable && !empty.holds_office && !empty.network_share);
        assert_eq!(
            fs::read_dir(root.path()).expect("the folder").count(),
            0,
            "looking leaves nothing behind"
        );

        fs::write(root.path().join("отпуск.jpg"), "1").expect("a file");
        let among = look_at(root.path(), "Ответ", &tokens);
        assert_eq!(tokens.folder(among.token), Some(root.path().join("Ответ")));
        assert!(among.writable && !among.holds_office);

        fs::create_dir(root.path().join("Ответ")).expect("a folder");
        fs::write(root.path().join("Ответ/office.sqlite"), "").expect("a file");
        assert!(
            look_at(root.path(), "Ответ", &tokens).holds_office,
            "the office made there before is found again"
        );
    }
}
