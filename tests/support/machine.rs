//! The folders a test sees: a home of its own, and the checkout.

use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A home of its own for one run of the program, gone when dropped.
pub struct Machine {
    root: TempDir,
}

/// The folders a desktop keeps apart, as environment variable and name beneath the home.
const FOLDERS: &[(&str, &str)] = &[
    ("HOME", "home"),
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_DATA_HOME", "data"),
    ("XDG_CACHE_HOME", "cache"),
    ("XDG_STATE_HOME", "state"),
    ("XDG_RUNTIME_DIR", "runtime"),
    ("XDG_DOCUMENTS_DIR", "home/Documents"),
];

impl Machine {
    /// An empty home.
    ///
    /// # Panics
    /// When the temporary folder can't be written.
    pub fn new() -> Self {
        use std::os::unix::fs::PermissionsExt;
        let root = tempfile::Builder::new()
            .prefix("otvet-")
            .tempdir()
            .expect("a temporary folder");
        for (_, name) in FOLDERS {
            std::fs::create_dir_all(root.path().join(name)).expect("a folder beneath it");
        }
        let own_only = std::fs::Permissions::from_mode(0o700);
        std::fs::set_permissions(root.path().join("runtime"), own_only)
            .expect("rights of the runtime folder");
        Self { root }
    }

    /// A path beneath the machine's root.
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    /// A file with this content, for a dialog or a drop to hand over.
    ///
    /// # Panics
    /// When the temporary folder can't be written.
    pub fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.path("home").join(name);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).expect("the folder of a test file");
        }
        std::fs::write(&path, content).expect("a test file");
        path
    }

    /// The environment that makes a program see this home and nothing of the tester's own.
    pub fn environment(&self) -> Vec<(&'static str, PathBuf)> {
        FOLDERS
            .iter()
            .map(|(variable, name)| (*variable, self.path(name)))
            .collect()
    }
}

impl Default for Machine {
    fn default() -> Self {
        Self::new()
    }
}

pub fn top() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own)
}

/// Where what is built is put, and what tests leave to be looked at.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| top().join("target"), PathBuf::from)
}

/// Every file of a folder of the checkout that git would keep, as a path from the top.
pub fn own_files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    walk(&top().join(folder), &mut found);
    found.sort();
    found
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    const NOT_OURS: &[&str] = &["node_modules", "dist", "target", "gen", ".git"];
    for entry in folder.read_dir().into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() {
            if !NOT_OURS.iter().any(|other| name == *other) {
                walk(&path, found);
            }
        } else if let Ok(short) = path.strip_prefix(top()) {
            found.push(short.to_path_buf());
        }
    }
}
