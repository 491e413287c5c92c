//! What the shell itself promises: one window, nothing typed is lost, long work can be stopped.

use acceptance::{Window, Workstation};
use serde_json::{Value, json};
use std::fs::File;
use std::path::Path;

/// The sample office with the case of this number open.
fn open_case(window: &Window) {
    window.role("button", "Открыть учебные записи").click();
    window.role("heading", "Сегодня");
    let page = json!({ "input": { "query": {}, "offset": 0, "limit": 50 } });
    let rows = window
        .invoke("register_page", &page)
        .expect("rows of the sample");
    let open = rows["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .find(|row| row["status"] == "in_work");
    let id = open
        .and_then(|row| row["id"].as_str())
        .expect("a case in work")
        .to_owned();
    window.run(
        "location.hash = `#/case/${arguments[0]}`",
        &[Value::from(id)],
    );
    window.wait_for_text("Требования и решения");
}

#[test]
fn a_second_start_only_shows_the_first_window() {
    let workstation = Workstation::fresh();
    let status = workstation.start_again();
    assert!(status.success(), "{status}");
    assert_eq!(
        workstation
            .window()
            .run("return document.visibilityState", &[]),
        "visible"
    );
}

/// The window is closed in the middle of a word, before the draft's own pause is over.
#[test]
fn words_typed_last_outlive_the_closing_of_the_window() {
    const WORDS: &str = "Клиентка звонила ещё раз, просит перезвонить после шести";
    let mut workstation = Workstation::with_sample();
    open_case(workstation.window());
    let case = workstation.window().run("return location.hash", &[]);
    workstation
        .window()
        .role("button", "Добавить заметку")
        .click();
    workstation.window().role("textbox", "Заметка").write(WORDS);
    workstation.answers.close_window();
    workstation.wait_for_end();

    workstation.open();
    workstation.window().role("heading", "Сегодня");
    workstation
        .window()
        .run("location.hash = arguments[0]", &[case]);
    workstation.window().wait_for_text("Требования и решения");
    if !workstation.window().has_role("textbox", "Заметка") {
        workstation
            .window()
            .role("button", "Добавить заметку")
            .click();
    }
    let kept = workstation
        .window()
        .role("textbox", "Заметка")
        .property("value");
    assert_eq!(kept, WORDS);
}

#[test]
fn a_large_document_shows_its_progress_and_can_be_stopped() {
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    open_case(window);
    let before = exhibits(window);
    let large = workstation.machine.path("home/запись с камеры.mp4");
    File::create(&large)
        .and_then(|file| file.set_len(4 << 30))
        .expect("a large file");
    workstation.answers.files(&[large]);
    window.role("button", "Добавить документы").click();
    window.role("progressbar", "Ход копирования");
    window.picture("document-progress");
    window.wait_until(
        "some of it is copied",
        "return document.querySelector('progress').value > 0",
    );
    window.role("button", "Остановить").click();
    window.wait_for_notice("Добавление остановлено");
    window.wait_until(
        "the progress is gone",
        "return document.querySelector('progress') === null",
    );
    assert_eq!(
        exhibits(window),
        before,
        "a document that was stopped is on the case"
    );
    let left = largest_file(&workstation.machine.path("data"));
    assert!(
        left < 100 << 20,
        "{left} bytes of the stopped document are left behind"
    );
}

fn exhibits(window: &Window) -> Value {
    window.run(
        "return document.querySelectorAll('#documents ul.list > li').length",
        &[],
    )
}

fn largest_file(folder: &Path) -> u64 {
    let entries = folder.read_dir().into_iter().flatten().flatten();
    entries
        .map(|entry| {
            let path = entry.path();
            if path.is_dir() {
                largest_file(&path)
            } else {
                entry.metadata().map_or(0, |about| about.len())
            }
        })
        .max()
        .unwrap_or(0)
}
