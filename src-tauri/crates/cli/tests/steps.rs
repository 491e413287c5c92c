//! Steps, procedures and checklists on the command line.

use crate::terminal::Terminal;
use serde_json::{Value, json};

const KETTLE: &str = r#"{"kind": "claim", "regime": "goods", "channel": "email",
    "received_at": "2026-11-22T09:00:00+03:00", "text": "Чайник протекает. Верните деньги!", "price": "4590.00",
    "complainant": {"name": "Соколова Марина Львовна"},
    "demands": [{"kind": "refund", "amount": "4590.00"}]}"#;

fn keys(procedure: &Value) -> Vec<&str> {
    let steps = procedure["steps"].as_array().expect("steps");
    steps
        .iter()
        .map(|step| step["step"].as_str().expect("a key"))
        .collect()
}

#[test]
fn a_case_is_led_and_checked_by_the_offices_own_lists() {
    let terminal = Terminal::founded();
    let added = terminal.json(&["complaint", "add", "--json", "-"], KETTLE);
    let number = added["number"].as_str().expect("a number").to_owned();
    let plain = terminal.json(&["step", "list", &number], "");
    assert_eq!(keys(&plain), ["acknowledge", "decide", "answer", "send"]);
    let many = terminal.json(&["step", "branch", &number, "--branch", "many"], "");
    assert!(keys(&many).contains(&"who_else"));
    let done = terminal.json(
        &["step", "done", &number, "who_else", "--remark", "никого"],
        "",
    );
    let mut steps = done["steps"].as_array().expect("steps").iter();
    let who = steps
        .find(|step| step["step"] == "who_else")
        .expect("the step");
    assert_eq!(
        (&who["state"], &who["remark"]),
        (&json!("done"), &json!("никого"))
    );
    let failure = terminal.failure(
        &["step", "skip", &number, "decide", "--reason", "некогда"],
        "",
    );
    assert_eq!(failure["detail"], "out_of_place");
    let task = [
        "step",
        "add",
        &number,
        "--title",
        "Позвонить",
        "--person",
        "Крылова",
        "--day",
        "2026-11-21",
    ];
    terminal.json(&task, "");
    let today = terminal.json(&["today"], "");
    assert_eq!(
        (&today["steps"][0]["title"], &today["steps"][0]["late"]),
        (&json!("Позвонить"), &json!(true))
    );

    let list =
        json!({"title": "Протечки", "items": ["Снимки", "Акт"], "words": "протекает"}).to_string();
    let saved = terminal.lines(&["checklist", "save", "--json", "-"], &list);
    assert_eq!(saved[0]["version"], 1);
    let put = terminal.json(&["checklist", "put", &number, "протечки"], "");
    let item = put["lists"][0]["items"][1]["step"]
        .as_str()
        .expect("an item")
        .to_owned();
    let ticked = terminal.json(&["step", "done", &number, &item], "");
    assert_eq!(ticked["lists"][0]["items"][1]["state"], "done");
    let off = terminal.json(&["checklist", "remove", &number, "Протечки"], "");
    assert_eq!(off["lists"], json!([]));

    let mut rule = terminal
        .lines(&["procedure", "list", "--branch", "many"], "")
        .remove(0);
    let steps = rule["steps"].as_array_mut().expect("steps");
    for step in steps.iter_mut() {
        let fields = step.as_object_mut().expect("a step");
        fields.retain(|name, _| {
            ["key", "title", "why", "role", "day", "asked"].contains(&name.as_str())
        });
    }
    steps[0]["title"]["ru"] = json!("Сказать «получили»");
    let save = json!({"branch": "many", "steps": rule["steps"]}).to_string();
    let own = terminal.lines(&["procedure", "save", "--json", "-"], &save);
    assert_eq!(
        (&own[0]["own"], &own[0]["steps"][0]["title"]["ru"]),
        (&json!(true), &json!("Сказать «получили»"))
    );
    let back = terminal.lines(&["procedure", "reset", "--branch", "many"], "");
    assert_eq!(back[0]["own"], false);
}
