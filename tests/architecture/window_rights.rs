//! What the web view may do: our own commands one by one, hearing our events,
//! and nothing else. That the running window refuses the rest is proved in the
//! desktop tests; here the written lists are compared.

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

/// The list of the build script.
fn listed() -> BTreeSet<String> {
    let text = read("src-tauri/build.rs");
    let list = text
        .split("const COMMANDS: &[&str] = &[")
        .nth(1)
        .expect("the list");
    let list = list.split("];").next().expect("its end");
    let names: Vec<String> = list
        .split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    let unique: BTreeSet<String> = names.iter().cloned().collect();
    assert_eq!(names.len(), unique.len(), "a command is listed twice");
    assert!(unique.len() > 50);
    unique
}

/// The list of the handlers in the shell's `main.rs`; the one that only a test build has is left out.
fn handled() -> BTreeSet<String> {
    let text = read("src-tauri/src/main.rs");
    let list = text
        .split("generate_handler![")
        .nth(1)
        .expect("the handlers");
    let mut names = BTreeSet::new();
    let mut for_tests = false;
    for line in list.lines().map(str::trim).take_while(|line| *line != "])") {
        if line.starts_with("#[cfg(") {
            for_tests = true;
        } else if let Some(path) = line.strip_suffix(',') {
            if !for_tests {
                names.insert(path.rsplit("::").next().unwrap_or(path).to_owned());
            }
            for_tests = false;
        }
    }
    names
}

#[test]
fn the_three_lists_of_commands_agree() {
    let capability = json("src-tauri/capabilities/main.json");
    let granted: BTreeSet<String> = capability["permissions"]
        .as_array()
        .expect("permissions")
        .iter()
        .map(|permission| {
            permission
                .as_str()
                .expect("each permission stands alone, without a scope")
        })
        .filter_map(|permission| permission.strip_prefix("allow-"))
        .map(|name| name.replace('-', "_"))
        .collect();
    assert_eq!(
        listed(),
        granted,
        "the build script's list and the capability"
    );
    assert_eq!(
        listed(),
        handled(),
        "the build script's list and the handlers"
    );
}

#[test]
fn the_window_has_no_right_of_a_plugin() {
    let capability = json("src-tauri/capabilities/main.json");
    let others: Vec<&str> = capability["permissions"]
        .as_array()
        .expect("permissions")
        .iter()
        .filter_map(Value::as_str)
        .filter(|permission| !permission.starts_with("allow-"))
        .collect();
    assert_eq!(
        others,
        ["core:event:allow-listen", "core:event:allow-unlisten"]
    );
    assert_eq!(capability["windows"], serde_json::json!(["main"]));
    assert!(
        capability.get("remote").is_none(),
        "no page from elsewhere has any right"
    );

    let files: Vec<_> = fs::read_dir(top().join("src-tauri/capabilities"))
        .expect("capabilities")
        .collect();
    assert_eq!(files.len(), 1, "one capability, for there is one window");
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
