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

    /// What the build script gave Tauri, as Tauri has resolved it for the window.
    #[test]
    fn the_window_may_ask_for_the_listed_commands_and_hear_events() {
        let resolved = include_str!(concat!(env!("OUT_DIR"), "/capabilities.json"));
        let resolved: Value = serde_json::from_str(resolved).expect("JSON of Tauri");
        let all = resolved.as_object().expect("capabilities by name");
        assert_eq!(all.keys().collect::<Vec<_>>(), ["main"]);
        let main = &all["main"];
        assert_eq!(main["windows"], json!(["main"]));
        assert!(main.get("remote").is_none_or(Value::is_null));
        let granted: Vec<&str> = main["permissions"]
            .as_array()
            .expect("permissions")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        let (heard, asked) = granted.split_at(2);
        assert_eq!(
            heard,
            ["core:event:allow-listen", "core:event:allow-unlisten"]
        );
        let listed: Vec<String> = commands::NAMES
            .iter()
            .map(|name| format!("allow-{}", name.replace('_', "-")))
            .collect();
        assert_eq!(asked, listed);
    }
}
