//! What a day at the desk needs beside the work itself: the way back to one's own records, paper, and words found again.

use acceptance::{Asked, Window, Workstation};
use serde_json::{Value, json};

/// The person's own office among their documents, founded by the first steps.
fn found_own(window: &Window) {
    window
        .role("textbox", "Как называть вас в программе")
        .fill("Мебель «Север»");
    window.role("button", "Дальше").click();
    window.wait_for_text("Шаг 2 из 4");
    window.role("button", "Дальше").click();
    window.wait_for_text("Шаг 3 из 4");
    window.role("button", "Создать записи").click();
    window.wait_for_text("Шаг 4 из 4");
    window.role("button", "Начать работу").click();
    window.role("heading", "Сегодня");
}

fn title_of_last_folder_dialog(workstation: &Workstation) -> String {
    let asked = workstation.answers.asked();
    let folders: Vec<&Asked> = asked
        .iter()
        .filter(|one| one.what() == "choose_folder")
        .collect();
    let last = folders.last().expect("a dialog for a folder");
    last.0["title"].as_str().unwrap_or_default().to_owned()
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
