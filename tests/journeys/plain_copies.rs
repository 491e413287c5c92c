//! Copies that were made before the records had a password.

use acceptance::SampleOffice;
use acceptance::windowless::{Machine, Person, Start};
use commands::{Answer, Failure};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

const PASSWORD: &str = "сом пеньку не указ 41";
const TASK: &str = "0193a1a0-0000-7000-8000-000000000001";

fn try_ask(machine: &Machine, command: &str, input: Value) -> Result<Value, Failure> {
    let answer = machine.ask(command, &input, &|_| {}).expect("a command");
    answer.map(|answer| match answer {
        Answer::Json(answer) => serde_json::from_str(&answer).expect("JSON"),
        Answer::Bytes(_) => panic!("{command}: bytes"),
    })
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        match entry.path().is_dir() {
            true => found.extend(files(&entry.path())),
            false => found.push(entry.path()),
        }
    }
    found
}

/// Files below a folder that hold the word in plain text.
fn telling(folder: &Path, word: &str) -> usize {
    let tells = |path: &PathBuf| {
        let bytes = fs::read(path).expect("a file");
        bytes.windows(word.len()).any(|at| at == word.as_bytes())
    };
    files(folder).iter().filter(|path| tells(path)).count()
}

/// An office with a document that tells a word, and a copy of it without a password; gives the shelf.
fn with_a_plain_copy(machine: &Machine, word: &str) -> PathBuf {
    let ask = |command: &str, input: Value| {
        try_ask(machine, command, input).unwrap_or_else(|no| panic!("{command}: {no:?}"))
    };
    let note = machine.desktop().join("чек.txt");
    fs::write(&note, format!("{word} за чайник")).expect("a file");
    let shelf = machine.desktop().join("shelf");
    fs::create_dir(&shelf).expect("a shelf");
    machine.seat(Person {
        files: vec![note],
        folder: Some(shelf.clone()),
        ..Person::default()
    });
    let text = json!({ "text": "Прошу вернуть деньги за чайник." });
    let complaint = ask("text_read", text);
    let chosen = ask("files_choose", json!({ "purpose": "documents" }));
    let tokens = json!([chosen[0]["token"]]);
    ask(
        "complaint_add",
        json!({ "complaint": complaint, "tokens": tokens, "task": TASK }),
    );
    ask("copies_place_choose", Value::Null);
    ask("copy_make", json!({ "task": TASK }));
    shelf
}

#[test]
fn documents_that_stay_beside_a_copy_that_can_t_be_read_are_told_and_go_once_it_is_gone() {
    let machine = Machine::new(Start::Office, &SampleOffice::default());
    let word = "Тряпкоштан";
    let shelf = with_a_plain_copy(&machine, word);
    let ask = |command: &str, input: Value| {
        try_ask(&machine, command, input).unwrap_or_else(|no| panic!("{command}: {no:?}"))
    };
    let key = ask("password_prepare", json!({ "password": PASSWORD }));
    ask("password_set", key);
    ask("copy_make", json!({ "task": TASK }));
    let listed = ask("copies_shown", json!({ "folder": null }))["copies"].clone();
    let plain = json!({ "copy": listed[1]["copy"] });
    let database = files(&shelf)
        .into_iter()
        .find(|file| file.ends_with("office.sqlite"));
    let copies = database.and_then(|file| Some(file.parent()?.parent()?.to_owned()));
    let half = copies.expect("the copies").join("2020-01-01-101500");
    fs::create_dir(&half).expect("a folder");
    fs::write(half.join("office.sqlite"), "cut").expect("half a copy");

    let left = ask("plain_copy_remove", plain);
    let told = left["safety"]["concerns"].to_string();
    assert!(
        told.contains("not_thinned") && told.contains("2020-01-01-101500"),
        "{told}"
    );
    assert!(telling(&shelf, word) > 0);

    fs::remove_dir_all(&half).expect("removed");
    ask("copy_make", json!({ "task": TASK }));
    assert_eq!(telling(&shelf, word), 0);
}

#[test]
fn a_copy_without_a_password_goes_with_what_it_alone_needs_once_there_is_one_under_it() {
    let machine = Machine::new(Start::Office, &SampleOffice::default());
    let ask = |command: &str, input: Value| {
        try_ask(&machine, command, input).unwrap_or_else(|no| panic!("{command}: {no:?}"))
    };
    let word = "Тряпкоштан";
    let shelf = with_a_plain_copy(&machine, word);
    let listed = || ask("copies_shown", json!({ "folder": null }))["copies"].clone();
    let plain = json!({ "copy": listed()[0]["copy"] });
    let refused = |input: &Value| {
        let refused = try_ask(&machine, "plain_copy_remove", input.clone());
        refused.expect_err("refused").code
    };
    assert_eq!(refused(&plain), "no_password");

    let key = ask("password_prepare", json!({ "password": PASSWORD }));
    ask("password_set", key);
    assert_eq!(refused(&plain), "only_copy");
    ask("copy_make", json!({ "task": TASK }));
    let locked = listed();
    assert_eq!(
        (&locked[0]["locked"], &locked[1]["locked"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(
        refused(&json!({ "copy": locked[0]["copy"] })),
        "not_a_backup"
    );
    assert!(telling(&shelf, word) > 0);

    let left = ask("plain_copy_remove", plain);
    assert_eq!(left["copies"].as_array().expect("copies").len(), 1);
    assert_eq!(telling(&shelf, word), 0);
    // The one that stays can be restored.
    let copy = left["copies"][0]["copy"].clone();
    let tried = ask("copy_rehearse", json!({ "copy": copy, "task": TASK }));
    assert_eq!(tried["good"], true);
}
