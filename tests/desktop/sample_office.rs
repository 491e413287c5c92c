//! The sample office looked through in every dress, and what a kill must not lose.

use acceptance::{Window, Workstation};
use serde_json::{Value, json};

fn open_the_sample(window: &Window) {
    window.resize(1280, 800);
    window.role("button", "Открыть учебные записи").click();
    window.role("heading", "Сегодня");
    window.wait_for_text("Просрочено");
}

fn dress(window: &Window, language: &str, theme: &str) {
    let settings = json!({ "input": { "language": language, "theme": theme, "text_scale": 1.0, "actor": "Ветрова И. А." } });
    window
        .invoke("program_settings_save", &settings)
        .unwrap_or_else(|refused| panic!("the settings were refused: {refused}"));
    // The page that is left has the same words, so it is marked to be told from the one that comes.
    window.run("window.left = true; location.reload(); return null", &[]);
    let overdue = if language == "ru" {
        "Просрочено"
    } else {
        "Overdue"
    };
    window.wait_until(
        "the page is back, with its letters and its lists",
        &format!(
            "return !window.left && document.readyState === 'complete' && document.documentElement.lang === '{language}' \
             && document.fonts.status === 'loaded' && document.body.innerText.includes('{overdue}')"
        ),
    );
}

fn go(window: &Window, place: &str, there: &str) {
    window.run("location.hash = arguments[0]; return null", &[json!(place)]);
    window.wait_for_text(there);
}

/// The first complaint of this status, by the register's own answer.
fn first_of_status(window: &Window, status: &str) -> Value {
    let query = json!({ "input": { "query": {
        "statuses": [status], "channels": [], "kinds": [], "due": null, "text": "",
        "trashed": false, "sort": "received", "descending": true
    }, "offset": 0, "limit": 1 } });
    let page = window
        .invoke("register_page", &query)
        .expect("a page of the register");
    page["rows"][0].clone()
}

/// The sample is founded here by its button; the other tests take a copy of one.
#[test]
fn every_screen_of_the_sample_is_readable_in_both_languages_and_both_lights() {
    let workstation = Workstation::fresh();
    let window = workstation.window();
    open_the_sample(window);
    for (language, theme) in [
        ("ru", "light"),
        ("ru", "dark"),
        ("en", "light"),
        ("en", "dark"),
    ] {
        go(window, "#/", "");
        dress(window, language, theme);
        let ru = language == "ru";
        let keep = |name: &str| {
            window.picture(&format!("sample-{name}-{language}-{theme}"));
            window.assert_accessible(&format!("{name}, {language}, {theme}"));
        };
        keep("today");
        go(
            window,
            "#/register",
            if ru {
                "Журнал обращений"
            } else {
                "Register"
            },
        );
        window.wait_for_text("ВХ-2026/");
        keep("register");
        for status in ["in_work", "decided", "answered"] {
            let row = first_of_status(window, status);
            let (id, number) = (
                row["id"].as_str().expect("an id"),
                row["number"].as_str().expect("a number"),
            );
            go(window, &format!("#/case/{id}"), number);
            keep(&format!("case-{status}"));
        }
        // The names of these screens stand in the menu too, so their headings are waited for.
        for (name, ru_name, en_name) in [
            ("settings", "Настройки", "Settings"),
            ("help", "Помощь", "Help"),
            ("intake", "Новое обращение", "New complaint"),
        ] {
            let heading = if ru { ru_name } else { en_name };
            go(window, &format!("#/{name}"), heading);
            window.role("heading", heading);
            keep(name);
        }
    }
}

#[test]
fn words_are_found_in_another_form_than_they_were_written_in() {
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    open_the_sample(window);
    window.run("document.activeElement?.blur(); return null", &[]);
    let found = window
        .invoke(
            "search",
            &json!({ "input": { "text": "чайниками", "limit": 5 } }),
        )
        .expect("hits");
    assert_eq!(
        found[0]["row"]["complainant"], "Соколова Марина Львовна",
        "{found}"
    );
    go(window, "#/register", "Журнал обращений");
    window
        .role("textbox", "Слова из обращения")
        .fill("холодильником");
    window.wait_for_text("1 обращение");
    window.wait_for_text("Громов");
}

#[test]
fn what_is_being_typed_survives_a_kill() {
    let mut workstation = Workstation::with_sample();
    open_the_sample(workstation.window());
    go(workstation.window(), "#/intake", "Новое обращение");
    let words = "Кресло скрипит, мастер не приехал ни во вторник, ни в среду.";
    workstation
        .window()
        .role("textbox", "Слова заявителя, дословно")
        .write(words);
    let kept = |window: &Window| {
        let draft = window
            .invoke("draft_get", &json!({ "input": { "key": "complaint/new" } }))
            .expect("an answer");
        draft.to_string().contains("ни в среду")
    };
    let waited = (0..100).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(50));
        kept(workstation.window())
    });
    assert!(
        waited,
        "five seconds on, what was typed is still kept nowhere"
    );
    workstation.kill();
    workstation.open();
    workstation.window().wait_for_text("Сегодня");
    go(workstation.window(), "#/intake", "Новое обращение");
    let window = workstation.window();
    window.wait_for_text("Черновик восстановлен");
    let back = window
        .role("textbox", "Слова заявителя, дословно")
        .property("value");
    assert_eq!(back, json!(words));
    window.picture("draft-after-a-kill");
}

/// The same message, dropped again after a kill, finds what was said of it.
#[test]
fn a_message_half_taken_in_survives_a_kill() {
    const ORDER: &str = "заказ 17-бис";
    let mut workstation = Workstation::with_sample();
    open_the_sample(workstation.window());
    let text = std::fs::read_to_string(acceptance::top().join("tests/fixtures/pretenziya.eml"))
        .expect("the message")
        .replace("@DATE@", "Mon, 2 Nov 2026 10:00:00 +0300");
    let message = workstation.machine.file("Претензия.eml", text.as_bytes());
    let drop = |workstation: &Workstation| {
        workstation
            .answers
            .drop_files(std::slice::from_ref(&message));
        workstation.window().wait_for_text("Вложения письма");
    };
    drop(&workstation);
    let window = workstation.window();
    window.run(
        "document.querySelector('.offer input[type=checkbox]').click(); return null",
        &[],
    );
    window.role("textbox", "Заказ, договор, чек").fill(ORDER);
    // Leaving the box keeps what is in it; nobody waits for the pause.
    window.role("textbox", "Предмет").click();
    let hash = std::process::Command::new("sha256sum")
        .arg(&message)
        .output()
        .expect("sha256sum");
    let key = format!("mail/{}", String::from_utf8_lossy(&hash.stdout[..64]));
    let kept = (0..200).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(50));
        let draft = window.invoke("draft_get", &json!({ "input": { "key": key } }));
        let draft = draft.expect("an answer").to_string();
        draft.contains(ORDER) && draft.contains("\"leftOut\":[0]")
    });
    assert!(kept, "ten seconds on, what was said of it is kept nowhere");
    workstation.kill();
    workstation.open();
    workstation.window().wait_for_text("Сегодня");
    drop(&workstation);
    let window = workstation.window();
    window.wait_for_text("Черновик восстановлен");
    let order = window.role("textbox", "Заказ, договор, чек");
    assert_eq!(order.property("value"), ORDER);
    let taken = "return [...document.querySelectorAll('.offer input')].map((box) => box.checked)";
    assert_eq!(window.run(taken, &[])[0], false);
}

#[test]
fn a_letter_follows_each_keystroke_onto_its_page() {
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    open_the_sample(window);
    let row = first_of_status(window, "decided");
    let draft =
        json!({ "input": { "complaint": row["id"], "kind": "final_satisfied", "language": "ru" } });
    let card = window.invoke("letter_draft", &draft).expect("a draft");
    let letter = card["summary"]["id"].as_str().expect("an id").to_owned();
    go(
        window,
        &format!("#/letter/{letter}"),
        "Заключительная фраза",
    );
    let drawn = "return document.querySelector('canvas, .pages img') !== null";
    window.wait_until("the first page is drawn", drawn);
    window.css(".ProseMirror").click();
    window.press(&["\u{e009}", "\u{e010}"]);
    window.run(
        "performance.clearMeasures('letter-preview'); return null",
        &[],
    );
    window.css(".ProseMirror").write(" Спасибо за терпение.");
    window.wait_until(
        "the page follows the keys",
        "return performance.getEntriesByName('letter-preview').length > 0",
    );
    window.press(&["\u{e009}", "s"]);
    let kept = || {
        let card = window
            .invoke("letter_card", &json!({ "input": { "letter": letter } }))
            .expect("the letter");
        card["text"].to_string().contains("Спасибо за терпение.")
    };
    let saved = (0..200).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(50));
        kept()
    });
    assert!(
        saved,
        "ten seconds on, the letter still lacks what was typed"
    );
    let spans =
        "return performance.getEntriesByName('letter-preview').map((m) => Math.round(m.duration))";
    eprintln!(
        "from the first key of a burst to its page, ms: {}",
        window.run(spans, &[])
    );
    // One key after the other, each once the page of the one before stands there.
    let clear = "performance.clearMeasures('letter-preview'); return null";
    let mut single = Vec::new();
    for letter in " Ждём Вас снова.".chars() {
        window.run(clear, &[]);
        window.css(".ProseMirror").write(&letter.to_string());
        window.wait_until(
            "the page follows the key",
            "return performance.getEntriesByName('letter-preview').length > 0",
        );
        single.push(window.run(spans, &[])[0].as_i64().unwrap_or_default());
    }
    eprintln!("from a keystroke to its page, ms: {single:?}");
    window.picture("letter-typed");
}
