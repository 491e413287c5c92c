//! The commands that another program does: it gets every word, and what it
//! answers is the answer.

use crate::terminal::fed;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A copy of the program in a folder of the test's own.
fn copied(folder: &Path) -> PathBuf {
    let program = folder.join("otvet-cli");
    fs::copy(env!("CARGO_BIN_EXE_otvet-cli"), &program).unwrap();
    program
}

fn output_of(program: &Path, words: &[&str]) -> Output {
    Command::new(program).args(words).output().unwrap()
}

const WAYS: &[&[&str]] = &[
    &["seed", "--complaints", "5", "--office", "/somewhere"],
    &[
        "--office",
        "/somewhere",
        "--human",
        "bench",
        "letters",
        "--json",
    ],
    &[
        "letter", "set", "--text", "-", "--out", "x.pdf", "--width", "-5",
    ],
    &["seed", "--help"],
    &["bench", "--no-such", "--", "-x"],
];

#[cfg(unix)]
#[test]
fn every_word_is_handed_on_and_the_answer_handed_back() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let program = copied(folder.path());
    let other = folder.path().join("otvet-workbench");
    fs::write(
        &other,
        "#!/bin/sh\nprintf '%s\\n' \"$@\"\nhead -c 3 >&2\nexit 7\n",
    )
    .unwrap();
    fs::set_permissions(&other, fs::Permissions::from_mode(0o755)).unwrap();
    for words in WAYS {
        let mut command = Command::new(&program);
        command.args(*words);
        let output = fed(command, "abcdef");
        assert_eq!(output.status.code(), Some(7), "{words:?}: {output:?}");
        let heard = String::from_utf8(output.stdout).unwrap();
        assert_eq!(heard.lines().collect::<Vec<_>>(), *words);
        assert_eq!(output.stderr, b"abc");
    }
}

#[test]
fn where_the_other_program_is_not_built_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let program = copied(folder.path());
    for words in WAYS {
        let output = output_of(&program, words);
        assert_eq!(output.status.code(), Some(1), "{words:?}: {output:?}");
        assert!(output.stdout.is_empty());
        let error: Value = serde_json::from_slice(&output.stderr).unwrap();
        assert_eq!(error["error"]["code"], json!("no_workbench"));
        let detail = error["error"]["detail"].as_str().unwrap();
        assert!(detail.contains("--package workbench"), "{detail}");
        assert!(detail.contains(&folder.path().display().to_string()));
    }
}

#[test]
fn what_comes_before_the_command_is_read_first() {
    let folder = tempfile::tempdir().unwrap();
    let output = output_of(&copied(folder.path()), &["--now", "вчера", "seed"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
}
