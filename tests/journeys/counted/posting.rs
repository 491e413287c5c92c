//! Posting: dispatches, deliveries, papers, the proof.

use super::asking::{Asking, for_good, reads, writes};
use super::user::User;
use serde_json::{Value, json};

fn letter(user: &User, name: &str) -> Value {
    json!({ "letter": user.id(name) })
}

fn dispatch(way: &str, day: u32) -> Value {
    json!({ "way": way, "sent_at": format!("2026-11-{day}T13:00:00+03:00"), "tracking": "62009147017544" })
}

fn step(user: &User, state: &str) -> Value {
    json!({ "dispatch": user.id("dispatch"), "state": state, "on": "2026-11-19", "until": null,
        "reason": "истёк срок хранения", "source": "сайт", "document": user.id("receipt") })
}

fn paper(user: &User) -> Value {
    json!({ "paper": "case_index", "complaint": user.id("case") })
}

pub const ASKINGS: &[Asking] = &[
    reads("posting_card", |user| letter(user, "issued")),
    writes(
        "dispatch_save",
        "the first of a letter",
        |user| json!({ "letter": user.id("question"), "dispatch": null, "values": dispatch("post_registered", 18) }),
    ),
    writes("dispatch_save", "one more, sent before the other", |user| {
        json!({ "letter": user.id("issued"), "dispatch": null,
            "values": { "way": "email", "sent_at": "2026-11-17T12:00:00+03:00" } })
    }),
    writes(
        "dispatch_save",
        "one that is there",
        |user| json!({ "letter": user.id("issued"), "dispatch": user.id("dispatch"), "values": dispatch("post_valued", 18) }),
    ),
    writes(
        "dispatch_remove",
        "with its steps",
        |user| json!({ "dispatch": user.id("dispatch") }),
    ),
    writes("delivery_save", "delivered", |user| step(user, "delivered")),
    writes("delivery_save", "returned", |user| step(user, "returned")),
    writes(
        "delivery_remove",
        "",
        |user| json!({ "event": user.id("event") }),
    ),
    reads("tracking_check", |_| json!({ "number": "62009147017544" })),
    reads("dispatch_check", |user| {
        json!({ "letter": user.id("issued"), "way": "post_registered", "sent_on": "2026-11-20",
                "address": ["Панова А.", "190000, Санкт-Петербург"] })
    }),
    reads("paper_preview", paper),
    reads("paper_open", paper),
    reads("papers_print", |user| json!({ "papers": [paper(user)] })),
    reads("paper_save", paper),
    reads(
        "proof_check",
        |user| json!({ "letter": user.id("issued"), "dispatch": null }),
    ),
    for_good(
        "proof_save",
        "one file",
        |user| json!({ "letter": user.id("issued"), "dispatch": null, "reason": "проверено", "folder": false }),
    ),
    for_good(
        "proof_save",
        "a folder of files",
        |user| json!({ "letter": user.id("issued"), "dispatch": null, "reason": "проверено", "folder": true }),
    ),
];
