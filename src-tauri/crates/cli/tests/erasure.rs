//! Keeping and erasing at the command line, and programs that are killed while they erase.

use crate::terminal::{Terminal, pdf_text};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

const LATER: &str = "2033-01-09T10:00:00+03:00";

/// Words that stand nowhere but in the records of one person.
const PLANTED: [&str; 4] = [
    "Квазимодозубр",
    "квазимодозубр",
    "zubr@mail.example",
    "жужубарь",
];

fn words_in(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(words_in(&path));
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        for word in PLANTED {
            if bytes.windows(word.len()).any(|at| at == word.as_bytes()) {
                found.push(format!("{}: {word}", path.display()));
            }
        }
    }
    found
}

/// A case of that person with documents, closed in 2026; gives its number.
fn closed(terminal: &Terminal) -> String {
    let complaint = r#"{"text":"Чайник протекает, жужубарь","kind":"complaint",
        "complainant":{"kind":"person","name":"Квазимодозубр Марина Львовна","gender":"auto","name_dative":null,
        "salutation":null,"address":"","email":"zubr@mail.example","phone":"","representative":""}}"#;
    let added = terminal.json(&["complaint", "add", "--json", "-"], complaint);
    let number = added["number"].as_str().unwrap().to_owned();
    let files =
        (0..3).map(|n| terminal.file(&format!("{n}.txt"), format!("{n} жужубарь").repeat(9_000)));
    let files: Vec<String> = files.collect();
    let mut add = vec!["document", "add", &number];
    add.extend(files.iter().map(String::as_str));
    terminal.lines(&add, "");
    terminal.json(
        &["complaint", "close", &number, "--reason", "withdrawn"],
        "",
    );
    number
}

#[test]
fn a_person_is_erased_whole_or_not_at_all_however_often_the_program_is_killed() {
    let terminal = Terminal::founded();
    let other = r#"{"text":"Утюг не греет","complainant":"Орлов Пётр Ильич"}"#;
    terminal.json(&["complaint", "add", "--json", "-"], other);
    let (mut wholes, mut gone) = (0, 0);
    let mut standing: Option<String> = None;
    for round in 0..48 {
        let number = standing.take().unwrap_or_else(|| closed(&terminal));
        let mut child = terminal
            .command(&["person", "erase", &number, "--now", LATER])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        sleep(Duration::from_millis(8 + round * 7 % 72));
        let _ = child.kill();
        child.wait().unwrap();
        // The next opening removes what the killed program left.
        let shown = terminal.run(&["complaint", "show", &number], "");
        if shown.status.success() {
            let card: Value = serde_json::from_slice(&shown.stdout).unwrap();
            assert_eq!(card["documents"].as_array().unwrap().len(), 3);
            let verified = terminal.json(&["document", "verify"], "");
            assert_eq!(verified["missing"], json!([]), "a half is gone");
            wholes += 1;
            standing = Some(number);
        } else {
            assert_eq!(
                words_in(&terminal.office()),
                [] as [String; 0],
                "round {round}"
            );
            gone += 1;
        }
    }
    eprintln!("{wholes} times nothing was erased, {gone} times all");
    assert!(wholes > 0 && gone > 0);
    let journal = terminal.json(&["journal", "verify"], "");
    assert_eq!(
        (
            &journal["altered"],
            &journal["missing"],
            &journal["differing"]
        ),
        (&json!([]), &json!([]), &json!([]))
    );
    let log = terminal.lines(&["retention", "log"], "");
    assert_eq!(log.len(), gone);
    assert_eq!(
        (&log[0]["ground"], &log[0]["documents"]),
        (&json!("request"), &json!(3))
    );
    let stays = terminal.json(&["complaint", "show", "ВХ-2026/0001"], "");
    assert_eq!(
        stays["complaint"]["complainant"]["name"],
        "Орлов Пётр Ильич"
    );
}

#[test]
fn terms_orders_and_reports_at_the_command_line() {
    let terminal = Terminal::founded();
    closed(&terminal);
    let terms = terminal.json(&["retention", "terms"], "");
    assert_eq!(terms["chosen"]["trash_days"], 30);
    assert_eq!(terms["shipped"].as_array().unwrap().len(), 6);
    let short = r#"{"terms":[{"kind":"complaint","years":1}]}"#;
    let refused = terminal.failure(&["retention", "set", "--json", "-"], short);
    assert_eq!(
        (&refused["code"], &refused["detail"]),
        (&json!("norm"), &json!("retention_short"))
    );
    let kept = terminal.failure(&["person", "erase", "ВХ-2026/0001"], "");
    assert_eq!(kept["code"], "all_kept");
    let shown = terminal.json(&["person", "show", "ВХ-2026/0001"], "");
    assert_eq!(shown["cases"][0]["keeping"]["until"], "2032-01-01");

    let report = terminal.folder.path().join("report.pdf");
    let out = report.display().to_string();
    terminal.json(&["person", "report", "ВХ-2026/0001", "--out", &out], "");
    if let Some(text) = pdf_text(&report) {
        assert!(
            text.contains("Квазимодозубр") && text.contains("152-ФЗ"),
            "{text}"
        );
    }

    let hold = [
        "complaint",
        "hold",
        "ВХ-2026/0001",
        "--reason",
        "иск",
        "--by",
        "суд",
    ];
    terminal.json(&hold, "");
    let due = terminal.json(&["retention", "due", "--now", LATER], "");
    assert_eq!(due["due"][0]["hold"]["ordered_by"], "суд");
    let erase = ["retention", "erase", "ВХ-2026/0001", "--now", LATER];
    assert_eq!(terminal.failure(&erase, "")["code"], "held");
    let none = terminal.json(&["retention", "erase", "--all", "--now", LATER], "");
    assert_eq!(none["numbers"], json!([]));
    terminal.json(&["complaint", "hold-lift", "ВХ-2026/0001"], "");
    let gone = terminal.json(&["retention", "erase", "--all", "--now", LATER], "");
    assert_eq!(gone["numbers"], json!(["ВХ-2026/0001"]));
    assert_eq!(words_in(&terminal.office()), [] as [String; 0]);
}
