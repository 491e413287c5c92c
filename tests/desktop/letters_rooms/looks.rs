//! Every one of these rooms in both languages and both lights, and on a narrow window.

use super::{
    HEAD, ask, case_of, draft_for, dress, go, id_of, leave, letter_of, open_letter, sample,
};
use acceptance::Window;
use serde_json::{Value, json};

/// The letters and cases that the tour goes through.
struct Rooms {
    undecided: String,
    answered: String,
    late: String,
    waiting: String,
    draft: String,
    issued: String,
    template: String,
}

/// Makes what the sample has none of: a template of the office's own, a corrected name.
fn furnish(window: &Window) -> Rooms {
    let program = json!({ "kind": "final_refusal", "language": "ru", "template": null });
    let card = ask(window, "template_card", &json!({ "input": program }));
    let mut standalone = card["standalone"].clone();
    standalone["name"] = json!("для отказов");
    let save = json!({ "input": { "template": null, "expected": null, "choose": true, "note": "проба", "standalone": standalone } });
    let own = ask(window, "template_save", &save);
    let answered = case_of(window, "Громов Виталий Олегович");
    let waiting = case_of(window, "Ге Ольга Николаевна");
    let issued = case_of(window, "Шевчук Тарас Григорьевич");
    Rooms {
        undecided: id_of(&case_of(window, "Соколова Марина Львовна")).to_owned(),
        answered: id_of(&answered).to_owned(),
        late: letter_of(&answered, "issued"),
        waiting: letter_of(&waiting, "draft"),
        draft: draft_for(window, "Власова Ирина Аркадьевна", "final_satisfied"),
        issued: letter_of(&issued, "issued"),
        template: own["head"]["template"].as_str().expect("an id").to_owned(),
    }
}

/// Waits until this is on the page.
fn there(window: &Window, selector: &str) {
    window.css(selector);
}

/// Opens the dialog behind the button with this name, looks at it, leaves it.
fn dialog(window: &Window, button: &str, keep: &dyn Fn(&str), name: &str) {
    window.role("button", button).click();
    there(window, "dialog[open] .body :is(input, button, select)");
    keep(name);
    leave(window);
}

/// Goes through the rooms; `keep` looks at each.
fn tour(window: &Window, rooms: &Rooms, ru: bool, keep: &dyn Fn(&str)) {
    let says = |russian: &'static str, english: &'static str| if ru { russian } else { english };
    go(window, "#/");
    there(window, "#today-to_approve");
    there(window, "#today-delivery");
    keep("today");

    go(window, "#/settings/templates");
    there(window, "a[href='#/templates/final_refusal.ru']");
    keep("templates");
    go(window, "#/templates/final_refusal.ru");
    there(window, ".notice");
    there(window, "main canvas, main .pages img");
    keep("template-of-the-program");
    go(
        window,
        &format!("#/templates/final_refusal.ru.{}", rooms.template),
    );
    there(window, "[role=toolbar]");
    there(window, "main canvas, main .pages img");
    keep("template-own");

    go(window, "#/settings/office");
    window.wait_until(
        "the approval of letters is in sight",
        "const box = [...document.querySelectorAll('fieldset')].at(-1); box?.scrollIntoView(); return box != null",
    );
    keep("settings-approval");
    go(window, "#/settings/letterhead");
    there(window, "main figure");
    keep("settings-letterhead");
    go(window, "#/settings/records");
    there(window, "#name-forms");
    keep("settings-names");

    go(window, &format!("#/case/{}", rooms.undecided));
    dialog(
        window,
        says("Новое письмо", "New letter"),
        keep,
        "new-letter",
    );

    open_letter(window, &rooms.waiting);
    there(window, "section.approval.waiting");
    keep("approval");
    open_letter(window, &rooms.draft);
    window
        .role("tab", says("Три взгляда", "Three readings"))
        .click();
    there(window, "#reading-judge");
    keep("readings");

    open_letter(window, &rooms.late);
    there(window, ".state.late");
    keep("posting-late");
    dialog(
        window,
        says("Что с доставкой?", "Delivery news"),
        keep,
        "delivery",
    );
    open_letter(window, &rooms.issued);
    there(window, "p.not");
    keep("posting");
    dialog(
        window,
        says("Записать отправку", "Record the dispatch"),
        keep,
        "dispatch",
    );
    dialog(
        window,
        says("Конверт, наклейка, опись…", "Envelope, label, inventory…"),
        keep,
        "papers",
    );
    window
        .role(
            "button",
            says("Доказательства ответа…", "Proof of the answer…"),
        )
        .click();
    there(window, "#proof-holds");
    keep("proof");
    leave(window);

    for kind in ["public", "call", "sms"] {
        go(window, &format!("#/forms/{}/{kind}", rooms.answered));
        there(window, &format!("#forms-{kind} textarea"));
        keep(&format!("form-{kind}"));
    }
}

#[test]
fn every_room_is_readable_in_both_languages_and_both_lights() {
    let workstation = sample(HEAD);
    let window = workstation.window();
    let rooms = furnish(window);
    for (language, theme) in [
        ("ru", "light"),
        ("ru", "dark"),
        ("en", "light"),
        ("en", "dark"),
    ] {
        dress(window, language, theme, HEAD);
        tour(window, &rooms, language == "ru", &|name| {
            window.picture(&format!("rooms-{name}-{language}-{theme}"));
            window.assert_accessible(&format!("{name}, {language}, {theme}"));
        });
    }
}

/// What reaches beyond its own room sideways: an element with how far.
const OUTSIDE: &str = "const wide = document.documentElement.clientWidth;\
    return [...document.querySelectorAll('main *, dialog[open] *')]\
        .filter((one) => one.checkVisibility() && !one.closest('svg, canvas, .pages, .visually-hidden, .clip'))\
        .filter((one) => { const box = one.getBoundingClientRect(); return box.width > 1 && box.right > wide + 1; })\
        .map((one) => `${one.tagName.toLowerCase()}.${one.className} ${Math.round(one.getBoundingClientRect().right - wide)}`)\
        .slice(0, 5)";

#[test]
fn no_room_is_cut_off_on_a_narrow_window() {
    let workstation = sample(HEAD);
    let window = workstation.window();
    let rooms = furnish(window);
    window.resize(900, 700);
    for language in ["ru", "en"] {
        dress(window, language, "light", HEAD);
        tour(window, &rooms, language == "ru", &|name| {
            window.picture(&format!("rooms-{name}-{language}-narrow"));
            let outside = window.run(OUTSIDE, &[]);
            assert_eq!(outside, Value::Array(Vec::new()), "{name}, {language}");
        });
    }
}
