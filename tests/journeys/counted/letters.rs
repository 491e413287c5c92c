//! Letters, other forms of an answer, templates.

use super::asking::{Asking, for_good, reads, writes};
use super::desk::Desk;
use serde_json::{Value, json};

fn letter(desk: &Desk, name: &str) -> Value {
    json!({ "letter": desk.id(name) })
}

/// The letter's text with words of the writer's own.
fn typed(desk: &Desk, name: &str) -> Value {
    let mut text = desk.letter(name)["text"].clone();
    text["closing"] = json!("С уважением и надеждой");
    json!({ "letter": desk.id(name), "text": text })
}

/// A letter that was made from the office's own template.
fn refusal(desk: &Desk) -> Value {
    let draft = json!({ "complaint": desk.id("case"), "kind": "final_refusal", "language": null });
    desk.ask("letter_draft", draft)
}

fn draft(desk: &Desk, case: &str, kind: &str) -> Value {
    json!({ "complaint": desk.id(case), "kind": kind, "language": null })
}

/// A profile in which the head approves letters, or does not.
fn approving(desk: &Desk, required: bool) {
    let mut profile = desk.ask("office_info", Value::Null)["profile"].clone();
    profile["approval"]["required"] = json!(required);
    desk.ask("profile_save", profile);
}

fn form(desk: &Desk) -> Value {
    let compose =
        json!({ "complaint": desk.id("case"), "kind": "public", "language": null, "limit": null });
    desk.ask("forms_compose", compose)["form"].clone()
}

fn sheet(desk: &Desk) -> Value {
    let own = json!({ "kind": "final_refusal", "language": "ru", "template": desk.id("template") });
    desk.ask("template_card", own)["sheet"].clone()
}

fn shipped(template: &Value) -> Value {
    json!({ "kind": "final_refusal", "language": "ru", "template": template })
}

/// A file with two of the office's templates, chosen from now on.
fn file_of_templates(desk: &Desk) -> Value {
    let mut sheet = sheet(desk);
    sheet["name"] = json!("ещё один");
    let save =
        json!({ "template": null, "expected": null, "choose": false, "note": "", "sheet": sheet });
    desk.ask("template_save", save);
    let saved = desk.ask("template_export", json!({ "templates": [] }))["saved"].clone();
    let text = std::fs::read(saved.as_str().expect("a path")).expect("a file");
    desk.file("letters.otvet-template.toml", &text);
    desk.ask("template_import_look", Value::Null)
}

pub const ASKINGS: &[Asking] = &[
    writes(
        "letter_draft",
        "the first of its kind, with its template",
        |desk| draft(desk, "case", "final_partial"),
    ),
    writes("letter_draft", "from a template kept already", |desk| {
        draft(desk, "case", "acknowledgement")
    }),
    writes("letter_draft", "from the office's own template", |desk| {
        draft(desk, "case", "final_refusal")
    }),
    reads("letter_card", |desk| letter(desk, "draft")),
    writes("letter_text_save", "", |desk| typed(desk, "draft")),
    writes("letter_text_save", "approved, which falls", |desk| {
        let mark = desk.letter("waiting")["approval"]["mark"].clone();
        desk.ask(
            "letter_approve",
            json!({ "letter": desk.id("waiting"), "mark": mark }),
        );
        typed(desk, "waiting")
    }),
    writes("letter_choices_save", "", |desk| {
        let card = desk.letter("draft");
        let mut choices = card["choices"].clone();
        choices["enclosures"] = json!([desk.id("receipt")]);
        json!({ "letter": desk.id("draft"), "text": card["text"], "choices": choices })
    }),
    writes("letter_refresh", "behind a case that moved on", |desk| {
        let mut edit = desk.card("case")["complaint"].clone();
        edit["order"] = json!("Б-1");
        desk.ask("complaint_edit", edit);
        typed(desk, "draft")
    }),
    reads("letter_preview", |desk| typed(desk, "draft")),
    reads(
        "letter_readings",
        |desk| json!({ "letter": desk.id("draft"), "text": null }),
    ),
    reads(
        "letter_field",
        |_| json!({ "name": "received", "value": "20 ноября 2026 г." }),
    ),
    reads(
        "letter_day",
        |_| json!({ "day": "2026-11-20", "language": "ru" }),
    ),
    reads("letter_page", |desk| {
        let key = desk.ask("letter_preview", typed(desk, "draft"))["key"].clone();
        json!({ "key": key, "page": 0, "scale": 0.2 })
    }),
    writes(
        "letter_submit",
        "",
        |desk| json!({ "letter": desk.id("draft"), "note": "прошу" }),
    ),
    writes("letter_recall", "", |desk| letter(desk, "waiting")),
    writes("letter_approve", "one that waits", |desk| {
        let mark = desk.letter("waiting")["approval"]["mark"].clone();
        json!({ "letter": desk.id("waiting"), "mark": mark })
    }),
    writes("letter_approve", "one that nobody submitted", |desk| {
        let mark = desk.letter("draft")["approval"]["mark"].clone();
        json!({ "letter": desk.id("draft"), "mark": mark })
    }),
    writes(
        "letter_return",
        "",
        |desk| json!({ "letter": desk.id("waiting"), "remarks": "короче" }),
    ),
    for_good("letter_issue", "with a name form of the writer's", |desk| {
        let mut typed = typed(desk, "draft");
        typed["text"]["salutation"] = json!("Дорогая Марина Львовна!");
        desk.ask("letter_text_save", typed);
        json!({ "letter": desk.id("draft"), "override_reason": "проверено" })
    }),
    for_good(
        "letter_issue",
        "one that waited for the head",
        |desk| json!({ "letter": desk.id("waiting"), "override_reason": "проверено" }),
    ),
    for_good("letter_issue", "in the place of another", |desk| {
        let again = desk.ask("letter_supersede", letter(desk, "issued"));
        // The legal day is past by now, so another is promised.
        let mut choices = again["choices"].clone();
        choices["expected"] = json!("2026-12-20");
        let save =
            json!({ "letter": again["summary"]["id"], "text": again["text"], "choices": choices });
        desk.ask("letter_choices_save", save);
        json!({ "letter": again["summary"]["id"], "override_reason": "проверено" })
    }),
    writes("letter_supersede", "", |desk| letter(desk, "issued")),
    writes("letter_delete", "the earlier of two", |desk| {
        letter(desk, "draft")
    }),
    writes("letter_delete", "submitted and returned", |desk| {
        desk.ask(
            "letter_return",
            json!({ "letter": desk.id("waiting"), "remarks": "короче" }),
        );
        desk.ask(
            "letter_submit",
            json!({ "letter": desk.id("waiting"), "note": "ещё раз" }),
        );
        letter(desk, "waiting")
    }),
    writes(
        "letter_sent",
        "",
        |desk| json!({ "letter": desk.id("question"), "channel": "email", "at": "2026-11-20T11:00:00+03:00" }),
    ),
    writes("letter_template", "back to the program's own", |desk| {
        let card = refusal(desk);
        json!({ "letter": card["summary"]["id"], "text": card["text"], "template": null })
    }),
    writes("letter_template", "over to the office's own", |desk| {
        let own = json!({ "kind": "final_refusal", "language": "ru", "template": null });
        desk.ask("template_choose", own);
        let card = refusal(desk);
        json!({ "letter": card["summary"]["id"], "text": card["text"], "template": desk.id("template") })
    }),
    reads("recipients", |_| json!({ "kind": "forwarding" })),
    reads("letter_save_pdf", |desk| letter(desk, "issued")),
    reads("letter_save_docx", |desk| letter(desk, "draft")),
    reads("letter_open_pdf", |desk| letter(desk, "issued")),
    reads("letter_print", |desk| letter(desk, "issued")),
    reads("letter_mail_draft", |desk| letter(desk, "issued")),
    reads(
        "forms_compose",
        |desk| json!({ "complaint": desk.id("case"), "kind": "call", "language": null, "limit": null }),
    ),
    reads(
        "forms_check",
        |desk| json!({ "complaint": desk.id("case"), "form": form(desk) }),
    ),
    reads("forms_kept", |desk| json!({ "complaint": desk.id("case") })),
    writes(
        "form_save",
        "a new one",
        |desk| json!({ "complaint": desk.id("case"), "id": null, "form": form(desk) }),
    ),
    writes("form_save", "one that is there", |desk| {
        let kept = desk.ask("forms_kept", json!({ "complaint": desk.id("case") }));
        let mut form = kept[0]["form"].clone();
        form["parts"][0]["text"] = json!("Чайник заменим.");
        json!({ "complaint": desk.id("case"), "id": desk.id("form"), "form": form })
    }),
    writes("form_remove", "", |desk| json!({ "form": desk.id("form") })),
    writes(
        "form_used",
        "with its entry in the diary",
        |desk| json!({ "form": desk.id("form"), "at": "2026-11-20T11:00:00+03:00", "place": "телефон", "link": "" }),
    ),
    reads("templates", |_| Value::Null),
    reads("template_words", |_| Value::Null),
    reads("template_card", |desk| shipped(&desk.id("template"))),
    reads("template_version", |desk| {
        let card = desk.ask("template_card", shipped(&desk.id("template")));
        json!({ "version": card["versions"][0]["id"] })
    }),
    reads(
        "template_preview",
        |desk| json!({ "sheet": sheet(desk), "complaint": desk.id("case") }),
    ),
    writes("template_save", "a new one", |desk| {
        let mut sheet = sheet(desk);
        sheet["name"] = json!("новый");
        json!({ "template": null, "expected": null, "choose": true, "note": "", "sheet": sheet })
    }),
    writes("template_save", "a new version for other cases", |desk| {
        let mut sheet = sheet(desk);
        sheet["text"]["closing"] = json!("С уважением");
        sheet["regimes"] = json!(["goods"]);
        json!({ "template": desk.id("template"), "expected": 1, "choose": true, "note": "", "sheet": sheet })
    }),
    writes("template_choose", "the program's own", |_| {
        shipped(&Value::Null)
    }),
    writes(
        "template_retire",
        "aside",
        |desk| json!({ "template": desk.id("template"), "retired": true }),
    ),
    writes(
        "template_retire",
        "taken back",
        |desk| json!({ "template": desk.id("retired template"), "retired": false }),
    ),
    writes("template_undo", "", |desk| {
        desk.ask("template_choose", shipped(&Value::Null));
        json!({ "seq": desk.journal().expect("a journal").rows })
    }),
    reads("template_import_look", |desk| {
        file_of_templates(desk);
        Value::Null
    }),
    writes("template_import", "two of a file", |desk| {
        let plan = file_of_templates(desk);
        let items = plan["items"].as_array().expect("items").iter().map(|item| {
            let mut sheet = item["sheet"].clone();
            sheet["text"]["closing"] = json!("Из файла, с уважением");
            json!({ "template": item["template"], "expected": null, "choose": true, "note": "", "sheet": sheet })
        });
        let items: Vec<Value> = items.collect();
        assert_eq!(items.len(), 2, "{plan}");
        json!({ "items": items })
    }),
    reads("template_export", |_| json!({ "templates": [] })),
    for_good(
        "profile_save",
        "nobody approves any more, and letters wait",
        |desk| {
            approving(desk, true);
            for name in ["draft", "plain draft"] {
                desk.ask(
                    "letter_submit",
                    json!({ "letter": desk.id(name), "note": "" }),
                );
            }
            let mut profile = desk.ask("office_info", Value::Null)["profile"].clone();
            profile["approval"]["required"] = json!(false);
            profile
        },
    ),
];
