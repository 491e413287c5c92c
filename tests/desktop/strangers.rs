//! What strangers wrote, in every field of the real window: it is words, it runs nothing, and nobody is called.

use acceptance::{Window, Workstation};
use serde_json::json;
use std::collections::BTreeSet;
use std::fs;

/// Ways to make a page run what it should only show.
pub const HOSTILE: &[&str] = &[
    "<script>window.ran = 1</script>",
    "<img src=x onerror='window.ran=2'>",
    "<svg/onload=window.ran=3>",
    "\"><iframe srcdoc='<script>parent.ran=4</script>'></iframe>",
    "<a href=\"javascript:window.ran=5\">тут</a>",
    "<details open ontoggle=window.ran=6>",
    "<style>@import 'https://stranger.example/a.css';*{background:url(https://stranger.example/b)}</style>",
    "<img src=\"https://stranger.example/pixel.png\"><link rel=prefetch href=//stranger.example/c>",
    "{{constructor.constructor('window.ran=7')()}} ${window.ran=8} {@html '<b>x</b>'}",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.ran=9>",
    "]]><!--<meta http-equiv=refresh content='0;url=https://stranger.example/'>-->",
    "<form action=https://stranger.example/><button autofocus onfocus=window.ran=10>Ок</button></form>",
    "data:text/html,<script>opener.ran=11</script>",
];

/// What there would be if any of it had been taken for more than words.
pub const HARM: &str = "const harm = [];\
    if (window.ran !== undefined) harm.push('ran ' + window.ran);\
    for (const it of document.querySelectorAll('iframe, object, embed, base, meta[http-equiv=refresh], img[src=x], [onerror], [onload], [ontoggle], [onfocus], a[href^=\"javascript:\"], form[action]'))\
        harm.push(it.outerHTML.slice(0, 200));\
    for (const it of document.querySelectorAll('[src], [href]')) {\
        const to = it.getAttribute('src') ?? it.getAttribute('href') ?? '';\
        if (to.includes('stranger.example')) harm.push(it.outerHTML.slice(0, 200));\
    }\
    for (const it of performance.getEntriesByType('resource'))\
        if (it.name.includes('stranger.example')) harm.push('asked for ' + it.name);\
    if (!location.href.startsWith(arguments[0])) harm.push('went to ' + location.href);\
    return harm";

#[test]
fn strangers_words_run_nothing_and_nobody_is_called() {
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    window.role("button", "Открыть учебные записи").click();
    window.role("heading", "Сегодня");
    let home = window.run("return location.origin", &[]);
    let all = HOSTILE.join("\n");
    let line = HOSTILE.join(" ");
    let mut people = BTreeSet::new();

    // By hand, through every field that takes words.
    let case = taken(window, &all);
    // And from a message whose HTML is of the same kind.
    let message = workstation.machine.file(
        "<img src=x onerror=window.ran=12>.eml",
        message(&line, &all).as_bytes(),
    );
    workstation.answers.drop_files(&[message]);
    window.wait_for_text("Вложения письма");
    assert_eq!(
        window.run(HARM, std::slice::from_ref(&home)),
        json!([]),
        "intake"
    );
    people.extend(called(&workstation));

    let letter = letter_of(window, &case, &all);
    let forms = json!({ "input": { "complaint": case, "note": null, "text": all } });
    window.invoke("note_save", &forms).expect("a note");
    for (place, shows) in [
        ("#/today".to_owned(), "Сегодня"),
        ("#/register".to_owned(), "Журнал"),
        (format!("#/case/{case}"), "Требования и решения"),
        (format!("#/case/{case}/history"), "Требования и решения"),
        (format!("#/letter/{letter}"), "Заключительная фраза"),
        (format!("#/forms/{case}"), "Другие формы ответа"),
        ("#/journal".to_owned(), "Журнал"),
        ("#/trash".to_owned(), "Корзина"),
        ("#/settings/office".to_owned(), "Настройки"),
    ] {
        window.run("location.hash = arguments[0]", &[json!(place)]);
        window.wait_for_text(shows);
        // Pictures load and timers run after a screen has come.
        std::thread::sleep(std::time::Duration::from_millis(300));
        assert_eq!(
            window.run(HARM, std::slice::from_ref(&home)),
            json!([]),
            "{place}"
        );
        people.extend(called(&workstation));
    }
    window.run(
        "location.hash = arguments[0]",
        &[json!(format!("#/case/{case}"))],
    );
    window.wait_for_text("Требования и решения");
    assert!(window.text().contains("window.ran = 1"), "kept as words");
    assert!(people.is_empty(), "the program spoke with {people:?}");
}

/// A complaint with strangers' words in every field that takes words.
pub fn taken(window: &Window, all: &str) -> String {
    let complaint = json!({
        "person_id": null, "kind": "claim", "regime": "goods", "channel": "email",
        "received_at": "2026-11-02T10:00:00+03:00", "backdating_reason": "задним числом",
        "complainant": { "kind": "person", "name": HOSTILE[1], "gender": "f",
            "name_dative": HOSTILE[2], "salutation": HOSTILE[0], "representative": HOSTILE[3],
            "address": HOSTILE[4], "email": "\"<script>window.ran=20</script>\"@mail.example",
            "phone": "+7 921 <b onclick=window.ran=21>" },
        "subject": HOSTILE[7], "text": all, "order": HOSTILE[2], "their_number": HOSTILE[0],
        "their_date": null, "price": "4590.00",
        "demands": [{ "made_on": null, "kind": "refund", "detail": HOSTILE[5], "amount": "4590.00" }],
    });
    let input = json!({ "input": { "complaint": complaint, "tokens": [],
        "task": "01890000-0000-7000-8000-000000000002" } });
    let added = window.invoke("complaint_add", &input);
    let added = added.unwrap_or_else(|refusal| panic!("{refusal}"));
    added["id"].as_str().expect("an id").to_owned()
}

fn message(line: &str, all: &str) -> String {
    let line: String = line.chars().filter(|c| !c.is_control()).take(300).collect();
    format!(
        "From: \"{line}\" <anna@example.org>\r\nSubject: {line}\r\nDate: Mon, 2 Nov 2026 10:00:00 +0300\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=p\r\n\r\n\
         --p\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Прошу вернуть 4590 руб.</p>{all}\r\n\
         --p\r\nContent-Type: text/html; name=\"a.html\"\r\nContent-Disposition: attachment; filename=\"a.html\"\r\n\r\n{all}\r\n--p--\r\n"
    )
}

fn letter_of(window: &Window, case: &str, all: &str) -> String {
    let draft =
        json!({ "input": { "complaint": case, "kind": "acknowledgement", "language": "ru" } });
    let card = window.invoke("letter_draft", &draft).expect("a draft");
    let letter = card["summary"]["id"].as_str().expect("an id").to_owned();
    let mut text = card["text"].clone();
    text["heading"] = json!(HOSTILE[1]);
    text["salutation"] = json!(HOSTILE[5]);
    text["addressee"] = json!([HOSTILE[2], all]);
    let save = json!({ "input": { "letter": letter, "text": text, "choices": card["choices"] } });
    window
        .invoke("letter_choices_save", &save)
        .expect("a text of a stranger's words");
    letter
}

/// Whom the program's processes speak with beyond this computer: the far ends of their sockets.
pub fn called(workstation: &Workstation) -> BTreeSet<String> {
    let mut ours = BTreeSet::new();
    for process in workstation.processes() {
        let Ok(open) = fs::read_dir(format!("/proc/{process}/fd")) else {
            continue;
        };
        for file in open.flatten() {
            let Ok(to) = fs::read_link(file.path()) else {
                continue;
            };
            let socket = to.to_string_lossy().into_owned();
            if let Some(number) = socket.strip_prefix("socket:[") {
                ours.insert(number.trim_end_matches(']').to_owned());
            }
        }
    }
    assert!(
        !ours.is_empty(),
        "a window without a single socket can't be watched"
    );
    let mut people = BTreeSet::new();
    for (table, of_this_computer) in [
        ("tcp", &["0100007F", "00000000"][..]),
        ("udp", &["0100007F", "00000000"]),
        (
            "tcp6",
            &[
                "00000000000000000000000001000000",
                "00000000000000000000000000000000",
                "0000000000000000FFFF00000100007F",
            ],
        ),
        (
            "udp6",
            &[
                "00000000000000000000000001000000",
                "00000000000000000000000000000000",
                "0000000000000000FFFF00000100007F",
            ],
        ),
    ] {
        let Ok(rows) = fs::read_to_string(format!("/proc/net/{table}")) else {
            continue;
        };
        for row in rows.lines().skip(1) {
            let columns: Vec<&str> = row.split_whitespace().collect();
            let (Some(near), Some(far), Some(socket)) =
                (columns.get(1), columns.get(2), columns.get(9))
            else {
                continue;
            };
            if !ours.contains(*socket) {
                continue;
            }
            let here = |end: &str| of_this_computer.iter().any(|own| end.starts_with(own));
            // What listens for anybody lies at no address at all.
            let listens = far.ends_with(":0000")
                && !near.starts_with("0100007F")
                && table.starts_with("tcp")
                && !near.starts_with("00000000000000000000000001000000");
            if !here(far) || listens {
                people.insert(format!("{table} {near} → {far}"));
            }
        }
    }
    people
}
