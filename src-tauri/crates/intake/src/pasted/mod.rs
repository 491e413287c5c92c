//! What a person pastes: a letter, or a chat copied out of a messenger.

mod chat;
mod text;

pub use text::{chat_began, read_text};
