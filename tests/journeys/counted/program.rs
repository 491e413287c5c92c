//! The program itself, today and the register, intake.

use super::asking::{Asking, for_good, reads, writes};
use super::prepared::{by_hand, kettle};
use serde_json::{Value, json};

const MAIL: &[u8] = include_bytes!("../../fixtures/pretenziya.eml");

/// A complaint as it comes in on the day of asking.
fn received() -> Value {
    let mut complaint = kettle();
    complaint["received_at"] = json!("2026-11-20T10:00:00+03:00");
    complaint
}

pub const ASKINGS: &[Asking] = &[
    reads("program_state", |_| Value::Null),
    reads(
        "program_settings_save",
        |_| json!({ "language": "en", "theme": "dark", "text_scale": 1.5, "actor": "Анна", "reminders": false }),
    ),
    reads("folder_choose", |_| json!({ "purpose": "new" })),
    for_good("office_create", "a new folder", |user| {
        let token = user.ask("folder_choose", json!({ "purpose": "new" }))["token"].clone();
        let profile = user.ask("office_info", Value::Null)["profile"].clone();
        json!({ "folder": token, "profile": profile })
    }),
    reads("office_open", |_| json!({ "folder": null })),
    reads("office_close", |_| Value::Null),
    for_good("sample_open", "none there yet", |_| Value::Null),
    reads("sample_delete", |user| {
        user.ask("sample_open", Value::Null);
        user.ask("office_open", json!({ "folder": null }));
        Value::Null
    }),
    reads("window_ready", |_| Value::Null),
    reads(
        "task_cancel",
        |_| json!({ "task": "01890000-0000-7000-8000-000000000009" }),
    ),
    reads("today", |_| Value::Null),
    reads("register_page", |_| {
        let query = json!({ "statuses": [], "channels": [], "kinds": [], "due": null, "text": "чайник",
            "trashed": false, "sort": "due", "descending": true });
        json!({ "query": query, "offset": 0, "limit": 10 })
    }),
    reads("search", |_| json!({ "text": "чайник", "limit": 10 })),
    reads("persons_find", |_| json!({ "text": "Сокол" })),
    reads(
        "duplicates",
        |_| json!({ "name": "Соколова Марина Львовна", "email": "", "phone": "", "order": "А-20418", "subject": "" }),
    ),
    for_good("complaint_add", "a person not known yet", |_| {
        let mut complaint = received();
        complaint["complainant"]["name"] = json!("Новая Анна Петровна");
        complaint["complainant"]["email"] = json!("new@mail.example");
        by_hand(complaint, &[])
    }),
    for_good("complaint_add", "a person found again", |_| {
        let mut complaint = received();
        complaint["complainant"]["phone"] = json!("+7 921 555-01-42");
        by_hand(complaint, &[])
    }),
    for_good(
        "complaint_add",
        "a card that was chosen and corrected",
        |user| {
            let mut complaint = received();
            complaint["person_id"] = user.card("case")["complaint"]["person_id"].clone();
            complaint["complainant"]["address"] = json!("190000, Санкт-Петербург, ул. Новая, д. 1");
            complaint["complainant"]["salutation"] = json!("Уважаемая Марина Львовна!");
            by_hand(complaint, &[])
        },
    ),
    for_good(
        "complaint_add",
        "somebody unnamed who demands nothing",
        |_| {
            let mut complaint = received();
            complaint["complainant"] = json!({ "kind": "person", "name": "", "gender": "auto", "name_dative": null,
            "salutation": null, "address": "", "email": "", "phone": "", "representative": "" });
            complaint["demands"] = json!([]);
            by_hand(complaint, &[])
        },
    ),
    for_good("complaint_add", "with the files that came", |user| {
        let paths = ["а.txt", "б.txt"].map(|name| user.file(name, name.as_bytes()));
        user.seat(&paths);
        let files = user.ask("files_choose", json!({ "purpose": "documents" }));
        let files = files.as_array().expect("files");
        let tokens: Vec<Value> = files.iter().map(|file| file["token"].clone()).collect();
        by_hand(received(), &tokens)
    }),
    reads("complaint_check", |_| received()),
    reads(
        "text_read",
        |_| json!({ "text": "Купил чайник, он не греет. Верните 4590 рублей." }),
    ),
    reads(
        "mail_read",
        |user| json!({ "token": user.token("письмо.eml", MAIL) }),
    ),
    for_good("mail_take", "with its files", |user| {
        let token = user.token("письмо.eml", MAIL);
        let proposed = user.ask("mail_read", json!({ "token": token }));
        let files = proposed["attachments"].as_array().expect("files");
        let files: Vec<&Value> = files.iter().map(|file| &file["index"]).collect();
        json!({ "token": token, "complaint": proposed["draft"], "attachments": files })
    }),
    reads("clocks", |_| {
        json!({ "kind": "claim", "regime": "goods", "demands": ["refund"],
            "received": "2026-11-20", "price": "4590.00" })
    }),
    reads("name_forms", |_| kettle()["complainant"].clone()),
    reads(
        "draft_put",
        |_| json!({ "key": "intake", "value": { "subject": "Чай" } }),
    ),
    reads("draft_get", |_| json!({ "key": "intake" })),
    reads("draft_delete", |_| json!({ "key": "intake" })),
    reads("drafts", |_| Value::Null),
    writes("undo", "of a note", |user| {
        let case = user.id("case");
        user.ask(
            "note_save",
            json!({ "complaint": case, "note": null, "text": "Ещё одна" }),
        );
        json!({ "complaint": case, "seq": user.journal().expect("a journal").rows })
    }),
];
