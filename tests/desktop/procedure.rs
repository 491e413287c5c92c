//! A case led by its steps in the real window: a task found on Today, ticked and taken back by the keys, a step
//! passed over with its reason, and the look of it in both languages and both themes.

use acceptance::{Window, Workstation};
use serde_json::{Value, json};

fn ask(window: &Window, command: &str, input: &Value) -> Value {
    window
        .invoke(command, &json!({ "input": input }))
        .unwrap_or_else(|refused| panic!("{command} was refused: {refused}"))
}

/// Shows the page in that language and theme, at that place.
fn dressed(window: &Window, language: &str, theme: &str, place: &str) {
    let settings = json!({ "language": language, "theme": theme, "text_scale": 1.0, "actor": "Крылова М. И." });
    ask(window, "program_settings_save", &settings);
    window.run(
        "location.hash = arguments[0]; location.reload(); return null",
        &[json!(place)],
    );
    window.wait_until(
        "the page is back",
        "return document.readyState === 'complete' && document.querySelector('h1, h2') !== null",
    );
}

fn step(window: &Window, id: &Value, named: &str) -> Value {
    let card = ask(window, "complaint_card", &json!({ "complaint": id }));
    let steps = card["procedure"]["steps"]
        .as_array()
        .expect("steps")
        .clone();
    let items = card["procedure"]["lists"][0]["items"].as_array();
    let mut all = steps.iter().chain(items.into_iter().flatten());
    all.find(|step| step["title"]["ru"] == named)
        .unwrap_or_else(|| panic!("no {named}"))
        .clone()
}

#[test]
fn a_case_is_led_by_its_steps() {
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    window.resize(1280, 900);
    window.role("button", "Открыть учебные записи").click();
    window.role("heading", "Сегодня");
    window.wait_for_text("Просроченные поручения");
    window.picture("procedure-today");
    let task = "Забрать заключение";
    let today = ask(window, "today", &Value::Null);
    let steps = today["steps"].as_array().expect("steps").clone();
    let near = steps.iter().find(|step| step["title"] == task);
    let id = near.expect("the task")["row"]["id"].clone();
    let place = format!("#/case/{}/procedure", id.as_str().expect("an id"));
    dressed(window, "ru", "light", &place);
    window.role("checkbox", &format!("Отметить сделанным: {task}"));
    for (language, theme) in [
        ("en", "light"),
        ("en", "dark"),
        ("ru", "dark"),
        ("ru", "light"),
    ] {
        dressed(window, language, theme, &place);
        window.css("[data-section=procedure] [data-step]");
        window.picture(&format!("procedure-{language}-{theme}"));
        window.assert_accessible(&format!("the procedure, {language}, {theme}"));
    }
    // The box answers to the keys.
    window.run(
        "[...document.querySelectorAll('[data-section=procedure] input[type=checkbox]')]
            .find((box) => box.getAttribute('aria-label').includes(arguments[0])).focus(); return null",
        &[json!(task)],
    );
    window.press(&[" "]);
    window.role("checkbox", &format!("Снять отметку: {task}"));
    assert_eq!(step(window, &id, task)["state"], "done");
    window
        .role("button", "Действия: Сверить серийный номер с чеком")
        .click();
    window.role("menuitem", "Пропустить").click();
    window.role("button", "Сохранить").click();
    window.wait_for_text("Напишите причину");
    window
        .role("textbox", "Почему пропускаете")
        .fill("Сказали при приёме товара.");
    window.role("button", "Сохранить").click();
    window.wait_for_text("Сказали при приёме товара.");
    let skipped = step(window, &id, "Сверить серийный номер с чеком");
    assert_eq!(
        (&skipped["state"], &skipped["remark"]),
        (&json!("skipped"), &json!("Сказали при приёме товара."))
    );
    window.picture("procedure-worked");
    window
        .role("button", "Действия: Решить по каждому требованию")
        .click();
    window.role("menuitem", "Перейти").click();
    window.wait_until(
        "the demands have the focus",
        "return document.activeElement?.id === 'case-demands-title'",
    );
    dressed(window, "ru", "light", "#/settings/routines");
    window.role("heading", "Списки проверки");
    window.role("button", "Изменить: Жалоба верна").click();
    window.picture("procedure-settings");
    window.assert_accessible("the settings of procedures");
}
