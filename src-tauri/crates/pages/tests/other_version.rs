//! A drawing program that was put in place of the former one while the office runs.
#![cfg(unix)]

use crate::papers::sound;
use drawing::protocol::{OTHER_VERSION, VERSION};
use drawing::{Drawable, DrawingError};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

/// Says to the program of tests that it is the copy with another drawing program beside it.
const BESIDE_ANOTHER: &str = "OTVET_TEST_BESIDE_ANOTHER";

#[test]
fn it_ends_with_a_word_of_its_own_when_it_is_started_by_another_version() {
    let other = (VERSION + 1).to_string();
    for words in [
        &[&*other, "2147483648", "20"][..],
        &["2147483648", "20"],
        &[],
    ] {
        let mut process = Command::new(env!("CARGO_BIN_EXE_otvet-pages"));
        process.args(words).stdin(Stdio::piped());
        let ended = process.output().expect("it runs").status.code();
        assert_eq!(ended, Some(OTHER_VERSION.into()), "{words:?}");
    }
}

#[test]
fn another_version_beside_the_running_program_is_said_with_the_cure() {
    if std::env::var_os(BESIDE_ANOTHER).is_some() {
        return beside_another();
    }
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("running");
    fs::copy(std::env::current_exe().expect("this program"), &copy).expect("copied");
    // The program of another version: it knows the words it is started with by one number more.
    let another = folder.path().join("otvet-pages");
    let program = env!("CARGO_BIN_EXE_otvet-pages");
    let script = format!("#!/bin/sh\nexec {program} $(($1 + 1)) $2 $3\n");
    fs::write(&another, script).expect("written");
    fs::set_permissions(&another, fs::Permissions::from_mode(0o700)).expect("a program");
    let name = std::thread::current().name().expect("a test").to_owned();
    let ran = Command::new(&copy)
        .args(["--exact", &name])
        .env(BESIDE_ANOTHER, "1")
        .output()
        .expect("the copy runs");
    let told = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success() && told.contains("1 passed"), "{told}");
}

fn beside_another() {
    let error = Drawable::open(sound()).err().expect("nothing draws");
    assert!(matches!(error, DrawingError::OtherVersion(_)), "{error}");
    assert!(error.to_string().contains("start it anew"), "{error}");
}
