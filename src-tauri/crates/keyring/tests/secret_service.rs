//! Against GNOME Keyring on a session's bus of its own, and on one that nobody keeps secrets on.
#![cfg(target_os = "linux")]

use keyring::{KeyringError, keep, read, remove};
use std::env;
use std::process::Command;
use zeroize::Zeroizing;

/// Says to the program of tests which bus it runs on.
const BUS: &str = "OTVET_TEST_BUS";

/// Runs the test that asks once more on a bus of its own, after what the shell's words start there; nothing where it
/// runs on such a bus already.
fn on_a_bus(start: &str) -> bool {
    if env::var_os(BUS).is_some() {
        return true;
    }
    for program in ["dbus-run-session", "gnome-keyring-daemon"] {
        if !Command::new(program)
            .arg("--version")
            .output()
            .is_ok_and(|told| told.status.success())
        {
            prerequisites::skip(&format!("there is no {program}"));
            return false;
        }
    }
    let home = tempfile::tempdir().expect("a folder");
    let name = std::thread::current().name().expect("a test").to_owned();
    let ran = Command::new("dbus-run-session")
        .args([
            "--",
            "sh",
            "-c",
            &format!("{start} exec \"$0\" --exact \"$1\""),
        ])
        .arg(env::current_exe().expect("this program"))
        .arg(&name)
        .env(BUS, "its own")
        .env("HOME", home.path())
        .env("XDG_DATA_HOME", home.path())
        .env("XDG_RUNTIME_DIR", home.path())
        .env_remove("DISPLAY")
        .output()
        .expect("it runs");
    let told = String::from_utf8_lossy(&ran.stdout);
    let errors = String::from_utf8_lossy(&ran.stderr);
    assert!(
        ran.status.success() && told.contains("1 passed"),
        "{told}{errors}"
    );
    false
}

#[test]
fn a_secret_is_kept_found_again_replaced_and_removed() {
    let open = "printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null;";
    if !on_a_bus(open) {
        return;
    }
    let [first, second] = ["Бг4+/=", "another"].map(|text| Zeroizing::new(text.to_owned()));
    assert_eq!(read("one"), Ok(None));
    assert_eq!(remove("one"), Ok(()));
    keep("one", "Ответ", &first).expect("kept");
    keep("two", "Ответ", &second).expect("kept");
    assert_eq!(read("one"), Ok(Some(first)));
    keep("one", "Ответ", &second).expect("replaced");
    assert_eq!(read("one"), Ok(Some(second.clone())));
    remove("one").expect("removed");
    assert_eq!(read("one"), Ok(None));
    assert_eq!(read("two"), Ok(Some(second)));
}

#[test]
fn where_nobody_keeps_secrets_that_is_said() {
    // No program is started for what is asked on this bus.
    let none = "export DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere;";
    if !on_a_bus(none) {
        return;
    }
    let secret = Zeroizing::new("secret".to_owned());
    for tried in [
        keep("one", "Ответ", &secret),
        read("one").map(|_| ()),
        remove("one"),
    ] {
        let missing = tried.expect_err("nobody");
        assert!(matches!(missing, KeyringError::Missing(_)), "{missing}");
    }
}
