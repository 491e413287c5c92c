//! The rooms around a letter: its templates, the head's approval, the post,
//! the other forms of an answer, the three readings.

mod approval;
mod forms;
mod looks;
mod posting;
mod templates;

use acceptance::{Window, Workstation};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

/// The head of the sample office, by the name its settings give.
const HEAD: &str = "Ветрова И. А.";

/// The sample office, open on Today, with this person at the computer.
fn sample(actor: &str) -> Workstation {
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    window.resize(1280, 800);
    window.role("button", "Открыть учебные записи").click();
    window.role("heading", "Сегодня");
    window.wait_for_text("Ждут утверждения");
    dress(window, "ru", "light", actor);
    workstation
}

/// Turns the program into this language and light, as the settings do.
fn dress(window: &Window, language: &str, theme: &str, actor: &str) {
    go(window, "#/");
    let settings = json!({ "input": { "language": language, "theme": theme, "text_scale": 1.0, "actor": actor } });
    ask(window, "program_settings_save", &settings);
    window.run("location.reload(); return null", &[]);
    let heading = if language == "ru" {
        "Сегодня"
    } else {
        "Today"
    };
    window.wait_until(
        "the page is back",
        &format!(
            "return document.readyState === 'complete' && document.documentElement.lang === '{language}' \
             && document.querySelector('h1')?.innerText === '{heading}' \
             && document.querySelector('a[data-row]') !== null"
        ),
    );
}

fn go(window: &Window, place: &str) {
    window.run("location.hash = arguments[0]; return null", &[json!(place)]);
}

/// What the office answers; it must not refuse.
fn ask(window: &Window, command: &str, arguments: &Value) -> Value {
    window
        .invoke(command, arguments)
        .unwrap_or_else(|refused| panic!("{command} was refused: {refused}"))
}

/// The card of the complaint of this person.
fn case_of(window: &Window, complainant: &str) -> Value {
    let query = json!({ "input": { "query": {
        "statuses": [], "channels": [], "kinds": [], "due": null, "text": "",
        "trashed": false, "sort": "received", "descending": true
    }, "offset": 0, "limit": 100 } });
    let page = ask(window, "register_page", &query);
    let rows = page["rows"].as_array().expect("rows");
    let row = rows
        .iter()
        .find(|row| row["complainant"] == complainant)
        .unwrap_or_else(|| panic!("nobody is called {complainant}"));
    ask(
        window,
        "complaint_card",
        &json!({ "input": { "complaint": row["id"] } }),
    )
}

fn id_of(card: &Value) -> &str {
    card["complaint"]["id"].as_str().expect("an id")
}

/// The last letter of a case in this state.
fn letter_of(card: &Value, state: &str) -> String {
    let letters = card["letters"].as_array().expect("letters");
    letters
        .iter()
        .rev()
        .find(|letter| letter["state"] == state)
        .and_then(|letter| letter["id"].as_str())
        .unwrap_or_else(|| panic!("no letter is {state}: {letters:?}"))
        .to_owned()
}

/// A new draft for the complaint of this person.
fn draft_for(window: &Window, complainant: &str, kind: &str) -> String {
    let card = case_of(window, complainant);
    let draft = json!({ "input": { "complaint": id_of(&card), "kind": kind, "language": "ru" } });
    let letter = ask(window, "letter_draft", &draft);
    letter["summary"]["id"].as_str().expect("an id").to_owned()
}

/// Goes to a letter and waits until its first page is drawn.
fn open_letter(window: &Window, letter: &str) {
    go(window, &format!("#/letter/{letter}"));
    window.wait_until(
        "the first page of the letter is drawn",
        &format!(
            "return location.hash === '#/letter/{letter}' && document.querySelector('main h1') !== null \
             && document.querySelector('main canvas, main .pages img') !== null"
        ),
    );
}

/// The main button of the dialog that is open.
fn finish(window: &Window) {
    window.css("dialog[open] .foot button:last-of-type").click();
}

/// Waits until no dialog is open.
fn dialog_is_gone(window: &Window) {
    window.wait_until(
        "the dialog is closed",
        "return document.querySelector('dialog[open]') === null",
    );
}

/// Closes the dialog that is open by the key for it.
fn leave(window: &Window) {
    window.press(&["\u{e00c}"]);
    dialog_is_gone(window);
}

/// The words of a PDF, without soft breaks and odd spaces.
fn words_of(pdf: &Path) -> String {
    let output = Command::new("pdftotext")
        .args(["-layout".as_ref(), pdf.as_os_str(), "-".as_ref()])
        .output()
        .expect("pdftotext (package poppler-utils)");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    squeezed(&String::from_utf8_lossy(&output.stdout))
}

fn squeezed(text: &str) -> String {
    text.replace("-\n", "").replace(
        [
            '\u{ad}', '\u{a0}', '\u{202f}', '\u{2011}', ' ', '\n', '\t', '\u{c}',
        ],
        "",
    )
}

fn assert_says(text: &str, expected: &str) {
    assert!(
        text.contains(&squeezed(expected)),
        "«{expected}» is not in it:\n{text}"
    );
}
