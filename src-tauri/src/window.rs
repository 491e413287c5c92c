//! The one window: made hidden, shown when its page is ready, closed without losing a word.

use chrono::Local;
use commands::{Position, Program, Theme};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tauri::webview::{NewWindowResponse, PageLoadEvent};
use tauri::window::Color;
use tauri::{
    App, AppHandle, DragDropEvent, Emitter, Manager, WebviewWindow, WebviewWindowBuilder, Window,
    WindowEvent,
};
use tauri_plugin_window_state::StateFlags;

/// The window's label, as the configuration and the capability name it.
pub const LABEL: &str = "main";

/// What of the window is as it was left: all but whether it was to be seen.
pub const REMEMBERED: StateFlags = StateFlags::all().difference(StateFlags::VISIBLE);

/// Paper and night: the page's own background, so that nothing flashes before it is drawn.
const LIGHT: Color = Color(0xf8, 0xf5, 0xee, 0xff);
const DARK: Color = Color(0x1c, 0x1a, 0x17, 0xff);

/// A page that never says it is ready is shown all the same after this time.
const LONGEST_HIDDEN: Duration = Duration::from_secs(4);
/// Time for the page to notice that it is hidden and to hand over what was typed last.
const LAST_WORDS: Duration = Duration::from_millis(250);
/// However long the last commands take, the window closes after this.
const LONGEST_CLOSING: Duration = Duration::from_secs(10);

/// Makes the window from its description in the configuration.
pub fn make(app: &App) -> tauri::Result<()> {
    let described = app
        .config()
        .app
        .windows
        .iter()
        .find(|window| window.label == LABEL)
        .ok_or(tauri::Error::WindowNotFound)?;
    let theme = app.state::<Program>().theme();
    let window = WebviewWindowBuilder::from_config(app.handle(), described)?
        .theme(native(theme))
        // The page is ours alone: nothing leads out of it, nothing is loaded into it.
        .on_navigation(|address| {
            address.scheme() == "tauri" && address.host_str() == Some("localhost")
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        // The page says where one is; the frame and the list of windows repeat it.
        .on_document_title_changed(|window, title| {
            let _ = window.set_title(&title);
        })
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished {
                show_if_it_takes_too_long(window);
            }
        })
        .build()?;
    #[cfg(target_os = "linux")]
    check_spelling(&window)?;
    paint(&window);
    Ok(())
}

/// Underlines misspelt words in every field that doesn't refuse it, in both languages at once: what WebKit does
/// only when told, and by the dictionaries of the system. Those it found are logged.
#[cfg(target_os = "linux")]
fn check_spelling(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{WebContextExt, WebViewExt};
    window.with_webview(|webview| {
        let Some(context) = webview.inner().context() else {
            return;
        };
        context.set_spell_checking_languages(&["ru_RU", "en_GB", "en_US"]);
        context.set_spell_checking_enabled(true);
        let enabled = context.is_spell_checking_enabled();
        let found = context.spell_checking_languages();
        let found: Vec<&str> = found.iter().map(|one| one.as_str()).collect();
        log::info!(
            "spelling is checked: {enabled}, by dictionaries: {}",
            found.join(" ")
        );
    })
}

pub fn show(window: &WebviewWindow) {
    if let Err(reason) = window.show().and_then(|()| window.set_focus()) {
        log::warn!("the window can't be shown: {reason}");
    }
}

/// Gives frame, page and background the chosen colours.
pub fn set_theme(app: &AppHandle, theme: Theme) {
    let Some(window) = app.get_webview_window(LABEL) else {
        return;
    };
    if let Err(reason) = window.set_theme(native(theme)) {
        log::warn!("the theme can't be set: {reason}");
    }
    paint(&window);
}

/// What happens to the window from outside the page.
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the events of a window are Tauri's, which adds to them"
)]
pub fn on_event(window: &Window, event: &WindowEvent) {
    match event {
        WindowEvent::CloseRequested { api, .. } => {
            api.prevent_close();
            close_gently(window.clone());
        }
        WindowEvent::DragDrop(event) => on_drag(window, event),
        WindowEvent::ThemeChanged(_) => {
            if let Some(window) = window.get_webview_window(LABEL) {
                paint(&window);
            }
        }
        _ => {}
    }
}

/// Asks the window to close, as the button of its frame does.
///
/// # Errors
/// What the system said.
pub fn ask_to_close(app: &AppHandle) -> Result<(), String> {
    match app.get_webview_window(LABEL) {
        Some(window) => window.close().map_err(|reason| reason.to_string()),
        None => Ok(()),
    }
}

/// Tells the page of dropped files, each under a token.
pub fn dropped(app: &AppHandle, paths: Vec<PathBuf>, position: Option<Position>) {
    let app = app.clone();
    // A dropped folder is walked, which may take a while.
    std::thread::spawn(move || {
        let now = Local::now().fixed_offset();
        let dropped = app.state::<Program>().dropped(now, &paths, position);
        emit(&app, "dropped", &dropped);
    });
}

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the events of a window are Tauri's, which adds to them"
)]
fn on_drag(window: &Window, event: &DragDropEvent) {
    let app = window.app_handle();
    match event {
        DragDropEvent::Enter { .. } => emit(app, "drag_enter", &()),
        DragDropEvent::Leave => emit(app, "drag_leave", &()),
        DragDropEvent::Drop { paths, position } => {
            let place = position.to_logical::<f64>(window.scale_factor().unwrap_or(1.0));
            dropped(
                app,
                paths.clone(),
                Some(Position {
                    x: place.x,
                    y: place.y,
                }),
            );
        }
        _ => {}
    }
}

fn emit<T: serde::Serialize + Clone>(app: &AppHandle, event: &str, payload: &T) {
    if let Err(reason) = app.emit_to(LABEL, event, payload.clone()) {
        log::warn!("the page was not told of {event}: {reason}");
    }
}

/// Hides the window, which makes the page hand over its drafts, and ends when
/// the last command is answered.
fn close_gently(window: Window) {
    let _ = window.hide();
    std::thread::spawn(move || {
        let begun = Instant::now();
        std::thread::sleep(LAST_WORDS);
        let program = window.state::<Program>();
        program.cancel_all();
        while program.is_busy() && begun.elapsed() < LONGEST_CLOSING {
            std::thread::sleep(Duration::from_millis(10));
        }
        program.leave_copy();
        if let Err(reason) = window.destroy() {
            log::error!("the window can't be closed: {reason}");
            window.app_handle().exit(1);
        }
    });
}

fn show_if_it_takes_too_long(window: WebviewWindow) {
    std::thread::spawn(move || {
        std::thread::sleep(LONGEST_HIDDEN);
        if !window.is_visible().unwrap_or(true) && !window.state::<Program>().was_ready() {
            log::warn!("the page has not said that it is ready");
            show(&window);
        }
    });
}

fn paint(window: &WebviewWindow) {
    let dark = window
        .theme()
        .is_ok_and(|theme| theme == tauri::Theme::Dark);
    let _ = window.set_background_color(Some(if dark { DARK } else { LIGHT }));
}

fn native(theme: Theme) -> Option<tauri::Theme> {
    match theme {
        Theme::System => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    }
}
