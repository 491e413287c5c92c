//! Conversions that are killed, in a process of their own: nothing is tidied up
//! behind them. The next opening finds the old office or the new one, whole.

use crate::locking::{admit, all_of, full_office, lock};
use crate::office::disk::{copy_all, files};
use register::*;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const PASSWORD: &str = "пароль";
const CONVERTS: &str = "OTVET_TEST_CONVERTS";
const AT: &str = "OTVET_TEST_ENDS_AT";

/// What the other process does; for who runs all tests, nothing.
#[test]
fn converts_and_ends_where_it_is_told() {
    let Some(dir) = std::env::var_os(CONVERTS) else {
        return;
    };
    let at: u64 = std::env::var(AT).unwrap().parse().unwrap();
    let steps = std::cell::Cell::new(0);
    let progress = |_: u64, _: u64| {
        if steps.replace(steps.get() + 1) == at {
            std::process::abort();
        }
        ControlFlow::Continue(())
    };
    let dir = Path::new(&dir);
    if Register::is_locked(dir).unwrap() {
        let way_in = WayIn::password(PASSWORD).unwrap();
        Register::unlock(dir, &way_in, &progress).unwrap();
    } else {
        let locking = Locking::weak(PASSWORD).unwrap();
        Register::lock(dir, &locking, &progress).unwrap();
    }
}

fn converting(dir: &Path, at: u64) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "killed::converts_and_ends_where_it_is_told"])
        .env(CONVERTS, dir)
        .env(AT, at.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn conversions_killed_a_hundred_times_leave_the_old_or_the_new_office() {
    let (folder, hashes) = full_office();
    let dir = folder.path();
    let plain = tempfile::tempdir().unwrap();
    copy_all(dir, plain.path());
    let whole = all_of(dir, &hashes);
    let sealed = tempfile::tempdir().unwrap();
    lock(dir, PASSWORD);
    copy_all(dir, sealed.path());

    let mut killed = 0;
    let mut found = [[0_u32; 2]; 2];
    for (way, begin) in [plain.path(), sealed.path()].into_iter().enumerate() {
        let fresh = || {
            for file in files(dir) {
                fs::remove_file(file).unwrap();
            }
            copy_all(begin, dir);
        };
        let mut look = |what: &str| {
            // What broke off is finished or undone by whoever comes next.
            let admitted = admit(dir, PASSWORD);
            let locked = Register::is_locked(dir).unwrap();
            assert_eq!(all_of(dir, &hashes), whole, "{what}");
            assert!(!dir.join(".otvet-converting").exists(), "{what}");
            found[way][usize::from(locked)] += 1;
            drop(admitted);
        };
        let mut lasts = Duration::ZERO;
        for step in 0.. {
            fresh();
            let begun = Instant::now();
            let ended = converting(dir, step).wait().unwrap();
            look(&format!("way {way}, step {step}"));
            if ended.success() {
                lasts = begun.elapsed();
                break;
            }
            killed += 1;
        }
        // A kill counts only where it came before the end; one that came too late is tried again, earlier.
        let mut landed = 0_u32;
        while landed < 40 {
            fresh();
            let mut child = converting(dir, u64::MAX);
            std::thread::sleep(lasts * landed / 40);
            child.kill().unwrap();
            if child.wait().unwrap().success() {
                lasts = lasts * 9 / 10;
            } else {
                landed += 1;
            }
            look(&format!("way {way}, after {landed} of 40"));
        }
        killed += landed;
    }
    assert!(killed >= 100, "{killed} were killed");
    for way in found {
        assert!(way[0] > 5 && way[1] > 5, "{found:?}");
    }
}
