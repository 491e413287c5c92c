//! Why there is no picture.

use crate::protocol::Refusal;
use std::path::PathBuf;
use thiserror::Error;

/// Why there is no picture.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DrawingError {
    /// The drawing program is not where it should be: the installation is at fault, not the file.
    #[error(
        "{} is missing; install the program anew, or build it with `cargo build --package otvet-pages`",
        .0.display()
    )]
    NoProgram(PathBuf),
    /// The system does not start the drawing program, as one that is short of memory does not; holds what it said.
    #[error("{}: {reason}", .program.display())]
    NotStarted { program: PathBuf, reason: String },
    /// The drawing program is of another version than this one, as after an update under a running program.
    #[error("{} is of another version; close the program and start it anew", .0.display())]
    OtherVersion(PathBuf),
    /// The file or its page can't be drawn.
    #[error("{0}")]
    Refused(#[from] Refusal),
    /// The drawing program ended over it, as one does that takes more memory or time than it may.
    #[error("drawing broke off")]
    BrokeOff,
    /// The drawing program was ended, for it took too long.
    #[error("drawing took too long")]
    Overtime,
    /// The drawing program answered what can't be an answer.
    #[error("the drawing program answered nonsense")]
    Nonsense,
    /// More bytes than are drawn.
    #[error("the file is too large to be drawn")]
    TooLarge,
}
