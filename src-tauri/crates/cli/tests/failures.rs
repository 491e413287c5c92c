//! What the program says when it can't do as asked.

use crate::terminal::{NOW, REQUISITES, Terminal, fed, json_lines, program};
use serde_json::{Value, json};
use std::process::Stdio;

#[test]
fn usage_is_two_and_failure_is_one_with_a_reason() {
    for words in [
        &["nothing"][..],
        &["deadline", "count", "--start", "2026-11-09"],
        &[
            "deadline",
            "count",
            "--start",
            "9 ноября",
            "--count",
            "1",
            "--unit",
            "months",
        ],
        &["complaint", "list", "--status", "lost"],
        &["letter", "draft", "1", "--kind", "poem"],
        &["office", "info", "--now", "вчера"],
    ] {
        let output = fed(program(words), "");
        assert_eq!(output.status.code(), Some(2), "{words:?}: {output:?}");
        assert!(output.stdout.is_empty());
    }
    let terminal = Terminal::bare();
    assert_eq!(
        terminal.failure(&["office", "info"], "")["code"],
        "not_an_office"
    );
    assert_eq!(
        terminal.failure(&["mail", "read", "/nowhere/at.eml"], "")["code"],
        "no_file"
    );
    assert_eq!(
        terminal.failure(&["mail", "read", "-"], "")["detail"],
        "empty"
    );
    assert_eq!(
        terminal.failure(
            &[
                "backup",
                "restore",
                "--from",
                "/nowhere",
                "--to",
                "/nowhere/else"
            ],
            ""
        )["code"],
        "not_a_backup"
    );
}

#[test]
fn an_office_says_what_it_misses() {
    let terminal = Terminal::founded();
    assert_eq!(
        terminal.failure(&["office", "new", "--requisites", "-"], REQUISITES)["code"],
        "already_exists"
    );
    assert_eq!(
        terminal.failure(&["complaint", "add", "--json", "-"], "{")["code"],
        "json"
    );
    let stray = terminal.failure(
        &["complaint", "add", "--json", "-"],
        r#"{"text":"т","colour":"red"}"#,
    );
    assert!(
        stray["detail"].as_str().unwrap().contains("colour"),
        "{stray}"
    );
    let empty = terminal.failure(&["complaint", "add", "--json", "-"], "{}");
    assert_eq!(
        empty,
        json!({"code":"field","field":"text","detail":"missing"})
    );
    let negative = terminal.failure(
        &["complaint", "add", "--json", "-"],
        r#"{"text":"т","price":"-1"}"#,
    );
    assert_eq!(negative["code"], "json");
    assert_eq!(
        terminal.failure(&["complaint", "show", "ВХ-2026/0404"], "")["code"],
        "not_found"
    );
    assert_eq!(
        terminal.failure(&["letter", "show", "ИСХ-2026/0404"], "")["code"],
        "not_found"
    );
    terminal.json(
        &["complaint", "add", "--json", "-"],
        r#"{"text":"Чайник протекает"}"#,
    );
    let gone = terminal.failure(
        &["document", "add", "ВХ-2026/0001", "/nowhere/photo.png"],
        "",
    );
    assert_eq!(gone["code"], "no_file");
    let folder = terminal.folder.path().display().to_string();
    assert_eq!(
        terminal.failure(&["document", "add", "ВХ-2026/0001", &folder], "")["code"],
        "folder"
    );
}

#[test]
#[cfg(unix)]
fn what_may_have_no_end_is_refused_at_once() {
    let terminal = Terminal::founded();
    terminal.json(
        &["complaint", "add", "--json", "-"],
        r#"{"text":"Чайник протекает"}"#,
    );
    let pipe = terminal.folder.path().join("pipe").display().to_string();
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    for endless in [pipe.as_str(), "/dev/zero"] {
        for words in [
            ["document", "add", "ВХ-2026/0001", endless].as_slice(),
            &["mail", "read", endless],
            &["mail", "add", endless],
            &["complaint", "add", "--json", endless],
            &["russian", "stem", "--batch", endless],
        ] {
            let told = terminal.failure(words, "");
            assert_eq!(told["code"], "not_a_file", "{words:?}: {told}");
        }
    }
}

#[test]
fn the_login_of_the_computers_user_is_nobodys_name() {
    let terminal = Terminal::bare();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_otvet-cli"));
    command
        .args([
            "office",
            "new",
            "--requisites",
            "-",
            "--now",
            NOW,
            "--office",
        ])
        .arg(terminal.office())
        .envs([
            ("USER", "ivanov-pc"),
            ("LOGNAME", "ivanov-pc"),
            ("USERNAME", "ivanov-pc"),
        ]);
    assert!(fed(command, REQUISITES).status.success());
    let row = terminal.json(&["journal", "list"], "");
    assert_eq!(row["actor"], "—");
}

#[test]
fn a_letter_is_not_issued_while_a_fact_is_missing_and_uses_no_number() {
    let terminal = Terminal::founded();
    terminal.json(
        &["complaint", "add", "--json", "-"],
        r#"{"text":"Чайник протекает","complainant":"Соколова Марина Львовна","demands":[{"kind":"refund"}]}"#,
    );
    let draft =
        |kind: &str| terminal.json(&["letter", "draft", "ВХ-2026/0001", "--kind", kind], "");
    let interim = draft("interim")["letter"].as_str().unwrap().to_owned();
    let failure = terminal.failure(&["letter", "issue", &interim], "");
    assert_eq!(failure["code"], "unresolved", "{failure}");
    let failure = terminal.failure(
        &["letter", "issue", &interim, "--override-reason", "так надо"],
        "",
    );
    assert_eq!(
        failure["code"], "unresolved",
        "no reason overrides a missing fact"
    );
    terminal.json(
        &["letter", "edit", &interim, "--choices", "-"],
        r#"{"expected":"2026-11-27","holding_reason":"Ждём заключения завода."}"#,
    );
    let issued = terminal.json(&["letter", "issue", &interim], "");
    assert_eq!(issued["number"], "ИСХ-2026/0001");
    let refused = terminal.failure(
        &[
            "letter",
            "draft",
            "ВХ-2026/0001",
            "--kind",
            "interim",
            "--choices",
            "-",
        ],
        r#"{"expected":"2026-11-01"}"#,
    );
    assert_eq!(
        (&refused["field"], &refused["detail"]),
        (&json!("expected"), &json!("too_early"))
    );
    let card = terminal.json(&["complaint", "show", "ВХ-2026/0001"], "");
    assert_eq!(
        card["letters"].as_array().unwrap().len(),
        1,
        "a refused draft leaves nothing behind"
    );
}

#[test]
fn wording_is_checked_with_or_without_a_case() {
    let terminal = Terminal::founded();
    let text = terminal.file("letter.txt", "Ваша претензия необоснованна. Мы виноваты.");
    let found = terminal.json(&["letter", "check", "--text", &text], "");
    let findings = found["findings"].as_array().unwrap();
    assert!(!findings.is_empty());
    for finding in findings {
        for field in ["rule", "severity", "start", "end", "message_ru"] {
            assert!(!finding[field].is_null(), "{field}: {finding}");
        }
        assert!(finding.get("suggestion").is_some());
    }
    terminal.json(
        &["complaint", "add", "--json", "-"],
        r#"{"text":"Чайник протекает"}"#,
    );
    let draft = terminal.json(
        &[
            "letter",
            "draft",
            "ВХ-2026/0001",
            "--kind",
            "acknowledgement",
        ],
        "",
    );
    let shown = terminal.json(&["letter", "show", draft["letter"].as_str().unwrap()], "");
    let letter = terminal.file("letter.json", shown["text"].to_string());
    let found = terminal.json(
        &[
            "letter",
            "check",
            "--text",
            &letter,
            "--case",
            "ВХ-2026/0001",
        ],
        "",
    );
    assert_eq!(found["findings"], shown["findings"]);
}

#[test]
fn a_reader_that_goes_away_is_no_accident() {
    let mut command = program(&["deadline", "rules"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(
        output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn rules_and_clocks_carry_their_source() {
    let rules = fed(
        program(&[
            "deadline",
            "rules",
            "--regime",
            "goods",
            "--on",
            "2026-11-22",
        ]),
        "",
    );
    let rules = json_lines(&rules.stdout);
    assert!(rules.len() > 5);
    assert!(
        rules
            .iter()
            .all(|rule| rule["citation"].is_string() && rule["source"].is_string())
    );
    let clocks = fed(
        program(&[
            "deadline",
            "explain",
            "--regime",
            "goods",
            "--demand",
            "refund",
            "--received",
            "2026-11-09",
            "--price",
            "4590",
        ]),
        "",
    );
    let clocks = json_lines(&clocks.stdout);
    assert_eq!(clocks[0]["legal"], "2026-11-19");
    assert!(clocks[0]["citation"].as_str().unwrap().contains("22"));
    assert_eq!(clocks[0]["penalty_per_day"], "45.90");
    assert!(clocks[0]["steps"].as_array().unwrap().len() >= 2);
}

#[test]
fn terms_of_hours_last_moments_and_law_packs() {
    let one = |words: &[&str], input: &str| {
        let output = fed(program(words), input);
        assert!(output.status.success(), "{words:?}: {output:?}");
        json_lines(&output.stdout)[0].clone()
    };
    let count = [
        "deadline",
        "count",
        "--count",
        "24",
        "--unit",
        "hours",
        "--start",
        "2026-11-20",
    ];
    let refused = fed(program(&count), "");
    assert!(String::from_utf8_lossy(&refused.stderr).contains("needs_time"));
    let counted = one(&[&count[..], &["--at", "17:30"]].concat(), "");
    assert_eq!(
        (&counted["legal"], &counted["until"]),
        (&json!("2026-11-21"), &json!("17:30:00"))
    );
    let last = one(&["deadline", "last", "--day", "2027-01-11"], "");
    assert_eq!(
        last["branch"],
        json!({"day": "2027-01-11", "time": "20:00:00"})
    );
    // A pack goes out and comes back; one letter wrong is told with its line.
    let pack = fed(program(&["deadline", "pack", "--regime", "goods"]), "");
    let pack = String::from_utf8(pack.stdout).unwrap();
    let read = one(&["deadline", "check", "-"], &pack);
    assert_eq!(read["regime"], "goods");
    assert!(read["rules"].as_u64().unwrap() > 15);
    let broken = pack.replacen("certainty = \"act", "certainty = \"acts", 1);
    let broken = broken.replacen("certainty = \"secondary\"", "certainty = \"surely\"", 1);
    let output = fed(program(&["deadline", "check", "-"]), &broken);
    let told: Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(told["error"]["code"], "law_pack");
    let line = broken.lines().position(|l| l.contains("surely")).unwrap() + 1;
    assert_eq!(told["error"]["field"], format!("line {line}"));
    assert!(
        told["error"]["detail"]
            .as_str()
            .unwrap()
            .contains("write one of act")
    );
}

#[test]
fn text_for_people_is_not_json_and_holds_the_same() {
    let terminal = Terminal::founded();
    let output = terminal.run(&["office", "info", "--human"], "");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("inn: 7800000002"), "{text}");
    assert!(
        text.lines()
            .all(|line| serde_json::from_str::<Value>(line).is_err())
    );
}
