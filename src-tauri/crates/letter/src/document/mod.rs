//! A letter as it leaves: set on paper, as plain text, as a file with a name.

mod body;
pub mod enclosure;
mod exhibit_notes;
mod file_name;
mod fingerprint;
mod frame;
mod head;
mod letter;
mod paper;
mod plain_text;

pub use file_name::file_name;
pub use fingerprint::{canonical, fingerprint};
pub use frame::{CaseReference, Frame, Images};
pub use letter::document;
pub use plain_text::plain_text;
