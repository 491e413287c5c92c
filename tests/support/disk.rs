//! A disk of a test's own, which can be made full or unwritable: a file system in memory, in a namespace of mounts
//! that a second run of the test has to itself.
#![cfg(target_os = "linux")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// Names the empty folder to the process that has the disk.
const FOLDER: &str = "OTVET_TEST_DISK";

pub struct Disk(PathBuf);

impl Disk {
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Makes it larger or smaller while it is in use.
    pub fn resize(&self, kibibytes: u64) {
        self.remount(&format!("size={kibibytes}k"));
    }

    /// From now on nothing can be written to it.
    pub fn read_only(&self) {
        self.remount("ro");
    }

    fn remount(&self, how: &str) {
        self.mount(&["-o", &format!("remount,{how}")]);
    }

    fn mount(&self, words: &[&str]) {
        let done = Command::new("mount").args(words).arg(&self.0).output();
        let done = done.expect("mount");
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "mount {words:?}: {said}");
    }
}

/// Runs a test on a disk of so many kibibytes: it is started again by its full name, and `run` is called in that
/// process alone. The variables of `there` name the disk to it too. Where the system lets nobody do so, it is
/// skipped.
pub fn on_own_disk(test: &str, kibibytes: u64, there: &[&str], run: impl FnOnce(&Disk)) {
    if let Ok(folder) = std::env::var(FOLDER) {
        let disk = Disk(folder.into());
        let size = format!("size={kibibytes}k,mode=700");
        disk.mount(&["-t", "tmpfs", "-o", &size, "otvet-test"]);
        run(&disk);
        return;
    }
    let namespace = Command::new("unshare").args(["-rm", "true"]).status();
    if !namespace.is_ok_and(|ended| ended.success()) {
        prerequisites::skip("this system lets nobody make a disk to fill");
        return;
    }
    let root = tempfile::tempdir().expect("a folder");
    let ran = Command::new("unshare")
        .arg("-rm")
        .arg(std::env::current_exe().expect("this program"))
        .args(["--exact", test, "--nocapture"])
        .env(FOLDER, root.path())
        .envs(there.iter().map(|name| (name, root.path())))
        .output()
        .expect("a process");
    let said = String::from_utf8_lossy(&ran.stderr);
    let told = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{told}{said}");
}
