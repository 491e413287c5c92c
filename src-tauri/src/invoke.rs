//! What the page asks: every command goes through here to the list of them, off the window's thread.

use crate::outside::{Outside, host};
use commands::{Answer, Failure, Program, Progress};
use tauri::ipc::{Channel, Invoke, InvokeBody, InvokeResolver, JavaScriptChannelId, Response};
use tauri::{Manager, Wry};

/// Answers what the page asks. Only what the capability grants comes this far; what no command is called
/// is given back unanswered.
pub fn handle(invoke: Invoke<Wry>) -> bool {
    let Invoke {
        message, resolver, ..
    } = invoke;
    let outside = message.webview_ref().app_handle().state::<Outside>();
    if (outside.answers)(message.command()) {
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
        let host = host(&app);
        let input = argument("input");
        let answer = commands::answer(&program, &*host, message.command(), &input, &progress);
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
