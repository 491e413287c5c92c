//! The clocks of a case in the real window: one is started, leads, stands still and is ended; the
//! promise of a late day; the papers of an inspection.

use acceptance::{Window, Workstation};
use serde_json::{Value, json};

fn ask(window: &Window, command: &str, input: &Value) -> Value {
    window
        .invoke(command, &json!({ "input": input }))
        .unwrap_or_else(|refused| panic!("{command} was refused: {refused}"))
}

/// A case of the sample office that awaits its answer and names a demand with a day.
fn open_case(window: &Window) -> Value {
    let page = ask(
        window,
        "register_page",
        &json!({ "query": { "statuses": ["in_work", "fresh"], "channels": [], "kinds": [], "due": null, "text": "",
            "trashed": false, "sort": "due", "descending": true }, "offset": 0, "limit": 50 }),
    );
    let rows = page["rows"].as_array().expect("rows");
    let row = rows
        .iter()
        .find(|row| row["next_due_kind"] == "demand" && row["next_due"].is_string())
        .expect("a case with the term of a demand");
    ask(window, "complaint_card", &json!({ "complaint": row["id"] }))
}

fn to_terms(window: &Window, id: &str) {
    let place = format!("#/case/{id}/terms");
    window.run("location.hash = arguments[0]; return null", &[json!(place)]);
    window.wait_until(
        "the clocks are shown",
        "return document.querySelector('[data-section=terms] li[data-clock]') !== null",
    );
}

fn leading(window: &Window) -> String {
    window
        .run(
            "return document.querySelector('[data-section=terms] li[data-clock]').dataset.clock",
            &[],
        )
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn a_clock_is_started_stands_still_and_is_ended_in_the_window() {
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    window.resize(1280, 900);
    window.role("button", "Открыть учебные записи").click();
    window.role("heading", "Сегодня");
    let card = open_case(window);
    let id = card["complaint"]["id"].as_str().expect("an id").to_owned();
    to_terms(window, &id);
    assert_eq!(leading(window), "demand");
    window.picture("clocks-panel");
    window.assert_accessible("the clocks of a case");

    window.role("button", "Добавить срок").click();
    window.role("form", "Новый срок");
    window
        .role("textbox", "Своими словами")
        .write("за чайник на карту");
    window.role("textbox", "Число").fill("1");
    window.wait_for_text("последний день");
    window.picture("clocks-form");
    window.assert_accessible("the form of a clock");
    window.role("button", "Сохранить").click();
    window.wait_until(
        "the new clock leads",
        "return document.querySelector('[data-section=terms] li[data-clock]')?.dataset.clock === 'payment' \
         || document.querySelectorAll('[data-section=terms] li[data-clock=payment]').length > 0",
    );
    let kept = ask(window, "complaint_card", &json!({ "complaint": id }));
    let own = kept["running"]
        .as_array()
        .expect("clocks")
        .iter()
        .find(|clock| clock["kind"] == "payment" && clock["of_facts"] == false)
        .expect("the payment")
        .clone();
    assert_eq!(own["title"], "за чайник на карту");
    assert!(own["legal"].is_string());

    let name = "Выплатить: за чайник на карту";
    window
        .role("button", &format!("Завершить срок «{name}»"))
        .click();
    window.role("button", "Завершить срок").click();
    window.wait_for_text("Выберите подтверждение или напишите");
    window
        .css("[data-section=terms] form textarea")
        .write("Платёжное поручение 17.");
    window.picture("clocks-ending");
    window.assert_accessible("the end of a clock");
    window.role("button", "Завершить срок").click();
    window.wait_for_text("Завершённые: 1");
    window.picture("clocks-ended");

    // What begins the papers of an inspection is the invitation.
    window.wait_for_text("Осмотр: доказательства");
    window
        .role("button", "Начать: пригласить на осмотр")
        .click();
    window.wait_until(
        "the invitation is begun",
        "return location.hash.startsWith('#/letter/')",
    );
    to_terms(window, &id);
    window.wait_for_text("Письменное приглашение");
    window.run(
        "document.querySelector('[data-section=inspection]').scrollIntoView(); return null",
        &[],
    );
    window.picture("clocks-inspection");
    for (language, theme) in [("en", "dark"), ("ru", "light")] {
        let settings = json!({ "language": language, "theme": theme, "text_scale": 1.0, "actor": "Крылова М. И." });
        ask(window, "program_settings_save", &settings);
        window.run("location.reload(); return null", &[]);
        window.wait_until(
            "the page is back",
            &format!(
                "return document.readyState === 'complete' && document.documentElement.lang === '{language}' \
                 && document.querySelector('[data-section=terms] li[data-clock]') !== null"
            ),
        );
        window.picture(&format!("clocks-panel-{language}-{theme}"));
        window.assert_accessible(&format!("the clocks of a case, {language}, {theme}"));
    }
}
