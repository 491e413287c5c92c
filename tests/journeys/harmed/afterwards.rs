//! The records as a program finds them that is started anew after something happened.

use super::{CHANGED, PASSWORD};
use crate::counted::asking::{Asking, Writes};
use crate::counted::prepared::kettle;
use crate::counted::user::{Journal, User};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// How a command ended, as far as anybody was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    Done,
    Refused,
    /// The program was gone before it said anything.
    Nothing,
}

/// Opens what the program opens when it is started, with the password where there is one.
pub fn opened(user: &User) -> Result<Value, String> {
    let password_needed = match user.try_ask("office_open", &json!({ "folder": null })) {
        Ok(info) => return Ok(info),
        Err(refusal) if refusal.code == "password_needed" => refusal,
        Err(refusal) => return Err(format!("it does not open: {refusal:?}")),
    };
    for password in [PASSWORD, CHANGED] {
        let way_in = json!({ "password": password, "recovery_key": null });
        match user.try_ask("office_unlock", &way_in) {
            Ok(info) => return Ok(info),
            Err(refusal) if refusal.code == "password_wrong" => {}
            Err(refusal) => return Err(format!("the password opens nothing: {refusal:?}")),
        }
    }
    Err(format!("no password opens it: {password_needed:?}"))
}

/// Reads what anybody would read first.
pub fn read(user: &User) -> Result<(), String> {
    if user.try_ask("office_info", &Value::Null).is_err() {
        opened(user)?;
    }
    let query = json!({ "statuses": [], "channels": [], "kinds": [], "due": null, "text": "",
        "trashed": false, "sort": "number", "descending": false });
    let page = json!({ "query": query, "offset": 0, "limit": 3 });
    let mut rows = Value::Null;
    for (command, input) in [
        ("program_state", Value::Null),
        ("office_info", Value::Null),
        ("today", Value::Null),
        ("copies_shown", json!({ "folder": null })),
        ("drafts", Value::Null),
        ("search", json!({ "text": "чайник", "limit": 5 })),
        ("register_page", page),
    ] {
        let told = user.try_ask(command, &input);
        rows = told.map_err(|refusal| format!("{command} can't be read: {refusal:?}"))?;
    }
    for row in rows["rows"].as_array().into_iter().flatten() {
        let card = json!({ "complaint": row["id"] });
        let told = user.try_ask("complaint_card", &card);
        told.map_err(|refusal| format!("a case can't be read: {refusal:?}"))?;
    }
    Ok(())
}

/// What is wrong with the records of a program that is started anew, or nothing: they are as they were or as they were
/// to be, whole in themselves, their copies too, and go on.
pub fn fault(user: &User, asking: &Asking, before: Option<&Journal>, told: Told) -> Option<String> {
    whole(user, asking, before, told).err()
}

fn whole(user: &User, asking: &Asking, before: Option<&Journal>, told: Told) -> Result<(), String> {
    let mut info = opened(user)?;
    if asking.command == "loss_accept" && asking.writes != Writes::Nothing {
        // Another hand put the database back before, which is told; nothing goes on before it is accepted.
        let _ = user.try_ask("journal_verify", &Value::Null);
        let accepted = user.try_ask("loss_accept", &Value::Null);
        info = accepted.map_err(|refusal| format!("can't be accepted: {refusal:?}"))?;
        let now = user.journal().ok_or("nothing is open")?;
        let grown = before.map_or(1, |before| now.rows - before.rows);
        if grown != 1 {
            return Err(format!("accepted, and the journal grew by {grown}"));
        }
        return sound(user, &info);
    }
    if !info["safety"]["lost_rows"].is_null() {
        return Err(format!("rows are lost: {}", info["safety"]));
    }
    let now = user.journal().ok_or("nothing is open")?;
    // What opens other records is not counted in those that are opened next time.
    let elsewhere = ["sample_open", "office_create", "copy_look"].contains(&asking.command);
    let comparable = before.filter(|before| before.folder == now.folder && !elsewhere);
    if let Some(before) = comparable {
        let grown = now.rows - before.rows;
        let may_be = match (asking.writes, told) {
            (Writes::Nothing, _) => 0..=0,
            // It lacks the last row of before, and tells what became of that.
            (Writes::ForOneLost, Told::Done) => 0..=0,
            (Writes::ForOneLost, _) => -1..=0,
            (Writes::Undoable | Writes::ForGood, Told::Done) => 1..=1,
            (Writes::Undoable | Writes::ForGood, Told::Refused) => 0..=0,
            (Writes::Undoable | Writes::ForGood, Told::Nothing) => 0..=1,
        };
        // The password is written down once it is so, which the records tell themselves.
        let of_password = ["password_", "keyring_", "recovery_key_"];
        let noted = of_password.iter().any(|of| asking.command.starts_with(of));
        let most = if noted { 1 } else { *may_be.end() };
        let least = if noted { 0 } else { *may_be.start() };
        if !(least..=most).contains(&grown) {
            return Err(format!("{told:?}, and the journal grew by {grown}"));
        }
    }
    sound(user, &info)
}

/// Whether the records are whole in themselves, and their copies, and go on.
fn sound(user: &User, info: &Value) -> Result<(), String> {
    if info["safety"]["changed_outside"] == true {
        return Err("somebody else is said to have changed them".to_owned());
    }
    let folder = info["folder"].as_str().unwrap_or_default();
    let journal = user.ask("journal_verify", Value::Null);
    for list in ["altered", "missing", "differing"] {
        if journal[list] != json!([]) {
            return Err(format!("the journal: {journal}"));
        }
    }
    if !journal["structure"].is_null() {
        return Err(format!("the structure: {journal}"));
    }
    let documents = user.ask("documents_verify", Value::Null);
    if documents["missing"] != json!([]) || documents["altered"] != json!([]) {
        return Err(format!("documents: {documents}"));
    }
    if Path::new(folder).join(".otvet-converting").exists() {
        return Err("half a conversion is left".to_owned());
    }
    let shown = user.ask("copies_shown", json!({ "folder": null }));
    for copy in shown["copies"].as_array().into_iter().flatten() {
        let input = json!({ "copy": copy["copy"], "task": "0193a1a0-0000-7000-8000-000000000001" });
        let tried = user.try_ask("copy_rehearse", &input);
        if tried.as_ref().is_ok_and(|tried| tried["good"] == true) {
            continue;
        }
        // One in plain text that was being erased is no copy any more; erasing it again ends it.
        let half_erased = info["safety"]["locked"] == true && copy["locked"] == false;
        let erased = half_erased
            .then(|| user.try_ask("plain_copy_remove", &json!({ "copy": copy["copy"] })));
        if erased.is_none_or(|erased| erased.is_err()) {
            return Err(format!("a copy is none: {tried:?}"));
        }
    }
    let mut complaint = kettle();
    complaint["received_at"] = json!("2026-11-20T10:00:00+03:00");
    let more = json!({ "complaint": complaint, "tokens": [], "task": "01890000-0000-7000-8000-000000000003" });
    let added = user.try_ask("complaint_add", &more);
    added.map_err(|refusal| format!("they don't go on: {refusal:?}"))?;
    Ok(())
}

/// The files that a person has beside the program's own folders and the shelf of copies, with their contents.
pub fn saved(desktop: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    gather(desktop, desktop, &mut found);
    found
}

fn gather(root: &Path, dir: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = path
            .strip_prefix(root)
            .expect("below")
            .display()
            .to_string();
        let ours = ["config", "data"].contains(&name.as_str()) || path.join("shelf.json").exists();
        // An office in a folder of its own is looked at as one.
        if ours || path.join("office.lock").exists() {
            continue;
        }
        match path.is_dir() {
            true => {
                found.insert(format!("{name}/"), Vec::new());
                gather(root, &path, found);
            }
            false => {
                found.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
}
