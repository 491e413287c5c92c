//! Today, the register, a case and a letter in three sizes of window and both lights: nothing is cut off, what a row is
//! read for is in sight, and a wide window is used.

use acceptance::{Window, Workstation};
use serde_json::{Value, json};

const SIZES: [(u32, u32); 3] = [(1024, 700), (1440, 900), (1920, 1080)];

fn ask(window: &Window, command: &str, input: &Value) -> Value {
    window
        .invoke(command, &json!({ "input": input }))
        .unwrap_or_else(|refused| panic!("{command} was refused: {refused}"))
}

/// Opens the page anew in this light, for what was drawn in the other is of no use.
fn dress(window: &Window, theme: &str, scale: f64) {
    let settings =
        json!({ "language": "ru", "theme": theme, "text_scale": scale, "actor": "Ветрова И. А." });
    ask(window, "program_settings_save", &settings);
    window.run("window.left = true; location.reload(); return null", &[]);
    window.wait_until(
        "the page is back",
        "return !window.left && document.readyState === 'complete' && document.fonts.status === 'loaded' \
         && document.querySelector('h1') !== null",
    );
}

fn go(window: &Window, place: &str, there: &str) {
    window.run("location.hash = arguments[0]; return null", &[json!(place)]);
    window.wait_until(
        there,
        &format!("return document.querySelector({}) !== null", json!(there)),
    );
}

/// A case that is worked on and a letter that is written, as the sample has them.
fn case_and_letter(window: &Window) -> (String, String) {
    let query = json!({ "query": { "statuses": ["decided"] }, "offset": 0, "limit": 20 });
    let rows = ask(window, "register_page", &query);
    for row in rows["rows"].as_array().expect("rows") {
        let card = ask(window, "complaint_card", &json!({ "complaint": row["id"] }));
        let letters = card["letters"].as_array().expect("letters");
        if let Some(draft) = letters.iter().find(|letter| letter["state"] == "draft") {
            let text = |value: &Value| value.as_str().expect("an id").to_owned();
            return (text(&row["id"]), text(&draft["id"]));
        }
    }
    panic!("no case of the sample has a letter that is being written");
}

/// Elements that reach beyond the window, or beyond what holds them where nothing says that more is there.
const CUT_OFF: &str = "const wide = document.documentElement.clientWidth;\
    const shown = (one) => one.checkVisibility() && !one.closest('svg, canvas, .pages, .visually-hidden, dialog:not([open])');\
    const outside = [...document.querySelectorAll('body *')].filter(shown)\
        .filter((one) => { const box = one.getBoundingClientRect(); return box.width > 1 && box.right > wide + 1 && !one.closest('.clip'); });\
    const sideways = [...document.querySelectorAll('main, main *')].filter(shown)\
        .filter((one) => ['auto', 'scroll'].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1);\
    const mute = [...document.querySelectorAll('main *')].filter(shown)\
        .filter((one) => one.children.length === 0 && one.innerText?.trim() && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)\
        .filter((one) => getComputedStyle(one).overflowX !== 'visible' && getComputedStyle(one).textOverflow !== 'ellipsis' && !one.matches('input, textarea'));\
    return [outside, sideways, mute].flat().slice(0, 6).map((one) => `${one.tagName.toLowerCase()}.${one.className} ${one.innerText?.slice(0, 40)}`)";

/// Of the register: the words that are cut in each column, and whether its subject has room to spare.
const REGISTER: &str = "const list = document.querySelector('[role=grid]');\
    const heads = [...list.querySelectorAll('[role=columnheader]')].map((head) => head.innerText.trim());\
    const cut = {}; const away = {};\
    const right = list.getBoundingClientRect().left + list.clientWidth;\
    for (const row of list.querySelectorAll('[data-index]'))\
        [...row.querySelectorAll('[role=gridcell]')].forEach((cell, at) => {\
            if (cell.scrollWidth > cell.clientWidth + 1) (cut[heads[at]] ??= []).push(cell.innerText);\
            if (cell.getBoundingClientRect().right > right + 1) (away[heads[at]] ??= []).push(cell.innerText);\
        });\
    const subjects = [...list.querySelectorAll('[data-index]')].map((row) => row.querySelectorAll('[role=gridcell]')[heads.indexOf('Предмет')]);\
    const words = (cell) => { const range = document.createRange(); range.selectNodeContents(cell); return range.getBoundingClientRect().width; };\
    const spare = Math.min(...subjects.map((cell) => cell.clientWidth - words(cell)));\
    return { heads, cut, away, spare }";

/// Of the register: how many dates it shows, and those that reach beyond their cell.
const HELD: &str = "let dates = 0; const list = document.querySelector('[role=grid]');\
    const at = [...list.querySelectorAll('[role=columnheader]')].findIndex((head) => head.innerText.trim() === 'Срок');\
    const beyond = [...list.querySelectorAll('[data-index]')].map((row) => row.querySelectorAll('[role=gridcell]')[at]).filter((cell) => {\
        const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);\
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {\
            const range = document.createRange(); range.selectNodeContents(node);\
            if (!/^\\d\\d\\./.test(node.data.trim())) continue;\
            dates += 1;\
            if (range.getBoundingClientRect().right > cell.getBoundingClientRect().right + 0.5) return true;\
        }\
        return false;\
    }).map((cell) => cell.innerText); return { dates, beyond }";

/// Of Today: rows whose words are cut or whose day or step is not in the window, by the part of the row.
const TODAY: &str = "const cut = {}; const away = {};\
    for (const row of document.querySelectorAll('main a[data-row]'))\
        for (const part of ['number', 'who', 'when', 'step']) {\
            const one = row.querySelector(`.${part}`); const box = one.getBoundingClientRect();\
            const holder = one.querySelector('.clip') ?? one;\
            if (holder.scrollWidth > holder.clientWidth + 1) (cut[part] ??= []).push(one.innerText);\
            if (box.right > innerWidth || box.width < 8) (away[part] ??= []).push(one.innerText);\
        }\
    const rows = [...document.querySelectorAll('main a[data-row]')];\
    const subjects = rows.map((row) => row.querySelector('.subject')).filter((one) => one.scrollWidth > one.clientWidth + 1).length;\
    return { cut, away, subjects, rows: rows.length, right: Math.max(...rows.map((row) => row.getBoundingClientRect().right)) }";

/// Of a case: where state, deadline and next step end, and how far its sections reach.
const CASE: &str = "const low = (one) => one ? Math.round(one.getBoundingClientRect().bottom) : null;\
    const head = document.querySelector('main header.head');\
    return { state: low(head.querySelector('.status')), due: low(head.querySelector('.due')), step: low(document.querySelector('.next .step')),\
        button: low(document.querySelector('.next button')),\
        right: Math.round(Math.max(...[...document.querySelectorAll('main section')].map((one) => one.getBoundingClientRect().right))) }";

/// How many lines of the letter stand in the window.
const LINES: &str = "const body = document.querySelector('.ProseMirror');\
    const pane = body.closest('.text').getBoundingClientRect();\
    const tops = new Set();\
    const walk = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);\
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {\
        const range = document.createRange(); range.selectNodeContents(node);\
        for (const box of range.getClientRects())\
            if (box.width > 1 && box.top >= pane.top && box.bottom <= Math.min(pane.bottom, innerHeight)) tops.add(Math.round(box.bottom / 4));\
    }\
    return tops.size";

/// What is not as it must be, each with where.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn unless(&mut self, holds: bool, what: &str, found: &dyn std::fmt::Display) {
        if !holds {
            let found: String = found.to_string().chars().take(400).collect();
            self.0.push(format!("{what}: {found}"));
        }
    }
}

fn of_today(window: &Window, wide: u32, what: &str, faults: &mut Faults) {
    let found = window.run(TODAY, &[]);
    faults.unless(found["rows"].as_u64() > Some(10), what, &found);
    faults.unless(
        found["away"] == json!({}),
        &format!("{what}, away"),
        &found["away"],
    );
    for part in ["number", "when", "step"] {
        let cut = &found["cut"][part];
        faults.unless(cut.is_null(), &format!("{what}, {part}"), cut);
    }
    // A name is cut only where subjects had to give way before it.
    let names = &found["cut"]["who"];
    let is_tight = wide < 1920 && found["subjects"].as_u64() > Some(0);
    faults.unless(
        names.is_null() || is_tight,
        &format!("{what}, names"),
        names,
    );
    let rows = found["rows"].as_u64().unwrap_or_default() as usize;
    let few = names.as_array().map_or(0, Vec::len) * 3 <= rows;
    faults.unless(few, &format!("{what}, most names"), names);
    let right = found["right"].as_f64().unwrap_or_default();
    faults.unless(
        right > f64::from(wide) - 64.0,
        &format!("{what} leaves room"),
        &right,
    );
}

fn of_register(window: &Window, wide: u32, what: &str, faults: &mut Faults) {
    window.wait_until(
        "the rows are there",
        "return document.querySelectorAll('[role=grid] [data-index] [role=gridcell]').length > 20",
    );
    let found = window.run(REGISTER, &[]);
    faults.unless(
        found["away"] == json!({}),
        &format!("{what}, away"),
        &found["away"],
    );
    for column in ["Номер", "Состояние", "Срок", "Следующий шаг"] {
        let cut = &found["cut"][column];
        faults.unless(cut.is_null(), &format!("{what}, {column}"), cut);
    }
    let spare = found["spare"].as_f64().unwrap_or_default();
    let is_wasted = wide >= 1440 && spare > 1.0 && found["cut"] != json!({});
    faults.unless(
        !is_wasted,
        &format!("{what}, cut beside {spare} px"),
        &found["cut"],
    );
    if wide >= 1920 {
        let names = &found["cut"]["Заявитель"];
        faults.unless(names.is_null(), &format!("{what}, names"), names);
        let heads = found["heads"].to_string();
        faults.unless(heads.contains("Канал"), what, &heads);
    }
}

fn of_case(window: &Window, (wide, high): (u32, u32), what: &str, faults: &mut Faults) {
    let found = window.run(CASE, &[]);
    for part in ["state", "due", "step", "button"] {
        let low = found[part].as_u64();
        let is_in_sight = low.is_some_and(|low| low < high.into());
        faults.unless(is_in_sight, &format!("{what}, {part}"), &found);
    }
    let right = found["right"].as_f64().unwrap_or_default();
    faults.unless(
        right > f64::from(wide) - 96.0,
        &format!("{what} leaves room"),
        &found,
    );
}

fn of_letter(window: &Window, high: u32, what: &str, faults: &mut Faults) {
    window.wait_until(
        "the first page of the letter is drawn",
        "return document.querySelector('main canvas[data-drawn=yes]') !== null",
    );
    let lines = window.run(LINES, &[]).as_u64().unwrap_or_default();
    let fewest = if high > 700 { 14 } else { 10 };
    faults.unless(lines >= fewest, &format!("{what}, lines"), &lines);
}

#[test]
fn four_screens_show_what_they_are_read_for_in_three_sizes_and_both_lights() {
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    window.role("button", "Открыть учебные записи").click();
    window.role("heading", "Сегодня");
    let (case, letter) = case_and_letter(window);
    let mut faults = Faults::default();
    for theme in ["light", "dark"] {
        go(window, "#/", "a[data-row]");
        dress(window, theme, 1.0);
        for (wide, high) in SIZES {
            window.resize(wide, high);
            let shots = [
                ("today", "#/".to_owned(), "a[data-row]"),
                (
                    "register",
                    "#/register".to_owned(),
                    "[role=grid] [data-index]",
                ),
                ("case", format!("#/case/{case}"), "main .next .step"),
                (
                    "letter",
                    format!("#/letter/{letter}"),
                    "main .ProseMirror p",
                ),
            ];
            for (screen, place, there) in shots {
                go(window, &place, there);
                let what = format!("sizes-{screen}-{wide}-{theme}");
                match screen {
                    "today" => of_today(window, wide, &what, &mut faults),
                    "register" => of_register(window, wide, &what, &mut faults),
                    "case" => of_case(window, (wide, high), &what, &mut faults),
                    _ => of_letter(window, high, &what, &mut faults),
                }
                window.picture(&what);
                let cut = window.run(CUT_OFF, &[]);
                faults.unless(cut == json!([]), &what, &cut);
            }
        }
    }
    assert!(faults.0.is_empty(), "{}", faults.0.join("\n"));
}

/// Whoever reads large letters sees numbers and dates whole all the same, and the other columns a way to the side.
#[test]
fn large_letters_cut_no_number_and_no_date_in_the_register() {
    let workstation = Workstation::with_sample();
    let window = workstation.window();
    window.role("button", "Открыть учебные записи").click();
    window.role("heading", "Сегодня");
    let mut faults = Faults::default();
    go(window, "#/register", "[role=grid] [data-index]");
    dress(window, "light", 1.5);
    for (wide, high) in SIZES {
        window.resize(wide, high);
        go(window, "#/", "h1");
        go(window, "#/register", "[role=grid] [data-index]");
        let what = format!("sizes-register-{wide}-large");
        window.picture(&what);
        let found = window.run(REGISTER, &[]);
        let whole: &[&str] = if wide > 1024 {
            &["Номер", "Получено", "Состояние", "Срок"]
        } else {
            &["Номер", "Получено", "Срок"]
        };
        for column in whole {
            let cut = &found["cut"][column];
            faults.unless(cut.is_null(), &format!("{what}, {column}"), cut);
        }
        // A date that is larger than its place by less than a letter is cut, too.
        let held = window.run(HELD, &[]);
        let is_held = held["beyond"] == json!([]) && held["dates"].as_u64() > Some(3);
        faults.unless(is_held, &format!("{what}, dates"), &held);
        let gone = &found["away"]["Срок"];
        faults.unless(gone.is_null(), &format!("{what}, away"), gone);
    }
    assert!(faults.0.is_empty(), "{}", faults.0.join("\n"));
}
