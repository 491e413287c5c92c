//! What the window is told of the program.

use super::settings::Theme;
use complaint::Language;
use office::Failure;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the window needs to draw its first screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ProgramState {
    /// Whether an office is open; if not, the first-run screen is shown.
    pub office_open: bool,
    pub language: Language,
    pub theme: Theme,
    /// Size of the text, 1.0 to 2.0.
    pub text_scale: f64,
    pub actor: String,
    /// Whether the system says what today holds.
    pub reminders: bool,
    /// The folder of the office used last, for showing only.
    pub last_folder: Option<String>,
    /// Where a new office is kept unless another folder is chosen, for showing only.
    pub default_folder: String,
    pub version: String,
    /// Whether the open office is the sample.
    pub sample_open: bool,
    /// Why the office used last could not be opened, if so.
    pub problem: Option<Failure>,
}
