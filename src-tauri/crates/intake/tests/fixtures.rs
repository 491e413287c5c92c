//! Mail of our own making: strange charsets, hostile markup, evil names.

use complaint::{DemandKind, Kind};
use intake::{IntakeError, MailDraft, MailNotice, read_mail, read_text};
use std::fs;
use std::path::Path;

fn bytes(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name);
    fs::read(path.with_extension("eml")).unwrap()
}

fn read(name: &str) -> MailDraft {
    read_mail(&bytes(name)).unwrap()
}

#[test]
fn raw_eight_bit_letters_are_read() {
    for (name, guessed) in [("koi8-raw-headers", false), ("cp1251-undeclared", true)] {
        let draft = read(name);
        assert_eq!(draft.subject, "Претензия: плащ", "{name}");
        assert_eq!(draft.from_name.as_deref(), Some("Ия Снегова"));
        assert!(draft.text.starts_with("Добрый день! 5 ноября"));
        assert_eq!(draft.facts.demands, [DemandKind::Refund]);
        assert_eq!(draft.facts.amounts[0].to_string(), "7300.00");
        assert_eq!(
            draft.notices.contains(&MailNotice::CharsetGuessed),
            guessed,
            "{name}"
        );
        assert_eq!(
            draft.sent.unwrap().to_rfc3339(),
            "2026-11-20T10:00:00+05:00"
        );
        assert_eq!(draft.message_id.as_deref(), Some("f1@mail.example"));
        assert_eq!(draft.to, ["office@lavka.example"]);
    }
}

#[test]
fn a_page_becomes_text_that_does_nothing() {
    let draft = read("html-only");
    assert!(draft.notices.contains(&MailNotice::TextFromHtml));
    assert!(draft.text.contains("Прошу вернуть деньги"));
    // What was written as text stays text; what would act is gone.
    assert!(draft.text.contains("<script>alert(2)</script>"));
    for gone in [
        "evil.example",
        "onerror",
        "javascript:",
        "color:red",
        "fetch(",
    ] {
        assert!(!draft.text.contains(gone), "{gone}: {}", draft.text);
    }
    assert!(draft.text.contains("смета (file:///etc/passwd)"));
    assert!(draft.text.contains("> Возврат 1 руб."));
    // A quoted sum is not the sender's.
    assert_eq!(
        draft
            .facts
            .amounts
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        ["7300.00"]
    );
    assert!(draft.attachments.is_empty());
}

#[test]
fn an_enclosed_message_is_kept_and_read_when_it_is_all_there_is() {
    let draft = read("nested-message");
    let names: Vec<_> = draft.attachments.iter().map(|a| a.name.as_str()).collect();
    assert_eq!(names, ["Плащ.eml", "winmail.dat"]);
    assert_eq!(draft.text, "Прошу заменить плащ.");
    assert!(draft.notices.contains(&MailNotice::TextFromEnclosedMessage));
    let inner = read_mail(&draft.attachments[0].bytes).unwrap();
    assert_eq!(inner.from_name.as_deref(), Some("Лев"));
    assert_eq!(inner.attachments[0].name, "inner.png");
    assert_eq!(
        draft.attachments[1].bytes,
        [0x78, 0x9F, 0x3E, 0x22, 0x01, 0x00]
    );
}

#[test]
fn evil_names_do_no_harm_and_no_content_is_lost() {
    let draft = read("evil-names");
    let names: Vec<_> = draft.attachments.iter().map(|a| a.name.as_str()).collect();
    assert_eq!(names[0], "x");
    assert_eq!(names[1], "boot.ini");
    assert_eq!(names[2], "чекfdp.exe");
    assert!(names[3].ends_with("я.pdf") && names[3].chars().count() <= 120);
    assert_eq!(names[4..6], ["фото.png", "фото.png"]);
    assert_eq!(names[6], "_CON");
    assert_eq!(names[7], "звонок.txt");
    assert_eq!(names[8], "passwd");
    assert_eq!(
        draft.attachments[0].original_name.as_deref(),
        Some("../../x")
    );
    assert_eq!(
        draft.attachments[3]
            .original_name
            .as_ref()
            .unwrap()
            .chars()
            .count(),
        304
    );
    let contents: Vec<_> = draft
        .attachments
        .iter()
        .map(|a| a.bytes.as_slice())
        .collect();
    assert_eq!(contents.len(), 9);
    assert_eq!(contents[0], [0, 0, 0]);
    assert_ne!(contents[4], contents[5]);
}

#[test]
fn pictures_in_the_page_are_kept() {
    let draft = read("inline-pictures");
    assert_eq!(draft.text, "Прошу вернуть деньги.");
    assert_eq!(draft.attachments.len(), 1);
    assert_eq!(draft.attachments[0].name, "attachment-1.png");
    assert_eq!(draft.attachments[0].media_type, "image/png");
    // sha256sum of the eight bytes that begin every PNG.
    assert_eq!(
        draft.attachments[0].sha256,
        "4c4b6a3be1314ab86138bef4314dde022e600960d8689a2c8f8631802d20dab6"
    );
}

#[test]
fn a_stub_gives_way_to_the_page() {
    let draft = read("stub-plain");
    assert!(draft.text.starts_with("Прошу вернуть деньги за плащ."));
    assert!(draft.notices.contains(&MailNotice::TextFromHtml));
}

#[test]
fn attached_texts_keep_their_bytes() {
    let draft = read("text-attachments");
    assert_eq!(draft.text, "Прошу вернуть деньги.");
    let names: Vec<_> = draft.attachments.iter().map(|a| a.name.as_str()).collect();
    assert_eq!(names, ["переписка.txt", "page.html", "attachment-3.ics"]);
    // Still windows-1251: «Д» is one byte.
    assert_eq!(draft.attachments[0].bytes[0], 0xC4);
    assert_eq!(
        draft.attachments[1].bytes,
        "<p>да</p><script>x=1</script>".as_bytes()
    );
}

#[test]
fn an_unfinished_message_gives_what_it_has() {
    let draft = read("unclosed");
    assert_eq!(draft.text, "Прошу вернуть деньги.");
    assert!(draft.notices.contains(&MailNotice::BrokenStructure));
    assert_eq!(draft.attachments[0].name, "чек.pdf");
    assert!(draft.attachments[0].bytes.starts_with(b"%PDF-1.4\n%PDF"));
}

#[test]
fn a_forwarded_letter_is_still_a_letter() {
    let draft = read("forwarded-inline");
    assert_eq!(draft.facts.demands, [DemandKind::Exchange]);
    assert_eq!(draft.facts.kind, Kind::Request);
    assert!(
        draft.text.contains("Пересылаемое сообщение"),
        "the text keeps everything"
    );
}

#[test]
fn what_is_no_mail_is_refused_with_a_reason() {
    assert_eq!(read_mail(b""), Err(IntakeError::Empty));
    assert_eq!(read_mail(b" \r\n\r\n"), Err(IntakeError::Empty));
    assert_eq!(read_mail(b"%PDF-1.4\nnothing"), Err(IntakeError::NotMail));
    assert_eq!(
        read_mail("Прошу: вернуть деньги".as_bytes()),
        Err(IntakeError::NotMail)
    );
    assert_eq!(read_text("  \n", None, None), Err(IntakeError::Empty));
    let deep: String = (0..60)
        .map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n"))
        .collect();
    assert_eq!(read_mail(deep.as_bytes()).unwrap_err().code(), "too_deep");
}

#[test]
fn pasted_text_and_chats_are_read() {
    let sent = chrono::NaiveDate::from_ymd_opt(2026, 11, 20);
    let letter = read_text(
        "Вчера купил чайник за 2990, течёт. Верните деньги.\nИван Лужин",
        sent,
        None,
    )
    .unwrap();
    assert_eq!(letter.facts.demands, [DemandKind::Refund]);
    assert_eq!(letter.facts.name.as_deref(), Some("Иван Лужин"));
    assert_eq!(letter.facts.dates[0].to_string(), "2026-11-19");

    let chat = read_text(
        "[20.11.2026, 10:15] Анна Зуева: Здравствуйте, купила чайник, он течёт\n[20.11.2026, 10:16] Лавка: Хотите, вернём 500 рублей?\n[20.11.2026, 10:17] Анна Зуева: Верните 2 990 руб.",
        sent,
        None,
    )
    .unwrap();
    assert_eq!(chat.from_name.as_deref(), Some("Анна Зуева"));
    assert_eq!(
        chat.facts
            .amounts
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        ["2990.00"]
    );
    assert!(
        chat.facts.dates.is_empty(),
        "stamps of a chat are no dates of the matter"
    );
    assert!(chat.text.contains("Лавка"), "the text keeps everything");
}

#[test]
fn the_json_is_the_one_of_the_command_line() {
    let json = serde_json::to_value(read("inline-pictures")).unwrap();
    for field in [
        "subject",
        "from_name",
        "from_address",
        "sent",
        "text",
        "kind",
        "regime",
        "demands",
        "amounts",
        "dates",
        "phones",
        "order",
        "attachments",
    ] {
        assert!(json.get(field).is_some(), "{field}");
    }
    assert_eq!(json["attachments"][0]["bytes"], 8);
}
