//! The case: its fields, demands, diary, notes, clocks, documents.

use super::asking::{Asking, for_good, reads, writes};
use super::prepared::{clock_values, decision};
use super::user::User;
use serde_json::{Value, json};

fn complaint(user: &User, name: &str) -> Value {
    json!({ "complaint": user.id(name) })
}

/// What the case screen would send when nothing was changed on it.
fn edit(user: &User, name: &str) -> Value {
    user.card(name)["complaint"].clone()
}

fn demand(kind: &str, amount: Option<&str>) -> Value {
    json!({ "made_on": null, "kind": kind, "detail": "как можно скорее", "amount": amount })
}

fn clock(user: &User, name: &str) -> Value {
    json!({ "complaint": user.id("case"), "clock": user.id(name), "demand": null })
}

fn document(user: &User, name: &str) -> Value {
    json!({ "complaint": user.id("case"), "document": user.id(name) })
}

/// An order that a case be kept.
fn held(complaint: Value) -> Value {
    json!({ "complaint": complaint, "hold": null, "reason": "Иск", "ordered_by": "Директор", "until": null })
}

pub const ASKINGS: &[Asking] = &[
    reads("complaint_card", |user| complaint(user, "case")),
    reads("bundle_look", |user| complaint(user, "case")),
    reads("bundle_save", |user| {
        json!({ "complaint": user.id("case"), "form": "folder", "without": [user.id("receipt")],
            "redaction": { "complainant": true, "words": ["чайник"],
                "exhibits": [{ "document": user.id("photo"), "whole": false, "areas": [] }] },
            "language": null, "task": "01900000-0000-7000-8000-00000000b00d" })
    }),
    writes(
        "complaint_edit",
        "the card of two cases, the name forms, the terms",
        |user| {
            let mut edit = edit(user, "case");
            edit["complainant"]["name"] = json!("Соколова Мария Львовна");
            edit["complainant"]["salutation"] = json!("Уважаемая Мария!");
            edit["complainant"]["phone"] = json!("+7 921 555-01-42");
            edit["subject"] = json!("Самовар протекает");
            edit["text"] = json!("Самовар, а не чайник.");
            edit["regime"] = json!("distance");
            edit["scope"] = json!("every_case");
            edit
        },
    ),
    writes("complaint_edit", "a card of its own", |user| {
        let mut edit = edit(user, "case");
        edit["complainant"]["address"] = json!("");
        edit
    }),
    writes(
        "complaint_edit",
        "without demands, received on another day",
        |user| {
            let mut edit = edit(user, "plain");
            edit["received_at"] = json!("2026-11-08T10:00:00+03:00");
            edit["backdating_reason"] = json!("отпуск");
            edit["kind"] = json!("request");
            edit
        },
    ),
    writes(
        "complaint_close",
        "for a reason",
        |user| json!({ "complaint": user.id("case"), "reason": ["withdrawn", "отозвала"] }),
    ),
    writes("complaint_reopen", "", |user| complaint(user, "closed")),
    writes(
        "complaint_trash",
        "",
        |user| json!({ "complaint": user.id("case"), "reason": "спам" }),
    ),
    writes("complaint_restore", "", |user| complaint(user, "trashed")),
    writes("complaint_hold", "a new order", |user| {
        held(user.id("plain"))
    }),
    writes("complaint_hold", "another reason", |user| {
        json!({ "complaint": user.id("second"), "hold": user.id("hold"),
            "reason": "Проверка", "ordered_by": "Роспотребнадзор", "until": "2027-01-31" })
    }),
    writes(
        "complaint_hold_lift",
        "",
        |user| json!({ "complaint": user.id("second"), "hold": user.id("hold") }),
    ),
    writes("complaint_acknowledge", "", |user| complaint(user, "plain")),
    writes("question_answered", "", |user| complaint(user, "second")),
    for_good("regime_keep", "", |user| complaint(user, "plain")),
    writes(
        "demand_save",
        "a new one",
        |user| json!({ "complaint": user.id("case"), "demand": null, "values": demand("repair", None) }),
    ),
    writes(
        "demand_save",
        "the first of a case that had none",
        |user| json!({ "complaint": user.id("plain"), "demand": null, "values": demand("refund", Some("100.00")) }),
    ),
    writes(
        "demand_save",
        "one with a pause, of another kind",
        |user| json!({ "complaint": user.id("case"), "demand": user.id("refund"), "values": demand("repair", None) }),
    ),
    writes(
        "demand_remove",
        "undecided, with a pause",
        |user| json!({ "complaint": user.id("case"), "demand": user.id("refund") }),
    ),
    writes(
        "demand_remove",
        "decided",
        |user| json!({ "complaint": user.id("case"), "demand": user.id("apology") }),
    ),
    reads(
        "decision_check",
        |user| json!({ "complaint": user.id("case"), "demand": user.id("refund"), "decision": decision("refuse", None) }),
    ),
    writes("decide", "an undecided one", |user| {
        let mut decision = decision("partly", Some("1000.00"));
        decision["evidence"] = json!([user.id("receipt")]);
        json!({ "complaint": user.id("case"), "demand": user.id("refund"), "decision": decision })
    }),
    writes(
        "decide",
        "taken back",
        |user| json!({ "complaint": user.id("case"), "demand": user.id("apology"), "decision": null }),
    ),
    reads("allegations_suggest", |user| complaint(user, "case")),
    writes("allegations_take", "two of them", |user| {
        let stated = |start: u32, words: &str| {
            json!({ "text": words, "phrases": [{ "start": start, "words": words }],
            "demands": [user.id("refund")] })
        };
        json!({ "complaint": user.id("case"),
            "allegations": [stated(0, "Чайник протекает"), stated(18, "Кассир нагрубил")] })
    }),
    writes(
        "allegation_save",
        "a new one",
        |user| json!({ "complaint": user.id("case"), "allegation": null, "text": "Чек не выдали" }),
    ),
    writes("allegation_save", "what was established", |user| {
        json!({ "complaint": user.id("case"), "allegation": user.id("allegation"), "text": "Чайник течёт",
            "demands": [user.id("refund"), user.id("apology")], "check": "осмотр чайника", "checked_by": "Панова",
            "checked_on": "2026-11-18", "verdict": "not_confirmed", "found": "течи нет", "ground_kind": "contract",
            "ground": "п. 4.2 договора", "evidence": [user.id("receipt")] })
    }),
    writes(
        "allegation_remove",
        "",
        |user| json!({ "complaint": user.id("case"), "allegation": user.id("allegation") }),
    ),
    writes("allegations_order", "", |user| {
        let order = [user.id("later allegation"), user.id("allegation")];
        json!({ "complaint": user.id("case"), "order": order })
    }),
    writes(
        "allegation_split",
        "",
        |user| json!({ "complaint": user.id("case"), "allegation": user.id("allegation"), "at": 7 }),
    ),
    writes(
        "allegations_join",
        "",
        |user| json!({ "complaint": user.id("case"), "allegation": user.id("allegation"), "with": user.id("later allegation") }),
    ),
    writes("diary_save", "a new entry", |user| {
        json!({ "complaint": user.id("case"), "entry": null, "at": "2026-11-19T10:00:00+03:00",
            "text": "Приходил мастер", "source": "Панова" })
    }),
    writes("diary_save", "an entry that is there", |user| {
        json!({ "complaint": user.id("case"), "entry": user.id("diary"), "at": "2026-11-11T10:00:00+03:00",
            "text": "Перезвонили", "source": "" })
    }),
    writes(
        "diary_remove",
        "",
        |user| json!({ "complaint": user.id("case"), "entry": user.id("diary") }),
    ),
    writes(
        "note_save",
        "a new one",
        |user| json!({ "complaint": user.id("case"), "note": null, "text": "Сердится" }),
    ),
    writes(
        "note_save",
        "one that is there",
        |user| json!({ "complaint": user.id("case"), "note": user.id("note"), "text": "Уже не ждёт" }),
    ),
    writes(
        "note_remove",
        "",
        |user| json!({ "complaint": user.id("case"), "note": user.id("note") }),
    ),
    reads("clocks_usual", |_| Value::Null),
    reads(
        "clock_count",
        |user| json!({ "complaint": user.id("case"), "clock": null, "values": clock_values("Новые часы") }),
    ),
    writes(
        "clock_save",
        "a new one",
        |user| json!({ "complaint": user.id("case"), "clock": null, "values": clock_values("Новые часы") }),
    ),
    writes("clock_save", "one that is there", |user| {
        let mut values = clock_values("Первые часы");
        values["start"] = json!("diary");
        values["start_ref"] = user.id("diary");
        json!({ "complaint": user.id("case"), "clock": user.id("clock"), "values": values })
    }),
    writes("clock_remove", "", |user| clock(user, "clock")),
    writes(
        "term_choose",
        "",
        |user| json!({ "complaint": user.id("case"), "term": { "what": "named", "day": "2026-12-24" } }),
    ),
    writes("clock_end", "one a person started", |user| {
        json!({ "of": clock(user, "clock"), "how": "met", "on": "2026-11-19", "why": "",
            "proof": { "kind": "document", "id": user.id("receipt") } })
    }),
    writes("clock_end", "the term of a demand", |user| {
        let of = json!({ "complaint": user.id("second"), "clock": null, "demand": user.id("second refund") });
        json!({ "of": of, "how": "void", "on": "2026-11-19", "why": "отозвано", "proof": null })
    }),
    writes("clock_reopen", "", |user| clock(user, "ended clock")),
    writes("clock_pause", "the term of a demand", |user| {
        let of = json!({ "complaint": user.id("second"), "clock": null, "demand": user.id("second refund") });
        json!({ "of": of, "from": "2026-11-12", "to": "2026-11-13", "ground": "не передан", "proof": null })
    }),
    writes(
        "clock_resume",
        "",
        |user| json!({ "complaint": user.id("case"), "pause": user.id("pause"), "to": "2026-11-19" }),
    ),
    writes(
        "clock_pause_remove",
        "",
        |user| json!({ "complaint": user.id("case"), "pause": user.id("pause") }),
    ),
    reads(
        "interim_check",
        |user| json!({ "complaint": user.id("second"), "promised": "2026-12-24" }),
    ),
    reads("inspection_papers", |user| complaint(user, "second")),
    for_good("inspection_save", "an inspection nobody came to", |user| {
        inspected(user, "second");
        json!({ "complaint": user.id("second"), "documents": [], "language": null })
    }),
    reads(
        "calendar_file_save",
        |user| json!({ "complaint": user.id("case"), "language": "ru" }),
    ),
    reads("files_choose", |_| json!({ "purpose": "documents" })),
    reads(
        "file_show",
        |user| json!({ "token": user.token("снимок.png", b"\x89PNG\r\n\x1a\n") }),
    ),
    reads("files_gone", |_| json!({ "tokens": [] })),
    writes("document_add", "three files at once", |user| {
        let paths = ["а.txt", "б.txt", "в.txt"].map(|name| user.file(name, name.as_bytes()));
        user.seat(&paths);
        let files = user.ask("files_choose", json!({ "purpose": "documents" }));
        let tokens: Vec<&Value> = files
            .as_array()
            .expect("files")
            .iter()
            .map(|f| &f["token"])
            .collect();
        json!({ "complaint": user.id("case"), "tokens": tokens, "side": "office", "source": "камера",
            "task": "01890000-0000-7000-8000-000000000001" })
    }),
    writes(
        "document_edit",
        "",
        |user| json!({ "complaint": user.id("case"), "document": user.id("photo"), "side": "office", "source": "камера" }),
    ),
    writes("document_trash", "", |user| document(user, "receipt")),
    writes("document_restore", "", |user| {
        document(user, "trashed document")
    }),
    reads("document_open", |user| document(user, "photo")),
    reads("document_view", |user| document(user, "photo")),
    reads("document_page", |user| {
        let mut page = document(user, "photo");
        page["page"] = json!(0);
        page
    }),
    reads("document_save", |user| document(user, "photo")),
];

/// Invites to an inspection and writes down that nobody came.
pub fn inspected(user: &User, case: &str) {
    let inspection = json!({ "purpose": "quality_check", "on": "2026-11-20", "at": "09:00", "place": "в магазине",
        "object": "чайник", "by": "мастерская", "reply_by": null });
    for kind in ["inspection_invitation", "no_show_act"] {
        let draft = json!({ "complaint": user.id(case), "kind": kind, "language": null });
        let card = user.ask("letter_draft", draft);
        let letter = card["summary"]["id"].clone();
        let mut choices = card["choices"].clone();
        choices["particulars"]["inspection"] = inspection.clone();
        choices["particulars"]["act"] = json!({ "until": "10:00", "absence": "did_not_come",
            "present": [{ "role": "Мастер", "name": "Панов П. П." }] });
        let save = json!({ "letter": letter, "text": card["text"], "choices": choices });
        user.ask("letter_choices_save", save);
        user.ask(
            "letter_issue",
            json!({ "letter": letter, "override_reason": "проверено" }),
        );
    }
}
