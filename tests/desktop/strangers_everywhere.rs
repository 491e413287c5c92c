//! A stranger's words in the fields that the office itself fills in, where somebody may paste them: what was
//! established, steps and checklists, how the office works, its own particulars, templates, orders to keep, paths and
//! searches. All of it stays words.

use super::strangers::{HARM, HOSTILE, called, taken};
use acceptance::{Window, Workstation};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;

fn ask(window: &Window, command: &str, input: Value) -> Value {
    window
        .invoke(command, &json!({ "input": input }))
        .unwrap_or_else(|refused| panic!("{command} was refused: {refused}"))
}

/// What a person reads of the screen itself, fields and all.
const SHOWN: &str = "const main = document.querySelector('main');\
    const fields = [...main.querySelectorAll('input, textarea')].map((field) => field.value);\
    return [main.innerText, ...fields].join('\\n')";

/// Hostile words of one line, as short as such a field takes.
fn line(nth: usize) -> &'static str {
    HOSTILE[nth % HOSTILE.len()]
}

/// The particulars of an office whose every name is hostile.
fn profile() -> Value {
    let text = include_str!("../support/profile.json");
    let mut profile: Value = serde_json::from_str(text).expect("a profile");
    profile["name"] = json!(line(1));
    profile["requisites"]["name"] = json!(line(2));
    profile["requisites"]["address"] = json!(line(3));
    profile["requisites"]["website"] = json!(line(7));
    profile["requisites"]["signatory"] = json!({ "post": line(0), "post_en": line(4), "name": line(5),
        "authority": line(8) });
    profile["requisites"]["executor"] =
        json!({ "name": line(9), "phone": "+7 921 <b onclick=window.ran=30>" });
    profile
}

/// What was established of a point, the steps of the case and their reasons, a checklist, an entry, an order.
fn fill_case(window: &Window, case: &str, all: &str) {
    let of = |more: Value| {
        let mut input = json!({ "complaint": case });
        let fields = input.as_object_mut().expect("an object");
        fields.extend(more.as_object().expect("an object").clone());
        input
    };
    let point = json!({ "allegation": null, "text": line(0) });
    let card = ask(window, "allegation_save", of(point));
    let point = &card["allegations"][0]["id"];
    assert!(!point.is_null(), "{}", card["allegations"]);
    let established = json!({ "allegation": point, "text": all, "demands": [], "check": line(1), "checked_by": line(2),
        "checked_on": "2026-11-03", "verdict": "not_confirmed", "found": all, "ground_kind": "contract",
        "ground": line(3), "evidence": [] });
    ask(window, "allegation_save", of(established));
    let step = json!({ "title": line(5), "person": line(6), "day": "2026-11-04" });
    let card = ask(window, "step_add", of(step));
    let steps = card["procedure"]["steps"].as_array().expect("steps");
    let own = steps.iter().find(|step| step["own"] == true);
    let own = own.expect("a step")["step"].clone();
    let skipped = json!({ "step": own, "state": "skipped", "remark": line(9) });
    ask(window, "step_mark", of(skipped));
    let assigned = json!({ "step": "decide", "person": line(4), "day": null });
    ask(window, "step_assign", of(assigned));
    let list = json!({ "checklist": null, "expected": null, "title": line(11), "items": [line(0), line(7)],
        "kinds": ["claim"], "words": line(12) });
    ask(window, "checklist_save", list);
    let routines = ask(window, "routines", Value::Null);
    let list = routines["checklists"][0]["checklist"].clone();
    ask(window, "checklist_put", of(json!({ "checklist": list })));
    let entry = json!({ "entry": null, "at": "2026-11-03T10:00:00+03:00", "text": all, "source": line(10) });
    ask(window, "diary_save", of(entry));
    let order = json!({ "hold": null, "reason": line(1), "ordered_by": line(2), "until": null });
    ask(window, "complaint_hold", of(order));
}

/// How the office works, in its own wording, and a template of its own.
fn fill_ways(window: &Window) {
    let routines = ask(window, "routines", Value::Null);
    let procedures = routines["procedures"].as_array().expect("procedures");
    let founded = procedures.iter().find(|one| one["branch"] == "founded");
    let steps = founded.expect("a branch")["steps"]
        .as_array()
        .expect("steps");
    let steps = steps.iter().enumerate().map(|(at, step)| {
        json!({ "key": step["key"], "title": { "ru": line(at), "en": line(at + 1) },
            "why": { "ru": line(at + 2), "en": line(at + 3) }, "role": step["role"], "day": step["day"],
            "asked": step["asked"] })
    });
    let own = json!({ "branch": "founded", "expected": null, "steps": steps.collect::<Vec<_>>() });
    ask(window, "procedure_save", own);
    let shipped = json!({ "kind": "final_refusal", "language": "ru", "template": null });
    let mut standalone = ask(window, "template_card", shipped)["standalone"].clone();
    standalone["name"] = json!(line(1));
    let save = json!({ "template": null, "expected": null, "choose": true, "note": line(5),
        "standalone": standalone });
    ask(window, "template_save", save);
    let kept = json!({ "what": "retention", "retention": { "trash_days": 60,
        "terms": [{ "kind": "review", "years": 2, "word": line(2) }], "by_itself": false } });
    ask(window, "norm_apply", kept);
    ask(
        window,
        "program_settings_save",
        json!({ "language": "ru", "theme": "light", "text_scale": 1.0,
        "actor": line(1) }),
    );
}

#[test]
fn strangers_words_stay_words_wherever_the_office_may_paste_them() {
    let workstation = Workstation::fresh();
    let window = workstation.window();
    ask(window, "office_create", json!({ "profile": profile() }));
    window.run("location.reload(); return null", &[]);
    window.role("heading", "Сегодня");
    let home = window.run("return location.origin", &[]);
    let all = HOSTILE.join("\n");
    let case = taken(window, &all);
    fill_ways(window);
    fill_case(window, &case, &all);
    // Nothing of a path but its parting is out of reach.
    let medium = workstation
        .machine
        .path(&format!("home/{}", line(1).replace('/', "∕")));
    std::fs::create_dir_all(&medium).expect("a medium");
    workstation.answers.folder(Some(&medium));
    ask(window, "copies_place_choose", Value::Null);
    let copy = json!({ "task": "01890000-0000-7000-8000-000000000009" });
    ask(window, "copy_make", copy);

    let mut people = BTreeSet::new();
    let mut look = |place: &str| {
        // Pictures load and timers run after a screen has come.
        std::thread::sleep(Duration::from_millis(300));
        let harm = window.run(HARM, std::slice::from_ref(&home));
        assert_eq!(harm, json!([]), "{place}");
        people.extend(called(&workstation));
    };
    let parts = [
        ("office", 8),
        ("letterhead", 0),
        ("numbering", 0),
        ("templates", 1),
        ("routines", 2),
        ("norms", 0),
        ("calendar", 0),
        ("program", 0),
        ("records", 1),
        ("retention", 0),
    ];
    let settings = parts.map(|(part, least)| (format!("#/settings/{part}"), least));
    let sections = ["procedure", "documents", "diary", "history"];
    let sections = sections.map(|part| (format!("#/case/{case}/{part}"), 10));
    let screens = [
        ("#/register".to_owned(), 2),
        ("#/today".to_owned(), 1),
        ("#/journal".to_owned(), 1),
        ("#/copies".to_owned(), 1),
        (format!("#/forms/{case}"), 0),
    ];
    // Each with how many of the hostile lines are at least to be read there, as words.
    let (mut before, mut silent) = (Value::Null, Vec::new());
    for (place, least) in screens.into_iter().chain(sections).chain(settings) {
        window.run("location.hash = arguments[0]", &[json!(place)]);
        let (mut read, mut came) = (0, false);
        for _ in 0..50 {
            let words = window.run(SHOWN, &[]);
            let text = words.as_str().unwrap_or_default();
            read = HOSTILE.iter().filter(|one| text.contains(**one)).count();
            came = words != before;
            if came && read >= least {
                before = words;
                break;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        look(&place);
        if !came || read < least {
            silent.push(format!("{place} shows {read} of them"));
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
    // What is looked for, and a complainant who is known already.
    window.run("location.hash = '#/today'", &[]);
    for words in HOSTILE {
        window.role("combobox", "Поиск по обращениям").fill(words);
        look(words);
    }
    window.run("location.hash = '#/intake'", &[]);
    window
        .role("combobox", "Фамилия, имя, отчество")
        .fill(line(1));
    look("people who are known");
    // An English screen words the same values otherwise.
    ask(
        window,
        "program_settings_save",
        json!({ "language": "en", "theme": "dark", "text_scale": 1.0,
        "actor": line(5) }),
    );
    window.run(
        "location.hash = arguments[0]; location.reload(); return null",
        &[json!(format!("#/case/{case}/procedure"))],
    );
    window.wait_until(
        "the case is back",
        "return document.readyState === 'complete' && document.querySelector('h1') !== null",
    );
    look("the case in English");
    assert!(people.is_empty(), "the program spoke with {people:?}");
}
