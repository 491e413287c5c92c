//! The way a case goes, its steps and checklists, and how the office works.

use super::asking::{Asking, reads, writes};
use super::user::User;
use serde_json::{Value, json};

/// A step of the first case marked.
fn mark(user: &User, step: Value, state: &str, remark: &str) -> Value {
    json!({ "complaint": user.id("case"), "step": step, "state": state, "remark": remark })
}

/// An item of the checklist on the first case.
fn item(user: &User) -> Value {
    user.card("case")["procedure"]["lists"][0]["items"][0]["step"].clone()
}

/// The program's procedure of founded claims, its first step worded otherwise.
fn worded(user: &User) -> Value {
    let all = user.ask("routines", Value::Null)["procedures"].clone();
    let mut all = all.as_array().expect("procedures").iter();
    let founded = all.find(|one| one["branch"] == "founded");
    let steps = founded.expect("the branch")["steps"].as_array();
    let mut steps: Vec<Value> = steps
        .expect("steps")
        .iter()
        .map(|step| {
            json!({ "key": step["key"], "title": step["title"], "why": step["why"], "role": step["role"],
                "day": step["day"], "asked": step["asked"] })
        })
        .collect();
    steps[0]["title"]["ru"] = json!("Сказать «получили»");
    steps[0]["day"] = json!({ "after_receipt": 0 });
    json!({ "branch": "founded", "expected": null, "steps": steps })
}

fn checklist(which: &Value) -> Value {
    json!({ "checklist": which, "expected": null, "title": "Перед отправкой", "items": ["Подпись", "Адрес"],
        "kinds": ["claim"], "words": "залив, протечка" })
}

pub const ASKINGS: &[Asking] = &[
    writes(
        "procedure_choose",
        "",
        |user| json!({ "complaint": user.id("case"), "branch": "many" }),
    ),
    writes("step_mark", "one added by hand", |user| {
        mark(user, user.id("own step"), "done", "дозвонились")
    }),
    writes("step_mark", "an item of a checklist", |user| {
        mark(user, item(user), "done", "")
    }),
    writes("step_mark", "skipped", |user| {
        mark(
            user,
            json!("documents"),
            "skipped",
            "те же, что в прошлый раз",
        )
    }),
    writes("step_mark", "open again", |user| {
        let done = mark(user, user.id("own step"), "done", "");
        user.ask("step_mark", done);
        mark(user, user.id("own step"), "open", "")
    }),
    writes(
        "step_assign",
        "of the procedure",
        |user| json!({ "complaint": user.id("case"), "step": "decide", "person": "Крылова", "day": "2026-11-20" }),
    ),
    writes(
        "step_assign",
        "one added by hand",
        |user| json!({ "complaint": user.id("case"), "step": user.id("own step"), "person": "Крылова", "day": null }),
    ),
    writes("step_add", "", |user| {
        json!({ "complaint": user.id("case"), "title": "Съездить на место", "person": "Ветрова",
            "day": "2026-11-19" })
    }),
    writes(
        "step_remove",
        "",
        |user| json!({ "complaint": user.id("case"), "step": user.id("own step") }),
    ),
    writes(
        "checklist_put",
        "",
        |user| json!({ "complaint": user.id("case"), "checklist": user.id("other checklist") }),
    ),
    writes("checklist_remove", "with a tick", |user| {
        let done = mark(user, item(user), "done", "");
        user.ask("step_mark", done);
        json!({ "complaint": user.id("case"), "list": user.id("list") })
    }),
    writes(
        "documents_seen",
        "",
        |user| json!({ "complaint": user.id("case"), "documents": [user.id("receipt"), user.id("photo")] }),
    ),
    reads("routines", |_| Value::Null),
    writes("procedure_save", "the first of a branch", worded),
    writes("procedure_save", "in place of an older", |user| {
        let first = worded(user);
        user.ask("procedure_save", first.clone());
        let mut second = first;
        second["steps"][0]["role"] = json!("head");
        second
    }),
    writes("procedure_reset", "", |user| {
        let own = worded(user);
        user.ask("procedure_save", own);
        json!({ "branch": "founded" })
    }),
    writes("checklist_save", "a new one", |_| checklist(&Value::Null)),
    writes("checklist_save", "another version", |user| {
        checklist(&user.id("checklist"))
    }),
    writes(
        "checklist_retire",
        "",
        |user| json!({ "checklist": user.id("checklist"), "retired": true }),
    ),
    reads(
        "checklist_versions",
        |user| json!({ "checklist": user.id("checklist") }),
    ),
];
