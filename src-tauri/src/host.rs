//! The host of the commands in a window: its dialogs, what it asks of the system, its clock.

use crate::window;
use chrono::{DateTime, FixedOffset, Local};
use commands::{FileType, Host, KeyringFault, PrintJob, Theme};
use keyring::KeyringError;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};
use tauri_plugin_notification::NotificationExt;
use zeroize::Zeroizing;

/// The window and the system around it.
pub struct Desktop(pub AppHandle);

impl Desktop {
    fn dialog(&self, title: &str) -> FileDialogBuilder<tauri::Wry> {
        let dialog = self.0.dialog().file().set_title(title);
        match self.0.get_webview_window(window::LABEL) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }
}

/// The dialog belongs to the thread of the window; whoever asked waits for it.
#[cfg(target_os = "linux")]
fn print(app: &AppHandle, job: PrintJob) -> Result<bool, String> {
    let (tell, told) = std::sync::mpsc::channel();
    let shown = app.clone();
    app.run_on_main_thread(move || {
        let _ = tell.send(crate::printing::print(&shown, job));
    })
    .map_err(|reason| reason.to_string())?;
    told.recv().map_err(|reason| reason.to_string())?
}

#[cfg(not(target_os = "linux"))]
fn print(_: &AppHandle, _: PrintJob) -> Result<bool, String> {
    Err("no printing on this system yet".into())
}

fn path(chosen: FilePath) -> Option<PathBuf> {
    chosen.into_path().ok()
}

fn fault(error: KeyringError) -> KeyringFault {
    match error {
        KeyringError::Missing(what) => KeyringFault::Missing(what),
        KeyringError::Shut => KeyringFault::Shut,
        KeyringError::Failed(what) => KeyringFault::Failed(what),
    }
}

impl Host for Desktop {
    fn now(&self) -> DateTime<FixedOffset> {
        Local::now().fixed_offset()
    }

    fn local(&self, moment: SystemTime) -> DateTime<FixedOffset> {
        DateTime::<Local>::from(moment).fixed_offset()
    }

    fn choose_files(&self, title: &str, types: &[FileType<'_>], many: bool) -> Vec<PathBuf> {
        let mut dialog = self.dialog(title);
        for (name, endings) in types {
            dialog = dialog.add_filter(*name, endings);
        }
        let chosen = if many {
            dialog.blocking_pick_files().unwrap_or_default()
        } else {
            dialog.blocking_pick_file().into_iter().collect()
        };
        chosen.into_iter().filter_map(path).collect()
    }

    fn choose_folder(&self, title: &str) -> Option<PathBuf> {
        self.dialog(title)
            .set_can_create_directories(true)
            .blocking_pick_folder()
            .and_then(path)
    }

    fn choose_where_to_save(&self, title: &str, name: &str, kind: FileType<'_>) -> Option<PathBuf> {
        self.dialog(title)
            .set_file_name(name)
            .add_filter(kind.0, kind.1)
            .blocking_save_file()
            .and_then(path)
    }

    fn open(&self, copy: &Path) -> Result<(), String> {
        crate::opening::open(copy)
    }

    fn keyring_keep(&self, id: &str, secret: &Zeroizing<String>) -> Result<(), KeyringFault> {
        // As the keyring's own window shows it to the person.
        keyring::keep(id, "Ответ", secret).map_err(fault)
    }

    fn keyring_read(&self, id: &str) -> Result<Option<Zeroizing<String>>, KeyringFault> {
        keyring::read(id).map_err(fault)
    }

    fn keyring_remove(&self, id: &str) -> Result<(), KeyringFault> {
        keyring::remove(id).map_err(fault)
    }

    fn print(&self, job: PrintJob) -> Result<bool, String> {
        print(&self.0, job)
    }

    fn notify(&self, text: &str) {
        let notification = self.0.notification().builder().title("Ответ").body(text);
        if let Err(reason) = notification.show() {
            log::info!("no notification: {reason}");
        }
    }

    fn is_watched(&self) -> bool {
        self.0
            .get_webview_window(window::LABEL)
            .is_none_or(|window| window.is_focused().unwrap_or(true))
    }

    fn set_theme(&self, theme: Theme) {
        window::set_theme(&self.0, theme);
    }

    fn show_window(&self) {
        if let Some(window) = self.0.get_webview_window(window::LABEL) {
            window::show(&window);
        }
    }
}
