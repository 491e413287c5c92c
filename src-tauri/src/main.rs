//! The desktop shell of Otvet: one window over the office, and nothing but the shell.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;

fn main() {
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_window_state::Builder::new().build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_notification::init())
        .invoke_handler(tauri::generate_handler![commands::window::window_ready])
        .run(tauri::generate_context!());
    if let Err(refusal) = built {
        eprintln!("{refusal}");
    }
}
