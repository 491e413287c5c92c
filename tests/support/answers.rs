//! What a person would do outside the web page: answers to native dialogs, files dropped on the window.

use serde_json::{Value, json};
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The file of answers that `otvet-stand-in` reads, and
/// the file beside it in which it writes what it asked and what it opened.
pub struct Answers {
    file: PathBuf,
}

/// One thing the program asked of the world outside.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked(pub Value);

impl Asked {
    /// Which thing: `open_files`, `choose_folder`, `save_file`, `opened`, …
    pub fn what(&self) -> &str {
        self.0["asked"].as_str().unwrap_or_default()
    }

    /// The path it was about, if it was about one.
    pub fn path(&self) -> Option<PathBuf> {
        self.0["path"].as_str().map(PathBuf::from)
    }
}

impl Answers {
    /// Answers kept in this file.
    pub fn in_file(file: PathBuf) -> Self {
        Self { file }
    }

    /// The file, for the program's environment.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The next dialog to choose files gets these; none at all is Cancel.
    pub fn files(&self, paths: &[PathBuf]) {
        self.append(&json!({ "dialog": "open_files", "paths": paths }));
    }

    /// The next dialog to choose a folder gets this one.
    pub fn folder(&self, path: Option<&Path>) {
        self.append(&json!({ "dialog": "choose_folder", "path": path }));
    }

    /// The next dialog to save a file gets this path.
    pub fn save_as(&self, path: Option<&Path>) {
        self.append(&json!({ "dialog": "save_file", "path": path }));
    }

    /// Drops these files on the window now.
    pub fn drop_files(&self, paths: &[PathBuf]) {
        self.append(&json!({ "dialog": "drop", "paths": paths }));
    }

    /// Asks the window to close, as the button of its frame does.
    pub fn close_window(&self) {
        self.append(&json!({ "dialog": "close" }));
    }

    /// All that the program asked so far, oldest first.
    pub fn asked(&self) -> Vec<Asked> {
        let text = std::fs::read_to_string(self.file.with_extension("asked")).unwrap_or_default();
        text.lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .map(Asked)
            .collect()
    }

    fn append(&self, answer: &Value) {
        let mut file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&self.file)
            .expect("the file of answers");
        // One write, so that the program never reads half a line.
        file.write_all(format!("{answer}\n").as_bytes())
            .expect("an answer");
    }
}
