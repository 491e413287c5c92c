//! What the web view may do: our own commands one by one, hearing our events,
//! and nothing else. That the running window refuses the rest is proved in the
//! desktop tests, and what Tauri resolved for it in the shell's own; here the grant is compared with the list.

#[path = "../../src-tauri/capability.rs"]
mod capability;

use acceptance::top;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

fn read(path: &str) -> String {
    fs::read_to_string(top().join(path)).unwrap_or_else(|reason| panic!("{path}: {reason}"))
}

fn json(path: &str) -> Value {
    serde_json::from_str(&read(path)).unwrap_or_else(|reason| panic!("{path}: {reason}"))
}

/// The capability that the build script writes, made as it makes it.
fn made() -> Value {
    let text = capability::capability(commands::NAMES);
    serde_json::from_str(&text).unwrap_or_else(|reason| panic!("{reason}: {text}"))
}

#[test]
fn each_command_is_granted_by_name_and_nothing_else_is() {
    let names: BTreeSet<&str> = commands::NAMES.iter().copied().collect();
    assert!(names.len() > 100);
    assert_eq!(
        names.len(),
        commands::NAMES.len(),
        "a command is listed twice"
    );
    let capability = made();
    let granted: BTreeSet<String> = capability["permissions"]
        .as_array()
        .expect("permissions")
        .iter()
        .map(|permission| {
            permission
                .as_str()
                .expect("each permission stands alone, without a scope")
                .to_owned()
        })
        .collect();
    let mut wanted: BTreeSet<String> = names
        .iter()
        .map(|name| format!("allow-{}", name.replace('_', "-")))
        .collect();
    wanted.extend(["core:event:allow-listen", "core:event:allow-unlisten"].map(str::to_owned));
    assert_eq!(
        granted, wanted,
        "the window may ask for our commands and hear events, and has no right of a plugin"
    );
    assert_eq!(capability["windows"], serde_json::json!(["main"]));
    assert!(
        capability.get("remote").is_none(),
        "no page from elsewhere has any right"
    );
}

/// What is granted beside the capability of the build script would be granted without being listed.
#[test]
fn no_other_capability_lies_where_tauri_looks() {
    let configured = &json("src-tauri/tauri.conf.json")["app"]["security"]["capabilities"];
    assert_eq!(*configured, serde_json::json!(["main"]));
    assert!(!top().join("src-tauri/capabilities").exists());
    let build = read("src-tauri/build.rs");
    assert!(
        build.contains("capability::capability(COMMANDS)")
            && build.contains("include!(\"crates/commands/src/list.rs\")"),
        "the build script writes another capability than the one tested here"
    );
}

#[test]
fn the_content_policy_lets_in_nothing_but_the_program_itself() {
    let security = &json("src-tauri/tauri.conf.json")["app"]["security"];
    assert_eq!(security["freezePrototype"], true);
    let policy = security["csp"].as_object().expect("a policy");
    assert_eq!(policy["default-src"], "'none'");
    assert_eq!(policy["script-src"], "'self'");
    for (directive, sources) in policy {
        let sources = sources.as_str().expect("sources");
        for source in sources.split(' ') {
            let known = matches!(
                source,
                "'self'" | "'none'" | "blob:" | "data:" | "ipc:" | "http://ipc.localhost"
            );
            assert!(known, "{directive} {source}");
        }
    }
    assert!(
        security.get("assetProtocol").is_none(),
        "the window reads no file"
    );
    assert!(
        security
            .get("dangerousDisableAssetCspModification")
            .is_none()
    );
}
