//! There is one way to write records, and the list of what else touches the
//! database is short.

use std::fs;
use std::path::{Path, PathBuf};

fn sources() -> Vec<(String, String)> {
    fn walk(dir: &Path, out: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, out);
            } else if path.extension().is_some_and(|end| end == "rs") {
                out.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    walk(&root, &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let own = text.split("#[cfg(test)]").next().unwrap_or_default();
            let name = path.strip_prefix(&root).unwrap().display().to_string();
            (name.replace('\\', "/"), own.to_owned())
        })
        .collect()
}

/// The files that hold one of these words.
fn naming(words: &[&str]) -> Vec<String> {
    sources()
        .into_iter()
        .filter(|(_, text)| words.iter().any(|word| text.contains(word)))
        .map(|(name, _)| name)
        .collect()
}

#[test]
fn only_the_change_and_what_is_no_record_takes_the_connection_that_writes() {
    assert_eq!(
        naming(&[".writer()"]),
        [
            // Takes away what an erasure left beside the records: files, free pages, the log.
            "erasure/traces.rs",
            // The change itself.
            "journal/transact.rs",
            // Lists and the index of words, which follow from the records.
            "list/derived.rs",
            // Many complaints at once, each with its own row of the journal.
            "workbench/bulk.rs",
        ]
    );
    assert_eq!(
        naming(&["TransactionBehavior::Immediate"]),
        [
            // Brings records of an older program up to date, after a copy.
            "database/migration.rs",
            // Writes nothing: holds others off while pages are brought in and summed up.
            "database/page_sums.rs",
            // Holds others off while files go that no record names.
            "erasure/traces.rs",
            "journal/transact.rs",
            "list/derived.rs",
            "workbench/bulk.rs",
        ]
    );
    // Drafts and the place of the sweep are no records and lie in a file of
    // their own.
    assert_eq!(
        naming(&[".draft_store()"]),
        ["document/sweep.rs", "draft/typed.rs"]
    );
    assert_eq!(naming(&["OPEN_READ_WRITE"]), ["database/connection.rs"]);
}

#[test]
fn what_takes_an_actor_is_a_change() {
    let mut taking = Vec::new();
    for (name, text) in sources() {
        let mut rest = text.as_str();
        while let Some(at) = rest.find("pub fn ") {
            rest = &rest[at + "pub fn ".len()..];
            let signature = rest.split('{').next().unwrap_or_default();
            if signature.contains("by: &By") {
                let called = signature.split(['(', '<']).next().unwrap_or_default();
                taking.push(format!("{name} {called}"));
            }
        }
    }
    assert_eq!(
        taking,
        [
            // Stores the content first, as every use case does, and tells of it by one change.
            "document/mend.rs content_mend",
            // One change, and what it leaves beside the records.
            "erasure/cases.rs erase",
            // The one change that is made though rows are lost.
            "journal/loss.rs loss_accept",
            "journal/transact.rs transact",
            "journal/undo.rs undo",
            "journal/undo.rs undo_in_case",
            "opening.rs create",
            "trash/empty.rs trash_empty",
            "trash/empty.rs trash_empty_as_seen",
            "workbench/bulk.rs bulk_add",
        ],
        "whoever changes records makes one change by `transact`, \
         and steps of it are methods of the change"
    );
}
