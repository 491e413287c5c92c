//! A day of the office, by script.

use crate::terminal::{self, NOW, Terminal, pdf_text};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const MAIL: &str = "From: =?utf-8?b?0JzQsNGA0LjQvdCwINCb0YzQstC+0LLQvdCwINCh0L7QutC+0LvQvtCy0LA=?= <sokolova.m@mail.example>\r\n\
To: office@sever.example\r\nSubject: =?utf-8?b?0J/RgNC10YLQtdC90LfQuNGP?=\r\nDate: Fri, 20 Nov 2026 19:42:00 +0300\r\n\
MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\
--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\
Здравствуйте! 24.10.2026 купила у вас чайник за 4 590 руб., заказ № А-20418. Он протекает.\r\n\
Прошу вернуть деньги.\r\n\r\nМарина Львовна Соколова\r\n\
--b\r\nContent-Type: text/plain; name=\"../../check.txt\"\r\nContent-Disposition: attachment; filename=\"../../check.txt\"\r\n\r\n\
check 4590\r\n--b--\r\n";

#[test]
fn a_message_becomes_a_case_and_the_case_a_letter() {
    let terminal = Terminal::founded();
    let mail = terminal.file("mail.eml", MAIL);

    let draft = terminal.json(&["mail", "read", &mail], "");
    assert_eq!(draft["subject"], "Претензия");
    assert_eq!(draft["from_address"], "sokolova.m@mail.example");
    assert_eq!(draft["demands"], json!(["refund"]));
    assert_eq!(draft["amounts"], json!(["4590.00"]));
    assert_eq!(draft["attachments"][0]["bytes"], 10);

    let added = terminal.json(&["mail", "add", &mail], "");
    assert_eq!(added["number"], "ВХ-2026/0001");
    let card = terminal.json(&["complaint", "show", "ВХ-2026/0001"], "");
    assert_eq!(card["complaint"]["id"], added["id"]);
    for typed in ["вх 2026/1", "2026/1", "1", "BX-2026/1"] {
        let found = terminal.json(&["complaint", "show", typed], "");
        assert_eq!(found["complaint"]["id"], added["id"], "{typed}");
        let hits = terminal.json(&["search", typed], "");
        assert_eq!(hits["rows"].as_array().map(Vec::len), Some(1), "{typed}");
    }
    assert_eq!(card["demands"][0]["demand"]["due_legal"], "2026-11-30");
    let documents: Vec<&str> = card["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| d["name"].as_str().unwrap())
        .collect();
    assert_eq!(documents.len(), 2, "{documents:?}");
    assert!(
        documents.iter().all(|name| !name.contains('/')),
        "{documents:?}"
    );

    let act = terminal.file("акт.txt", "акт проверки качества");
    let stored = terminal.json(
        &["document", "add", "ВХ-2026/0001", &act, "--side", "office"],
        "",
    );
    assert_eq!(stored["exhibit"], 3);
    assert_eq!(stored["name"], "акт.txt");
    assert!(stored["file_time"].is_string());

    let decided = terminal.json(
        &["demand", "decide", "ВХ-2026/0001", "--json", "-"],
        r#"{"kind":"satisfy","reasons":"Недостаток подтверждён проверкой качества.","amount":"4590.00","action":"Деньги вернутся на карту.","due":"2026-11-27"}"#,
    );
    assert_eq!(decided["demand"]["decision"]["kind"], "satisfy");

    let choices = terminal.file(
        "choices.json",
        json!({ "enclosures": [stored["id"]] }).to_string(),
    );
    let letter = terminal.json(
        &[
            "letter",
            "draft",
            "ВХ-2026/0001",
            "--kind",
            "final_satisfied",
            "--choices",
            &choices,
        ],
        "",
    );
    let letter = letter["letter"].as_str().unwrap().to_owned();
    let shown = terminal
        .folder
        .path()
        .join("preview.pdf")
        .display()
        .to_string();
    let preview = terminal.json(&["letter", "preview", &letter, "--out", &shown], "");
    assert_eq!(preview["pages"], 1, "{preview}");

    let out = terminal.folder.path().join("letter.pdf");
    let out_name = out.display().to_string();
    let issued = terminal.json(&["letter", "issue", &letter, "--out", &out_name], "");
    assert_eq!(issued["number"], "ИСХ-2026/0001");
    assert_eq!(issued["pages"], 1);
    if let Some(text) = pdf_text(&out) {
        for words in [
            "ИСХ-2026/0001",
            "Соколовой",
            "Ветрова",
            "акт",
            "27 ноября 2026",
        ] {
            assert!(text.contains(words), "{words} is not in: {text}");
        }
    }
    let again = terminal
        .folder
        .path()
        .join("again.pdf")
        .display()
        .to_string();
    terminal.json(&["letter", "save", "ИСХ-2026/0001", "--out", &again], "");
    assert_eq!(fs::read(&again).unwrap(), fs::read(&out).unwrap());
    assert_eq!(
        terminal.failure(&["letter", "issue", &letter], "")["code"],
        "frozen"
    );

    let eml = terminal
        .folder
        .path()
        .join("letter.eml")
        .display()
        .to_string();
    terminal.json(&["letter", "mail", &letter, "--out", &eml], "");
    assert!(
        fs::read_to_string(&eml)
            .unwrap()
            .contains("sokolova.m@mail.example")
    );
    terminal.json(&["letter", "sent", &letter, "--channel", "email"], "");
    let closed = terminal.json(&["complaint", "close", "ВХ-2026/0001"], "");
    assert_eq!(closed["status"], "closed");

    assert_eq!(
        terminal.json(&["journal", "verify"], "")["altered"],
        json!([])
    );
    let verified = terminal.json(&["document", "verify"], "");
    assert_eq!(
        (&verified["altered"], &verified["missing"]),
        (&json!([]), &json!([]))
    );
    assert!(verified["checked"].as_u64().unwrap() >= 4, "{verified}");
}

#[test]
fn a_complaint_needs_little_and_gets_usual_values() {
    let terminal = Terminal::founded();
    let added = terminal.json(
        &["complaint", "add", "--json", "-"],
        r#"{"text":"Чайник протекает.","complainant":"Соколова Марина Львовна","demands":[{"kind":"refund","amount":"4590.00"}]}"#,
    );
    assert_eq!(added["number"], "ВХ-2026/0001");
    let card = terminal.json(&["complaint", "show", added["id"].as_str().unwrap()], "");
    let complaint = &card["complaint"];
    assert_eq!(complaint["subject"], "Чайник протекает.");
    assert_eq!(complaint["channel"], "other");
    assert_eq!(complaint["kind"], "claim");
    assert_eq!(complaint["regime"], "general");
    assert_eq!(complaint["received_at"], NOW);
    assert_eq!(complaint["complainant"]["name"], "Соколова Марина Львовна");

    let failure = terminal.failure(
        &["complaint", "add", "--json", "-"],
        r#"{"text":"Письмо","received_at":"2026-11-01T10:00:00+03:00"}"#,
    );
    assert_eq!(failure["code"], "field");
    assert_eq!(failure["field"], "backdating_reason");
    assert_eq!(failure["detail"], "missing");
    let backdated = terminal.json(
        &["complaint", "add", "--json", "-"],
        r#"{"text":"Письмо","received_at":"2026-11-01T10:00:00+03:00","backdating_reason":"Лежало на складе"}"#,
    );
    assert_eq!(
        backdated["number"], "ВХ-2026/0002",
        "a refused complaint uses no number"
    );
}

#[test]
fn a_list_is_walked_by_its_cursors() {
    let terminal = Terminal::founded();
    workbench::seeding::fill(&terminal.office(), 25, 3, terminal::NOW.parse().unwrap()).unwrap();
    let mut seen = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let mut words = vec!["complaint", "list", "--limit", "10"];
        if let Some(after) = &after {
            words.extend(["--after", after]);
        }
        let rows = terminal.lines(&words, "");
        seen.extend(
            rows.iter()
                .map(|row| row["number"].as_str().unwrap().to_owned()),
        );
        match rows.last() {
            Some(row) => after = Some(row["cursor"].as_str().unwrap().to_owned()),
            None => break,
        }
    }
    assert_eq!(seen.len(), 25);
    let mut unique = seen.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), 25);
    let tail = terminal.lines(&["complaint", "list", "--after", &seen[9]], "");
    assert_eq!(
        tail[0]["number"].as_str(),
        Some(seen[10].as_str()),
        "a number is a cursor too"
    );
    // Other orders, and other filters, are those of the register's screen.
    let listed = |more: &[&str]| {
        let rows = terminal.lines(&[&["complaint", "list"], more].concat(), "");
        let number = |row: &Value| row["number"].as_str().unwrap().to_owned();
        rows.iter().map(number).collect::<Vec<_>>()
    };
    let rising = [
        "--sort",
        "number",
        "--ascending",
        "--limit",
        "3",
        "--offset",
        "1",
    ];
    assert_eq!(listed(&rising), [&*seen[23], &seen[22], &seen[21]]);
    let all = terminal.lines(&["complaint", "list"], "");
    let due = |row: &Value| row["next_due"].as_str().map(str::to_owned);
    let late = all.iter().filter_map(due).filter(|on| on.as_str() < NOW);
    let (late, none) = (late.count(), all.iter().filter(|row| due(row).is_none()));
    assert_eq!(listed(&["--due", "overdue"]).len(), late);
    assert_eq!(listed(&["--due", "none"]).len(), none.count());
    assert_ne!(listed(&["--due", "overdue"]), listed(&["--due", "none"]));
    let days = terminal.lines(&["complaint", "list", "--sort", "received"], "");
    let days: Vec<&str> = days
        .iter()
        .map(|row| row["received_at"].as_str().unwrap())
        .collect();
    assert!(
        days.len() == 25 && days.is_sorted_by(|a, b| a >= b),
        "{days:?}"
    );
    let closed = terminal.lines(&["complaint", "list", "--status", "closed"], "");
    assert!(closed.iter().all(|row| row["status"] == "closed"));
    assert!(
        terminal.failure(&["complaint", "list", "--after", "ВХ-1999/0001"], "")["code"]
            == "not_found"
    );
}

#[test]
fn words_are_found_in_any_form() {
    let terminal = Terminal::founded();
    terminal.json(
        &["complaint", "add", "--json", "-"],
        r#"{"text":"Продавщица отказалась принять чайники обратно, ещё и ёлку не поменяли"}"#,
    );
    for words in ["чайником", "продавщицы отказ", "елка", "ВХ-2026/0001"]
    {
        let found = terminal.json(&["search", words], "");
        assert_eq!(
            found["rows"].as_array().unwrap().len(),
            1,
            "{words}: {found}"
        );
        assert!(found["ms"].as_f64().is_some());
    }
    assert_eq!(
        terminal.json(&["search", "холодильник"], "")["rows"],
        json!([])
    );
    for hostile in [
        "\"",
        "чайник\" OR \"",
        "NEAR(",
        "*",
        "'; DROP TABLE complaint; --",
    ] {
        terminal.json(&["search", hostile], "");
    }
}

#[test]
fn a_backup_becomes_an_office_elsewhere() {
    let terminal = Terminal::founded();
    terminal.json(
        &["complaint", "add", "--json", "-"],
        r#"{"text":"Чайник протекает"}"#,
    );
    let file = terminal.file("photo.png", [137, 80, 78, 71, 1, 2, 3]);
    terminal.json(&["document", "add", "ВХ-2026/0001", &file], "");
    let to = terminal.folder.path().join("backups").display().to_string();
    let made = terminal.json(&["backup", "create", "--to", &to], "");
    let from = made["folder"].as_str().unwrap().to_owned();
    assert_eq!(
        terminal.json(&["backup", "list"], "")["folder"],
        from.as_str()
    );
    let elsewhere = terminal
        .folder
        .path()
        .join("elsewhere")
        .display()
        .to_string();
    let restored = terminal.json(
        &["backup", "restore", "--from", &from, "--to", &elsewhere],
        "",
    );
    assert_eq!(restored["complaints"], 1);
    let again = terminal.failure(
        &["backup", "restore", "--from", &from, "--to", &elsewhere],
        "",
    );
    assert_eq!(again["code"], "not_empty");
}

#[test]
fn what_stands_on_the_case_can_be_added_and_taken_back() {
    let terminal = Terminal::founded();
    terminal.json(
        &["complaint", "add", "--json", "-"],
        r#"{"text":"Чайник протекает"}"#,
    );
    let number = "ВХ-2026/0001";
    let demand = terminal.json(
        &[
            "demand", "add", number, "--kind", "refund", "--amount", "4590",
        ],
        "",
    );
    assert_eq!(demand["demand"]["amount"], "4590.00");
    terminal.json(&["demand", "add", number, "--kind", "apology"], "");
    let failure = terminal.failure(&["demand", "decide", number, "--decision", "satisfy"], "");
    assert_eq!(
        (&failure["code"], &failure["field"]),
        (&json!("ambiguous"), &json!("demand"))
    );
    let failure = terminal.failure(
        &["demand", "decide", number, "1", "--decision", "refuse"],
        "",
    );
    assert_eq!(
        (&failure["field"], &failure["detail"]),
        (&json!("reasons"), &json!("needed_for_decision"))
    );
    for (decided, field) in [
        (
            &["apology", "--decision", "goodwill", "--amount", "500"],
            "amount",
        ),
        (
            &["refund", "--decision", "refuse", "--due", "2026-12-01"],
            "due",
        ),
    ] {
        let command = [&["demand", "decide", number][..], decided].concat();
        let failure = terminal.failure(&command, "");
        assert_eq!(
            (&failure["field"], &failure["detail"]),
            (&json!(field), &json!("out_of_place"))
        );
    }
    let stray = [
        "demand", "add", number, "--kind", "apology", "--amount", "5",
    ];
    assert_eq!(terminal.failure(&stray, "")["detail"], "out_of_place");
    let both = terminal.lines(
        &["demand", "decide", number, "--json", "-"],
        r#"[{"demand":"refund","kind":"refuse","reasons":"Срок прошёл."},{"demand":2,"decision":{"kind":"goodwill"}}]"#,
    );
    assert_eq!(both.len(), 2);
    let withdrawn = terminal.json(&["demand", "decide", number, "apology", "--withdraw"], "");
    assert_eq!(withdrawn["demand"]["decision"], json!(null));

    let entry = terminal.json(
        &[
            "diary",
            "add",
            number,
            "--text",
            "Позвонили",
            "--at",
            "2026-11-22T09:15:00+03:00",
        ],
        "",
    );
    assert_eq!(entry["at"], "2026-11-22T09:15:00+03:00");
    let note = terminal.json(&["note", "add", number, "--text", "Не писать о складе"], "");
    assert_eq!(note["author"], "Крылова М. И.");
    terminal.json(&["undo", number], "");
    let card = terminal.json(&["complaint", "show", number], "");
    assert_eq!(card["notes"], json!([]));
    assert_eq!(card["diary"].as_array().unwrap().len(), 1);
    let failure = terminal.failure(&["complaint", "close", number], "");
    assert_eq!(failure["code"], "not_answered");
}

#[test]
fn the_sample_is_an_office_like_any_other() {
    let terminal = Terminal::bare();
    let made = terminal.json(&["office", "sample"], "");
    assert_eq!(made["profile"]["sample"], true);
    assert_eq!(made["complaints"], 40);
    assert_eq!(terminal.lines(&["complaint", "list"], "").len(), 40);
    assert!(
        terminal.json(&["journal", "verify"], "")["checked"]
            .as_u64()
            .unwrap()
            > 100
    );
}

#[test]
fn the_default_office_is_the_desktop_programs() {
    let home = tempfile::tempdir().unwrap();
    let at_home = |words: &[&str]| {
        let mut command = terminal::program(words);
        command
            .env("HOME", home.path())
            .env_remove("XDG_DATA_HOME")
            .env_remove("XDG_CONFIG_HOME");
        command
    };
    let founded = terminal::fed(
        at_home(&["office", "new", "--requisites", "-"]),
        terminal::REQUISITES,
    );
    assert!(founded.status.success(), "{founded:?}");
    if cfg!(target_os = "linux") {
        let usual = home.path().join(".local/share/ru.otvet.desktop/office");
        assert!(usual.join("office.sqlite").is_file());
        // The desktop program may have been told to keep its office elsewhere.
        let moved = home.path().join("elsewhere");
        fs::rename(&usual, &moved).unwrap();
        let config = home.path().join(".config/ru.otvet.desktop");
        fs::create_dir_all(&config).unwrap();
        fs::write(
            config.join("settings.json"),
            json!({ "own_folder": moved }).to_string(),
        )
        .unwrap();
        let told = terminal::fed(at_home(&["office", "info"]), "");
        assert!(told.status.success(), "{told:?}");
        let told = &terminal::json_lines(&told.stdout)[0];
        assert_eq!(Path::new(told["office"].as_str().unwrap()), moved);
    }
}

#[test]
fn the_trash_is_emptied_once_it_is_seen() {
    let terminal = Terminal::founded();
    let add = |text: &str| {
        let told = terminal.json(&["complaint", "add", "--json", "-"], text);
        told["number"].as_str().unwrap().to_owned()
    };
    let number = add(r#"{"text":"Чайник протекает"}"#);
    add(r#"{"text":"Кресло скрипит"}"#);
    terminal.json(&["complaint", "trash", &number, "--reason", "спам"], "");
    let told = terminal.json(&["trash", "show"], "");
    assert_eq!(told["numbers"], serde_json::json!([number]));
    assert_eq!(terminal.json(&["trash", "empty"], ""), told);
    assert_eq!(
        terminal.failure(&["complaint", "show", &number], "")["code"],
        "not_found"
    );
    assert_eq!(
        terminal.json(&["trash", "show"], "")["numbers"],
        serde_json::json!([])
    );
    let row = terminal.json(&["journal", "list", "--limit", "1"], "");
    assert_eq!(row["op"], "trash_empty");
}
