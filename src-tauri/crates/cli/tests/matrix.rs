//! The points of a complaint by script: suggested, taken, established, put in order, told in the letter.

use crate::terminal::Terminal;
use serde_json::{Value, json};

const COMPLAINT: &str = r#"{"kind":"claim","regime":"goods","channel":"email",
"complainant":{"kind":"person","name":"Соколова Марина Львовна","email":"sokolova.m@mail.example",
"address":"197022, Санкт-Петербург, ул. Профессора Попова, д. 12, кв. 8"},"subject":"чайник протекает",
"text":"Добрый день! Я купила у вас чайник. Через неделю он стал протекать. Прошу вернуть деньги.",
"demands":[{"kind":"refund","amount":"4590.00"}]}"#;

fn texts(points: &[Value]) -> Vec<&str> {
    points
        .iter()
        .map(|one| one["text"].as_str().unwrap())
        .collect()
}

#[test]
fn points_are_suggested_established_and_told() {
    let terminal = Terminal::founded();
    let added = terminal.json(&["complaint", "add", "--json", "-"], COMPLAINT);
    let number = added["number"].as_str().unwrap();
    let offered = terminal.lines(&["allegation", "suggest", number], "");
    assert_eq!(
        texts(&offered),
        ["Я купила у вас чайник.", "Через неделю он стал протекать."]
    );
    let taken = terminal.lines(&["allegation", "take", number, "2"], "");
    assert_eq!(texts(&taken), ["Через неделю он стал протекать."]);
    assert_eq!(taken[0]["demands"].as_array().unwrap().len(), 1);

    terminal.lines(
        &["allegation", "add", number, "--text", "Чек не выдали"],
        "",
    );
    let turned = terminal.lines(&["allegation", "order", number, "2,1"], "");
    assert_eq!(texts(&turned)[0], "Чек не выдали");
    let stray = ["allegation", "order", number, "1"];
    assert_eq!(terminal.failure(&stray, "")["detail"], "foreign");
    let established = terminal.lines(
        &[
            "allegation",
            "edit",
            number,
            "1",
            "--check",
            "лента кассы",
            "--checked-by",
            "Панова",
            "--checked-on",
            "2026-11-21",
            "--verdict",
            "not_confirmed",
            "--found",
            "чек пробит и выдан",
            "--ground-kind",
            "own_rule",
            "--ground",
            "порядок работы кассы, п. 3",
            "--demand",
            "refund",
        ],
        "",
    );
    assert_eq!(established[0]["verdict"], "not_confirmed");
    assert_eq!(
        established[0]["text"], "Чек не выдали",
        "what is not named stays"
    );
    let split = terminal.lines(&["allegation", "split", number, "2", "--at", "13"], "");
    assert_eq!(split.len(), 3);
    let joined = terminal.lines(&["allegation", "join", number, "2", "3"], "");
    assert_eq!(joined.len(), 2);
    let edit =
        json!({ "verdict": "confirmed", "found": "течёт у носика", "check": "осмотр" }).to_string();
    terminal.lines(&["allegation", "edit", number, "2", "--json", "-"], &edit);
    let missing = ["allegation", "remove", number, "7"];
    assert_eq!(terminal.failure(&missing, "")["code"], "not_found");

    let card = terminal.json(&["complaint", "show", number], "");
    assert_eq!(card["allegations"].as_array().unwrap().len(), 2);
    terminal.json(&["undo", number], "");
    let card = terminal.json(&["complaint", "show", number], "");
    assert_eq!(card["allegations"][1]["verdict"], json!(null));
    let gone = terminal.lines(&["allegation", "remove", number, "2"], "");
    assert_eq!(gone.len(), 1);
}
