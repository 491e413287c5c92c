//! Posting: dispatches, deliveries, papers, the proof.

use super::asking::{Asking, for_good, reads, writes};
use super::desk::Desk;
use serde_json::{Value, json};

fn letter(desk: &Desk, name: &str) -> Value {
    json!({ "letter": desk.id(name) })
}

fn dispatch(way: &str, day: u32) -> Value {
    json!({ "way": way, "sent_at": format!("2026-11-{day}T13:00:00+03:00"), "tracking": "62009147017544" })
}

fn step(desk: &Desk, state: &str) -> Value {
    json!({ "dispatch": desk.id("dispatch"), "state": state, "on": "2026-11-19", "until": null,
        "reason": "истёк срок хранения", "source": "сайт", "document": desk.id("receipt") })
}

fn paper(desk: &Desk) -> Value {
    json!({ "paper": "case_index", "complaint": desk.id("case") })
}

pub const ASKINGS: &[Asking] = &[
    reads("posting_card", |desk| letter(desk, "issued")),
    writes(
        "dispatch_save",
        "the first of a letter",
        |desk| json!({ "letter": desk.id("question"), "dispatch": null, "values": dispatch("post_registered", 18) }),
    ),
    writes("dispatch_save", "one more, sent before the other", |desk| {
        json!({ "letter": desk.id("issued"), "dispatch": null,
            "values": { "way": "email", "sent_at": "2026-11-17T12:00:00+03:00" } })
    }),
    writes(
        "dispatch_save",
        "one that is there",
        |desk| json!({ "letter": desk.id("issued"), "dispatch": desk.id("dispatch"), "values": dispatch("post_valued", 18) }),
    ),
    writes(
        "dispatch_remove",
        "with its steps",
        |desk| json!({ "dispatch": desk.id("dispatch") }),
    ),
    writes("delivery_save", "delivered", |desk| step(desk, "delivered")),
    writes("delivery_save", "returned", |desk| step(desk, "returned")),
    writes(
        "delivery_remove",
        "",
        |desk| json!({ "event": desk.id("event") }),
    ),
    reads("tracking_check", |_| json!({ "number": "62009147017544" })),
    reads("dispatch_check", |desk| {
        json!({ "letter": desk.id("issued"), "way": "post_registered", "sent_on": "2026-11-20",
                "address": ["Панова А.", "190000, Санкт-Петербург"] })
    }),
    reads("paper_preview", paper),
    reads("paper_open", paper),
    reads("paper_save", paper),
    reads(
        "proof_check",
        |desk| json!({ "letter": desk.id("issued"), "dispatch": null }),
    ),
    for_good(
        "proof_save",
        "one file",
        |desk| json!({ "letter": desk.id("issued"), "dispatch": null, "reason": "проверено", "folder": false }),
    ),
    for_good(
        "proof_save",
        "a folder of files",
        |desk| json!({ "letter": desk.id("issued"), "dispatch": null, "reason": "проверено", "folder": true }),
    ),
];
