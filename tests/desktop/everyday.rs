//! What a day at the desk needs beside the work itself: the way back to one's own records, paper, and words found again.

use acceptance::{Window, Workstation};
use serde_json::{Value, json};

/// The person's own office among their documents, founded by the first steps.
fn found_own(window: &Window) {
    window
        .role("textbox", "Полное название")
        .fill("Мебель «Север»");
    window
        .role("textbox", "Почтовый адрес с индексом")
        .fill("190000, Санкт-Петербург, ул. Примерная, д. 7");
    window.role("button", "Дальше").click();
    window.wait_for_text("Шаг 2 из 3");
    window
        .role("textbox", "Кто подписывает")
        .fill("Ветрова Ирина Александровна");
    window.role("button", "Дальше").click();
    window.wait_for_text("Шаг 3 из 3");
    window.role("button", "Начать работу").click();
    window.role("heading", "Сегодня");
}

/// Waits for it: the press has gone when the program has not asked yet.
fn title_of_last_folder_dialog(workstation: &Workstation) -> String {
    let asked = || {
        let mut asked = workstation.answers.asked().into_iter();
        asked.rfind(|one| one.what() == "choose_folder")
    };
    for _ in 0..100 {
        if let Some(last) = asked() {
            return last.0["title"].as_str().unwrap_or_default().to_owned();
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    panic!("no dialog for a folder");
}

/// Records lie where a person finds them, are opened again, and the sample has the way back to them.
#[test]
fn own_records_are_found_again_from_the_sample_and_after_a_restart() {
    let mut workstation = Workstation::fresh();
    found_own(workstation.window());
    let records = workstation.machine.path("home/Documents/Ответ, записи");
    assert!(
        records.join("office.sqlite").is_file(),
        "no records in {records:?}"
    );
    // Nothing is in them yet, so nobody is asked for a copy.
    assert!(
        !workstation.window().text().contains("копи"),
        "{}",
        workstation.window().text()
    );
    workstation.close();
    workstation.open();
    workstation.window().role("heading", "Сегодня");
    let open = |window: &Window| window.invoke("program_state", &json!({})).expect("a state");
    assert_eq!(open(workstation.window())["sample_open"], json!(false));

    let window = workstation.window();
    window.run("location.hash = '#/settings/records'; return null", &[]);
    window.role("button", "Открыть учебные записи").click();
    window.wait_for_text("учебный");
    window
        .role("button", "Вернуться к «Мебель «Север»»")
        .click();
    window.wait_until(
        "the sample is left",
        "return !document.body.innerText.includes('учебный')",
    );
    window.role("heading", "Сегодня");
    assert_eq!(open(window)["sample_open"], json!(false));

    // The dialog says what is chosen, and a copy is no place to work in.
    window.run("location.hash = '#/settings/records'; return null", &[]);
    let made = window.invoke("program_state", &json!({})).expect("a state");
    assert_eq!(made["offices"][0]["open"], json!(true));
    workstation.answers.folder(None);
    window.role("button", "Открыть другие записи…").click();
    window.role("button", "Открыть записи из папки…").click();
    assert_eq!(
        title_of_last_folder_dialog(&workstation),
        "Выберите папку, в которой лежат ваши записи"
    );
}

/// An issued letter and chosen rows go to the system's print dialog, and what came of it is said.
#[test]
fn letters_and_chosen_rows_are_printed_without_leaving_the_program() {
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    window.role("button", "Открыть учебные записи").click();
    window.role("heading", "Сегодня");
    window.run("location.hash = '#/register'; return null", &[]);
    window.wait_for_text("ВХ-2026/");
    window.css("[data-index='0']");
    window.run(
        "for (const at of [1, 3]) document.querySelector(`[data-index='${at}']`).dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true })); return null",
        &[],
    );
    window.wait_for_text("Выбрано 2 строки");
    window.picture("register-chosen");
    window.role("button", "Печать").click();
    window.wait_for_notice("Отправлено на печать");
    let printed = |workstation: &Workstation| -> Vec<Value> {
        let asked = workstation.answers.asked().into_iter();
        asked
            .filter(|one| one.what() == "print")
            .map(|one| one.0)
            .collect()
    };
    assert_eq!(printed(&workstation).len(), 1);
    assert!(
        printed(&workstation)[0]["pages"].as_u64() >= Some(2),
        "{:?}",
        printed(&workstation)
    );

    // Where there is nothing to print, that is said.
    window.run("location.hash = '#/settings'; return null", &[]);
    window.role("heading", "Настройки");
    window.press(&["\u{e009}", "p"]);
    window.wait_for_notice("печатать нечего");

    let hits = issued(window);
    window.run(
        "location.hash = `#/letter/${arguments[0]}`; return null",
        &[json!(hits)],
    );
    window.role("button", "Печать (Ctrl+P)").click();
    window.wait_for_notice("Отправлено на печать");
    assert_eq!(printed(&workstation).len(), 2);
}

/// A letter of the sample that was issued.
fn issued(window: &Window) -> String {
    let query =
        json!({ "input": { "query": { "statuses": ["answered"] }, "offset": 0, "limit": 20 } });
    let page = window.invoke("register_page", &query).expect("rows");
    for row in page["rows"].as_array().expect("rows") {
        let card = window
            .invoke(
                "complaint_card",
                &json!({ "input": { "complaint": row["id"] } }),
            )
            .expect("a card");
        let letters = card["letters"].as_array().cloned().unwrap_or_default();
        if let Some(letter) = letters.iter().find(|letter| letter["state"] == "issued") {
            return letter["id"].as_str().expect("an id").to_owned();
        }
    }
    panic!("no issued letter in the sample");
}

/// What the office wrote is found in any form of its words: in a decision, and in a letter once it is issued.
#[test]
fn words_of_our_decisions_and_letters_are_found() {
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    window.role("button", "Открыть учебные записи").click();
    window.role("heading", "Сегодня");
    let letter = issued(window);
    let card = window
        .invoke("letter_card", &json!({ "input": { "letter": letter } }))
        .expect("a letter");
    let heading = card["text"]["heading"].as_str().expect("a heading");
    let letters = |word: &&str| word.chars().count() > 5 && word.chars().all(char::is_alphabetic);
    let words: Vec<&str> = heading.split(' ').filter(letters).collect();
    let words = words.join(" ");
    let found = window
        .invoke(
            "search",
            &json!({ "input": { "text": "ценника заменён вовремя", "limit": 5 } }),
        )
        .expect("hits");
    assert_eq!(found[0]["field"], "decision", "{found}");
    window
        .role("combobox", "Поиск по обращениям")
        .fill("ценника заменён");
    window.wait_for_text("наше решение");
    window.picture("search-decision");
    let found = window
        .invoke(
            "search",
            &json!({ "input": { "text": words, "limit": 40 } }),
        )
        .expect("hits");
    let cases: Vec<&Value> = found
        .as_array()
        .expect("hits")
        .iter()
        .map(|hit| &hit["row"]["id"])
        .collect();
    assert!(cases.contains(&&card["complaint"]), "{words}: {found}");
}

fn ask(window: &Window, command: &str, input: &Value) -> Value {
    window
        .invoke(command, &json!({ "input": input }))
        .unwrap_or_else(|refused| panic!("{command} was refused: {refused}"))
}

/// A case of the sample that nothing is decided on yet, with one demand or more.
fn undecided(window: &Window, but: Option<&Value>) -> Value {
    let query = json!({ "query": { "statuses": ["in_work", "fresh"] }, "offset": 0, "limit": 40 });
    let rows = ask(window, "register_page", &query)["rows"].clone();
    let fits = |row: &&Value| {
        row["kind"] == "claim"
            && row["demands"].as_array().is_some_and(|all| all.len() == 1)
            && Some(&row["id"]) != but
    };
    let rows = rows.as_array().expect("rows").clone();
    let row = rows.iter().find(fits).expect("a case with a demand");
    ask(window, "complaint_card", &json!({ "complaint": row["id"] }))
}

/// What an issued letter says is found by any form of its words, and its words go into a new letter without the
/// people, sums and days of the first, however the people were written.
#[test]
fn words_of_an_issued_letter_are_found_and_taken_into_a_new_one() {
    const REASONS: &str = "Товар изготовлен по меркам заказчика, насос исправен. \
        О результате мы сообщили мария петровна и позвонили иванову. \
        Проверку закончили 27 ноября 2026 г., расходы 4 590 руб.";
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    window.resize(1440, 900);
    window.role("button", "Открыть учебные записи").click();
    window.role("heading", "Сегодня");
    let first = undecided(window, None);
    let id = first["complaint"]["id"].clone();
    let decision = json!({ "kind": "refuse", "reasons": "Мастер осмотрел товар и недостатка не нашёл.", "ground": "пункт 6 статьи 18 Закона о защите прав потребителей",
        "amount": null, "action": "", "due": null, "evidence": [] });
    let decide = |case: &Value, decision: &Value| {
        let demand = &case["demands"][0]["demand"]["id"];
        let id = &case["complaint"]["id"];
        ask(
            window,
            "decide",
            &json!({ "complaint": id, "demand": demand, "decision": decision }),
        );
    };
    decide(&first, &decision);
    let mut profile = ask(window, "office_info", &Value::Null)["profile"].clone();
    profile["approval"]["required"] = json!(false);
    ask(window, "profile_save", &profile);
    let draft = |id: &Value| {
        let asked = json!({ "complaint": id, "kind": "final_refusal", "language": "ru" });
        ask(window, "letter_draft", &asked)["summary"]["id"].clone()
    };
    // The words stand in the letter alone.
    let answer = draft(&id);
    let card = ask(window, "letter_card", &json!({ "letter": answer }));
    let mut text = card["text"].clone();
    let own = json!({ "id": "own-words", "lock": "free", "role": "", "content": { "type": "paragraph",
        "spans": [{ "type": "text", "text": REASONS, "bold": false, "italic": false }] } });
    text["blocks"]
        .as_array_mut()
        .expect("blocks")
        .insert(1, own);
    let save = json!({ "letter": answer, "text": text, "choices": card["choices"] });
    ask(window, "letter_choices_save", &save);
    let issue = json!({ "letter": answer, "override_reason": "проверено руководителем" });
    let issued = ask(window, "letter_issue", &issue)["summary"]["issued"]["number"].clone();

    // Found by words in another form than they stand in.
    for words in ["меркам", "мерка заказчику", "насосы"] {
        window.role("combobox", "Поиск по обращениям").fill(words);
        let number = first["complaint"]["number"].as_str().expect("a number");
        window.wait_until(
            "the case is found",
            &format!(
                "return [...document.querySelectorAll('[role=option]')].some((one) => one.innerText.includes({}))",
                json!(number)
            ),
        );
    }
    window.wait_for_text("наше письмо");
    window.picture("search-letter");

    // Its words for another letter.
    let second = undecided(window, Some(&id));
    let plain = json!({ "kind": "refuse", "reasons": "Мастер проверил товар и недостатка не нашёл.",
        "ground": "пункт 6 статьи 18 Закона о защите прав потребителей", "amount": null, "action": "", "due": null, "evidence": [] });
    decide(&second, &plain);
    let letter = draft(&second["complaint"]["id"]);
    let letter = letter.as_str().expect("an id").to_owned();
    window.run(
        "location.hash = arguments[0]; location.reload(); return null",
        &[json!(format!("#/letter/{letter}"))],
    );
    window.wait_for_text("недостатка не нашёл");
    window.role("button", "Действия с делом").click();
    window.role("menuitem", "Взять слова из письма…").click();
    window
        .role("textbox", "Что было в письме")
        .fill("мерки насоса");
    let issued = issued.as_str().expect("a number");
    window.wait_until(
        "the letter is offered",
        &format!(
            "return [...document.querySelectorAll('dialog li button')].some((one) => one.innerText.includes({}))",
            json!(issued)
        ),
    );
    window.run(
        "[...document.querySelectorAll('dialog li button')].find((one) => one.innerText.includes(arguments[0])).click(); return null",
        &[json!(issued)],
    );
    window.wait_for_text("по меркам заказчика");
    window.picture("words-taken");
    window.assert_accessible("words of an earlier letter");
    window.role("button", "Вставить в письмо").click();
    window.wait_for_notice("Вставлено абзацев");
    window.wait_until(
        "the words stand in the letter",
        "return document.querySelector('.ProseMirror')?.innerText.includes('по меркам заказчика')",
    );
    let written = window.css(".ProseMirror").text().to_lowercase();
    for told in ["мария", "петровна", "иванов", "27 ноября", "4 590"] {
        assert!(!written.contains(told), "{told}: {written}");
    }
    assert!(written.contains("насос исправен"), "{written}");
    window.picture("words-inserted");
}
