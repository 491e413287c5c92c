//! The case: its fields, demands, diary, notes, clocks, documents.

use super::asking::{Asking, for_good, reads, writes};
use super::desk::Desk;
use super::prepared::{clock_values, decision};
use serde_json::{Value, json};

fn complaint(desk: &Desk, name: &str) -> Value {
    json!({ "complaint": desk.id(name) })
}

/// What the case screen would send when nothing was changed on it.
fn edit(desk: &Desk, name: &str) -> Value {
    desk.card(name)["complaint"].clone()
}

fn demand(kind: &str, amount: Option<&str>) -> Value {
    json!({ "made_on": null, "kind": kind, "detail": "как можно скорее", "amount": amount })
}

fn clock(desk: &Desk, name: &str) -> Value {
    json!({ "complaint": desk.id("case"), "clock": desk.id(name), "demand": null })
}

fn document(desk: &Desk, name: &str) -> Value {
    json!({ "complaint": desk.id("case"), "document": desk.id(name) })
}

pub const ASKINGS: &[Asking] = &[
    reads("complaint_card", |desk| complaint(desk, "case")),
    writes(
        "complaint_edit",
        "the card of two cases, the name forms, the terms",
        |desk| {
            let mut edit = edit(desk, "case");
            edit["complainant"]["name"] = json!("Соколова Мария Львовна");
            edit["complainant"]["salutation"] = json!("Уважаемая Мария!");
            edit["complainant"]["phone"] = json!("+7 921 555-01-42");
            edit["subject"] = json!("Самовар протекает");
            edit["text"] = json!("Самовар, а не чайник.");
            edit["regime"] = json!("distance");
            edit
        },
    ),
    writes(
        "complaint_edit",
        "without demands, received on another day",
        |desk| {
            let mut edit = edit(desk, "plain");
            edit["received_at"] = json!("2026-11-08T10:00:00+03:00");
            edit["backdating_reason"] = json!("отпуск");
            edit["kind"] = json!("request");
            edit
        },
    ),
    writes(
        "complaint_close",
        "for a reason",
        |desk| json!({ "complaint": desk.id("case"), "reason": ["withdrawn", "отозвала"] }),
    ),
    writes("complaint_reopen", "", |desk| complaint(desk, "closed")),
    writes("complaint_trash", "", |desk| complaint(desk, "case")),
    writes("complaint_restore", "", |desk| complaint(desk, "trashed")),
    writes("question_answered", "", |desk| complaint(desk, "second")),
    writes(
        "demand_save",
        "a new one",
        |desk| json!({ "complaint": desk.id("case"), "demand": null, "values": demand("repair", None) }),
    ),
    writes(
        "demand_save",
        "the first of a case that had none",
        |desk| json!({ "complaint": desk.id("plain"), "demand": null, "values": demand("refund", Some("100.00")) }),
    ),
    writes(
        "demand_save",
        "one with a pause, of another kind",
        |desk| json!({ "complaint": desk.id("case"), "demand": desk.id("refund"), "values": demand("repair", None) }),
    ),
    writes(
        "demand_remove",
        "undecided, with a pause",
        |desk| json!({ "complaint": desk.id("case"), "demand": desk.id("refund") }),
    ),
    writes(
        "demand_remove",
        "decided",
        |desk| json!({ "complaint": desk.id("case"), "demand": desk.id("apology") }),
    ),
    reads(
        "decision_check",
        |desk| json!({ "complaint": desk.id("case"), "demand": desk.id("refund"), "decision": decision("refuse", None) }),
    ),
    writes("decide", "an undecided one", |desk| {
        let mut decision = decision("partly", Some("1000.00"));
        decision["evidence"] = json!([desk.id("receipt")]);
        json!({ "complaint": desk.id("case"), "demand": desk.id("refund"), "decision": decision })
    }),
    writes(
        "decide",
        "taken back",
        |desk| json!({ "complaint": desk.id("case"), "demand": desk.id("apology"), "decision": null }),
    ),
    writes("diary_save", "a new entry", |desk| {
        json!({ "complaint": desk.id("case"), "entry": null, "at": "2026-11-19T10:00:00+03:00",
            "text": "Приходил мастер", "source": "Панова" })
    }),
    writes("diary_save", "an entry that is there", |desk| {
        json!({ "complaint": desk.id("case"), "entry": desk.id("diary"), "at": "2026-11-11T10:00:00+03:00",
            "text": "Перезвонили", "source": "" })
    }),
    writes(
        "diary_remove",
        "",
        |desk| json!({ "complaint": desk.id("case"), "entry": desk.id("diary") }),
    ),
    writes(
        "note_save",
        "a new one",
        |desk| json!({ "complaint": desk.id("case"), "note": null, "text": "Сердится" }),
    ),
    writes(
        "note_save",
        "one that is there",
        |desk| json!({ "complaint": desk.id("case"), "note": desk.id("note"), "text": "Уже не ждёт" }),
    ),
    writes(
        "note_remove",
        "",
        |desk| json!({ "complaint": desk.id("case"), "note": desk.id("note") }),
    ),
    reads("clocks_usual", |_| Value::Null),
    reads(
        "clock_count",
        |desk| json!({ "complaint": desk.id("case"), "clock": null, "values": clock_values("Новые часы") }),
    ),
    writes(
        "clock_save",
        "a new one",
        |desk| json!({ "complaint": desk.id("case"), "clock": null, "values": clock_values("Новые часы") }),
    ),
    writes("clock_save", "one that is there", |desk| {
        let mut values = clock_values("Первые часы");
        values["start"] = json!("diary");
        values["start_ref"] = desk.id("diary");
        json!({ "complaint": desk.id("case"), "clock": desk.id("clock"), "values": values })
    }),
    writes("clock_remove", "", |desk| clock(desk, "clock")),
    writes("clock_end", "one a person started", |desk| {
        json!({ "of": clock(desk, "clock"), "how": "met", "on": "2026-11-19", "why": "",
            "proof": { "kind": "document", "id": desk.id("receipt") } })
    }),
    writes("clock_end", "the term of a demand", |desk| {
        let of = json!({ "complaint": desk.id("second"), "clock": null, "demand": desk.id("second refund") });
        json!({ "of": of, "how": "void", "on": "2026-11-19", "why": "отозвано", "proof": null })
    }),
    writes("clock_reopen", "", |desk| clock(desk, "ended clock")),
    writes("clock_pause", "the term of a demand", |desk| {
        let of = json!({ "complaint": desk.id("second"), "clock": null, "demand": desk.id("second refund") });
        json!({ "of": of, "from": "2026-11-12", "to": "2026-11-13", "ground": "не передан", "proof": null })
    }),
    writes(
        "clock_resume",
        "",
        |desk| json!({ "complaint": desk.id("case"), "pause": desk.id("pause"), "to": "2026-11-19" }),
    ),
    writes(
        "clock_pause_remove",
        "",
        |desk| json!({ "complaint": desk.id("case"), "pause": desk.id("pause") }),
    ),
    reads(
        "interim_check",
        |desk| json!({ "complaint": desk.id("second"), "promised": "2026-12-24" }),
    ),
    reads("inspection_papers", |desk| complaint(desk, "second")),
    for_good("inspection_save", "an inspection nobody came to", |desk| {
        inspected(desk, "second");
        json!({ "complaint": desk.id("second"), "documents": [], "language": null })
    }),
    reads(
        "calendar_file_save",
        |desk| json!({ "complaint": desk.id("case"), "language": "ru" }),
    ),
    reads("files_choose", |_| json!({ "purpose": "documents" })),
    reads("files_gone", |_| json!({ "tokens": [] })),
    writes("document_add", "three files at once", |desk| {
        let paths = ["а.txt", "б.txt", "в.txt"].map(|name| desk.file(name, name.as_bytes()));
        desk.seat(&paths);
        let files = desk.ask("files_choose", json!({ "purpose": "documents" }));
        let tokens: Vec<&Value> = files
            .as_array()
            .expect("files")
            .iter()
            .map(|f| &f["token"])
            .collect();
        json!({ "complaint": desk.id("case"), "tokens": tokens, "side": "office", "source": "камера",
            "task": "01890000-0000-7000-8000-000000000001" })
    }),
    writes(
        "document_edit",
        "",
        |desk| json!({ "complaint": desk.id("case"), "document": desk.id("photo"), "side": "office", "source": "камера" }),
    ),
    writes("document_trash", "", |desk| document(desk, "receipt")),
    writes("document_restore", "", |desk| {
        document(desk, "trashed document")
    }),
    reads("document_open", |desk| document(desk, "photo")),
    reads("document_view", |desk| document(desk, "photo")),
    reads("document_sheet", |desk| {
        let mut sheet = document(desk, "photo");
        sheet["sheet"] = json!(0);
        sheet
    }),
    reads("document_save", |desk| document(desk, "photo")),
];

/// Invites to an inspection and writes down that nobody came.
pub fn inspected(desk: &Desk, case: &str) {
    let inspection = json!({ "purpose": "quality_check", "on": "2026-11-20", "at": "09:00", "place": "в магазине",
        "object": "чайник", "by": "мастерская", "reply_by": null });
    for kind in ["inspection_invitation", "no_show_act"] {
        let draft = json!({ "complaint": desk.id(case), "kind": kind, "language": null });
        let card = desk.ask("letter_draft", draft);
        let letter = card["summary"]["id"].clone();
        let mut choices = card["choices"].clone();
        choices["particulars"]["inspection"] = inspection.clone();
        choices["particulars"]["act"] = json!({ "until": "10:00", "absence": "did_not_come",
            "present": [{ "role": "Мастер", "name": "Панов П. П." }] });
        let save = json!({ "letter": letter, "text": card["text"], "choices": choices });
        desk.ask("letter_choices_save", save);
        desk.ask(
            "letter_issue",
            json!({ "letter": letter, "override_reason": "проверено" }),
        );
    }
}
