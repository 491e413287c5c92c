//! What some tests need and not every machine has: the oracles and samples
//! beside the checkout, programs of the system, an account with limits. A test
//! that lacks it says so here and passes; `cargo xtask test` counts it as skipped.

use std::collections::BTreeSet;
use std::io::Write;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// A file or folder of `shared`, which may lie beside the checkout; where there
/// is none, the running test is [skipped](skip).
pub fn shared(name: &str) -> Option<PathBuf> {
    // Where cargo runs the test, for two checkouts may share their built files.
    let package =
        std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let found = Path::new(&package)
        .ancestors()
        .map(|folder| folder.join("shared").join(name))
        .find(|path| path.exists());
    if found.is_none() {
        skip(&format!("there is no shared/{name} beside the checkout"));
    }
    found
}

/// Says on standard output, once, what the running test lacks and therefore
/// leaves out: `SKIPPED package::test: what`. The line comes through although
/// cargo keeps back what a passing test prints.
pub fn skip(lacking: &str) {
    static SAID: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let package = std::env::var("CARGO_PKG_NAME").unwrap_or_default();
    let current = thread::current();
    let test = current.name().unwrap_or_default();
    // The list of tests may stand in the middle of a line.
    let line = format!("\nSKIPPED {package}::{test}: {lacking}\n");
    let mut said = SAID.lock().unwrap_or_else(PoisonError::into_inner);
    if said.insert(line.clone()) {
        // Not `println`, which is what cargo keeps back.
        let _ = std::io::stdout().write_all(line.as_bytes());
    }
}

/// The command as an account runs it that may not write where the permissions
/// forbid it: root gives up the privilege to pass over them. Where that can't be
/// had, the running test is [skipped](skip). Only program and arguments are kept.
pub fn bound_by_permissions(command: Command) -> Option<Command> {
    let is_root = std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0);
    if !is_root {
        return Some(command);
    }
    let privileges = "--bounding-set=-dac_override,-dac_read_search";
    let tried = Command::new("setpriv").args([privileges, "true"]).status();
    if !tried.is_ok_and(|status| status.success()) {
        skip("this user may write everywhere, and setpriv can't take that away");
        return None;
    }
    let mut bound = Command::new("setpriv");
    bound.arg(privileges).arg(command.get_program());
    bound.args(command.get_args());
    Some(bound)
}

#[cfg(test)]
mod tests {
    use super::shared;
    use std::process::Command;

    #[test]
    fn a_skipped_test_is_told_of_though_it_passes() {
        const CHILD: &str = "OTVET_TEST_IS_SKIPPED";
        if std::env::var_os(CHILD).is_some() {
            assert_eq!(shared("no such thing"), None);
            assert_eq!(shared("no such thing"), None);
            return;
        }
        let own = "tests::a_skipped_test_is_told_of_though_it_passes";
        for threads in ["2", "1"] {
            let ran = Command::new(std::env::current_exe().unwrap())
                .args(["--exact", own, "--test-threads", threads])
                .env(CHILD, "1")
                .output()
                .unwrap();
            let said = String::from_utf8(ran.stdout).unwrap();
            assert!(ran.status.success() && said.contains("1 passed"), "{said}");
            let told: Vec<&str> = said.lines().filter(|l| l.starts_with("SKIPPED")).collect();
            let lacking = "there is no shared/no such thing beside the checkout";
            let package = env!("CARGO_PKG_NAME");
            assert_eq!(told, [format!("SKIPPED {package}::{own}: {lacking}")]);
        }
    }
}
