//! The account on the computer as a way into locked records.

use acceptance::SampleOffice;
use acceptance::windowless::{Machine, Start};
use commands::{Answer, Failure};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

const PASSWORD: &str = "сом пеньку не указ 41";
const ANOTHER: &str = "другие четыре слова в ряд";

struct Locked(Machine);

impl Locked {
    /// Records that are locked with [`PASSWORD`], and open.
    fn new() -> Self {
        let here = Self(Machine::new(Start::Office, &SampleOffice::default()));
        let key = here.ask("password_prepare", json!({ "password": PASSWORD }));
        here.ask("password_set", key);
        here
    }

    fn try_ask(&self, command: &str, input: &Value) -> Result<Value, Failure> {
        let answer = self.0.ask(command, input, &|_| {}).expect("a command");
        answer.map(|answer| match answer {
            Answer::Json(answer) => serde_json::from_str(&answer).expect("JSON"),
            Answer::Bytes(_) => panic!("{command}: bytes"),
        })
    }

    fn ask(&self, command: &str, input: Value) -> Value {
        self.try_ask(command, &input)
            .unwrap_or_else(|refused| panic!("{command}: {refused:?}"))
    }

    fn refused(&self, command: &str, input: Value) -> String {
        self.try_ask(command, &input).expect_err("refused").code
    }

    fn on(&self) {
        let state = self.ask("keyring_on", json!({ "password": PASSWORD }));
        assert_eq!(state["keyring"], true);
    }

    /// Shuts the records; what their screen is told.
    fn shut(&self) -> Value {
        self.ask("lock_now", Value::Null)
    }

    fn open_by_password(&self, password: &str) {
        let input = json!({ "password": password, "recovery_key": null });
        self.ask("office_unlock", input);
    }

    fn folder(&self) -> PathBuf {
        let state = self.ask("program_state", Value::Null);
        PathBuf::from(state["last_folder"].as_str().expect("a folder"))
    }

    fn kept(&self) -> Vec<String> {
        let keyring = self.0.keyring();
        keyring
            .iter()
            .flatten()
            .map(|(_, secret)| secret.clone())
            .collect()
    }

    /// What the journal tells, the newest first.
    fn told(&self) -> Vec<String> {
        let page = json!({ "complaint": null, "before": null, "limit": 20 });
        let rows = self.ask("journal_page", page);
        let ops = rows.as_array().expect("rows").iter();
        ops.map(|row| row["op"].as_str().expect("an op").to_owned())
            .collect()
    }
}

#[test]
fn the_account_opens_the_records_as_long_as_the_owner_wants_it() {
    let here = Locked::new();
    assert_eq!(here.ask("program_state", Value::Null)["keyring"], false);
    let wrong = json!({ "password": ANOTHER });
    assert_eq!(here.refused("keyring_on", wrong), "password_wrong");
    assert!(here.kept().is_empty());

    here.on();
    let kept = here.kept();
    assert_eq!(kept.len(), 1);
    assert!(!kept[0].contains(PASSWORD));
    // What lies beside the records does not tell the secret.
    let beside = fs::read(here.folder().join("office.keyring")).expect("the envelope");
    assert!(!String::from_utf8_lossy(&beside).contains(&kept[0]));

    assert_eq!(here.shut()["keyring"], true);
    assert_eq!(here.refused("today", Value::Null), "no_office");
    here.ask("keyring_unlock", Value::Null);
    here.ask("today", Value::Null);

    // The program is started again.
    let again = Locked(here.0.started_again());
    drop(here);
    again.ask("keyring_unlock", Value::Null);

    let state = again.ask("keyring_off", Value::Null);
    assert_eq!(state["keyring"], false);
    assert!(again.kept().is_empty());
    assert!(!again.folder().join("office.keyring").exists());
    again.shut();
    assert_eq!(again.refused("keyring_unlock", Value::Null), "keyring_void");
    again.open_by_password(PASSWORD);
    assert_eq!(
        again.told()[..5],
        [
            "keyring_off",
            "keyring_used",
            "keyring_used",
            "keyring_on",
            "password_set"
        ]
    );
}

#[test]
fn another_password_ends_it_though_secret_and_envelope_were_copied_before() {
    let here = Locked::new();
    here.on();
    let envelope = here.folder().join("office.keyring");
    let bytes = fs::read(&envelope).expect("the envelope");
    let secrets = here.0.keyring().clone();
    let change = json!({ "password": PASSWORD, "new_password": ANOTHER });
    here.ask("password_change", change);
    assert!(here.kept().is_empty() && !envelope.exists());

    fs::write(&envelope, &bytes).expect("put back");
    *here.0.keyring() = secrets;
    here.shut();
    assert_eq!(here.refused("keyring_unlock", Value::Null), "keyring_void");
    here.open_by_password(ANOTHER);
}

#[test]
fn taking_the_password_off_leaves_nothing_of_it() {
    let here = Locked::new();
    here.on();
    here.ask("password_remove", json!({ "password": PASSWORD }));
    assert!(here.kept().is_empty());
    assert!(!here.folder().join("office.keyring").exists());
    let state = here.ask("program_state", Value::Null);
    assert_eq!(
        (&state["keyring"], &state["locked"]),
        (&json!(false), &json!(false))
    );
    let none = json!({ "password": PASSWORD });
    assert_eq!(here.refused("keyring_on", none), "no_password");
}

#[test]
fn without_a_keyring_that_is_said_and_the_password_goes_on_working() {
    let here = Locked::new();
    here.on();
    *here.0.keyring() = None;
    here.shut();
    assert_eq!(here.refused("keyring_unlock", Value::Null), "no_keyring");
    here.open_by_password(PASSWORD);
    assert_eq!(
        here.refused("keyring_on", json!({ "password": PASSWORD })),
        "no_keyring"
    );
    // It is off, though the secret could not be removed.
    assert_eq!(here.ask("keyring_off", Value::Null)["keyring"], false);

    // A keyring that lost the secret, or one of another account.
    *here.0.keyring() = Some(std::collections::BTreeMap::new());
    here.on();
    here.0.keyring().as_mut().expect("a keyring").clear();
    here.shut();
    assert_eq!(here.refused("keyring_unlock", Value::Null), "keyring_void");
    here.open_by_password(PASSWORD);
}

#[test]
fn neither_copies_nor_their_return_bring_the_account_in() {
    let here = Locked::new();
    here.on();
    let shelf = here.0.desktop().join("shelf");
    fs::create_dir(&shelf).expect("a shelf");
    here.0.seat(acceptance::windowless::Person {
        folder: Some(shelf.clone()),
        ..Default::default()
    });
    here.ask("copies_place_choose", Value::Null);
    let task = "0193a1a0-0000-7000-8000-000000000001";
    here.ask("copy_make", json!({ "task": task }));
    let mut folders = vec![shelf];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            assert_ne!(entry.file_name(), "office.keyring");
            if entry.path().is_dir() {
                folders.push(entry.path());
            }
        }
    }
    let copy = here.ask("copies_shown", json!({ "folder": null }))["copies"][0]["copy"].clone();
    here.ask("copy_restore", json!({ "copy": copy, "task": task }));
    assert_eq!(here.ask("program_state", Value::Null)["keyring"], false);
    // Neither half of the way in stays: the copy's keys are those of the records before it.
    assert!(here.kept().is_empty());
    let shown = here.ask("copies_shown", json!({ "folder": null }));
    let former = &shown["former_records"][0]["folder"];
    let former = PathBuf::from(former.as_str().expect("the records of before"));
    assert!(former.join("office.sqlite").exists() && !former.join("office.keyring").exists());
    here.shut();
    here.open_by_password(PASSWORD);
}
