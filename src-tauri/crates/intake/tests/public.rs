//! Cases from public reports of other programs, each with its right answer. The files lie beside the checkout;
//! without them the test says that it skips. Fixtures of the same kinds are in [`crate::kinds`].

use intake::{MailDraft, chat_began, read_mail, read_text};
use prerequisites::shared;
use serde_json::Value;
use std::fs;

const MAIL: &str = include_str!("public/mail.tsv");
const CHATS: &str = include_str!("public/chats.tsv");

/// What is wrong with a draft, by the words of a row.
pub fn wrong(draft: &MailDraft, must: &str) -> Vec<String> {
    let got = serde_json::to_value(draft).unwrap();
    let line = |key: &str| match &got[key] {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let words: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            words.join(",")
        }
        other @ (Value::Bool(_) | Value::Number(_) | Value::Object(_)) => other.to_string(),
    };
    let files: Vec<&str> = draft
        .attachments
        .iter()
        .map(|file| file.name.as_str())
        .collect();
    let notices = line("notices");
    let has = |notice: &str| notices.split(',').any(|one| one == notice);
    let mut wrong = Vec::new();
    for (key, wanted) in must.split('|').filter_map(|one| one.split_once('=')) {
        let holds = match key {
            "name" | "subject" | "amounts" | "dates" | "phones" | "order" | "demands"
            | "messages" => line(key) == wanted,
            "sent" | "received" => line(key) == wanted,
            "from" => line("from_address") == wanted,
            "reply" => line("reply_to") == wanted,
            "by" => line("sent_by").ends_with(wanted),
            "first" => line("first_sent") == wanted,
            "files" => files.join(",") == wanted,
            "lacksfile" => !files.contains(&wanted),
            "lacksfact" => !line("amounts").contains(wanted),
            "notices" => wanted.split(',').all(has),
            "not" => !wanted.split(',').any(has),
            "says" => draft.text.replace('\u{a0}', " ").contains(wanted),
            "lacks" => !draft.text.contains(wanted),
            "once" => draft.text.matches(wanted).count() == 1,
            "began" => true,
            other => panic!("no such key: {other}"),
        };
        if !holds {
            let seen = match key {
                "from" => line("from_address"),
                "files" | "lacksfile" => files.join(","),
                "not" => notices.clone(),
                "says" | "lacks" | "once" => draft.text.chars().take(200).collect(),
                "reply" => line("reply_to"),
                "by" => line("sent_by"),
                key => line(key),
            };
            wrong.push(format!("{key}: {seen} for {wanted}"));
        }
    }
    wrong
}

fn rows(table: &str) -> impl Iterator<Item = (&str, &str)> {
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
}

/// Says how many files are read right, and fails where one is not or has no row.
fn all_right(folder: &str, table: &str, read: impl Fn(&[u8], &str) -> Vec<String>) {
    let Some(folder) = shared(folder) else {
        return;
    };
    let mut faults = Vec::new();
    let (mut right, mut all) = (0, 0);
    for (file, must) in rows(table) {
        let bytes = fs::read(folder.join(file)).unwrap();
        let wrong = read(&bytes, must);
        all += 1;
        right += usize::from(wrong.is_empty());
        faults.extend(wrong.into_iter().map(|fault| format!("{file}: {fault}")));
    }
    for entry in fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        if !rows(table).any(|(file, _)| file == name) {
            faults.push(format!("{name}: no answer is stated"));
        }
    }
    assert!(
        faults.is_empty(),
        "{right} of {all} are right\n{}",
        faults.join("\n")
    );
}

#[test]
fn public_mail_is_read_right() {
    all_right("samples/public/mail", MAIL, |bytes, must| {
        match read_mail(bytes) {
            Ok(draft) => wrong(&draft, must),
            Err(error) => {
                let is_right = must == format!("error={}", error.code());
                if is_right {
                    Vec::new()
                } else {
                    vec![error.to_string()]
                }
            }
        }
    });
}

#[test]
fn public_chats_are_read_right() {
    let received = chrono::NaiveDate::from_ymd_opt(2026, 11, 30);
    all_right("samples/public/chat", CHATS, |bytes, must| {
        let text = String::from_utf8_lossy(bytes);
        let mut faults = wrong(&read_text(&text, received, None).unwrap(), must);
        let began = must.split('|').find_map(|one| one.strip_prefix("began="));
        if let Some(began) = began {
            let found = chat_began(&text, None)
                .map(|at| at.to_string())
                .unwrap_or_default();
            if found != began {
                faults.push(format!("began: {found} for {began}"));
            }
        }
        faults
    });
}
