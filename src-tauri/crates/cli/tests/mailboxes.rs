//! Mailboxes: each message in them is a complaint of its own.

use crate::terminal::Terminal;

#[test]
fn each_message_of_a_mailbox_is_a_complaint_of_its_own() {
    let terminal = Terminal::founded();
    let message = |name: &str, what: &str| {
        format!(
            "From - Mon Nov 16 10:00:00 2026\r\nFrom: {name}@mail.example\r\nDate: Mon, 16 Nov 2026 10:00:00 +0300\r\n\
             Message-ID: <{name}@mail.example>\r\nSubject: {what}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
             {what}. Прошу вернуть деньги.\r\n\r\n"
        )
    };
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
