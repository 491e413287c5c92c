//! Posting: the papers are printed, the dispatch is written down, the delivery followed, the answer proved.

use super::{
    assert_says, case_of, dialog_is_gone, finish, leave, letter_of, open_letter, sample, words_of,
};
use acceptance::Window;
use std::process::Command;

/// A day is pointed at in a month, which lies over the dialog and which Esc leaves alone.
fn points_at_a_day(window: &Window) {
    const ESC: &str = "\u{e00c}";
    const ENTER: &str = "\u{e007}";
    const LEFT: &str = "\u{e012}";
    let day = "return document.activeElement?.dataset.day ?? null";
    let has_day = "return document.activeElement?.dataset.day !== undefined";
    window.role("button", "Открыть календарь: Когда").click();
    window.role("dialog", "Календарь: Когда");
    window.wait_until("a day of the month has the focus", has_day);
    window.picture("rooms-posting-month");
    window.assert_accessible("a month to point at");
    window.press(&[ESC]);
    window.wait_until(
        "only the month is gone, and the focus is back at its button",
        "return document.querySelector('[popover]') === null \
         && document.querySelector('dialog[open]') !== null \
         && document.activeElement?.getAttribute('aria-haspopup') === 'dialog'",
    );
    let today = window.role("group", "Когда").text();
    window.press(&[ENTER]);
    window.wait_until("a day of the month has the focus", has_day);
    let before = window.run(day, &[]);
    window.press(&[LEFT]);
    let pointed = window.run(day, &[]);
    assert!(
        pointed.as_str() < before.as_str(),
        "{pointed} after {before}"
    );
    window.press(&[ENTER]);
    window.wait_until(
        "a day was taken",
        "return document.querySelector('[popover]') === null",
    );
    let written: String = window
        .role("group", "Когда")
        .text()
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let mut parts: Vec<&str> = pointed.as_str().expect("a day").split('-').collect();
    parts.reverse();
    assert_eq!(written, parts.concat());
    window.role("button", "Открыть календарь: Когда").click();
    window.css("[popover] .actions button:last-child").click();
    window.wait_until(
        "the month is gone",
        "return document.querySelector('[popover]') === null",
    );
    assert_eq!(window.role("group", "Когда").text(), today);
}

#[test]
fn a_letter_is_posted_followed_and_proved() {
    let workstation = sample("Крылова М. И.");
    let window = workstation.window();
    let case = case_of(window, "Шевчук Тарас Григорьевич");
    let letter = letter_of(&case, "issued");
    open_letter(window, &letter);
    window.wait_for_text("Ещё не отправлено");
    window.picture("rooms-posting-none");

    // The envelope has the size it says and the address of the letter.
    window.role("button", "Конверт, наклейка, опись…").click();
    window.role("dialog", "Бумаги к письму");
    window
        .role("combobox", "Размер конверта")
        .choose("C5 — 162 × 229 мм, лист пополам");
    let envelope = workstation.machine.path("home/конверт.pdf");
    workstation.answers.save_as(Some(&envelope));
    window
        .css("dialog[open] .foot button:first-of-type")
        .click();
    window.wait_for_notice("Сохранено:");
    let text = words_of(&envelope);
    for expected in ["Шевчук", "187110", "г. Кириши", "ООО «Северный дом»"]
    {
        assert_says(&text, expected);
    }
    let info = Command::new("pdfinfo")
        .arg(&envelope)
        .output()
        .expect("pdfinfo (package poppler-utils)");
    let info = String::from_utf8_lossy(&info.stdout).into_owned();
    let size = info
        .lines()
        .find_map(|line| line.strip_prefix("Page size:"))
        .expect("its size");
    let points: Vec<f64> = size
        .split_whitespace()
        .filter_map(|word| word.parse().ok())
        .collect();
    for (found, millimetres) in points.iter().zip([229.0, 162.0]) {
        assert!((found - millimetres * 72.0 / 25.4).abs() < 0.6, "{size}");
    }

    window
        .role("combobox", "Что напечатать")
        .choose("Опись вложения");
    window.wait_until(
        "the inventory is shown",
        "return document.querySelector('dialog[open] input[inputmode=numeric]') !== null",
    );
    window.picture("rooms-posting-inventory");
    window.assert_accessible("the papers of a letter");
    let inventory = workstation.machine.path("home/опись.pdf");
    workstation.answers.save_as(Some(&inventory));
    window
        .css("dialog[open] .foot button:first-of-type")
        .click();
    window.wait_until(
        "the inventory is saved",
        "return document.body.innerText.includes('опись.pdf')",
    );
    let text = words_of(&inventory);
    let number = window.css("dd.number").text();
    for expected in ["Опись", "Шевчук", number.as_str()] {
        assert_says(&text.to_lowercase(), &expected.to_lowercase());
    }
    leave(window);

    // A slip of the pen in the number is caught by its check digit.
    window.role("button", "Записать отправку").click();
    window.role("dialog", "Как и когда отправили");
    window.wait_until(
        "the caret stands in the first field of the dialog",
        "return document.activeElement === document.querySelector('dialog[open] .body select')",
    );
    points_at_a_day(window);
    window.role("combobox", "Как").choose("Заказное письмо");
    window
        .role("textbox", "Номер отправления")
        .fill("19010291174624");
    window.wait_for_text("Контрольная цифра 4, а по остальным цифрам должна быть 3");
    finish(window);
    window.wait_until(
        "the number is shown as wrong, and the caret stands in it",
        "return document.activeElement?.getAttribute('aria-invalid') === 'true' \
         && document.activeElement.value === '19010291174624'",
    );
    window.picture("rooms-posting-wrong-number");
    window.assert_accessible("a dispatch with a wrong number");
    window
        .role("textbox", "Номер отправления")
        .fill("19010291174623");
    window.wait_for_text("Номер сходится");
    finish(window);
    dialog_is_gone(window);
    window.wait_for_text("Отправлено, ждём до");
    window.wait_for_text("19010291174623");

    window.role("button", "Что с доставкой?").click();
    window.role("dialog", "Что с доставкой");
    window
        .role("combobox", "Откуда это известно")
        .write("сайт почты");
    finish(window);
    dialog_is_gone(window);
    window.wait_for_text("Вручено");
    window.picture("rooms-posting-delivered");
    window.assert_accessible("a letter that was delivered");

    window.role("button", "Доказательства ответа…").click();
    window.wait_for_text("Что войдёт");
    window.picture("rooms-posting-proof");
    window.assert_accessible("the proof of an answer");
    if window.try_css("dialog[open] textarea").is_some() {
        window
            .css("dialog[open] textarea")
            .write("Учебная отправка.");
    }
    let proof = workstation.machine.path("home/доказательства.pdf");
    workstation.answers.save_as(Some(&proof));
    finish(window);
    window.wait_for_notice("Доказательства сохранены");
    let text = words_of(&proof);
    for expected in [number.as_str(), "19010291174623", "Шевчук"] {
        assert_says(&text, expected);
    }
}

#[test]
fn a_letter_that_is_late_stands_on_today_until_it_is_heard_of() {
    let workstation = sample("Крылова М. И.");
    let window = workstation.window();
    window.wait_for_text("Доставка задерживается");
    let case = case_of(window, "Громов Виталий Олегович");
    open_letter(window, &letter_of(&case, "issued"));
    window.wait_for_text("задерживается на 2 дня");
    window.role("button", "Что с доставкой?").click();
    window
        .role("combobox", "Что произошло")
        .choose("Вернулось к нам");
    window.role("textbox", "Почему").fill("истёк срок хранения");
    window.picture("rooms-posting-returned");
    finish(window);
    dialog_is_gone(window);
    window.wait_for_text("Вернулось к нам: истёк срок хранения");
    window.role("link", "Сегодня").click();
    window.role("heading", "Сегодня");
    window.wait_until(
        "no delivery is late any more",
        "return document.querySelector('a[data-row]') !== null && document.querySelector('#today-delivery') === null",
    );
}
