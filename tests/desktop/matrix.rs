//! The points of a complaint in the real window: found in its text, established, put in order by keys, and read back
//! from the letter that is written from them.

use acceptance::{Window, Workstation};
use serde_json::{Value, json};

fn ask(window: &Window, command: &str, input: &Value) -> Value {
    window
        .invoke(command, &json!({ "input": input }))
        .unwrap_or_else(|refused| panic!("{command} was refused: {refused}"))
}

fn go(window: &Window, place: &str) {
    window.run(
        "location.hash = arguments[0]; location.reload(); return null",
        &[json!(place)],
    );
    window.wait_until(
        "the page is back",
        "return document.readyState === 'complete' && document.querySelector('h1') !== null",
    );
}

fn case_of(window: &Window, name: &str) -> Value {
    let asked = json!({ "text": name, "limit": 5 });
    let hits = ask(window, "search", &asked);
    let id = hits[0]["row"]["id"].clone();
    ask(window, "complaint_card", &json!({ "complaint": id }))
}

fn points(window: &Window, id: &Value) -> Vec<Value> {
    let card = ask(window, "complaint_card", &json!({ "complaint": id }));
    card["allegations"].as_array().expect("points").clone()
}

#[test]
fn what_is_stated_is_found_established_ordered_and_told_in_the_letter() {
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    window.resize(1680, 1000);
    window.role("button", "Открыть учебные записи").click();
    window.role("heading", "Сегодня");

    let card = case_of(window, "Соколова Марина");
    let id = card["complaint"]["id"].clone();
    let place = format!("#/case/{}/findings", id.as_str().expect("an id"));
    go(window, &place);
    window.role("button", "Найти доводы в тексте").click();
    window.role("button", "Взять 2 довода");
    window.picture("matrix-offers");
    window.role("button", "Взять 2 довода").click();
    window.wait_for_notice("Взято 2 довода");
    assert_eq!(points(window, &id).len(), 2);

    // What stands in the text is marked while its point has the keyboard.
    window.run(
        "document.querySelectorAll('.handle')[1].focus(); return null",
        &[],
    );
    window.wait_until(
        "the phrase is marked",
        "return document.querySelector('#case-words mark')?.textContent.includes('протекать') === true",
    );
    window.picture("matrix-marked");
    window.assert_accessible("points of a complaint");

    // Alt with an arrow puts the second in front, and leaves the keyboard there.
    window.press(&["\u{e00a}", "\u{e013}"]);
    window.wait_for_notice("Порядок доводов изменён");
    let first = points(window, &id)[0]["text"].clone();
    assert!(
        first
            .as_str()
            .is_some_and(|text| text.contains("протекать")),
        "{first}"
    );

    window.press(&["\u{e007}"]);
    window
        .role("textbox", "Что и как проверили")
        .fill("Осмотр чайника в мастерской");
    window
        .role("textbox", "Кто проверил")
        .fill("мастер Орлов В. Н.");
    window.role("radio", "Подтвердился частично").click();
    window
        .role("textbox", "Что установили")
        .fill("Вода проступает у крышки, основание сухое.");
    window
        .role("textbox", "Основание")
        .fill("пункт 4.2 гарантийных условий");
    window.picture("matrix-form");
    window.role("button", "Сохранить").click();
    window.wait_for_notice("Довод сохранён");
    let second = points(window, &id)[1].clone();
    let mut rest = second.clone();
    rest["complaint"] = id.clone();
    rest["allegation"] = second["id"].clone();
    rest["check"] = json!("журнал кассы");
    rest["verdict"] = json!("confirmed");
    rest["found"] = json!("Покупка значится в журнале.");
    ask(window, "allegation_save", &rest);

    for (name, width, theme, language) in [
        ("matrix-wide-en", 1680, "light", "en"),
        ("matrix-narrow-en-dark", 760, "dark", "en"),
        ("matrix-wide", 1680, "light", "ru"),
        ("matrix-wide-dark", 1680, "dark", "ru"),
        ("matrix-narrow-dark", 760, "dark", "ru"),
        ("matrix-narrow", 760, "light", "ru"),
    ] {
        let settings = json!({ "language": language, "theme": theme, "text_scale": 1.0, "actor": "Крылова М. И." });
        ask(window, "program_settings_save", &settings);
        window.resize(width, 1000);
        go(window, &place);
        window.wait_for_text("Вода проступает у крышки");
        window.picture(name);
        window.assert_accessible(name);
    }

    // The letter holds each finding.
    window.resize(1680, 1000);
    let decision = json!({ "kind": "refuse", "reasons": "Проверка показала, что основание чайника сухое.",
        "ground": "статья 18 Закона о защите прав потребителей", "amount": null, "action": "", "due": null, "evidence": [] });
    let demand = card["demands"][0]["demand"]["id"].clone();
    ask(
        window,
        "decide",
        &json!({ "complaint": id, "demand": demand, "decision": decision }),
    );
    let draft = json!({ "complaint": id, "kind": "final_refusal", "language": "ru" });
    let letter = ask(window, "letter_draft", &draft)["summary"]["id"].clone();
    let letter = letter.as_str().expect("an id").to_owned();
    go(window, &format!("#/letter/{letter}"));
    window.wait_for_text("Вода проступает у крышки, основание сухое.");
    window.picture("matrix-letter");

    // The finding changes: the paragraph is told to be older, and taken anew.
    let mut changed = points(window, &id)[0].clone();
    changed["allegation"] = changed["id"].clone();
    changed["complaint"] = id.clone();
    changed["verdict"] = json!("not_confirmed");
    changed["found"] = json!("Чайник сухой со всех сторон.");
    ask(window, "allegation_save", &changed);
    go(window, &format!("#/letter/{letter}"));
    window.wait_for_text("Эти абзацы старше записей дела");
    window.picture("matrix-letter-behind");
    window.assert_accessible("a letter with a paragraph older than its source");
    window.role("button", "Взять новое: абзац 1").click();
    window.wait_for_notice("Абзац взят из дела");
    window.wait_for_text("Чайник сухой со всех сторон.");
    let now = ask(window, "letter_card", &json!({ "letter": letter }));
    assert_eq!(now["behind"], json!([]));
}
