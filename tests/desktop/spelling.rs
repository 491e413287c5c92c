//! Misspelt words in the window: what WebKit was told, which fields it may underline, which words it knows.

use acceptance::{Window, Workstation};
use serde_json::json;
use std::fs;
use std::path::Path;

/// What the program logged so far.
fn log(workstation: &Workstation) -> String {
    let folder = workstation.machine.path("data/ru.otvet.desktop/logs");
    let files = fs::read_dir(folder)
        .expect("the folder of the log")
        .flatten();
    files
        .filter_map(|file| fs::read_to_string(file.path()).ok())
        .collect()
}

/// Whether the field with this label asks to be checked, as WebKit reads it.
fn is_checked(window: &Window, role: &str, name: &str) -> bool {
    window.role(role, name).property("spellcheck") == true
}

/// WebKit's own words: checking is on, and it found the dictionaries of both languages.
#[test]
fn webkit_checks_both_languages() {
    if !Path::new("/usr/share/hunspell/ru_RU.dic").exists() {
        prerequisites::skip("hunspell-ru is not installed");
        return;
    }
    let workstation = Workstation::with_sample();
    workstation
        .window()
        .role("button", "Открыть учебные записи");
    let log = log(&workstation);
    let told = log
        .lines()
        .find_map(|line| line.split_once("spelling is checked: "));
    let (_, told) = told.unwrap_or_else(|| panic!("nothing about spelling in {log}"));
    assert!(told.starts_with("true") && told.contains("ru_RU"), "{told}");
    assert!(told.contains("en_GB") || told.contains("en_US"), "{told}");
}

#[test]
fn fields_of_words_are_checked_and_fields_of_figures_are_not() {
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    window.role("button", "Открыть учебные записи").click();
    window.role("heading", "Сегодня");
    window.run("location.hash = '#/settings/letterhead'", &[]);
    assert!(is_checked(window, "textbox", "Строка под названием"));
    window.run("location.hash = '#/settings/office'", &[]);
    assert!(!is_checked(window, "textbox", "ИНН"));
    assert!(is_checked(window, "textbox", "Должность"));
}

/// A word of the office's own lies where Enchant looks for it: in the program's folder, not in the person's.
#[test]
fn a_word_of_the_offices_own_is_known_to_the_window() {
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    window.role("button", "Открыть учебные записи").click();
    window.role("heading", "Сегодня");
    window.run("location.hash = '#/settings/records'", &[]);
    window.role("textbox", "Новое слово").fill("фудтрак");
    window.role("button", "Добавить").click();
    window.role("button", "Убрать слово «фудтрак»");
    let own = workstation
        .machine
        .path("config/ru.otvet.desktop/enchant/ru_RU.dic");
    assert_eq!(fs::read_to_string(&own).expect("the list"), "фудтрак\n");
    assert!(!workstation.machine.path("config/enchant").exists());
    window
        .invoke("word_remove", &json!({ "input": { "word": "фудтрак" } }))
        .expect("removed");
    assert_eq!(fs::read_to_string(&own).expect("the list"), "");
}
