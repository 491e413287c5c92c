//! What the page asks: every command goes through here to the list of them, off the window's thread.

use crate::host::Desktop;
use commands::{Answer, Failure, Program, Progress};
use tauri::ipc::{Channel, Invoke, InvokeBody, InvokeResolver, JavaScriptChannelId, Response};
use tauri::{Manager, Wry};

/// Answers what the page asks. Only what the capability grants comes this far; what no command is called
/// is given back unanswered.
pub fn handle(invoke: Invoke<Wry>) -> bool {
    let Invoke {
        message, resolver, ..
    } = invoke;
    #[cfg(feature = "dialog-answers")]
    if message.command() == crate::answers::GRANTED_TO_NOBODY {
        resolver.resolve("granted");
        return true;
    }
    if !commands::NAMES.contains(&message.command()) {
        return false;
    }
    // Neither the window's thread nor the few that hand commands on ever wait for a disk or for a person.
    tauri::async_runtime::spawn_blocking(move || {
        let app = message.webview_ref().app_handle().clone();
        let argument = |name| match message.payload() {
            InvokeBody::Json(arguments) => arguments.get(name).cloned().unwrap_or_default(),
            InvokeBody::Raw(_) => serde_json::Value::Null,
        };
        let channel: Option<Channel<Progress>> =
            serde_json::from_value::<JavaScriptChannelId>(argument("progress"))
                .ok()
                .map(|id| id.channel_on(message.webview()));
        let progress = |step| {
            // A page that no longer listens is no reason to stop the work.
            let _ = channel.as_ref().map(|channel| channel.send(step));
        };
        let program = app.state::<Program>();
        let host = Desktop(app.clone());
        let input = argument("input");
        let answer = commands::answer(&program, &host, message.command(), &input, &progress);
        respond(
            resolver,
            answer.unwrap_or_else(|| Err(Failure::of("unexpected"))),
        );
    });
    true
}

fn respond(resolver: InvokeResolver<Wry>, answer: Result<Answer, Failure>) {
    match answer {
        Ok(Answer::Json(text)) => resolver.resolve(Response::new(text)),
        Ok(Answer::Bytes(bytes)) => resolver.resolve(Response::new(bytes)),
        Err(failure) => resolver.reject(failure),
    }
}

#[cfg(test)]
mod tests {
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
}
