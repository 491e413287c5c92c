//! What the office counts by, what it says of itself, its records.

use super::asking::{Asking, for_good, for_one_lost, reads, writes};
use super::prepared::PICTURE;
use super::user::User;
use serde_json::{Value, json};
use std::path::Path;

/// Puts the database back to what it was before a note was written.
fn gone_back(user: &User) {
    let info = user.ask("office_info", Value::Null);
    let folder = Path::new(info["folder"].as_str().expect("a folder"));
    let open = || user.ask("office_open", json!({ "folder": null }));
    user.ask("office_close", Value::Null);
    let database = folder.join("office.sqlite");
    let earlier = std::fs::read(&database).expect("the database");
    open();
    let note = json!({ "complaint": user.id("case"), "note": null, "text": "Сердится" });
    user.ask("note_save", note);
    user.ask("office_close", Value::Null);
    std::fs::write(&database, earlier).expect("the database of before");
    let lost = &open()["safety"]["lost_rows"];
    assert!(!lost.is_null(), "no row is lost");
}

/// Another term for money back on goods, which moves the terms of open cases.
fn rule(user: &User) -> Value {
    let norms = user.ask("norms", Value::Null);
    let regimes = norms["regimes"].as_array().expect("regimes");
    let goods = regimes
        .iter()
        .find(|of| of["regime"] == "goods")
        .expect("goods");
    let refund = user.card("second")["demands"][0]["demand"]["rule"].clone();
    let rules = goods["rules"].as_array().expect("rules");
    let found = rules.iter().find(|view| view["rule"]["id"] == refund);
    let mut rule = found.expect("the rule of the refund")["rule"].clone();
    rule["term"]["count"] = json!(5);
    json!({ "what": "rule", "rule": rule, "instead": null })
}

/// The calendar with another day off before the terms of open cases end.
fn calendar(user: &User) -> Value {
    let saved = user.ask("norm_file_save", json!({ "regime": null }))["saved"].clone();
    let text = std::fs::read_to_string(saved.as_str().expect("a path")).expect("a file");
    json!({ "what": "calendar", "text": text })
}

fn goals() -> Value {
    json!({ "what": "goals",
        "goals": { "acknowledge": { "count": 1, "unit": "working_days" }, "answer": null } })
}

fn profile(user: &User) -> Value {
    user.ask("office_info", Value::Null)["profile"].clone()
}

fn picture(user: &User) -> Value {
    user.file("logo.png", PICTURE);
    json!({ "purpose": "logo" })
}

const TASK: &str = "0193a1a0-0000-7000-8000-000000000001";

/// A copy of the records at their place.
fn copy(user: &User) -> Value {
    user.ask("copies_place_choose", Value::Null);
    user.ask("copy_make", json!({ "task": TASK }));
    user.ask("copies_shown", json!({ "folder": null }))["copies"][0]["copy"].clone()
}

/// A copy that was restored beside the records, which were opened once more then.
fn leftover(user: &User) -> Value {
    let copy = copy(user);
    let info = user.ask("office_info", Value::Null);
    let folder = Path::new(info["folder"].as_str().expect("a folder"));
    let held = office::Office::open(folder, super::prepared::at("2026-11-20T12:00:00+03:00"))
        .expect("opened");
    let refused = user.try_ask("copy_restore", &json!({ "copy": copy, "task": TASK }));
    drop(held);
    assert_eq!(refused.expect_err("locked").code, "locked");
    let shown = user.ask("copies_shown", json!({ "folder": null }));
    json!({ "leftover": shown["leftovers"][0]["leftover"] })
}

/// A case that was erased and is there again with a copy of before.
fn came_back(user: &User) -> Value {
    let copy = copy(user);
    let seen = user.ask("trash_contents", Value::Null);
    user.ask("trash_empty", seen);
    user.ask("copy_restore", json!({ "copy": copy, "task": TASK }));
    user.ask("erasures_undone", Value::Null)[0].clone()
}

const PASSWORD: &str = "сом пеньку не указ 41";

fn prepared_key(user: &User) -> Value {
    user.ask("password_prepare", json!({ "password": PASSWORD }))
}

/// The office locked with a password, and open.
fn locked(user: &User) {
    user.ask("password_set", prepared_key(user));
}

pub const ASKINGS: &[Asking] = &[
    reads("norms", |_| Value::Null),
    reads("trash_contents", |_| Value::Null),
    for_good("trash_empty", "a complaint and a document", |user| {
        user.ask("trash_contents", Value::Null)
    }),
    reads("retention_due", |_| Value::Null),
    for_good("retention_erase", "a complaint long in the trash", |user| {
        user.on_day("2027-02-01T12:00:00+03:00");
        let due = user.ask("retention_due", Value::Null)["due"].clone();
        let cases = due.as_array().expect("items").iter();
        let cases = cases.filter(|item| item["document"].is_null());
        json!({ "complaints": cases.map(|item| item["complaint"].clone()).collect::<Vec<_>>(), "documents": [] })
    }),
    reads("erasures", |_| Value::Null),
    reads(
        "person_data",
        |user| json!({ "person": user.card("closed")["complaint"]["person_id"] }),
    ),
    for_good("person_erase", "what nothing keeps", |user| {
        user.on_day("2033-02-01T12:00:00+03:00");
        let person = user.card("closed")["complaint"]["person_id"].clone();
        let data = user.ask("person_data", json!({ "person": person }));
        let cases = data["cases"].as_array().expect("cases").iter();
        let goes = cases.filter(|case| case["fate"] == "goes");
        json!({ "person": person, "ground": "request",
            "complaints": goes.map(|case| case["complaint"].clone()).collect::<Vec<_>>() })
    }),
    writes("norm_apply", "terms of keeping", |_| {
        json!({ "what": "retention",
            "retention": { "trash_days": 60, "terms": [{ "kind": "review", "years": 2, "word": "" }], "by_itself": false } })
    }),
    reads("norm_preview", rule),
    writes("norm_apply", "a rule, and the terms it moves", rule),
    writes("norm_apply", "goals", |_| goals()),
    writes(
        "norm_apply",
        "goals as they shipped",
        |_| json!({ "what": "goals", "goals": { "acknowledge": null, "answer": null } }),
    ),
    writes("norm_undo", "", |user| {
        user.ask("norm_apply", rule(user));
        json!({ "seq": user.journal().expect("a journal").rows })
    }),
    reads(
        "days_off",
        |_| json!({ "from": "2026-11-01", "to": "2026-12-31" }),
    ),
    reads("calendar_year_counted", |user| {
        user.ask("norms", Value::Null)["next_year"].clone()
    }),
    reads("answer_prices", |user| {
        json!({ "complaint": user.id("second"), "demand": user.id("second refund"), "asked": null, "offered": null,
            "paid": null, "excused": false, "contract": null, "assumptions": null })
    }),
    reads("norm_file_open", |user| {
        calendar(user);
        json!({ "regime": null })
    }),
    reads("norm_file_save", |_| json!({ "regime": "goods" })),
    reads("office_info", |_| Value::Null),
    for_good("profile_save", "another address", |user| {
        let mut profile = profile(user);
        profile["requisites"]["address"] = json!("190000, Санкт-Петербург, ул. Примерная, д. 8");
        profile
    }),
    for_good(
        "word_add",
        "a word that no dictionary has",
        |_| json!({ "word": "фудтрак" }),
    ),
    for_good("word_remove", "a word of the office's own", |user| {
        user.ask("word_add", json!({ "word": "фудтрак" }));
        json!({ "word": "фудтрак" })
    }),
    reads("requisites_check", |user| {
        profile(user)["requisites"].clone()
    }),
    reads("numbering_examples", |user| {
        profile(user)["numbering"].clone()
    }),
    reads("image_choose", picture),
    reads("image_show", |user| {
        let choose = picture(user);
        json!({ "sha256": user.ask("image_choose", choose)["sha256"] })
    }),
    reads(
        "letterhead_picture",
        |user| json!({ "profile": profile(user), "scale": 0.2 }),
    ),
    for_good("loss_accept", "records that went back", |user| {
        gone_back(user);
        Value::Null
    }),
    reads("loss_accept", |_| Value::Null),
    for_good("clock_trust", "records newer than the clock", |_| {
        Value::Null
    }),
    reads("backup_create", |_| Value::Null),
    reads("copies_safety", |_| Value::Null),
    reads("copies_shown", |_| json!({ "folder": null })),
    reads("copies_folder_choose", |_| Value::Null),
    reads("copies_place_choose", |_| Value::Null),
    reads("copies_rhythm_save", |_| json!({ "rhythm": "weekly" })),
    reads("copies_release", |_| Value::Null),
    reads("copy_make", |user| {
        copy(user);
        json!({ "task": TASK })
    }),
    reads("copy_card", |user| json!({ "copy": copy(user) })),
    reads("erasures_undone", |_| Value::Null),
    for_good("erasures_repeat", "a case that came back", |user| {
        let undone = came_back(user);
        json!({ "complaints": [undone["complaint"]], "documents": [] })
    }),
    for_good("erasures_undone_keep", "", |user| {
        came_back(user);
        Value::Null
    }),
    reads("copy_look", |user| json!({ "copy": copy(user) })),
    reads(
        "copy_rehearse",
        |user| json!({ "copy": copy(user), "task": TASK }),
    ),
    for_one_lost("copy_restore", |user| {
        let copy = copy(user);
        let note = json!({ "complaint": user.id("case"), "note": null, "text": "Сердится" });
        user.ask("note_save", note);
        json!({ "copy": copy, "task": TASK })
    }),
    reads("copy_leftover_remove", leftover),
    reads("plain_copy_remove", |user| {
        let plain = copy(user);
        locked(user);
        user.ask("copy_make", json!({ "task": TASK }));
        json!({ "copy": plain })
    }),
    reads(
        "journal_page",
        |_| json!({ "complaint": null, "before": null, "limit": 10 }),
    ),
    reads("journal_verify", |_| Value::Null),
    reads("own_name_forms", |_| Value::Null),
    writes(
        "name_form_forget",
        "",
        |user| json!({ "id": user.ask("own_name_forms", Value::Null)[0]["id"] }),
    ),
    reads("documents_verify", |_| Value::Null),
    reads("documents_mend", |_| Value::Null),
    reads("password_check", |_| json!({ "password": "кефир" })),
    reads("password_prepare", |_| json!({ "password": PASSWORD })),
    reads("password_forget", |user| {
        prepared_key(user);
        Value::Null
    }),
    reads("recovery_sheet_open", |user| {
        prepared_key(user);
        Value::Null
    }),
    for_good("password_set", "", prepared_key),
    for_good("password_change", "", |user| {
        locked(user);
        json!({ "password": PASSWORD, "new_password": "сом пеньку не указ 42" })
    }),
    for_good("password_remove", "", |user| {
        locked(user);
        json!({ "password": PASSWORD })
    }),
    reads("office_unlock", |user| {
        locked(user);
        json!({ "password": PASSWORD, "recovery_key": null })
    }),
    reads(
        "copy_unlock",
        |user| json!({ "copy": copy(user), "password": PASSWORD }),
    ),
    reads("recovery_key_prepare", |user| {
        locked(user);
        json!({ "password": PASSWORD })
    }),
    for_good("recovery_key_set", "", |user| {
        locked(user);
        user.ask("recovery_key_prepare", json!({ "password": PASSWORD }))
    }),
    for_good("keyring_on", "", |user| {
        locked(user);
        json!({ "password": PASSWORD })
    }),
    for_good("keyring_off", "", |user| {
        locked(user);
        user.ask("keyring_on", json!({ "password": PASSWORD }));
        Value::Null
    }),
    for_good("keyring_unlock", "", |user| {
        locked(user);
        user.ask("keyring_on", json!({ "password": PASSWORD }));
        Value::Null
    }),
    reads("lock_now", |user| {
        locked(user);
        Value::Null
    }),
];
