//! The least a Tauri window can be: what the bench of our window is measured against.

// With the shell beside it, what both compile of Tauri is compiled once.
use shell as _;
use std::io::Write;
use tauri::webview::PageLoadEvent;

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .on_page_load(|_, load| {
            if load.event() == PageLoadEvent::Finished {
                // The bench waits for this line.
                let _ = writeln!(std::io::stdout(), "the window is ready");
            }
        })
        .run(tauri::generate_context!(
            "../tests/bench/empty_window/tauri.conf.json"
        ))
}
