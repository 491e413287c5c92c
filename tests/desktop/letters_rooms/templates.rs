//! Templates: an office changes one, and what was written before stays as it was.

use super::{ask, assert_says, dialog_is_gone, draft_for, finish, go, leave, open_letter, sample};
use acceptance::Window;
use serde_json::{Value, json};

const PROGRAM: &str = "a[href='#/templates/final_satisfied.ru']";

fn open_the_list(window: &Window) {
    go(window, "#/settings/templates");
    window.css(PROGRAM);
}

fn own(window: &Window) -> Value {
    let groups = ask(window, "templates", &json!({}));
    let group = groups
        .as_array()
        .expect("groups")
        .iter()
        .find(|group| group["kind"] == "final_satisfied" && group["language"] == "ru")
        .expect("the group")
        .clone();
    let templates = group["templates"].as_array().expect("templates");
    templates
        .iter()
        .find(|one| !one["template"].is_null())
        .expect("a template of our own")
        .clone()
}

fn closing_of(window: &Window, letter: &str) -> String {
    let card = ask(
        window,
        "letter_card",
        &json!({ "input": { "letter": letter } }),
    );
    card["text"]["closing"].as_str().expect("words").to_owned()
}

#[test]
fn a_template_is_made_ones_own_and_only_new_letters_follow_it() {
    let workstation = sample("Крылова М. И.");
    let window = workstation.window();
    let before = draft_for(window, "Власова Ирина Аркадьевна", "final_satisfied");

    open_the_list(window);
    window.css(PROGRAM).click();
    window.wait_for_text("Это шаблон программы");
    window.role("button", "Сделать свой").click();
    window.wait_for_text("как в шаблоне программы");
    window
        .role("textbox", "Слова над подписью")
        .fill("С добрыми пожеланиями,");

    // A paragraph of one's own, with a snippet made on the spot.
    window.role("button", "Добавить абзац").click();
    window
        .css(".card.active .ProseMirror")
        .write("Мы открыты каждый день. ");
    window.role("button", "Вставка").click();
    window.role("button", "Новая вставка").click();
    window.wait_until(
        "the caret stands in the snippet",
        "return document.activeElement?.closest('[data-place^=\"snippet/own_1/\"]') !== null",
    );
    window
        .css("[data-place^='snippet/own_1/'] .ProseMirror")
        .write("Приходите, когда удобно.");

    // And one that speaks of each demand, which goes where its like are.
    window.role("button", "Добавить другое…").click();
    window
        .role("menuitem", "Абзац для каждого требования")
        .click();
    window
        .css(".card.active .ProseMirror")
        .write("Об этом мы напишем отдельно.");
    window.wait_for_text("не сохранено");
    window.wait_until(
        "the page shows the words",
        "return document.querySelector('main canvas, main .pages img') !== null",
    );
    window.picture("rooms-template-own");
    window.assert_accessible("a template being changed");

    window.role("button", "Сохранить свой…").click();
    window.role("dialog", "Сохранить свой шаблон");
    window.picture("rooms-template-save");
    window.assert_accessible("a template being saved");
    finish(window);
    window.wait_for_notice("Сохранена редакция 1");
    dialog_is_gone(window);

    // A second version, of which the history tells.
    window
        .role("textbox", "Слова над подписью")
        .fill("С благодарностью за терпение,");
    window.role("button", "Сохранить…").click();
    window
        .role("textbox", "Что изменено")
        .fill("поблагодарили за терпение");
    finish(window);
    window.wait_for_notice("Сохранена редакция 2");
    window.role("tab", "Редакции 2").click();
    window.wait_for_text("поблагодарили за терпение");
    window.picture("rooms-template-history");

    // New letters are written by it; the old one keeps its words.
    let after = draft_for(window, "ООО «Вектор»", "final_satisfied");
    assert_eq!(closing_of(window, &after), "С благодарностью за терпение,");
    assert_eq!(closing_of(window, &before), "С уважением,");
    open_letter(window, &after);
    window.wait_for_text("обычный, редакция 2");
    window.wait_for_text("Мы открыты каждый день. Приходите, когда удобно.");
    window.wait_for_text("Об этом мы напишем отдельно.");
    open_letter(window, &before);
    window.wait_for_text("шаблон программы, редакция 4");
    assert!(!window.text().contains("Мы открыты каждый день."));

    carry_to_another_computer(&workstation);
}

/// Templates go out as a file and come in again only as far as they differ.
fn carry_to_another_computer(workstation: &acceptance::Workstation) {
    let window = workstation.window();
    open_the_list(window);
    let file = workstation.machine.path("home/шаблоны.toml");
    workstation.answers.save_as(Some(&file));
    window.role("button", "Сохранить все свои в файл…").click();
    window.wait_for_notice("Сохранено:");
    let text = std::fs::read_to_string(&file).expect("the file of templates");
    assert_says(&super::squeezed(&text), "С благодарностью за терпение,");

    workstation.answers.files(std::slice::from_ref(&file));
    window.role("button", "Взять из файла…").click();
    window.wait_for_text("Брать нечего");
    window.picture("rooms-template-import-same");
    leave(window);

    let other = text.replace(
        "С благодарностью за терпение,",
        "С уважением и благодарностью,",
    );
    let changed = workstation
        .machine
        .file("от коллеги.toml", other.as_bytes());
    workstation.answers.files(&[changed]);
    window.role("button", "Взять из файла…").click();
    window.wait_for_text("новая редакция");
    window.picture("rooms-template-import");
    window.assert_accessible("templates out of a file");
    window.role("button", "Взять 1 шаблон").click();
    window.wait_for_notice("Взят 1 шаблон");
    assert_eq!(own(window)["version"], 3);

    // A file that is no template says so and changes nothing.
    let broken = workstation.machine.file("отпуск.toml", b"[[block]\nid = 3");
    workstation.answers.files(&[broken]);
    window.role("button", "Взять из файла…").click();
    window.wait_for_text("не шаблон писем или он испорчен");
    leave(window);
    assert_eq!(own(window)["version"], 3);
}
