//! An installation without the drawing program.

use drawing::{Drawable, DrawingError};
use std::fs;
use std::process::Command;

/// Says to the program of tests that it is the copy.
const ALONE: &str = "OTVET_TEST_ALONE";

#[test]
fn where_the_drawing_program_is_missing_that_and_the_cure_is_said() {
    if std::env::var_os(ALONE).is_some() {
        return alone();
    }
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("alone");
    fs::copy(std::env::current_exe().expect("this program"), &copy).expect("copied");
    let name = std::thread::current().name().expect("a test").to_owned();
    let ran = Command::new(&copy)
        .args(["--exact", &name])
        .env(ALONE, "1")
        .output()
        .expect("the copy runs");
    let told = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success() && told.contains("1 passed"), "{told}");
}

fn alone() {
    let here = std::env::current_exe().expect("this program");
    let error = Drawable::open(crate::papers::sound())
        .err()
        .expect("nothing draws");
    let DrawingError::NoProgram(program) = &error else {
        panic!("{error}");
    };
    assert_eq!(program.parent(), here.parent());
    let words = error.to_string();
    assert!(words.contains("install the program anew"), "{words}");
    assert!(words.contains("--package otvet-pages"), "{words}");
}
