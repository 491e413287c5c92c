//! A command that names a case or a letter and something else refuses what belongs to another case, and
//! writes nothing.

use crate::counted::TABLE;
use crate::counted::asking::{Asking, Writes, for_good, reads, writes};
use crate::counted::case::inspected;
use crate::counted::prepared::{Prepared, clock_values};
use crate::counted::user::User;
use commands::Failure;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Things of cases, and what stands in their place in a case of somebody else.
const STRANGERS: &[(&[&str], &str)] = &[
    (&["case", "second", "plain"], "another"),
    (
        &["receipt", "photo", "trashed document"],
        "another document",
    ),
    (&["diary"], "another entry"),
    (&["allegation", "later allegation"], "another allegation"),
    (&["note"], "another note"),
    (&["hold"], "another hold"),
    (&["refund", "apology", "second refund"], "another demand"),
    (&["clock", "ended clock"], "another clock"),
    (&["pause"], "another pause"),
    (&["form"], "another form"),
    (&["issued", "question"], "another letter"),
    (
        &["draft", "later draft", "plain draft", "waiting"],
        "another draft",
    ),
    (&["dispatch"], "another dispatch"),
    (&["event"], "another event"),
    (&["own step"], "another step"),
    (&["list"], "another list"),
];

/// Whether a command says that it was given what is another case's.
fn is_refusal(failure: &Failure) -> bool {
    match failure.code.as_str() {
        "field" => failure.detail.as_deref() == Some("foreign"),
        code => ["not_found", "nothing_to_undo", "trash_changed"].contains(&code),
    }
}

/// Commands that name a pair; whatever else names one is found and asked without being listed here.
const PAIRED: &[&str] = &[
    "allegation_remove",
    "allegation_save",
    "allegation_split",
    "allegations_join",
    "allegations_order",
    "allegations_take",
    "answer_prices",
    "bundle_save",
    "checklist_remove",
    "clock_count",
    "clock_end",
    "clock_pause",
    "clock_pause_remove",
    "clock_remove",
    "clock_reopen",
    "clock_resume",
    "clock_save",
    "complaint_hold",
    "complaint_hold_lift",
    "decide",
    "delivery_save",
    "demand_remove",
    "demand_save",
    "diary_remove",
    "diary_save",
    "dispatch_save",
    "document_edit",
    "document_open",
    "document_restore",
    "document_save",
    "document_page",
    "document_trash",
    "document_view",
    "documents_seen",
    "form_save",
    "inspection_save",
    "letter_choices_save",
    "note_remove",
    "note_save",
    "proof_check",
    "proof_save",
    "step_assign",
    "step_mark",
    "step_remove",
    "undo",
];

/// Askings that name more than those which are counted.
const MORE: &[Asking] = &[
    reads("clock_count", |user| {
        let values = clock_values("Первые часы");
        json!({ "complaint": user.id("case"), "clock": user.id("clock"), "values": values })
    }),
    writes("clock_save", "from a letter's issue", |user| {
        started(user, "issued", "issued")
    }),
    writes("clock_save", "from a dispatch", |user| {
        started(user, "dispatched", "dispatch")
    }),
    writes("clock_save", "from the diary", |user| {
        started(user, "diary", "diary")
    }),
    writes("clock_end", "proved by a letter", |user| {
        ended(user, "letter", "issued")
    }),
    writes("clock_end", "proved by a dispatch", |user| {
        ended(user, "dispatch", "dispatch")
    }),
    writes("clock_end", "proved by the diary", |user| {
        ended(user, "diary", "diary")
    }),
    writes("clock_pause", "proved by a document", |user| {
        let of =
            json!({ "complaint": user.id("case"), "clock": null, "demand": user.id("refund") });
        let resumed =
            json!({ "complaint": user.id("case"), "pause": user.id("pause"), "to": "2026-11-13" });
        user.ask("clock_resume", resumed);
        json!({ "of": of, "from": "2026-11-18", "to": "2026-11-19", "ground": "не передан",
            "proof": { "kind": "document", "id": user.id("receipt") } })
    }),
    writes(
        "letter_choices_save",
        "with every list of documents",
        |user| {
            let card = user.letter("draft");
            let mut choices = card["choices"].clone();
            choices["enclosures"] = json!([user.id("receipt")]);
            choices["figures"] = json!([user.id("photo")]);
            choices["findings_evidence"] = json!([user.id("receipt")]);
            json!({ "letter": user.id("draft"), "text": card["text"], "choices": choices })
        },
    ),
    writes("dispatch_save", "with its receipt", |user| {
        json!({ "letter": user.id("issued"), "dispatch": user.id("dispatch"),
            "values": { "way": "post_registered", "sent_at": "2026-11-18T13:00:00+03:00",
                "tracking": "62009147017544", "receipt": user.id("receipt") } })
    }),
    reads(
        "proof_check",
        |user| json!({ "letter": user.id("issued"), "dispatch": user.id("dispatch") }),
    ),
    for_good("proof_save", "of one dispatch", |user| {
        json!({ "letter": user.id("issued"), "dispatch": user.id("dispatch"), "reason": "проверено",
            "folder": false })
    }),
    for_good("inspection_save", "with a document", |user| {
        inspected(user, "case");
        json!({ "complaint": user.id("case"), "documents": [user.id("photo")], "language": null })
    }),
];

fn started(user: &User, start: &str, from: &str) -> Value {
    let mut values = clock_values("Новые часы");
    values["start"] = json!(start);
    values["start_ref"] = user.id(from);
    json!({ "complaint": user.id("case"), "clock": null, "values": values })
}

fn ended(user: &User, kind: &str, by: &str) -> Value {
    let of = json!({ "complaint": user.id("case"), "clock": user.id("clock"), "demand": null });
    json!({ "of": of, "how": "met", "on": "2026-11-19", "why": "",
        "proof": { "kind": kind, "id": user.id(by) } })
}

#[test]
fn what_is_another_cases_is_refused() {
    let prepared = Prepared::shared();
    let mut wrong = Vec::new();
    let mut paired = BTreeSet::new();
    let counted = TABLE.iter().copied().flatten();
    for (asking, is_new) in counted
        .map(|asking| (asking, false))
        .chain(MORE.iter().map(|asking| (asking, true)))
    {
        let told = catch_unwind(AssertUnwindSafe(|| {
            let user = User::at(prepared);
            let input = (asking.input)(&user);
            let swapped = with_foreign_ids(&user, &input);
            if swapped.is_empty() {
                return Vec::new();
            }
            paired.insert(asking.command);
            let mut faults = refused(&user, asking, &swapped);
            if is_new && let Err(failure) = user.try_ask(asking.command, &input) {
                faults.push(format!("its own are refused: {failure:?}"));
            }
            faults
        }));
        let faults = told.unwrap_or_else(|_| vec!["it could not be asked".to_owned()]);
        let named = |fault| format!("{} ({}): {fault}", asking.command, asking.of);
        wrong.extend(faults.into_iter().map(named));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let missing: Vec<_> = PAIRED.iter().filter(|c| !paired.contains(*c)).collect();
    assert!(missing.is_empty(), "asked with no pair: {missing:?}");
}

/// What is wrong with the answers to inputs that each name a wrong pair.
fn refused(user: &User, asking: &Asking, swapped: &[(String, Value)]) -> Vec<String> {
    let mut faults = Vec::new();
    let before = (asking.writes != Writes::Nothing).then(|| user.snapshot());
    let rows = user.journal().map(|journal| journal.rows);
    for (place, input) in swapped {
        match user.try_ask(asking.command, input) {
            Ok(_) => faults.push(format!("an id of another case at {place} is taken")),
            Err(failure) if is_refusal(&failure) => {}
            Err(failure) => faults.push(format!("an id of another case at {place}: {failure:?}")),
        }
    }
    if user.journal().map(|journal| journal.rows) != rows {
        faults.push("the journal grew".to_owned());
    }
    if let Some(before) = before {
        faults.extend(before.differences(&user.snapshot()));
    }
    faults
}

/// The input with each thing it names in turn replaced by one of another case; nothing where it names but one.
fn with_foreign_ids(user: &User, input: &Value) -> Vec<(String, Value)> {
    let mut named = Vec::new();
    collect(user, input, String::new(), &mut named);
    // A change is named by its place in the journal, which has no like in another case.
    let change = input.get("seq").is_some() && input.get("complaint").is_some();
    if named.len() + usize::from(change) < 2 {
        return Vec::new();
    }
    named
        .into_iter()
        .map(|(place, foreign)| {
            let mut swapped = input.clone();
            *swapped.pointer_mut(&place).expect("the place") = user.id(foreign);
            (place, swapped)
        })
        .collect()
}

/// Where things of cases are named, each with the name of one of another case.
fn collect(user: &User, value: &Value, place: String, out: &mut Vec<(String, &'static str)>) {
    match value {
        Value::String(_) => {
            let known = |names: &[&str]| names.iter().any(|name| user.id(name) == *value);
            let found = STRANGERS.iter().find(|(names, _)| known(names));
            out.extend(found.map(|(_, foreign)| (place, *foreign)));
        }
        Value::Array(items) => {
            for (nth, item) in items.iter().enumerate() {
                collect(user, item, format!("{place}/{nth}"), out);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                collect(user, field, format!("{place}/{name}"), out);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
