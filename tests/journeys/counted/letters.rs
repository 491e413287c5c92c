//! Letters, other forms of an answer, templates.

use super::asking::{Asking, for_good, reads, writes};
use super::user::User;
use serde_json::{Value, json};

fn letter(user: &User, name: &str) -> Value {
    json!({ "letter": user.id(name) })
}

/// The letter's text with words of the writer's own.
fn typed(user: &User, name: &str) -> Value {
    let mut text = user.letter(name)["text"].clone();
    text["closing"] = json!("С уважением и надеждой");
    json!({ "letter": user.id(name), "text": text })
}

/// A letter that was made from the office's own template.
fn refusal(user: &User) -> Value {
    let draft = json!({ "complaint": user.id("case"), "kind": "final_refusal", "language": null });
    user.ask("letter_draft", draft)
}

fn draft(user: &User, case: &str, kind: &str) -> Value {
    json!({ "complaint": user.id(case), "kind": kind, "language": null })
}

/// A profile in which the head approves letters, or does not.
fn approving(user: &User, required: bool) {
    let mut profile = user.ask("office_info", Value::Null)["profile"].clone();
    profile["approval"]["required"] = json!(required);
    user.ask("profile_save", profile);
}

fn form(user: &User) -> Value {
    let compose =
        json!({ "complaint": user.id("case"), "kind": "public", "language": null, "limit": null });
    user.ask("forms_compose", compose)["form"].clone()
}

fn standalone(user: &User) -> Value {
    let own = json!({ "kind": "final_refusal", "language": "ru", "template": user.id("template") });
    user.ask("template_card", own)["standalone"].clone()
}

fn shipped(template: &Value) -> Value {
    json!({ "kind": "final_refusal", "language": "ru", "template": template })
}

/// A file with two of the office's templates, chosen from now on.
fn file_of_templates(user: &User) -> Value {
    let mut standalone = standalone(user);
    standalone["name"] = json!("ещё один");
    let save = json!({ "template": null, "expected": null, "choose": false, "note": "", "standalone": standalone });
    user.ask("template_save", save);
    let saved = user.ask("template_export", json!({ "templates": [] }))["saved"].clone();
    let text = std::fs::read(saved.as_str().expect("a path")).expect("a file");
    user.file("letters.otvet-template.toml", &text);
    user.ask("template_import_look", Value::Null)
}

pub const ASKINGS: &[Asking] = &[
    writes(
        "letter_draft",
        "the first of its kind, with its template",
        |user| draft(user, "case", "final_partial"),
    ),
    writes("letter_draft", "from a template kept already", |user| {
        draft(user, "case", "acknowledgement")
    }),
    writes("letter_draft", "from the office's own template", |user| {
        draft(user, "case", "final_refusal")
    }),
    reads("letter_card", |user| letter(user, "draft")),
    writes("letter_text_save", "", |user| typed(user, "draft")),
    writes("letter_text_save", "approved, which falls", |user| {
        let mark = user.letter("waiting")["approval"]["mark"].clone();
        user.ask(
            "letter_approve",
            json!({ "letter": user.id("waiting"), "mark": mark }),
        );
        typed(user, "waiting")
    }),
    writes("letter_choices_save", "", |user| {
        let card = user.letter("draft");
        let mut choices = card["choices"].clone();
        choices["enclosures"] = json!([user.id("receipt")]);
        json!({ "letter": user.id("draft"), "text": card["text"], "choices": choices })
    }),
    writes("letter_refresh", "behind a case that moved on", |user| {
        let mut edit = user.card("case")["complaint"].clone();
        edit["order"] = json!("Б-1");
        user.ask("complaint_edit", edit);
        typed(user, "draft")
    }),
    writes(
        "letter_paragraph_settle",
        "a finding that moved on",
        |user| {
            let drafted =
                json!({ "complaint": user.id("case"), "kind": "final_refusal", "language": null });
            let letter = user.ask("letter_draft", drafted)["summary"]["id"].clone();
            let point = user.id("allegation");
            user.ask(
            "allegation_save",
            json!({ "complaint": user.id("case"), "allegation": point, "text": "Чайник протекает",
                "check": "осмотр", "verdict": "partly", "found": "капает из носика" }),
        );
            let card = user.ask("letter_card", json!({ "letter": letter }));
            let block = format!("point:{}", point.as_str().expect("an id"));
            assert_eq!(card["behind"][0]["place"], block, "{}", card["behind"]);
            json!({ "letter": letter, "text": card["text"], "block": block, "take": true })
        },
    ),
    reads("letter_preview", |user| typed(user, "draft")),
    reads(
        "letter_readings",
        |user| json!({ "letter": user.id("draft"), "text": null }),
    ),
    reads(
        "letter_field",
        |_| json!({ "name": "received", "value": "20 ноября 2026 г." }),
    ),
    reads(
        "letter_day",
        |_| json!({ "day": "2026-11-20", "language": "ru" }),
    ),
    reads("letter_page", |user| {
        let key = user.ask("letter_preview", typed(user, "draft"))["key"].clone();
        json!({ "key": key, "page": 0, "scale": 0.2 })
    }),
    writes(
        "letter_submit",
        "",
        |user| json!({ "letter": user.id("draft"), "note": "прошу" }),
    ),
    writes("letter_recall", "", |user| letter(user, "waiting")),
    writes("letter_approve", "one that waits", |user| {
        let mark = user.letter("waiting")["approval"]["mark"].clone();
        json!({ "letter": user.id("waiting"), "mark": mark })
    }),
    writes("letter_approve", "one that nobody submitted", |user| {
        let mark = user.letter("draft")["approval"]["mark"].clone();
        json!({ "letter": user.id("draft"), "mark": mark })
    }),
    writes(
        "letter_return",
        "",
        |user| json!({ "letter": user.id("waiting"), "remarks": "короче" }),
    ),
    for_good("letter_issue", "with a name form of the writer's", |user| {
        let mut typed = typed(user, "draft");
        typed["text"]["salutation"] = json!("Дорогая Марина Львовна!");
        user.ask("letter_text_save", typed);
        json!({ "letter": user.id("draft"), "override_reason": "проверено" })
    }),
    for_good(
        "letter_issue",
        "one that waited for the head",
        |user| json!({ "letter": user.id("waiting"), "override_reason": "проверено" }),
    ),
    for_good("letter_issue", "in the place of another", |user| {
        let again = user.ask("letter_supersede", letter(user, "issued"));
        // The legal day is past by now, so another is promised.
        let mut choices = again["choices"].clone();
        choices["expected"] = json!("2026-12-20");
        let save =
            json!({ "letter": again["summary"]["id"], "text": again["text"], "choices": choices });
        user.ask("letter_choices_save", save);
        json!({ "letter": again["summary"]["id"], "override_reason": "проверено" })
    }),
    writes("letter_supersede", "", |user| letter(user, "issued")),
    writes("letter_delete", "the earlier of two", |user| {
        letter(user, "draft")
    }),
    writes("letter_delete", "submitted and returned", |user| {
        user.ask(
            "letter_return",
            json!({ "letter": user.id("waiting"), "remarks": "короче" }),
        );
        user.ask(
            "letter_submit",
            json!({ "letter": user.id("waiting"), "note": "ещё раз" }),
        );
        letter(user, "waiting")
    }),
    writes(
        "letter_sent",
        "",
        |user| json!({ "letter": user.id("question"), "channel": "email", "at": "2026-11-20T11:00:00+03:00" }),
    ),
    writes("letter_template", "back to the program's own", |user| {
        let card = refusal(user);
        json!({ "letter": card["summary"]["id"], "text": card["text"], "template": null })
    }),
    writes("letter_template", "over to the office's own", |user| {
        let own = json!({ "kind": "final_refusal", "language": "ru", "template": null });
        user.ask("template_choose", own);
        let card = refusal(user);
        json!({ "letter": card["summary"]["id"], "text": card["text"], "template": user.id("template") })
    }),
    reads("recipients", |_| json!({ "kind": "forwarding" })),
    reads("letter_save_pdf", |user| letter(user, "issued")),
    reads("letter_save_docx", |user| letter(user, "draft")),
    reads("letter_open_pdf", |user| letter(user, "issued")),
    reads("letter_print", |user| letter(user, "issued")),
    reads("letter_mail_draft", |user| letter(user, "issued")),
    reads("letter_signatures", |user| letter(user, "issued")),
    reads("letter_signature_choose", |user| letter(user, "issued")),
    reads(
        "forms_compose",
        |user| json!({ "complaint": user.id("case"), "kind": "call", "language": null, "limit": null }),
    ),
    reads(
        "forms_check",
        |user| json!({ "complaint": user.id("case"), "form": form(user) }),
    ),
    reads(
        "forms_of_case",
        |user| json!({ "complaint": user.id("case") }),
    ),
    writes(
        "form_save",
        "a new one",
        |user| json!({ "complaint": user.id("case"), "id": null, "form": form(user) }),
    ),
    writes("form_save", "one that is there", |user| {
        let kept = user.ask("forms_of_case", json!({ "complaint": user.id("case") }));
        let mut form = kept[0]["form"].clone();
        form["parts"][0]["text"] = json!("Чайник заменим.");
        json!({ "complaint": user.id("case"), "id": user.id("form"), "form": form })
    }),
    writes("form_remove", "", |user| json!({ "form": user.id("form") })),
    writes(
        "form_used",
        "with its entry in the diary",
        |user| json!({ "form": user.id("form"), "at": "2026-11-20T11:00:00+03:00", "place": "телефон", "link": "" }),
    ),
    reads("templates", |_| Value::Null),
    reads("template_words", |_| Value::Null),
    reads("template_card", |user| shipped(&user.id("template"))),
    reads("template_version", |user| {
        let card = user.ask("template_card", shipped(&user.id("template")));
        json!({ "version": card["versions"][0]["id"] })
    }),
    reads(
        "template_preview",
        |user| json!({ "standalone": standalone(user), "complaint": user.id("case") }),
    ),
    writes("template_save", "a new one", |user| {
        let mut standalone = standalone(user);
        standalone["name"] = json!("новый");
        json!({ "template": null, "expected": null, "choose": true, "note": "", "standalone": standalone })
    }),
    writes("template_save", "a new version for other cases", |user| {
        let mut standalone = standalone(user);
        standalone["text"]["closing"] = json!("С уважением");
        standalone["regimes"] = json!(["goods"]);
        json!({ "template": user.id("template"), "expected": 1, "choose": true, "note": "", "standalone": standalone })
    }),
    writes("template_choose", "the program's own", |_| {
        shipped(&Value::Null)
    }),
    writes(
        "template_retire",
        "aside",
        |user| json!({ "template": user.id("template"), "retired": true }),
    ),
    writes(
        "template_retire",
        "taken back",
        |user| json!({ "template": user.id("retired template"), "retired": false }),
    ),
    writes("template_undo", "", |user| {
        user.ask("template_choose", shipped(&Value::Null));
        json!({ "seq": user.journal().expect("a journal").rows })
    }),
    reads("template_import_look", |user| {
        file_of_templates(user);
        Value::Null
    }),
    writes("template_import", "two of a file", |user| {
        let plan = file_of_templates(user);
        let items = plan["items"].as_array().expect("items").iter().map(|item| {
            let mut standalone = item["standalone"].clone();
            standalone["text"]["closing"] = json!("Из файла, с уважением");
            json!({ "template": item["template"], "expected": null, "choose": true, "note": "", "standalone": standalone })
        });
        let items: Vec<Value> = items.collect();
        assert_eq!(items.len(), 2, "{plan}");
        json!({ "items": items })
    }),
    reads("template_export", |_| json!({ "templates": [] })),
    for_good(
        "profile_save",
        "nobody approves any more, and letters wait",
        |user| {
            approving(user, true);
            for name in ["draft", "plain draft"] {
                user.ask(
                    "letter_submit",
                    json!({ "letter": user.id(name), "note": "" }),
                );
            }
            let mut profile = user.ask("office_info", Value::Null)["profile"].clone();
            profile["approval"]["required"] = json!(false);
            profile
        },
    ),
];
