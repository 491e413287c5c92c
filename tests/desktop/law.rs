//! The law in the real window: what each answer would cost, the rules, the calendar.

use acceptance::{Window, Workstation};
use serde_json::{Value, json};

fn ask(window: &Window, command: &str, input: &Value) -> Value {
    window
        .invoke(command, &json!({ "input": input }))
        .unwrap_or_else(|refused| panic!("{command} was refused: {refused}"))
}

fn go(window: &Window, place: &str) {
    window.run("location.hash = arguments[0]; return null", &[json!(place)]);
}

/// A case of the sample office whose money is asked back and not decided on.
fn money_case(window: &Window) -> String {
    let page = ask(
        window,
        "register_page",
        &json!({ "query": { "statuses": ["in_work", "fresh"], "channels": [], "kinds": [], "due": null, "text": "",
            "trashed": false, "sort": "due", "descending": true }, "offset": 0, "limit": 50 }),
    );
    page["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .find(|row| {
            let demands = row["demands"].as_array().expect("demands");
            demands.contains(&json!("refund"))
        })
        .expect("a case that asks for money")["id"]
        .as_str()
        .expect("an id")
        .to_owned()
}

#[test]
fn the_price_of_each_answer_and_the_rules_behind_it_are_seen_in_the_window() {
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    window.resize(1280, 900);
    window.role("button", "Открыть учебные записи").click();
    window.role("heading", "Сегодня");
    let id = money_case(window);
    go(window, &format!("#/case/{id}/prices"));
    for answer in [
        "Выплатить всё сегодня",
        "Отказать и выиграть суд",
        "Отказать и проиграть суд",
        "Как растёт цена со временем",
    ] {
        window.wait_for_text(answer);
    }
    // Each figure opens its formula with the article it rests on.
    window.run(
        "document.querySelectorAll('[data-section=prices] details').forEach((one) => { one.open = true }); return null",
        &[],
    );
    window.wait_for_text("Штраф 50 %");
    window.wait_for_text("ЗоЗПП № 2300-1");
    window.run(
        "document.querySelector('[data-section=prices]').scrollIntoView(); return null",
        &[],
    );
    window.picture("law-prices");
    window.assert_accessible("the price of each answer");

    for (place, heading, name) in [
        ("#/settings/norms", "Сроки и нормы", "law-norms"),
        (
            "#/settings/calendar",
            "Производственный календарь",
            "law-calendar",
        ),
    ] {
        go(window, place);
        window.role("heading", heading);
        window.picture(name);
        window.assert_accessible(heading);
    }
}

#[test]
fn a_term_stands_still_on_a_ground_and_a_late_promise_names_its_price() {
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    window.resize(1280, 900);
    window.role("button", "Открыть учебные записи").click();
    window.role("heading", "Сегодня");
    let id = money_case(window);
    go(window, &format!("#/case/{id}/terms"));
    window
        .role("button", "Приостановить срок «Вернуть деньги»")
        .click();
    window.wait_for_text("Что случилось");
    window.picture("law-pause");
    window.assert_accessible("the form that stops a term");

    let draft = ask(
        window,
        "letter_draft",
        &json!({ "complaint": id, "kind": "interim", "language": null }),
    );
    let mut choices = draft["choices"].clone();
    choices["expected"] = json!("2027-02-01");
    let letter = draft["summary"]["id"].as_str().expect("an id");
    ask(
        window,
        "letter_choices_save",
        &json!({ "letter": letter, "text": draft["text"], "choices": choices }),
    );
    go(window, &format!("#/letter/{letter}"));
    window.role("tab", "Детали").click();
    window.wait_for_text("Это позже законного срока");
    window.wait_for_text("ЗоЗПП");
    window.picture("law-late-promise");
    window.assert_accessible("a promise later than the law's day");
}
