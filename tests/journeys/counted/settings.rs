//! What the office counts by, what it says of itself, its records.

use super::asking::{Asking, for_good, reads, writes};
use super::desk::Desk;
use super::prepared::PICTURE;
use serde_json::{Value, json};
use std::path::Path;

/// Puts the database back to what it was before a note was written.
fn gone_back(desk: &Desk) {
    let info = desk.ask("office_info", Value::Null);
    let folder = Path::new(info["folder"].as_str().expect("a folder"));
    let open = || desk.ask("office_open", json!({ "folder": null }));
    desk.ask("office_close", Value::Null);
    let database = folder.join("office.sqlite");
    let earlier = std::fs::read(&database).expect("the database");
    open();
    let note = json!({ "complaint": desk.id("case"), "note": null, "text": "Сердится" });
    desk.ask("note_save", note);
    desk.ask("office_close", Value::Null);
    std::fs::write(&database, earlier).expect("the database of before");
    let lost = &open()["safety"]["lost_rows"];
    assert!(!lost.is_null(), "no row is lost");
}

/// Another term for money back on goods, which moves the terms of open cases.
fn rule(desk: &Desk) -> Value {
    let norms = desk.ask("norms", Value::Null);
    let regimes = norms["regimes"].as_array().expect("regimes");
    let goods = regimes
        .iter()
        .find(|of| of["regime"] == "goods")
        .expect("goods");
    let refund = desk.card("second")["demands"][0]["demand"]["rule"].clone();
    let rules = goods["rules"].as_array().expect("rules");
    let found = rules.iter().find(|view| view["rule"]["id"] == refund);
    let mut rule = found.expect("the rule of the refund")["rule"].clone();
    rule["term"]["count"] = json!(5);
    json!({ "what": "rule", "rule": rule, "instead": null })
}

/// The calendar with another day off before the terms of open cases end.
fn calendar(desk: &Desk) -> Value {
    let saved = desk.ask("norm_file_save", json!({ "regime": null }))["saved"].clone();
    let text = std::fs::read_to_string(saved.as_str().expect("a path")).expect("a file");
    json!({ "what": "calendar", "text": text })
}

fn goals() -> Value {
    json!({ "what": "goals",
        "goals": { "acknowledge": { "count": 1, "unit": "working_days" }, "answer": null } })
}

fn profile(desk: &Desk) -> Value {
    desk.ask("office_info", Value::Null)["profile"].clone()
}

fn picture(desk: &Desk) -> Value {
    desk.file("logo.png", PICTURE);
    json!({ "purpose": "logo" })
}

const TASK: &str = "0193a1a0-0000-7000-8000-000000000001";

/// A copy of the records at their place.
fn copy(desk: &Desk) -> Value {
    desk.ask("copies_place_choose", Value::Null);
    desk.ask("copy_make", json!({ "task": TASK }));
    desk.ask("copies_shown", json!({ "folder": null }))["copies"][0]["copy"].clone()
}

pub const ASKINGS: &[Asking] = &[
    reads("norms", |_| Value::Null),
    reads("trash_contents", |_| Value::Null),
    for_good("trash_empty", "a complaint and a document", |desk| {
        desk.ask("trash_contents", Value::Null)
    }),
    reads("norm_preview", rule),
    writes("norm_apply", "a rule, and the terms it moves", rule),
    writes("norm_apply", "goals", |_| goals()),
    writes(
        "norm_apply",
        "goals as they shipped",
        |_| json!({ "what": "goals", "goals": { "acknowledge": null, "answer": null } }),
    ),
    writes("norm_undo", "", |desk| {
        desk.ask("norm_apply", rule(desk));
        json!({ "seq": desk.journal().expect("a journal").rows })
    }),
    reads(
        "days_off",
        |_| json!({ "from": "2026-11-01", "to": "2026-12-31" }),
    ),
    reads("answer_prices", |desk| {
        json!({ "complaint": desk.id("second"), "demand": desk.id("second refund"), "asked": null, "offered": null,
            "paid": null, "excused": false, "contract": null, "assumptions": null })
    }),
    reads("norm_file_open", |desk| {
        calendar(desk);
        json!({ "regime": null })
    }),
    reads("norm_file_save", |_| json!({ "regime": "goods" })),
    reads("office_info", |_| Value::Null),
    for_good("profile_save", "another address", |desk| {
        let mut profile = profile(desk);
        profile["requisites"]["address"] = json!("190000, Санкт-Петербург, ул. Примерная, д. 8");
        profile
    }),
    reads("requisites_check", |desk| {
        profile(desk)["requisites"].clone()
    }),
    reads("numbering_examples", |desk| {
        profile(desk)["numbering"].clone()
    }),
    reads("image_choose", picture),
    reads("image_show", |desk| {
        let choose = picture(desk);
        json!({ "sha256": desk.ask("image_choose", choose)["sha256"] })
    }),
    reads(
        "letterhead_picture",
        |desk| json!({ "profile": profile(desk), "scale": 0.2 }),
    ),
    for_good("loss_accept", "records that went back", |desk| {
        gone_back(desk);
        Value::Null
    }),
    reads("loss_accept", |_| Value::Null),
    reads("backup_create", |_| Value::Null),
    reads("copies_safety", |_| Value::Null),
    reads("copies_shown", |_| json!({ "folder": null })),
    reads("copies_folder_choose", |_| Value::Null),
    reads("copies_place_choose", |_| Value::Null),
    reads("copies_rhythm_save", |_| json!({ "rhythm": "weekly" })),
    reads("copies_release", |_| Value::Null),
    reads("copy_make", |desk| {
        copy(desk);
        json!({ "task": TASK })
    }),
    reads("copy_card", |desk| json!({ "copy": copy(desk) })),
    reads("copy_look", |desk| json!({ "copy": copy(desk) })),
    reads(
        "copy_rehearse",
        |desk| json!({ "copy": copy(desk), "task": TASK }),
    ),
    reads(
        "copy_restore",
        |desk| json!({ "copy": copy(desk), "task": TASK }),
    ),
    reads(
        "journal_page",
        |_| json!({ "complaint": null, "before": null, "limit": 10 }),
    ),
    reads("journal_verify", |_| Value::Null),
    reads("name_forms_kept", |_| Value::Null),
    writes(
        "name_form_forget",
        "",
        |desk| json!({ "id": desk.ask("name_forms_kept", Value::Null)[0]["id"] }),
    ),
    reads("documents_verify", |_| Value::Null),
];
