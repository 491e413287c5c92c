//! The shared samples: Russian letters with their expected facts, and strange
//! mail from elsewhere. Both live beside the checkout; without them the tests
//! say that they skip.

use intake::{MailDraft, read_mail};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn samples(folder: &str) -> Option<PathBuf> {
    let found = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|up| up.join("shared/samples").join(folder))
        .find(|path| path.is_dir());
    if found.is_none() {
        eprintln!("skipped: no shared/samples/{folder} beside the checkout");
    }
    found
}

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
    let Some(folder) = samples("mail-ru") else {
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
