//! Copies of the records in the real window: a place is chosen, a copy is looked at and put in place.

use acceptance::{Window, Workstation};
use serde_json::{Value, json};

fn ask(window: &Window, command: &str, input: Value) -> Value {
    window
        .invoke(command, &json!({ "input": input }))
        .unwrap_or_else(|refused| panic!("{command} was refused: {refused}"))
}

fn take_in(window: &Window, subject: &str) {
    let text = "Прошу вернуть деньги за чайник. Соколова Марина Львовна";
    let mut complaint = ask(window, "text_read", json!({ "text": text }));
    complaint["subject"] = json!(subject);
    let task = "0193a1a0-0000-7000-8000-000000000001";
    let progress = "__CHANNEL__:0";
    let arguments = json!({ "input": { "complaint": complaint, "tokens": [], "task": task }, "progress": progress });
    window
        .invoke("complaint_add", &arguments)
        .unwrap_or_else(|refused| panic!("not taken in: {refused}"));
}

/// Shows a screen in a language and a light.
fn dress(window: &Window, language: &str, theme: &str, there: &str) {
    let settings = json!({ "language": language, "theme": theme, "text_scale": 1.0, "actor": "Ветрова И. А." });
    ask(window, "program_settings_save", settings);
    window.run("window.left = true; location.reload(); return null", &[]);
    window.wait_until(
        "the page is back, with its letters",
        &format!(
            "return !window.left && document.readyState === 'complete' && document.documentElement.lang === '{language}' \
             && document.fonts.status === 'loaded' && document.body.innerText.includes('{there}')"
        ),
    );
}

fn go(window: &Window, place: &str) {
    window.run("location.hash = arguments[0]; return null", &[json!(place)]);
}

#[test]
fn a_copy_is_made_looked_at_and_put_in_place() {
    let workstation = Workstation::fresh();
    let window = workstation.window();
    window.resize(1280, 800);
    let profile: Value =
        serde_json::from_str(include_str!("../support/profile.json")).expect("a profile");
    ask(window, "office_create", json!({ "profile": profile }));
    window.run("location.reload(); return null", &[]);
    window.role("heading", "Сегодня");
    take_in(window, "Чайник протекает");
    // Now there is something to lose.
    window.run("location.reload(); return null", &[]);
    window.wait_for_text("Скажите, где хранить копии");

    let medium = workstation.machine.path("home/флешка");
    std::fs::create_dir_all(&medium).expect("a medium");
    workstation.answers.folder(Some(&medium));
    go(window, "#/copies");
    window.wait_for_text("Место не выбрано");
    window.picture("copies-none-ru-light");
    window.role("button", "Выбрать место…").click();
    window.wait_for_text("Записи в сохранности на");
    take_in(window, "Утюг не греет");
    window.role("button", "Сделать копию").click();
    window.wait_until(
        "there are two",
        "return document.querySelectorAll('tbody tr').length === 2",
    );
    take_in(window, "Плита искрит");

    for (language, theme) in [
        ("ru", "light"),
        ("ru", "dark"),
        ("en", "light"),
        ("en", "dark"),
    ] {
        let ru = language == "ru";
        go(window, "#/copies");
        dress(
            window,
            language,
            theme,
            if ru { "Проверена" } else { "Verified" },
        );
        window.css("tbody tr:last-child input").click();
        window.wait_for_text(if ru {
            "В ней нет 2 обращений"
        } else {
            "It lacks 2 complaints"
        });
        window.picture(&format!("copies-{language}-{theme}"));
        window.assert_accessible(&format!("copies, {language}, {theme}"));
        go(window, "#/today");
        window.wait_for_text(if ru {
            "Записи в сохранности на"
        } else {
            "Your records are safe as of"
        });
        window.picture(&format!("copies-today-{language}-{theme}"));
        window.assert_accessible(&format!("today, {language}, {theme}"));
        go(window, "#/settings/records");
        window.wait_for_text(if ru {
            "Копия в другое место"
        } else {
            "A copy in another place"
        });
        window.picture(&format!("copies-settings-{language}-{theme}"));
    }
    go(window, "#/copies");
    dress(window, "ru", "light", "Проверена");

    window.css("tbody tr:last-child input").click();
    window.role("button", "Открыть копию рядом").click();
    window.wait_for_text("Вы смотрите копию от");
    window.wait_for_text("Чайник протекает");
    window.picture("copies-looking-ru-light");
    window.assert_accessible("a copy looked at");
    window.role("button", "Вернуться к своим записям").click();
    window.wait_for_text("Проверена");
    window.css("tbody tr:last-child input").click();
    window.role("button", "Восстановить для пробы").click();
    window.wait_for_text("восстановлена для пробы: всё цело");
    window.css("tbody tr:last-child input").click();
    window
        .role("button", "Вернуть записи из этой копии…")
        .click();
    window.wait_for_text("Нынешние записи не удаляются");
    window.picture("copies-restore-ru-light");
    window.role("button", "Вернуть").click();
    window.wait_for_notice("Прежние лежат в папке");
    window.picture("copies-restored-ru-light");
    assert_eq!(ask(window, "office_info", Value::Null)["complaints"], 1);
    go(window, "#/copies");
    window.wait_for_text("прежние копии пока не удаляются");
    window.picture("copies-held-ru-light");
}
