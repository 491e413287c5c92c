//! The window opens, and nothing but our own page and our own commands is in it.

use acceptance::Workstation;
use serde_json::{Value, json};

#[test]
fn the_window_opens_with_our_page() {
    let workstation = Workstation::fresh();
    let window = workstation.window();
    assert_eq!(
        window.run("return location.origin", &[]),
        json!("tauri://localhost")
    );
    window.picture("opening");
    window.assert_accessible("the first screen");
}

/// What the web view must not be able to do, asked for as a page would that a
/// stranger had taken over.
#[test]
fn the_window_refuses_every_right_that_was_not_granted() {
    const REFUSED: &[(&str, &str)] = &[
        ("plugin:fs|read_text_file", r#"{"path":"/etc/hostname"}"#),
        ("plugin:shell|execute", r#"{"program":"id","args":[]}"#),
        (
            "plugin:http|fetch",
            r#"{"clientConfig":{"method":"GET","url":"http://127.0.0.1/"}}"#,
        ),
        ("plugin:opener|open_path", r#"{"path":"/etc/hostname"}"#),
        (
            "plugin:opener|open_url",
            r#"{"url":"file:///etc/hostname"}"#,
        ),
        ("plugin:dialog|open", r#"{"options":{}}"#),
        ("plugin:dialog|message", r#"{"message":"?"}"#),
        ("plugin:notification|notify", r#"{"options":{"title":"?"}}"#),
        ("plugin:log|log", r#"{"level":3,"message":"?"}"#),
        ("plugin:window-state|save_window_state", r#"{"flags":1}"#),
        ("plugin:window|close", r#"{"label":"main"}"#),
        (
            "plugin:webview|create_webview_window",
            r#"{"options":{"label":"x","url":"https://example.org"}}"#,
        ),
        ("plugin:path|resolve_directory", r#"{"directory":1}"#),
        (
            "plugin:event|emit",
            r#"{"event":"dropped","payload":{"files":[]}}"#,
        ),
        ("plugin:app|version", "{}"),
        // It would be answered if it came as far as the program.
        ("nobody_granted_this", "{}"),
        ("no_such_command", "{}"),
    ];
    let workstation = Workstation::fresh();
    let window = workstation.window();
    let mut granted = Vec::new();
    for (command, arguments) in REFUSED {
        let arguments: Value = serde_json::from_str(arguments).expect("arguments");
        match window.invoke(command, &arguments) {
            Ok(answer) => granted.push(format!("{command}: {answer}")),
            Err(refusal) if refusal.to_string().contains("not allowed") => {}
            Err(other) => granted.push(format!("{command} went through: {other}")),
        }
    }
    assert!(granted.is_empty(), "{granted:#?}");
}

/// What is listed is granted: a value comes as JSON, a picture as it is, a failure as a code with its place.
#[test]
fn the_window_is_answered_what_is_listed() {
    let workstation = Workstation::fresh();
    let window = workstation.window();
    let state = window.invoke("program_state", &json!({})).expect("state");
    assert_eq!(state["office_open"], json!(false));
    let refusal = window
        .invoke("office_open", &json!({ "input": { "folder": 7 } }))
        .expect_err("a folder is named by a token");
    assert_eq!(
        (&refusal["code"], &refusal["field"]),
        (&json!("unexpected"), &json!("folder"))
    );
    let profile = json!({ "name": "ООО «Ромашка»", "requisites": {}, "language": "ru" });
    let picture = window.run_async(
        "const [profile, done] = arguments;\
         window.__TAURI_INTERNALS__.invoke('letterhead_picture', { input: { profile, scale: 0.5 } })\
             .then((it) => done([it.constructor.name, ...new Uint8Array(it).slice(0, 4)]), (it) => done(it));",
        &[profile],
    );
    assert_eq!(picture, json!(["ArrayBuffer", 0x89, 0x50, 0x4e, 0x47]));
}

/// Nothing of a page can fetch, run or frame what is not the program's own.
#[test]
fn the_content_policy_holds_in_the_running_window() {
    let workstation = Workstation::fresh();
    let window = workstation.window();
    let told = window.run_async(
        "const done = arguments[0]; const broken = new Set();\
         document.addEventListener('securitypolicyviolation', (e) => broken.add(e.effectiveDirective));\
         const add = (tag, put) => { const made = document.createElement(tag); put(made); document.body.append(made); };\
         add('script', (s) => { s.textContent = 'window.ran = true'; });\
         add('img', (i) => { i.src = 'https://example.org/pixel.png'; });\
         add('iframe', (f) => { f.src = 'https://example.org/'; });\
         add('link', (l) => { l.rel = 'stylesheet'; l.href = 'https://example.org/a.css'; });\
         add('div', (d) => { d.setAttribute('onclick', 'window.ran = true'); d.click(); });\
         add('div', (d) => { d.setAttribute('style', 'position: fixed'); });\
         fetch('https://example.org/').catch(() => {});\
         setTimeout(() => done({ ran: window.ran === true, broken: [...broken].sort() }), 1500);",
        &[],
    );
    assert_eq!(told["ran"], json!(false), "an inline script ran");
    let broken: Vec<&str> = told["broken"]
        .as_array()
        .expect("directives")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    for directive in [
        "connect-src",
        "frame-src",
        "img-src",
        "script-src-attr",
        "script-src-elem",
        "style-src-attr",
        "style-src-elem",
    ] {
        assert!(
            broken.contains(&directive),
            "{directive} was not refused; refused were {broken:?}"
        );
    }
}

#[test]
fn a_page_can_not_be_led_out_of_the_program() {
    let workstation = Workstation::fresh();
    let window = workstation.window();
    window.run(
        "setTimeout(() => { location.href = 'https://example.org/'; }, 0); return null",
        &[],
    );
    std::thread::sleep(std::time::Duration::from_millis(700));
    assert_eq!(
        window.run("return location.origin", &[]),
        json!("tauri://localhost")
    );
    assert_eq!(
        window.run("return window.open('https://example.org/') === null", &[]),
        json!(true)
    );
}
