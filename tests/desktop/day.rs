//! A day in the real window: an answer in a drawer stays overdue, a complaint sent on is told of, and what was undone
//! is made again.

use acceptance::{Window, Workstation};
use serde_json::{Value, json};

fn ask(window: &Window, command: &str, input: &Value) -> Value {
    window
        .invoke(command, &json!({ "input": input }))
        .unwrap_or_else(|refused| panic!("{command} was refused: {refused}"))
}

fn sample() -> Workstation {
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    window.resize(1440, 900);
    window.role("button", "Открыть учебные записи").click();
    window.role("heading", "Сегодня");
    workstation
}

/// Goes there anew, past whatever stands on the screen already.
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

fn card_of(window: &Window, id: &str) -> Value {
    ask(window, "complaint_card", &json!({ "complaint": id }))
}

/// An overdue case of the sample that awaits its answer and demands something.
fn overdue(window: &Window) -> Value {
    let today = ask(window, "today", &Value::Null);
    let rows = today["overdue"]["rows"].as_array().expect("rows").clone();
    let open = rows.iter().find(|row| {
        let demands = row["demands"].as_array().map_or(0, Vec::len);
        demands > 0 && ["fresh", "in_work"].contains(&row["status"].as_str().unwrap_or_default())
    });
    let id = open.expect("an overdue case")["id"]
        .as_str()
        .expect("an id");
    card_of(window, id)
}

/// Refuses every demand and issues the answer; gives the letter.
fn answered_in_a_drawer(window: &Window, card: &Value) -> Value {
    let id = &card["complaint"]["id"];
    for view in card["demands"].as_array().expect("demands") {
        let decision = json!({
            "kind": "refuse", "reasons": "Осмотр мастера показал следы удара о твёрдое, недостатка товара нет.",
            "ground": "статья 18 Закона о защите прав потребителей", "amount": null, "action": "", "due": null,
            "evidence": []
        });
        ask(
            window,
            "decide",
            &json!({ "complaint": id, "demand": view["demand"]["id"], "decision": decision }),
        );
    }
    let draft = json!({ "complaint": id, "kind": "final_refusal", "language": "ru" });
    let letter = ask(window, "letter_draft", &draft)["summary"]["id"].clone();
    // In this office nobody else has to see it.
    let mut profile = ask(window, "office_info", &Value::Null)["profile"].clone();
    profile["approval"]["required"] = json!(false);
    ask(window, "profile_save", &profile);
    let issue = json!({ "letter": letter, "override_reason": "проверено руководителем" });
    ask(window, "letter_issue", &issue)
}

#[test]
fn an_answer_in_a_drawer_stays_overdue_on_every_screen() {
    let workstation = sample();
    let window = workstation.window();
    let card = overdue(window);
    let (id, number) = (
        card["complaint"]["id"].as_str().expect("an id").to_owned(),
        card["complaint"]["number"]
            .as_str()
            .expect("a number")
            .to_owned(),
    );
    answered_in_a_drawer(window, &card);

    go(window, "#/today");
    let listed = format!(
        "return [...document.querySelectorAll('section[aria-labelledby=today-overdue] a[data-row=\"{id}\"]')]\
         .map((row) => row.innerText).join('')"
    );
    window.wait_until("the case is overdue", &format!("{listed} !== ''"));
    let row = window.run(&listed, &[]);
    let row = row.as_str().expect("its words");
    assert!(row.contains("выпущено, не отправлено"), "{row}");
    assert!(row.contains("просрочено"), "{row}");
    let times = format!("return document.querySelectorAll('a[data-row=\"{id}\"]').length");
    assert_eq!(window.run(&times, &[]), json!(1), "a case stands once");
    window.picture("day-drawer-today");

    go(window, &format!("#/case/{id}"));
    window.wait_for_text("Выпущено, не отправлено");
    let head = window.css("main header.head").text();
    assert!(head.contains("просрочено"), "{head}");
    window.picture("day-drawer-case");

    go(window, "#/register");
    // An old case stands far below those in sight.
    window.role("textbox", "Слова из обращения").fill(&number);
    window.wait_for_text("найдено 1 обращение");
    window.wait_for_text(&number);
    window.wait_for_text("Выпущено, не отправлено");
    window.picture("day-drawer-register");

    // Once it has left, it is late no more.
    let letters = card_of(window, &id)["letters"]
        .as_array()
        .expect("letters")
        .clone();
    let letter = letters
        .iter()
        .rfind(|letter| letter["kind"] == "final_refusal");
    let now = window.run("return new Date(Date.now() - 60000).toISOString()", &[]);
    let sent =
        json!({ "letter": letter.expect("the answer")["id"], "channel": "email", "at": now });
    ask(window, "letter_sent", &sent);
    go(window, "#/today");
    window.wait_until("it is overdue no more", &format!("{listed} === ''"));
}

#[test]
fn a_complaint_sent_on_leads_to_its_notice() {
    let workstation = sample();
    let window = workstation.window();
    let card = overdue(window);
    let id = card["complaint"]["id"].as_str().expect("an id").to_owned();
    let draft = json!({ "complaint": id, "kind": "forwarding", "language": "ru" });
    let letter = ask(window, "letter_draft", &draft);
    let mut choices = letter["choices"].clone();
    choices["particulars"]["recipient"]["organisation"] = json!("Прокуратура Центрального района");
    choices["particulars"]["recipient"]["address"] =
        json!("191000, Санкт-Петербург, ул. Примерная, д. 1");
    choices["particulars"]["forwarding_reason"] = json!("надзор за этим ведёт прокуратура");
    let save =
        json!({ "letter": letter["summary"]["id"], "text": letter["text"], "choices": choices });
    ask(window, "letter_choices_save", &save);
    let issue =
        json!({ "letter": letter["summary"]["id"], "override_reason": "проверено руководителем" });
    let issued = ask(window, "letter_issue", &issue);
    let now = window.run("return new Date(Date.now() - 1000).toISOString()", &[]);
    let sent = json!({ "letter": letter["summary"]["id"], "channel": "email", "at": now });
    ask(window, "letter_sent", &sent);

    go(window, &format!("#/case/{id}"));
    window.wait_for_text("Сообщить заявителю, куда направили");
    window.picture("day-forwarded");
    window.role("button", "Открыть уведомление").click();
    let number = issued["summary"]["issued"]["number"]
        .as_str()
        .expect("a number");
    window.wait_for_text(number);
    window.wait_for_text("Прокуратура Центрального района");
}

#[test]
fn what_was_undone_is_made_again_by_name() {
    let workstation = sample();
    let window = workstation.window();
    let card = overdue(window);
    let id = card["complaint"]["id"].as_str().expect("an id").to_owned();
    go(window, &format!("#/case/{id}/diary"));
    let diary = |window: &Window| {
        let card = card_of(window, &id);
        card["diary"].as_array().map_or(0, Vec::len)
    };
    let before = diary(window);
    window.role("button", "Добавить запись").click();
    window
        .role("textbox", "Что было")
        .fill("Мастер осмотрел изделие.");
    window.role("button", "Сохранить").click();
    window.wait_for_text("Мастер осмотрел изделие.");
    assert_eq!(diary(window), before + 1);
    window.run("document.activeElement?.blur(); return null", &[]);
    window.press(&["\u{e009}", "z"]);
    window.wait_for_notice("Отменено:");
    assert_eq!(diary(window), before);
    window.role("button", "Вернуть");
    window.press(&["\u{e009}", "\u{e008}", "z"]);
    window.wait_for_notice("Возвращено:");
    assert_eq!(diary(window), before + 1);
    window.picture("day-redone");
}
