//! A password in the real window, by keyboard alone; and what lies on the disk meanwhile.

use acceptance::{Machine, Start, Window, Workstation};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const PASSWORD: &str = "сом пеньку не указ 41";
const ENTER: &str = "\u{e007}";
const TAB: &str = "\u{e004}";
const END: &str = "\u{e010}";
const LEFT: &str = "\u{e012}";
const CONTROL: &str = "\u{e009}";

/// What stands in the complaint and in the draft.
const PLANTED: [&str; 4] = ["ТАЙНОСЛОВО", "ЧЕРНОВИКОСЛОВО", "Соколова", "Северный дом"];

fn ask(window: &Window, command: &str, input: Value) -> Value {
    window
        .invoke(command, &json!({ "input": input }))
        .unwrap_or_else(|refused| panic!("{command} was refused: {refused}"))
}

fn take_in(window: &Window) {
    let text = "ТАЙНОСЛОВО: прошу вернуть деньги за чайник. Соколова Марина Львовна";
    let mut complaint = ask(window, "text_read", json!({ "text": text }));
    complaint["subject"] = json!("Чайник протекает");
    let task = "0193a1a0-0000-7000-8000-000000000001";
    let arguments = json!({
        "input": { "complaint": complaint, "tokens": [], "task": task },
        "progress": "__CHANNEL__:0",
    });
    window
        .invoke("complaint_add", &arguments)
        .unwrap_or_else(|refused| panic!("not taken in: {refused}"));
}

/// Goes from one thing to the next by Tab until one of this name has the focus.
fn tab_to(window: &Window, name: &str) {
    let focused = "const on = document.activeElement; if (!on) return '';
        const label = on.labels?.[0]?.textContent ?? on.getAttribute('aria-label') ?? on.textContent ?? '';
        return label.trim()";
    for _ in 0..120 {
        if window.run(focused, &[]).as_str() == Some(name) {
            return;
        }
        window.press(&[TAB]);
    }
    panic!("no Tab leads to «{name}»");
}

fn files(dir: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => files(&entry.path(), found),
            Ok(kind) if kind.is_file() => found.push(entry.path()),
            _ => {}
        }
    }
}

/// The files of the whole machine that hold one of these words, in UTF-8 or UTF-16, or bear it as a name.
fn telling(machine: &Machine) -> Vec<String> {
    let mut all = Vec::new();
    files(&machine.path(""), &mut all);
    let mut found = Vec::new();
    for file in all {
        let bytes = fs::read(&file).unwrap_or_default();
        let name = file.display().to_string();
        for word in PLANTED {
            let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let holds = |what: &[u8]| bytes.windows(what.len()).any(|part| part == what);
            if holds(word.as_bytes()) || holds(&wide) || name.contains(word) {
                found.push(format!("{word} in {name}"));
            }
        }
    }
    found
}

/// Shows the page anew in a language and a light.
fn dress(window: &Window, language: &str, theme: &str) {
    let settings = json!({ "language": language, "theme": theme, "text_scale": 1.0, "actor": "Панова С. А.", "reminders": false, "lock_after": 10 });
    ask(window, "program_settings_save", settings);
    window.run("window.left = true; location.reload(); return null", &[]);
    window.wait_until(
        "the page is back, with its letters",
        &format!(
            "return !window.left && document.readyState === 'complete' \
             && document.documentElement.lang === '{language}' && document.fonts.status === 'loaded' \
             && document.querySelector('h1') !== null"
        ),
    );
}

#[test]
fn a_password_is_set_and_opens_the_records_again_by_keyboard() {
    let machine = Machine::new();
    let temporary = machine.path("tmp");
    fs::create_dir(&temporary).expect("a folder for what is temporary");
    let start = Start {
        environment: vec![("TMPDIR".into(), temporary.to_string_lossy().into_owned())],
        ..Start::default()
    };
    let workstation = Workstation::start(machine, start);
    let window = workstation.window();
    window.resize(1280, 800);
    let profile: Value =
        serde_json::from_str(include_str!("../support/profile.json")).expect("a profile");
    ask(window, "office_create", json!({ "profile": profile }));
    window.run("location.reload(); return null", &[]);
    window.role("heading", "Сегодня");
    take_in(window);

    tab_to(window, "Настройки");
    window.press(&[ENTER]);
    window.role("tab", "Записи");
    tab_to(window, "Организация");
    window.press(&[END]);
    window.wait_for_text("Сколько хранить закрытые дела");
    window.press(&[LEFT]);
    window.wait_for_text("Записи лежат открыто");
    window.picture("lock-settings-open-ru");
    tab_to(window, "Задать пароль…");
    window.press(&[ENTER]);
    tab_to(window, "Пароль");
    window.type_keys(PASSWORD);
    window.wait_for_text("Надёжный.");
    tab_to(window, "Пароль ещё раз");
    window.type_keys(PASSWORD);
    window.picture("lock-set-ru");
    tab_to(window, "Дальше");
    window.press(&[ENTER]);
    window.wait_for_text("Если пароль забудется");
    let key = window.css("dialog .key").text();
    assert_eq!(key.len(), 47, "{key}");
    window.picture("lock-key-ru");
    window.assert_accessible("the recovery key");
    tab_to(window, "Введите ключ с листа");
    window.type_keys(&key);
    tab_to(window, "Зашифровать записи");
    window.press(&[ENTER]);
    window.wait_for_notice("Готово: записи зашифрованы.");
    window.picture("lock-settings-shut-ru");

    let draft = json!({ "key": "note/1", "value": { "text": "ЧЕРНОВИКОСЛОВО" } });
    ask(window, "draft_put", draft);
    window.press(&[CONTROL, "l"]);
    window.role("heading", "Записи закрыты");
    let seen = window.run("return document.documentElement.outerHTML", &[]);
    let seen = seen.as_str().unwrap_or_default().to_owned();
    for word in PLANTED {
        assert!(!seen.contains(word), "{word} is still in the page");
    }
    let told = telling(&workstation.machine);
    assert_eq!(told, [] as [String; 0], "on the disk while it is shut");
    let refused = window.invoke("today", &json!({ "input": null }));
    assert_eq!(refused.expect_err("shut")["code"], "no_office");

    for (language, theme) in [
        ("en", "dark"),
        ("en", "light"),
        ("ru", "dark"),
        ("ru", "light"),
    ] {
        dress(window, language, theme);
        window.picture(&format!("lock-{language}-{theme}"));
        window.assert_accessible(&format!("the lock screen, {language}, {theme}"));
    }
    tab_to(window, "Пароль");
    window.type_keys("мимо этого пароля");
    window.press(&[ENTER]);
    window.wait_for_text("Пароль не подходит");
    window.picture("lock-wrong-ru");
    window.type_keys(PASSWORD);
    window.press(&[ENTER]);
    // Where one was when the records were shut.
    window.wait_for_text("Записи зашифрованы");
    window.run("location.hash = '#/today'; return null", &[]);
    window.wait_for_text("Чайник протекает");
    let kept = ask(window, "draft_get", json!({ "key": "note/1" }));
    assert_eq!(kept["value"]["text"], "ЧЕРНОВИКОСЛОВО");
    let told = telling(&workstation.machine);
    assert_eq!(told, [] as [String; 0], "on the disk while it is open");
    for (language, theme) in [("en", "dark"), ("ru", "light")] {
        dress(window, language, theme);
        window.run("location.hash = '#/settings/records'; return null", &[]);
        window.wait_for_text(if language == "ru" {
            "Записи зашифрованы"
        } else {
            "The records are encrypted"
        });
        window.picture(&format!("lock-settings-{language}-{theme}"));
        window.assert_accessible(&format!("settings of the password, {language}, {theme}"));
    }
}
