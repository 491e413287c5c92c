//! What the program asks of the system: to show a file with the program that
//! is set for it, to give a word when the window is out of sight.

use crate::failure::ShellError;
use std::path::Path;
use tauri::{AppHandle, Manager};
use tauri_plugin_notification::NotificationExt;
use tauri_plugin_opener::OpenerExt;

/// Opens a file with the system's program for it. It must be a copy that may be spoilt.
pub fn open(app: &AppHandle, path: &Path) -> Result<(), ShellError> {
    #[cfg(feature = "dialog-answers")]
    if let Some(person) = crate::answers::Person::of(app) {
        person.was_shown(path);
        return Ok(());
    }
    app.opener()
        .open_path(path.to_string_lossy(), None::<&str>)
        .map_err(|reason| ShellError::NotOpened(reason.to_string()))
}

/// Says that a long work is over, if nobody is looking at the window.
pub fn tell_if_away(app: &AppHandle, text: &str) {
    let looking = app
        .get_webview_window(crate::window::LABEL)
        .is_some_and(|window| window.is_focused().unwrap_or(true));
    if !looking {
        tell(app, text);
    }
}

/// Says something through the system, whoever is looking.
pub fn tell(app: &AppHandle, text: &str) {
    if let Err(reason) = app
        .notification()
        .builder()
        .title("Ответ")
        .body(text)
        .show()
    {
        log::info!("no notification: {reason}");
    }
}
