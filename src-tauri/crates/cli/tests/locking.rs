//! An office with a password, from the command line.

use crate::terminal::{Terminal, fed};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use std::time::{Duration, Instant};

const PASSWORD: &str = "сом пеньку не указ 41\n";

const COMPLAINT: &str = r#"{
    "kind": "claim", "regime": "goods", "channel": "email", "received_at": "2026-11-22T09:42:00+03:00",
    "complainant": {"name": "Соколова Марина Львовна", "address": "Мшанка, дом Ежевикина", "email": "sokolova.m@mail.example"},
    "subject": "Чайник протекает", "text": "ТАЙНОСЛОВО: чайник протекает, верните деньги.",
    "demands": [{"kind": "refund", "amount": "4590.00"}]
}"#;

const MAIL: &str = "From: \"Белов Пётр\" <belov@mail.example>\r\nTo: office@sever.example\r\n\
Subject: =?utf-8?B?0JrRg9Cy0YjQuNC9?=\r\nDate: Sun, 22 Nov 2026 09:42:00 +0300\r\n\
Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nПИСЬМОСЛОВО: кувшин треснул.\r\n";

const WORDS: [&str; 9] = [
    "ТАЙНОСЛОВО",
    "ПИСЬМОСЛОВО",
    "ДОКУМЕНТОСЛОВО",
    "ЗАМЕТКОСЛОВО",
    "Ежевикин",
    "Соколова",
    "sokolova.m@mail.example",
    "Чекоимя",
    "belov@mail.example",
];

fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            found.extend(files(&entry.path()));
        } else {
            found.push(entry.path());
        }
    }
    found
}

fn telling(dir: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for file in files(dir) {
        let bytes = fs::read(&file).unwrap();
        let name = file.display().to_string();
        for word in WORDS {
            let holds = bytes
                .windows(word.len())
                .any(|part| part == word.as_bytes());
            if holds || name.contains(word) {
                found.push(format!("{word} in {name}"));
            }
        }
    }
    found
}

/// An office with something of every sort, and what it answers to questions.
fn filled() -> Terminal {
    let terminal = Terminal::founded();
    terminal.json(&["complaint", "add", "--json", "-"], COMPLAINT);
    let letter = terminal.file("письмо.eml", MAIL);
    terminal.json(&["mail", "add", &letter], "");
    let paper = terminal.file("Чекоимя.txt", "ДОКУМЕНТОСЛОВО ".repeat(9000));
    terminal.json(&["document", "add", "ВХ-2026/0001", &paper], "");
    fs::remove_file(paper).unwrap();
    fs::remove_file(letter).unwrap();
    let note = r#"{"text": "ЗАМЕТКОСЛОВО"}"#;
    terminal.json(&["note", "add", "ВХ-2026/0001", "--json", "-"], note);
    terminal
}

fn questions(terminal: &Terminal, more: &[&str], input: &str) -> Vec<Vec<Value>> {
    [
        &["complaint", "list"][..],
        &["complaint", "show", "ВХ-2026/0001"],
        &["search", "чайником"],
        &["document", "verify"],
        &["journal", "verify"],
        &["journal", "list"],
        &["today"],
    ]
    .map(|words| {
        let mut answers = terminal.lines(&[words, more].concat(), input);
        for answer in &mut answers {
            if let Some(fields) = answer.as_object_mut() {
                fields.remove("ms");
            }
        }
        answers
    })
    .to_vec()
}

#[test]
fn every_command_works_on_a_locked_office() {
    let terminal = filled();
    let before = questions(&terminal, &[], "");
    assert!(!telling(terminal.folder.path()).is_empty());

    let short = terminal.failure(&["office", "lock", "--password-stdin"], "я\n");
    assert_eq!(
        (&short["code"], &short["field"]),
        (&json!("password_short"), &json!("password"))
    );
    let told = terminal.lines(&["office", "lock", "--password-stdin"], PASSWORD);
    assert_eq!(told[1]["locked"], true);
    let recovery = told[0]["recovery_key"].as_str().unwrap().to_owned();
    assert_eq!(recovery.len(), 47);
    assert_eq!(telling(terminal.folder.path()), [] as [String; 0]);

    let with = ["--password-stdin"];
    assert_eq!(questions(&terminal, &with, PASSWORD), before);
    assert_eq!(telling(terminal.folder.path()), [] as [String; 0]);
    let more = ["complaint", "add", "--json", "-", "--password-stdin"];
    let added = terminal.json(&more, &format!("{PASSWORD}{COMPLAINT}"));
    assert_eq!(added["number"], "ВХ-2026/0003");
    let info = terminal.json(&["office", "info", "--password-stdin"], PASSWORD);
    assert_eq!(info["safety"]["locked"], true);

    let shelf = terminal.folder.path().join("shelf");
    let shelf = shelf.to_str().unwrap();
    let create = ["backup", "create", "--to", shelf, "--password-stdin"];
    let made = terminal.json(&create, PASSWORD);
    assert_eq!(telling(terminal.folder.path()), [] as [String; 0]);
    let back = terminal.folder.path().join("back");
    let words = [
        "backup",
        "restore",
        "--from",
        made["folder"].as_str().unwrap(),
    ];
    let words = [&words[..], &["--to", back.to_str().unwrap()]].concat();
    assert_eq!(terminal.failure(&words, "")["code"], "password_needed");
    let by_key = [&words[..], &["--password-stdin", "--recovery-key"]].concat();
    let restored = terminal.json(&by_key, &recovery);
    assert_eq!(restored["complaints"], 3);
    assert_eq!(restored["restored"]["locked"], true);
    assert_eq!(telling(terminal.folder.path()), [] as [String; 0]);

    let off = terminal.json(&["office", "unlock", "--password-stdin"], PASSWORD);
    assert_eq!(off["locked"], false);
    assert_eq!(questions(&terminal, &[], "")[3], before[3]);
}

#[test]
fn who_has_no_password_is_told_what_is_missing_and_it_costs_them_time() {
    let terminal = filled();
    terminal.lines(&["office", "lock", "--password-stdin"], PASSWORD);
    let info = ["office", "info"];
    assert_eq!(terminal.failure(&info, "")["code"], "password_needed");
    let with = [&info[..], &["--password-stdin"]].concat();
    let begun = Instant::now();
    let wrong = terminal.failure(&with, "сом пеньку не указ 42\n");
    assert_eq!(
        (&wrong["code"], &wrong["field"]),
        (&json!("password_wrong"), &json!("password"))
    );
    assert!(
        begun.elapsed() > Duration::from_millis(300),
        "{:?}",
        begun.elapsed()
    );
    let mistyped = [&with[..], &["--recovery-key"]].concat();
    assert_eq!(
        terminal.failure(&mistyped, "ABC\n")["code"],
        "recovery_key_length"
    );

    let from_variable = |words: &[&str], name: &str, value: &str| -> Output {
        let mut command = terminal.command(words);
        command.env(name, value);
        fed(command, "")
    };
    let change = [
        "office",
        "password",
        "--password-env",
        "OLD",
        "--new-password-env",
        "NEW",
    ];
    let mut command = terminal.command(&change);
    command
        .env("OLD", PASSWORD.trim())
        .env("NEW", "другой пароль 77");
    assert!(fed(command, "").status.success());
    let mut command = terminal.command(&change);
    command.env("OLD", "другой пароль 77").env("NEW", "77");
    let short = String::from_utf8(fed(command, "").stderr).unwrap();
    assert!(short.contains("password_short"), "{short}");
    let info = ["office", "info", "--password-env", "WORD"];
    assert!(
        !from_variable(&info, "WORD", PASSWORD.trim())
            .status
            .success()
    );
    assert!(
        from_variable(&info, "WORD", "другой пароль 77")
            .status
            .success()
    );
    let renewed = ["office", "recovery-key", "--password-stdin"];
    let key = terminal.json(&renewed, "другой пароль 77\n")["recovery_key"].clone();
    assert!(terminal.json(&mistyped, key.as_str().unwrap())["office"].is_string());
}

#[test]
fn locking_that_is_killed_leaves_an_office_that_opens() {
    let terminal = filled();
    let before = questions(&terminal, &[], "");
    let (mut killed, mut locked) = (0, 0);
    for pause in [0, 5, 20, 60, 120, 250, 500, 700, 900, 1100, 1400, 1800] {
        let mut command = terminal.command(&["office", "lock", "--password-env", "WORD"]);
        command.env("WORD", PASSWORD.trim());
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        std::thread::sleep(Duration::from_millis(pause));
        killed += u32::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        child.wait().unwrap();
        let with = ["--password-stdin"];
        let more: &[&str] = if terminal.office().join("office.keys").exists() {
            &with
        } else {
            &[]
        };
        // What broke off is finished or undone by whoever comes next.
        let output = terminal.run(&[&["office", "info"], more].concat(), PASSWORD);
        let more: &[&str] = if terminal.office().join("office.keys").exists() {
            &with
        } else {
            &[]
        };
        assert!(output.status.success() || more.len() == 1, "{output:?}");
        assert_eq!(
            questions(&terminal, more, PASSWORD),
            before,
            "after {pause} ms"
        );
        if more.len() == 1 {
            locked += 1;
            assert_eq!(telling(&terminal.office()), [] as [String; 0]);
            terminal.json(&["office", "unlock", "--password-stdin"], PASSWORD);
        }
    }
    assert!(killed > 3, "{killed} were killed, {locked} were locked");
}

#[test]
fn nothing_is_locked_while_nobody_hears_the_recovery_key() {
    let terminal = filled();
    let full = fs::File::options().write(true).open("/dev/full");
    let Ok(full) = full else { return };
    let mut command = terminal.command(&["office", "lock", "--password-env", "WORD"]);
    command.env("WORD", PASSWORD.trim()).stdout(full);
    assert!(!command.output().unwrap().status.success());
    assert!(!terminal.office().join("office.keys").exists());
    let info = terminal.json(&["office", "info"], "");
    assert_eq!(info["safety"]["locked"], false);
}

#[test]
fn a_damaged_document_is_named_and_does_not_keep_the_password_on() {
    let terminal = filled();
    terminal.lines(&["office", "lock", "--password-stdin"], PASSWORD);
    let longest = files(&terminal.office().join("documents"))
        .into_iter()
        .max_by_key(|file| fs::metadata(file).unwrap().len())
        .unwrap();
    let mut bytes = fs::read(&longest).unwrap();
    bytes[70_000] ^= 1;
    fs::remove_file(&longest).unwrap();
    fs::write(&longest, bytes).unwrap();
    let off = terminal.json(&["office", "unlock", "--password-stdin"], PASSWORD);
    assert_eq!(off["locked"], false);
    assert_eq!(off["damaged"][0]["name"], "Чекоимя.txt");
    assert_eq!(off["damaged"].as_array().unwrap().len(), 1);
}

#[test]
fn records_of_a_computer_that_is_gone_are_opened_by_no_account_any_more() {
    let terminal = filled();
    let ask = ["office", "keyring"];
    let told = terminal.json(&ask, "");
    assert_eq!(
        (&told["locked"], &told["keyring"]),
        (&json!(false), &json!(false))
    );
    terminal.lines(&["office", "lock", "--password-stdin"], PASSWORD);
    let way_in = office::WayIn::password(PASSWORD.trim()).unwrap();
    let dir = terminal.office();
    let entry = office::keyring_prepare(&dir, &way_in).unwrap();
    office::keyring_enclose(&dir, &entry).unwrap();

    // Without the password nobody is told or switches it off.
    assert_eq!(
        terminal.failure(&[&ask[..], &["--off"]].concat(), "")["code"],
        "password_needed"
    );
    assert!(dir.join("office.keyring").exists());
    let with = [&ask[..], &["--password-stdin"]].concat();
    assert_eq!(terminal.json(&with, PASSWORD)["keyring"], true);
    let off = [&with[..], &["--off"]].concat();
    assert_eq!(terminal.json(&off, PASSWORD)["keyring"], false);
    assert!(!dir.join("office.keyring").exists());
    assert!(office::admit_by_keyring(&dir, &entry.secret()).is_err());
    let last = &terminal.lines(
        &["journal", "list", "--limit", "1", "--password-stdin"],
        PASSWORD,
    )[0];
    assert_eq!(last["op"], "keyring_off");

    // Another time there is nothing to switch off, and one that was cut goes as well.
    fs::write(dir.join("office.keyring"), "cut").unwrap();
    assert_eq!(terminal.json(&off, PASSWORD)["keyring"], false);
    assert!(!dir.join("office.keyring").exists());
    // Changing the password, and taking it off, end it too.
    office::keyring_enclose(&dir, &entry).unwrap();
    let change = [
        "office",
        "password",
        "--password-stdin",
        "--new-password-env",
        "NEW",
    ];
    let mut command = terminal.command(&change);
    command.env("NEW", "другой пароль 77");
    assert!(fed(command, PASSWORD).status.success());
    assert!(!dir.join("office.keyring").exists());
    // What was prepared with the password of before opens nothing, and is not laid there.
    assert!(office::keyring_enclose(&dir, &entry).is_err());
    assert!(!dir.join("office.keyring").exists());
    let way_in = office::WayIn::password("другой пароль 77").unwrap();
    let entry = office::keyring_prepare(&dir, &way_in).unwrap();
    office::keyring_enclose(&dir, &entry).unwrap();
    terminal.json(
        &["office", "unlock", "--password-stdin"],
        "другой пароль 77\n",
    );
    assert!(!dir.join("office.keyring").exists());
}
