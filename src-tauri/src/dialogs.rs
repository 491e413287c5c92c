//! Native dialogs, opened from here and never from the page. In a build with
//! `dialog-answers` a file of answers stands in for the person.

use std::path::PathBuf;
use tauri::AppHandle;

/// One line of the list of file types: what it is called and the endings it means.
pub type FileType<'a> = (&'a str, &'a [&'a str]);

/// Asks for files; none when the dialog was cancelled.
pub fn open_files(
    app: &AppHandle,
    title: &str,
    types: &[FileType<'_>],
    many: bool,
) -> Vec<PathBuf> {
    #[cfg(feature = "dialog-answers")]
    if let Some(person) = crate::answers::Person::of(app) {
        return person.open_files(title, many);
    }
    native::open_files(app, title, types, many)
}

/// Asks for a folder; none when the dialog was cancelled.
pub fn choose_folder(app: &AppHandle, title: &str) -> Option<PathBuf> {
    #[cfg(feature = "dialog-answers")]
    if let Some(person) = crate::answers::Person::of(app) {
        return person.choose_folder(title);
    }
    native::choose_folder(app, title)
}

/// Asks where to save a file that would be called `name`; none when the dialog was cancelled.
pub fn save_file(app: &AppHandle, title: &str, name: &str, kind: FileType<'_>) -> Option<PathBuf> {
    #[cfg(feature = "dialog-answers")]
    if let Some(person) = crate::answers::Person::of(app) {
        return person.save_file(title, name);
    }
    native::save_file(app, title, name, kind)
}

mod native {
    use super::FileType;
    use std::path::PathBuf;
    use tauri::{AppHandle, Manager};
    use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

    fn dialog(app: &AppHandle, title: &str) -> FileDialogBuilder<tauri::Wry> {
        let dialog = app.dialog().file().set_title(title);
        match app.get_webview_window(crate::window::LABEL) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }

    fn path(chosen: FilePath) -> Option<PathBuf> {
        chosen.into_path().ok()
    }

    pub fn open_files(
        app: &AppHandle,
        title: &str,
        types: &[FileType<'_>],
        many: bool,
    ) -> Vec<PathBuf> {
        let mut dialog = dialog(app, title);
        for (name, endings) in types {
            dialog = dialog.add_filter(*name, endings);
        }
        if many {
            let chosen = dialog.blocking_pick_files().unwrap_or_default();
            chosen.into_iter().filter_map(path).collect()
        } else {
            dialog
                .blocking_pick_file()
                .and_then(path)
                .into_iter()
                .collect()
        }
    }

    pub fn choose_folder(app: &AppHandle, title: &str) -> Option<PathBuf> {
        dialog(app, title)
            .set_can_create_directories(true)
            .blocking_pick_folder()
            .and_then(path)
    }

    pub fn save_file(
        app: &AppHandle,
        title: &str,
        name: &str,
        kind: FileType<'_>,
    ) -> Option<PathBuf> {
        dialog(app, title)
            .set_file_name(name)
            .add_filter(kind.0, kind.1)
            .blocking_save_file()
            .and_then(path)
    }
}
