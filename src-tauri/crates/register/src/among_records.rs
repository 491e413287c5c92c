//! Where nothing from outside may be written: among the files of an office, or of its backups.

use crate::backup::shelf;
use crate::backup::store::{CONTENTS, MANIFEST, VERIFIED};
use crate::own_files::{BACKUPS, DOCUMENTS, own_files};
use crate::register::DATABASE;
use crate::store::scratch::SCRATCH;
use std::fs;
use std::io;
use std::path::Path;

/// Whether a file written there would take the place of a file of an office or of its backups, or lie
/// in a folder that holds nothing else. Another file beside the records is no concern of theirs.
///
/// # Errors
/// Those of reading its folder, which has to be there.
pub fn is_among_records(file: &Path) -> io::Result<bool> {
    // A link is looked at where it leads.
    let file = match fs::canonicalize(file) {
        Ok(there) => there,
        Err(_) => {
            let folder = file.parent().filter(|f| !f.as_os_str().is_empty());
            let folder = fs::canonicalize(folder.unwrap_or(Path::new(".")))?;
            folder.join(file.file_name().unwrap_or_default())
        }
    };
    Ok(file
        .ancestors()
        .skip(1)
        .any(|above| takes_place(above, &file)))
}

/// Whether the file takes a place that belongs to what the folder is, if it is an office or a shelf.
fn takes_place(above: &Path, file: &Path) -> bool {
    let Some(name) = file
        .strip_prefix(above)
        .ok()
        .and_then(|below| below.iter().next())
    else {
        return false;
    };
    // Some systems take names that differ by case for one.
    let is = |own: &str| name.to_string_lossy().to_lowercase() == own;
    if above.join(DATABASE).exists() {
        let mut files = own_files(above);
        files.extend([MANIFEST, CONTENTS, VERIFIED].map(|name| above.join(name)));
        let own = |own: &Path| {
            own.file_name()
                .is_some_and(|own| is(&own.to_string_lossy()))
        };
        return [DOCUMENTS, BACKUPS, SCRATCH].into_iter().any(is) || files.iter().any(|f| own(f));
    }
    let of_shelf = [shelf::SHELF_FILE, shelf::LOCK, shelf::DOCUMENTS];
    above.join(shelf::SHELF_FILE).exists() && of_shelf.into_iter().any(is)
}

#[cfg(test)]
mod tests {
    use super::is_among_records;
    use std::fs;

    #[test]
    fn what_would_take_the_place_of_records_is_told_from_what_lies_beside_them() {
        let root = tempfile::tempdir().unwrap();
        let at = |name: &str| root.path().join(name);
        for folder in [
            "office/documents/ab",
            "shelf/2026-11-30-120000",
            "shelf/documents",
            "shelf/own",
        ] {
            fs::create_dir_all(at(folder)).unwrap();
        }
        for file in [
            "office/office.sqlite",
            "shelf/shelf.json",
            "shelf/2026-11-30-120000/office.sqlite",
        ] {
            fs::write(at(file), "").unwrap();
        }
        for taken in [
            "office/office.sqlite",
            "office/Office.SQLite-wal",
            "office/journal.head",
            "office/documents/ab/letter.pdf",
            "office/documents",
            "shelf/shelf.json",
            "shelf/documents/letter.pdf",
            "shelf/2026-11-30-120000/manifest.json",
        ] {
            assert!(is_among_records(&at(taken)).unwrap(), "{taken}");
        }
        for free in [
            "letter.pdf",
            "office/letter.pdf",
            "shelf/own/letter.pdf",
            "office.sqlite",
        ] {
            assert!(!is_among_records(&at(free)).unwrap(), "{free}");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(at("office/office.sqlite"), at("link.pdf")).unwrap();
            assert!(is_among_records(&at("link.pdf")).unwrap());
        }
        assert!(is_among_records(&at("nowhere/letter.pdf")).is_err());
    }
}
