//! What the build granted the pages, read from what it handed Tauri.

use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What the build handed Tauri for the window of this very program: capabilities as Tauri wrote them down,
/// and the permissions they name.
fn built(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON of Tauri")
}

fn capabilities() -> Value {
    built(include_str!(concat!(env!("OUT_DIR"), "/capabilities.json")))
}

/// The commands that a permission allows; it must neither deny any nor bring a scope of files or addresses.
fn allowed(permission: &str) -> Vec<String> {
    let manifests = built(include_str!(concat!(
        env!("OUT_DIR"),
        "/acl-manifests.json"
    )));
    let (plugin, name) = permission
        .rsplit_once(':')
        .unwrap_or(("__app-acl__", permission));
    let found = &manifests[plugin]["permissions"][name];
    let commands = &found["commands"];
    assert_eq!(commands["deny"], json!([]), "{permission}: {found}");
    let scope = found["scope"].as_object();
    let is_bare = scope.is_none_or(|scope| scope.values().all(Value::is_null));
    assert!(is_bare, "{permission}: {found}");
    let command = |name: &Value| {
        let name = name.as_str().expect("a name");
        match plugin.strip_prefix("core:") {
            Some(of_core) => format!("plugin:{of_core}|{name}"),
            None => name.to_owned(),
        }
    };
    let allowed = commands["allow"].as_array().expect("commands");
    allowed.iter().map(command).collect()
}

#[test]
fn the_window_may_ask_for_the_listed_commands_and_hear_events() {
    let all = capabilities();
    assert_eq!(all.as_object().expect("by name").len(), 1);
    let permissions = all["main"]["permissions"].as_array().expect("permissions");
    let granted: BTreeSet<String> = permissions
        .iter()
        .flat_map(|permission| allowed(permission.as_str().expect("one without a scope")))
        .collect();
    let mut listed: BTreeSet<String> = commands::NAMES
        .iter()
        .map(|name| (*name).to_owned())
        .collect();
    assert_eq!(listed.len(), commands::NAMES.len(), "one is listed twice");
    assert!(listed.len() > 100);
    listed.extend(["listen", "unlisten"].map(|heard| format!("plugin:event|{heard}")));
    assert_eq!(granted, listed);
}

#[test]
fn what_is_granted_is_granted_to_the_one_window_and_its_own_pages() {
    let main = &capabilities()["main"];
    assert_eq!(main["windows"], json!(["main"]));
    assert_eq!(main["local"], true);
    for wider in ["remote", "webviews", "platforms"] {
        let told = main.get(wider).unwrap_or(&Value::Null);
        assert!(told.is_null() || *told == json!([]), "{wider}: {told}");
    }
}
