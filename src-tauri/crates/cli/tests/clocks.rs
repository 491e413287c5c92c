//! Clocks, promises and inspections on the command line, and terms by an office's own rules.

use crate::terminal::{self, Terminal};
use serde_json::{Value, json};

const KETTLE: &str = r#"{"kind": "claim", "regime": "goods", "channel": "email",
    "received_at": "2026-11-22T09:00:00+03:00", "text": "Чайник течёт. Верните деньги!", "price": "4590.00",
    "complainant": {"name": "Соколова Марина Львовна"},
    "demands": [{"kind": "refund", "amount": "4590.00"}]}"#;

fn kettle(terminal: &Terminal) -> String {
    let added = terminal.json(&["complaint", "add", "--json", "-"], KETTLE);
    added["number"].as_str().expect("a number").to_owned()
}

#[test]
fn a_clock_is_started_paused_and_ended() {
    let terminal = Terminal::founded();
    let number = kettle(&terminal);
    let of = |words: &[&str], input: &Value| -> Vec<Value> {
        let mut all = vec!["clock", words[0], number.as_str()];
        all.extend(&words[1..]);
        terminal.lines(&all, &input.to_string())
    };
    let list = of(&["list"], &Value::Null);
    assert_eq!(list.len(), 1);
    assert_eq!(list[0]["kind"], "demand");
    assert_eq!(list[0]["state"], "open");
    let payment = json!({"kind": "payment", "ours": true, "start": "received",
        "term": {"count": 3, "unit": "working_days"}, "citation": "договор"});
    let list = of(&["save", "--json", "-"], &payment);
    assert_eq!(list[0]["kind"], "payment");
    assert_eq!(list[0]["legal"], "2026-11-25");
    let id = list[0]["clock"].as_str().expect("an id").to_owned();
    // What it begins with can't stand still before it.
    let early = json!({"clock": id, "from": "2026-11-22", "ground": "нет реквизитов"});
    let failure = terminal.failure(
        &["clock", "pause", &number, "--json", "-"],
        &early.to_string(),
    );
    assert_eq!(
        (failure["code"].as_str(), failure["field"].as_str()),
        (Some("field"), Some("from"))
    );
    let bare = json!({"clock": id, "how": "met", "on": "2026-11-22"});
    let failure = terminal.failure(&["clock", "end", &number, "--json", "-"], &bare.to_string());
    assert_eq!(failure["field"], "why");
    let end =
        json!({"clock": id, "how": "met", "on": "2026-11-22", "why": "платёжное поручение 17"});
    let list = of(&["end", "--json", "-"], &end);
    let ended = list
        .iter()
        .find(|c| c["clock"] == id.as_str())
        .expect("there");
    assert_eq!(ended["state"], "met");
    let list = of(&["reopen", &id], &Value::Null);
    assert_eq!(list[0]["state"], "open");
    let list = of(&["remove", &id], &Value::Null);
    assert_eq!(list.len(), 1);
    let calendar = terminal.run(&["clock", "calendar", &number], "");
    let calendar = String::from_utf8(calendar.stdout).expect("text");
    assert!(
        calendar.starts_with("BEGIN:VCALENDAR") && calendar.contains(&number),
        "{calendar}"
    );
}

#[test]
fn a_promise_behind_the_legal_day_names_article_and_sum() {
    let terminal = Terminal::founded();
    let number = kettle(&terminal);
    let promise = |day: &str| terminal.lines(&["clock", "promise", &number, "--day", day], "");
    assert_eq!(promise("2026-12-02"), Vec::<Value>::new());
    let late = promise("2026-12-07");
    assert_eq!(late[0]["legal"], "2026-12-02");
    assert_eq!(late[0]["late_days"], 5);
    assert_eq!(late[0]["per_day"], "45.90");
    assert_eq!(late[0]["total"], "229.50");
    let text = late[0]["text_ru"].as_str().expect("text");
    assert!(
        text.contains("ст. 23") && text.contains("02.12.2026"),
        "{text}"
    );
}

#[test]
fn an_inspection_tells_what_is_missing() {
    let terminal = Terminal::founded();
    let number = kettle(&terminal);
    let view = terminal.json(&["inspection", &number], "");
    assert_eq!(view["may_make"], false);
    assert_eq!(view["steps"][0]["what"], "invite");
    assert_eq!(view["steps"][0]["state"], "missing");
    let out = terminal.folder.path().join("x.pdf");
    let failure = terminal.failure(
        &["inspection", &number, "--out", &out.display().to_string()],
        "",
    );
    assert_eq!(
        (failure["code"].as_str(), failure["field"].as_str()),
        (Some("field"), Some("act"))
    );
    assert!(!out.exists());
}

#[test]
fn terms_follow_the_office_that_is_named() {
    let terminal = Terminal::founded();
    let asked = [
        "deadline",
        "explain",
        "--regime",
        "goods",
        "--demand",
        "refund",
        "--received",
        "2026-11-22",
    ];
    let with = terminal.lines(&asked, "");
    let without = terminal::json_lines(&terminal::fed(terminal::program(&asked), "").stdout);
    assert_eq!(
        with, without,
        "an office that changed nothing counts as the program does"
    );
    let rules = terminal.lines(
        &[
            "deadline",
            "rules",
            "--regime",
            "goods",
            "--on",
            "2026-11-22",
        ],
        "",
    );
    assert!(
        rules
            .iter()
            .any(|r| r["id"] == "goods.money" && r["pause"].is_string())
    );
    let nowhere = Terminal::bare();
    assert_eq!(nowhere.failure(&asked, "")["code"], "not_an_office");
}
