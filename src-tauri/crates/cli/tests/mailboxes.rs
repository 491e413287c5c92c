//! Mailboxes: each message in them is a complaint of its own.

use crate::terminal::Terminal;
use serde_json::json;

fn message(name: &str, what: &str) -> String {
    format!(
        "From - Mon Nov 16 10:00:00 2026\r\nFrom: {name}@mail.example\r\nDate: Mon, 16 Nov 2026 10:00:00 +0300\r\n\
         Message-ID: <{name}@mail.example>\r\nSubject: {what}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
         {what}. Прошу вернуть деньги.\r\n\r\n"
    )
}

#[test]
fn each_message_of_a_mailbox_is_a_complaint_of_its_own() {
    let terminal = Terminal::founded();
    let bytes = message("anna", "Чайник протекает") + &message("boris", "Утюг не греет");
    let mailbox = terminal.file("letters.mbox", bytes);
    let read = terminal.lines(&["mail", "read", &mailbox], "");
    let subjects: Vec<&str> = read
        .iter()
        .filter_map(|one| one["subject"].as_str())
        .collect();
    assert_eq!(subjects, ["Чайник протекает", "Утюг не греет"]);
    let added = terminal.lines(&["mail", "add", &mailbox], "");
    assert_eq!(added.len(), 2, "{added:?}");
    assert_ne!(added[0]["number"], added[1]["number"]);
    for (one, whose, what) in [
        (&added[0], "anna@mail.example", "Чайник протекает"),
        (&added[1], "boris@mail.example", "Утюг не греет"),
    ] {
        let number = one["number"].as_str().unwrap();
        let card = terminal.json(&["complaint", "show", number], "");
        assert_eq!(card["complaint"]["complainant"]["email"], whose);
        assert_eq!(card["complaint"]["subject"], what);
    }
}

#[test]
fn what_is_said_of_one_message_is_refused_of_several_before_any_is_taken() {
    let terminal = Terminal::founded();
    let bytes = message("anna", "Чайник протекает") + &message("boris", "Утюг не греет");
    let mailbox = terminal.file("letters.mbox", bytes);
    for said in [
        json!({ "id": "0193a1a0-0000-7000-8000-000000000001" }),
        json!({ "text": "Не греет" }),
        json!({ "complainant": "Соколова Марина" }),
    ] {
        let over = terminal.file("over.json", said.to_string());
        let refused = terminal.failure(&["mail", "add", &mailbox, "--json", &over], "");
        assert_eq!(refused["code"], "json", "{said}");
    }
    assert_eq!(terminal.json(&["office", "info"], "")["complaints"], 0);

    let alike = terminal.file("alike.json", json!({ "regime": "goods" }).to_string());
    let added = terminal.lines(&["mail", "add", &mailbox, "--json", &alike], "");
    assert_eq!(added.len(), 2);
    let one = terminal.file("one.eml", message("vera", "Не включается"));
    let over = terminal.file("over.json", json!({ "text": "Не греет" }).to_string());
    assert_eq!(
        terminal
            .lines(&["mail", "add", &one, "--json", &over], "")
            .len(),
        1
    );
}
