//! The same answer for the public, for a call and for a message; and the letter as three people read it.

use super::{
    case_of, dialog_is_gone, draft_for, finish, go, id_of, letter_of, open_letter, sample,
};
use acceptance::Window;
use serde_json::json;

fn open_form(window: &Window, complaint: &str, kind: &str) {
    go(window, &format!("#/forms/{complaint}/{kind}"));
    window.wait_until(
        "the form is written",
        &format!(
            "return document.querySelector('#forms-{kind} textarea')?.value.trim().length > 0"
        ),
    );
}

#[test]
fn one_decision_is_told_in_public_by_telephone_and_by_message() {
    let workstation = sample("Крылова М. И.");
    let window = workstation.window();
    let case = case_of(window, "Громов Виталий Олегович");
    let complaint = id_of(&case).to_owned();

    open_form(window, &complaint, "public");
    window.wait_for_text("Замечаний нет");
    let reply = window.role("textbox", "Публичный ответ");
    let own = reply.property("value");
    let own = own.as_str().expect("words").to_owned();
    assert!(!own.contains("Громов") && !own.contains("41 990"), "{own}");
    window.picture("rooms-forms-public");

    // A name among strangers is a must; the words are kept on leaving.
    reply.fill("Уважаемый Виталий Громов, спасибо за отзыв! Мы всё проверили.");
    window.wait_for_text("обязательно");
    let told = window.css(".side").text().to_lowercase();
    assert!(told.contains("имя") || told.contains("фамили"), "{told}");
    window.picture("rooms-forms-name");
    window.assert_accessible("a public reply with a name in it");
    window.role("button", "Отметить публикацию").click();
    window.role("dialog", "Отметить, несмотря на замечания?");
    super::leave(window);
    window.wait_until(
        "what was typed is kept",
        "return document.querySelector('dialog[open]') === null",
    );
    window.run("window.dispatchEvent(new Event('blur')); return null", &[]);
    open_form(window, &complaint, "call");
    window.wait_for_text("Начало разговора");
    window.picture("rooms-forms-call");
    window.assert_accessible("a call script");
    open_form(window, &complaint, "public");
    window.wait_for_text("Черновик восстановлен");
    let kept = window.role("textbox", "Публичный ответ").property("value");
    assert_eq!(
        kept,
        json!("Уважаемый Виталий Громов, спасибо за отзыв! Мы всё проверили.")
    );
    window.role("button", "Начать заново").click();
    window.wait_for_text("Замечаний нет");

    // Posted: the place is asked for, and the diary of the case tells of it.
    window.role("button", "Отметить публикацию").click();
    window.role("dialog", "Где опубликован ответ");
    finish(window);
    window.wait_for_text("Напишите, где опубликован ответ.");
    window.role("textbox", "Площадка").fill("Яндекс Карты");
    finish(window);
    dialog_is_gone(window);
    window.wait_for_text("Где использовано");
    let diary = case_of(window, "Громов Виталий Олегович")["diary"].to_string();
    assert!(
        diary.contains("Опубликован ответ") && diary.contains("Яндекс Карты"),
        "{diary}"
    );

    open_form(window, &complaint, "sms");
    window.wait_for_text("SMS, в последнем ещё");
    window.picture("rooms-forms-message");
    window.assert_accessible("a text message");
    window.role("button", "Сохранить с делом").click();
    window.wait_for_notice("Сохранено с делом");
}

#[test]
fn a_letter_is_read_by_three_people_and_leads_to_what_they_miss() {
    let workstation = sample("Крылова М. И.");
    let window = workstation.window();
    let letter = draft_for(window, "Власова Ирина Аркадьевна", "final_satisfied");
    open_letter(window, &letter);
    window.role("tab", "Три взгляда").click();
    for reader in ["Заявитель", "Инспектор", "Судья"] {
        window.wait_for_text(reader);
    }
    window.picture("rooms-readings");
    window.assert_accessible("three readings of a draft");
    window.css("#letter-readings li.found button.point").click();
    window.wait_until(
        "the caret stands at the place in the letter",
        "return document.activeElement?.closest('.ProseMirror, [data-part]') !== null",
    );

    let case = case_of(window, "Громов Виталий Олегович");
    open_letter(window, &letter_of(&case, "issued"));
    window.role("tab", "Три взгляда").click();
    window.wait_for_text("Судья");
    window.picture("rooms-readings-issued");
    window.assert_accessible("three readings of an issued letter");
}
