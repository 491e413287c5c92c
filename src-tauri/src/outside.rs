//! Who stands outside the pages of this run.

use crate::host::Desktop;
use commands::Host;
use tauri::{AppHandle, Manager};

/// What the program meets outside its pages: a person at a desktop, or who stands in for one in a test, for
/// WebDriver reaches neither the system's dialogs nor what is dropped on a window.
#[derive(Clone, Copy)]
pub struct Outside {
    /// Answers dialogs, tells the time, opens and prints.
    pub host: fn(AppHandle) -> Box<dyn Host>,
    /// Is told that the program has its state, before there is a window.
    pub begun: fn(AppHandle),
    /// Whether a command beyond the program's own would be answered, if it were granted.
    pub answers: fn(&str) -> bool,
}

impl Default for Outside {
    fn default() -> Self {
        Self {
            host: |app| Box::new(Desktop(app)),
            begun: |_| {},
            answers: |_| false,
        }
    }
}

/// The host of the commands in this run.
pub fn host(app: &AppHandle) -> Box<dyn Host> {
    (app.state::<Outside>().host)(app.clone())
}
