//! A day in an office with a password: nothing of it is to be read on the disk, neither while it is open nor
//! after it was shut.

use crate::day::{Shop, at, by, decision};
use acceptance::SampleOffice;
use acceptance::windowless::{Machine, Person, Start};
use commands::{Answer, Failure};
use complaint::{DecisionKind, DocumentFields, LetterKind, Provenance, Side};
use office::{
    DraftPut, IncomingFile, LetterChoices, LetterTextSave, Locking, Office, OfficeError,
    RegisterError, WayIn,
};
use serde_json::{Value, json};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

const PASSWORD: &str = "сом пеньку не указ 41";

/// What stands in the message, its attachment, the letter, the draft and the names of files.
const PLANTED: [&str; 12] = [
    "ПИСЬМОСЛОВО",
    "ВЛОЖЕНИЕСЛОВО",
    "АКТОСЛОВО",
    "РЕШЕНИЕСЛОВО",
    "ЧЕРНОВИКОСЛОВО",
    "Соколова",
    "Соколовой",
    "sokolova.m@mail.example",
    "А-20418",
    "Актоимя",
    "Фотоимя",
    "Северный дом",
];

const MAIL: &str = "From: \"Соколова Марина Львовна\" <sokolova.m@mail.example>\r\n\
To: office@sever.example\r\nSubject: Чайник протекает\r\nDate: Mon, 09 Nov 2026 09:42:00 +0300\r\n\
MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\
--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\
ПИСЬМОСЛОВО: купила у вас чайник за 4 590 руб., заказ № А-20418. Он протекает.\r\n\
Прошу вернуть деньги и принести извинения.\r\n\
--b\r\nContent-Type: text/plain; charset=utf-8; name=\"Фотоимя.txt\"\r\n\
Content-Disposition: attachment; filename=\"Фотоимя.txt\"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\
ВЛОЖЕНИЕСЛОВО\r\n--b--\r\n";

fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).expect("a folder") {
        let entry = entry.expect("an entry");
        if entry.file_type().expect("a kind").is_dir() {
            found.extend(files(&entry.path()));
        } else {
            found.push(entry.path());
        }
    }
    found
}

/// The files below a folder that hold one of these words, in UTF-8 or UTF-16, or bear it as a name.
fn telling(dir: &Path, words: &[&str]) -> Vec<String> {
    let written = |word: &str, of: fn(u16) -> [u8; 2]| -> Vec<u8> {
        word.encode_utf16().flat_map(of).collect()
    };
    let mut found = Vec::new();
    for file in files(dir) {
        let bytes = fs::read(&file).expect("a file");
        let name = file.display().to_string();
        for word in words {
            let ways = [
                word.as_bytes().to_vec(),
                written(word, u16::to_le_bytes),
                written(word, u16::to_be_bytes),
            ];
            let holds = |way: &Vec<u8>| bytes.windows(way.len()).any(|part| part == &way[..]);
            if ways.iter().any(holds) || name.contains(word) {
                found.push(format!("{word} in {name}"));
            }
        }
    }
    found
}

/// The day: a message with an attachment, a document, decisions, a letter issued and one left, a page looked
/// at, a draft, a copy.
fn day(shop: &Shop, shelf: &Path) {
    let office = &shop.office;
    let mail = MAIL.as_bytes();
    let proposal = office::mail_propose(office, &by(9, 12), mail).expect("read");
    let added = office::mail_take(office, &by(9, 12), mail, proposal.draft, &[0]).expect("taken");
    let content = "АКТОСЛОВО ".repeat(9000);
    let act = IncomingFile {
        fields: DocumentFields {
            name: "Актоимя.txt".into(),
            file_time: None,
            provenance: Provenance {
                side: Side::Office,
                source: String::new(),
            },
        },
        content: content.as_bytes(),
    };
    let on = |_, _| ControlFlow::Continue(());
    let act = office::documents_add(office, &by(10, 9), added.id, vec![act], &on).expect("stored");
    let reasons = "РЕШЕНИЕСЛОВО: проверка качества показала трещину уплотнения.";
    let mut refund = decision(DecisionKind::Satisfy, reasons, Some("4590.00"));
    refund.action = "Деньги поступят на карту, с которой оплачен заказ.".into();
    refund.due = Some(at(17, 0).date_naive());
    shop.decides(added.id, 0, refund);
    shop.decides(
        added.id,
        1,
        decision(
            DecisionKind::Refuse,
            "Запись звонка того не подтверждает.",
            None,
        ),
    );
    let choices = LetterChoices {
        enclosures: vec![act[0].id],
        ..LetterChoices::default()
    };
    let draft = shop.drafts(added.id, LetterKind::FinalPartial, choices);
    let (issued, _) = shop.issues(&draft);
    let left = shop.drafts(added.id, LetterKind::Interim, LetterChoices::default());
    let tried = LetterTextSave {
        letter: left.summary.id,
        text: left.text,
        version: None,
    };
    office::letter_preview(office, &by(10, 12), &tried).expect("a preview");
    assert!(issued.summary.issued.is_some());
    let typed = DraftPut {
        key: "complaint/new".into(),
        value: json!({ "text": "ЧЕРНОВИКОСЛОВО" }),
    };
    office::draft_put(office, &by(10, 13), typed).expect("kept");
    let go = |_, _| ControlFlow::Continue(());
    let made = office::backup_create(office, &by(10, 14), shelf, &go).expect("a copy");
    let rehearsed = office::backup_rehearse(office, &by(10, 15), Path::new(&made.folder), &go);
    assert!(
        rehearsed.expect("rehearsed").good,
        "a trial of a locked copy"
    );
}

fn asked(machine: &Machine, command: &str, input: Value) -> Result<Value, Failure> {
    let answer = machine.ask(command, &input, &|_| {}).expect("a command");
    answer.map(|answer| match answer {
        Answer::Json(text) => serde_json::from_str(&text).expect("JSON"),
        Answer::Bytes(bytes) => json!(bytes.len()),
    })
}

#[test]
fn a_day_in_a_locked_office_leaves_nothing_to_read_on_the_disk() {
    let Shop { office, folder } = Shop::founded();
    let dir = office.folder().to_owned();
    drop(office);
    let locking = Locking::new(PASSWORD).expect("keys");
    office::lock(&dir, &locking, &|_, _| ControlFlow::Continue(())).expect("locked");
    let shut = || {
        let opened = Office::open(&dir, at(9, 9)).err();
        matches!(
            opened,
            Some(OfficeError::Register(RegisterError::PasswordNeeded))
        )
    };
    assert!(shut());
    let password = WayIn::password(PASSWORD).expect("a password");
    let admitted = Office::admit(&dir, &password).expect("admitted");
    let office = Office::open(&dir, at(9, 9)).expect("it opens");
    drop(admitted);
    let shop = Shop { office, folder };
    day(&shop, &shop.folder.path().join("shelf"));
    let told = telling(shop.folder.path(), &PLANTED);
    assert_eq!(told, [] as [String; 0], "while it is open");
    let Shop { office, folder } = shop;
    drop(office);
    assert!(shut(), "the keys went with the office");
    let told = telling(folder.path(), &PLANTED);
    assert_eq!(told, [] as [String; 0], "after it was shut");
}

#[test]
fn the_window_keeps_nothing_of_a_locked_office_in_its_own_files() {
    let machine = Machine::new(Start::Office, &SampleOffice::default());
    let ask = |command: &str, input: Value| {
        asked(&machine, command, input).unwrap_or_else(|refused| panic!("{command}: {refused:?}"))
    };
    let file = machine.desktop().join("Фотоимя.txt");
    fs::write(&file, "ВЛОЖЕНИЕСЛОВО ".repeat(9000)).expect("a file");
    let before = machine.drop_on_window(std::slice::from_ref(&file));
    let key = ask("password_prepare", json!({ "password": PASSWORD }));
    ask("recovery_sheet_open", Value::Null);
    assert!(machine.opened().iter().all(|sheet| sheet.exists()));
    let info = ask(
        "password_set",
        json!({ "recovery_key": key["recovery_key"] }),
    );
    assert_eq!(info["office"]["safety"]["locked"], true);
    assert!(machine.opened().iter().all(|sheet| !sheet.exists()));

    let dropped = machine.drop_on_window(std::slice::from_ref(&file));
    let mut complaint = ask(
        "text_read",
        json!({ "text": "ПИСЬМОСЛОВО: прошу вернуть деньги за чайник. Соколова Марина Львовна" }),
    );
    complaint["subject"] = json!("Чайник протекает");
    let added = ask(
        "complaint_add",
        json!({
            "complaint": complaint,
            "tokens": [dropped.files[0].token],
            "task": "0193a1a0-0000-7000-8000-000000000001",
        }),
    );
    let card = ask("complaint_card", json!({ "complaint": added["id"] }));
    let document = json!({ "complaint": added["id"], "document": card["documents"][0]["id"] });
    ask("document_view", document.clone());
    let draft = json!({ "key": "letter/x", "value": { "text": "ЧЕРНОВИКОСЛОВО" } });
    ask("draft_put", draft);
    let shelf = machine.desktop().join("shelf");
    fs::create_dir(&shelf).expect("a shelf");
    machine.seat(Person {
        folder: Some(shelf),
        ..Person::default()
    });
    ask("copies_place_choose", Value::Null);
    ask("backup_create", Value::Null);
    fs::remove_file(&file).expect("the person's own file goes");
    let words = [&PLANTED[..], &["Северный"]].concat();
    let told = telling(machine.desktop(), &words);
    assert_eq!(told, [] as [String; 0], "while it is open");
    let opening = json!({ "complaint": added["id"], "document": card["documents"][0]["id"], "confirmed": true });
    ask("document_open", opening);
    assert!(machine.opened().last().is_some_and(|copy| copy.exists()));

    let state = ask("lock_now", Value::Null);
    assert_eq!(
        (&state["office_open"], &state["locked"]),
        (&json!(false), &json!(true))
    );
    let told = telling(machine.desktop(), &words);
    assert_eq!(told, [] as [String; 0], "after it was shut");
    assert_eq!(
        asked(&machine, "today", Value::Null)
            .expect_err("shut")
            .code,
        "no_office"
    );

    let wrong = json!({ "password": "сом пеньку не указ 42", "recovery_key": null });
    let refused = asked(&machine, "office_unlock", wrong).expect_err("wrong");
    assert_eq!(refused.code, "password_wrong");
    ask(
        "office_unlock",
        json!({ "password": PASSWORD, "recovery_key": null }),
    );
    // What was handed over is known again, from before the password was set, too.
    fs::write(&file, "1").expect("a file");
    let tokens = json!({ "tokens": [before.files[0].token, dropped.files[0].token] });
    assert_eq!(ask("files_gone", tokens)["gone"], json!([]));

    ask("lock_now", Value::Null);
    let by_key = json!({ "password": null, "recovery_key": key["recovery_key"] });
    ask("office_unlock", by_key);
    let renewed = json!({
        "password": null,
        "recovery_key": key["recovery_key"],
        "new_password": "другие четыре слова в ряд",
    });
    ask("password_change", renewed);
    ask("lock_now", Value::Null);
    let old = json!({ "password": PASSWORD, "recovery_key": null });
    assert_eq!(
        asked(&machine, "office_unlock", old)
            .expect_err("the old one")
            .code,
        "password_wrong"
    );
    let new = json!({ "password": "другие четыре слова в ряд", "recovery_key": null });
    assert_eq!(ask("office_unlock", new)["complaints"], 1);
}

#[test]
fn the_names_of_files_that_were_handed_over_go_with_what_is_erased() {
    for locks in [false, true] {
        let machine = Machine::new(Start::Office, &SampleOffice::default());
        let ask = |command: &str, input: Value| {
            asked(&machine, command, input)
                .unwrap_or_else(|refused| panic!("{command}: {refused:?}"))
        };
        if locks {
            let key = ask("password_prepare", json!({ "password": PASSWORD }));
            ask(
                "password_set",
                json!({ "recovery_key": key["recovery_key"] }),
            );
        }
        let [gone, wanted] = ["Фотоимя.txt", "Актоимя.txt"].map(|name| {
            let file = machine.desktop().join(name);
            fs::write(&file, "1").expect("a file");
            machine.drop_on_window(&[file]).files[0].token
        });
        ask(
            "draft_put",
            json!({ "key": "complaint/new", "value": { "tokens": [wanted] } }),
        );
        let complaint = ask(
            "text_read",
            json!({ "text": "Прошу вернуть деньги за чайник." }),
        );
        let added = ask(
            "complaint_add",
            json!({ "complaint": complaint, "tokens": [], "task": "0193a1a0-0000-7000-8000-000000000001" }),
        );
        ask(
            "complaint_trash",
            json!({ "complaint": added["id"], "reason": "спам" }),
        );
        let seen = ask("trash_contents", Value::Null);
        ask("trash_empty", seen);
        let tokens = json!({ "tokens": [gone, wanted] });
        assert_eq!(ask("files_gone", tokens)["gone"], json!([gone]));
        for file in files(machine.desktop()) {
            let bytes = fs::read(&file).expect("a file");
            let word = "Фотоимя".as_bytes();
            let told = bytes.windows(word.len()).any(|part| part == word);
            assert!(!told, "{}", file.display());
        }
    }
}

#[test]
fn a_key_that_was_prepared_and_not_used_locks_nothing_any_more() {
    let machine = Machine::new(Start::Office, &SampleOffice::default());
    let key = json!({ "password": PASSWORD });
    let key = asked(&machine, "password_prepare", key).expect("keys");
    asked(&machine, "password_forget", Value::Null).expect("forgotten");
    let input = json!({ "recovery_key": key["recovery_key"] });
    let refused = asked(&machine, "password_set", input).expect_err("forgotten");
    assert_eq!(refused.code, "no_password");
    let refused = asked(&machine, "recovery_sheet_open", Value::Null).expect_err("forgotten");
    assert_eq!(refused.code, "no_password");
}

#[test]
fn a_key_that_was_noted_still_locks_the_office_after_locking_failed() {
    let machine = Machine::new(Start::Office, &SampleOffice::default());
    let key = asked(
        &machine,
        "password_prepare",
        json!({ "password": PASSWORD }),
    )
    .expect("keys");
    let input = json!({ "recovery_key": key["recovery_key"] });
    let office = files(machine.desktop());
    let office = office.iter().find(|file| file.ends_with("office.sqlite"));
    let office = office.and_then(|file| file.parent()).expect("the office");
    let beside = Office::open(office, at(9, 9)).expect("another program has it open");
    let refused = asked(&machine, "password_set", input.clone()).expect_err("refused");
    assert_eq!(refused.code, "locked");
    drop(beside);
    let done = asked(&machine, "password_set", input).expect("locked");
    assert_eq!(done["office"]["safety"]["locked"], true);
}

#[test]
fn a_copy_that_opens_otherwise_takes_the_place_of_the_records_only_when_that_is_agreed_to() {
    let machine = Machine::new(Start::Office, &SampleOffice::default());
    let ask = |command: &str, input: Value| {
        asked(&machine, command, input).unwrap_or_else(|refused| panic!("{command}: {refused:?}"))
    };
    let shelf = machine.desktop().join("shelf");
    fs::create_dir(&shelf).expect("a shelf");
    machine.seat(Person {
        folder: Some(shelf),
        ..Person::default()
    });
    ask("copies_place_choose", Value::Null);
    let task = "0193a1a0-0000-7000-8000-000000000001";
    let newest = || {
        ask("copy_make", json!({ "task": task }));
        ask("copies_shown", json!({ "folder": null }))["copies"][0].clone()
    };
    let restore = |copy: &Value, password: Value| {
        let input = json!({ "copy": copy["copy"], "task": task, "password": password });
        ask("copy_restore", input)
    };
    let lock = |password: &str| {
        let key = ask("password_prepare", json!({ "password": password }));
        let done = ask(
            "password_set",
            json!({ "recovery_key": key["recovery_key"] }),
        );
        assert_eq!(done["damaged"], json!([]));
    };
    let is_locked = || ask("office_info", Value::Null)["safety"]["locked"].clone();

    let open = newest();
    assert_eq!(open["locked"], false);
    lock(PASSWORD);
    let told = json!({ "kind": "password", "password": "off" });
    assert_eq!(restore(&open, Value::Null), told);
    assert_eq!(restore(&open, json!("other")), told, "something else");
    assert_eq!(is_locked(), true);
    let shown = ask("copies_shown", json!({ "folder": null }));
    assert_eq!(shown["leftovers"], json!([]), "nothing was restored yet");
    assert_eq!(restore(&open, json!("off"))["kind"], "in_place");
    assert_eq!(is_locked(), false);

    lock(PASSWORD);
    let under = newest();
    assert_eq!(under["locked"], true);
    assert_eq!(restore(&under, Value::Null)["kind"], "in_place", "the same");
    let change = json!({
        "password": PASSWORD,
        "recovery_key": null,
        "new_password": "другие четыре слова в ряд",
    });
    ask("password_change", change);
    let told = json!({ "kind": "password", "password": "other" });
    assert_eq!(restore(&under, Value::Null), told);
    assert_eq!(restore(&under, json!("other"))["kind"], "in_place");
    ask("lock_now", Value::Null);
    let of_then = json!({ "password": PASSWORD, "recovery_key": null });
    ask("office_unlock", of_then);
    assert_eq!(is_locked(), true);
}

#[test]
fn a_plain_copy_beside_locked_records_goes_with_whoever_looked_at_it() {
    let machine = Machine::new(Start::Office, &SampleOffice::default());
    let ask = |command: &str, input: Value| {
        asked(&machine, command, input).unwrap_or_else(|refused| panic!("{command}: {refused:?}"))
    };
    let shelf = machine.desktop().join("shelf");
    fs::create_dir(&shelf).expect("a shelf");
    machine.seat(Person {
        folder: Some(shelf),
        ..Person::default()
    });
    ask("copies_place_choose", Value::Null);
    let task = "0193a1a0-0000-7000-8000-000000000001";
    ask("copy_make", json!({ "task": task }));
    let copy = ask("copies_shown", json!({ "folder": null }))["copies"][0]["copy"].clone();
    let key = ask("password_prepare", json!({ "password": PASSWORD }));
    ask(
        "password_set",
        json!({ "recovery_key": key["recovery_key"] }),
    );
    let look = || {
        let open = ask("copy_look", json!({ "copy": copy }));
        let room = PathBuf::from(open["folder"].as_str().expect("a folder"));
        assert!(room.join("office.sqlite").is_file());
        room
    };
    let unlock = |password: Value, recovery_key: Value| {
        let input = json!({ "password": password, "recovery_key": recovery_key });
        ask("office_unlock", input);
    };

    // The way back asks for the password, and nothing of the copy is left meanwhile.
    let room = look();
    let refused = asked(&machine, "office_open", json!({ "folder": null }));
    assert_eq!(refused.expect_err("locked").code, "password_needed");
    assert!(!room.exists());
    assert_eq!(ask("program_state", Value::Null)["locked"], true);
    unlock(json!(PASSWORD), Value::Null);

    let room = look();
    assert_eq!(ask("lock_now", Value::Null)["locked"], true);
    assert!(!room.exists());
    unlock(Value::Null, key["recovery_key"].clone());

    let room = look();
    machine.close();
    assert!(!room.exists());
    unlock(json!(PASSWORD), Value::Null);
    let rows = ask(
        "journal_page",
        json!({ "complaint": null, "before": null, "limit": 3 }),
    );
    let told: Vec<&str> = rows
        .as_array()
        .expect("rows")
        .iter()
        .filter_map(|row| row["op"].as_str())
        .collect();
    assert_eq!(told, ["recovery_key_used", "password_set", "office_create"]);
}
