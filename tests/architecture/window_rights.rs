//! What the web view may do, as far as it is written down: no capability but the one, no source but the program.
//! What the built program grants is read in the shell's own tests (`src-tauri/tests/granted.rs`), and that the running
//! window refuses the rest is proved in the desktop tests.

use acceptance::top;
use serde_json::Value;
use std::fs;

fn json(path: &str) -> Value {
    let text = fs::read_to_string(top().join(path));
    let text = text.unwrap_or_else(|reason| panic!("{path}: {reason}"));
    serde_json::from_str(&text).unwrap_or_else(|reason| panic!("{path}: {reason}"))
}

/// What is granted beside the capability of the build script would be granted without being listed.
#[test]
fn no_other_capability_lies_where_tauri_looks() {
    let configured = &json("src-tauri/tauri.conf.json")["app"]["security"]["capabilities"];
    assert_eq!(*configured, serde_json::json!(["main"]));
    assert!(!top().join("src-tauri/capabilities").exists());
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
