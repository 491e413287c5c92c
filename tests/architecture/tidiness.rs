//! What a file may hold.

use acceptance::{own_files, top};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// Lines a file of ours may have.
const LONGEST: usize = 500;

/// Words that say that nobody knew what the thing was.
const EMPTY_NAMES: &[&str] = &["Manager", "Service", "Helper", "Util"];
const EMPTY_FILES: &[&str] = &["common", "misc", "util", "utils", "helper", "helpers"];

/// Rooms below the hosts.
const ROOMS: &[&str] = &[
    "complaint",
    "deadline",
    "russian",
    "drawing",
    "press",
    "docx",
    "letter",
    "spelling",
    "intake",
    "register",
    "office",
    "commands",
];

/// Ways to read the clock or the surroundings.
const SURROUNDINGS: &[&str] = &[
    "Utc::now",
    "Local::now",
    "SystemTime::now",
    "env::var",
    "env::args",
    "env::home_dir",
    "env::current_dir",
];

fn text(path: &Path) -> String {
    fs::read_to_string(top().join(path)).unwrap_or_default()
}

fn ends(path: &Path, endings: &[&str]) -> bool {
    path.extension()
        .and_then(OsStr::to_str)
        .is_some_and(|end| endings.contains(&end))
}

/// Files that we write by hand.
fn written() -> Vec<PathBuf> {
    let mut files = own_files("src-tauri");
    files.extend(own_files("ui/src"));
    files.extend(own_files("tests"));
    files.retain(|path| {
        ends(path, &["rs", "ts", "js", "svelte", "css"])
            && !path.starts_with("ui/src/backend/types")
    });
    assert!(
        files.len() > 50,
        "the walk over the tree found only {} files",
        files.len()
    );
    files
}

#[test]
fn no_file_is_too_long_to_be_read_in_one_go() {
    let long: Vec<String> = written()
        .iter()
        .map(|path| {
            let text = text(path);
            // The style sheet below a component is read on its own.
            let own = text.split("\n<style").next().unwrap_or_default();
            (path, own.lines().count())
        })
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(path, lines)| format!("{}: {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn no_name_is_an_empty_word() {
    let mut empty = Vec::new();
    for path in written() {
        let stem = path.file_stem().and_then(OsStr::to_str).unwrap_or_default();
        let stem = stem.split('.').next().unwrap_or(stem).to_lowercase();
        if EMPTY_FILES.contains(&stem.as_str()) && !ends(&path, &["css"]) {
            empty.push(path.display().to_string());
        }
        let text = text(&path);
        let words: Vec<&str> = text
            .split(|c: char| !(c.is_alphanumeric() || c == '_'))
            .collect();
        for pair in words.windows(2) {
            let declares = matches!(
                pair[0],
                "struct" | "enum" | "trait" | "class" | "interface" | "type"
            );
            if declares && EMPTY_NAMES.iter().any(|name| pair[1].contains(name)) {
                empty.push(format!("{} in {}", pair[1], path.display()));
            }
        }
    }
    assert!(empty.is_empty(), "{empty:#?}");
}

#[test]
fn no_room_below_the_hosts_reads_the_clock_or_its_surroundings() {
    let mut readers = Vec::new();
    for room in ROOMS {
        let files = own_files(&format!("src-tauri/crates/{room}/src"));
        assert!(
            !files.is_empty(),
            "{room} has no sources where they are looked for"
        );
        for path in files.iter().filter(|path| ends(path, &["rs"])) {
            let text = text(path);
            // A test may look around it; what stands before it is the room itself.
            let own = text.split("#[cfg(test)]").next().unwrap_or_default();
            for way in SURROUNDINGS {
                if own
                    .lines()
                    .any(|line| !line.trim_start().starts_with("//") && line.contains(way))
                {
                    readers.push(format!("{way} in {}", path.display()));
                }
            }
        }
    }
    assert!(readers.is_empty(), "{readers:#?}");
}

#[test]
fn one_file_of_the_pages_knows_the_window() {
    let knowing: Vec<PathBuf> = written()
        .into_iter()
        .filter(|path| path.starts_with("ui") && text(path).contains("@tauri-apps/"))
        .collect();
    assert_eq!(knowing, [PathBuf::from("ui/src/backend/tauri.ts")]);
}

#[test]
fn the_pages_have_no_office_of_their_own() {
    let mut answering = own_files("ui/src/backend");
    answering.retain(|path| !path.starts_with("ui/src/backend/types"));
    answering.sort();
    let known = ["backend.ts", "failure.ts", "index.ts", "tauri.ts"];
    assert_eq!(
        answering,
        known.map(|name| Path::new("ui/src/backend").join(name))
    );

    let mut made_up = written();
    made_up.retain(|path| {
        path.starts_with("ui/src")
            && !path.starts_with("ui/src/testing")
            && !path.to_string_lossy().contains(".test.")
            && text(path)
                .lines()
                .any(|line| line.contains("from '") && line.contains("/testing/"))
    });
    assert!(
        made_up.is_empty(),
        "only tests ask the office of the tests: {made_up:#?}"
    );
}

#[test]
fn strangers_words_are_never_markup() {
    const DOORS: &[&str] = &[
        "{@html",
        ".innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function(",
    ];
    let mut open = Vec::new();
    for path in written().iter().filter(|path| path.starts_with("ui")) {
        let text = text(path);
        open.extend(
            DOORS
                .iter()
                .filter(|door| text.contains(**door))
                .map(|door| format!("{door} in {}", path.display())),
        );
    }
    assert!(open.is_empty(), "{open:#?}");
}
