//! The shared samples: Russian letters with their expected facts, and strange
//! mail from elsewhere. Both live beside the checkout; without them the tests
//! say that they skip.

use intake::{MailDraft, read_mail};
use prerequisites::shared;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn mails(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut mails: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "eml"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, fs::read(&path).unwrap())
        })
        .collect();
    mails.sort();
    mails
}

fn set(value: &Value) -> BTreeSet<String> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .map(|item| item.as_str().unwrap().to_owned())
        .collect()
}

fn differences(draft: &MailDraft, expected: &Value) -> Vec<String> {
    let got = serde_json::to_value(draft).unwrap();
    let mut wrong = Vec::new();
    for (field, wanted) in [
        ("subject", "subject"),
        ("name", "name"),
        ("from_address", "from"),
        ("kind", "kind"),
        ("regime", "regime"),
        ("order", "order"),
    ] {
        if got[field] != expected[wanted] {
            wrong.push(format!("{field}: {} for {}", got[field], expected[wanted]));
        }
    }
    for field in ["demands", "amounts", "dates", "phones"] {
        if set(&got[field]) != set(&expected[field]) {
            wrong.push(format!("{field}: {} for {}", got[field], expected[field]));
        }
    }
    let sent = got["sent"].as_str().unwrap_or_default();
    if !sent.starts_with(expected["sent"].as_str().unwrap()) {
        wrong.push(format!("sent: {sent}"));
    }
    let names: Vec<_> = draft
        .attachments
        .iter()
        .map(|a| Value::from(a.name.clone()))
        .collect();
    if Value::from(names.clone()) != expected["files"] {
        wrong.push(format!("files: {names:?} for {}", expected["files"]));
    }
    wrong
}

#[test]
fn russian_letters_give_the_expected_facts() {
    let Some(folder) = shared("samples/mail-ru") else {
        return;
    };
    let expected: Value =
        serde_json::from_str(&fs::read_to_string(folder.join("expected.json")).unwrap()).unwrap();
    let mut wrong = Vec::new();
    for (name, bytes) in mails(&folder) {
        let draft = read_mail(&bytes).unwrap();
        for difference in differences(&draft, &expected[&name]) {
            wrong.push(format!("{name}: {difference}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The parts of each foreign message that are not its text, counted by another
/// parser (Python's `email`, not entering enclosed messages) and kept as data.
/// An enclosed message has no hash there, for that parser writes it anew.
const FOREIGN_PARTS: &str = include_str!("fixtures/foreign_parts.json");

#[test]
fn no_foreign_message_loses_an_attachment() {
    let Some(folder) = shared("samples/mail-foreign") else {
        return;
    };
    let parts: Value = serde_json::from_str(FOREIGN_PARTS).unwrap();
    let mut wrong = Vec::new();
    for (name, bytes) in mails(&folder) {
        let draft = match read_mail(&bytes) {
            Ok(draft) => draft,
            Err(error) => {
                wrong.push(format!("{name}: {error}"));
                continue;
            }
        };
        let Some(expected) = parts[&name].as_array() else {
            wrong.push(format!("{name}: no count"));
            continue;
        };
        if draft.attachments.len() < expected.len() {
            wrong.push(format!(
                "{name}: {} of {}",
                draft.attachments.len(),
                expected.len()
            ));
        }
        for part in expected {
            let found = draft
                .attachments
                .iter()
                .any(|attachment| match part["sha256"].as_str() {
                    Some(sha256) => attachment.sha256 == sha256,
                    None => part["media_type"] == attachment.media_type.as_str(),
                });
            if !found {
                wrong.push(format!("{name}: lost {part}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_enclosed_message_opens_again() {
    let Some(folder) = shared("samples/mail-foreign") else {
        return;
    };
    for name in [
        "enclosed",
        "enclosed-endless",
        "enclosed-broken",
        "torture-part",
    ] {
        let draft = read_mail(&fs::read(folder.join(name).with_extension("eml")).unwrap()).unwrap();
        let inner = draft
            .attachments
            .iter()
            .find(|a| a.media_type == "message/rfc822")
            .unwrap();
        let inner = read_mail(&inner.bytes).unwrap();
        assert!(
            !inner.subject.is_empty() && !inner.text.is_empty(),
            "{name}"
        );
    }
}
