//! What the window may ask of the program: every command, named once in `list.rs`, and the state they share.
//! Nothing here knows a window; what needs a screen or a system is asked of the [`Host`].

mod answer;
mod bundle;
mod clock;
mod copies;
mod copying;
mod document;
mod failure;
mod file;
mod host;
mod intake;
mod keyring;
mod law;
mod letter;
mod locking;
mod posting;
mod printing;
mod program;
mod records;
mod reminders;
mod template;
mod texts;
#[cfg(test)]
mod typescript;
mod underlining;
mod words;

pub use answer::{Answer, NAMES, answer};
pub use copying::Copying;
pub use host::{FileType, Host, KeyringFault, PrintJob};
pub use office::Failure;
pub use program::{Dropped, Folders, Position, Program, Progress, Theme, language_kept};
pub use reminders::Reminders;
pub use underlining::folder_of_words;
