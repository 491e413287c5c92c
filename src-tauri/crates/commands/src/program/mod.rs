//! What is held while the program runs: the open office, the settings, the tokens handed out, the tasks
//! under way.

mod commands;
mod folder;
mod folders;
mod noted;
mod prepared;
mod process;
mod rooms;
mod settings;
mod shut;
mod state;
mod tasks;
mod tokens;

pub use commands::*;
pub use folder::ChosenFolder;
pub use folders::Folders;
pub(crate) use prepared::Prepared;
pub use process::Program;
pub use settings::{ProgramSettings, Theme, language_kept};
pub use state::ProgramState;
pub use tasks::{Progress, ProgressReport, TaskCancel};
pub use tokens::{Dropped, DroppedFile, Position};
