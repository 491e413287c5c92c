//! The window itself.

use tauri::WebviewWindow;

/// The page has drawn its first rows: shows the window, so that nobody sees it empty.
#[tauri::command(async)]
pub fn window_ready(window: WebviewWindow) {
    if let Err(refusal) = window.show().and_then(|()| window.set_focus()) {
        log::warn!("the window can't be shown: {refusal}");
    }
}
